import { diffArrays } from 'diff';

/** A piece of a text that stayed, came or went. */
export interface RedLinePart {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface RedLine {
  readonly parts: readonly RedLinePart[];
  readonly addedCharacters: number;
  readonly removedCharacters: number;
}

/** Beyond so many edits a passage counts as rewritten and is shown whole: the comparison stays quick on any input. */
const maxEdits = 800;

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
/** Numbers and Latin words whole, everything else sign by sign. (Intl.Segmenter copies the text for every segment.) */
const wordsOf = (text: string): string[] => text.match(/[A-Za-z0-9.,]+|[^\S\n]+|[^]/gu) ?? [];

/** Line by line first, then word by word inside what was replaced. Kept and added parts make `after`, kept and removed `before`. */
export function redLine(before: string, after: string): RedLine {
  const lines = difference(linesOf(before), linesOf(after));
  const parts: RedLinePart[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [part, next] = [lines[at], lines[at + 1]];
    if (!part) break;
    const replaced = part.change === 'removed' && next?.change === 'added';
    parts.push(...(replaced ? difference(wordsOf(part.text), wordsOf(next.text)) : [part]));
    if (replaced) at += 1;
  }
  const count = (change: RedLinePart['change']) =>
    parts.reduce((total, part) => total + (part.change === change ? [...part.text].length : 0), 0);
  return { parts, addedCharacters: count('added'), removedCharacters: count('removed') };
}

function difference(before: string[], after: string[]): RedLinePart[] {
  const changes = diffArrays(before, after, { maxEditLength: maxEdits });
  if (!changes) {
    return [
      { change: 'removed', text: before.join('') },
      { change: 'added', text: after.join('') },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    change: removed ? 'removed' : added ? 'added' : 'same',
    text: value.join(''),
  }));
}
