import { SystemClock } from '#platform/clock/clock.js';
import { ConfigError, readConfig } from '#platform/config/config.js';
import { boundShutdown } from '#platform/telemetry/lifecycle.js';
import { createLogger } from '#platform/telemetry/logger.js';
import { createWorker } from './create-worker.js';

try {
  const config = readConfig();
  boundShutdown();
  await createWorker(config, new SystemClock(), createLogger(config, 'worker'));
  process.send?.({ ready: true });
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
