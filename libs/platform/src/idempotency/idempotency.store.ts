import { Injectable } from '@nestjs/common';
import { refuse, ok, type Refusal, type Result } from '#domain/shared/result.js';
import { lockTimedOut } from '../database/violation.js';
import type { Tx } from '../database/unit-of-work.js';

export interface StoredAnswer {
  readonly status: number;
  /** The JSON text of the body as it was first sent. */
  readonly body: string;
}

export type IdempotencyRefusal = Refusal<'idempotency.keyReused' | 'idempotency.inProgress'>;

/**
 * Idempotency-Key rows, written in the transaction of the effect itself: the answer and the effect are
 * committed together or not at all. Only successful answers are stored; a refused request changed nothing
 * and may be repeated with the same key. A twin waits for the first to end, 2 s at most.
 */
@Injectable()
export class IdempotencyStore {
  /** Claims a key for its owner, or gives the stored answer of the first request. */
  async claim(
    tx: Tx,
    owner: string,
    key: string,
    inputHash: string,
  ): Promise<Result<StoredAnswer | null, IdempotencyRefusal>> {
    try {
      const claimed = await tx.prepared(
        'idempotency.claim',
        `INSERT INTO idempotency_key (owner, key, input_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`,
        [owner, key, inputHash],
      );
      if (claimed.length === 1) return ok(null);
    } catch (error) {
      if (lockTimedOut(error)) return refuse('idempotency.inProgress');
      throw error;
    }
    const [row] = await tx.query<{ input_hash: string; status: number | null; body: string | null }>(
      `SELECT input_hash, status, body FROM idempotency_key WHERE owner = $1 AND key = $2`,
      [owner, key],
    );
    if (!row || row.status === null || row.body === null) return refuse('idempotency.inProgress');
    if (row.input_hash !== inputHash) return refuse('idempotency.keyReused');
    return ok({ status: row.status, body: row.body });
  }

  async complete(tx: Tx, owner: string, key: string, answer: StoredAnswer): Promise<void> {
    await tx.prepared(
      'idempotency.complete',
      `UPDATE idempotency_key SET status = $3, body = $4 WHERE owner = $1 AND key = $2`,
      [owner, key, answer.status, answer.body],
    );
  }
}
