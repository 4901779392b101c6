import { Injectable } from '@nestjs/common';
import { normalise } from '#matching/text/normalise.js';
import { SearchTerms } from '#platform/search/search.terms.js';
import { soundOf } from '#platform/search/sound.js';
import { Dictionary } from '../matching/dictionary.js';
import type { SearchKind } from './search.kinds.js';

const runs = /\p{Script=Han}+|[a-z0-9]+/gu;
const chinese = /^\p{Script=Han}/u;
/** One character wrong of three is a slip; of two it is another word. */
const minWrongLength = 3;
const longestWord = 8;

/** What may have been meant by a query whose words nothing holds. */
@Injectable()
export class SpellingHelp {
  private known: Known | null = null;

  constructor(
    private readonly dictionary: Dictionary,
    private readonly terms: SearchTerms,
  ) {}

  /** The query with each unknown word replaced by a known one that sounds the same or differs by one character, or null. */
  async correct(kind: SearchKind, query: string): Promise<string | null> {
    const text = normalise(query).trim();
    const parts: string[] = [];
    let at = 0;
    let changed = false;
    for (const match of text.matchAll(runs)) {
      const [run] = match;
      const better = chinese.test(run) ? this.chinese(run) : ((await this.terms.near(kind, run))[0] ?? null);
      parts.push(text.slice(at, match.index), better ?? run);
      at = match.index + run.length;
      changed ||= better !== null;
    }
    return changed ? [...parts, text.slice(at)].join('') : null;
  }

  /** The longest stretch that a dictionary word may stand for, from the left; the rest stays. */
  private chinese(run: string): string | null {
    const known = (this.known ??= knownOf(this.dictionary.words()));
    const characters = [...run];
    let changed = false;
    const parts: string[] = [];
    for (let at = 0; at < characters.length;) {
      const found = this.wordAt(known, characters, at);
      parts.push(found?.word ?? characters[at] ?? '');
      changed ||= found?.changed ?? false;
      at += found?.length ?? 1;
    }
    return changed ? parts.join('') : null;
  }

  private wordAt(known: Known, characters: readonly string[], at: number) {
    for (let length = Math.min(longestWord, characters.length - at); length >= 2; length -= 1) {
      const written = characters.slice(at, at + length).join('');
      if (known.words.has(written)) return { word: written, length, changed: false };
      const sound = soundOf(written)?.full ?? '';
      const word =
        known.bySound.get(sound) ??
        (length >= minWrongLength
          ? known.byGap.get(gapsOf(written).find((gap) => known.byGap.has(gap)) ?? '')
          : undefined);
      if (word !== undefined) return { word, length, changed: true };
    }
    return null;
  }
}

interface Known {
  readonly words: ReadonlySet<string>;
  readonly bySound: ReadonlyMap<string, string>;
  /** Each word with one character left open. */
  readonly byGap: ReadonlyMap<string, string>;
}

const gapsOf = (word: string): string[] => {
  const characters = [...word];
  return characters.map((_, open) => characters.map((character, at) => (at === open ? '?' : character)).join(''));
};

function knownOf(all: readonly string[]): Known {
  const words = all.filter((word) => /^\p{Script=Han}+$/u.test(word));
  const [bySound, byGap] = [new Map<string, string>(), new Map<string, string>()];
  for (const word of words) {
    const sound = soundOf(word)?.full;
    if (sound !== undefined && !bySound.has(sound)) bySound.set(sound, word);
    if ([...word].length >= minWrongLength) for (const gap of gapsOf(word)) if (!byGap.has(gap)) byGap.set(gap, word);
  }
  return { words: new Set(words), bySound, byGap };
}
