import { ApiProperty } from '@nestjs/swagger';
import { declineReasons } from '#domain/matching/match.js';
import { meanText } from '#domain/open-challenge/challenge-scoring.js';
import {
  openChallengeBidTransitions,
  sealAlgorithms,
  type OpenChallengeBid,
} from '#domain/open-challenge/sealed-bid.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { BidWithFiles } from '#application/open-challenge/open-challenge-bid.service.js';
import type { LoserAnswer } from '#application/open-challenge/challenge-award.service.js';
import type {
  BlindBid,
  PanelState,
  PublishedResult,
  PublishedResults,
} from '#application/open-challenge/challenge-judging.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class SealedAttachmentView {
  @ApiProperty({ description: '文件名' }) fileName!: string;
  @ApiProperty({ description: '字节数' }) sizeBytes!: number;
  @ApiProperty({ description: '文件的 SHA-256' }) sha256!: string;
  @ApiProperty({ description: '原件已上传且摘要一致；盲评中不显示为 null', type: 'boolean', nullable: true })
  received!: boolean | null;
}

export class BlindContentView {
  @ApiProperty({ description: '方案' }) plan!: string;
  @ApiProperty({ description: '报价（元）' }) priceYuan!: string;
  @ApiProperty({ description: '工期（月）' }) termMonths!: number;
  @ApiProperty({ description: '附件', type: [SealedAttachmentView] }) attachments!: SealedAttachmentView[];
}

export class BidContentView extends BlindContentView {
  @ApiProperty({ description: '团队' }) team!: string;
}

