import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ChallengeAwardService } from '#application/open-challenge/challenge-award.service.js';
import { ChallengeJudgingService } from '#application/open-challenge/challenge-judging.service.js';
import { Operation } from '../http/operation.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  bidView,
  blindBidView,
  BlindBidListView,
  challengeAwardView,
  ChallengeAwardListView,
  ChallengeAwardView,
  ChallengePanelView,
  ChallengeRankingView,
  ChallengeSheetView,
  loserFeedbackView,
  LoserFeedbackView,
  OpenChallengeBidView,
  panelStateView,
  publishedResultsView,
  PublishedResultsView,
  sheetView,
} from './challenge-bid.view.js';
import {
  AppointChallengeJudgeDto,
  BidParam,
  ChallengeReasonDto,
  DecideChallengeTieDto,
  LoserFeedbackDto,
  PrizePaymentDto,
  ScoreBidDto,
} from './open-challenge.dto.js';
import { openChallengeView, OpenChallengeView } from './open-challenge.view.js';

const callers = ['enterprise', 'researchUnit', 'registrar', 'countyOfficer'] as const;
const step = { access: callers, scope: 'challenge.write', status: 201, idempotency: 'required' } as const;
const judging = { access: 'signedIn', scope: 'challenge.write', status: 201, idempotency: 'required' } as const;
const scoring = ['openChallenge.notFound', 'openChallenge.notScoring'] as const;

@ApiTags('揭榜挂帅')
@Controller('v1/open-challenges')
export class ChallengeJudgingController {
  constructor(
    private readonly judges: ChallengeJudgingService,
    private readonly awards: ChallengeAwardService,
  ) {}

  @Post(':id/judges')
  @Operation({
    ...step,
    summary: '指定评审人员；与揭榜单位有利害关系的自动回避',
    answer: ChallengePanelView,
    errors: [...scoring, 'openChallenge.unknownPerson', 'openChallenge.onPanelAlready', 'state.notAllowed'],
  })
  async appoint(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { personId }: AppointChallengeJudgeDto,
  ): Promise<ChallengePanelView> {
    return panelStateView(unwrap(await this.judges.appoint(actor, id, personId)));
  }

  @Get(':id/judges')
  @Operation({
    summary: '查看评审人员、回避与评分进度',
    access: callers,
    scope: 'challenge.read',
    answer: ChallengePanelView,
    errors: ['openChallenge.notFound'],
  })
  async panel(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ChallengePanelView> {
    return panelStateView(unwrap(await this.judges.panel(actor, id)));
  }

  @Get(':id/blind-bids')
  @Operation({
    summary: '评审人员查看待评方案（隐去单位与团队）和自己的评分表',
    access: 'signedIn',
    scope: 'challenge.read',
    answer: BlindBidListView,
    errors: ['openChallenge.notFound'],
  })
  async blindBids(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<BlindBidListView> {
    return { items: unwrap(await this.judges.forJudge(actor, id)).map(blindBidView) };
  }

  @Post(':id/bids/:bidId/sheets')
  @Operation({
    ...judging,
    summary: '评审人员评分，一份方案一次',
    answer: ChallengeSheetView,
    errors: [
      ...scoring,
      'openChallenge.bidNotFound',
      'openChallenge.recused',
      'openChallenge.sheetIncomplete',
      'openChallenge.scoredAlready',
    ],
  })
  async score(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, bidId }: BidParam,
    @Body() { scores, comment }: ScoreBidDto,
  ): Promise<ChallengeSheetView> {
    const given = Object.fromEntries(scores.map(({ criterion, points }) => [criterion, points]));
    return sheetView(unwrap(await this.judges.score(actor, id, bidId, given, comment ?? null)));
  }

  @Post(':id/bids/:bidId/recusals')
  @Operation({
    ...judging,
    status: 204,
    summary: '评审人员申请回避一份方案',
    errors: [...scoring, 'openChallenge.bidNotFound'],
  })
  async recuse(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, bidId }: BidParam,
    @Body() { reason }: ChallengeReasonDto,
  ): Promise<void> {
    unwrap(await this.judges.recuse(actor, id, bidId, reason));
  }

