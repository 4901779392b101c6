import { ApiProperty } from '@nestjs/swagger';
import {
  rewardApplicationTransitions,
  rewardReviewTransitions,
  type RewardAward,
  type RewardReview,
} from '#domain/reward-review/reward-review.js';
import { reviewPolicy, reviewSchemes } from '#domain/reward-review/reward-review.policy.js';
import type { ApplicationDetail } from '#application/reward-review/reward-application.service.js';
import type { RewardApplication, StoredSheet } from '#application/reward-review/reward-review.repository.js';
import type { PanelCandidate, ReviewDetail } from '#application/reward-review/reward-review.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const nullableText = { type: 'string', nullable: true } as const;

/** What everybody signed in may know of a review. */
export class RewardReviewSummaryView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '奖补项目', enum: reviewSchemes }) scheme!: string;
  @ApiProperty({ description: '年度' }) fiscalYear!: number;
  @ApiProperty({ description: '状态', enum: Object.keys(rewardReviewTransitions) }) state!: string;
  @ApiProperty({ description: '申报截止日', format: 'date' }) applicationsUntil!: string;
  @ApiProperty({ description: '公示编号', format: 'uuid', ...nullableText }) noticeId!: string | null;
}

export class RewardReviewView extends RewardReviewSummaryView {
  @ApiProperty({ description: '冻结名单的 SHA-256', ...nullableText }) snapshotHash!: string | null;
  @ApiProperty({ description: '归档的 SHA-256', ...nullableText }) archiveHash!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class ReviewCandidateView {
  @ApiProperty({ description: '申报编号', format: 'uuid' }) applicationId!: string;
  @ApiProperty({ description: '匿名代号' }) code!: string;
  @ApiProperty({ description: '年度合计', type: MoneyView }) total!: MoneyView;
  @ApiProperty({ description: '落地合同（成果）数' }) contracts!: number;
  @ApiProperty({ description: '核实的效益', type: MoneyView }) benefit!: MoneyView;
  @ApiProperty({ description: '不能获奖的理由', ...nullableText }) ineligible!: string | null;
}

export class SheetView {
  @ApiProperty({ description: '申报编号', format: 'uuid' }) applicationId!: string;
  @ApiProperty({ description: '评审专家', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '加权得分（0–10000）' }) weighted!: number;
  @ApiProperty({ description: '评语', ...nullableText }) comment!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

export class RecusalView {
  @ApiProperty({ description: '申报编号', format: 'uuid' }) applicationId!: string;
  @ApiProperty({ description: '评审专家', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '回避理由' }) reason!: string;
}

export class RankedView {
  @ApiProperty({ description: '申报编号', format: 'uuid' }) applicationId!: string;
  @ApiProperty({ description: '名次（并列同名次）' }) rank!: number;
  @ApiProperty({ description: '是否获奖' }) awarded!: boolean;
  @ApiProperty({
    description: '与前一名以何区分',
    enum: ['score', 'total', 'contracts', 'reachedAt', 'decision', 'equal', 'first'],
  })
  by!: string;
}

export class RewardReviewDetailView extends RewardReviewView {
  @ApiProperty({ description: '候选名单', type: [ReviewCandidateView] }) candidates!: ReviewCandidateView[];
  @ApiProperty({ description: '评审专家', type: [String] }) panel!: string[];
  @ApiProperty({ description: '回避', type: [RecusalView] }) recusals!: RecusalView[];
  @ApiProperty({ description: '评分表（排名前不公开）', type: [SheetView] }) sheets!: SheetView[];
  @ApiProperty({ description: '排名', type: [RankedView] }) ranking!: RankedView[];
  @ApiProperty({ description: '待裁定的并列', type: [String] }) openTie!: string[];
}

export class PanelCandidateView extends ReviewCandidateView {
  @ApiProperty({ description: '申报说明' }) statement!: string;
  @ApiProperty({ description: '证明材料', type: [String] }) evidence!: string[];
  @ApiProperty({ description: '您须回避的理由', ...nullableText }) recusal!: string | null;
  @ApiProperty({ description: '您的评分表', type: SheetView, nullable: true }) sheet!: SheetView | null;
}

export class CriterionView {
  @ApiProperty({ description: '代码' }) code!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '权重（%）' }) weight!: number;
}

export class PanelView {
  @ApiProperty({ description: '评分项', type: [CriterionView] }) criteria!: CriterionView[];
  @ApiProperty({ description: '候选对象', type: [PanelCandidateView] }) items!: PanelCandidateView[];
}

export class RewardApplicationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '评审编号', format: 'uuid' }) reviewId!: string;
  @ApiProperty({ description: '申报对象类别', enum: ['organization', 'person'] }) applicantKind!: string;
  @ApiProperty({ description: '申报对象编号', format: 'uuid' }) applicantId!: string;
  @ApiProperty({ description: '状态', enum: Object.keys(rewardApplicationTransitions) }) state!: string;
  @ApiProperty({ description: '申报说明' }) statement!: string;
  @ApiProperty({ description: '证明材料', type: [String] }) evidence!: string[];
  @ApiProperty({ description: '核实的效益', type: MoneyView }) benefit!: MoneyView;
  @ApiProperty({ description: '审查意见', ...nullableText }) findings!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class ApplicationOutcomeView {
  @ApiProperty({ description: '名次（并列同名次）；未进入排名的为空', type: 'integer', nullable: true }) rank!:
    number | null;
  @ApiProperty({ description: '是否在拟奖名单内' }) awarded!: boolean;
  @ApiProperty({ description: '不能获奖的理由', ...nullableText }) ineligible!: string | null;
  @ApiProperty({ description: '批准的奖补', type: () => RewardAwardView, nullable: true })
  award!: RewardAwardView | null;
}

