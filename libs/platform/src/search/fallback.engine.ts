import { circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { codeOf } from './meilisearch.server.js';
import type { SearchAnswer, SearchDocument, SearchEngine, SearchQuery } from './search.engine.js';

/** Failures one after the other before the first engine is left alone, and for how long. */
const failuresToOpen = 2;
const openMs = 5_000;
/** So old may a change be that the first engine has not got; older, and it is no witness any more. */
const maxLagSeconds = 10;
/** So long a reader may take to learn that the first engine is behind. */
export const lagReadEveryMs = 1_000;

/**
 * Asks the first engine and, when it is away, slow or behind, the second one; then leaves the first alone for a while.
 * Writes go to the second engine only: the mirror carries them to the first (see SearchMirror).
 */
export class FallbackSearchEngine implements SearchEngine {
  private readonly circuit = circuitBreaker(
    // A query that the server refuses says nothing of its health.
    handleWhen((error) => !codeOf(error)?.startsWith('invalid_')),
    { halfOpenAfter: openMs, breaker: new ConsecutiveBreaker(failuresToOpen) },
  );
  private lag = { seconds: 0, readMs: -lagReadEveryMs };

  constructor(
    private readonly first: SearchEngine,
    private readonly second: SearchEngine,
    /** Age in seconds of the oldest change that the first engine has not got. */
    private readonly readLag: () => Promise<number>,
    /** Milliseconds of a steady clock. */
    private readonly nowMs: () => number,
  ) {}

  get name(): SearchAnswer['engine'] {
    return this.first.name;
  }

  upsert(documents: readonly SearchDocument[]): Promise<void> {
    return this.second.upsert(documents);
  }

  remove(index: string, ids: readonly string[]): Promise<void> {
    return this.second.remove(index, ids);
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    if (await this.behind()) return this.second.search(query);
    try {
      return await this.circuit.execute(() => this.first.search(query));
    } catch {
      return this.second.search(query);
    }
  }

  count(index: string): Promise<number> {
    return this.second.count(index);
  }

  digests(index: string): Promise<Map<string, string>> {
    return this.second.digests(index);
  }

  async health(): Promise<boolean> {
    return (await this.first.health()) && (await this.second.health());
  }

  private async behind(): Promise<boolean> {
    if (this.nowMs() - this.lag.readMs >= lagReadEveryMs) {
      this.lag = { ...this.lag, readMs: this.nowMs() };
      this.lag = { ...this.lag, seconds: await this.readLag() };
    }
    return this.lag.seconds > maxLagSeconds;
  }
}
