import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Refusal } from '#domain/shared/result.js';
import { databaseAway, databaseBusy } from '#platform/database/violation.js';
import { problemCatalog, type ErrorCode } from './problem.catalog.js';
import type { ProblemView } from './problem.view.js';
import { RefusalException } from './refusal.exception.js';

const retryAfterSeconds = '2';

/** Turns everything thrown into an RFC 9457 problem. Nothing of the inside (SQL, stack, host) leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { refusal, errors, headers } = translate(error, request);
    const problem = problemOf(refusal, request.id);
    if (problem.status >= 500 && problem.status !== 503) {
      this.logger.error({ requestId: request.id, err: error }, 'request failed');
    }
    if (reply.sent) return;
    if (problem.status === 503) reply.header('retry-after', retryAfterSeconds);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(errors.length > 0 ? { ...problem, errors } : problem));
  }
}

export function problemOf(refusal: Refusal<ErrorCode>, requestId: string): ProblemView {
  const entry = problemCatalog[refusal.code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_all, name: string) => refusal.params?.[name] ?? '');
  return {
    type: `/problems/${refusal.code}`,
    title: entry.title,
    status: entry.status,
    code: refusal.code,
    detail: fill(entry.detail),
    repair: fill(entry.repair),
    ...(entry.article !== undefined && { article: entry.article }),
    requestId,
  };
}

function translate(error: unknown, request: FastifyRequest): Pick<RefusalException, 'refusal' | 'errors' | 'headers'> {
  if (error instanceof RefusalException) {
    const { pointer } = error.refusal;
    const errors =
      error.errors.length === 0 && pointer !== undefined
        ? [{ pointer, detail: problemOf(error.refusal, '').detail }]
        : error.errors;
    return { refusal: error.refusal, errors, headers: error.headers };
  }
  return { refusal: refusalOf(error, request), errors: [], headers: {} };
}

function refusalOf(error: unknown, request: FastifyRequest): Refusal<ErrorCode> {
  if (databaseAway(error) || databaseBusy(error)) return { code: 'service.unavailable' };
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : ((error as { statusCode?: unknown } | null)?.statusCode ?? 500);
  switch (status) {
    case 400:
      return { code: 'request.malformed', params: { reason: '请求体不是有效的 JSON，或请求头、路径有误。' } };
    case 401:
      return { code: 'access.unauthenticated' };
    case 403:
      return { code: 'access.forbidden' };
    case 404:
      return { code: 'route.notFound', params: { method: request.method, path: request.url.split('?')[0] ?? '' } };
    case 413:
      return { code: 'request.tooLarge', params: { limit: '1048576' } };
    case 415:
      return { code: 'request.mediaType' };
    case 503:
      return { code: 'service.unavailable' };
    default:
      return { code: 'service.failed' };
  }
}
