import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Clock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { nestLogger } from '#platform/telemetry/logger.js';
import { WorkerModule } from './worker.module.js';

/** The worker, running: used by main and by tests. */
export async function createWorker(config: Config, clock: Clock, logger: Logger): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(WorkerModule.register(config, clock), {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  app.enableShutdownHooks([], { useProcessExit: true });
  return app;
}
