import { TopK } from './top-k.js';

export interface Bm25Options {
  readonly k1: number;
  readonly b: number;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** A term with its weight: in a document how often it stands there, in a query how much it counts. */
export type Weights = ReadonlyMap<string, number>;

const defaults: Bm25Options = { k1: 1.2, b: 0.75 };
/** The base is built anew once the changes since are more than this share of it, and more than the minimum. */
const mergeShare = 0.25;
const minimumMerge = 20_000;

/**
 * BM25 (Robertson & Zaragoza 2009) over typed arrays. The base holds the postings of all terms one after another
 * (compressed sparse rows); what came since stands in small lists that the next merge takes in. Scores depend on the
 * live documents only: adding and removing leads to the same scores as building anew.
 */
export class Bm25Index {
  private readonly options: Bm25Options;
  private readonly termIds = new Map<string, number>();
  private readonly slots = new Map<string, number>();
  private ids: (string | null)[] = [];
  private lengths = new Float32Array(1024);
  private documentTerms: (Uint32Array | null)[] = [];
  private frequencies: number[] = [];
  private starts = new Uint32Array(1);
  private baseSlots = new Uint32Array(0);
  private baseCounts = new Float32Array(0);
  private recent = new Map<number, { slots: number[]; counts: number[] }>();
  private recentPostings = 0;
  private deadPostings = 0;
  private totalLength = 0;
  private scores = new Float32Array(1024);

  constructor(options: Partial<Bm25Options> = {}) {
    this.options = { ...defaults, ...options };
  }

  get size(): number {
    return this.slots.size;
  }

  has(id: string): boolean {
    return this.slots.has(id);
  }

  /** Adds a document; one of the same id is replaced. */
  add(id: string, terms: Weights): void {
    this.remove(id);
    const slot = this.ids.length;
    this.reserve(slot + 1);
    this.ids.push(id);
    this.slots.set(id, slot);
    const own = new Uint32Array(terms.size);
    let length = 0;
    let place = 0;
    for (const [term, count] of terms) {
      const termId = this.termId(term);
      own[place] = termId;
      place += 1;
      length += count;
      this.frequencies[termId] = (this.frequencies[termId] ?? 0) + 1;
      const list = this.recent.get(termId) ?? { slots: [], counts: [] };
      list.slots.push(slot);
      list.counts.push(count);
      this.recent.set(termId, list);
    }
    this.documentTerms.push(own);
    this.lengths[slot] = length;
    this.totalLength += length;
    this.recentPostings += own.length;
    if (this.recentPostings > Math.max(minimumMerge, mergeShare * this.baseSlots.length)) this.merge();
  }

  remove(id: string): boolean {
    const slot = this.slots.get(id);
    if (slot === undefined) return false;
    const own = this.documentTerms[slot] ?? new Uint32Array(0);
    for (const termId of own) this.frequencies[termId] = (this.frequencies[termId] ?? 1) - 1;
    this.slots.delete(id);
    this.ids[slot] = null;
    this.documentTerms[slot] = null;
    this.totalLength -= this.lengths[slot] ?? 0;
    this.deadPostings += own.length;
    if (this.deadPostings > Math.max(minimumMerge, mergeShare * this.baseSlots.length)) this.merge();
    return true;
  }

  /** Inverse document frequency of a term among the live documents; a term that nobody has counts like a rare one. */
  idf(term: string): number {
    const termId = this.termIds.get(term);
    const documents = Math.max(1, termId === undefined ? 0 : (this.frequencies[termId] ?? 0));
    return Math.log(1 + (this.size - documents + 0.5) / (documents + 0.5));
  }

  /** The best `limit` documents, best first; equal scores by id. */
  search(query: Weights, limit: number): Hit[] {
    const touched: number[] = [];
    for (const [term, weight] of query) {
      const termId = this.termIds.get(term);
      if (termId === undefined || weight <= 0) continue;
      const share = weight * this.idf(term);
      const from = this.starts[termId] ?? this.baseSlots.length;
      const to = this.starts[termId + 1] ?? from;
      for (let at = from; at < to; at += 1)
        this.score(this.baseSlots[at] ?? 0, this.baseCounts[at] ?? 0, share, touched);
      const list = this.recent.get(termId);
      for (let at = 0; list && at < list.slots.length; at += 1)
        this.score(list.slots[at] ?? 0, list.counts[at] ?? 0, share, touched);
    }
    const best = new TopK(limit);
    for (const slot of touched) {
      const id = this.ids[slot];
      if (id) best.offer({ id, score: this.scores[slot] ?? 0 });
      this.scores[slot] = 0;
    }
    return best.sorted();
  }

