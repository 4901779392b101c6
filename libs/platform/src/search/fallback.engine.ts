import type { SearchAnswer, SearchDocument, SearchEngine, SearchQuery } from './search.engine.js';

/** How long the first engine is left alone after it failed. */
const openMs = 10_000;

/**
 * Asks the first engine and, when it is away or slow, the second one; then leaves the first alone for a while.
 * Writes go to the second engine only: the mirror carries them to the first (see SearchMirror).
 */
export class FallbackSearchEngine implements SearchEngine {
  private closedUntil = 0;

  constructor(
    private readonly first: SearchEngine,
    private readonly second: SearchEngine,
    /** Milliseconds of a steady clock. */
    private readonly nowMs: () => number,
  ) {}

  get name(): SearchAnswer['engine'] {
    return this.nowMs() < this.closedUntil ? this.second.name : this.first.name;
  }

  upsert(documents: readonly SearchDocument[]): Promise<void> {
    return this.second.upsert(documents);
  }

  remove(index: string, ids: readonly string[]): Promise<void> {
    return this.second.remove(index, ids);
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    if (this.nowMs() < this.closedUntil) return this.second.search(query);
    try {
      return await this.first.search(query);
    } catch {
      this.closedUntil = this.nowMs() + openMs;
      return this.second.search(query);
    }
  }

  count(index: string): Promise<number> {
    return this.second.count(index);
  }

  async health(): Promise<boolean> {
    return (await this.first.health()) && (await this.second.health());
  }
}
