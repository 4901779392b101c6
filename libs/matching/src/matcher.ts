import { explain, type Explanation, type Grade } from './explain/explanation.js';
import { Bm25Index } from './index/bm25.js';
import { normalText, Retriever, type OfferViews } from './index/retriever.js';
import type { FoundObject, Lexicon } from './lexicon/lexicon.js';
import { answersBoth, coverageIn } from './rank/concepts.js';
import { defaultModel, type MatchModel } from './rank/model.js';
import { NeedReader, relationTo, type ReadyNeed } from './rank/need-reader.js';
import type { ObjectRelation } from './rank/objects.js';
import { diversify, verdictOf, verdictText, type Verdict } from './rank/answer.js';
import type { Signal } from './rank/signal.js';
import { exactScore, signalsOf, wholeSignals, type TextFacts } from './rank/signals.js';
import type { Need, Offer, OfferFacts } from './rank/subject.js';
import type { Tokenizer } from './text/tokens.js';
import { holds, type UnitText } from './text/units.js';

/** An achievement proposed for a need, with the reasons. */
export interface Proposal {
  readonly offerId: string;
  readonly organizationId: string;
  /** Whole points, 0–100: the sum of the explanation's signals. */
  readonly score: number;
  readonly grade: Grade;
  readonly explanation: Explanation;
}

/** The same before anybody asks for the reasons: most of what is found is known already, or has to make room. */
export interface Judged extends Omit<Proposal, 'explanation'> {
  /** By what the market was when the pair was judged, but for how rare its words are. */
  readonly explanation: () => Explanation;
}

/** An achievement in the order of its exact score. */
export interface Ranked {
  readonly offer: Offer;
  readonly exact: number;
  readonly signals: readonly Signal[];
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
  /** Null when the pair is not worth proposing. */
  judge(need: Need, offer: Offer): Judged | null;
}

/** A pair with all that its score was made of. */
interface Scored {
  readonly facts: OfferFacts;
  readonly exact: number;
  readonly text: TextFacts;
  /** No strong match, whatever the score: another object, or a part of the need that nothing answers. */
  readonly capped: boolean;
  /** The achievement itself; to be asked before the market changes. */
  readonly offer: () => Offer;
}

type Eligible = (offer: OfferFacts) => boolean;
const all: Eligible = () => true;

/** Ranks the achievements of a market for a need and says why. Pure: same market, same need, same day, same answer. */
export class Matcher {
  private readonly retriever: Retriever;
  private readonly reader: NeedReader;
  private readonly needIndex = new Bm25Index();
  private readonly needs = new Map<string, Need>();
  private current: MatchModel;

