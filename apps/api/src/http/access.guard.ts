import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply } from 'fastify';
import { hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ApiKeyService } from '#application/identity/api-key.service.js';
import { looksLikeApiKey } from '#application/identity/secrets.js';
import { OPERATION, type OperationOptions } from './operation.js';
import { originOf } from './origin.js';
import type { MarketRequest } from './params.js';
import { RateLimits } from './rate-limits.js';
import { RefusalException } from './refusal.exception.js';

type PassportRequest = MarketRequest & { user?: PersonActor };

/** Three parts and nothing after them: passport-jwt would take the first word of the header for the token. */
const tokenPattern = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Passport sets `request.user`; a failure becomes our own problem. */
@Injectable()
class JwtGuard extends AuthGuard('jwt') {
  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error instanceof Error) throw error;
    if (!user) throw new RefusalException({ code: 'access.unauthenticated' });
    return user;
  }
}

/** Finds the actor of every request, counts the call, and refuses operations the actor has no access to. Closed by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly jwt = new JwtGuard();

  constructor(
    private readonly reflector: Reflector,
    private readonly keys: ApiKeyService,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = this.reflector.get<OperationOptions | undefined>(OPERATION, context.getHandler());
    if (!operation) throw new RefusalException({ code: 'access.forbidden' });
    const request = context.switchToHttp().getRequest<PassportRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const actor = await this.actorOf(context, request);
    if (!actor) {
      await this.limits.countBadCredentials(request, reply);
      throw new RefusalException({ code: 'access.unauthenticated' });
    }
    request.actor = actor;
    await this.limits.admit(request, reply, actor, operation.limit);
    if (!allows(operation, actor)) {
      throw new RefusalException({ code: actor.kind === 'anonymous' ? 'access.unauthenticated' : 'access.forbidden' });
    }
    return true;
  }

  /** Null: credentials were shown and do not hold. Two kinds at once are none. */
  private async actorOf(context: ExecutionContext, request: PassportRequest): Promise<Actor | null> {
    const { authorization, 'x-api-key': header } = request.headers;
    if (authorization === undefined && header === undefined) return { kind: 'anonymous', origin: originOf(request) };
    if (authorization !== undefined && header !== undefined) return null;
    const bearer = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
    const key = header ?? (looksLikeApiKey(bearer) ? bearer : undefined);
    if (key !== undefined) return typeof key === 'string' ? this.keys.actorOf(key, originOf(request)) : null;
    return tokenPattern.test(bearer) ? this.bySession(context, request) : null;
  }

  private async bySession(context: ExecutionContext, request: PassportRequest): Promise<Actor | null> {
    try {
      await this.jwt.canActivate(context);
      return request.user ?? null;
    } catch (error) {
      // A TypeError is jsonwebtoken's answer to signed claims that are no object.
      if (error instanceof RefusalException || error instanceof TypeError) return null;
      throw error;
    }
  }
}

/** True when the operation is open to the actor: by role, and by scope for an API key. */
export function allows(operation: OperationOptions, actor: Actor): boolean {
  if (operation.access === 'public') return true;
  if (actor.kind !== 'person') return false;
  if (actor.scopes !== null && (operation.scope === undefined || !actor.scopes.includes(operation.scope))) return false;
  return operation.access === 'signedIn' || hasRole(actor, ...operation.access);
}
