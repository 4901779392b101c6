import type { Bm25Options } from '../index/bm25.js';
import type { ConceptWeights } from './concepts.js';
import type { QueryWeights } from './query.js';
import type { SignalName } from './signal.js';

/** The four lexical views: words and pairs of characters, each of the need alone and with the dictionary's words. */
interface Views {
  readonly wordOwn: number;
  readonly pairOwn: number;
  readonly wordAll: number;
  readonly pairAll: number;
}

/** Every number of the matcher. A match keeps the version it was made with. */
export interface MatchModel {
  readonly version: string;
  readonly bm25: Bm25Options;
  /** How often the words of a title count. */
  readonly titleCount: number;
  readonly query: QueryWeights;
  readonly concepts: ConceptWeights;
  /** How many hits of a run are looked at. */
  readonly depth: number;
  /** How many of them, best text first, are looked at concept by concept. */
  readonly rerank: number;
  /** Weights of the views in the share of the need that a text answers. */
  readonly agreement: Views;
  /** The share of the need that earns all points of the text. */
  readonly fullAgreement: number;
  /**
   * Most points of each signal. Object, process and effect share theirs: a need whose every word names an object earns
   * all of them by its objects. The positive ones, those three counted once, and `sharedObject` sum to 100.
   */
  readonly points: Readonly<Record<SignalName, number>> & {
    readonly otherField: number;
    /** Beside the words: both texts speak of the same animal, crop or trade. */
    readonly sharedObject: number;
  };
  /**
   * What is left of the text's points when the texts speak of different objects, or of different trades. Little is taken
   * for another object, because a technique is often carried over from one species to the next; the grade is capped all
   * the same, and the first gap says so.
   */
  readonly otherObject: number;
  readonly otherTrade: number;
  /** Shown scores from which a match solves the need, or is worth a look. */
  readonly strongFrom: number;
  readonly relatedFrom: number;
}

/**
 * Chosen by cross-validation over needs; the search and its figures are in docs/benchmarks.md. lexical-3: an animal or
 * plant named again counts less, a plant is another object than an animal unless it feeds it, the field names the object
 * of a need that names none.
 */
export const defaultModel: MatchModel = {
  version: 'lexical-3',
  bm25: { k1: 1.2, b: 0.75 },
  titleCount: 2,
  query: { title: 1, summary: 1, generic: 0.3, same: 0.9, kin: 0.25, related: 0.45 },
  concepts: {
    summary: 0.7,
    again: 0.3,
    unknown: 0.6,
    same: 0.9,
    kin: 0.25,
    related: 0.45,
    otherKind: 0.7,
    inSummary: 0.8,
    mostIdf: 7,
  },
  depth: 1000,
  rerank: 500,
  agreement: { wordOwn: 0, pairOwn: 0, wordAll: 0.4, pairAll: 0.6 },
  fullAgreement: 0.55,
  points: {
    text: 38,
    object: 33,
    process: 33,
    effect: 33,
    promoted: 2,
    field: 4,
    zone: 2,
    county: 1,
    readiness: 3,
    price: 3,
    mode: 2,
    deadline: 1,
    ip: 2,
    record: 2,
    freshness: 1,
    otherField: 0,
    sharedObject: 6,
  },
  otherObject: 0.85,
  otherTrade: 0.5,
  strongFrom: 34,
  relatedFrom: 20,
};
