import { ApiProperty } from '@nestjs/swagger';
import {
  gateDecisions,
  pilotGateTransitions,
  pilotProjectTransitions,
  spendingCategories,
  type PilotProject,
  type PilotSpending,
} from '#domain/pilot-project/pilot-project.js';
import { readinessEvidenceKinds } from '#domain/readiness/readiness.policy.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { ReadinessEvidenceView } from '../readiness/readiness.view.js';

export class PilotGateView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '等级' }) level!: number;
  @ApiProperty({ description: '通过标准' }) criteria!: string;
  @ApiProperty({ description: '期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '状态', enum: statesOf(pilotGateTransitions) }) state!: string;
  @ApiProperty({ description: '阶段报告', type: 'string', nullable: true }) report!: string | null;
  @ApiProperty({ description: '证据', type: [ReadinessEvidenceView] }) evidence!: ReadinessEvidenceView[];
  @ApiProperty({ description: '决定', enum: gateDecisions, type: 'string', nullable: true }) decision!: string | null;
  @ApiProperty({ description: '理由', type: 'string', nullable: true }) decisionReason!: string | null;
}

export class PilotProjectView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '项目单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(pilotProjectTransitions) }) state!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '中试方案' }) plan!: string;
  @ApiProperty({ description: '地点' }) site!: string;
  @ApiProperty({ description: '设备', type: 'string', nullable: true }) equipment!: string | null;
  @ApiProperty({ description: '载体编号', type: 'string', format: 'uuid', nullable: true }) carrierId!: string | null;
  @ApiProperty({ description: '种植、养殖类成果' }) farming!: boolean;
  @ApiProperty({ description: '起始等级' }) fromLevel!: number;
  @ApiProperty({ description: '目标等级' }) toLevel!: number;
  @ApiProperty({ description: '预算', type: MoneyView }) budget!: MoneyView;
  @ApiProperty({ description: '已支出', type: MoneyView }) spent!: MoneyView;
  @ApiProperty({ description: '开始日期', format: 'date' }) startsOn!: string;
  @ApiProperty({ description: '结束日期', format: 'date' }) endsOn!: string;
  @ApiProperty({ description: '阶段门', type: [PilotGateView] }) gates!: PilotGateView[];
  @ApiProperty({ description: '暂缓或终止的理由', type: 'string', nullable: true }) stateReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export const pilotProjectView = (project: PilotProject): PilotProjectView => ({
  id: project.id,
  achievementId: project.achievementId,
  organizationId: project.organizationId,
  state: project.state,
  title: project.title,
  plan: project.plan,
  site: project.site,
  equipment: project.equipment,
  carrierId: project.carrierId,
  farming: project.farming,
  fromLevel: project.fromLevel,
  toLevel: project.toLevel,
  budget: moneyView(project.budget),
  spent: moneyView(project.spent),
  startsOn: project.startsOn,
  endsOn: project.endsOn,
  gates: project.gates.map(({ decidedBy: _by, evidence, ...gate }) => ({
    ...gate,
    evidence: evidence.map((item) => ({ ...item, kindTitle: readinessEvidenceKinds[item.kind] })),
  })),
  stateReason: project.stateReason,
  version: project.version,
});

export class PilotSpendingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '科目', enum: spendingCategories }) category!: string;
  @ApiProperty({ description: '金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '支出日期', format: 'date' }) spentOn!: string;
  @ApiProperty({ description: '用途' }) note!: string;
}

export const pilotSpendingView = ({ amount, ...spending }: PilotSpending): PilotSpendingView => ({
  ...spending,
  amount: moneyView(amount),
});
