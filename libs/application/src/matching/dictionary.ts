import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Lexicon,
  type GenericData,
  type ObjectData,
  type PromotedData,
  type SynonymData,
} from '#matching/lexicon/lexicon.js';

interface NarrowerData {
  readonly groups: readonly { readonly term: string; readonly narrower: readonly string[] }[];
}

/** data/dictionary, read once: processes run from the project's root. */
export class Dictionary {
  private readonly synonymData: SynonymData = {
    groups: [join('dictionary', 'synonyms.json'), ...trades()].flatMap((file) => read<SynonymData>('', file).groups),
  };
  private readonly objectData = read<ObjectData>('dictionary', 'objects.json');
  private readonly genericData = read<GenericData>('dictionary', 'generic.json');
  readonly lexicon = new Lexicon(this.synonymData, this.objectData, this.genericData, promoted());

  /** Short mark of what stands in it: another dictionary finds other matches. */
  readonly digest = createHash('sha256')
    .update(JSON.stringify([this.synonymData, this.objectData, this.genericData]))
    .digest('hex')
    .slice(0, 12);

  /** Words that the tokenizer keeps whole, in the normal form of texts. */
  words(): string[] {
    const synonyms = this.synonymData.groups.flatMap(({ same = [], kin = [], related = [] }) => [
      ...same,
      ...kin,
      ...related,
    ]);
    const objects = [...this.objectData.objects.flatMap(({ terms }) => terms), ...this.objectData.notObjects];
    const all = [...synonyms, ...objects].map((word) => word.normalize('NFKC').toLowerCase());
    return [...new Set([...all, ...promoted().flatMap(({ technologies }) => technologies.flatMap(namesIn))])].filter(
      (word) => word.length > 1,
    );
  }

  /** Each word with those that mean the same, both ways. */
  synonyms(): Record<string, string[]> {
    const others: Record<string, string[]> = {};
    for (const { same = [] } of this.synonymData.groups)
      for (const word of same)
        others[word] = [...new Set([...(others[word] ?? []), ...same.filter((other) => other !== word)])];
    return others;
  }

  /** Each word with those that are kinds of it: found by it, not the other way. */
  narrower(): Record<string, readonly string[]> {
    const { groups } = read<NarrowerData>('dictionary', 'narrower.json');
    return Object.fromEntries(groups.map(({ term, narrower }) => [term, narrower]));
  }

  /** Words that say little. */
  generic(): readonly string[] {
    return this.genericData.terms;
  }
}

/** A file of synonyms for each trade. */
const trades = (): string[] =>
  readdirSync(join(process.cwd(), 'data', 'dictionary', 'trades'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join('dictionary', 'trades', file));

/** The zones' 主推技术 (data/catalogue). */
const promoted = (): PromotedData =>
  read<{ zones: { code: string; promotedTechnologies: string[] }[] }>('catalogue', 'zones.json').zones.map(
    ({ code, promotedTechnologies }) => ({ zoneCode: code, technologies: promotedTechnologies }),
  );

/** 同期发情、早期配种、诱发分娩技术 names three; what is longer than a word of the trade is left to the general dictionary. */
const longestName = 6;
const namesIn = (technology: string): string[] =>
  technology
    .split(/[、，与和及（）—]/u)
    .map((name) =>
      name
        .replace(/(技术|模式)$/u, '')
        .normalize('NFKC')
        .toLowerCase(),
    )
    .filter((name) => name.length > 1 && name.length <= longestName);

const read = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(join(process.cwd(), 'data', folder, file), 'utf8')) as T;
