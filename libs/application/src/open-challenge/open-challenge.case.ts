import { Injectable } from '@nestjs/common';
import {
  advanceChallenge,
  deadlinePassed,
  dueEvent,
  type OpenChallenge,
  type OpenChallengeEvent,
} from '#domain/open-challenge/open-challenge.js';
import {
  advanceBid,
  lapseReason,
  type OpenChallengeBid,
  type OpenChallengeBidEvent,
} from '#domain/open-challenge/sealed-bid.js';
import { actsFor, systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { OpenChallengeBidRepository } from './open-challenge-bid.repository.js';
import { OpenChallengeRepository } from './open-challenge.repository.js';

export type ChallengeRefusal = Refusal<
  | 'openChallenge.notFound'
  | 'openChallenge.demandNotFound'
  | 'openChallenge.published'
  | 'openChallenge.ipTermsMissing'
  | 'openChallenge.criteriaWrong'
  | 'openChallenge.prizesMissing'
  | 'openChallenge.detailsMissing'
  | 'openChallenge.datesWrong'
  | 'openChallenge.termsChanged'
  | 'openChallenge.termsNotAccepted'
  | 'openChallenge.ownChallenge'
  | 'openChallenge.questionsClosed'
  | 'openChallenge.tooManyQuestions'
  | 'openChallenge.questionNotFound'
  | 'openChallenge.commitmentsClosed'
  | 'openChallenge.tooManyBids'
  | 'openChallenge.notRevealing'
  | 'openChallenge.revealMismatch'
  | 'openChallenge.bidNotFound'
  | 'openChallenge.notScoring'
  | 'openChallenge.unknownPerson'
  | 'openChallenge.onPanelAlready'
  | 'openChallenge.recused'
  | 'openChallenge.conflict'
  | 'openChallenge.scoredAlready'
  | 'openChallenge.sheetIncomplete'
  | 'openChallenge.panelTooSmall'
  | 'openChallenge.tieIncomplete'
  | 'openChallenge.nobodyPasses'
  | 'openChallenge.resultNotPublic'
  | 'openChallenge.feedbackIncomplete'
  | 'openChallenge.feedbackMissing'
  | 'openChallenge.notLoser'
  | 'openChallenge.awardNotFound'
  | 'openChallenge.paidAlready'
  | 'organization.unverified'
  | 'version.stale'
  | 'state.notAllowed'
>;

/** One challenge at a time: locked, its deadlines applied first, every transition written with its journal. */
@Injectable()
export class OpenChallengeCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly challenges: OpenChallengeRepository,
    private readonly bids: OpenChallengeBidRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Locked and in the state that this moment demands; null when there is none that is published, or the actor's own. */
  async locked(tx: Tx, actor: PersonActor, id: string): Promise<OpenChallenge | null> {
    return this.unitOfWork.asSystem(tx, 'openChallenge', async (system) => {
      const found = await this.challenges.forUpdate(system, id);
      if (!found || (found.publishedAt === null && !actsFor(actor, found.organizationId))) return null;
      return this.settle(system, found);
    });
  }

  /** Applies passed deadlines in a transaction of its own, before the caller's has locked anything. */
  async settleApart(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.runSeparately(systemActor('openChallenge', actor.origin.requestId), async (system) => {
      const seen = await this.challenges.find(system, id);
      if (!seen || !deadlinePassed(seen, this.clock.now())) return;
      const challenge = await this.challenges.forUpdate(system, id);
      if (challenge) await this.settle(system, challenge);
    });
  }

  /** One step of the caller's, as the system: who may take it is checked here. */
  async own<T>(
    actor: PersonActor,
    id: string,
    decide: (system: Tx, challenge: OpenChallenge) => Promise<Result<T, ChallengeRefusal>>,
  ): Promise<Result<T, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<T, ChallengeRefusal>> => {
      const challenge = await this.locked(tx, actor, id);
      if (!challenge || !actsFor(actor, challenge.organizationId)) return refuse('openChallenge.notFound');
      return this.unitOfWork.asSystem(tx, 'openChallenge', (system) => decide(system, challenge));
    });
  }

  /** Applies the deadlines that have passed. */
  async settle(system: Tx, challenge: OpenChallenge): Promise<OpenChallenge> {
    let current = challenge;
    // Bids are locked only when there is something to close: a reveal that fails must be counted beside this transaction.
    while (deadlinePassed(current, this.clock.now())) {
      const all = await this.bids.allOf(system, current.id);
      const counts = {
        committed: all.filter(({ state }) => state === 'committed').length,
        revealed: all.filter(({ state }) => state === 'revealed').length,
      };
      const due = dueEvent(current, counts, this.clock.now());
      if (current.state === 'revealing') await this.closeReveals(system, all);
      if (due === null) return current;
      current = await this.must(system, current, due.event, due.reason);
    }
    return current;
  }

  /** Takes an event, or gives the table's refusal. */
  async advance(
    system: Tx,
    before: OpenChallenge,
    event: OpenChallengeEvent,
    change: Partial<Pick<OpenChallenge, 'noticeId' | 'outcomeReason'>> = {},
    reason?: string,
  ): Promise<Result<OpenChallenge, ChallengeRefusal>> {
    const moved = advanceChallenge(before, event, this.clock.now());
    if (!moved.ok) return moved;
    const after = { ...moved.value, ...change };
    await this.challenges.save(system, after);
    await this.record(system, event, before, after, reason);
    return ok(after);
  }

  async must(
    system: Tx,
    before: OpenChallenge,
    event: OpenChallengeEvent,
    reason: string | null,
  ): Promise<OpenChallenge> {
    const change = reason === null ? {} : { outcomeReason: reason };
    const after = await this.advance(system, before, event, change, reason ?? undefined);
    if (!after.ok) throw new Error(`open challenge ${before.id} in state ${before.state} cannot ${event}`);
    return after.value;
  }

  async moveBid(
    tx: Tx,
    before: OpenChallengeBid,
    event: Exclude<OpenChallengeBidEvent, 'reveal' | 'replace' | 'commit'>,
    outReason?: string,
  ): Promise<Result<OpenChallengeBid, ChallengeRefusal>> {
    const after = advanceBid(before, event, this.clock.now(), outReason);
    if (!after.ok) return after;
    await this.saveBid(tx, event, before, after.value, outReason);
    return after;
  }

  /** The journal keeps hashes of what is written, so that a sealed bid stays sealed there too. */
  async saveBid(
    tx: Tx,
    event: string,
    before: OpenChallengeBid | null,
    after: OpenChallengeBid,
    reason?: string,
  ): Promise<void> {
    if (before === null) await this.bids.insert(tx, after);
    else await this.bids.save(tx, after);
    await this.journal.record(tx, {
      subjectKind: 'openChallengeBid',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }

  async record(
    tx: Tx,
    event: string,
    before: OpenChallenge | null,
    after: OpenChallenge,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'openChallenge',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }

  /** What was not opened in time is out, with its reason; the rest get codes that tell nothing of names or order. */
  private async closeReveals(system: Tx, all: readonly OpenChallengeBid[]): Promise<void> {
    for (const bid of all.filter(({ state }) => state === 'committed')) {
      await this.moveBid(system, bid, 'lapse', lapseReason(bid));
    }
    const shuffled = all
      .filter(({ state }) => state === 'revealed')
      .map((bid) => ({ bid, key: contentHash([bid.nonce, bid.commitment]) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const [index, { bid }] of shuffled.entries()) {
      const code = `方案${String(index + 1).padStart(3, '0')}`;
      await this.bids.save(system, { ...bid, code, version: bid.version + 1, updatedAt: this.clock.now() });
    }
  }
}