export class OpenChallengeBidView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '征集编号', format: 'uuid' }) challengeId!: string;
  @ApiProperty({ description: '揭榜单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(openChallengeBidTransitions) }) state!: string;
  @ApiProperty({ description: '摘要算法', enum: sealAlgorithms }) algorithm!: string;
  @ApiProperty({ description: '密封承诺' }) commitment!: string;
  @ApiProperty({ description: '评审代号，揭示期满后产生', type: 'string', nullable: true }) code!: string | null;
  @ApiProperty({ description: '方案内容；揭示前为 null', type: BidContentView, nullable: true })
  content!: BidContentView | null;
  @ApiProperty({ description: '随机数；揭示前为 null', type: 'string', nullable: true }) nonce!: string | null;
  @ApiProperty({ description: '出局的原因', type: 'string', nullable: true }) outReason!: string | null;
  @ApiProperty({ description: '揭示与承诺不一致的次数' }) failedReveals!: number;
  @ApiProperty({ description: '承诺时间', format: 'date-time' }) committedAt!: string;
  @ApiProperty({ description: '揭示时间', type: 'string', format: 'date-time', nullable: true }) revealedAt!:
    string | null;
}

export const bidView = (bid: OpenChallengeBid, files: ReadonlySet<string> = new Set()): OpenChallengeBidView => ({
  id: bid.id,
  challengeId: bid.challengeId,
  organizationId: bid.organizationId,
  state: bid.state,
  algorithm: bid.algorithm,
  commitment: bid.commitment,
  code: bid.code,
  content: bid.content && {
    plan: bid.content.plan,
    priceYuan: bid.content.priceYuan,
    termMonths: bid.content.termMonths,
    team: bid.content.team,
    attachments: bid.content.attachments.map((file) => ({ ...file, received: files.has(file.sha256) })),
  },
  nonce: bid.nonce,
  outReason: bid.outReason,
  failedReveals: bid.failedReveals,
  committedAt: bid.committedAt.toISOString(),
  revealedAt: bid.revealedAt?.toISOString() ?? null,
});

export const bidWithFilesView = ({ bid, files }: BidWithFiles): OpenChallengeBidView => bidView(bid, files);

export class OpenChallengeBidListView {
  @ApiProperty({ description: '方案', type: [OpenChallengeBidView] }) items!: OpenChallengeBidView[];
}

export class CriterionPointsView {
  @ApiProperty({ description: '评分项代码' }) criterion!: string;
  @ApiProperty({ description: '得分' }) points!: number;
}

export class ChallengeSheetView {
  @ApiProperty({ description: '方案编号', format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: '各项得分', type: [CriterionPointsView] }) scores!: CriterionPointsView[];
  @ApiProperty({ description: '加权得分（百分制）', example: '84.50' }) weighted!: string;
  @ApiProperty({ description: '评语', type: 'string', nullable: true }) comment!: string | null;
}

export const sheetView = ({
  bidId,
  scores,
  weighted,
  comment,
}: NonNullable<BlindBid['sheet']>): ChallengeSheetView => ({
  bidId,
  scores: Object.entries(scores).map(([criterion, points]) => ({ criterion, points })),
  weighted: meanText([weighted], 100),
  comment,
});

export class BlindBidView {
  @ApiProperty({ description: '方案编号', format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: '评审代号', example: '方案001' }) code!: string;
  @ApiProperty({ description: '方案内容，隐去单位和团队', type: BlindContentView }) content!: BlindContentView;
  @ApiProperty({ description: '回避的原因；不回避为 null', type: 'string', nullable: true }) recusal!: string | null;
  @ApiProperty({ description: '自己的评分表', type: ChallengeSheetView, nullable: true })
  sheet!: ChallengeSheetView | null;
}

export class BlindBidListView {
  @ApiProperty({ description: '待评方案', type: [BlindBidView] }) items!: BlindBidView[];
}

export const blindBidView = ({ bidId, code, content, recusal, sheet }: BlindBid): BlindBidView => ({
  bidId,
  code,
  content: { ...content, attachments: content.attachments.map((file) => ({ ...file, received: null })) },
  recusal,
  sheet: sheet && sheetView(sheet),
});

export class ChallengeRecusalView {
  @ApiProperty({ description: '方案编号', format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: '评审人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '原因' }) reason!: string;
}

export class SheetCountView {
  @ApiProperty({ description: '方案编号', format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: '已有评分表份数' }) sheets!: number;
}

export class ChallengePanelView {
  @ApiProperty({ description: '评审人员编号', type: [String] }) judges!: readonly string[];
  @ApiProperty({ description: '回避', type: [ChallengeRecusalView] }) recusals!: ChallengeRecusalView[];
  @ApiProperty({ description: '评分进度（不显示分数）', type: [SheetCountView] }) sheetsOf!: SheetCountView[];
}

export const panelStateView = ({ judges, recusals, sheetsOf }: PanelState): ChallengePanelView => ({
  judges,
  recusals: recusals.map((one) => ({ ...one })),
  sheetsOf: sheetsOf.map((one) => ({ ...one })),
});

export class RankedBidView {
  @ApiProperty({ description: '方案编号', format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: '名次，同分同名次' }) rank!: number;
  @ApiProperty({ description: '拟获奖' }) awarded!: boolean;
  @ApiProperty({
    description: '与前一名的区别所在：score 总分，criterion:代码 分项，price 报价，decision 裁定，equal 并列',
  })
  by!: string;
}

export class ChallengeRankingView {
  @ApiProperty({ description: '排名', type: [RankedBidView] }) ranking!: RankedBidView[];
  @ApiProperty({ description: '等待裁定的并列方案', type: [String] }) openTie!: readonly string[];
}

export class BidCriterionMeanView {
  @ApiProperty({ description: '评分项代码' }) code!: string;
  @ApiProperty({ description: '平均分', example: '84.50' }) mean!: string;
}

export class PublishedResultView {
  @ApiProperty({ description: '评审代号' }) code!: string;
  @ApiProperty({ description: '名次' }) rank!: number;
  @ApiProperty({ description: '获奖' }) awarded!: boolean;
  @ApiProperty({ description: '与前一名的区别所在' }) by!: string;
  @ApiProperty({ description: '加权平均分', example: '84.50' }) mean!: string;
  @ApiProperty({ description: '分项平均分', type: [BidCriterionMeanView] }) criteria!: BidCriterionMeanView[];
  @ApiProperty({ description: '计入的评分表份数' }) sheets!: number;
  @ApiProperty({ description: '获奖单位编号；未获奖的不公布', type: 'string', format: 'uuid', nullable: true })
  organizationId!: string | null;
}

export class PublishedResultsView {
  @ApiProperty({ description: '征集编号', format: 'uuid' }) challengeId!: string;
  @ApiProperty({ description: '评分结果', type: [PublishedResultView] }) results!: PublishedResultView[];
  @ApiProperty({ description: '并列时的裁定纪要', type: 'string', nullable: true }) tieMinutes!: string | null;
}

const resultView = (result: PublishedResult): PublishedResultView => ({
  ...result,
  criteria: result.criteria.map((one) => ({ ...one })),
});

export const publishedResultsView = ({ challenge, results, tieDecision }: PublishedResults): PublishedResultsView => ({
  challengeId: challenge.id,
  results: results.map(resultView),
  tieMinutes: tieDecision?.minutes ?? null,
});

export class CriterionTextView {
  @ApiProperty({ description: '评分项代码' }) criterion!: string;
  @ApiProperty({ description: '意见' }) text!: string;
}

export class LoserFeedbackView {
  @ApiProperty({ description: '方案编号', format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: '主要原因', enum: declineReasons }) reason!: string;
  @ApiProperty({ description: '逐项意见', type: [CriterionTextView] }) texts!: CriterionTextView[];
}

export const loserFeedbackView = (feedback: NonNullable<LoserAnswer['feedback']>): LoserFeedbackView => ({
  bidId: feedback.bidId,
  reason: feedback.reason,
  texts: Object.entries(feedback.texts).map(([criterion, text]) => ({ criterion, text })),
});

export class BidAnswerView {
  @ApiProperty({ description: '方案编号', format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(openChallengeBidTransitions) }) state!: string;
  @ApiProperty({ description: '出局的原因', type: 'string', nullable: true }) outReason!: string | null;
  @ApiProperty({ description: '名次', type: 'integer', nullable: true }) rank!: number | null;
  @ApiProperty({ description: '参加排名的方案数' }) of!: number;
  @ApiProperty({ description: '加权平均分', type: 'string', nullable: true }) mean!: string | null;
  @ApiProperty({ description: '分项平均分', type: [BidCriterionMeanView] }) criteria!: BidCriterionMeanView[];
  @ApiProperty({ description: '意见', type: LoserFeedbackView, nullable: true }) feedback!: LoserFeedbackView | null;
}

export const bidAnswerView = ({ bid, feedback, averages, rank, of }: LoserAnswer): BidAnswerView => ({
  bidId: bid.id,
  state: bid.state,
  outReason: bid.outReason,
  rank,
  of,
  mean: averages?.mean ?? null,
  criteria: (averages?.criteria ?? []).map((one) => ({ ...one })),
  feedback: feedback && loserFeedbackView(feedback),
});

export class ChallengeAwardView {
  @ApiProperty({ description: '方案编号', format: 'uuid' }) bidId!: string;
  @ApiProperty({ description: '获奖单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '名次' }) rank!: number;
  @ApiProperty({ description: '奖金（记录，平台不经手资金）', type: MoneyView }) prize!: MoneyView;
  @ApiProperty({ description: '由此产生的洽谈编号', type: 'string', format: 'uuid', nullable: true }) dealId!:
    string | null;
  @ApiProperty({ description: '付款凭证', type: 'string', nullable: true }) paymentDocument!: string | null;
  @ApiProperty({ description: '付款日期', type: 'string', format: 'date', nullable: true }) paidOn!: string | null;
}

export class ChallengeAwardListView {
  @ApiProperty({ description: '获奖', type: [ChallengeAwardView] }) items!: ChallengeAwardView[];
}

export const challengeAwardView = (award: {
  readonly bidId: string;
  readonly organizationId: string;
  readonly rank: number;
  readonly prize: bigint;
  readonly dealId: string | null;
  readonly paymentDocument: string | null;
  readonly paidOn: string | null;
}): ChallengeAwardView => ({
  bidId: award.bidId,
  organizationId: award.organizationId,
  rank: award.rank,
  prize: moneyView(award.prize),
  dealId: award.dealId,
  paymentDocument: award.paymentDocument,
  paidOn: award.paidOn,
});
