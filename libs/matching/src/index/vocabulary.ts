import { NumberOf } from './number-of.js';

/** Spreads keys over the table (Knuth's multiplicative hashing: the golden ratio of 2^32). */
const spread = 0x9e3779b1;

/**
 * Gives every term a number. Terms of two characters, which most are (all pairs, most words), stand as 32 bits in an
 * open table: a third of the time and memory of strings in a Map.
 */
export class Vocabulary {
  private readonly others = new NumberOf();
  private keys = new Uint32Array(2_048);
  private values = new Uint32Array(2_048);
  private pairs = 0;

  get size(): number {
    return this.pairs + this.others.size;
  }

  find(term: string): number | undefined {
    const key = keyOf(term);
    if (key === 0) return this.others.get(term);
    const at = this.placeOf(key);
    return this.keys[at] === key ? this.values[at] : undefined;
  }

  /** The term's number; a new term takes the next one. */
  idOf(term: string): number {
    const key = keyOf(term);
    if (key === 0) {
      const known = this.others.get(term) ?? this.size;
      if (known === this.size) this.others.set(term, known);
      return known;
    }
    const at = this.placeOf(key);
    if (this.keys[at] === key) return this.values[at] ?? 0;
    const id = this.size;
    this.keys[at] = key;
    this.values[at] = id;
    this.pairs += 1;
    if (this.pairs * 2 > this.keys.length) this.grow();
    return id;
  }

  private placeOf(key: number): number {
    const mask = this.keys.length - 1;
    let at = (Math.imul(key, spread) >>> 7) & mask;
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Uint32Array(keys.length * 2);
    keys.forEach((key, from) => {
      if (key === 0) return;
      const at = this.placeOf(key);
      this.keys[at] = key;
      this.values[at] = values[from] ?? 0;
    });
  }
}

/** Both characters of a term of two in 32 bits; 0 for every other term. */
const keyOf = (term: string): number =>
  term.length === 2 ? ((term.charCodeAt(0) << 16) | term.charCodeAt(1)) >>> 0 : 0;
