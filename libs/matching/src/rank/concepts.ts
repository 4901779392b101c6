import type { Lexicon, Relation } from '../lexicon/lexicon.js';
import { normalise } from '../text/normalise.js';
import { words, type Tokenizer } from '../text/tokens.js';
import { standsAt, unitsOf, unitText, type UnitText } from '../text/units.js';
import type { NeedText } from './query.js';

export const conceptKinds = ['object', 'process', 'effect', 'other'] as const;
/** What a word of a need names: a thing, what is done to it, what it brings; `other` when the dictionary does not know. */
export type ConceptKind = (typeof conceptKinds)[number];

/** A word of a need with every word that may answer it, the best answer first. */
export interface Concept {
  readonly term: string;
  readonly kind: ConceptKind;
  /** How much it counts, before how rare it is. */
  readonly weight: number;
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly term: string;
  readonly relation: 'own' | Relation;
  /** How much of the concept it answers, 0–1. */
  readonly share: number;
}

export interface ConceptWeights {
  readonly summary: number;
  /** Of one more word for an animal or a plant that the need has named: 猪, 猪场, 仔猪. */
  readonly again: number;
  /** Of a word that the dictionary does not know. */
  readonly unknown: number;
  readonly same: number;
  readonly kin: number;
  readonly related: number;
  /** What is left of another word's share that names another kind of thing: a process is not answered by an object. */
  readonly otherKind: number;
  /** Of an answer that stands in the offer's summary only. */
  readonly inSummary: number;
  /** No word is worth more than this, however rare. */
  readonly mostIdf: number;
}

const hasLetter = /\p{L}/u;

/**
 * A need as a list of different things that it asks for. Sums over words count 脱硫, 烟气脱硫 and 二氧化硫 three times;
 * a concept counts once, by its best answer.
 */
export function conceptsOf(
  need: NeedText,
  lexicon: Lexicon,
  tokenizer: Tokenizer,
  weights: ConceptWeights,
): readonly Concept[] {
  const concepts = new Map<string, Concept>();
  const put = (term: string, kind: ConceptKind, weight: number, answers: readonly Answer[]): void => {
    if (!concepts.has(term) && !lexicon.isGeneric(term)) concepts.set(term, { term, kind, weight, answers });
  };
  const named = new Set<string>();
  for (const [text, weight] of [
    [normalise(need.title), 1],
    [normalise(need.summary ?? ''), weights.summary],
  ] as const) {
    let rest = text;
    for (const term of lexicon.knownTerms(text)) {
      rest = rest.replaceAll(term, ' ');
      const names = namesIn(term, lexicon);
      const share = names.some((name) => named.has(name)) ? weights.again : 1;
      put(term, kindOf(lexicon, term), weight * share, answersOf(term, lexicon, weights));
      for (const name of names) named.add(name);
    }
    for (const term of newWords(words(tokenizer.forQuery(rest)), rest, lexicon))
      if (tells(term)) put(term, 'other', weight * weights.unknown, [{ term, relation: 'own', share: 1 }]);
  }
  return [...concepts.values()];
}

const namesIn = (term: string, lexicon: Lexicon): string[] =>
  lexicon
    .objects(term)
    .filter(({ class: kind }) => kind !== 'industry')
    .map(({ name }) => name);

/** A single Chinese character or a bare number says little by itself. */
const tells = (term: string): boolean => term.length >= 2 && hasLetter.test(term);

const isHan = /^\p{Script=Han}$/u;

/** What the dictionaries cut into single characters side by side is a word that they do not know: 药头, 硅麦. */
function newWords(cut: readonly string[], text: string, lexicon: Lexicon): string[] {
  const found: string[] = [];
  let end = -1;
  for (const term of cut) {
    const at = text.indexOf(term, Math.max(0, end));
    const single = isHan.test(term) && !lexicon.isGeneric(term);
    const last = found.at(-1);
    if (single && at === end && last !== undefined && last !== '') found[found.length - 1] = last + term;
    else if (single) found.push(term);
    else found.push(term, '');
    end = at + term.length;
  }
  return found.filter((term) => term !== '');
}

function kindOf(lexicon: Lexicon, term: string): ConceptKind {
  const kind = lexicon.kindOf(term);
  return conceptKinds.find((known) => known === kind) ?? 'other';
}

function answersOf(term: string, lexicon: Lexicon, weights: ConceptWeights): Answer[] {
  const kind = lexicon.kindOf(term);
  const others = [...lexicon.othersOf(term)]
    .filter(([other]) => !lexicon.isGeneric(other))
    .map(([other, relation]): Answer => {
      const sameKind = lexicon.kindOf(other) === kind;
      return { term: other, relation, share: weights[relation] * (sameKind ? 1 : weights.otherKind) };
    });
  return [{ term, relation: 'own', share: 1 } satisfies Answer, ...others].sort((a, b) => b.share - a.share);
}

/** Concepts with what each is worth in the market it is looked for in. */
export interface WeighedConcepts {
  readonly concepts: readonly (Concept & { readonly worth: number })[];
  readonly total: number;
  /** What the offer has to answer of a kind, so that it counts as answered; null where the need asks little of it. */
  readonly least: Readonly<Record<'object' | 'process', number | null>>;
  /** Every answer by its first character, so that a text is read once, however many answers there are. */
  readonly byFirst: ReadonlyMap<number, readonly PlacedAnswer[]>;
  /** One bit a character: whether an answer begins with it. Most do not, and asking the map is slower. */
  readonly firsts: Uint32Array;
}

