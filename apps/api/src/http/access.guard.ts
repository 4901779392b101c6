import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { OPERATION, type OperationOptions } from './operation.js';
import { originOf } from './origin.js';
import type { MarketRequest } from './params.js';
import { RefusalException } from './refusal.exception.js';

/** Passport sets `request.user`; a failure becomes our own problem. */
@Injectable()
class JwtGuard extends AuthGuard('jwt') {
  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error instanceof Error) throw error;
    if (!user) throw new RefusalException({ code: 'access.unauthenticated' });
    return user;
  }
}

/** Finds the actor of every request and refuses operations it has no access to. Closed by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly jwt = new JwtGuard();

  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = this.reflector.get<OperationOptions | undefined>(OPERATION, context.getHandler());
    if (!operation) throw new RefusalException({ code: 'access.forbidden' });
    const request = context.switchToHttp().getRequest<MarketRequest & { user?: PersonActor }>();
    request.actor = await this.actorOf(context, request);
    if (!allows(operation, request.actor)) {
      throw new RefusalException({
        code: request.actor.kind === 'anonymous' ? 'access.unauthenticated' : 'access.forbidden',
      });
    }
    return true;
  }

  private async actorOf(context: ExecutionContext, request: MarketRequest & { user?: PersonActor }): Promise<Actor> {
    if (request.headers.authorization === undefined) return { kind: 'anonymous', origin: originOf(request) };
    await this.jwt.canActivate(context);
    if (!request.user) throw new RefusalException({ code: 'access.unauthenticated' });
    return request.user;
  }
}

/** True when the operation is open to the actor: by role, and by scope for an API key. */
export function allows(operation: OperationOptions, actor: Actor): boolean {
  if (operation.access === 'public') return true;
  if (actor.kind !== 'person') return false;
  if (actor.scopes !== null && (operation.scope === undefined || !actor.scopes.includes(operation.scope))) return false;
  return operation.access === 'signedIn' || hasRole(actor, ...operation.access);
}
