import { explain, type Explanation, type Grade } from './explain/explanation.js';
import { Bm25Index } from './index/bm25.js';
import { Retriever, type OfferViews } from './index/retriever.js';
import type { FoundObject, Lexicon } from './lexicon/lexicon.js';
import {
  answersBoth,
  conceptsOf,
  coverageOf,
  weighConcepts,
  type OfferText,
  type WeighedConcepts,
} from './rank/concepts.js';
import { defaultModel, type MatchModel } from './rank/model.js';
import { relateObjects, type ObjectRelation } from './rank/objects.js';
import type { MatchQuery } from './rank/query.js';
import { diversify, verdictOf, verdictText, type Verdict } from './rank/answer.js';
import type { Signal } from './rank/signal.js';
import { signalsOf, wholeSignals, type TextFacts } from './rank/signals.js';
import type { Need, Offer } from './rank/subject.js';
import { normalise } from './text/normalise.js';
import type { Tokenizer } from './text/tokens.js';

/** An achievement proposed for a need, with the reasons. */
export interface Proposal {
  readonly offerId: string;
  readonly organizationId: string;
  /** Whole points, 0–100: the sum of the explanation's signals. */
  readonly score: number;
  readonly grade: Grade;
  readonly explanation: Explanation;
}

/** An achievement in the order of its exact score. */
export interface Ranked {
  readonly offer: Offer;
  readonly exact: number;
  readonly signals: readonly Signal[];
  readonly objects: ObjectRelation;
  /** No strong match, whatever the score: another object, or a part of the need that nothing answers. */
  readonly capped: boolean;
}

/** A need in the order of its exact score for an achievement. */
export interface RankedNeed {
  readonly need: Need;
  readonly exact: number;
}

/** The proposals for a need with what to say of them as a whole. */
export interface Answer {
  readonly verdict: Verdict;
  readonly text: string;
  readonly proposals: readonly Proposal[];
}

/** Pairs that one run looks at. */
export interface PairRun {
  /** The remembered needs that an achievement may answer: those that share the most words with it. */
  needsFor(offer: Offer, limit: number): Need[];
  assess(need: Need, offer: Offer): Proposal | null;
}

/** A need made ready once for all achievements it is held against. */
interface ReadyNeed {
  readonly need: Need;
  readonly query: MatchQuery;
  readonly concepts: WeighedConcepts;
  readonly objects: readonly FoundObject[];
  readonly fieldObjects: readonly FoundObject[];
  readonly promoted: readonly (readonly string[])[];
}

/** What a need's text alone says, and how many of these are kept: some 20 KB each. */
type ReadText = Omit<ReadyNeed, 'need' | 'concepts'> & { readonly concepts: ReturnType<typeof conceptsOf> };
const maxTexts = 2_000;

