import { ApiProperty } from '@nestjs/swagger';
import { rateText } from '#domain/money/rate.js';
import { rewardSchemes, type RewardPolicy } from '#domain/reward/reward.policy.js';
import {
  capBindsAt,
  rewardAccrualTransitions,
  rewardRefusals,
  type RewardAccrual,
  type SupposedResult,
} from '#domain/reward/reward.js';
import type { RewardItem } from '#application/reward/reward.repository.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class RewardPolicyView {
  @ApiProperty({ description: '政策编号' }) id!: string;
  @ApiProperty({ description: '奖补项目', enum: rewardSchemes }) scheme!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '受益人', enum: ['organization', 'person'] }) beneficiary!: string;
  @ApiProperty({ description: '比例', example: '1‰' }) rate!: string;
  @ApiProperty({ description: '起计额（含）', type: MoneyView }) threshold!: MoneyView;
  @ApiProperty({ description: '每受益人每年度上限', type: MoneyView }) capPerYear!: MoneyView;
  @ApiProperty({ description: '合计达到此数时封顶', type: MoneyView }) capBindsAt!: MoneyView;
  @ApiProperty({ description: '评审名次（前几名），无则为 null', type: 'integer', nullable: true }) topRanks!:
    number | null;
  @ApiProperty({ description: '是否一生只奖一次' }) oncePerLifetime!: boolean;
  @ApiProperty({ description: '原文' }) wording!: string;
  @ApiProperty({ description: '来源' }) source!: string;
  @ApiProperty({ description: '计算口径' }) reading!: string;
  @ApiProperty({
    description: '性质：plan 方案所定，platform 平台暂行，bureau 科技局发布',
    enum: ['plan', 'platform', 'bureau'],
  })
  standing!: string;
  @ApiProperty({ description: '施行日', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '失效日', type: 'string', format: 'date', nullable: true }) effectiveTo!: string | null;
}

export class RewardPoliciesView {
  @ApiProperty({ description: '全部奖补政策', type: [RewardPolicyView] }) items!: RewardPolicyView[];
}

export class RewardAccrualView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '奖补项目', enum: rewardSchemes }) scheme!: string;
  @ApiProperty({ description: '政策编号' }) policyId!: string;
  @ApiProperty({ description: '受益人类别', enum: ['organization', 'person'] }) beneficiaryKind!: string;
  @ApiProperty({ description: '受益人编号', format: 'uuid' }) beneficiaryId!: string;
  @ApiProperty({ description: '年度（按登记日期，北京时间）' }) fiscalYear!: number;
  @ApiProperty({
    description: '状态：provisional 暂计，awarded 已批准，paid 已兑付，closed 未获奖',
    enum: Object.keys(rewardAccrualTransitions),
  })
  state!: string;
  @ApiProperty({ description: '年度合计核定技术交易额', type: MoneyView }) total!: MoneyView;
  @ApiProperty({ description: '是否达到起计额' }) thresholdReached!: boolean;
  @ApiProperty({ description: '是否已封顶' }) capped!: boolean;
  @ApiProperty({ description: '金额（暂计的，评审后方可兑付）', type: MoneyView }) provisionalAmount!: MoneyView;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class RewardItemView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记编号（系统）', format: 'uuid' }) registrationId!: string;
  @ApiProperty({ description: '结果：计入、不计入、扣回、调整', enum: ['counted', 'refused', 'reversed', 'adjusted'] })
  outcome!: string;
  @ApiProperty({ description: '不计入的理由', type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ description: '公开事项', type: 'string', nullable: true }) disclosure!: string | null;
  @ApiProperty({ description: '份额（万分之几）' }) shareBasisPoints!: number;
  @ApiProperty({ description: '计入基数', type: MoneyView }) base!: MoneyView;
  @ApiProperty({ description: '此后年度合计', type: MoneyView }) totalAfter!: MoneyView;
  @ApiProperty({ description: '此后暂计金额', type: MoneyView }) amountAfter!: MoneyView;
  @ApiProperty({ description: '本次入账', type: MoneyView }) increment!: MoneyView;
  @ApiProperty({ description: '账簿分录编号', type: 'string', format: 'uuid', nullable: true }) entryId!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

