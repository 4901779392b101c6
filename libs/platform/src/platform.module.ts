import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock/clock.js';
import { CONFIG, type Config } from './config/config.js';
import { createDataSource, type RowClass } from './database/data-source.js';
import { appRole, publicRole } from './database/roles.js';
import { APP_READER, PUBLIC_READER, StatementReader } from './database/statement-reader.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { IdempotencyStore } from './idempotency/idempotency.store.js';
import { Journal } from './journal/journal.js';
import { JOBS, type JobDefinition } from './outbox/job-definition.js';
import { Outbox } from './outbox/outbox.js';
import { QueueFactory } from './queue/queue.js';

export interface PlatformOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly entities: readonly RowClass[];
  readonly jobs: readonly JobDefinition[];
}

/** What every use case stands on: configuration, clock, database, outbox, journal. */
@Global()
@Module({})
export class PlatformModule {
  static register({ config, clock, entities, jobs }: PlatformOptions): DynamicModule {
    const shared = [UnitOfWork, Outbox, Journal, IdempotencyStore];
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', retryAttempts: 3, retryDelay: 500 }),
          dataSourceFactory: async () => createDataSource(config, entities).initialize(),
        }),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: JOBS, useValue: jobs },
        { provide: QueueFactory, useFactory: () => new QueueFactory(config) },
        { provide: PUBLIC_READER, useFactory: () => new StatementReader(config, publicRole) },
        { provide: APP_READER, useFactory: () => new StatementReader(config, appRole) },
        ...shared,
      ],
      exports: [CONFIG, Clock, JOBS, QueueFactory, PUBLIC_READER, APP_READER, ...shared],
    };
  }
}
