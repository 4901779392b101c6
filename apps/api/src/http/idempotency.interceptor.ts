import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdempotencyStore } from '#platform/idempotency/idempotency.store.js';
import { contentHash } from '#platform/text/canonical.js';
import type { MarketRequest } from './params.js';
import { RefusalException, unwrap } from './refusal.exception.js';

const keyPattern = /^[\x21-\x7e]{1,255}$/;

/** Bound by @Operation to what has `idempotency: 'required'`, and to nothing else: runs it in one transaction with its Idempotency-Key row. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: IdempotencyStore,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<MarketRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(request, reply, next));
  }

  private async once(request: MarketRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const { actor } = request;
    const status = reply.statusCode; // the operation's own, set before interceptors run
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
