/** What the engines know of the trades' language; data/dictionary behind it. */
export interface SearchLanguage {
  /** Words that are kept whole. */
  words(): readonly string[];
  /** Each word with the others that mean the same, both ways. */
  synonyms(): Readonly<Record<string, readonly string[]>>;
  /** Each word with those that are kinds of it: found by it, not the other way. */
  narrower(): Readonly<Record<string, readonly string[]>>;
  /** Words that say little: 技术, 方法. */
  generic(): readonly string[];
}
