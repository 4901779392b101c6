// A worker process with the real handlers of rewards, dispatcher, queues and runner and nothing else, for the specs that kill it.
// The environment is the worker's, TZ, and LEASE_SECONDS. Runs the compiled code: the spec's own is compiled in memory.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { entities } from '../../dist/libs/application/src/entities.js';
import { jobs } from '../../dist/libs/application/src/jobs.js';
import { RewardModule } from '../../dist/libs/application/src/reward/reward.module.js';
import { rewardJobs } from '../../dist/libs/application/src/reward/reward.jobs.js';
import { SystemClock } from '../../dist/libs/platform/src/clock/clock.js';
import { readConfig } from '../../dist/libs/platform/src/config/config.js';
import { UnitOfWork } from '../../dist/libs/platform/src/database/unit-of-work.js';
import { JOBS } from '../../dist/libs/platform/src/outbox/job-definition.js';
import { PlatformModule } from '../../dist/libs/platform/src/platform.module.js';
import { DeliveryStore } from '../../dist/apps/worker/src/outbox/delivery.store.js';
import { OutboxDispatcher } from '../../dist/apps/worker/src/outbox/outbox.dispatcher.js';
import { DeliveryRunner } from '../../dist/apps/worker/src/queues/delivery.runner.js';
import { HandlerRegistry } from '../../dist/apps/worker/src/queues/handler.registry.js';
import { QueueProcessors } from '../../dist/apps/worker/src/queues/queue.processors.js';
import { RewardHandlers } from '../../dist/apps/worker/src/reward/reward.handlers.js';

const leaseSeconds = Number(process.env['LEASE_SECONDS']);
class RewardWorkerModule {}
Module({
  imports: [
    PlatformModule.register({ config: readConfig(), clock: new SystemClock(), entities, jobs }),
    DiscoveryModule,
    RewardModule,
  ],
  providers: [
    { provide: JOBS, useValue: rewardJobs }, // what this worker takes; events are written for all jobs
    HandlerRegistry,
    DeliveryRunner,
    QueueProcessors,
    OutboxDispatcher,
    RewardHandlers,
    {
      provide: DeliveryStore,
      useFactory: (unitOfWork) => new DeliveryStore(unitOfWork, leaseSeconds),
      inject: [UnitOfWork],
    },
  ],
})(RewardWorkerModule);
await NestFactory.createApplicationContext(RewardWorkerModule, { logger: ['error'], abortOnError: false });
process.send?.('ready');
