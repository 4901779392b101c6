// A worker process with three jobs of its own and the real dispatcher, queues and runner, for the spec that kills it.
// The environment is the worker's, and LEASE_SECONDS. Runs the compiled code: the spec's own is compiled in memory.
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { SystemClock } from '../../dist/libs/platform/src/clock/clock.js';
import { readConfig } from '../../dist/libs/platform/src/config/config.js';
import { UnitOfWork } from '../../dist/libs/platform/src/database/unit-of-work.js';
import { PlatformModule } from '../../dist/libs/platform/src/platform.module.js';
import { defineJob } from '../../dist/libs/platform/src/outbox/job-definition.js';
import { DeliveryStore } from '../../dist/apps/worker/src/outbox/delivery.store.js';
import { OutboxDispatcher } from '../../dist/apps/worker/src/outbox/outbox.dispatcher.js';
import { DeliveryRunner } from '../../dist/apps/worker/src/queues/delivery.runner.js';
import { HandlerRegistry } from '../../dist/apps/worker/src/queues/handler.registry.js';
import { Handles } from '../../dist/apps/worker/src/queues/handles.decorator.js';
import { QueueProcessors } from '../../dist/apps/worker/src/queues/queue.processors.js';

const jobs = [
  defineJob({ name: 'kill.single', queue: 'reward', topic: 'kill' }),
  defineJob({ name: 'kill.batch', queue: 'search', topic: 'kill', batchSize: 20 }),
  defineJob({ name: 'kill.leased', queue: 'matching', topic: 'kill', transactional: false, batchSize: 20 }),
  defineJob({ name: 'kill.alone', queue: 'notice', topic: 'kill', transactional: false }),
];

/** Each effect is a row; nothing but the runner keeps a transactional one from being written twice. */
class KillHandlers {
  /** @param {UnitOfWork} unitOfWork */
  constructor(unitOfWork) {
    this.unitOfWork = unitOfWork;
  }
  single(actor, payload) {
    return this.write(actor, 'kill.single', [payload]);
  }
  batch(actor, payloads) {
    return this.write(actor, 'kill.batch', payloads);
  }
  leased(actor, payloads) {
    return this.write(actor, 'kill.leased', payloads);
  }
  alone(actor, payload) {
    return this.write(actor, 'kill.alone', [payload]);
  }
  /** The pause after the effect is where a kill must meet it: written, and not yet told. */
  async write(actor, job, payloads) {
    await this.unitOfWork.run(actor, (tx) =>
      tx.query(`INSERT INTO effect (job, thing) SELECT $1, unnest($2::int[])`, [
        job,
        payloads.map(({ thing }) => Number(thing)),
      ]),
    );
    await sleep(15);
  }
}
Reflect.decorate([Injectable()], KillHandlers);
Reflect.defineMetadata('design:paramtypes', [UnitOfWork], KillHandlers);
for (const job of jobs) {
  const method = job.name.slice('kill.'.length);
  Handles(job.name)(KillHandlers.prototype, method, Object.getOwnPropertyDescriptor(KillHandlers.prototype, method));
}

const config = readConfig();
const leaseSeconds = Number(process.env['LEASE_SECONDS']);
class KillModule {}
Module({
  imports: [PlatformModule.register({ config, clock: new SystemClock(), entities: [], jobs }), DiscoveryModule],
  providers: [
    HandlerRegistry,
    DeliveryRunner,
    QueueProcessors,
    OutboxDispatcher,
    KillHandlers,
    {
      provide: DeliveryStore,
      useFactory: (unitOfWork) => new DeliveryStore(unitOfWork, leaseSeconds),
      inject: [UnitOfWork],
    },
  ],
})(KillModule);
await NestFactory.createApplicationContext(KillModule, { logger: ['error'], abortOnError: false });
process.send?.('ready');
