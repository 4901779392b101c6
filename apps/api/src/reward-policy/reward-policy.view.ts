import { ApiProperty } from '@nestjs/swagger';
import type { PolicyDifference } from '#domain/reward/reward-policy-version.js';
import type {
  RewardPolicySimulation,
  RewardPolicyVersion,
} from '#application/reward-policy/reward-policy.repository.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { rewardPolicyView, RewardPolicyView } from '../reward/reward.view.js';

export class RewardPolicyVersionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '状态', enum: ['draft', 'published', 'withdrawn'] }) state!: string;
  @ApiProperty({ description: '内容', type: RewardPolicyView }) policy!: RewardPolicyView;
  @ApiProperty({ description: '内容的 SHA-256' }) bodyHash!: string;
  @ApiProperty({ description: '修订理由' }) reason!: string;
  @ApiProperty({ description: '起草人', format: 'uuid' }) draftedBy!: string;
  @ApiProperty({ description: '起草时间', format: 'date-time' }) draftedAt!: string;
  @ApiProperty({ description: '发布人', type: 'string', format: 'uuid', nullable: true }) publishedBy!: string | null;
  @ApiProperty({ description: '发布时间', type: 'string', format: 'date-time', nullable: true }) publishedAt!:
    string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class PolicyDifferenceView {
  @ApiProperty({ description: '条款' }) term!: string;
  @ApiProperty({ description: '原为' }) before!: string;
  @ApiProperty({ description: '改为' }) after!: string;
}

export class RewardPolicyVersionDetailView extends RewardPolicyVersionView {
  @ApiProperty({ description: '与施行前一日有效版本的差异', type: [PolicyDifferenceView] })
  differences!: PolicyDifferenceView[];
}

export class SimulatedBeneficiaryView {
  @ApiProperty({ description: '受益人类别', enum: ['organization', 'person'] }) beneficiaryKind!: string;
  @ApiProperty({ description: '受益人编号', format: 'uuid' }) beneficiaryId!: string;
  @ApiProperty({ description: '年度合计', type: MoneyView }) total!: MoneyView;
  @ApiProperty({ description: '按原版本', type: MoneyView }) before!: MoneyView;
  @ApiProperty({ description: '按新版本', type: MoneyView }) after!: MoneyView;
}

export class RewardPolicySimulationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '政策版本编号', format: 'uuid' }) versionId!: string;
  @ApiProperty({ description: '年度' }) fiscalYear!: number;
  @ApiProperty({ description: '所依数据的 SHA-256：同一数据可复算' }) factsHash!: string;
  @ApiProperty({ description: '登记份数' }) contracts!: number;
  @ApiProperty({ description: '对照的版本编号' }) beforePolicyId!: string;
  @ApiProperty({ description: '原版本合计', type: MoneyView }) beforeTotal!: MoneyView;
  @ApiProperty({ description: '新版本合计', type: MoneyView }) afterTotal!: MoneyView;
  @ApiProperty({ description: '金额有变化的受益人', type: [SimulatedBeneficiaryView] })
  changed!: SimulatedBeneficiaryView[];
  @ApiProperty({ description: '金额不变的受益人数' }) unchanged!: number;
  @ApiProperty({ description: '试算时间', format: 'date-time' }) at!: string;
}

export const rewardPolicyVersionView = (version: RewardPolicyVersion): RewardPolicyVersionView => ({
  id: version.id,
  state: version.state,
  policy: rewardPolicyView(version.policy),
  bodyHash: version.bodyHash,
  reason: version.reason,
  draftedBy: version.draftedBy,
  draftedAt: version.draftedAt.toISOString(),
  publishedBy: version.publishedBy,
  publishedAt: version.publishedAt?.toISOString() ?? null,
  version: version.version,
});

export const rewardPolicyVersionDetailView = ({
  differences,
  ...version
}: RewardPolicyVersion & { readonly differences: readonly PolicyDifference[] }): RewardPolicyVersionDetailView => ({
  ...rewardPolicyVersionView(version),
  differences: [...differences],
});

const fenView = (fen: string): MoneyView => moneyView(BigInt(fen));

export const rewardPolicySimulationView = ({
  outcome,
  ...simulation
}: RewardPolicySimulation): RewardPolicySimulationView => ({
  id: simulation.id,
  versionId: simulation.versionId,
  fiscalYear: simulation.fiscalYear,
  factsHash: simulation.factsHash,
  contracts: outcome.contracts,
  beforePolicyId: outcome.beforePolicyId,
  beforeTotal: fenView(outcome.beforeTotal),
  afterTotal: fenView(outcome.afterTotal),
  changed: outcome.changed.map((row) => ({
    beneficiaryKind: row.kind,
    beneficiaryId: row.id,
    total: fenView(row.base),
    before: fenView(row.before),
    after: fenView(row.after),
  })),
  unchanged: outcome.unchanged,
  at: simulation.at.toISOString(),
});
