/** In-flight requests and jobs get this long after the first signal. */
const graceMs = 25_000;

/**
 * Ends this process in bounded time: the framework's shutdown starts with the first signal; a second signal, or
 * the end of the grace period, ends it at once. A child whose launcher died stops as if it were told to.
 */
export function boundShutdown(): void {
  let signals = 0;
  const onSignal = (): void => {
    signals += 1;
    if (signals > 1) process.exit(1);
    setTimeout(() => process.exit(1), graceMs).unref();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  process.on('SIGHUP', onSignal);
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
