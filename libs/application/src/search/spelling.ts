import { Injectable } from '@nestjs/common';
import { normalise } from '#matching/text/normalise.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { SearchTerms } from '#platform/search/search.terms.js';
import { soundOf } from '#platform/search/sound.js';
import { Dictionary } from '../matching/dictionary.js';
import type { SearchKind } from './search.kinds.js';

const runs = /\p{Script=Han}+|[a-z0-9]+/gu;
const chinese = /^\p{Script=Han}/u;
/** One character wrong of three is a slip; of two it is another word. */
const minWrongLength = 3;
const longestWord = 8;

/** A stretch of a query and the word that may have been meant by it. */
interface Slip {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly word: string;
}

/** What may have been meant by a query some of whose words nothing holds. */
@Injectable()
export class SpellingHelp {
  private known: Known | null = null;

  constructor(
    private readonly dictionary: Dictionary,
    private readonly terms: SearchTerms,
    private readonly tokenizer: JiebaTokenizer,
  ) {}

  /**
   * The query with each word that nothing holds replaced by one that something holds and that sounds the same or nearly
   * so, or differs by one character; null without any. Latin words only when `latin` says so: each costs a look-up. The
   * Chinese ones are looked up at once, while whoever decides of the Latin ones still searches.
   */
  async correct(kind: SearchKind, query: string, latin: () => Promise<boolean>): Promise<string | null> {
    const text = normalise(query).trim();
    const found = [...text.matchAll(runs)].map(({ 0: run, index }) => ({ run, index }));
    const slips = found.filter(({ run }) => chinese.test(run)).flatMap(({ run, index }) => this.slipsIn(run, index));
    const others = found.filter(({ run }) => !chinese.test(run));
    const [wrong, more] = await Promise.all([
      this.wrong(kind, slips),
      others.length > 0
        ? latin().then(async (wanted) => this.wrong(kind, wanted ? await this.latinSlips(kind, others) : []))
        : [],
    ]);
    const all = [...wrong, ...more].sort((one, other) => one.start - other.start);
    return all.length === 0 ? null : replaced(text, all);
  }

  /** Those of the slips whose word something holds, and whose writing nothing does. */
  private async wrong(kind: SearchKind, slips: readonly Slip[]): Promise<Slip[]> {
    if (slips.length === 0) return [];
    const held = await this.terms.held(kind, [...new Set(slips.flatMap(({ written, word }) => [written, word]))]);
    return slips.filter(({ written, word }) => !held.has(written) && held.has(word));
  }

  private async latinSlips(
    kind: SearchKind,
    words: readonly { readonly run: string; readonly index: number }[],
  ): Promise<Slip[]> {
    const slips: Slip[] = [];
    for (const { run, index } of words) {
      const [word] = await this.terms.near(kind, run);
      if (word !== undefined) slips.push({ start: index, end: index + run.length, written: run, word });
    }
    return slips;
  }

  /** From the left, the longest stretch that is a word or may stand for one; the rest stays. */
  private slipsIn(run: string, offset: number): Slip[] {
    const known = (this.known ??= knownOf(this.dictionary.words()));
    const characters = [...run];
    const slips: Slip[] = [];
    let start = offset;
    for (let at = 0; at < characters.length;) {
      const found = this.wordAt(known, characters, at);
      const written = characters.slice(at, at + (found?.length ?? 1)).join('');
      if (found && found.word !== written)
        slips.push({ start, end: start + written.length, written, word: found.word });
      start += written.length;
      at += found?.length ?? 1;
    }
    return slips;
  }

  private wordAt(known: Known, characters: readonly string[], at: number) {
    for (let length = Math.min(longestWord, characters.length - at); length >= 2; length -= 1) {
      const written = characters.slice(at, at + length).join('');
      if (known.words.has(written)) return { word: written, length };
      const word =
        known.bySound.get(soundOf(written)?.full ?? '') ??
        (length >= minWrongLength ? oneOff(known, written) : this.nearlyHeard(known, written));
      if (word !== undefined) return { word, length };
    }
    return null;
  }

  /** Of two characters one may be wrong when the whole is no word and the other one sounds nearly so: 青储 is 青贮. */
  private nearlyHeard(known: Known, written: string): string | undefined {
    const near = gapsOf(written)
      .flatMap((gap) => known.pairsByGap.get(gap) ?? [])
      .find((word) => nearInSound(soundOf(written)?.full ?? '', soundOf(word)?.full ?? ''));
    return near !== undefined && this.tokenizer.forQuery(written).length > 1 ? near : undefined;
  }
}

/** Characters that stand between words and are hardly ever written for another: 我们果汁厂 holds no 苹果汁. */
const between = /[我你他它们的地得了着过在是和与或做想要求怎么用把被让给从对为有无不没能会可个等很太]/u;

function oneOff(known: Known, written: string): string | undefined {
  const characters = [...written];
  const gap = gapsOf(written).find((each, open) => known.byGap.has(each) && !between.test(characters[open] ?? ''));
  return gap === undefined ? undefined : known.byGap.get(gap);
}

/** True when one letter is other, missing or too many. */
function nearInSound(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

function replaced(text: string, slips: readonly Slip[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, word } of slips) {
    result += text.slice(at, start) + word;
    at = end;
  }
  return result + text.slice(at);
}

interface Known {
  readonly words: ReadonlySet<string>;
  readonly bySound: ReadonlyMap<string, string>;
  /** Each word with one character left open. */
  readonly byGap: ReadonlyMap<string, string>;
  /** The words of two characters, so too. */
  readonly pairsByGap: ReadonlyMap<string, readonly string[]>;
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
  const pairsByGap = new Map<string, string[]>();
  for (const word of words.filter((each) => [...each].length === 2))
    for (const gap of gapsOf(word)) pairsByGap.set(gap, [...(pairsByGap.get(gap) ?? []), word]);
  return { words: new Set(words), bySound, byGap, pairsByGap };
}
