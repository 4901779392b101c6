import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';

/** High enough that a trade's word is not cut in pieces by the general dictionary. */
const domainFrequency = 200;

/** A word of a text with how much it says: its inverse document frequency in general Chinese, and its part of speech. */
export interface WeighedWord {
  readonly word: string;
  readonly tag: string;
  /** 0 when the general frequencies do not know it. */
  readonly idf: number;
}

/** Cuts Chinese text with jieba and the words of our trades. The dictionary (about 100 MB in memory) loads on first use. */
export class JiebaTokenizer {
  private loaded: Jieba | null = null;
  private frequencies: TfIdf | null = null;

  constructor(private readonly domainWords: () => readonly string[]) {}

  /** Words of a document, long words also in their parts. */
  forIndex(text: string): string[] {
    return this.jieba().cutForSearch(text, false);
  }

  /** Words of a query. */
  forQuery(text: string): string[] {
    return this.jieba().cut(text, false);
  }

  /** Words of a query with what each says. The frequencies (about 20 MB) load on first use. */
  weigh(text: string): WeighedWord[] {
    const jieba = this.jieba();
    const tagged = jieba.tag(text, false);
    this.frequencies ??= TfIdf.withDict(idf);
    const keywords = this.frequencies.extractKeywords(jieba, text, tagged.length);
    // The library gives frequency in this text × idf ÷ words counted; the sum of the frequencies makes idf of it again.
    const times = new Map<string, number>();
    for (const { word } of tagged) times.set(word, (times.get(word) ?? 0) + 1);
    const counted = keywords.reduce((sum, { keyword }) => sum + (times.get(keyword) ?? 1), 0);
    const weights = new Map(
      keywords.map(({ keyword, weight }) => [keyword, (weight * counted) / (times.get(keyword) ?? 1)]),
    );
    return tagged.map(({ word, tag }) => ({ word, tag, idf: weights.get(word) ?? 0 }));
  }

  /**
   * The short ones of the trades' words that the general dictionary alone would cut to single characters (代乳料, 矮砧).
   * Meilisearch has that dictionary, and reads the list of additions with every query: 4,000 words cost it 20 ms, these 2.
   */
  neededByOthers(): string[] {
    const general = Jieba.withDict(dict);
    return this.domainWords().filter((word) => {
      if (!/^\p{Script=Han}{2,3}$/u.test(word)) return false;
      const pieces = general.cut(word, false);
      return pieces.length > 1 && pieces.some((piece) => [...piece].length === 1);
    });
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
