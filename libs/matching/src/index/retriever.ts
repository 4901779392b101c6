import { Bm25Index, type Hit, type Weights } from './bm25.js';
import { fuse } from './fusion.js';
import type { FoundObject, Lexicon } from '../lexicon/lexicon.js';
import { buildQuery, type MatchQuery, type NeedText } from '../rank/query.js';
import { defaultModel, type MatchModel } from '../rank/model.js';
import { normalise } from '../text/normalise.js';
import { bigrams, words, type Tokenizer } from '../text/tokens.js';

/** What the index needs to know of an achievement. */
export interface MatchDocument {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly keywords: readonly string[];
}

/** An achievement that may fit, with how well its text agrees with the need's. */
export interface Candidate {
  readonly id: string;
  /** Share of the need that the text answers, 0–1, by words and by pairs of characters. */
  readonly agreement: number;
  /** Place in the fusion of all runs, 0 the first. */
  readonly place: number;
}

/** Words and pairs of a text with how often they count. */
export interface OfferViews {
  readonly text: string;
  readonly words: Weights;
  readonly pairs: Weights;
}

interface Stored {
  readonly objects: readonly FoundObject[];
}

/** Finds the achievements whose text answers a need: two lexical views, each with and without the dictionary's words. */
export class Retriever {
  private readonly wordIndex: Bm25Index;
  private readonly pairIndex: Bm25Index;
  private readonly stored = new Map<string, Stored>();

  constructor(
    readonly lexicon: Lexicon,
    readonly tokenizer: Tokenizer,
    readonly model: MatchModel = defaultModel,
  ) {
    this.wordIndex = new Bm25Index(model.bm25);
    this.pairIndex = new Bm25Index(model.bm25);
  }

  get size(): number {
    return this.stored.size;
  }

  has(id: string): boolean {
    return this.stored.has(id);
  }

  add(document: MatchDocument): void {
    const views = this.viewsOf(document);
    this.wordIndex.add(document.id, views.words);
    this.pairIndex.add(document.id, views.pairs);
    this.stored.set(document.id, { objects: this.lexicon.objects(views.text) });
  }

  /** How well one text, in the index or not, answers a need. */
  agreementOf(query: MatchQuery, document: MatchDocument, views: OfferViews = this.viewsOf(document)): number {
    const { agreement } = this.model;
    const wordIdeal = this.ideal(query.ownWords, this.wordIndex);
    const pairIdeal = this.ideal(query.ownBigrams, this.pairIndex);
    const word = (terms: Weights): number => share(this.wordIndex.scoreOf(views.words, terms), wordIdeal);
    const pair = (terms: Weights): number => share(this.pairIndex.scoreOf(views.pairs, terms), pairIdeal);
    return Math.min(
      1,
      agreement.wordOwn * word(query.ownWords) +
        agreement.pairOwn * pair(query.ownBigrams) +
        agreement.wordAll * word(query.allWords) +
        agreement.pairAll * pair(query.allBigrams),
    );
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

  remove(id: string): void {
    this.wordIndex.remove(id);
    this.pairIndex.remove(id);
    this.stored.delete(id);
  }

  objectsOf(id: string): readonly FoundObject[] {
    return this.stored.get(id)?.objects ?? [];
  }

  idf(term: string): number {
    return this.wordIndex.idf(term);
  }

  query(need: NeedText): MatchQuery {
    return buildQuery(need, this.lexicon, this.tokenizer, this.model.query);
  }

  candidates(query: MatchQuery): Candidate[] {
    const { depth, agreement } = this.model;
    const wordOwn = this.wordIndex.search(query.ownWords, depth);
    const pairOwn = this.pairIndex.search(query.ownBigrams, depth);
    const wordAll = this.wordIndex.search(query.allWords, depth);
    const pairAll = this.pairIndex.search(query.allBigrams, depth);
    const fused = fuse([wordOwn, pairOwn, wordAll, pairAll], depth);
    const views: [number, Map<string, number>][] = [
      [agreement.wordOwn, shares(wordOwn, this.ideal(query.ownWords, this.wordIndex))],
      [agreement.pairOwn, shares(pairOwn, this.ideal(query.ownBigrams, this.pairIndex))],
      [agreement.wordAll, shares(wordAll, this.ideal(query.ownWords, this.wordIndex))],
      [agreement.pairAll, shares(pairAll, this.ideal(query.ownBigrams, this.pairIndex))],
    ];
    return fused.map(({ id }, place) => ({
      id,
      place,
      agreement: Math.min(
        1,
        views.reduce((sum, [weight, share]) => sum + weight * (share.get(id) ?? 0), 0),
      ),
    }));
  }

  /** The score of a text that holds every word of the need once. */
  private ideal(terms: Weights, index: Bm25Index): number {
    let sum = 0;
    for (const [term, weight] of terms) sum += weight * index.idf(term);
    return sum;
  }
}

const share = (score: number, ideal: number): number => (ideal > 0 ? score / ideal : 0);

const shares = (hits: readonly Hit[], ideal: number): Map<string, number> =>
  new Map(hits.map(({ id, score }) => [id, share(score, ideal)]));

function count(counts: Map<string, number>, tokens: readonly string[], times: number): void {
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + times);
}
