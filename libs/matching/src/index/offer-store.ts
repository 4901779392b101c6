import type { FoundObject } from '../lexicon/lexicon.js';
import type { Offer, OfferFacts } from '../rank/subject.js';
import { plainUnit, textOfUnits } from '../text/normalise.js';
import { separator, type UnitText } from '../text/units.js';
import { Chunks, grown } from './chunks.js';
import { Columns } from './columns.js';

type Facts = Omit<OfferFacts, 'id'>;

/** The achievements in memory, by the number the index gave each: their texts in large arrays, the rest in columns. */
export class OfferStore {
  private readonly texts = new Chunks((size) => new Uint16Array(size));
  private readonly facts = new Columns<Facts>();
  private readonly objectLists: (readonly FoundObject[])[] = [];
  private readonly knownLists = new Map<string, number>();
  private lists = new Uint32Array(1024);
  private units = new Uint16Array(1024);

  set(number: number, { id: _id, title, summary, keywords, ...facts }: Offer, objects: readonly FoundObject[]): void {
    const parts = [title, ...(summary === null ? [] : [summary]), ...keywords];
    const text = `${summary === null ? '-' : '+'}${parts.map((part) => part.replaceAll(separator, '')).join(separator)}`;
    this.units = grown(this.units, text.length, (length) => new Uint16Array(length));
    for (let at = 0; at < text.length; at += 1) this.units[at] = text.charCodeAt(at);
    this.texts.set(number, this.units, text.length);
    this.facts.set(number, facts);
    this.lists = grown(this.lists, number + 1, (length) => new Uint32Array(length));
    this.lists[number] = this.listOf(objects);
  }

  get(number: number, id: string): Offer {
    const text = this.textOf(number);
    const [title = '', ...others] = text.slice(1).split(separator);
    const summary = text.startsWith('+') ? (others.shift() ?? null) : null;
    return { id, title, summary, keywords: others, ...this.facts.get(number) };
  }

  /** All but the texts. */
  factsOf(number: number, id: string): OfferFacts {
    return { id, ...this.facts.get(number) };
  }

  /**
   * The normal form of the text, until the next one is read; null when it is not the normal forms of its units one by
   * one (℃, combining marks): then the whole text has to be put into normal form.
   */
  normalOf(number: number): UnitText | null {
    const chunk = this.texts.chunk(number);
    const from = this.texts.start(number) + 1;
    const end = Math.max(0, this.texts.size(number) - 1);
    this.units = grown(this.units, end, (length) => new Uint16Array(length));
    const { units } = this;
    let titleEnd = end;
    for (let at = 0; at < end; at += 1) {
      const unit = plainUnit(chunk[from + at] ?? 0);
      if (unit === null) return null;
      units[at] = unit;
      if (unit === 0 && at < titleEnd) titleEnd = at;
    }
    return { units, titleEnd, end };
  }

  objectsOf(number: number): readonly FoundObject[] {
    return this.objectLists[this.lists[number] ?? 0] ?? [];
  }

  delete(number: number): void {
    this.texts.delete(number);
  }

  private textOf(number: number): string {
    const start = this.texts.start(number);
    return textOfUnits(this.texts.chunk(number).subarray(start, start + this.texts.size(number)));
  }

  /** Few different lists of objects stand for many texts. */
  private listOf(objects: readonly FoundObject[]): number {
    const key = JSON.stringify(objects);
    const at = this.knownLists.get(key) ?? this.objectLists.length;
    if (at === this.objectLists.length) {
      this.objectLists.push(objects);
      this.knownLists.set(key, at);
    }
    return at;
  }
}
