import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** High enough that a trade's word is not cut in pieces by the general dictionary. */
const domainFrequency = 200;

/** Cuts Chinese text with jieba and the words of our trades. The dictionary (about 100 MB in memory) loads on first use. */
export class JiebaTokenizer {
  private loaded: Jieba | null = null;

  constructor(private readonly domainWords: () => readonly string[]) {}

  /** Words of a document, long words also in their parts. */
  forIndex(text: string): string[] {
    return this.jieba().cutForSearch(text, false);
  }

  /** Words of a query. */
  forQuery(text: string): string[] {
    return this.jieba().cut(text, false);
  }

  private jieba(): Jieba {
    if (!this.loaded) {
      this.loaded = Jieba.withDict(dict);
      const lines = this.domainWords()
        .filter((word) => word.length > 1 && !/\s/.test(word))
        .map((word) => `${word} ${domainFrequency} n\n`);
      if (lines.length > 0) this.loaded.loadDict(Buffer.from(lines.join('')));
    }
    return this.loaded;
  }
}
