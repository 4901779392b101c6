import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#domain/shared/actor.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { lagReadEveryMs } from './fallback.engine.js';
import type { MeilisearchEngine } from './meilisearch.engine.js';
import type { PostgresSearchEngine, SearchChange } from './postgres.engine.js';
import type { SearchDocument } from './search.engine.js';

type Change = SearchDocument & SearchChange;

const batch = 500;
/** Key of the advisory lock: one process at a time writes to the mirror, so that an old document never follows a new one. */
const lockKey = 7_315_001;
/** The transaction that holds the lock says nothing while the server works at what it was sent. */
const lockMs = 600_000;
/** So long after an index was found missing nobody asks it any more: by then every reader knows that it is behind. */
const noticeMs = lagReadEveryMs + 500;
const actor = systemActor('search.mirror', 'search-mirror');

/** Carries what changed in PostgreSQL to Meilisearch. What could not be carried stays marked and comes next time. */
export class SearchMirror {
  /** True until everything was compared once, and again after the server was away: it may have come back empty or old. */
  private doubtful = true;
  /** Indexes that held documents when this process last looked. */
  private filled: readonly string[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly postgres: PostgresSearchEngine,
    private readonly meilisearch: MeilisearchEngine | null,
    private readonly indexes: readonly string[],
  ) {}

  /** Carries one batch; how many changes there were. Without Meilisearch, or while another process carries, none. */
  async carry(): Promise<number> {
    const { meilisearch } = this;
    if (!meilisearch) return 0;
    try {
      return (
        (await this.exclusively(async () => {
          if (this.doubtful || (await this.lost(meilisearch))) await this.compare(meilisearch);
          const carried = await this.carryBatch(meilisearch);
          this.filled = await meilisearch.filled(this.indexes);
          return carried;
        })) ?? 0
      );
    } catch (error) {
      this.doubtful = true;
      throw error;
    }
  }

  /** Runs the work while nobody else writes to the mirror; null when somebody does. */
  exclusively<T>(work: () => Promise<T>): Promise<T | null> {
    return this.unitOfWork.runSeparately(actor, async (tx) => {
      const [lock] = await tx.query<{ held: boolean }>(
        `SELECT pg_try_advisory_xact_lock($1) AS held,
           set_config('idle_in_transaction_session_timeout', '${lockMs}', true) AS idle`,
        [lockKey],
      );
      return lock?.held ? work() : null;
    });
  }

  /** True when an index lost its documents between two looks: the server was away too shortly to be missed. */
  private async lost(meilisearch: MeilisearchEngine): Promise<boolean> {
    const now = await meilisearch.filled(this.indexes);
    return this.filled.some((index) => !now.includes(index));
  }

  /**
   * Marks what differs from PostgreSQL for carrying, and takes out what PostgreSQL does not hold. An index that is missing
   * is made after everybody knows that it is behind: an empty one would answer that there is nothing.
   */
  private async compare(meilisearch: MeilisearchEngine): Promise<void> {
    let missing = 0;
    for (const index of this.indexes) {
      const here = await this.postgres.digests(index);
      const held = await meilisearch.holds(index);
      const there = held ? await meilisearch.digests(index) : new Map<string, string>();
      if (!held && here.size > 0) missing += 1;
      const differing = [...here].filter(([id, digest]) => there.get(id) !== digest).map(([id]) => id);
      await this.postgres.markUnmirrored(index, differing);
      const foreign = [...there.keys()].filter((id) => !here.has(id));
      if (foreign.length > 0) await meilisearch.remove(index, foreign);
    }
    if (missing > 0) await sleep(noticeMs);
    for (const index of this.indexes) await meilisearch.settle(index);
    this.doubtful = false;
  }

  private async carryBatch(meilisearch: MeilisearchEngine): Promise<number> {
    const changes = await this.postgres.unmirrored(batch);
    if (changes.length === 0) return 0;
    try {
      await this.send(meilisearch, changes);
    } catch (error) {
      await this.oneByOne(meilisearch, changes, error);
    }
    return changes.length;
  }

  private async send(meilisearch: MeilisearchEngine, changes: readonly Change[]): Promise<void> {
    await meilisearch.upsert(changes.filter(({ removed }) => !removed));
    for (const index of new Set(changes.map((change) => change.index))) {
      const gone = changes.filter((change) => change.removed && change.index === index).map(({ id }) => id);
      if (gone.length > 0) await meilisearch.remove(index, gone);
    }
    await this.postgres.markMirrored(changes);
  }

  /** One document that the server refuses must not hold up the others; the run fails all the same. */
  private async oneByOne(meilisearch: MeilisearchEngine, changes: readonly Change[], reason: unknown): Promise<void> {
    if (!(await meilisearch.health())) throw reason;
    let first: unknown = null;
    for (const change of changes) await this.send(meilisearch, [change]).catch((error: unknown) => (first ??= error));
    if (first !== null) throw first instanceof Error ? first : reason;
  }
}
