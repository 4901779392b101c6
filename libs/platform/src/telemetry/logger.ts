import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/config.js';

/** Structured logs on stdout, one JSON object a line, with no personal data: ids only, secrets redacted. */
export function createLogger(
  config: Pick<Config, 'logLevel'>,
  processName: string,
  destination: DestinationStream = pino.destination(stdout),
): Logger {
  const options = {
    level: config.logLevel,
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.password', '*.authorization', '*.token', '*.phone', '*.email', '*.displayName'],
      censor: '[redacted]',
    },
  };
  return pino(options, destination);
}

const stdout = 1;
const bufferBytes = 4_096;
const flushEveryMs = 500;

/**
 * Lines written in blocks, for a process that writes one a request. They appear half a second late at most and are
 * flushed when the process ends, by a crash too; SIGKILL alone loses what is in the buffer.
 */
export const bufferedStdout = (): DestinationStream =>
  pino.destination({ dest: stdout, sync: false, minLength: bufferBytes, periodicFlush: flushEveryMs });

/** Nest's own messages through pino; its routine start-up lines are debug. An object is a structured line of ours. */
export function nestLogger(logger: Logger): LoggerService {
  const text = (message: unknown): string => (message instanceof Error ? message.message : String(message));
  return {
    log: (message: unknown, context?: unknown) => {
      if (typeof message === 'object' && message !== null)
        logger.info(message, typeof context === 'string' ? context : '');
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