/** An application for those who follow it: where its review stands, and what came of it once that is published. */
export class RewardApplicationDetailView extends RewardApplicationView {
  @ApiProperty({ description: '所属评审', type: RewardReviewSummaryView }) review!: RewardReviewSummaryView;
  @ApiProperty({ description: '结果；拟奖名单公示前为空', type: ApplicationOutcomeView, nullable: true })
  outcome!: ApplicationOutcomeView | null;
  @ApiProperty({ description: '递交时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '最近变动时间', format: 'date-time' }) updatedAt!: string;
}

export class RewardAwardView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '申报编号', format: 'uuid' }) applicationId!: string;
  @ApiProperty({ description: '批准金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '实付金额', type: MoneyView, nullable: true }) paid!: MoneyView | null;
  @ApiProperty({ description: '理由' }) reason!: string;
  @ApiProperty({ description: '状态', enum: ['approved', 'paid'] }) state!: string;
  @ApiProperty({ description: '支付凭证号', ...nullableText }) paymentDocument!: string | null;
  @ApiProperty({ description: '支付日期', format: 'date', ...nullableText }) paidOn!: string | null;
}

export class RewardAwardsView {
  @ApiProperty({ description: '奖补', type: [RewardAwardView] }) items!: RewardAwardView[];
}

type Summarized = Pick<RewardReview, 'id' | 'scheme' | 'fiscalYear' | 'state' | 'applicationsUntil' | 'noticeId'>;

export const rewardReviewSummaryView = (review: Summarized): RewardReviewSummaryView => ({
  id: review.id,
  scheme: review.scheme,
  fiscalYear: review.fiscalYear,
  state: review.state,
  applicationsUntil: review.applicationsUntil,
  noticeId: review.noticeId,
});

export const rewardReviewView = (review: RewardReview): RewardReviewView => ({
  ...rewardReviewSummaryView(review),
  snapshotHash: review.snapshotHash,
  archiveHash: review.archiveHash,
  version: review.version,
});

const candidateView = (candidate: PanelCandidate['candidate']): ReviewCandidateView => ({
  applicationId: candidate.applicationId,
  code: candidate.code,
  total: moneyView(BigInt(candidate.totalFen)),
  contracts: candidate.contracts,
  benefit: moneyView(BigInt(candidate.benefitFen)),
  ineligible: candidate.ineligible,
});

export const sheetView = ({ applicationId, personId, weighted, comment, at }: StoredSheet): SheetView => ({
  applicationId,
  personId,
  weighted,
  comment,
  at: at.toISOString(),
});

export const rewardReviewDetailView = ({ review, panel, recusals, sheets }: ReviewDetail): RewardReviewDetailView => ({
  ...rewardReviewView(review),
  candidates: (review.snapshot?.candidates ?? []).map(candidateView),
  panel: [...panel],
  recusals: [...recusals],
  sheets: sheets.map(sheetView),
  ranking: [...(review.ranking ?? [])],
  openTie: [...review.openTie],
});

export const panelView = (scheme: RewardReview['scheme'], candidates: readonly PanelCandidate[]): PanelView => ({
  criteria: reviewPolicy.criteria[scheme].map((criterion) => ({ ...criterion })),
  items: candidates.map(({ candidate, statement, evidence, recusal, sheet }) => ({
    ...candidateView(candidate),
    statement,
    evidence: [...evidence],
    recusal,
    sheet: sheet && sheetView(sheet),
  })),
});

export const rewardApplicationView = (application: RewardApplication): RewardApplicationView => ({
  id: application.id,
  reviewId: application.reviewId,
  applicantKind: application.applicantKind,
  applicantId: application.applicantId,
  state: application.state,
  statement: application.statement,
  evidence: [...application.evidence],
  benefit: moneyView(application.benefit),
  findings: application.findings,
  version: application.version,
});

export const rewardApplicationDetailView = ({
  standing,
  outcomeKnown,
  award,
  ...application
}: ApplicationDetail): RewardApplicationDetailView => ({
  ...rewardApplicationView(application),
  review: rewardReviewSummaryView(standing),
  outcome: outcomeKnown
    ? {
        rank: standing.rank,
        awarded: standing.awarded,
        ineligible: standing.ineligible,
        award: award && rewardAwardView(award),
      }
    : null,
  createdAt: application.createdAt.toISOString(),
  updatedAt: application.updatedAt.toISOString(),
});

export const rewardAwardView = (award: RewardAward): RewardAwardView => ({
  id: award.id,
  applicationId: award.applicationId,
  amount: moneyView(award.amount),
  paid: award.paid === null ? null : moneyView(award.paid),
  reason: award.reason,
  state: award.state,
  paymentDocument: award.paymentDocument,
  paidOn: award.paidOn,
});
