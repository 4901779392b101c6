import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { LocalDate } from '#domain/calendar/local-date.js';
import {
  amendChallenge,
  publishChallenge,
  termsOf,
  type ChallengeContent,
  type OpenChallenge,
} from '#domain/open-challenge/open-challenge.js';
import { actsFor, type Actor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { contentHash } from '#platform/text/canonical.js';
import { DemandService } from '../demand/demand.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { OpenChallengeBidRepository } from './open-challenge-bid.repository.js';
import { OpenChallengeCase, type ChallengeRefusal } from './open-challenge.case.js';
import { OpenChallengeRepository, type ChallengeCounts, type ChallengeQuestion } from './open-challenge.repository.js';

export type { ChallengeQuestion } from './open-challenge.repository.js';

export interface ChallengeStatistics {
  readonly challenge: OpenChallenge;
  readonly counts: ChallengeCounts;
  readonly trend: readonly { readonly day: LocalDate; readonly joined: number; readonly committed: number }[];
  /** Before the deadline nobody is told how many bids there are: it would tell bidders what to write. */
  readonly sealed: boolean;
}

const maxQuestionsPerBidder = 20;
const maxSettledPerRun = 200;

/** The call of an open challenge: draft, publication, terms, details, questions, statistics. */
@Injectable()
export class OpenChallengeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly challenges: OpenChallengeRepository,
    private readonly bids: OpenChallengeBidRepository,
    private readonly cases: OpenChallengeCase,
    private readonly demands: DemandService,
    private readonly organizations: OrganizationService,
    private readonly clock: Clock,
  ) {}

  /** From a demand of the caller's own, or alone. */
  async draft(
    actor: PersonActor,
    content: ChallengeContent,
    details: string,
    demandId: string | null,
  ): Promise<Result<OpenChallenge, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OpenChallenge, ChallengeRefusal>> => {
      if (demandId !== null) {
        const demand = await this.demands.find(tx, demandId);
        if (!demand || !actsFor(actor, demand.organizationId)) {
          return refuse('openChallenge.demandNotFound', {}, '/demandId');
        }
      }
      const now = this.clock.now();
      const challenge: OpenChallenge = {
        ...content,
        id: uuid(),
        organizationId: actor.organizationId,
        openedBy: actor.personId,
        demandId,
        state: 'draft',
        termsHash: null,
        noticeId: null,
        outcomeReason: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
        publishedAt: null,
      };
      await this.challenges.insert(tx, challenge, details);
      await this.cases.record(tx, 'create', null, challenge);
      return ok(challenge);
    });
  }

  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    change: Partial<ChallengeContent>,
    details: string | undefined,
  ): Promise<Result<OpenChallenge, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OpenChallenge, ChallengeRefusal>> => {
      const before = await this.challenges.forUpdate(tx, id);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('openChallenge.notFound');
      if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
      const after = amendChallenge(before, change, this.clock.now());
      if (!after.ok) return after;
      await this.challenges.save(tx, after.value);
      if (details !== undefined) await this.challenges.saveDetails(tx, id, details);
      await this.cases.record(tx, 'amend', before, after.value);
      return after;
    });
  }

  /** From here on the terms are fixed: their hash is what every bidder accepts. */
  async publish(actor: PersonActor, id: string): Promise<Result<OpenChallenge, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OpenChallenge, ChallengeRefusal>> => {
      if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
      const before = await this.challenges.forUpdate(tx, id);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('openChallenge.notFound');
      const details = (await this.challenges.details(tx, id)) ?? '';
      const after = publishChallenge(before, details, contentHash(termsOf(before, details)), this.clock.now());
      if (!after.ok) return after;
      await this.challenges.save(tx, after.value);
      await this.cases.record(tx, 'publish', before, after.value);
      return after;
    });
  }

  /** Only before the commitment deadline: afterwards somebody has shown what he would do. */
  async cancel(actor: PersonActor, id: string, reason: string): Promise<Result<OpenChallenge, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge) => {
      const cancelled = await this.cases.advance(system, challenge, 'cancel', { outcomeReason: reason }, reason);
      if (!cancelled.ok) return cancelled;
      for (const bid of await this.bids.allOf(system, id)) {
        if (bid.state === 'committed') await this.cases.moveBid(system, bid, 'release', '征集已取消，方案未揭示');
      }
      return cancelled;
    });
  }

  async get(actor: Actor, id: string): Promise<Result<OpenChallenge, ChallengeRefusal>> {
    const found =
      (await this.challenges.findPublic(id)) ??
      (actor.kind === 'anonymous' ? null : await this.unitOfWork.run(actor, (tx) => this.challenges.find(tx, id)));
    return found ? ok(found) : refuse('openChallenge.notFound');
  }

  async listPublic(after: string | null, limit: number): Promise<OpenChallenge[]> {
    return this.challenges.listPublic(after, limit);
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<OpenChallenge[]> {
    return this.unitOfWork.run(actor, (tx) => this.challenges.listOf(tx, actor.organizationId, after, limit));
  }

  /** A bidder accepts the terms as published; only then the details open, and bids are taken. */
  async enter(actor: PersonActor, id: string, termsHash: string): Promise<Result<string, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<string, ChallengeRefusal>> => {
      if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
      const challenge = await this.cases.locked(tx, actor, id);
      if (!challenge) return refuse('openChallenge.notFound');
      if (actsFor(actor, challenge.organizationId)) return refuse('openChallenge.ownChallenge');
      if (challenge.state !== 'open') return refuse('openChallenge.commitmentsClosed', closing(challenge));
      if (challenge.termsHash !== termsHash) return refuse('openChallenge.termsChanged', {}, '/termsHash');
      if (await this.challenges.enter(tx, id, termsHash, this.clock.now(), actor)) {
        await this.cases.record(tx, 'enter', challenge, challenge, termsHash);
      }
      return ok((await this.challenges.details(tx, id)) ?? '');
    });
  }

  /** For the caller, and for whoever accepted the terms. */
  async details(actor: PersonActor, id: string): Promise<Result<string, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<string, ChallengeRefusal>> => {
      const challenge = await this.challenges.find(tx, id);
      if (!challenge) return refuse('openChallenge.notFound');
      const details = await this.challenges.details(tx, id);
      return details === null ? refuse('openChallenge.termsNotAccepted') : ok(details);
    });
  }

  async ask(actor: PersonActor, id: string, text: string): Promise<Result<ChallengeQuestion, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ChallengeQuestion, ChallengeRefusal>> => {
      const challenge = await this.cases.locked(tx, actor, id);
      if (!challenge) return refuse('openChallenge.notFound');
      if (!(await this.challenges.hasEntered(tx, id, actor.organizationId)))
        return refuse('openChallenge.termsNotAccepted');
      const now = this.clock.now();
      if (challenge.state !== 'open' || now >= challenge.questionsUntil) {
        return refuse('openChallenge.questionsClosed', { until: challenge.questionsUntil.toISOString() });
      }
      if ((await this.challenges.questionsAsked(tx, id, actor.organizationId)) >= maxQuestionsPerBidder) {
        return refuse('openChallenge.tooManyQuestions', { max: String(maxQuestionsPerBidder) });
      }
      const { organizationId } = actor;
      const question = {
        id: uuid(),
        challengeId: id,
        organizationId,
        text,
        askedAt: now,
        answer: null,
        answeredAt: null,
      };
      await this.challenges.ask(tx, question);
      return ok(question);
    });
  }

  /** One answer for everybody; who asked is never told. */
  async answer(
    actor: PersonActor,
    id: string,
    questionId: string,
    answer: string,
  ): Promise<Result<null, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<null, ChallengeRefusal>> => {
      if (challenge.state !== 'open')
        return refuse('openChallenge.questionsClosed', { until: challenge.commitUntil.toISOString() });
      if (!(await this.challenges.answer(system, id, questionId, answer, this.clock.now()))) {
        return refuse('openChallenge.questionNotFound');
      }
      await this.cases.record(system, 'answer', challenge, challenge, questionId);
      return ok(null);
    });
  }

  async questions(
    actor: Actor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<ChallengeQuestion[], ChallengeRefusal>> {
    const challenge = await this.get(actor, id);
    if (!challenge.ok) return challenge;
    const own = actor.kind === 'person' && actsFor(actor, challenge.value.organizationId);
    const organizationId = actor.kind === 'person' ? actor.organizationId : null;
    const read = (tx: Tx) => this.challenges.questions(tx, id, organizationId, own, after, limit);
    return ok(await this.unitOfWork.run(actor, (tx) => this.unitOfWork.asSystem(tx, 'openChallenge', read)));
  }

  async statistics(actor: Actor, id: string): Promise<Result<ChallengeStatistics, ChallengeRefusal>> {
    const challenge = await this.get(actor, id);
    if (!challenge.ok) return challenge;
    const sealed = challenge.value.publishedAt === null || this.clock.now() < challenge.value.commitUntil;
    const read = async (tx: Tx): Promise<ChallengeStatistics> => ({
      challenge: challenge.value,
      counts: await this.challenges.counts(tx, id),
      trend: await this.challenges.trend(tx, id),
      sealed,
    });
    return ok(await this.unitOfWork.run(actor, (tx) => this.unitOfWork.asSystem(tx, 'openChallenge', read)));
  }

  /** The worker's turn: deadlines that passed, each challenge in a transaction of its own. */
  async settleDue(actor: SystemActor): Promise<number> {
    for (let settled = 0; settled < maxSettledPerRun; settled += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const due = await this.challenges.claimDue(tx, this.clock.now());
        if (due) await this.cases.settle(tx, due);
        return due !== null;
      });
      if (!found) return settled;
    }
    return maxSettledPerRun;
  }
}

const closing = ({ commitUntil }: OpenChallenge) => ({ until: commitUntil.toISOString() });
