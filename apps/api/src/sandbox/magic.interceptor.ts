import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, switchMap, type Observable } from 'rxjs';
import { setTimeout as wait } from 'node:timers/promises';
import { isSandboxId } from '#domain/shared/sandbox-id.js';
import { OPERATION, type OperationOptions } from '../http/operation.js';
import type { MarketRequest } from '../http/params.js';
import { RefusalException } from '../http/refusal.exception.js';
import { magicIn } from './magic.js';

/** Forces outcomes by magic values, for callers of a sandbox and for nobody else; before the body is checked. */
@Injectable()
export class MagicInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor, body } = context.switchToHttp().getRequest<MarketRequest>();
    if (actor?.kind !== 'person' || !isSandboxId(actor.organizationId)) return next.handle();
    const operation = this.reflector.get<OperationOptions | undefined>(OPERATION, context.getHandler());
    const outcome = operation ? magicIn(body, operation) : null;
    if (outcome === null) return next.handle();
    if ('refuse' in outcome)
      throw new RefusalException(
        { code: outcome.refuse, params: { current: '99', max: '0', address: '', type: '' } },
        [],
        {
          ...(outcome.refuse === 'rate.limited' && { 'retry-after': '1' }),
        },
      );
    return from(wait(outcome.waitMs)).pipe(switchMap(() => next.handle()));
  }
}
