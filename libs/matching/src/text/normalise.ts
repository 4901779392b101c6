/** Normal form of a text with, for each of its UTF-16 units, the place in the original it came from. */
export interface NormalText {
  readonly original: string;
  readonly text: string;
  readonly origin: Uint32Array;
}

/** A stretch [start, end) of an original text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Full-width and compatibility forms (㎡, ＴＭＲ, ℃) to their plain ones, Latin to lower case: Unicode NFKC. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const unknown = 0;
const notAlone = 0xffff;
/** The normal form of each unit that has one by itself, whatever stands beside it. Filled as texts are read. */
const plain = new Uint16Array(0x1_0000);
// Combining marks, Hangul jamo and surrogates depend on their neighbours, and so does the lower case of a sigma.
const dependent = /[\p{M}\p{Cs}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u03a3]/u;

/** The normal form of one unit, or null when it is not one unit or depends on what stands beside it. */
export function plainUnit(unit: number): number | null {
  const known = plain[unit] ?? notAlone;
  if (known !== unknown) return known === notAlone ? null : known;
  if (unit === 0) return 0;
  const character = String.fromCharCode(unit);
  const normal = normalise(character);
  const alone = normal.length === 1 && normal !== '\0' && !dependent.test(character) && !dependent.test(normal);
  plain[unit] = alone ? normal.charCodeAt(0) : notAlone;
  return alone ? normal.charCodeAt(0) : null;
}

/** Like normalise, and remembers where each unit came from, so that a found word can be shown in the original. */
export function normaliseWithOrigin(original: string): NormalText {
  const units: number[] = [];
  const origin: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const unit = plainUnit(original.charCodeAt(at));
    const character = unit === null ? String.fromCodePoint(original.codePointAt(at) ?? 0) : '';
    const normal = unit === null ? normalise(character) : '';
    if (unit !== null) units.push(unit);
    for (let next = 0; next < normal.length; next += 1) units.push(normal.charCodeAt(next));
    while (origin.length < units.length) origin.push(at);
    if (character.length > 1) at += 1;
  }
  origin.push(original.length);
  return { original, text: textOfUnits(units), origin: Uint32Array.from(origin) };
}

/** Arguments a function call takes without complaint. */
const unitsAtOnce = 8_192;

export function textOfUnits(units: readonly number[] | Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += unitsAtOnce)
    text += String.fromCharCode.apply(null, units.slice(at, at + unitsAtOnce) as number[]);
  return text;
}

/** Where the word stands in the original text, first place first; at most `limit` places. */
export function findSpans(text: NormalText, word: string, limit: number): Span[] {
  const spans: Span[] = [];
  if (word === '') return spans;
  for (
    let at = text.text.indexOf(word);
    at >= 0 && spans.length < limit;
    at = text.text.indexOf(word, at + word.length)
  ) {
    const start = text.origin[at] ?? 0;
    const end = text.origin[at + word.length] ?? text.original.length;
    if (end > start) spans.push({ start, end });
  }
  return spans;
}
