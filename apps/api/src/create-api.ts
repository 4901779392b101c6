import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Clock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { nestLogger } from '#platform/telemetry/logger.js';
import { ApiModule } from './api.module.js';
import { observeRequests } from './health/request.log.js';
import { ProblemFilter } from './http/problem.filter.js';
import { bodyLimitBytes, frameworkProblem, maxParamLengthChars, refuseDeepBody } from './http/request.limits.js';
import { securityHeaders } from './http/security.headers.js';
import { validationPipe } from './http/validation.js';
import { serveReference } from './openapi.js';
import { servePortal } from './portal.js';

/** The API, ready to listen: used by main, by the OpenAPI command and by tests. */
export async function createApi(config: Config, clock: Clock, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    routerOptions: { maxParamLength: maxParamLengthChars },
    frameworkErrors: frameworkProblem,
    trustProxy: config.trustProxy,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what still arrives on an open connection is answered, and the connection closed
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.register(config, clock), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  guardAnswers(adapter.getInstance());
  observeRequests(app, logger);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.enableShutdownHooks([], { useProcessExit: true });
  serveReference(app);
  await servePortal(adapter.getInstance(), config.portalFolder);
  return app;
}

/** What every request passes before its route, and every answer carries. */
function guardAnswers(fastify: FastifyInstance): void {
  let closing = false; // from then on every answer is the last one on its connection
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, next) => {
    if (closing) reply.header('connection', 'close');
    next(null, payload);
  });
  fastify.addHook('onRequest', (request, reply, next) => {
    reply.headers(securityHeaders).header('x-request-id', request.id);
    next();
  });
  fastify.addHook('preValidation', (request, _reply, next) => {
    if (typeof request.body === 'object' && request.body !== null) refuseDeepBody(request);
    next();
  });
}