  @Post(':id/bids/:bidId/exclusion')
  @Operation({
    ...step,
    summary: '剔除一份方案（虚假陈述、异议成立等），写明原因',
    answer: OpenChallengeBidView,
    errors: [...scoring, 'openChallenge.bidNotFound', 'openChallenge.conflict', 'state.notAllowed'],
  })
  async exclude(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, bidId }: BidParam,
    @Body() { reason }: ChallengeReasonDto,
  ): Promise<OpenChallengeBidView> {
    return bidView(unwrap(await this.judges.exclude(actor, id, bidId, reason)));
  }

  @Post(':id/ranking')
  @Operation({
    ...step,
    summary: '按评分排名：总分、分项（权重大者先）、报价；仍并列的由评审组裁定',
    answer: ChallengeRankingView,
    errors: [...scoring, 'openChallenge.panelTooSmall', 'state.notAllowed'],
  })
  async rank(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ChallengeRankingView> {
    return rankingView(unwrap(await this.judges.rank(actor, id)));
  }

  @Get(':id/ranking')
  @Operation({
    summary: '征集方查看排名',
    access: callers,
    scope: 'challenge.read',
    answer: ChallengeRankingView,
    errors: ['openChallenge.notFound', 'openChallenge.resultNotPublic'],
  })
  async result(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ChallengeRankingView> {
    return rankingView(unwrap(await this.judges.result(actor, id)));
  }

  @Post(':id/tie-decision')
  @Operation({
    ...step,
    summary: '记录评审组对并列的裁定',
    answer: ChallengeRankingView,
    errors: [
      ...scoring,
      'openChallenge.tieIncomplete',
      'openChallenge.panelTooSmall',
      'openChallenge.conflict',
      'state.notAllowed',
    ],
  })
  async decideTie(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { order, minutes }: DecideChallengeTieDto,
  ): Promise<ChallengeRankingView> {
    return rankingView(unwrap(await this.judges.decideTie(actor, id, order, minutes)));
  }

  @Post(':id/notice')
  @Operation({
    ...step,
    summary: '公示揭榜结果；有异议的，处理完毕前不能授奖',
    answer: OpenChallengeView,
    errors: ['openChallenge.notFound', 'openChallenge.nobodyPasses', 'state.notAllowed'],
  })
  async publicize(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OpenChallengeView> {
    return openChallengeView(unwrap(await this.awards.publicize(actor, id)));
  }

  @Get(':id/results')
  @Operation({
    summary: '查看公布的评分表：各方案的平均分（公示起）',
    access: 'public',
    scope: 'challenge.read',
    answer: PublishedResultsView,
    errors: ['openChallenge.notFound', 'openChallenge.resultNotPublic'],
  })
  async results(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<PublishedResultsView> {
    return publishedResultsView(unwrap(await this.judges.published(actor, id)));
  }

  @Post(':id/bids/:bidId/feedback')
  @Operation({
    ...step,
    summary: '向未获奖者说明原因，每个评分项都要写；授奖之前必须全部写完',
    answer: LoserFeedbackView,
    errors: [...scoring, 'openChallenge.notLoser', 'openChallenge.feedbackIncomplete', 'state.notAllowed'],
  })
  async feedback(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, bidId }: BidParam,
    @Body() { reason, texts }: LoserFeedbackDto,
  ): Promise<LoserFeedbackView> {
    const given = Object.fromEntries(texts.map(({ criterion, text }) => [criterion, text]));
    return loserFeedbackView(unwrap(await this.awards.giveFeedback(actor, id, bidId, reason, given)));
  }

  @Post(':id/award')
  @Operation({
    ...step,
    summary: '授奖：记录奖金，与每个获奖者建立洽谈',
    answer: ChallengeAwardListView,
    errors: ['openChallenge.notFound', 'openChallenge.feedbackMissing', 'state.notAllowed'],
  })
  async award(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ChallengeAwardListView> {
    return { items: unwrap(await this.awards.award(actor, id)).map(challengeAwardView) };
  }

  @Post(':id/failure')
  @Operation({
    ...step,
    summary: '宣布流标；也要先向每个参加者说明原因',
    answer: OpenChallengeView,
    errors: ['openChallenge.notFound', 'openChallenge.feedbackMissing', 'state.notAllowed'],
  })
  async fail(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ChallengeReasonDto,
  ): Promise<OpenChallengeView> {
    return openChallengeView(unwrap(await this.awards.fail(actor, id, reason)));
  }

  @Get(':id/awards')
  @Operation({
    summary: '查看授奖记录（征集方看全部，获奖者看自己的）',
    access: 'signedIn',
    scope: 'challenge.read',
    answer: ChallengeAwardListView,
    errors: ['openChallenge.notFound'],
  })
  async listAwards(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ChallengeAwardListView> {
    return { items: unwrap(await this.awards.awards(actor, id)).map(challengeAwardView) };
  }

  @Post(':id/bids/:bidId/prize-payment')
  @Operation({
    ...step,
    summary: '登记奖金已付（记录，平台不经手资金）',
    answer: ChallengeAwardView,
    errors: ['openChallenge.notFound', 'openChallenge.awardNotFound', 'openChallenge.paidAlready', 'state.notAllowed'],
  })
  async pay(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, bidId }: BidParam,
    @Body() { document, paidOn }: PrizePaymentDto,
  ): Promise<ChallengeAwardView> {
    return challengeAwardView(unwrap(await this.awards.recordPayment(actor, id, bidId, document, paidOn)));
  }
}

const rankingView = ({
  ranking,
  openTie,
}: {
  readonly ranking: readonly {
    readonly id: string;
    readonly rank: number;
    readonly awarded: boolean;
    readonly by: string;
  }[];
  readonly openTie: readonly string[];
}): ChallengeRankingView => ({
  ranking: ranking.map(({ id, rank, awarded, by }) => ({ bidId: id, rank, awarded, by })),
  openTie,
});
