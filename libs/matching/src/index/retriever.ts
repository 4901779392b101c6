import { Bm25Index, type Weights } from './bm25.js';
import { OfferStore } from './offer-store.js';
import { TermLists } from './term-lists.js';
import type { FoundObject, Lexicon } from '../lexicon/lexicon.js';
import { buildQuery, type MatchQuery, type NeedText } from '../rank/query.js';
import { defaultModel, type MatchModel } from '../rank/model.js';
import type { Offer, OfferFacts } from '../rank/subject.js';
import { normalise } from '../text/normalise.js';
import { bigrams, words, type Tokenizer } from '../text/tokens.js';
import { unitText, type UnitText } from '../text/units.js';

/** What the index needs to know of an achievement. */
export interface MatchDocument {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly keywords: readonly string[];
}

/** An achievement by its id and by what the index knows it by until the next change. */
export interface Place {
  readonly id: string;
  readonly number: number;
}

/** An achievement that may fit, with how well its text agrees with the need's. */
export interface Candidate extends Place {
  /** Share of the need that the text answers, 0–1, by words and by pairs of characters. */
  readonly agreement: number;
  /** Place by agreement, 0 the first. */
  readonly place: number;
}

/** One query of words and one of pairs: what each view of the need gives to it. */
interface MixedQuery {
  readonly words: Weights;
  readonly pairs: Weights;
}

interface WeighedQuery extends MixedQuery {
  readonly changes: number;
  readonly wordIdeal: number;
  readonly pairIdeal: number;
}

/** Words and pairs of a text with how often they count. */
export interface OfferViews {
  readonly text: string;
  readonly words: Weights;
  readonly pairs: Weights;
}

/**
 * Finds the achievements whose text answers a need. Words retrieve, by the need's own and the dictionary's in one pass;
 * pairs of characters score what was retrieved. On judged needs that finds what four separate runs found.
 */
export class Retriever {
  private readonly wordIndex: Bm25Index;
  private readonly pairLists: TermLists;
  private readonly store = new OfferStore();
  private readonly mixedQueries = new WeakMap<MatchQuery, MixedQuery>();
  private readonly weighedQueries = new WeakMap<MatchQuery, WeighedQuery>();
  /** Additions and removals since the start. */
  private changes = 0;

  constructor(
    readonly lexicon: Lexicon,
    readonly tokenizer: Tokenizer,
    readonly model: MatchModel = defaultModel,
  ) {
    this.wordIndex = new Bm25Index(model.bm25);
    this.pairLists = new TermLists(model.bm25);
  }

  get size(): number {
    return this.wordIndex.size;
  }

  has(id: string): boolean {
    return this.wordIndex.has(id);
  }

  add(offer: Offer): void {
    this.remove(offer.id);
    this.changes += 1;
    const views = this.viewsOf(offer);
    const number = this.wordIndex.add(offer.id, views.words);
    this.pairLists.add(number, views.pairs);
    this.store.set(number, offer, this.lexicon.objects(views.text));
  }

  /** The achievement as it was added. */
  offerAt({ id, number }: Place): Offer {
    return this.store.get(number, id);
  }

  /** The same without its texts. */
  factsOf({ id, number }: Place): OfferFacts {
    return this.store.factsOf(number, id);
  }

  /** The normal form of its text, until the next one is read. */
  normalOf({ id, number }: Place): UnitText {
    return this.store.normalOf(number) ?? normalText(this.store.get(number, id));
  }

  /** The objects that its text names; one list for many texts. */
  objectsAt({ number }: Place): readonly FoundObject[] {
    return this.store.objectsOf(number);
  }

  /** How well one text, in the index or not, answers a need. */
  agreementOf(query: MatchQuery, document: MatchDocument, views: OfferViews = this.viewsOf(document)): number {
    const { words, wordIdeal, pairs, pairIdeal } = this.weighed(query);
    const word = share(this.wordIndex.lists.scoreOf(views.words, words), wordIdeal);
    return Math.min(1, word + share(this.pairLists.scoreOf(views.pairs, pairs), pairIdeal));
  }

