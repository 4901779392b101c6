import { Chunks, grown } from './chunks.js';
import { Vocabulary } from './vocabulary.js';

export interface Bm25Options {
  readonly k1: number;
  readonly b: number;
}

/** A term with its weight: in a document how often it stands there, in a query how much it counts. */
export type Weights = ReadonlyMap<string, number>;

/** A query ready for scoring: for each known term its weight times its rareness, and the way to take it out again. */
export interface PreparedQuery {
  readonly terms: readonly { readonly termId: number; readonly share: number }[];
}

const mostCounts = 256;
/** Scores are told apart from here on: sums of the same numbers in another order are the same score. */
const scoreSteps = 2 ** 24;
export const rounded = (score: number): number => Math.round(score * scoreSteps) / scoreSteps;

/**
 * What each document says: its terms and how often, as bytes (sorted term numbers, differences, variable length), and
 * the statistics BM25 asks for. Documents have numbers, given by the caller; about two bytes a term.
 */
export class TermLists {
  readonly options: Bm25Options;
  /** How often a term may stand in a text: few different numbers, so that one byte tells which. */
  readonly counts = new Float64Array(mostCounts);
  private readonly codes = new Map<number, number>();
  private readonly vocabulary = new Vocabulary();
  private frequencies = new Uint32Array(1024);
  private lengths = new Float32Array(1024);
  private readonly lists = new Chunks((size) => new Uint8Array(size));
  private totalLength = 0;
  private documents = 0;
  private shares = new Float64Array(1024);
  /** One bit a term: whether the prepared query has it. Small enough to stay in the processor's nearest memory. */
  private wanted = new Uint32Array(1024);
  private bytes = new Uint8Array(1024);
  /** The terms of the document that was read last, and the codes of their counts. */
  termIdsRead = new Uint32Array(1024);
  codesRead = new Uint8Array(1024);

  constructor(options: Bm25Options) {
    this.options = options;
  }

  get size(): number {
    return this.documents;
  }

  get vocabularySize(): number {
    return this.vocabulary.size;
  }

  get averageLength(): number {
    return Math.max(this.totalLength / Math.max(1, this.documents), 1e-9);
  }

  lengthOf(number: number): number {
    return this.lengths[number] ?? 0;
  }

  add(number: number, terms: Weights): void {
    this.lengths = grown(this.lengths, number + 1, (length) => new Float32Array(length));
    this.frequencies = grown(this.frequencies, this.vocabularySize + terms.size, (size) => new Uint32Array(size));
    const entries = new Float64Array(terms.size);
    let length = 0;
    let place = 0;
    for (const [term, count] of terms) {
      const termId = this.vocabulary.idOf(term);
      entries[place] = termId * mostCounts + this.codeOf(count);
      this.frequencies[termId] = (this.frequencies[termId] ?? 0) + 1;
      length += count;
      place += 1;
    }
    const size = this.encode(entries.sort());
    this.lists.set(number, this.bytes, size);
    this.lengths[number] = length;
    this.totalLength += this.lengthOf(number);
    this.documents += 1;
  }

  /** Takes the document out of the statistics; its list stays readable until `forget`. */
  retire(number: number): void {
    const size = this.read(number);
    for (let at = 0; at < size; at += 1) {
      const termId = this.termIdsRead[at] ?? 0;
      this.frequencies[termId] = (this.frequencies[termId] ?? 1) - 1;
    }
    this.documents -= 1;
    this.totalLength = this.documents === 0 ? 0 : this.totalLength - this.lengthOf(number);
  }

  forget(number: number): void {
    this.lists.delete(number);
  }

  /** Inverse document frequency of a term among the live documents; a term that nobody has counts like a rare one. */
  idf(term: string): number {
    const termId = this.vocabulary.find(term);
    return this.rareness(termId === undefined ? 0 : (this.frequencies[termId] ?? 0));
  }

  private rareness(frequency: number): number {
    const documents = Math.max(1, frequency);
    return Math.log(1 + (this.documents - documents + 0.5) / (documents + 0.5));
  }

  /** Lays the query's weights out for `scoreAt`; to be cleared after use. */
  prepare(query: Weights): PreparedQuery {
    this.shares = grown(this.shares, this.vocabularySize, (length) => new Float64Array(length));
    this.wanted = grown(this.wanted, (this.vocabularySize >>> 5) + 1, (length) => new Uint32Array(length));
    const terms: { termId: number; share: number }[] = [];
    for (const [term, weight] of query) {
      const termId = this.vocabulary.find(term);
      if (termId === undefined || weight <= 0 || (this.frequencies[termId] ?? 0) === 0) continue;
      const share = weight * this.rareness(this.frequencies[termId] ?? 0);
      this.shares[termId] = share;
      this.wanted[termId >>> 5] = (this.wanted[termId >>> 5] ?? 0) | (1 << (termId & 31));
      terms.push({ termId, share });
    }
    return { terms };
  }

