import { findSpans, normaliseWithOrigin, type Span } from '../text/normalise.js';
import type { ConceptWeights, WeighedConcepts } from '../rank/concepts.js';
import type { MatchQuery, QueryTerm } from '../rank/query.js';
import type { ObjectRelation } from '../rank/objects.js';
import type { Signal } from '../rank/signal.js';
import type { Need, Offer } from '../rank/subject.js';

export type Grade = 'strong' | 'related' | 'none';

/** A place in a text: which part of it, from where to where. */
export interface Place extends Span {
  readonly part: 'title' | 'summary';
}

/** A word of the need and the word of the achievement that answers it; equal, or the dictionary makes them one. */
export interface Agreement {
  readonly needTerm: string;
  readonly offerTerm: string;
  readonly needPlaces: readonly Place[];
  readonly offerPlaces: readonly Place[];
}

export const gapKinds = ['object', 'trade', 'missing', 'readiness', 'price', 'description'] as const;
export interface Gap {
  readonly kind: (typeof gapKinds)[number];
  readonly text: string;
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
const maxMissing = 3;

export interface ExplanationInput {
  readonly need: Need;
  readonly offer: Offer;
  readonly query: MatchQuery;
  readonly concepts: WeighedConcepts;
  readonly weights: ConceptWeights;
  readonly objects: ObjectRelation;
  readonly signals: readonly Signal[];
  readonly grade: Grade;
  /** How much a word tells: rare words tell more. */
  readonly idf: (term: string) => number;
  readonly isGeneric: (term: string) => boolean;
}

export function explain(input: ExplanationInput): Explanation {
  const agreements = agreementsOf(input);
  const gaps = gapsOf(input);
  return { agreements, gaps, signals: input.signals, summary: summaryOf(input, agreements, gaps) };
}

const offerParts = (offer: Offer): PartText[] =>
  partsOf(offer.title, [offer.summary ?? '', ...offer.keywords].join('\n'));

/** The words of the need, or put in for them, that stand in the offer. */
function foundWords({ offer, query, isGeneric }: ExplanationInput): QueryTerm[] {
  const texts = offerParts(offer);
  return [...query.words.values()].filter(
    ({ term }) => !isGeneric(term) && texts.some(({ text }) => text.text.includes(term)),
  );
}

function agreementsOf(input: ExplanationInput): Agreement[] {
  const { need, offer, idf } = input;
  const needTexts = partsOf(need.title, need.summary);
  const offerTexts = offerParts(offer);
  const words = foundWords(input);
  const found = words
    .filter((word) => !words.some((other) => saysMore(other, word)))
    .map((word) => ({ word, value: word.weight * idf(word.term) }))
    .sort((a, b) => b.value - a.value || (a.word.term < b.word.term ? -1 : 1));
  return found.slice(0, maxAgreements).map(({ word }) => ({
    needTerm: word.from,
    offerTerm: word.term,
    needPlaces: placesOf(needTexts, word.from),
    offerPlaces: placesOf(offerTexts, word.term),
  }));
}

/** 代乳粉 says all that 代乳 says: the part is not told beside the whole. */
const saysMore = (whole: QueryTerm, part: QueryTerm): boolean =>
  whole !== part &&
  whole.term.length > part.term.length &&
  whole.term.includes(part.term) &&
  whole.from.includes(part.from);

type PartText = ReturnType<typeof partsOf>[number];

const partsOf = (title: string, summary: string | null) => [
  { part: 'title' as const, text: normaliseWithOrigin(title) },
  { part: 'summary' as const, text: normaliseWithOrigin(summary ?? '') },
];

const placesOf = (texts: readonly PartText[], term: string): Place[] =>
  texts
    .flatMap(({ part, text }) => findSpans(text, term, maxPlaces).map((span) => ({ part, ...span })))
    .slice(0, maxPlaces);

/** What speaks against it, the weightiest first; never empty: what is not known is a gap too. */
function gapsOf(input: ExplanationInput): Gap[] {
  const { need, offer, query, objects, idf, isGeneric } = input;
  const gaps: Gap[] = [];
  if (objects.kind === 'otherObject')
    gaps.push({
      kind: 'object',
      text: `对象不同：需求针对${list(objects.needNames)}，成果针对${list(objects.offerNames)}，须先论证能否移用`,
    });
  if (objects.kind === 'otherTrade')
    gaps.push({ kind: 'trade', text: `行业不同：成果出自${list(objects.offerNames)}领域，词语相近不等于问题相同` });
  const answered = foundWords(input).map(({ from }) => from);
  const missing = [...query.words.values()]
    .filter(
      (word) =>
        word.relation === 'own' &&
        word.term.length >= 2 &&
        !isGeneric(word.term) &&
        !answered.some((from) => from.includes(word.term)),
    )
    .sort((a, b) => b.weight * idf(b.term) - a.weight * idf(a.term) || (a.term < b.term ? -1 : 1))
    .slice(0, maxMissing)
    .map((word) => `「${word.term}」`);
  if (missing.length > 0) gaps.push({ kind: 'missing', text: `成果的公开介绍没有提到需求中的${missing.join('')}` });
  if (offer.readinessLevel === null) gaps.push({ kind: 'readiness', text: '成果未说明成熟度' });
  else if (offer.readinessLevel < 7)
    gaps.push({ kind: 'readiness', text: `成熟度为 ${offer.readinessLevel} 级，尚未在实际环境中验证` });
  if (offer.priceFen === null) gaps.push({ kind: 'price', text: '成果未标明价格' });
  else if (need.budgetFen === null) gaps.push({ kind: 'price', text: '需求未说明预算' });
  else if (offer.priceFen > need.budgetFen) gaps.push({ kind: 'price', text: '标价高于需求的预算' });
  if (offer.summary === null || offer.summary.trim() === '')
    gaps.push({ kind: 'description', text: '成果只有名称，没有介绍，请向对方索取说明' });
  if (gaps.length === 0) gaps.push({ kind: 'description', text: '规模与工况是否相当，公开信息中看不出，请当面核实' });
  return gaps;
}

const list = (names: readonly string[]): string => names.join('、') || '其他对象';

const gradeText: Readonly<Record<Grade, string>> = {
  strong: '内容高度吻合',
  related: '无直接对应，可改造后使用',
  none: '没有可用的对应',
};

function summaryOf({ grade }: ExplanationInput, agreements: readonly Agreement[], gaps: readonly Gap[]): string {
  const words = agreements
    .slice(0, 4)
    .map(({ needTerm, offerTerm }) =>
      needTerm === offerTerm ? `「${offerTerm}」` : `「${needTerm}」与「${offerTerm}」`,
    );
  const because = words.length > 0 ? `双方都涉及${words.join('、')}` : '仅字面略有相近';
  return `${gradeText[grade]}：${because}；不足：${gaps[0]?.text ?? ''}。`;
}
