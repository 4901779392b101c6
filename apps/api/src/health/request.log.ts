import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Histogram } from 'prom-client';
import { Metrics } from '#platform/telemetry/metrics.js';

const bucketsSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Asked every few seconds by machines: logged only when they fail. */
const probes = new Set(['/livez', '/readyz', '/healthz', '/metrics']);

/**
 * One log line and one observation a request: its id, route pattern, status and duration. No path values, no query,
 * no address: nothing personal.
 */
export function observeRequests(app: NestFastifyApplication, logger: Logger): void {
  const duration = new Histogram({
    name: 'market_http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: bucketsSeconds,
    registers: [app.get(Metrics, { strict: false }).registry],
  });
  const lines = logger.child({}, { redact: [] }); // five members, none of them secret: nothing to look for
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions.url ?? 'unmatched';
    const { statusCode: status, elapsedTime } = reply;
    duration.observe({ method: request.method, route, status: String(status) }, elapsedTime / 1000);
    const line = { requestId: request.id, method: request.method, route, status, durationMs: Math.round(elapsedTime) };
    if (status >= 500) lines.error(line, 'request');
    else if (probes.has(route)) lines.debug(line, 'request');
    else lines.info(line, 'request');
    next();
  });
}
