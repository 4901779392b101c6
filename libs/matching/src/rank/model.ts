import type { Bm25Options } from '../index/bm25.js';
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
  /** How many hits of a run are looked at. */
  readonly depth: number;
  /** Weights of the views in the share of the need that a text answers. */
  readonly agreement: Views;
  /** The share of the need that earns all points of the text. */
  readonly fullAgreement: number;
  /** Most points of each signal; the positive ones sum to 100. */
  readonly points: Readonly<Record<SignalName, number>> & { readonly otherField: number };
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

export const defaultModel: MatchModel = {
  version: 'lexical-1',
  bm25: { k1: 1.2, b: 0.75 },
  titleCount: 2,
  query: { title: 1, summary: 1, generic: 0.15, same: 0.9, related: 0.45 },
  depth: 1000,
  agreement: { wordOwn: 0.25, pairOwn: 0.25, wordAll: 0.25, pairAll: 0.25 },
  fullAgreement: 0.7,
  points: {
    text: 74,
    object: 8,
    field: 3,
    otherField: -1,
    zone: 3,
    county: 2,
    readiness: 4,
    price: 4,
    freshness: 2,
  },
  otherObject: 0.85,
  otherTrade: 0.5,
  strongFrom: 40,
  relatedFrom: 20,
};
