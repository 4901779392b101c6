import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lexicon, type GenericData, type ObjectData, type SynonymData } from '#matching/lexicon/lexicon.js';

/** data/dictionary, read once: processes run from the project's root. */
export class Dictionary {
  private readonly synonymData: SynonymData = {
    groups: [join('dictionary', 'synonyms.json'), ...trades()].flatMap((file) => read<SynonymData>('', file).groups),
  };
  private readonly objectData = read<ObjectData>('dictionary', 'objects.json');
  private readonly genericData = read<GenericData>('dictionary', 'generic.json');
  readonly lexicon = new Lexicon(this.synonymData, this.objectData, this.genericData);

  /** Short mark of what stands in it: another dictionary finds other matches. */
  readonly digest = createHash('sha256')
    .update(JSON.stringify([this.synonymData, this.objectData, this.genericData]))
    .digest('hex')
    .slice(0, 12);

  /** Words that the tokenizer keeps whole, in the normal form of texts. */
  words(): string[] {
    const synonyms = this.synonymData.groups.flatMap(({ same, related = [] }) => [...same, ...related]);
    const objects = [...this.objectData.objects.flatMap(({ terms }) => terms), ...this.objectData.notObjects];
    const all = [...synonyms, ...objects].map((word) => word.normalize('NFKC').toLowerCase());
    return [...new Set(all)].filter((word) => word.length > 1);
  }

  /** Each word with those that mean the same, both ways. */
  synonyms(): Record<string, string[]> {
    const others: Record<string, string[]> = {};
    for (const { same } of this.synonymData.groups)
      for (const word of same)
        others[word] = [...new Set([...(others[word] ?? []), ...same.filter((other) => other !== word)])];
    return others;
  }
}

/** A file of synonyms for each trade. */
const trades = (): string[] =>
  readdirSync(join(process.cwd(), 'data', 'dictionary', 'trades'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join('dictionary', 'trades', file));

const read = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(join(process.cwd(), 'data', folder, file), 'utf8')) as T;
