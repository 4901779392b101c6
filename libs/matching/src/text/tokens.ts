/** Cuts Chinese text into words. Its implementation (a dictionary of some megabytes) is handed in. */
export interface Tokenizer {
  /** Words of a document, long words also in their parts (马铃薯 → 马铃薯, 马铃). */
  forIndex(text: string): string[];
  /** Words of a query, each character in one word only. */
  forQuery(text: string): string[];
}

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu;
const isHan = /^\p{Script=Han}/u;
const isWord = /[\p{L}\p{N}]/u;

/** Overlapping pairs of Chinese characters; Latin words and numbers whole. Takes normalised text. */
export function bigrams(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text.matchAll(runs)) {
    if (!isHan.test(run) || run.length < 2) tokens.push(run);
    else for (let at = 0; at + 2 <= run.length; at += 1) tokens.push(run.slice(at, at + 2));
  }
  return tokens;
}

/** Words of a normalised text that hold a letter, a digit or a Chinese character. */
export const words = (cut: readonly string[]): string[] => cut.filter((word) => isWord.test(word));
