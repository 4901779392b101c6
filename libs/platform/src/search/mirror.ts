import type { MeilisearchEngine } from './meilisearch.engine.js';
import type { PostgresSearchEngine } from './postgres.engine.js';

const batch = 500;

/** Carries what changed in PostgreSQL to Meilisearch. What could not be carried stays marked and comes next time. */
export class SearchMirror {
  constructor(
    private readonly postgres: PostgresSearchEngine,
    private readonly meilisearch: MeilisearchEngine | null,
  ) {}

  /** Carries one batch; how many changes there were. Without Meilisearch there is nothing to do. */
  async carry(): Promise<number> {
    if (!this.meilisearch) return 0;
    const changes = await this.postgres.unmirrored(batch);
    await this.meilisearch.upsert(changes.filter(({ removed }) => !removed));
    for (const index of new Set(changes.map((change) => change.index))) {
      const gone = changes.filter((change) => change.removed && change.index === index).map(({ id }) => id);
      if (gone.length > 0) await this.meilisearch.remove(index, gone);
    }
    if (changes.length > 0) await this.postgres.markMirrored(changes);
    return changes.length;
  }
}
