import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Config } from '../config/config.js';

/** Structured logs on stdout, one JSON object a line, with no personal data: ids only, secrets redacted. */
export function createLogger(config: Pick<Config, 'logLevel'>, processName: string): Logger {
  return pino({
    level: config.logLevel,
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.password', '*.authorization', '*.token', '*.phone', '*.email', '*.displayName'],
      censor: '[redacted]',
    },
  });
}

/** Nest's own messages through pino; its routine start-up lines are debug. An object is a structured line of ours. */
export function nestLogger(logger: Logger): LoggerService {
  const text = (message: unknown): string => (message instanceof Error ? message.message : String(message));
  return {
    log: (message: unknown, context?: unknown) => {
      if (typeof message === 'object' && message !== null) logger.info(message, String(context ?? ''));
      else logger.debug(text(message));
    },
    error: (message: unknown, stack?: unknown) =>
      logger.error({ stack: typeof stack === 'string' ? stack : undefined }, text(message)),
    warn: (message: unknown) => logger.warn(text(message)),
    debug: (message: unknown) => logger.debug(text(message)),
    verbose: (message: unknown) => logger.trace(text(message)),
    fatal: (message: unknown) => logger.fatal(text(message)),
  };
}
