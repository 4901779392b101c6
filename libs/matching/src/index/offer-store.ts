import type { FoundObject } from '../lexicon/lexicon.js';
import type { Offer } from '../rank/subject.js';
import { Chunks, grown } from './chunks.js';
import { Columns } from './columns.js';

type Facts = Omit<Offer, 'id' | 'title' | 'summary' | 'keywords'>;

/** Between the parts of a text; what an author writes never holds it after validation, and if so it is left out. */
const separator = '\u0000';
/** Arguments a function call takes without complaint. */
const unitsAtOnce = 8_192;

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

  objectsOf(number: number): readonly FoundObject[] {
    return this.objectLists[this.lists[number] ?? 0] ?? [];
  }

  delete(number: number): void {
    this.texts.delete(number);
  }

  private textOf(number: number): string {
    const chunk = this.texts.chunk(number);
    const start = this.texts.start(number);
    const end = start + this.texts.size(number);
    let text = '';
    for (let at = start; at < end; at += unitsAtOnce)
      text += String.fromCharCode.apply(
        null,
        chunk.subarray(at, Math.min(end, at + unitsAtOnce)) as unknown as number[],
      );
    return text;
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
