import { explain, type Explanation, type Grade } from './explain/explanation.js';
import { Bm25Index } from './index/bm25.js';
import { Retriever, type OfferViews } from './index/retriever.js';
import type { FoundObject, Lexicon } from './lexicon/lexicon.js';
import { defaultModel, type MatchModel } from './rank/model.js';
import { relateObjects, type ObjectRelation } from './rank/objects.js';
import type { MatchQuery } from './rank/query.js';
import type { Signal } from './rank/signal.js';
import { signalsOf, wholeSignals } from './rank/signals.js';
import type { Need, Offer } from './rank/subject.js';
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
}

/** Pairs that one run looks at. */
export interface PairRun {
  /** The remembered needs that an achievement may answer: those that share the most words with it. */
  needsFor(offer: Offer, limit: number): Need[];
  assess(need: Need, offer: Offer): Proposal | null;
}

/** Ranks the achievements of a market for a need and says why. Pure: same market, same need, same day, same answer. */
export class Matcher {
  private readonly retriever: Retriever;
  private readonly offers = new Map<string, Offer>();
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
    return { offers: this.offers.size, needs: this.needs.size };
  }

  add(offer: Offer): void {
    this.retriever.add(offer);
    this.offers.set(offer.id, offer);
  }

  remove(id: string): void {
    this.retriever.remove(id);
    this.offers.delete(id);
  }

  /** Every candidate, best first, unexplained. `eligible` leaves out what may never be proposed. */
  rank(need: Need, now: Date, eligible: (offer: Offer) => boolean = () => true): Ranked[] {
    return this.rankQuery(need, this.retriever.query(need), now, eligible);
  }

  /** The best `limit` that are at least related, explained. Empty when nothing solves the need. */
  match(need: Need, now: Date, limit: number, eligible: (offer: Offer) => boolean = () => true): Proposal[] {
    const query = this.retriever.query(need);
    return this.rankQuery(need, query, now, eligible)
      .slice(0, limit)
      .map((ranked) => this.propose(need, query, ranked))
      .filter((proposal) => proposal.grade !== 'none');
  }

  /** Score and reasons of one pair; the achievement need not be among the added ones. */
  assess(need: Need, offer: Offer, now: Date): Proposal {
    const query = this.retriever.query(need);
    const objects = relateObjects(this.lexicon.objects(query.text), this.objectsOf(offer));
    const signals = signalsOf(need, offer, this.retriever.agreementOf(query, offer), objects, this.model, now);
    return this.propose(need, query, { offer, signals, exact: 0 });
  }

  /**
   * Many pairs on one day: what belongs to a need or an achievement is made ready once, and only what is worth
   * proposing is explained. Gives the same as `assess`, or null for grade `none`.
   */
  pairs(now: Date): PairRun {
    const needs = new Map<Need, { query: MatchQuery; objects: readonly FoundObject[] }>();
    const offers = new Map<Offer, OfferViews>();
    const pairs = new Map<string, { need: Need; offer: Offer; proposal: Proposal | null }>();
    const readyNeed = (need: Need) =>
      remembered(needs, need, () => {
        const query = this.retriever.query(need);
        return { query, objects: this.lexicon.objects(query.text) };
      });
    const readyOffer = (offer: Offer) => remembered(offers, offer, () => this.retriever.viewsOf(offer));
    return {
      needsFor: (offer, limit) => this.needsOf(readyOffer(offer), limit),
      assess: (need, offer) => {
        const pair = `${need.id} ${offer.id}`;
        const known = pairs.get(pair);
        if (known?.need === need && known.offer === offer) return known.proposal;
        const { query, objects } = readyNeed(need);
        const proposal = this.proposeWorthy(need, query, objects, offer, readyOffer(offer), now);
        pairs.set(pair, { need, offer, proposal });
        return proposal;
      },
    };
  }

  /** The remembered needs that an achievement may answer: those that share the most words with it. */
  needsFor(offer: Offer, limit: number): Need[] {
    return this.needsOf(this.retriever.viewsOf(offer), limit);
  }

  /** Remembers a need, so that a new achievement finds it. */
  addNeed(need: Need): void {
    this.needIndex.add(need.id, this.retriever.query(need).allWords);
    this.needs.set(need.id, need);
  }

  /** A remembered need. */
  needOf(id: string): Need | undefined {
    return this.needs.get(id);
  }

  removeNeed(id: string): void {
    this.needIndex.remove(id);
    this.needs.delete(id);
  }

  private needsOf({ words }: OfferViews, limit: number): Need[] {
    return this.needIndex.search(words, limit).flatMap(({ id }) => this.needs.get(id) ?? []);
  }

  private proposeWorthy(
    need: Need,
    query: MatchQuery,
    needObjects: readonly FoundObject[],
    offer: Offer,
    views: OfferViews,
    now: Date,
  ): Proposal | null {
    const offerObjects = this.retriever.has(offer.id)
      ? this.retriever.objectsOf(offer.id)
      : this.lexicon.objects(views.text);
    const objects = relateObjects(needObjects, offerObjects);
    const agreement = this.retriever.agreementOf(query, offer, views);
    const signals = signalsOf(need, offer, agreement, objects, this.model, now);
    if (this.gradeOf(wholeSignals(signals).score, isOther(objects)) === 'none') return null;
    return this.propose(need, query, { offer, signals, exact: 0 }, objects);
  }

  private objectsOf(offer: Offer): readonly FoundObject[] {
    return this.retriever.has(offer.id)
      ? this.retriever.objectsOf(offer.id)
      : this.lexicon.objects(this.retriever.viewsOf(offer).text);
  }

  private rankQuery(need: Need, query: MatchQuery, now: Date, eligible: (offer: Offer) => boolean): Ranked[] {
    const needObjects = this.lexicon.objects(query.text);
    const ranked: Ranked[] = [];
    for (const { id, agreement } of this.retriever.candidates(query)) {
      const offer = this.offers.get(id);
      if (!offer || !eligible(offer)) continue;
      const objects = relateObjects(needObjects, this.retriever.objectsOf(id));
      const signals = signalsOf(need, offer, agreement, objects, this.model, now);
      ranked.push({ offer, signals, exact: signals.reduce((sum, signal) => sum + signal.points, 0) });
    }
    return ranked.sort((a, b) => b.exact - a.exact || (a.offer.id < b.offer.id ? -1 : 1));
  }

  private propose(
    need: Need,
    query: MatchQuery,
    { offer, signals }: Ranked,
    objects = relateObjects(this.lexicon.objects(query.text), this.objectsOf(offer)),
  ): Proposal {
    const whole = wholeSignals(signals);
    const grade = this.gradeOf(whole.score, isOther(objects));
    const explanation = explain({
      need,
      offer,
      query,
      objects,
      signals: whole.signals,
      grade,
      idf: (term) => this.retriever.idf(term),
      isGeneric: (term) => this.lexicon.isGeneric(term),
    });
    return { offerId: offer.id, organizationId: offer.organizationId, score: whole.score, grade, explanation };
  }

  /** A wrong object is never a strong match, whatever else agrees. */
  private gradeOf(score: number, wrongObject: boolean): Grade {
    if (score >= this.model.strongFrom && !wrongObject) return 'strong';
    return score >= this.model.relatedFrom ? 'related' : 'none';
  }
}

const isOther = ({ kind }: ObjectRelation): boolean => kind === 'otherObject' || kind === 'otherTrade';

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
