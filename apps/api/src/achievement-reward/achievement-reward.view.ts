import { ApiProperty } from '@nestjs/swagger';
import {
  conversionModes,
  distributionText,
  rewardPlanTransitions,
  type RewardPlan,
} from '#domain/achievement-reward/achievement-reward.js';
import { achievementRewardRules } from '#domain/achievement-reward/achievement-reward.policy.js';
import type { RewardDistribution } from '#application/achievement-reward/achievement-reward.repository.js';
import type { PlanDetail } from '#application/achievement-reward/achievement-reward.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const nullableId = { type: 'string', format: 'uuid', nullable: true } as const;

export class RewardParticipantView {
  @ApiProperty({ description: '人员编号', ...nullableId }) personId!: string | null;
  @ApiProperty({ description: '姓名' }) name!: string;
  @ApiProperty({ description: '是否主要贡献人员' }) main!: boolean;
  @ApiProperty({ description: '领导职务', enum: ['none', 'chief', 'deputy'] }) leader!: string;
  @ApiProperty({ description: '份额（万分之几）' }) shareBasisPoints!: number;
}

export class RewardPlanView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '合同编号', ...nullableId }) contractId!: string | null;
  @ApiProperty({ description: '方式', enum: conversionModes }) mode!: string;
  @ApiProperty({ description: '奖励总额的比例（万分之几）' }) poolBasisPoints!: number;
  @ApiProperty({ description: '年限', type: 'integer', nullable: true }) years!: number | null;
  @ApiProperty({ description: '依据', enum: ['unitRule', 'agreement', 'default'] }) basis!: string;
  @ApiProperty({ description: '参加人员', type: [RewardParticipantView] }) participants!: RewardParticipantView[];
  @ApiProperty({ description: '所依的完成人份额约定；没有约定为 null', ...nullableId }) agreementId!: string | null;
  @ApiProperty({ description: '与约定不一致的理由', type: 'string', nullable: true }) deviationReason!: string | null;
  @ApiProperty({ description: '状态', enum: Object.keys(rewardPlanTransitions) }) state!: string;
  @ApiProperty({ description: '公示编号', ...nullableId }) noticeId!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class RewardShareView {
  @ApiProperty({ description: '人员编号', ...nullableId }) personId!: string | null;
  @ApiProperty({ description: '姓名' }) name!: string;
  @ApiProperty({ description: '应得', type: MoneyView }) amount!: MoneyView;
}

export class RewardDistributionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '序号' }) serial!: number;
  @ApiProperty({ description: '凭证' }) reference!: string;
  @ApiProperty({ description: '日期', format: 'date' }) onDate!: string;
  @ApiProperty({ description: '净额', type: MoneyView }) net!: MoneyView;
  @ApiProperty({ description: '奖励总额', type: MoneyView }) pool!: MoneyView;
  @ApiProperty({ description: '结转下一笔', type: MoneyView }) carried!: MoneyView;
  @ApiProperty({ description: '计算过程与条文' }) arithmetic!: string;
  @ApiProperty({ description: '各人应得，合计恰为奖励总额', type: [RewardShareView] }) shares!: RewardShareView[];
}

export class RewardStatementView extends RewardShareView {
  @ApiProperty({ description: '逐笔说明', type: [String] }) lines!: string[];
}

export class RewardPlanDetailView extends RewardPlanView {
  @ApiProperty({ description: '逐笔分配', type: [RewardDistributionView] }) distributions!: RewardDistributionView[];
  @ApiProperty({ description: '每名受益人的对账单', type: [RewardStatementView] }) statements!: RewardStatementView[];
  @ApiProperty({ description: '所依条文', type: [String] }) articles!: string[];
}

export const rewardPlanView = ({ organizationId: _, participants, ...plan }: RewardPlan): RewardPlanView => ({
  ...plan,
  participants: [...participants],
});

export const distributionView = (plan: RewardPlan, row: RewardDistribution): RewardDistributionView => ({
  id: row.id,
  serial: row.serial,
  reference: row.reference,
  onDate: row.onDate,
  net: moneyView(row.net),
  pool: moneyView(row.pool),
  carried: moneyView(row.carried),
  arithmetic: distributionText(plan, row.income, row.carriedBefore, row),
  shares: plan.participants.map(({ personId, name }, index) => ({
    personId,
    name,
    amount: moneyView(row.shares[index] ?? 0n),
  })),
});

export function rewardPlanDetailView({ plan, distributions }: PlanDetail): RewardPlanDetailView {
  return {
    ...rewardPlanView(plan),
    distributions: distributions.map((row) => distributionView(plan, row)),
    statements: plan.participants.map(({ personId, name, shareBasisPoints }, index) => ({
      personId,
      name,
      amount: moneyView(distributions.reduce((total, row) => total + (row.shares[index] ?? 0n), 0n)),
      lines: distributions.map(
        (row) =>
          `${row.onDate} ${row.reference}：${distributionText(plan, row.income, row.carriedBefore, row)}本人份额 ${shareBasisPoints / 100}%，应得 ${moneyView(row.shares[index] ?? 0n).yuan} 元。`,
      ),
    })),
    articles: [achievementRewardRules[plan.mode], achievementRewardRules.mainContributors].map(
      ({ text, source }) => `${text}（${source}）`,
    ),
  };
}
