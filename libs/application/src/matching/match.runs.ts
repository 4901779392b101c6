import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Demand } from '#domain/demand/demand.js';
import { proposeAgain, supersedeMatch, type Match, type MatchFinding } from '#domain/matching/match.js';
import type { SystemActor } from '#domain/shared/actor.js';
import type { Proposal } from '#matching/matcher.js';
import { ineligible } from '#matching/rank/eligibility.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';
import { MatchIndex } from './match.index.js';
import { MatchRepository } from './match.repository.js';
import { needOf, offerOf } from './matching.subjects.js';

const maxMatchesPerDemand = 20;
/** Demands that a new achievement is held against: those that share the most words with it. */
const maxDemandsPerAchievement = 50;
const rematchBatch = 100;

/** An achievement and its organization, found for a demand. */
interface Found {
  readonly achievementId: string;
  readonly organizationId: string;
  readonly finding: MatchFinding;
}

/** Runs of the matching engine: what it finds becomes matches. Run again, it changes nothing that has not changed. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: MatchIndex,
    private readonly matches: MatchRepository,
    private readonly demands: DemandService,
    private readonly achievements: AchievementService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Matches one demand with every public achievement; open proposals that are found no more are superseded. */
  async matchDemand(actor: SystemActor, demandId: string): Promise<number> {
    await this.index.refresh();
    await this.index.readDemand(demandId);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.matches.lockDemand(tx, demandId);
      const demand = await this.demands.find(tx, demandId);
      const known = await this.matches.allOf(tx, 'demand', demandId);
      const found = demand?.state === 'published' ? this.find(demand, known) : [];
      for (const match of known) {
        const again = found.find(({ achievementId }) => achievementId === match.achievementId);
        if (again) await this.update(tx, match, proposeAgain(match, again.finding, this.clock.now()), 'propose');
        else await this.update(tx, match, supersedeMatch(match, this.clock.now()), 'supersede');
      }
      for (const candidate of found)
        if (demand && !known.some((match) => match.achievementId === candidate.achievementId))
          await this.insert(tx, demand, candidate);
      return found.length;
    });
  }

  /** Holds one achievement that is new or changed against the demands it may answer; closed, it leaves all proposals. */
  async matchAchievement(actor: SystemActor, achievementId: string): Promise<void> {
    await this.index.refresh();
    await this.index.readAchievement(achievementId);
    await this.unitOfWork.run(actor, async (tx) => {
      const achievement = await this.achievements.find(tx, achievementId);
      const offer = achievement?.state === 'published' ? offerOf(achievement) : null;
      const needs = offer ? this.index.matcher.needsFor(offer, maxDemandsPerAchievement) : [];
      // In the order of ids, as every run locks them.
      const concerned = new Set([...needs.map(({ id }) => id), ...(await this.matches.demandsOf(tx, achievementId))]);
      for (const demandId of [...concerned].sort()) {
        await this.matches.lockDemand(tx, demandId);
        const demand = await this.demands.find(tx, demandId);
        const proposal =
          offer && demand?.state === 'published' && demand.organizationId !== offer.organizationId
            ? this.index.matcher.assess(needOf(demand), offer, this.clock.now())
            : null;
        await this.place(tx, demand, achievementId, offer?.organizationId ?? null, proposal);
      }
    });
  }

  /** Matches every public demand anew. `progress` is told after each batch; the number of demands. */
  async rematchAll(actor: SystemActor, progress: (done: number) => void): Promise<number> {
    let done = 0;
    for (let after: string | null = null; ;) {
      const batch = await this.unitOfWork.run(actor, (tx) => this.demands.publishedBatch(tx, after, rematchBatch));
      for (const { id } of batch) await this.matchDemand(actor, id);
      done += batch.length;
      after = batch.at(-1)?.id ?? null;
      if (after === null) return done;
      progress(done);
    }
  }

  private find(demand: Demand, known: readonly Match[]): Found[] {
    const declined = new Set(
      known.filter(({ state }) => state === 'declined').map(({ achievementId }) => achievementId),
    );
    const need = needOf(demand);
    const { matcher } = this.index;
    const eligible = (offer: ReturnType<typeof offerOf>): boolean =>
      ineligible(need, offer, { offerIsPublic: true, declined: declined.has(offer.id) }) === null;
    return matcher.match(need, this.clock.now(), maxMatchesPerDemand, eligible).flatMap((proposal) => {
      const finding = this.findingOf(proposal);
      return finding ? [{ achievementId: proposal.offerId, organizationId: proposal.organizationId, finding }] : [];
    });
  }

  private findingOf({ grade, score, explanation }: Proposal): MatchFinding | null {
    if (grade === 'none') return null;
    return { score, grade, reasons: explanation, modelVersion: this.index.matcher.model.version };
  }

  /** Puts one assessed pair in its place among the matches of its demand. */
  private async place(
    tx: Tx,
    demand: Demand | null,
    achievementId: string,
    organizationId: string | null,
    proposal: Proposal | null,
  ): Promise<void> {
    if (!demand) return;
    const now = this.clock.now();
    const known = await this.matches.allOf(tx, 'demand', demand.id);
    const own = known.find((match) => match.achievementId === achievementId);
    const finding = proposal && this.findingOf(proposal);
    if (!finding || organizationId === null) {
      if (own) await this.update(tx, own, supersedeMatch(own, now), 'supersede');
      return;
    }
    const rivals = known.filter((match) => match.state === 'proposed' && match.id !== own?.id);
    const worst = rivals.sort((a, b) => a.score - b.score || (a.id < b.id ? 1 : -1))[0];
    const full = rivals.length >= maxMatchesPerDemand;
    if (full && worst && worst.score >= finding.score) {
      if (own) await this.update(tx, own, supersedeMatch(own, now), 'supersede');
      return;
    }
    if (full && worst) await this.update(tx, worst, supersedeMatch(worst, now), 'supersede');
    if (own) await this.update(tx, own, proposeAgain(own, finding, now), 'propose');
    else await this.insert(tx, demand, { achievementId, organizationId, finding });
  }

  private async insert(tx: Tx, demand: Demand, { achievementId, organizationId, finding }: Found): Promise<void> {
    const now = this.clock.now();
    const match: Match = {
      ...finding,
      id: uuid(),
      demandId: demand.id,
      achievementId,
      demandOrganizationId: demand.organizationId,
      achievementOrganizationId: organizationId,
      state: 'proposed',
      decline: null,
      createdAt: now,
      updatedAt: now,
    };
    await this.matches.insert(tx, match);
    await this.record(tx, 'propose', null, match);
  }

  private async update(tx: Tx, before: Match, after: Match | null, event: string): Promise<void> {
    if (!after) return;
    await this.matches.save(tx, after);
    // A score that moves is no decision: only a change of state is told.
    if (before.state !== after.state) await this.record(tx, event, before, after);
  }

  private async record(tx: Tx, event: string, before: Match | null, after: Match): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'match',
      subjectId: after.id,
      parties: [after.demandOrganizationId, after.achievementOrganizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(before && { before }),
      after,
    });
  }
}
