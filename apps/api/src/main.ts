import { SystemClock } from '#platform/clock/clock.js';
import { ConfigError, readConfig } from '#platform/config/config.js';
import { boundShutdown } from '#platform/telemetry/lifecycle.js';
import { bufferedStdout, createLogger } from '#platform/telemetry/logger.js';
import { createApi } from './create-api.js';

try {
  const config = readConfig();
  boundShutdown();
  const app = await createApi(config, new SystemClock(), createLogger(config, 'api', bufferedStdout()));
  await app.listen(config.apiPort, config.apiHost);
  process.send?.({ ready: await app.getUrl() });
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
