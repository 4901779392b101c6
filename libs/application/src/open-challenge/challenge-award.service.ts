import { Injectable, type OnModuleInit } from '@nestjs/common';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { formatYuan, parseYuan } from '#domain/money/money.js';
import type { DeclineReason } from '#domain/matching/match.js';
import { averagesOf, feedbackWhole, type Averages } from '#domain/open-challenge/challenge-scoring.js';
import { challengePolicyOn } from '#domain/open-challenge/challenge.policy.js';
import type { OpenChallenge, OpenChallengeEvent } from '#domain/open-challenge/open-challenge.js';
import type { OpenChallengeBid } from '#domain/open-challenge/sealed-bid.js';
import type { PublicNotice } from '#domain/public-notice/public-notice.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { DealService } from '../deal/deal.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { PublicNoticeService, type NoticeFollower } from '../public-notice/public-notice.service.js';
import {
  OpenChallengeBidRepository,
  type ChallengeAward,
  type LoserFeedback,
} from './open-challenge-bid.repository.js';
import { OpenChallengeCase, type ChallengeRefusal } from './open-challenge.case.js';
import { OpenChallengeRepository } from './open-challenge.repository.js';

/** Why a bid was not awarded, for its bidder: reason, a text a criterion, its own averages and place. */
export interface LoserAnswer {
  readonly bid: OpenChallengeBid;
  readonly feedback: LoserFeedback | null;
  readonly averages: Averages | null;
  readonly rank: number | null;
  readonly of: number;
}

const concludedStates: readonly string[] = ['awarded', 'failed'];

