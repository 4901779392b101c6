import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import { parseYuan } from '#domain/money/money.js';
import {
  averagesOf,
  rankBids,
  weightedScore,
  type Averages,
  type RankedBid,
  type ScoredBid,
  type Scores,
} from '#domain/open-challenge/challenge-scoring.js';
import { challengePolicyOn } from '#domain/open-challenge/challenge.policy.js';
import { resultStates, type OpenChallenge } from '#domain/open-challenge/open-challenge.js';
import type { BidContent, OpenChallengeBid } from '#domain/open-challenge/sealed-bid.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { RelationService } from '../relation/relation.service.js';
import { OpenChallengeBidRepository, type ChallengeResult, type StoredSheet } from './open-challenge-bid.repository.js';
import { OpenChallengeCase, type ChallengeRefusal } from './open-challenge.case.js';
import { OpenChallengeService } from './open-challenge.service.js';

/** What a judge sees of a bid: no name, no team. */
export interface BlindBid {
  readonly bidId: string;
  readonly code: string;
  readonly content: Omit<BidContent, 'team'>;
  readonly recusal: string | null;
  readonly sheet: StoredSheet | null;
}

export interface PanelState {
  readonly judges: readonly string[];
  readonly recusals: readonly { readonly bidId: string; readonly personId: string; readonly reason: string }[];
  /** How many sheets each bid has; never what is in them. */
  readonly sheetsOf: readonly { readonly bidId: string; readonly sheets: number }[];
}

/** One line of the published score sheet. */
export interface PublishedResult extends Averages {
  readonly code: string;
  readonly rank: number;
  readonly awarded: boolean;
  readonly by: string;
  readonly sheets: number;
  /** Of the awarded ones only. */
  readonly organizationId: string | null;
}

export interface PublishedResults {
  readonly challenge: OpenChallenge;
  readonly results: readonly PublishedResult[];
  readonly tieDecision: ChallengeResult['tieDecision'];
}