  clear(query: PreparedQuery): void {
    for (const { termId } of query.terms) this.wanted[termId >>> 5] = 0;
  }

  /** The score of a document for the query that was prepared last. */
  scoreAt(number: number): number {
    const { k1, b } = this.options;
    const norm = k1 * (1 - b + (b * this.lengthOf(number)) / this.averageLength);
    const { shares, wanted, counts } = this;
    const bytes = this.lists.chunk(number);
    let at = this.lists.start(number);
    const end = at + this.lists.size(number);
    let termId = 0;
    let score = 0;
    // `read` written out: this loop is most of what a match costs.
    while (at < end) {
      let byte = bytes[at] ?? 0;
      at += 1;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at] ?? 0;
        at += 1;
        value |= (byte & 127) << shift;
      }
      termId += value >>> 2;
      let code = value & 3;
      if (code === 3) {
        code = bytes[at] ?? 0;
        at += 1;
      }
      if ((((wanted[termId >>> 5] ?? 0) >>> (termId & 31)) & 1) === 0) continue;
      const count = counts[code] ?? 0;
      score += ((shares[termId] ?? 0) * count * (k1 + 1)) / (count + norm);
    }
    return rounded(score);
  }

  /** The query's terms, each with its weight times its rareness now; what scores many texts one by one. */
  weigh(query: Weights): Weights {
    const shares = new Map<string, number>();
    for (const [term, weight] of query) if (weight > 0) shares.set(term, weight * this.idf(term));
    return shares;
  }

  /** The score that a document of these terms gets, whether it is here or not, for a query made ready by `weigh`. */
  scoreOf(document: Weights, shares: Weights): number {
    const { k1, b } = this.options;
    let total = 0;
    for (const count of document.values()) total += count;
    const norm = k1 * (1 - b + (b * total) / this.averageLength);
    let score = 0;
    for (const [term, share] of shares) {
      const count = document.get(term);
      if (count !== undefined) score += (share * count * (k1 + 1)) / (count + norm);
    }
    return score;
  }

  /** Lays a document's terms out in `termIdsRead` and `codesRead`, by rising term number; how many there are. */
  read(number: number): number {
    const bytes = this.lists.chunk(number);
    let from = this.lists.start(number);
    const end = from + this.lists.size(number);
    this.termIdsRead = grown(this.termIdsRead, end - from, (length) => new Uint32Array(length));
    this.codesRead = grown(this.codesRead, end - from, (length) => new Uint8Array(length));
    const { termIdsRead, codesRead } = this;
    let termId = 0;
    let at = 0;
    while (from < end) {
      let byte = bytes[from] ?? 0;
      from += 1;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[from] ?? 0;
        from += 1;
        value |= (byte & 127) << shift;
      }
      termId += value >>> 2;
      let code = value & 3;
      if (code === 3) {
        code = bytes[from] ?? 0;
        from += 1;
      }
      termIdsRead[at] = termId;
      codesRead[at] = code;
      at += 1;
    }
    return at;
  }

  /** A count nobody had before takes the nearest known one once all codes are given out. */
  private codeOf(count: number): number {
    const known = this.codes.get(count);
    if (known !== undefined) return known;
    const code = this.codes.size;
    if (code < mostCounts) {
      this.codes.set(count, code);
      this.counts[code] = count;
      return code;
    }
    let nearest = 0;
    for (let other = 1; other < mostCounts; other += 1)
      if (Math.abs((this.counts[other] ?? 0) - count) < Math.abs((this.counts[nearest] ?? 0) - count)) nearest = other;
    return nearest;
  }

  /** Writes sorted entries into `this.bytes`; how many bytes they took. */
  private encode(entries: Float64Array): number {
    this.bytes = grown(this.bytes, entries.length * 6, (length) => new Uint8Array(length));
    const { bytes } = this;
    let at = 0;
    let before = 0;
    for (const entry of entries) {
      const termId = Math.floor(entry / mostCounts);
      const code = entry % mostCounts;
      let value = ((termId - before) << 2) | Math.min(code, 3);
      for (; value > 127; value >>>= 7) {
        bytes[at] = (value & 127) | 128;
        at += 1;
      }
      bytes[at] = value;
      at += 1;
      if (code >= 3) {
        bytes[at] = code;
        at += 1;
      }
      before = termId;
    }
    return at;
  }
}
