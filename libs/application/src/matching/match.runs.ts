import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Demand } from '#domain/demand/demand.js';
import type { Match, MatchFinding } from '#domain/matching/match.js';
import type { SystemActor } from '#domain/shared/actor.js';
import type { PairRun, Proposal } from '#matching/matcher.js';
import { ineligible } from '#matching/rank/eligibility.js';
import type { Need, Offer } from '#matching/rank/subject.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { DemandService } from '../demand/demand.service.js';
import { pairKey, type NewPair } from './fair-load.js';
import { MatchBook, type Found } from './match.book.js';
import { MatchIndex } from './match.index.js';
import { MatchRepository } from './match.repository.js';
import { MatchRunRepository } from './match-run.repository.js';

export const maxMatchesPerDemand = 20;
/** Demands that a new achievement is held against: those that share the most words with it. */
const maxDemandsPerAchievement = 50;

/** The version of a mark that says: look again. Rows begin with 1. */
const unmatched = 0;

/** Proposed, or further: proposing it again is nothing new to anybody. */
export const isOpen = ({ state }: Match): boolean => state !== 'superseded';

export interface HeldDemand {
  readonly demand: Demand | null;
  readonly known: readonly Match[];
}

/** What the engine found for a demand, and what it may be written with later. */
export interface Thought {
  readonly demandId: string;
  readonly further: readonly string[];
  readonly found: readonly Found[];
  /** Achievements that stand before the demand's owner already. */
  readonly open: ReadonlySet<string>;
  readonly stamp: string;
}

/** What a long run lets be proposed anew. */
export interface Share {
  /** Those of these pairs that may be, by `pairKey`. */
  grant(tx: Tx, pairs: readonly NewPair[]): Promise<ReadonlySet<string>>;
  charge(tx: Tx, proposals: readonly Match[]): Promise<void>;
}