/** From the ranking to the end: public notice, feedback to everybody who lost, award with deal and prize record. */
@Injectable()
export class ChallengeAwardService implements NoticeFollower, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly challenges: OpenChallengeRepository,
    private readonly bids: OpenChallengeBidRepository,
    private readonly cases: OpenChallengeCase,
    private readonly notices: PublicNoticeService,
    private readonly deals: DealService,
    private readonly organizations: OrganizationService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.notices.follow('openChallenge', this);
  }

  /** 公示 of the ranking; an objection blocks the award until it is decided. */
  async publicize(actor: PersonActor, id: string): Promise<Result<OpenChallenge, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<OpenChallenge, ChallengeRefusal>> => {
      const winners = await this.winners(system, id);
      if (challenge.state === 'ranked' && winners.length === 0) return refuse('openChallenge.nobodyPasses');
      if (challenge.state !== 'ranked') return this.cases.advance(system, challenge, 'publicize');
      const notice = await this.notices.post(system, {
        organizationId: challenge.organizationId,
        subjectKind: 'openChallenge',
        subjectId: id,
        title: `「${challenge.title}」揭榜结果公示`,
        items: await this.noticeItems(system, challenge, winners),
        days: challengePolicyOn(beijingDate(this.clock.now())).noticeDays,
      });
      return this.cases.advance(system, challenge, 'publicize', { noticeId: notice.id });
    });
  }

  /** What a loser lacked, criterion by criterion; may be improved until the award is concluded. */
  async giveFeedback(
    actor: PersonActor,
    id: string,
    bidId: string,
    reason: DeclineReason,
    texts: Readonly<Record<string, string>>,
  ): Promise<Result<LoserFeedback, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<LoserFeedback, ChallengeRefusal>> => {
      if (concludedStates.includes(challenge.state))
        return refuse('openChallenge.notScoring', { state: challenge.state });
      const loser = (await this.losers(system, challenge)).find((bid) => bid.id === bidId);
      if (!loser) return refuse('openChallenge.notLoser');
      const whole = feedbackWhole(challenge.criteria, texts);
      if (!whole.ok) return whole;
      const feedback = { bidId, reason, texts, personId: actor.personId, at: this.clock.now() };
      await this.bids.giveFeedback(system, feedback);
      await this.cases.record(system, 'giveFeedback', challenge, challenge, `${bidId} ${reason}`);
      return ok(feedback);
    });
  }

  /** After the notice, and after everybody who lost was told why: winners get a deal each, prizes are put on record. */
  async award(actor: PersonActor, id: string): Promise<Result<ChallengeAward[], ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<ChallengeAward[], ChallengeRefusal>> => {
      if (challenge.state !== 'cleared') {
        const refused = await this.cases.advance(system, challenge, 'award');
        if (!refused.ok) return refused;
      }
      const told = await this.allTold(system, challenge);
      if (!told.ok) return told;
      const awards: ChallengeAward[] = [];
      for (const { bid, rank } of await this.winners(system, id)) {
        const won = await this.cases.moveBid(system, bid, 'win');
        if (!won.ok) return won;
        awards.push(await this.awardOne(system, challenge, bid, rank));
      }
      await this.losersLose(system, challenge);
      const after = await this.cases.advance(system, challenge, 'award');
      return after.ok ? ok(awards) : after;
    });
  }

  /** No bid is good enough (流标): everybody is told why all the same. */
  async fail(actor: PersonActor, id: string, reason: string): Promise<Result<OpenChallenge, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<OpenChallenge, ChallengeRefusal>> => {
      const ended = await this.cases.advance(system, challenge, 'fail', { outcomeReason: reason }, reason);
      if (!ended.ok) return ended;
      const feedback = await this.bids.feedback(system, id);
      const all = (await this.bids.allOf(system, id)).filter(({ state }) => state === 'revealed');
      const missing = all.filter((bid) => !feedback.some(({ bidId }) => bidId === bid.id));
      if (missing.length > 0) return feedbackMissing(missing);
      for (const bid of all) await this.cases.moveBid(system, bid, 'lose');
      return ended;
    });
  }

  async awards(actor: PersonActor, id: string): Promise<Result<ChallengeAward[], ChallengeRefusal>> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(
        tx,
        'openChallenge',
        async (system): Promise<Result<ChallengeAward[], ChallengeRefusal>> => {
          const challenge = await this.challenges.find(system, id);
          const caller = challenge !== null && actsFor(actor, challenge.organizationId);
          if (!challenge || (challenge.publishedAt === null && !caller)) return refuse('openChallenge.notFound');
          const awards = await this.bids.awards(system, id);
          return ok(caller ? awards : awards.filter(({ organizationId }) => actsFor(actor, organizationId)));
        },
      ),
    );
  }

  /** A record that a prize was paid; no money moves here. */
  async recordPayment(
    actor: PersonActor,
    id: string,
    bidId: string,
    document: string,
    paidOn: LocalDate,
  ): Promise<Result<ChallengeAward, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<ChallengeAward, ChallengeRefusal>> => {
      const award = (await this.bids.awards(system, id)).find((one) => one.bidId === bidId);
      if (!award) return refuse('openChallenge.awardNotFound');
      if (!(await this.bids.pay(system, bidId, document, paidOn))) return refuse('openChallenge.paidAlready');
      await this.cases.record(system, 'pay', challenge, challenge, `${bidId} ${document}`);
      return ok({ ...award, paymentDocument: document, paidOn });
    });
  }

  /** Why one's own bid was not awarded: from the conclusion on, and never before. */
  async answerTo(actor: PersonActor, bidId: string): Promise<Result<LoserAnswer, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'openChallenge', async (system): Promise<Result<LoserAnswer, ChallengeRefusal>> => {
        const bid = await this.bids.find(system, bidId);
        if (!bid || !actsFor(actor, bid.organizationId)) return refuse('openChallenge.bidNotFound');
        const challenge = await this.challenges.find(system, bid.challengeId);
        if (!challenge) throw new Error(`bid ${bidId} has no challenge`);
        const out = bid.state === 'lapsed' || bid.state === 'excluded' || bid.state === 'released';
        if (!out && !concludedStates.includes(challenge.state)) return refuse('openChallenge.resultNotPublic');
        return ok(await this.answerIn(system, challenge, bid));
      }),
    );
  }

  async noticeSuspended(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'object', '公示期内有异议');
  }

  async noticeResumed(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'dismiss', '异议不成立，公示继续');
  }

  async noticeStopped(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'uphold', '异议成立，退回评审');
  }

  async noticeEnded(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'clear', '公示期满无未决异议');
  }

  private async follow(tx: Tx, id: string, event: OpenChallengeEvent, reason: string): Promise<void> {
    const challenge = await this.challenges.forUpdate(tx, id);
    const after = challenge && (await this.cases.advance(tx, challenge, event, {}, reason));
    if (!after?.ok) throw new Error(`open challenge ${id} cannot ${event}`);
  }

  private async awardOne(
    system: Tx,
    challenge: OpenChallenge,
    bid: OpenChallengeBid,
    rank: number,
  ): Promise<ChallengeAward> {
    const price = parseYuan(bid.content?.priceYuan ?? '0');
    const deal = await this.deals.openWon(system, {
      openChallengeBidId: bid.id,
      demandId: challenge.demandId,
      buyerOrganizationId: challenge.organizationId,
      seller: { organizationId: bid.organizationId, personId: bid.personId },
      terms: {
        price: price.ok ? price.value : 0n,
        mode: 'cooperation',
        terms: `「${challenge.title}」揭榜方案 ${bid.code ?? ''}，工期 ${bid.content?.termMonths ?? 0} 个月；知识产权按征集条款（摘要 ${challenge.termsHash ?? ''}）`,
      },
    });
    const award: ChallengeAward = {
      bidId: bid.id,
      challengeId: challenge.id,
      organizationId: bid.organizationId,
      rank,
      prize: challenge.prizes[rank - 1] ?? 0n,
      dealId: deal.id,
      at: this.clock.now(),
      paymentDocument: null,
      paidOn: null,
    };
    await this.bids.insertAward(system, award);
    return award;
  }

  /** Refused while one loser was not told why. */
  private async allTold(system: Tx, challenge: OpenChallenge): Promise<Result<true, ChallengeRefusal>> {
    const feedback = await this.bids.feedback(system, challenge.id);
    const missing = (await this.losers(system, challenge)).filter(
      (bid) => bid.state === 'revealed' && !feedback.some(({ bidId }) => bidId === bid.id),
    );
    return missing.length === 0 ? ok(true) : feedbackMissing(missing);
  }

  private async losersLose(system: Tx, challenge: OpenChallenge): Promise<void> {
    for (const bid of await this.losers(system, challenge)) {
      if (bid.state === 'revealed') await this.cases.moveBid(system, bid, 'lose');
    }
  }

  /** Everybody who was opened and is not among the awarded. */
  private async losers(system: Tx, challenge: OpenChallenge): Promise<OpenChallengeBid[]> {
    const winners = await this.winners(system, challenge.id);
    const won = new Set(winners.map(({ bid }) => bid.id));
    return (await this.bids.allOf(system, challenge.id)).filter((bid) => bid.content !== null && !won.has(bid.id));
  }

  private async winners(system: Tx, id: string): Promise<{ readonly bid: OpenChallengeBid; readonly rank: number }[]> {
    const ranking = (await this.bids.result(system, id))?.ranking ?? [];
    const all = await this.bids.allOf(system, id);
    return ranking
      .filter(({ awarded }) => awarded)
      .flatMap((one, index) => {
        const bid = all.find((candidate) => candidate.id === one.id);
        // Equal ones who are both awarded are numbered on: every award has a prize of its own.
        return bid && bid.state !== 'excluded' ? [{ bid, rank: index + 1 }] : [];
      });
  }

  private async answerIn(system: Tx, challenge: OpenChallenge, bid: OpenChallengeBid): Promise<LoserAnswer> {
    const ranking = (await this.bids.result(system, challenge.id))?.ranking ?? [];
    const feedback = (await this.bids.feedback(system, challenge.id)).find(({ bidId }) => bidId === bid.id) ?? null;
    const concluded = concludedStates.includes(challenge.state);
    const sheets = (await this.bids.sheets(system, challenge.id)).filter(({ bidId }) => bidId === bid.id);
    const scores = sheets.map((sheet) => sheet.scores);
    return {
      bid,
      feedback: concluded ? feedback : null,
      averages: concluded && scores.length > 0 ? averagesOf(challenge.criteria, scores) : null,
      rank: concluded ? (ranking.find(({ id }) => id === bid.id)?.rank ?? null) : null,
      of: ranking.length,
    };
  }

  private async noticeItems(
    system: Tx,
    challenge: OpenChallenge,
    winners: readonly { readonly bid: OpenChallengeBid; readonly rank: number }[],
  ) {
    const items = [{ label: '征集事项', value: challenge.title }];
    for (const { bid, rank } of winners) {
      const name = (await this.organizations.find(system, bid.organizationId))?.name ?? bid.organizationId;
      const prize = challenge.prizes[rank - 1] ?? 0n;
      items.push({ label: `拟揭榜第 ${rank} 名`, value: `${name}（${bid.code ?? ''}），奖金 ${formatYuan(prize)} 元` });
    }
    return items;
  }
}

function feedbackMissing(missing: readonly OpenChallengeBid[]) {
  const codes = missing.map(({ code }) => code ?? '').sort();
  return refuse('openChallenge.feedbackMissing', { count: String(missing.length), codes: codes.join('、') });
}