  /** What a query's words are worth in the market as it stands: the same for every achievement that is held against it. */
  private weighed(query: MatchQuery): WeighedQuery {
    const known = this.weighedQueries.get(query);
    if (known?.changes === this.changes) return known;
    const { lists } = this.wordIndex;
    const { pairLists } = this;
    const mixed = this.mixed(query);
    const weighed = {
      changes: this.changes,
      words: lists.weigh(mixed.words),
      wordIdeal: ideal(query.ownWords, lists),
      pairs: pairLists.weigh(mixed.pairs),
      pairIdeal: ideal(query.ownBigrams, pairLists),
    };
    this.weighedQueries.set(query, weighed);
    return weighed;
  }

  /** The need alone decides it: kept as long as the need is. */
  private mixed(query: MatchQuery): MixedQuery {
    const known = this.mixedQueries.get(query);
    if (known) return known;
    const { wordOwn, wordAll, pairOwn, pairAll } = this.model.agreement;
    const mixed = {
      words: summed(query.ownWords, wordOwn, query.allWords, wordAll),
      pairs: summed(query.ownBigrams, pairOwn, query.allBigrams, pairAll),
    };
    this.mixedQueries.set(query, mixed);
    return mixed;
  }

  /** Words and pairs of an achievement's text with how often they count. */
  viewsOf(document: MatchDocument): OfferViews {
    const title = normalise(document.title);
    const rest = normalise([document.summary ?? '', ...document.keywords].join('\n'));
    const wordCounts = new Map<string, number>();
    const pairCounts = new Map<string, number>();
    count(wordCounts, words(this.tokenizer.forIndex(title)), this.model.titleCount);
    count(wordCounts, words(this.tokenizer.forIndex(rest)), 1);
    count(pairCounts, bigrams(title), this.model.titleCount);
    count(pairCounts, bigrams(rest), 1);
    return { text: `${title}\n${rest}`, words: wordCounts, pairs: pairCounts };
  }

  /** Where an achievement stands. */
  placeOf(id: string): Place | null {
    const number = this.wordIndex.numberOf(id);
    return number === undefined ? null : { id, number };
  }

  remove(id: string): void {
    const number = this.wordIndex.numberOf(id);
    if (number === undefined) return;
    this.changes += 1;
    this.pairLists.retire(number);
    this.pairLists.forget(number);
    this.store.delete(number);
    this.wordIndex.remove(id);
  }

  idf(term: string): number {
    return this.wordIndex.idf(term);
  }

  query(need: NeedText): MatchQuery {
    return buildQuery(need, this.lexicon, this.tokenizer, this.model.query);
  }

  candidates(query: MatchQuery): Candidate[] {
    const { depth } = this.model;
    const { wordIndex, pairLists } = this;
    const { words, pairs } = this.mixed(query);
    const wordIdeal = ideal(query.ownWords, wordIndex);
    const pairIdeal = ideal(query.ownBigrams, pairLists);
    const prepared = pairLists.prepare(pairs);
    const found = wordIndex.search(words, depth).map(({ id, score, number }) => {
      const pairScore = pairLists.scoreAt(number);
      return { id, number, agreement: Math.min(1, share(score, wordIdeal) + share(pairScore, pairIdeal)) };
    });
    pairLists.clear(prepared);
    return found
      .sort((a, b) => b.agreement - a.agreement || (a.id < b.id ? -1 : 1))
      .map(({ id, number, agreement }, place) => ({ id, number, agreement, place }));
  }
}

export const normalText = ({ title, summary, keywords }: MatchDocument): UnitText =>
  unitText(normalise(title), normalise([summary ?? '', ...keywords].join('\n')));

/** The score of a text that holds every word of the need once. */
function ideal(terms: Weights, index: { idf(term: string): number }): number {
  let sum = 0;
  for (const [term, weight] of terms) sum += weight * index.idf(term);
  return sum;
}

const share = (score: number, ideal: number): number => (ideal > 0 ? score / ideal : 0);

/** BM25 is linear in the query: one search of the sum gives the sum of two searches. */
function summed(own: Weights, ownShare: number, all: Weights, allShare: number): Weights {
  const sum = new Map<string, number>();
  for (const [term, weight] of own) sum.set(term, weight * ownShare);
  for (const [term, weight] of all) sum.set(term, (sum.get(term) ?? 0) + weight * allShare);
  return sum;
}

function count(counts: Map<string, number>, tokens: readonly string[], times: number): void {
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + times);
}
