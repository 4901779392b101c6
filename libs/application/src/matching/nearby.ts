import type { Need, Offer } from '#matching/rank/subject.js';
import { VectorIndex } from '#matching/rank/vectors.js';
import type { Embedder } from '#platform/embedding/http-embedder.js';

const nearestOnes = 50;
/** Texts embedded before somebody is answered; the rest follows with the next ones. */
const embeddedAtOnce = 256;
const textsAtOnce = 64;
/** Longer nobody waits for texts that he did not ask about. */
const embedWithinMs = 500;

type Text = Pick<Need, 'id' | 'title' | 'summary'>;
type Near = ReadonlyMap<string, readonly string[]>;

/** The texts of one side of the market and what an embedder made of them. */
class Side {
  readonly vectors = new VectorIndex();
  private readonly texts = new Map<string, string>();
  private readonly waiting = new Set<string>();

  add({ id, title, summary }: Text): void {
    const text = [title, summary ?? ''].join('\n').trim();
    if (this.texts.get(id) === text) return;
    this.texts.set(id, text);
    this.vectors.remove(id);
    this.waiting.add(id);
  }

  remove(id: string): void {
    this.texts.delete(id);
    this.waiting.delete(id);
    this.vectors.remove(id);
  }

  /** Embeds those that are asked about, then others that wait while there is time. False when the service gave nothing. */
  async embed(embedder: Embedder, wanted: readonly string[], untilMs: number): Promise<boolean> {
    const queue = [...new Set([...wanted.filter((id) => this.waiting.has(id)), ...this.waiting])];
    const most = Math.max(wanted.length, embeddedAtOnce);
    for (let at = 0; at < Math.min(queue.length, most); at += textsAtOnce) {
      if (at >= wanted.length && performance.now() > untilMs) break;
      if (!(await this.embedSome(embedder, queue.slice(at, at + textsAtOnce)))) return false;
    }
    return true;
  }

  private async embedSome(embedder: Embedder, ids: readonly string[]): Promise<boolean> {
    const asked = ids.map((id) => ({ id, text: this.texts.get(id) ?? '' }));
    const vectors = await embedder.embed(asked.map(({ text }) => text));
    vectors?.forEach((vector, at) => {
      const { id, text } = asked[at] ?? {};
      // What has changed or gone while the service was thinking waits for its next turn.
      if (id === undefined || this.texts.get(id) !== text) return;
      this.vectors.add(id, vector);
      this.waiting.delete(id);
    });
    return vectors !== null;
  }
}

/**
 * A further retriever by meaning, both ways, when an embedder is configured; without one, or when it fails, it finds
 * nothing, and whoever asks goes on with what the words find.
 */
export class Nearby {
  private readonly offers = new Side();
  private readonly needs = new Side();

  constructor(private readonly embedder: Embedder | null) {}

  addOffer(offer: Offer): void {
    if (this.embedder) this.offers.add(offer);
  }

  addNeed(need: Need): void {
    if (this.embedder) this.needs.add(need);
  }

  remove(id: string): void {
    this.offers.remove(id);
    this.needs.remove(id);
  }

  /** Of each of these remembered needs the ids of the offers nearest in meaning: more candidates for the matcher. */
  offersNear(needs: readonly Need[]): Promise<Near> {
    return this.near(this.needs, this.offers, needs);
  }

  /** Of each of these remembered offers the ids of the needs nearest in meaning. */
  needsNear(offers: readonly Offer[]): Promise<Near> {
    return this.near(this.offers, this.needs, offers);
  }

  private async near(from: Side, to: Side, asked: readonly Text[]): Promise<Near> {
    const ids = asked.map(({ id }) => id);
    if (!this.embedder || ids.length === 0) return new Map();
    const until = performance.now() + embedWithinMs;
    // A service that gives nothing is not asked again for the other side.
    if (!(await from.embed(this.embedder, ids, until))) return new Map();
    if (!(await to.embed(this.embedder, [], until))) return new Map();
    return new Map(
      ids.flatMap((id) => {
        const vector = from.vectors.get(id);
        return vector ? [[id, to.vectors.nearest(vector, nearestOnes)] as const] : [];
      }),
    );
  }
}
