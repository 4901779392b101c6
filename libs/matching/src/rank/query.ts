import type { Lexicon } from '../lexicon/lexicon.js';
import { normalise } from '../text/normalise.js';
import { bigrams, words, type Tokenizer } from '../text/tokens.js';

/** How much a word counts by where it came from. */
export interface QueryWeights {
  readonly title: number;
  readonly summary: number;
  readonly generic: number;
  readonly same: number;
  readonly kin: number;
  readonly related: number;
}

/** A word of the need, or one that the dictionary put in for it. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
  /** The word of the need; differs from `term` for a word put in. */
  readonly from: string;
  readonly relation: 'own' | 'same' | 'kin' | 'related';
}

/** A need made ready for the indexes. */
export interface MatchQuery {
  readonly text: string;
  readonly words: ReadonlyMap<string, QueryTerm>;
  readonly ownWords: ReadonlyMap<string, number>;
  readonly ownBigrams: ReadonlyMap<string, number>;
  readonly allWords: ReadonlyMap<string, number>;
  readonly allBigrams: ReadonlyMap<string, number>;
}

export interface NeedText {
  readonly title: string;
  readonly summary: string | null;
}

/**
 * Long words are looked for in their parts too, as documents are indexed: an achievement that writes 早期提前断奶 must
 * still be met by 早期断奶. Measured better than whole words only.
 */
export function buildQuery(need: NeedText, lexicon: Lexicon, tokenizer: Tokenizer, weights: QueryWeights): MatchQuery {
  const title = normalise(need.title);
  const summary = normalise(need.summary ?? '');
  const text = `${title}\n${summary}`;
  const terms = new Map<string, QueryTerm>();
  const ownBigrams = new Map<string, number>();
  for (const [part, weight] of [
    [title, weights.title],
    [summary, weights.summary],
  ] as const) {
    for (const term of words(tokenizer.forIndex(part))) {
      const share = weight * (lexicon.isGeneric(term) ? weights.generic : 1);
      terms.set(term, { term, weight: (terms.get(term)?.weight ?? 0) + share, from: term, relation: 'own' });
    }
    for (const pair of bigrams(part)) {
      const share = weight * (lexicon.isGeneric(pair) ? weights.generic : 1);
      ownBigrams.set(pair, (ownBigrams.get(pair) ?? 0) + share);
    }
  }
  const ownWords = new Map([...terms].map(([term, { weight }]) => [term, weight]));
  const allBigrams = new Map(ownBigrams);
  for (const { term, from, relation } of lexicon.expand(text)) {
    const weight = (title.includes(from) ? weights.title : weights.summary) * weights[relation];
    // Parts only of what the tokenizer does not keep whole: 工业锅炉 put in for 锅炉 must not look for 工业.
    const cut = words(tokenizer.forIndex(term));
    for (const word of cut.includes(term) ? [term] : cut) {
      if (!lexicon.isGeneric(word)) raise(terms, { term: word, weight, from, relation });
    }
    for (const pair of bigrams(term)) {
      if (!lexicon.isGeneric(pair)) allBigrams.set(pair, Math.max(allBigrams.get(pair) ?? 0, weight));
    }
  }
  const allWords = new Map([...terms].map(([term, { weight }]) => [term, weight]));
  return { text, words: terms, ownWords, ownBigrams, allWords, allBigrams };
}

/** The heaviest reason for a word stays. */
function raise(terms: Map<string, QueryTerm>, term: QueryTerm): void {
  if ((terms.get(term.term)?.weight ?? 0) < term.weight) terms.set(term.term, term);
}
