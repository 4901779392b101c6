import type { UnitOfWork } from '../database/unit-of-work.js';
import { systemActor } from '#domain/shared/actor.js';
import type { MeilisearchEngine } from './meilisearch.engine.js';
import type { PostgresSearchEngine, SearchChange } from './postgres.engine.js';
import type { SearchDocument } from './search.engine.js';

type Change = SearchDocument & SearchChange;

const batch = 500;
/** Key of the advisory lock: one process at a time writes to the mirror, so that an old document never follows a new one. */
const lockKey = 7_315_001;
/** The transaction that holds the lock says nothing while the server works at what it was sent. */
const lockMs = 600_000;
const actor = systemActor('search.mirror', 'search-mirror');

/** Carries what changed in PostgreSQL to Meilisearch. What could not be carried stays marked and comes next time. */
export class SearchMirror {
  /** True until everything was compared once, and again after the server was away: it may have come back empty or old. */
  private doubtful = true;

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
          if (this.doubtful) await this.compare(meilisearch);
          else if (!(await meilisearch.health())) throw new Error('Meilisearch is away');
          return this.carryBatch(meilisearch);
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

  /** Marks what differs from PostgreSQL for carrying, and takes out what PostgreSQL does not hold. */
  private async compare(meilisearch: MeilisearchEngine): Promise<void> {
    for (const index of this.indexes) {
      const [here, there] = [await this.postgres.digests(index), await meilisearch.digests(index)];
      const differing = [...here].filter(([id, digest]) => there.get(id) !== digest).map(([id]) => id);
      await this.postgres.markUnmirrored(index, differing);
      const foreign = [...there.keys()].filter((id) => !here.has(id));
      if (foreign.length > 0) await meilisearch.remove(index, foreign);
    }
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