/** Blind scoring of the opened bids: panel with recusals, sheets, ranking, ties. */
@Injectable()
export class ChallengeJudgingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bids: OpenChallengeBidRepository,
    private readonly cases: OpenChallengeCase,
    private readonly calls: OpenChallengeService,
    private readonly relations: RelationService,
    private readonly clock: Clock,
  ) {}

  /** Whoever is related to a bidder is recused from that bid at once, with the reason. */
  async appoint(actor: PersonActor, id: string, personId: string): Promise<Result<PanelState, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<PanelState, ChallengeRefusal>> => {
      if (challenge.state !== 'scoring') return refuse('openChallenge.notScoring', { state: challenge.state });
      if (!(await this.bids.personExists(system, personId)))
        return refuse('openChallenge.unknownPerson', {}, '/personId');
      if (!(await this.bids.appoint(system, id, personId, actor.personId, this.clock.now()))) {
        return refuse('openChallenge.onPanelAlready', {}, '/personId');
      }
      for (const bid of await this.openBids(system, id)) {
        const reason = await this.related(system, personId, bid);
        if (reason !== null) await this.bids.recuse(system, bid.id, personId, reason, this.clock.now());
      }
      await this.cases.record(system, 'appoint', challenge, challenge, personId);
      return ok(await this.panelState(system, id));
    });
  }

  async panel(actor: PersonActor, id: string): Promise<Result<PanelState, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system) => ok(await this.panelState(system, id)));
  }

  /** The bids as a judge sees them; for nobody else. */
  async forJudge(actor: PersonActor, id: string): Promise<Result<BlindBid[], ChallengeRefusal>> {
    return this.asJudge(actor, id, async (system) => {
      const recusals = await this.bids.recusals(system, id);
      const sheets = (await this.bids.sheets(system, id)).filter(({ personId }) => personId === actor.personId);
      const open = await this.openBids(system, id);
      return ok(
        open
          .map(({ id: bidId, code, content }) => ({
            bidId,
            code: code ?? '',
            content: withoutTeam(content),
            recusal: recusals.find((one) => one.bidId === bidId && one.personId === actor.personId)?.reason ?? null,
            sheet: sheets.find((sheet) => sheet.bidId === bidId) ?? null,
          }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
      );
    });
  }

  async recuse(actor: PersonActor, id: string, bidId: string, reason: string): Promise<Result<null, ChallengeRefusal>> {
    return this.asJudge(actor, id, async (system, challenge): Promise<Result<null, ChallengeRefusal>> => {
      const bid = await this.scorable(system, challenge, bidId);
      if (!bid.ok) return bid;
      await this.bids.recuse(system, bidId, actor.personId, reason, this.clock.now());
      await this.cases.record(system, 'recuse', challenge, challenge, bidId);
      return ok(null);
    });
  }

  /** One sheet of a judge and a bid, written once; others never see it. */
  async score(
    actor: PersonActor,
    id: string,
    bidId: string,
    scores: Scores,
    comment: string | null,
  ): Promise<Result<StoredSheet, ChallengeRefusal>> {
    return this.asJudge(actor, id, async (system, challenge): Promise<Result<StoredSheet, ChallengeRefusal>> => {
      const bid = await this.scorable(system, challenge, bidId);
      if (!bid.ok) return bid;
      const recused = (await this.bids.recusals(system, id)).some(
        (one) => one.bidId === bidId && one.personId === actor.personId,
      );
      // A relation may have come to light since the appointment.
      const related = recused ? null : await this.related(system, actor.personId, bid.value);
      if (recused || related !== null) return refuse('openChallenge.recused');
      const points = weightedScore(challenge.criteria, scores);
      if (!points.ok) return points;
      const sheet = { bidId, personId: actor.personId, scores, weighted: points.value, comment, at: this.clock.now() };
      if (!(await this.bids.insertSheet(system, sheet))) return refuse('openChallenge.scoredAlready');
      await this.cases.record(system, 'score', challenge, challenge, bidId);
      return ok(sheet);
    });
  }

  /** Leaves a bid out from here on, with a reason that its bidder reads. */
  async exclude(
    actor: PersonActor,
    id: string,
    bidId: string,
    reason: string,
  ): Promise<Result<OpenChallengeBid, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<OpenChallengeBid, ChallengeRefusal>> => {
      const bid = await this.scorable(system, challenge, bidId);
      if (!bid.ok) return bid;
      const related = await this.related(system, actor.personId, bid.value, challenge.organizationId);
      if (related !== null) return refuse('openChallenge.conflict', { reason: related });
      return this.cases.moveBid(system, bid.value, 'exclude', reason);
    });
  }

  /** Ranks by the sheets. A tie across the last award waits for the panel's recorded decision. */
  async rank(actor: PersonActor, id: string): Promise<Result<ChallengeResult, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<ChallengeResult, ChallengeRefusal>> => {
      if (challenge.state !== 'scoring') return refuse('openChallenge.notScoring', { state: challenge.state });
      await this.recuseRelated(system, id);
      const scored = await this.scoredBids(system, challenge);
      if (!scored.ok) return scored;
      const { criteria, prizes, passMark } = challenge;
      const { ranked, openTie } = rankBids(criteria, scored.value, prizes.length, passMark);
      const result = { ranking: ranked, openTie, tieDecision: null, rankedBy: actor.personId };
      await this.bids.saveResult(system, id, challenge.organizationId, result, this.clock.now());
      const after = await this.cases.advance(system, challenge, openTie.length > 0 ? 'tie' : 'rank');
      return after.ok ? ok(result) : after;
    });
  }

  /** The panel's decision of a tie, with its minutes: it orders exactly those who were tied. */
  async decideTie(
    actor: PersonActor,
    id: string,
    order: readonly string[],
    minutes: string,
  ): Promise<Result<ChallengeResult, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system, challenge): Promise<Result<ChallengeResult, ChallengeRefusal>> => {
      const before = await this.bids.result(system, id);
      if (challenge.state !== 'tied' || !before) return refuse('openChallenge.notScoring', { state: challenge.state });
      const { openTie } = before;
      const whole = order.length === openTie.length && openTie.every((tied) => order.includes(tied));
      if (!whole) return refuse('openChallenge.tieIncomplete', { tied: openTie.join('、') }, '/order');
      for (const bid of (await this.openBids(system, id)).filter((one) => openTie.includes(one.id))) {
        const related = await this.related(system, actor.personId, bid, challenge.organizationId);
        if (related !== null) return refuse('openChallenge.conflict', { reason: related });
      }
      const scored = await this.scoredBids(system, challenge);
      if (!scored.ok) return scored;
      const { criteria, prizes, passMark } = challenge;
      const { ranked } = rankBids(criteria, scored.value, prizes.length, passMark, order);
      const result = { ranking: ranked, openTie: [], tieDecision: { order, minutes }, rankedBy: actor.personId };
      await this.bids.saveResult(system, id, challenge.organizationId, result, this.clock.now());
      const after = await this.cases.advance(system, challenge, 'decide', {}, minutes);
      return after.ok ? ok(result) : after;
    });
  }

  /** The ranking with bid ids, for the caller. */
  async result(actor: PersonActor, id: string): Promise<Result<ChallengeResult, ChallengeRefusal>> {
    return this.cases.own(actor, id, async (system): Promise<Result<ChallengeResult, ChallengeRefusal>> => {
      const found = await this.bids.result(system, id);
      return found ? ok(found) : refuse('openChallenge.resultNotPublic');
    });
  }

  /** What anybody reads from the notice on: averages by code, names of the awarded only. */
  async published(actor: Actor, id: string): Promise<Result<PublishedResults, ChallengeRefusal>> {
    const found = await this.calls.get(actor, id);
    if (!found.ok) return found;
    const challenge = found.value;
    if (!resultStates.some((state) => state === challenge.state)) return refuse('openChallenge.resultNotPublic');
    const read = (system: Tx) => this.publishedIn(system, challenge);
    return ok(await this.unitOfWork.run(actor, (tx) => this.unitOfWork.asSystem(tx, 'openChallenge', read)));
  }

  private async publishedIn(system: Tx, challenge: OpenChallenge): Promise<PublishedResults> {
    const result = await this.bids.result(system, challenge.id);
    const all = await this.bids.allOf(system, challenge.id);
    const sheets = await this.countingSheets(system, challenge.id);
    const lineOf = (one: RankedBid): PublishedResult => {
      const bid = all.find(({ id }) => id === one.id);
      const own = sheets.filter(({ bidId }) => bidId === one.id).map(({ scores }) => scores);
      const organizationId = one.awarded ? (bid?.organizationId ?? null) : null;
      const { rank, awarded, by } = one;
      return {
        ...averagesOf(challenge.criteria, own),
        code: bid?.code ?? '',
        rank,
        awarded,
        by,
        sheets: own.length,
        organizationId,
      };
    };
    return { challenge, results: (result?.ranking ?? []).map(lineOf), tieDecision: result?.tieDecision ?? null };
  }

  /** Why somebody stays away from a bid; what runs through the unit that called does not count for its own people. */
  private related(
    system: Tx,
    personId: string,
    { organizationId }: OpenChallengeBid,
    but: string | null = null,
  ): Promise<string | null> {
    return this.relations.conflict(system, personId, { kind: 'organization', id: organizationId }, but);
  }

  /** A sheet of somebody whose relation came to light after the scoring does not count. */
  private async recuseRelated(system: Tx, id: string): Promise<void> {
    const bids = await this.openBids(system, id);
    for (const { bidId, personId } of await this.countingSheets(system, id)) {
      const bid = bids.find((one) => one.id === bidId);
      const reason = bid ? await this.related(system, personId, bid) : null;
      if (reason !== null) await this.bids.recuse(system, bidId, personId, reason, this.clock.now());
    }
  }

  private async scoredBids(system: Tx, challenge: OpenChallenge): Promise<Result<ScoredBid[], ChallengeRefusal>> {
    const sheets = await this.countingSheets(system, challenge.id);
    const { minPanel } = challengePolicyOn(beijingDate(this.clock.now()));
    const scored: ScoredBid[] = [];
    for (const bid of await this.openBids(system, challenge.id)) {
      const own = sheets.filter(({ bidId }) => bidId === bid.id);
      if (own.length < minPanel) {
        return refuse('openChallenge.panelTooSmall', {
          code: bid.code ?? '',
          sheets: String(own.length),
          needed: String(minPanel),
        });
      }
      const price = parseYuan(bid.content?.priceYuan ?? '0');
      scored.push({ bidId: bid.id, price: price.ok ? price.value : 0n, sheets: own.map(({ scores }) => scores) });
    }
    return ok(scored);
  }

  /** A judge who recused himself after he had scored does not count. */
  private async countingSheets(system: Tx, id: string): Promise<StoredSheet[]> {
    const recusals = await this.bids.recusals(system, id);
    const recused = (sheet: StoredSheet): boolean =>
      recusals.some(({ bidId, personId }) => bidId === sheet.bidId && personId === sheet.personId);
    return (await this.bids.sheets(system, id)).filter((sheet) => !recused(sheet));
  }

  private async openBids(system: Tx, id: string): Promise<OpenChallengeBid[]> {
    return (await this.bids.allOf(system, id)).filter(({ state }) => state === 'revealed');
  }

  private async scorable(
    system: Tx,
    challenge: OpenChallenge,
    bidId: string,
  ): Promise<Result<OpenChallengeBid, ChallengeRefusal>> {
    if (challenge.state !== 'scoring') return refuse('openChallenge.notScoring', { state: challenge.state });
    const bid = (await this.openBids(system, challenge.id)).find(({ id }) => id === bidId);
    return bid ? ok(bid) : refuse('openChallenge.bidNotFound');
  }

  private async panelState(system: Tx, id: string): Promise<PanelState> {
    const sheets = await this.bids.sheets(system, id);
    return {
      judges: await this.bids.judges(system, id),
      recusals: await this.bids.recusals(system, id),
      sheetsOf: (await this.openBids(system, id)).map((bid) => ({
        bidId: bid.id,
        sheets: sheets.filter(({ bidId }) => bidId === bid.id).length,
      })),
    };
  }

  /** For a member of the panel; for everybody else the challenge has no such side. */
  private asJudge<T>(
    actor: PersonActor,
    id: string,
    decide: (system: Tx, challenge: OpenChallenge) => Promise<Result<T, ChallengeRefusal>>,
  ): Promise<Result<T, ChallengeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<T, ChallengeRefusal>> => {
      const challenge = await this.cases.locked(tx, actor, id);
      return this.unitOfWork.asSystem(tx, 'openChallenge', async (system): Promise<Result<T, ChallengeRefusal>> => {
        const judges = challenge ? await this.bids.judges(system, id) : [];
        if (!challenge || !judges.includes(actor.personId)) return refuse('openChallenge.notFound');
        return decide(system, challenge);
      });
    });
  }
}

function withoutTeam(content: BidContent | null): Omit<BidContent, 'team'> {
  if (!content) throw new Error('a bid that is judged was revealed');
  const { team: _team, ...rest } = content;
  return rest;
}
