import { findSpans, normalise, normaliseWithOrigin, type NormalText, type Span } from '#matching/text/normalise.js';

/** A piece of a text with the places in it that the query meant: UTF-16 offsets, nothing of a user is ever markup. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Span[];
}

const maxMarks = 40;
const perWord = 10;

/** Words in the form that texts are searched in, longer ones first. Once for all texts of a page: a query may mean a hundred. */
export type WordsToMark = readonly string[] & { readonly prepared: true };

export const wordsToMark = (words: readonly string[]): WordsToMark =>
  Object.assign(
    [...new Set(words.map(normalise))].filter((word) => word !== '').sort((a, b) => b.length - a.length),
    { prepared: true as const },
  );

/** Marks the words in a text; marks do not overlap. */
export function mark(text: string, words: WordsToMark): MarkedText {
  return { text, marks: marksIn(normaliseWithOrigin(text), words) };
}

function marksIn(normal: NormalText, words: WordsToMark): Span[] {
  const marks: Span[] = [];
  for (const word of words)
    for (const span of findSpans(normal, word, perWord))
      if (!marks.some((other) => span.start < other.end && other.start < span.end)) marks.push(span);
  return joined(marks.sort((a, b) => a.start - b.start)).slice(0, maxMarks);
}

/** Marks that touch become one. */
function joined(marks: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of marks) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

const snippetCharacters = 120;
const before = 30;

/** The stretch of a long text around its first mark, marked. */
export function snippet(text: string, words: WordsToMark): MarkedText {
  // So short in units that it is short in characters too.
  if (text.length <= snippetCharacters) return mark(text, words);
  const characters = [...text];
  if (characters.length <= snippetCharacters) return mark(text, words);
  const first = charactersBefore(text, firstMark(text, words));
  const start = Math.max(0, Math.min(first - before, characters.length - snippetCharacters));
  const end = Math.min(characters.length, start + snippetCharacters);
  const piece = `${start > 0 ? '…' : ''}${characters.slice(start, end).join('')}${end < characters.length ? '…' : ''}`;
  return mark(piece, words);
}

/** Where the first word stands in the original text; its beginning without any. */
function firstMark(text: string, words: WordsToMark): number {
  const normal = normaliseWithOrigin(text);
  let first = normal.text.length;
  for (const word of words) {
    const at = normal.text.indexOf(word);
    if (at >= 0 && at < first) first = at;
  }
  return first === normal.text.length ? 0 : (normal.origin[first] ?? 0);
}

const charactersBefore = (text: string, unit: number): number => (unit === 0 ? 0 : [...text.slice(0, unit)].length);