/** Runs of the matching engine: what it finds becomes matches. Run again, it changes nothing that has not changed. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: MatchIndex,
    private readonly matches: MatchRepository,
    private readonly marks: MatchRunRepository,
    private readonly demands: DemandService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Matches one demand with every public achievement; open proposals that are found no more are superseded. */
  async matchDemand(actor: SystemActor, demandId: string): Promise<number> {
    await this.index.refresh();
    const further = await this.further(demandId);
    return this.unitOfWork.run(actor, async (tx) => {
      const held = await this.hold(tx, demandId);
      const found = this.find(held, further);
      await this.settle(tx, held, found, true);
      return found.length;
    });
  }

  /** The owner of a demand changed. */
  async followOwner(actor: SystemActor, demandId: string): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.matches.followOwner(tx, demandId));
  }

  /** What would be proposed for a demand now. Nothing is written. */
  async think(actor: SystemActor, demandId: string, limit = maxMatchesPerDemand): Promise<Thought> {
    const further = await this.further(demandId);
    const held = await this.unitOfWork.run(actor, async (tx) => ({
      demand: await this.demands.find(tx, demandId),
      known: await this.matches.allOfDemands(tx, [demandId]),
    }));
    const found = this.find(held, further, limit);
    const open = new Set(held.known.filter(isOpen).map(({ achievementId }) => achievementId));
    return { demandId, further, found, open, stamp: this.stampOf(held, found) };
  }

  /** A demand with its pairs, locked against other runs of the engine. */
  async hold(tx: Tx, demandId: string): Promise<HeldDemand> {
    await this.matches.lockDemands(tx, [demandId]);
    return {
      demand: await this.demands.find(tx, demandId),
      known: await this.matches.allOfDemands(tx, [demandId]),
    };
  }

  /** Tells whether what was found for a demand still holds. */
  stampOf({ demand }: HeldDemand, found: readonly Found[]): string {
    const versions = found.map(({ achievementId }) => this.index.versionOf(achievementId));
    return [this.index.engine, demand?.state, demand?.version, ...versions].join();
  }

  /** Writes what was found for a demand; not `whole`, it will be looked at again. Gives what is newly proposed. */
  async settle(tx: Tx, { demand, known }: HeldDemand, found: readonly Found[], whole: boolean): Promise<Match[]> {
    const book = new MatchBook(known, this.clock.now());
    const again = new Set(found.map(({ achievementId }) => achievementId));
    for (const match of known) if (!again.has(match.achievementId)) book.supersede(match);
    for (const candidate of found) if (demand) book.propose(demand, candidate);
    await book.write(tx, this.matches, this.journal);
    if (demand) await this.mark(tx, 'demand', [{ id: demand.id, version: whole ? demand.version : unmatched }]);
    return book.newProposals();
  }

  /** Outside any transaction: a slow embedding service must not hold locks. */
  private async further(demandId: string): Promise<readonly string[]> {
    await this.index.readDemand(demandId);
    const read = this.index.matcher.needOf(demandId);
    return read ? this.index.nearby.near(read) : [];
  }

  /** Holds achievements that are new or changed against the demands they may answer; closed, they leave all proposals. */
  async matchAchievements(
    actor: SystemActor,
    achievementIds: readonly string[],
    share: Share | null = null,
  ): Promise<void> {
    await this.index.refresh();
    const offers = await this.index.readAchievements(achievementIds);
    const pairs = this.index.matcher.pairs(this.clock.now());
    // The long thinking stands before the transaction: no lock is held for it, and others get their turn between.
    const answers = new Map<string, readonly Need[]>();
    for (const offer of offers) {
      answers.set(offer.id, pairs.needsFor(offer, maxDemandsPerAchievement));
      for (const need of answers.get(offer.id) ?? []) pairs.assess(need, offer);
      await setImmediate();
    }
    await this.unitOfWork.run(actor, async (tx) => {
      const byId = new Map(offers.map((offer) => [offer.id, offer]));
      const concerned = new Map<string, Set<string>>();
      const concern = (demandId: string, achievementId: string): void =>
        void concerned.set(demandId, (concerned.get(demandId) ?? new Set()).add(achievementId));
      for (const [achievementId, needs] of answers) for (const { id } of needs) concern(id, achievementId);
      for (const { demandId, achievementId } of await this.matches.proposedOf(tx, achievementIds))
        concern(demandId, achievementId);
      const demandIds = [...concerned.keys()];
      await this.matches.lockDemands(tx, demandIds);
      const book = new MatchBook(await this.matches.allOfDemands(tx, demandIds), this.clock.now());
      const answered = (await this.demands.findAll(tx, demandIds)).flatMap((demand) =>
        [...(concerned.get(demand.id) ?? [])].map((achievementId) =>
          this.assess(book, demand, achievementId, byId.get(achievementId) ?? null, pairs),
        ),
      );
      const granted = share && (await share.grant(tx, answered.flatMap(newPairOf)));
      const waits = (pair: Answered): boolean =>
        granted !== null && newPairOf(pair).some(({ key }) => !granted.has(key));
      for (const pair of answered) if (!waits(pair)) this.place(book, pair);
      await book.write(tx, this.matches, this.journal);
      await share?.charge(tx, book.newProposals());
      const waiting = new Set(answered.filter(waits).map(({ achievementId }) => achievementId));
      await this.mark(
        tx,
        'achievement',
        offers.map(({ id }) => ({
          id,
          version: waiting.has(id) ? unmatched : (this.index.versionOf(id) ?? unmatched),
        })),
      );
    });
  }

  /** Remembers what was matched, as it stood: the night looks only at the rest. */
  private async mark(
    tx: Tx,
    kind: 'demand' | 'achievement',
    subjects: readonly { readonly id: string; readonly version: number }[],
  ): Promise<void> {
    const marks = subjects.map(({ id, version }) => ({ subjectId: id, kind, version }));
    await this.marks.mark(tx, marks, this.index.engine, this.clock.now());
  }

  /** What the engine finds for a demand, best first. */
  find({ demand, known }: HeldDemand, further: readonly string[], limit = maxMatchesPerDemand): Found[] {
    if (demand?.state !== 'published') return [];
    const declined = new Set(
      known.filter(({ state }) => state === 'declined').map(({ achievementId }) => achievementId),
    );
    const need = this.index.needAsRead(demand);
    const { matcher } = this.index;
    const eligible = (offer: Offer): boolean =>
      ineligible(need, offer, { offerIsPublic: true, declined: declined.has(offer.id) }) === null;
    return matcher.match(need, this.clock.now(), limit, eligible, further).flatMap((proposal) => {
      const finding = this.findingOf(proposal);
      return finding ? [{ achievementId: proposal.offerId, organizationId: proposal.organizationId, finding }] : [];
    });
  }

  private findingOf({ grade, score, explanation }: Proposal): MatchFinding | null {
    if (grade === 'none') return null;
    return { score, grade, reasons: explanation, modelVersion: this.index.matcher.model.version };
  }

  private assess(
    book: MatchBook,
    demand: Demand,
    achievementId: string,
    offer: Offer | null,
    pairs: PairRun,
  ): Answered {
    const own = book.matchesOf(demand.id).find((match) => match.achievementId === achievementId);
    const need = this.index.needAsRead(demand);
    const facts = { offerIsPublic: true, declined: own?.state === 'declined' };
    const open = demand.state === 'published' && offer && ineligible(need, offer, facts) === null;
    const proposal = open ? pairs.assess(need, offer) : null;
    return { demand, achievementId, offer, own, finding: proposal && this.findingOf(proposal) };
  }

  /** Puts one pair in its place among the matches of its demand. */
  private place(book: MatchBook, { demand, achievementId, offer, finding }: Answered): void {
    const known = book.matchesOf(demand.id);
    const own = known.find((match) => match.achievementId === achievementId);
    if (!offer || !finding) {
      if (own) book.supersede(own);
      return;
    }
    const rivals = known.filter((match) => match.state === 'proposed' && match.id !== own?.id);
    const worst = rivals.sort((a, b) => a.score - b.score || (a.id < b.id ? 1 : -1))[0];
    const full = rivals.length >= maxMatchesPerDemand;
    if (full && worst && worst.score >= finding.score) {
      if (own) book.supersede(own);
      return;
    }
    if (full && worst) book.supersede(worst);
    book.propose(demand, { achievementId, organizationId: offer.organizationId, finding });
  }
}

/** One pair of a demand and an achievement as the engine sees it now. */
interface Answered {
  readonly demand: Demand;
  readonly achievementId: string;
  readonly offer: Offer | null;
  /** The match that is known of the pair. */
  readonly own: Match | undefined;
  readonly finding: MatchFinding | null;
}

function newPairOf({ demand, achievementId, offer, own, finding }: Answered): (NewPair & { readonly key: string })[] {
  if (!offer || !finding || (own && isOpen(own))) return [];
  const { organizationId } = offer;
  const key = pairKey(demand.id, achievementId);
  return [{ key, demandId: demand.id, achievementId, organizationId, score: finding.score, standIn: false }];
}
