import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';

/** How long handled events stay for whoever looks into a case; a key must outlast a clerk's holiday. */
const keptDays = { handledEvents: 90, idempotencyKeys: 180 } as const;
const batch = 1_000;
/** What one run removes at most: the rest waits for the next. */
const batches = 50;

export interface Cleared {
  readonly handledEvents: number;
  readonly idempotencyKeys: number;
}

/** Keeps the tables that only grow from growing for ever. What is open, failed or legally kept stays. */
@Injectable()
export class HousekeepingService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async clear(system: SystemActor): Promise<Cleared> {
    return {
      handledEvents: await this.inBatches(system, (tx) => pruneOutbox(tx)),
      idempotencyKeys: await this.inBatches(system, (tx) => pruneKeys(tx)),
    };
  }

  private async inBatches(system: SystemActor, remove: (tx: Tx) => Promise<number>): Promise<number> {
    let removed = 0;
    for (let i = 0; i < batches; i += 1) {
      const now = await this.unitOfWork.run(system, remove);
      removed += now;
      if (now < batch) break;
    }
    return removed;
  }
}

async function pruneOutbox(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ pruned: number }>(`SELECT app_prune_outbox($1, $2) AS pruned`, [
    keptDays.handledEvents,
    batch,
  ]);
  return row?.pruned ?? 0;
}

async function pruneKeys(tx: Tx): Promise<number> {
  return tx.execute(
    `DELETE FROM idempotency_key WHERE (owner, key) IN (
       SELECT owner, key FROM idempotency_key WHERE created_at < clock_timestamp() - make_interval(days => $1)
       ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [keptDays.idempotencyKeys, batch],
  );
}
