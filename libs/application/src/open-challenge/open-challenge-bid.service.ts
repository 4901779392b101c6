import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  commitAgain,
  revealBid,
  sealedText,
  type OpenChallengeBid,
  type Reveal,
  type SealAlgorithm,
} from '#domain/open-challenge/sealed-bid.js';
import { actsFor, systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { OpenChallengeBidRepository } from './open-challenge-bid.repository.js';
import { OpenChallengeCase, type ChallengeRefusal } from './open-challenge.case.js';
import { OpenChallengeRepository } from './open-challenge.repository.js';

export interface BidWithFiles {
  readonly bid: OpenChallengeBid;
  /** Hashes of files that were handed in; a file of another hash is none of the bid's. */
  readonly files: ReadonlySet<string>;
}

/** States of a challenge in which its caller reads the bids. */
const openedStates: readonly string[] = [
  'scoring',
  'tied',
  'ranked',
  'underNotice',
  'suspended',
  'cleared',
  'awarded',
  'failed',
];

/** Sealed bids: commitment, replacement and withdrawal before the deadline, reveal after it. */
@Injectable()
export class OpenChallengeBidService implements AttachmentHost, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly challenges: OpenChallengeRepository,
    private readonly bids: OpenChallengeBidRepository,
    private readonly cases: OpenChallengeCase,
    private readonly attachments: AttachmentService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('openChallengeBid', this);
  }

  /** The first commitment, or another in its place. */
  async commit(
    actor: PersonActor,
    challengeId: string,
    algorithm: SealAlgorithm,
    commitment: string,
  ): Promise<Result<OpenChallengeBid, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OpenChallengeBid, ChallengeRefusal>> => {
      const open = await this.openForBids(tx, actor, challengeId);
      if (!open.ok) return open;
      const now = this.clock.now();
      const before = await this.bids.ofOrganization(tx, challengeId, actor.organizationId);
      const sealed = { algorithm, commitment, personId: actor.personId };
      if (before) {
        const again = commitAgain(before, sealed, now);
        if (again.ok)
          await this.cases.saveBid(tx, before.state === 'withdrawn' ? 'commit' : 'replace', before, again.value);
        return again;
      }
      const most = this.bids.mostBids;
      const full = await this.unitOfWork.asSystem(
        tx,
        'openChallenge',
        async (system) => (await this.bids.countOf(system, challengeId)) >= most,
      );
      if (full) return refuse('openChallenge.tooManyBids', { max: String(most) });
      const bid = newBid(challengeId, actor, sealed, now);
      await this.cases.saveBid(tx, 'commit', null, bid);
      return ok(bid);
    });
  }

  async withdraw(actor: PersonActor, bidId: string): Promise<Result<OpenChallengeBid, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OpenChallengeBid, ChallengeRefusal>> => {
      const seen = await this.bids.find(tx, bidId);
      if (!seen || !actsFor(actor, seen.organizationId)) return refuse('openChallenge.bidNotFound');
      const open = await this.openForBids(tx, actor, seen.challengeId);
      if (!open.ok) return open;
      const before = await this.bids.ofOrganization(tx, seen.challengeId, actor.organizationId);
      return before ? this.cases.moveBid(tx, before, 'withdraw') : refuse('openChallenge.bidNotFound');
    });
  }

  /** Opens the bid when it is what was sealed, to the letter. What does not match is counted and changes nothing. */
  async reveal(actor: PersonActor, bidId: string, reveal: Reveal): Promise<Result<BidWithFiles, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<BidWithFiles, ChallengeRefusal>> => {
      const seen = await this.bids.find(tx, bidId);
      if (!seen || !actsFor(actor, seen.organizationId)) return refuse('openChallenge.bidNotFound');
      const now = this.clock.now();
      // A reveal that fails is counted beside this transaction, which must hold no lock on the bid then.
      await this.cases.settleApart(actor, seen.challengeId);
      const challenge = await this.cases.locked(tx, actor, seen.challengeId);
      if (challenge?.state !== 'revealing') {
        const { commitUntil, revealUntil } = challenge ?? { commitUntil: now, revealUntil: now };
        return refuse('openChallenge.notRevealing', {
          from: commitUntil.toISOString(),
          until: revealUntil.toISOString(),
        });
      }
      const tried = revealBid(seen, reveal, (algorithm, given) => sealOf(seen, algorithm, given), now);
      if (!tried.ok) {
        if (tried.refusal.code === 'openChallenge.revealMismatch') await this.countFailure(actor, bidId);
        return tried;
      }
      const before = await this.bids.ofOrganization(tx, seen.challengeId, actor.organizationId);
      const opened = before && revealBid(before, reveal, (algorithm, given) => sealOf(before, algorithm, given), now);
      if (!opened?.ok) return opened ?? refuse('openChallenge.bidNotFound');
      await this.cases.saveBid(tx, 'reveal', before, opened.value);
      return ok({ bid: opened.value, files: await this.bids.filesOf(tx, bidId) });
    });
  }

  /** One's own at any time; all of a challenge for its caller, once the reveals are over. */
  async get(actor: PersonActor, bidId: string): Promise<Result<BidWithFiles, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'openChallenge', async (system): Promise<Result<BidWithFiles, ChallengeRefusal>> => {
        const bid = await this.bids.find(system, bidId);
        if (!bid || !(await this.maySee(system, actor, bid))) return refuse('openChallenge.bidNotFound');
        return ok({ bid, files: await this.bids.filesOf(system, bidId) });
      }),
    );
  }

  async listMine(actor: PersonActor, after: string | null, limit: number): Promise<OpenChallengeBid[]> {
    return this.unitOfWork.run(actor, (tx) => this.bids.listOf(tx, actor.organizationId, after, limit));
  }

  /** For the caller: nothing, not even how many, before the reveals are over. */
  async listOf(actor: PersonActor, challengeId: string): Promise<Result<OpenChallengeBid[], ChallengeRefusal>> {
    return this.cases.own(
      actor,
      challengeId,
      async (system, challenge): Promise<Result<OpenChallengeBid[], ChallengeRefusal>> => {
        if (!openedStates.includes(challenge.state)) return ok([]);
        return ok((await this.bids.allOf(system, challengeId)).filter(({ state }) => state !== 'withdrawn'));
      },
    );
  }

  /** Files come after the reveal: before it there is nothing of the bid but its hash. */
  async attachmentStanding(tx: Tx, actor: PersonActor, id: string): Promise<Standing | null> {
    return this.unitOfWork.asSystem(tx, 'openChallenge', async (system) => {
      const bid = await this.bids.find(system, id);
      const challenge = bid && (await this.challenges.find(system, bid.challengeId));
      if (!bid || !challenge || !(await this.maySee(system, actor, bid))) return null;
      return {
        readerIds: [bid.organizationId, challenge.organizationId],
        open: bid.state === 'revealed' && actsFor(actor, bid.organizationId),
        provisional: false,
      };
    });
  }

  private async maySee(system: Tx, actor: PersonActor, bid: OpenChallengeBid): Promise<boolean> {
    if (actsFor(actor, bid.organizationId)) return true;
    const challenge = await this.challenges.find(system, bid.challengeId);
    if (!challenge || !actsFor(actor, challenge.organizationId)) return false;
    return openedStates.includes(challenge.state) && bid.state !== 'withdrawn';
  }

  /** Before the deadline, by somebody who accepted the terms. */
  private async openForBids(tx: Tx, actor: PersonActor, challengeId: string): Promise<Result<true, ChallengeRefusal>> {
    const challenge = await this.cases.locked(tx, actor, challengeId);
    if (!challenge) return refuse('openChallenge.notFound');
    if (!(await this.challenges.hasEntered(tx, challengeId, actor.organizationId)))
      return refuse('openChallenge.termsNotAccepted');
    if (challenge.state === 'open') return ok(true);
    return refuse('openChallenge.commitmentsClosed', { until: challenge.commitUntil.toISOString() });
  }

  /** In a transaction of its own: the refusal rolls the caller's back, and the count must outlive it. */
  private async countFailure(actor: PersonActor, bidId: string): Promise<void> {
    await this.unitOfWork.runSeparately(systemActor('openChallenge', actor.origin.requestId), (system) =>
      this.bids.revealFailed(system, bidId),
    );
  }
}

/** SM3 (GB/T 32905-2016) for whoever must use the national algorithm. */
const sealOf = (bid: OpenChallengeBid, algorithm: SealAlgorithm, { content, nonce }: Reveal): string =>
  createHash(algorithm)
    .update(sealedText(bid, nonce, canonicalJson(content)))
    .digest('hex');

const newBid = (
  challengeId: string,
  actor: PersonActor,
  sealed: Pick<OpenChallengeBid, 'algorithm' | 'commitment' | 'personId'>,
  now: Date,
): OpenChallengeBid => ({
  ...sealed,
  id: uuid(),
  challengeId,
  organizationId: actor.organizationId,
  state: 'committed',
  content: null,
  nonce: null,
  code: null,
  outReason: null,
  failedReveals: 0,
  version: 1,
  committedAt: now,
  updatedAt: now,
  revealedAt: null,
});