  /** The score that a document of these terms gets for the query, whether it is in the index or not. */
  scoreOf(document: Weights, query: Weights): number {
    const { k1, b } = this.options;
    let total = 0;
    for (const count of document.values()) total += count;
    const length = 1 - b + (b * total) / Math.max(this.averageLength(), 1e-9);
    let score = 0;
    for (const [term, weight] of query) {
      const count = document.get(term);
      if (count !== undefined && weight > 0)
        score += (weight * this.idf(term) * count * (k1 + 1)) / (count + k1 * length);
    }
    return score;
  }

  private averageLength(): number {
    return this.totalLength / Math.max(1, this.size);
  }

  private score(slot: number, count: number, share: number, touched: number[]): void {
    if (this.ids[slot] === null) return;
    const { k1, b } = this.options;
    const length = 1 - b + (b * (this.lengths[slot] ?? 0)) / Math.max(this.averageLength(), 1e-9);
    const before = this.scores[slot] ?? 0;
    if (before === 0) touched.push(slot);
    this.scores[slot] = before + (share * count * (k1 + 1)) / (count + k1 * length);
  }

  private termId(term: string): number {
    const known = this.termIds.get(term);
    if (known !== undefined) return known;
    const termId = this.termIds.size;
    this.termIds.set(term, termId);
    return termId;
  }

  private reserve(size: number): void {
    if (size <= this.lengths.length) return;
    const lengths = new Float32Array(this.lengths.length * 2);
    lengths.set(this.lengths);
    this.lengths = lengths;
    this.scores = new Float32Array(lengths.length);
  }

  /** Takes the recent postings into the base and leaves the dead ones out. Slots are numbered anew. */
  private merge(): void {
    const moved = new Int32Array(this.ids.length).fill(-1);
    let live = 0;
    this.ids.forEach((id, slot) => {
      if (id !== null) {
        moved[slot] = live;
        live += 1;
      }
    });
    const terms = this.termIds.size;
    const starts = new Uint32Array(terms + 1);
    for (let term = 0; term < terms; term += 1) starts[term + 1] = (starts[term] ?? 0) + (this.frequencies[term] ?? 0);
    const slots = new Uint32Array(starts[terms] ?? 0);
    const counts = new Float32Array(slots.length);
    for (let term = 0; term < terms; term += 1) {
      let at = starts[term] ?? 0;
      const put = (slot: number, count: number): void => {
        const to = moved[slot] ?? -1;
        if (to < 0) return;
        slots[at] = to;
        counts[at] = count;
        at += 1;
      };
      const to = this.starts[term + 1] ?? 0;
      for (let from = this.starts[term] ?? to; from < to; from += 1)
        put(this.baseSlots[from] ?? 0, this.baseCounts[from] ?? 0);
      this.recent.get(term)?.slots.forEach((slot, place) => put(slot, this.recent.get(term)?.counts[place] ?? 0));
    }
    this.renumber(moved, live);
    this.starts = starts;
    this.baseSlots = slots;
    this.baseCounts = counts;
    this.recent = new Map();
    this.recentPostings = 0;
    this.deadPostings = 0;
  }

  private renumber(moved: Int32Array, live: number): void {
    const lengths = new Float32Array(Math.max(1024, live * 2));
    const ids: string[] = [];
    const documentTerms: (Uint32Array | null)[] = [];
    this.ids.forEach((id, slot) => {
      if (id === null) return;
      lengths[moved[slot] ?? 0] = this.lengths[slot] ?? 0;
      ids.push(id);
      documentTerms.push(this.documentTerms[slot] ?? null);
      this.slots.set(id, moved[slot] ?? 0);
    });
    this.ids = ids;
    this.documentTerms = documentTerms;
    this.lengths = lengths;
    this.scores = new Float32Array(lengths.length);
  }
}