/** Ranks the achievements of a market for a need and says why. Pure: same market, same need, same day, same answer. */
export class Matcher {
  private readonly retriever: Retriever;
  private readonly needIndex = new Bm25Index();
  private readonly needs = new Map<string, Need>();
  private readonly texts = new Map<Need, ReadText>();
  private current: MatchModel;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly tokenizer: Tokenizer,
    delivered: MatchModel = defaultModel,
  ) {
    this.current = delivered;
    this.retriever = new Retriever(lexicon, tokenizer, delivered);
  }

  get model(): MatchModel {
    return this.current;
  }

  /** Takes the points of another version; what texts were indexed with stays, so it must be the same there. */
  useModel(model: MatchModel): void {
    this.current = model;
  }

  /** How many achievements and needs are here. */
  get sizes(): { readonly offers: number; readonly needs: number } {
    return { offers: this.retriever.size, needs: this.needs.size };
  }

  add(offer: Offer): void {
    this.retriever.add(offer);
  }

  remove(id: string): void {
    this.retriever.remove(id);
  }

  /**
   * Every candidate, best first, unexplained. `eligible` leaves out what may never be proposed; `further` are ids that
   * another retriever found (an embedder): they are ranked with the others.
   */
  rank(
    need: Need,
    now: Date,
    eligible: (offer: Offer) => boolean = () => true,
    further: readonly string[] = [],
  ): Ranked[] {
    return this.rankReady(this.ready(need), now, eligible, further);
  }

  /** The best `limit` that are at least related, varied and explained. Empty when nothing comes near the need. */
  match(
    need: Need,
    now: Date,
    limit: number,
    eligible: (offer: Offer) => boolean = () => true,
    further: readonly string[] = [],
  ): Proposal[] {
    const ready = this.ready(need);
    const worthy = this.rankReady(ready, now, eligible, further).filter(
      ({ exact, capped }) => this.gradeOf(Math.round(exact), capped) !== 'none',
    );
    return diversify(worthy, limit).map((ranked) => this.propose(ready, ranked));
  }

  /** Like match, and says of the whole whether something solves the need. */
  answer(need: Need, now: Date, limit: number, eligible: (offer: Offer) => boolean = () => true): Answer {
    const proposals = this.match(need, now, limit, eligible);
    const verdict = verdictOf(proposals);
    return { verdict, text: verdictText[verdict], proposals };
  }

  /** Score and reasons of one pair; the achievement need not be among the added ones. */
  assess(need: Need, offer: Offer, now: Date): Proposal {
    const ready = this.ready(need);
    return this.propose(ready, this.rankOne(ready, offer, this.retriever.viewsOf(offer), now));
  }

  /**
   * Many pairs on one day: what belongs to a need or an achievement is made ready once, and only what is worth
   * proposing is explained. Gives the same as `assess`, or null for grade `none`.
   */
  pairs(now: Date): PairRun {
    const needs = new Map<Need, ReadyNeed>();
    const offers = new Map<Offer, OfferViews>();
    const pairs = new Map<string, { need: Need; offer: Offer; proposal: Proposal | null }>();
    const readyOffer = (offer: Offer) => remembered(offers, offer, () => this.retriever.viewsOf(offer));
    return {
      needsFor: (offer, limit) => this.needsOf(readyOffer(offer), limit),
      assess: (need, offer) => {
        const pair = `${need.id} ${offer.id}`;
        const known = pairs.get(pair);
        if (known?.need === need && known.offer === offer) return known.proposal;
        const ready = remembered(needs, need, () => this.ready(need));
        const ranked = this.rankOne(ready, offer, readyOffer(offer), now);
        const grade = this.gradeOf(Math.round(ranked.exact), ranked.capped);
        const proposal = grade === 'none' ? null : this.propose(ready, ranked);
        pairs.set(pair, { need, offer, proposal });
        return proposal;
      },
    };
  }

  /** The remembered needs that an achievement may answer: those that share the most words with it. */
  needsFor(offer: Offer, limit: number): Need[] {
    return this.needsOf(this.retriever.viewsOf(offer), limit);
  }

  /** The remembered needs in the order in which the achievement answers them. */
  rankNeeds(offer: Offer, now: Date, limit: number): RankedNeed[] {
    const views = this.retriever.viewsOf(offer);
    return this.needsOf(views, limit)
      .map((need) => ({ need, exact: this.rankOne(this.ready(need), offer, views, now).exact }))
      .sort((a, b) => b.exact - a.exact || (a.need.id < b.need.id ? -1 : 1));
  }

  /** Remembers a need, so that a new achievement finds it. */
  addNeed(need: Need): void {
    const before = this.needs.get(need.id);
    if (before) this.texts.delete(before);
    this.needs.set(need.id, need);
    this.needIndex.add(need.id, this.readText(need).query.allWords);
  }

  /** A remembered need. */
  needOf(id: string): Need | undefined {
    return this.needs.get(id);
  }

  removeNeed(id: string): void {
    const need = this.needs.get(id);
    if (need) this.texts.delete(need);
    this.needIndex.remove(id);
    this.needs.delete(id);
  }

  private needsOf({ words }: OfferViews, limit: number): Need[] {
    return this.needIndex.search(words, limit).flatMap(({ id }) => this.needs.get(id) ?? []);
  }

  private ready(need: Need): ReadyNeed {
    const weights = this.model.concepts;
    const { concepts, ...text } = this.readText(need);
    return { need, ...text, concepts: weighConcepts(concepts, (term) => this.retriever.idf(term), weights) };
  }

  /** What does not depend on the market is kept for remembered needs: every new achievement is held against dozens of them. */
  private readText(need: Need): ReadText {
    const known = this.texts.get(need);
    if (known) return known;
    const query = this.retriever.query(need);
    const text = {
      query,
      concepts: conceptsOf(need, this.lexicon, this.tokenizer, this.model.concepts),
      objects: this.lexicon.objects(query.text),
      fieldObjects: need.field === null ? [] : this.lexicon.objects(normalise(need.field)),
      promoted: this.lexicon.promotedIn(query.text, need.zoneCode),
    };
    if (this.needs.get(need.id) !== need) return text;
    const [oldest] = this.texts.keys();
    if (oldest && this.texts.size >= maxTexts) this.texts.delete(oldest);
    this.texts.set(need, text);
    return text;
  }

  private rankReady(
    ready: ReadyNeed,
    now: Date,
    eligible: (offer: Offer) => boolean,
    further: readonly string[],
  ): Ranked[] {
    const ranked: Ranked[] = [];
    const candidates = this.retriever.candidates(ready.query);
    const found = new Set<string>();
    let looked = 0;
    for (const candidate of candidates) {
      if (looked >= this.model.rerank) break;
      const { offer, objects } = this.retriever.found(candidate);
      if (!eligible(offer)) continue;
      looked += 1;
      found.add(offer.id);
      ranked.push(this.scored(ready, offer, textOf(offer), candidate.agreement, objects, now));
    }
    for (const id of further) {
      const offer = this.retriever.offerOf(id);
      if (offer && !found.has(id) && eligible(offer))
        ranked.push(this.rankOne(ready, offer, this.retriever.viewsOf(offer), now));
      found.add(id);
    }
    return ranked.sort((a, b) => b.exact - a.exact || (a.offer.id < b.offer.id ? -1 : 1));
  }

  private rankOne(ready: ReadyNeed, offer: Offer, views: OfferViews, now: Date): Ranked {
    const objects = this.retriever.has(offer.id)
      ? this.retriever.objectsOf(offer.id)
      : this.lexicon.objects(views.text);
    return this.scored(
      ready,
      offer,
      textOf(offer),
      this.retriever.agreementOf(ready.query, offer, views),
      objects,
      now,
    );
  }

  private scored(
    ready: ReadyNeed,
    offer: Offer,
    text: OfferText,
    agreement: number,
    offerObjects: readonly FoundObject[],
    now: Date,
  ): Ranked {
    const facts: TextFacts = {
      agreement,
      coverage: coverageOf(ready.concepts, text, this.model.concepts),
      objects: relateObjects(ready.objects, offerObjects, ready.fieldObjects),
      promoted: ready.promoted.some((names) =>
        names.some((name) => text.title.includes(name) || text.rest.includes(name)),
      ),
    };
    const signals = signalsOf(ready.need, offer, facts, this.model, now);
    const exact = signals.reduce((sum, signal) => sum + signal.points, 0);
    const capped = isOther(facts.objects) || !answersBoth(ready.concepts, facts.coverage);
    return { offer, signals, exact, objects: facts.objects, capped };
  }

  private propose({ need, query, concepts }: ReadyNeed, { offer, signals, objects, capped }: Ranked): Proposal {
    const whole = wholeSignals(signals);
    const grade = this.gradeOf(whole.score, capped);
    const explanation = explain({
      need,
      offer,
      query,
      concepts,
      weights: this.model.concepts,
      objects,
      signals: whole.signals,
      grade,
      idf: (term) => this.retriever.idf(term),
      isGeneric: (term) => this.lexicon.isGeneric(term),
    });
    return { offerId: offer.id, organizationId: offer.organizationId, score: whole.score, grade, explanation };
  }

  private gradeOf(score: number, capped: boolean): Grade {
    if (score >= this.model.strongFrom && !capped) return 'strong';
    return score >= this.model.relatedFrom ? 'related' : 'none';
  }
}

const isOther = ({ kind }: ObjectRelation): boolean => kind === 'otherObject' || kind === 'otherTrade';

const textOf = (offer: Offer): OfferText => ({
  title: normalise(offer.title),
  rest: normalise([offer.summary ?? '', ...offer.keywords].join('\n')),
});

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
