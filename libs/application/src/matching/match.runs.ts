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
import { MatchBook, type Found } from './match.book.js';
import { MatchIndex } from './match.index.js';
import { MatchRepository } from './match.repository.js';
import { MatchRunRepository } from './match-run.repository.js';

const maxMatchesPerDemand = 20;
/** Demands that a new achievement is held against: those that share the most words with it. */
const maxDemandsPerAchievement = 50;

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
    await this.index.readDemand(demandId);
    // Outside the transaction: a slow embedding service must not hold locks.
    const read = this.index.matcher.needOf(demandId);
    const further = read ? await this.index.nearby.near(read) : [];
    return this.unitOfWork.run(actor, async (tx) => {
      await this.matches.lockDemands(tx, [demandId]);
      const demand = await this.demands.find(tx, demandId);
      const known = await this.matches.allOfDemands(tx, [demandId]);
      const found = demand?.state === 'published' ? this.find(demand, known, further) : [];
      const book = new MatchBook(known, this.clock.now());
      const again = new Set(found.map(({ achievementId }) => achievementId));
      for (const match of known) if (!again.has(match.achievementId)) book.supersede(match);
      for (const candidate of found) if (demand) book.propose(demand, candidate);
      await book.write(tx, this.matches, this.journal);
      if (demand) await this.mark(tx, 'demand', [{ id: demandId, version: demand.version }]);
      return found.length;
    });
  }

  /** Holds achievements that are new or changed against the demands they may answer; closed, they leave all proposals. */
  async matchAchievements(actor: SystemActor, achievementIds: readonly string[]): Promise<void> {
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
      for (const demand of await this.demands.findAll(tx, demandIds))
        for (const achievementId of concerned.get(demand.id) ?? [])
          this.place(book, demand, achievementId, byId.get(achievementId) ?? null, pairs);
      await book.write(tx, this.matches, this.journal);
      await this.mark(
        tx,
        'achievement',
        offers.map(({ id }) => ({ id, version: this.index.versionOf(id) ?? 0 })),
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

  private find(demand: Demand, known: readonly Match[], further: readonly string[]): Found[] {
    const declined = new Set(
      known.filter(({ state }) => state === 'declined').map(({ achievementId }) => achievementId),
    );
    const need = this.index.needAsRead(demand);
    const { matcher } = this.index;
    const eligible = (offer: Offer): boolean =>
      ineligible(need, offer, { offerIsPublic: true, declined: declined.has(offer.id) }) === null;
    return matcher.match(need, this.clock.now(), maxMatchesPerDemand, eligible, further).flatMap((proposal) => {
      const finding = this.findingOf(proposal);
      return finding ? [{ achievementId: proposal.offerId, organizationId: proposal.organizationId, finding }] : [];
    });
  }

  private findingOf({ grade, score, explanation }: Proposal): MatchFinding | null {
    if (grade === 'none') return null;
    return { score, grade, reasons: explanation, modelVersion: this.index.matcher.model.version };
  }

  /** Puts one pair in its place among the matches of its demand. */
  private place(book: MatchBook, demand: Demand, achievementId: string, offer: Offer | null, pairs: PairRun): void {
    const known = book.matchesOf(demand.id);
    const own = known.find((match) => match.achievementId === achievementId);
    const need = this.index.needAsRead(demand);
    const facts = { offerIsPublic: true, declined: own?.state === 'declined' };
    const open = demand.state === 'published' && offer && ineligible(need, offer, facts) === null;
    const proposal = open ? pairs.assess(need, offer) : null;
    const finding = proposal && this.findingOf(proposal);
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
