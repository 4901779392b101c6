import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem.filter.js';
import { RefusalException } from './refusal.exception.js';

export const bodyLimitBytes = 1_048_576;
/** Above what Node reads as a request line: a path parameter of any length reaches validation and gets a proper answer. */
export const maxParamLengthChars = 65_536;
/** Deeper than any DTO; what validates and hashes a body recurses over it. */
const maxJsonDepth = 32;

/** Refuses a JSON body that is nested too deeply. Walks with a list of its own, so that depth cannot overflow the stack. */
export function refuseDeepBody(request: FastifyRequest): void {
  let level: unknown[] = [request.body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxJsonDepth) {
      throw new RefusalException({
        code: 'request.malformed',
        params: { reason: `请求体嵌套超过 ${maxJsonDepth} 层。` },
      });
    }
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? Object.values(value) : [],
    );
  }
}

/** What the server refuses before any route is found (a path that cannot be decoded) is a problem too. */
export function frameworkProblem(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const reason = '请求地址不是有效的 URL 编码。';
  const problem = problemOf({ code: 'request.malformed', params: { reason } }, request.id);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('x-request-id', request.id)
    .send(JSON.stringify(problem));
}
