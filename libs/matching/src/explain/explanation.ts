import { findSpans, normalise, normaliseWithOrigin, type Span } from '../text/normalise.js';
import {
  bestAnswer,
  type ConceptKind,
  type ConceptWeights,
  type OfferText,
  type WeighedConcepts,
} from '../rank/concepts.js';
import type { MatchQuery, QueryTerm } from '../rank/query.js';
import type { ObjectRelation } from '../rank/objects.js';
import type { Signal } from '../rank/signal.js';
import type { Need, Offer } from '../rank/subject.js';
import { firstSizeIn, gapsOf, type Gap } from './gaps.js';

export type Grade = 'strong' | 'related' | 'none';

/** A place in a text: which part of it, from where to where. */
export interface Place extends Span {
  readonly part: 'title' | 'summary';
}

/** A word of the need and the word of the achievement that answers it; equal, or the dictionary joins them. */
export interface Agreement {
  /** What the words name: an object, a process, an effect; `other` when the dictionary does not know. */
  readonly kind: ConceptKind;
  readonly needTerm: string;
  readonly offerTerm: string;
  readonly needPlaces: readonly Place[];
  readonly offerPlaces: readonly Place[];
}

/** Why a pair fits and why not; the same words to both sides. */
export interface Explanation {
  readonly agreements: readonly Agreement[];
  readonly gaps: readonly Gap[];
  readonly signals: readonly Signal[];
  readonly summary: string;
}

const maxAgreements = 8;
const maxPlaces = 3;

/** What every explanation for one need begins with. */
export interface ToldNeed {
  readonly texts: readonly PartText[];
  readonly askedSize: string | null;
  /** Words that tell something: by themselves they may be cited. */
  readonly words: readonly QueryTerm[];
}

export const toldNeed = (need: Need, { words }: MatchQuery, isGeneric: (term: string) => boolean): ToldNeed => ({
  texts: partsOf(need.title, need.summary),
  askedSize: firstSizeIn(need),
  words: [...words.values()].filter(({ term }) => term.length > 1 && !isGeneric(term)),
});

export interface ExplanationInput {
  readonly need: Need;
  readonly told: ToldNeed;
  readonly offer: Offer;
  readonly concepts: WeighedConcepts;
  readonly weights: ConceptWeights;
  readonly objects: ObjectRelation;
  readonly signals: readonly Signal[];
  readonly grade: Grade;
  /** How much a word tells: rare words tell more. */
  readonly idf: (term: string) => number;
}

export function explain(input: ExplanationInput): Explanation {
  const cited = citedOf(input);
  const agreements = placed(input, cited);
  const gaps = gapsOf({ ...input, askedSize: input.told.askedSize, answered: cited.map(({ needTerm }) => needTerm) });
  return { agreements, gaps, signals: input.signals, summary: summaryOf(input.grade, agreements, gaps) };
}

interface Cited {
  readonly kind: ConceptKind;
  readonly needTerm: string;
  readonly offerTerm: string;
  readonly value: number;
}

/** What earned the score: the best answer to each concept, then the other words that both hold, the weightiest first. */
function citedOf(input: ExplanationInput): Cited[] {
  const { concepts, weights, told, idf } = input;
  const text = normalOffer(input.offer);
  const byConcept = concepts.concepts.flatMap((concept): Cited[] => {
    const best = bestAnswer(concept, text, weights);
    if (!best) return [];
    return [
      {
        kind: concept.kind,
        needTerm: concept.term,
        offerTerm: best.answer.term,
        value: concept.worth * best.value,
      },
    ];
  });
  const byWord = told.words
    .filter(({ term }) => text.title.includes(term) || text.rest.includes(term))
    .map(({ term, from, weight }): Cited => ({
      kind: 'other',
      needTerm: from,
      offerTerm: term,
      value: weight * idf(term),
    }));
  const heaviest = (a: Cited, b: Cited): number => b.value - a.value || (a.offerTerm < b.offerTerm ? -1 : 1);
  const cited: Cited[] = [];
  for (const next of [...byConcept.sort(heaviest), ...byWord.sort(heaviest)])
    if (!cited.some((told) => saysAll(told, next))) cited.push(next);
  return cited.filter((one) => !cited.some((other) => other !== one && saysAll(other, one)));
}

/** 代乳粉 says all that 代乳 says: the part is not told beside the whole. */
const saysAll = (whole: Cited, part: Cited): boolean =>
  whole.offerTerm.includes(part.offerTerm) &&
  (whole.needTerm.includes(part.needTerm) || part.kind === 'other') &&
  (whole.offerTerm !== part.offerTerm || whole.needTerm.includes(part.needTerm));

const normalOffer = ({ title, summary, keywords }: Offer): OfferText => ({
  title: normalise(title),
  rest: normalise([summary ?? '', ...keywords].join('\n')),
});

function placed({ told, offer }: ExplanationInput, cited: readonly Cited[]): Agreement[] {
  const offerTexts = partsOf(offer.title, [offer.summary ?? '', ...offer.keywords].join('\n'));
  return cited.slice(0, maxAgreements).map(({ kind, needTerm, offerTerm }) => ({
    kind,
    needTerm,
    offerTerm,
    needPlaces: placesOf(told.texts, needTerm),
    offerPlaces: placesOf(offerTexts, offerTerm),
  }));
}

type PartText = ReturnType<typeof partsOf>[number];

const partsOf = (title: string, summary: string | null) => [
  { part: 'title' as const, text: normaliseWithOrigin(title) },
  { part: 'summary' as const, text: normaliseWithOrigin(summary ?? '') },
];

const placesOf = (texts: readonly PartText[], term: string): Place[] =>
  texts
    .flatMap(({ part, text }) => findSpans(text, term, maxPlaces).map((span) => ({ part, ...span })))
    .slice(0, maxPlaces);

const gradeText: Readonly<Record<Grade, string>> = {
  strong: '内容高度吻合',
  related: '部分对应，可改造后使用',
  none: '没有可用的对应',
};

function summaryOf(grade: Grade, agreements: readonly Agreement[], gaps: readonly Gap[]): string {
  const words = agreements
    .slice(0, 4)
    .map(({ needTerm, offerTerm }) =>
      needTerm === offerTerm ? `「${offerTerm}」` : `「${needTerm}」与「${offerTerm}」`,
    );
  const because = words.length > 0 ? `双方都涉及${words.join('、')}` : '仅字面略有相近';
  return `${gradeText[grade]}：${because}；不足：${gaps[0]?.text ?? ''}。`;
}
