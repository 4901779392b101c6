import { findSpans, normalise, normaliseWithOrigin, type Span } from '#matching/text/normalise.js';

/** A piece of a text with the places in it that the query meant: UTF-16 offsets, nothing of a user is ever markup. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Span[];
}

const maxMarks = 40;
const perWord = 10;

/** Marks the words in a text, longer ones first; marks do not overlap. */
export function mark(text: string, words: readonly string[]): MarkedText {
  const normal = normaliseWithOrigin(text);
  const marks: Span[] = [];
  for (const word of [...new Set(words.map(normalise))].sort((a, b) => b.length - a.length))
    for (const span of findSpans(normal, word, perWord))
      if (!marks.some((other) => span.start < other.end && other.start < span.end)) marks.push(span);
  return { text, marks: joined(marks.sort((a, b) => a.start - b.start)).slice(0, maxMarks) };
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

/** The stretch of a long text around its first marks, marked. */
export function snippet(text: string, words: readonly string[]): MarkedText {
  const characters = [...text];
  if (characters.length <= snippetCharacters) return mark(text, words);
  const { marks } = mark(text, words);
  const first = marks[0] === undefined ? 0 : [...text.slice(0, marks[0].start)].length;
  const start = Math.max(0, Math.min(first - before, characters.length - snippetCharacters));
  const end = Math.min(characters.length, start + snippetCharacters);
  const piece = `${start > 0 ? '…' : ''}${characters.slice(start, end).join('')}${end < characters.length ? '…' : ''}`;
  return mark(piece, words);
}
