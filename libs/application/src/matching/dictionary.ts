import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lexicon, type GenericData, type ObjectData, type SynonymData } from '#matching/lexicon/lexicon.js';

/** data/dictionary, read once: processes run from the project's root. */
export class Dictionary {
  private readonly synonymData = read<SynonymData>('dictionary', 'synonyms.json');
  private readonly objectData = read<ObjectData>('dictionary', 'objects.json');
  readonly lexicon = new Lexicon(this.synonymData, this.objectData, read<GenericData>('dictionary', 'generic.json'));

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

const read = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(join(process.cwd(), 'data', folder, file), 'utf8')) as T;
