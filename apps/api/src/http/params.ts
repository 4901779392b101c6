import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { IdField, PatternField } from './fields.js';
import { RefusalException } from './refusal.exception.js';

/** Path parameter `{id}`. */
export class IdParam {
  @IdField({ title: '编号' }) id!: string;
}

/** Query parameter `year`. */
export class YearQuery {
  @PatternField({ title: '年度', pattern: /^20\d{2}$/, shape: '2000 至 2099 的年度', example: '2026' }) year!: string;
}

const plainUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A parameter that is plainly right, or null. */
export function plainIdParam(value: unknown): IdParam | null {
  const { id, ...unknown } = value as Record<string, unknown>;
  for (const _name in unknown) return null;
  return typeof id === 'string' && plainUuid.test(id) ? Object.assign(new IdParam(), { id }) : null;
}

export type MarketRequest = FastifyRequest & { actor?: Actor; sessionId?: string };

const requestOf = (context: ExecutionContext): MarketRequest => context.switchToHttp().getRequest<MarketRequest>();

/** The caller, anonymous included. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw new Error('no actor: the access guard did not run');
  return actor;
});

/** The caller of an operation that needs sign-in. */
export const CurrentPerson = createParamDecorator((_data: unknown, context: ExecutionContext): PersonActor => {
  const { actor } = requestOf(context);
  if (actor?.kind !== 'person') throw new RefusalException({ code: 'access.unauthenticated' });
  return actor;
});

/** The session of a caller who signed in; an API key has none. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const { sessionId } = requestOf(context);
  if (sessionId === undefined) throw new RefusalException({ code: 'access.forbidden' });
  return sessionId;
});

/** The version named by If-Match: 428 without it, 412 when it cannot be one of ours. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const header = requestOf(context).headers['if-match'];
  if (header === undefined || header === '') throw new RefusalException({ code: 'version.required' });
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  if (!match) throw new RefusalException({ code: 'version.stale', params: { current: '见 ETag' } });
  return Number(match[1]);
});

/** Sets the ETag of a versioned object and hands its view on. */
export function withEtag<T extends { readonly version: number }>(reply: FastifyReply, view: T): T {
  reply.header('etag', `"${view.version}"`);
  return view;
}
