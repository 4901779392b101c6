import type { Need, Offer } from '#matching/rank/subject.js';
import { VectorIndex } from '#matching/rank/vectors.js';
import type { Embedder } from '#platform/embedding/http-embedder.js';

const nearestOffers = 50;
/** Offers embedded before a need is answered; the rest follows with the next needs. */
const embeddedAtOnce = 256;

/** A further retriever by meaning, when an embedder is configured; without one, or when it fails, it finds nothing. */
export class NearbyOffers {
  private readonly vectors = new VectorIndex();
  private readonly waiting = new Map<string, string>();

  constructor(private readonly embedder: Embedder | null) {}

  add({ id, title, summary }: Offer): void {
    if (this.embedder) this.waiting.set(id, textOf(title, summary));
  }

  remove(id: string): void {
    this.waiting.delete(id);
    this.vectors.remove(id);
  }

  /** Ids of the offers nearest to a need in meaning: more candidates for `Matcher.rank`. */
  async near({ title, summary }: Need): Promise<string[]> {
    if (!this.embedder) return [];
    await this.embedWaiting(this.embedder);
    const vector = (await this.embedder.embed([textOf(title, summary)]))?.[0];
    return vector ? this.vectors.nearest(vector, nearestOffers) : [];
  }

  private async embedWaiting(embedder: Embedder): Promise<void> {
    const some = [...this.waiting].slice(0, embeddedAtOnce);
    if (some.length === 0) return;
    const vectors = await embedder.embed(some.map(([, text]) => text));
    vectors?.forEach((vector, at) => {
      const [id, text] = some[at] ?? [];
      // What has changed or gone while the service was thinking waits for its next turn.
      if (id === undefined || this.waiting.get(id) !== text) return;
      this.vectors.add(id, vector);
      this.waiting.delete(id);
    });
  }
}

const textOf = (title: string, summary: string | null): string => [title, summary ?? ''].join('\n').trim();