  constructor(
    private readonly lexicon: Lexicon,
    tokenizer: Tokenizer,
    delivered: MatchModel = defaultModel,
  ) {
    this.current = delivered;
    this.retriever = new Retriever(lexicon, tokenizer, delivered);
    this.reader = new NeedReader(this.retriever, (need) => this.needs.get(need.id) === need);
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
  rank(need: Need, now: Date, eligible = all, further: readonly string[] = []): Ranked[] {
    return this.rankReady(this.ready(need), now, eligible, further).map(({ offer, exact, facts, text }) => ({
      offer: offer(),
      exact,
      signals: signalsOf(need, facts, text, this.model, now),
    }));
  }

  /** The best `limit` that are at least related, varied. Empty when nothing comes near the need. */
  judge(need: Need, now: Date, limit: number, eligible = all, further: readonly string[] = []): Judged[] {
    const ready = this.ready(need);
    const worthy = this.rankReady(ready, now, eligible, further).filter(
      ({ exact, capped }) => this.gradeOf(Math.round(exact), capped) !== 'none',
    );
    return diversify(worthy, limit, ({ facts, offer }) => ({
      organizationId: facts.organizationId,
      title: () => offer().title,
    })).map((scored) => this.judged(ready, scored, now));
  }

  /** The same, explained. */
  match(need: Need, now: Date, limit: number, eligible = all, further: readonly string[] = []): Proposal[] {
    return this.judge(need, now, limit, eligible, further).map(proposalOf);
  }

  /** Like match, and says of the whole whether something solves the need. */
  answer(need: Need, now: Date, limit: number, eligible = all): Answer {
    const proposals = this.match(need, now, limit, eligible);
    const verdict = verdictOf(proposals);
    return { verdict, text: verdictText[verdict], proposals };
  }

  /** Score and reasons of one pair; the achievement need not be among the added ones. */
  assess(need: Need, offer: Offer, now: Date): Proposal {
    const ready = this.ready(need);
    return proposalOf(this.judged(ready, this.scoreOne(ready, this.readOffer(offer), now), now));
  }

  /**
   * Many pairs on one day: what belongs to a need or an achievement is made ready once, and only what is asked for is
   * explained. Gives the same as `assess`, or null for grade `none`.
   */
  pairs(now: Date): PairRun {
    const needs = new Map<Need, ReadyNeed>();
    const offers = new Map<Offer, ReadOffer>();
    const pairs = new Map<Need, Map<Offer, Judged | null>>();
    const read = (offer: Offer) => remembered(offers, offer, () => this.readOffer(offer));
    return {
      needsFor: (offer, limit) => this.needsOf(read(offer).views, limit),
      judge: (need, offer) =>
        remembered(
          remembered(pairs, need, () => new Map<Offer, Judged | null>()),
          offer,
          () => {
            const ready = remembered(needs, need, () => this.ready(need));
            const scored = this.scoreOne(ready, read(offer), now);
            return this.gradeOf(Math.round(scored.exact), scored.capped) === 'none'
              ? null
              : this.judged(ready, scored, now);
          },
        ),
    };
  }

  /** The remembered needs that an achievement may answer: those that share the most words with it. */
  needsFor(offer: Offer, limit: number): Need[] {
    return this.needsOf(this.retriever.viewsOf(offer), limit);
  }

  /** The remembered needs in the order in which the achievement answers them. */
  rankNeeds(offer: Offer, now: Date, limit: number): RankedNeed[] {
    const read = this.readOffer(offer);
    return this.needsOf(read.views, limit)
      .map((need) => ({ need, exact: this.scoreOne(this.ready(need), read, now).exact }))
      .sort((a, b) => b.exact - a.exact || (a.need.id < b.need.id ? -1 : 1));
  }

  /** Remembers a need, so that a new achievement finds it. */
  addNeed(need: Need): void {
    const before = this.needs.get(need.id);
    if (before) this.reader.forget(before);
    this.needs.set(need.id, need);
    this.needIndex.add(need.id, this.reader.wordsOf(need, this.model.concepts));
  }

  /** A remembered need. */
  needOf(id: string): Need | undefined {
    return this.needs.get(id);
  }

  removeNeed(id: string): void {
    const need = this.needs.get(id);
    if (need) this.reader.forget(need);
    this.needIndex.remove(id);
    this.needs.delete(id);
  }

  private needsOf({ words }: OfferViews, limit: number): Need[] {
    return this.needIndex.search(words, limit).flatMap(({ id }) => this.needs.get(id) ?? []);
  }

  private ready(need: Need): ReadyNeed {
    return this.reader.ready(need, this.model.concepts);
  }

  private rankReady(ready: ReadyNeed, now: Date, eligible: Eligible, further: readonly string[]): Scored[] {
    const { retriever } = this;
    const ranked: Scored[] = [];
    const found = new Set<string>();
    for (const candidate of retriever.candidates(ready.query)) {
      if (ranked.length >= this.model.rerank) break;
      const facts = retriever.factsOf(candidate);
      if (!eligible(facts)) continue;
      found.add(facts.id);
      const text = this.textFacts(
        ready,
        retriever.normalOf(candidate),
        candidate.agreement,
        retriever.objectsAt(candidate),
      );
      ranked.push(this.scored(ready, facts, text, now, () => retriever.offerAt(candidate)));
    }
    for (const id of further) {
      const place = found.has(id) ? null : retriever.placeOf(id);
      found.add(id);
      const offer = place && retriever.offerAt(place);
      if (offer && eligible(offer)) ranked.push(this.scoreOne(ready, this.readOffer(offer), now));
    }
    return ranked.sort((a, b) => b.exact - a.exact || (a.facts.id < b.facts.id ? -1 : 1));
  }

  private readOffer(offer: Offer): ReadOffer {
    const views = this.retriever.viewsOf(offer);
    const place = this.retriever.placeOf(offer.id);
    const objects = place ? this.retriever.objectsAt(place) : this.lexicon.objects(views.text);
    return { offer, views, text: normalText(offer), objects };
  }

  private scoreOne(ready: ReadyNeed, { offer, views, text, objects }: ReadOffer, now: Date): Scored {
    const agreement = this.retriever.agreementOf(ready.query, offer, views);
    return this.scored(ready, offer, this.textFacts(ready, text, agreement, objects), now, () => offer);
  }

  private textFacts(
    ready: ReadyNeed,
    text: UnitText,
    agreement: number,
    offerObjects: readonly FoundObject[],
  ): TextFacts {
    return {
      agreement,
      coverage: coverageIn(ready.concepts, text, this.model.concepts),
      objects: relationTo(ready, offerObjects),
      promoted: ready.promoted.some((names) => names.some((name) => holds(text, name))),
    };
  }

  private scored(ready: ReadyNeed, facts: OfferFacts, text: TextFacts, now: Date, offer: () => Offer): Scored {
    const capped = isOther(text.objects) || !answersBoth(ready.concepts, text.coverage);
    return { facts, exact: exactScore(ready.need, facts, text, this.model, now), text, capped, offer };
  }

  private judged(ready: ReadyNeed, { facts, text, capped, offer }: Scored, now: Date): Judged {
    const { model } = this;
    const whole = wholeSignals(signalsOf(ready.need, facts, text, model, now));
    const grade = this.gradeOf(whole.score, capped);
    const shown = offer();
    const explanation = () => this.explain(ready, shown, model, text.objects, whole.signals, grade);
    return { offerId: facts.id, organizationId: facts.organizationId, score: whole.score, grade, explanation };
  }

  private explain(
    { need, told, concepts }: ReadyNeed,
    offer: Offer,
    model: MatchModel,
    objects: ObjectRelation,
    signals: readonly Signal[],
    grade: Grade,
  ): Explanation {
    const idf = (term: string): number => this.retriever.idf(term);
    return explain({ need, told, offer, concepts, weights: model.concepts, objects, signals, grade, idf });
  }

  private gradeOf(score: number, capped: boolean): Grade {
    if (score >= this.model.strongFrom && !capped) return 'strong';
    return score >= this.model.relatedFrom ? 'related' : 'none';
  }
}

/** An achievement made ready once for all needs it is held against. */
interface ReadOffer {
  readonly offer: Offer;
  readonly views: OfferViews;
  readonly text: UnitText;
  readonly objects: readonly FoundObject[];
}

const isOther = ({ kind }: ObjectRelation): boolean => kind === 'otherObject' || kind === 'otherTrade';

const proposalOf = ({ explanation, ...judged }: Judged): Proposal => ({ ...judged, explanation: explanation() });

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}
