import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { entities } from '#application/entities.js';
import { jobs } from '#application/jobs.js';
import { SystemClock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { PlatformModule } from '#platform/platform.module.js';
import { createLogger, nestLogger } from '#platform/telemetry/logger.js';

/** One maintenance command: `node dist/apps/cli/src/main.js <name> [arguments]`. Stands in `<concept>.command.ts`. */
export interface Command {
  readonly name: string;
  /** One line of help. */
  readonly summary: string;
  /** The exit code. Progress and results go to stdout. */
  run(context: CommandContext): Promise<number>;
}

export interface CommandContext {
  readonly config: Config;
  readonly args: readonly string[];
  readonly print: (line: string) => void;
}

/** Runs `work` with the use cases of the given modules; closes everything after. */
export async function withModules<T>(
  { config }: CommandContext,
  modules: readonly (Type | DynamicModule)[],
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const root: DynamicModule = {
    module: class CommandModule {},
    imports: [PlatformModule.register({ config, clock: new SystemClock(), entities, jobs }), ...modules],
  };
  const app = await NestFactory.createApplicationContext(root, {
    logger: nestLogger(createLogger(config, 'cli')),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