export class RewardAccrualDetailView extends RewardAccrualView {
  @ApiProperty({ description: '计算过程' }) arithmetic!: string;
  @ApiProperty({ description: '依据的政策', type: RewardPolicyView }) policy!: RewardPolicyView;
  @ApiProperty({ description: '最近的逐笔记录（至多 100 笔，全部见 /items）', type: [RewardItemView] })
  entries!: RewardItemView[];
}

export class SupposedContractView {
  @ApiProperty({ description: '计入基数', type: MoneyView }) base!: MoneyView;
  @ApiProperty({ description: '不计入的理由', type: 'string', nullable: true }) reason!: string | null;
}

export class RewardSimulationView {
  @ApiProperty({ description: '逐份合同', type: [SupposedContractView] }) contracts!: SupposedContractView[];
  @ApiProperty({ description: '合计', type: MoneyView }) total!: MoneyView;
  @ApiProperty({ description: '暂计金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '计算过程' }) arithmetic!: string;
  @ApiProperty({ description: '依据的政策', type: RewardPolicyView }) policy!: RewardPolicyView;
}

export const rewardPolicyView = (policy: RewardPolicy): RewardPolicyView => ({
  id: policy.id,
  scheme: policy.scheme,
  title: policy.title,
  beneficiary: policy.beneficiary,
  rate: rateText(policy.rate),
  threshold: moneyView(policy.threshold),
  capPerYear: moneyView(policy.capPerYear),
  capBindsAt: moneyView(capBindsAt(policy)),
  topRanks: policy.topRanks,
  oncePerLifetime: policy.oncePerLifetime,
  wording: policy.wording,
  source: policy.source,
  reading: policy.reading,
  standing: policy.standing,
  effectiveFrom: policy.effectiveFrom,
  effectiveTo: policy.effectiveTo,
});

export const rewardAccrualView =
  (policies: readonly RewardPolicy[]) =>
  (accrual: RewardAccrual): RewardAccrualView => {
    const policy = policies.find((candidate) => candidate.id === accrual.policyId);
    return {
      id: accrual.id,
      scheme: accrual.scheme,
      policyId: accrual.policyId,
      beneficiaryKind: accrual.beneficiary.kind,
      beneficiaryId: accrual.beneficiary.id,
      fiscalYear: accrual.fiscalYear,
      state: accrual.state,
      total: moneyView(accrual.total),
      thresholdReached: policy !== undefined && accrual.total >= policy.threshold,
      capped: policy !== undefined && accrual.amount >= policy.capPerYear,
      provisionalAmount: moneyView(accrual.amount),
      version: accrual.version,
    };
  };

export const rewardItemView = (item: RewardItem): RewardItemView => ({
  id: item.id,
  registrationId: item.registrationId,
  outcome: item.outcome,
  reason: item.refusal === null ? null : rewardRefusals[item.refusal],
  disclosure: item.disclosure,
  shareBasisPoints: item.shareBasisPoints,
  base: moneyView(item.base),
  totalAfter: moneyView(item.totalAfter),
  amountAfter: moneyView(item.amountAfter),
  increment: moneyView(item.increment),
  entryId: item.entryId,
  at: item.at.toISOString(),
});

export const rewardSimulationView = (policy: RewardPolicy, result: SupposedResult): RewardSimulationView => ({
  contracts: result.contracts.map(({ base, refusal }) => ({
    base: moneyView(base),
    reason: refusal === null ? null : rewardRefusals[refusal],
  })),
  total: moneyView(result.total),
  amount: moneyView(result.amount),
  arithmetic: result.arithmetic,
  policy: rewardPolicyView(policy),
});
