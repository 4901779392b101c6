import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdempotencyStore } from '#platform/idempotency/idempotency.store.js';
import { contentHash } from '#platform/text/canonical.js';
import { OPERATION, type OperationOptions } from './operation.js';
import type { MarketRequest } from './params.js';
import { RefusalException, unwrap } from './refusal.exception.js';

const keyPattern = /^[\x21-\x7e]{1,255}$/;

/** Runs an operation with `idempotency: 'required'` in one transaction with its Idempotency-Key row. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: IdempotencyStore,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation = this.reflector.get<OperationOptions | undefined>(OPERATION, context.getHandler());
    if (operation?.idempotency !== 'required') return next.handle();
    const request = context.switchToHttp().getRequest<MarketRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(request, reply, operation.status ?? 200, next));
  }

  private async once(request: MarketRequest, reply: FastifyReply, status: number, next: CallHandler): Promise<unknown> {
    const { actor } = request;
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || !keyPattern.test(key))
      throw new RefusalException({ code: 'idempotency.keyMissing' });
    if (!actor) throw new Error('no actor: the access guard did not run');
    const owner = ownerOf(actor);
    const path = request.url.split('?')[0] ?? '';
    const inputHash = contentHash([request.method, path, request.headers['if-match'] ?? null, request.body ?? null]);
    return this.unitOfWork.run(actor, async (tx) => {
      const stored = unwrap(await this.store.claim(tx, owner, key, inputHash));
      if (stored !== null) {
        reply.header('idempotency-replayed', 'true').status(stored.status);
        return JSON.parse(stored.body) as unknown;
      }
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: null });
      await this.store.complete(tx, owner, key, { status, body: JSON.stringify(body ?? null) });
      return body;
    });
  }
}

const ownerOf = (actor: Actor): string =>
  actor.kind === 'person' ? `${actor.organizationId}/${actor.personId}` : actor.kind;