interface PlacedAnswer {
  /** The word as UTF-16 units. */
  readonly units: Uint16Array;
  readonly share: number;
  readonly concept: number;
}

export function weighConcepts(
  concepts: readonly Concept[],
  idf: (term: string) => number,
  { mostIdf }: ConceptWeights,
): WeighedConcepts {
  const weighed = concepts.map((concept) => ({
    ...concept,
    worth: concept.weight * Math.min(mostIdf, idf(concept.term)),
  }));
  const total = weighed.reduce((sum, { worth }) => sum + worth, 0);
  const least = { object: leastOf('object', weighed, total), process: leastOf('process', weighed, total) };
  return { concepts: weighed, total, least, ...answersOfAll(concepts) };
}

/** They depend on the need alone, which is held against many achievements. */
const placedAnswers = new WeakMap<readonly Concept[], Pick<WeighedConcepts, 'byFirst' | 'firsts'>>();

function answersOfAll(concepts: readonly Concept[]): Pick<WeighedConcepts, 'byFirst' | 'firsts'> {
  const known = placedAnswers.get(concepts);
  if (known) return known;
  const byFirst = new Map<number, PlacedAnswer[]>();
  const firsts = new Uint32Array(2_048);
  concepts.forEach(({ answers }, concept) => {
    for (const { term, share } of answers) {
      const first = term.charCodeAt(0);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { units: unitsOf(term), share, concept }]);
      firsts[first >>> 5] = (firsts[first >>> 5] ?? 0) | (1 << (first & 31));
    }
  });
  const placed = { byFirst, firsts };
  placedAnswers.set(concepts, placed);
  return placed;
}

/** The normal forms of an offer's title and of the rest of its text. */
export interface OfferText {
  readonly title: string;
  readonly rest: string;
}

/** Which part of the need an offer answers, by what its words name; the four together are at most 1. */
export type Coverage = Readonly<Record<ConceptKind, number>>;

export function coverageOf(weighed: WeighedConcepts, { title, rest }: OfferText, weights: ConceptWeights): Coverage {
  return coverageIn(weighed, unitText(title, rest), weights);
}

let scratch = new Float64Array(64);

/** The same of a text as the index keeps it. */
export function coverageIn(weighed: WeighedConcepts, text: UnitText, weights: ConceptWeights): Coverage {
  const covered = { object: 0, process: 0, effect: 0, other: 0 };
  const { concepts, total } = weighed;
  if (total <= 0) return covered;
  if (scratch.length < concepts.length) scratch = new Float64Array(concepts.length);
  const best = scratch.fill(0, 0, concepts.length);
  read(weighed, text.units, 0, text.titleEnd, 1, best);
  read(weighed, text.units, text.titleEnd, text.end, weights.inSummary, best);
  for (let at = 0; at < concepts.length; at += 1) {
    const concept = concepts[at];
    const value = best[at] ?? 0;
    if (concept && value > 0) covered[concept.kind] += (value * concept.worth) / total;
  }
  return covered;
}

/** Notes for each concept the best answer that stands in a stretch of the text. */
function read(
  { byFirst, firsts }: WeighedConcepts,
  units: Uint16Array,
  from: number,
  end: number,
  factor: number,
  best: Float64Array,
): void {
  for (let at = from; at < end; at += 1) {
    const code = units[at] ?? 0;
    if ((((firsts[code >>> 5] ?? 0) >>> (code & 31)) & 1) === 0) continue;
    const here = byFirst.get(code);
    if (here === undefined) continue;
    for (const { units: term, share, concept } of here)
      if (share * factor > (best[concept] ?? 0) && standsAt(units, end, at, term)) best[concept] = share * factor;
  }
}

/** A kind that makes up less of the need than this does not decide. */
const decisiveShare = 0.2;
/** Less of a kind than this is a chance hit. */
const answeredShare = 0.2;

function leastOf(kind: ConceptKind, concepts: WeighedConcepts['concepts'], total: number): number | null {
  const asked = concepts.reduce((sum, concept) => (concept.kind === kind ? sum + concept.worth : sum), 0) / total;
  return asked >= decisiveShare ? answeredShare * asked : null;
}

/**
 * Whether the offer answers something of the need's objects and something of its processes, where the need names any:
 * drying day lilies does not pick them, and a picker of apples is another thing again.
 */
export function answersBoth({ least }: WeighedConcepts, coverage: Coverage): boolean {
  return (['object', 'process'] as const).every((kind) => least[kind] === null || coverage[kind] >= least[kind]);
}

/** The word of the offer that answers a concept best, and how well. */
export function bestAnswer(
  { answers }: Concept,
  { title, rest }: OfferText,
  { inSummary }: ConceptWeights,
): { readonly answer: Answer; readonly value: number } | null {
  let best: { answer: Answer; value: number } | null = null;
  for (const answer of answers) {
    if (best && answer.share <= best.value) break;
    const value = title.includes(answer.term)
      ? answer.share
      : rest.includes(answer.term)
        ? answer.share * inSummary
        : 0;
    if (value > (best?.value ?? 0)) best = { answer, value };
  }
  return best;
}
