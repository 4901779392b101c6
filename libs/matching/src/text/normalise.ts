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

/** Like normalise, and remembers where each unit came from, so that a found word can be shown in the original. */
export function normaliseWithOrigin(original: string): NormalText {
  const parts: string[] = [];
  const origin: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = normalise(character);
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at);
    at += character.length;
  }
  origin.push(at);
  return { original, text: parts.join(''), origin: Uint32Array.from(origin) };
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
