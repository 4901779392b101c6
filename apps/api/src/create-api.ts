import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Clock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { nestLogger } from '#platform/telemetry/logger.js';
import { ApiModule } from './api.module.js';
import { observeRequests } from './health/request.log.js';
import { ProblemFilter } from './http/problem.filter.js';
import { bodyLimitBytes, frameworkProblem, maxParamLengthChars, refuseDeepBody } from './http/request.limits.js';
import { validationPipe } from './http/validation.js';
import { serveReference } from './openapi.js';

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
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null },
    },
  });
  let closing = false; // from then on every answer is the last one on its connection
  adapter.getInstance().addHook('preClose', async () => void (closing = true));
  adapter.getInstance().addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (closing) reply.header('connection', 'close');
  });
  adapter.getInstance().addHook('preValidation', async (request) => refuseDeepBody(request));
  observeRequests(app, logger);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.enableShutdownHooks([], { useProcessExit: true });
  serveReference(app);
  return app;
}
