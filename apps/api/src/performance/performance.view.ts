import { ApiProperty } from '@nestjs/swagger';
import { escrowMoveKinds, escrowMoveTransitions, type EscrowMove } from '#domain/performance/escrow.js';
import {
  deliveryTransitions,
  milestonePlanTransitions,
  progressOf,
  type Delivery,
  type Milestone,
} from '#domain/performance/milestone.js';
import { obligationKinds, type OverdueStep } from '#domain/performance/overdue.js';
import { overdueStepKinds } from '#domain/performance/performance.policy.js';
import { leakageCodes, royaltyReportTransitions, type RoyaltyReport } from '#domain/performance/royalty-report.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { EscrowState } from '#application/performance/escrow.service.js';
import type { FullPlan } from '#application/performance/milestone.service.js';
import type { RoyaltyStanding } from '#application/performance/royalty.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const sides = ['seller', 'buyer'] as const;

export class MilestoneView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '合同编号', format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: '次序' }) position!: number;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '交付物与验收标准' }) deliverable!: string;
  @ApiProperty({ description: '应交付日期', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '对应金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '已验收金额', type: MoneyView }) accepted!: MoneyView;
  @ApiProperty({ description: '进展', enum: ['open', 'partlyAccepted', 'accepted'] }) progress!: string;
}

export const milestoneView = (milestone: Milestone): MilestoneView => ({
  id: milestone.id,
  contractId: milestone.contractId,
  position: milestone.position,
  title: milestone.title,
  deliverable: milestone.deliverable,
  dueOn: milestone.dueOn,
  amount: moneyView(milestone.amount),
  accepted: moneyView(milestone.accepted),
  progress: progressOf(milestone),
});

export class MilestonePlanView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '合同编号', format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(milestonePlanTransitions) }) state!: string;
  @ApiProperty({ description: '提出方', enum: sides }) proposedBy!: string;
  @ApiProperty({ description: '约定的验收答复天数', type: 'integer', nullable: true }) silenceDays!: number | null;
  @ApiProperty({ description: '是否登记资金托管台账' }) withEscrow!: boolean;
  @ApiProperty({ description: '不同意或撤回的原因', type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ description: '里程碑', type: [MilestoneView] }) milestones!: MilestoneView[];
  @ApiProperty({ description: '提出时间', format: 'date-time' }) createdAt!: string;
}

export const milestonePlanView = ({ plan, milestones }: FullPlan): MilestonePlanView => ({
  id: plan.id,
  contractId: plan.contractId,
  state: plan.state,
  proposedBy: plan.proposedBy,
  silenceDays: plan.silenceDays,
  withEscrow: plan.withEscrow,
  reason: plan.reason,
  milestones: milestones.map(milestoneView),
  createdAt: plan.createdAt.toISOString(),
});

export class DeliveryView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '里程碑编号', format: 'uuid' }) milestoneId!: string;
  @ApiProperty({ description: '第几次交付' }) serial!: number;
  @ApiProperty({ description: '状态', enum: statesOf(deliveryTransitions) }) state!: string;
  @ApiProperty({ description: '交付说明' }) description!: string;
  @ApiProperty({ description: '对应金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '合同附件编号', type: [String] }) attachmentIds!: readonly string[];
  @ApiProperty({ description: '答复期限；未约定沉默视为合格的为空', type: 'string', format: 'date', nullable: true })
  answerBy!: string | null;
  @ApiProperty({ description: '是否因期满未答复而视为合格' }) bySilence!: boolean;
  @ApiProperty({ description: '退回原因或说明', type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ description: '提交时间', format: 'date-time' }) submittedAt!: string;
  @ApiProperty({ description: '答复时间', type: 'string', format: 'date-time', nullable: true }) decidedAt!:
    string | null;
}

export const deliveryView = (delivery: Delivery): DeliveryView => ({
  id: delivery.id,
  milestoneId: delivery.milestoneId,
  serial: delivery.serial,
  state: delivery.state,
  description: delivery.description,
  amount: moneyView(delivery.amount),
  attachmentIds: delivery.attachmentIds,
  answerBy: delivery.answerBy,
  bySilence: delivery.bySilence,
  reason: delivery.reason,
  submittedAt: delivery.submittedAt.toISOString(),
  decidedAt: delivery.decidedAt?.toISOString() ?? null,
});

export class DeliveriesView {
  @ApiProperty({ description: '全部交付，先后有序', type: [DeliveryView] }) items!: DeliveryView[];
}

export const deliveriesView = (deliveries: readonly Delivery[]): DeliveriesView => ({
  items: deliveries.map(deliveryView),
});

export class EscrowView {
  @ApiProperty({ description: '里程碑编号', format: 'uuid' }) milestoneId!: string;
  @ApiProperty({ description: '约定金额', type: MoneyView }) agreed!: MoneyView;
  @ApiProperty({ description: '应托管', type: MoneyView }) expected!: MoneyView;
  @ApiProperty({ description: '已托管', type: MoneyView }) deposited!: MoneyView;
  @ApiProperty({ description: '争议冻结', type: MoneyView }) onHold!: MoneyView;
  @ApiProperty({ description: '已放款', type: MoneyView }) released!: MoneyView;
  @ApiProperty({ description: '已退款', type: MoneyView }) refunded!: MoneyView;
  @ApiProperty({ description: '各账户与分录是否相符、借贷是否平衡' }) balanced!: boolean;
  @ApiProperty({ description: '性质说明' }) notice!: string;
}

export const escrowNotice = '本台账只记录双方确认的托管、放款与退款，平台不经手资金，也没有银行为其担保。';

export const escrowView = ({ milestone, balances, balanced }: EscrowState): EscrowView => ({
  milestoneId: milestone.id,
  agreed: moneyView(milestone.amount),
  expected: moneyView(balances.expected),
  deposited: moneyView(balances.deposited),
  onHold: moneyView(balances.onHold),
  released: moneyView(balances.released),
  refunded: moneyView(balances.refunded),
  balanced,
  notice: escrowNotice,
});

export class EscrowMoveView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '里程碑编号', format: 'uuid' }) milestoneId!: string;
  @ApiProperty({ description: '事项', enum: escrowMoveKinds }) kind!: string;
  @ApiProperty({ description: '状态', enum: statesOf(escrowMoveTransitions) }) state!: string;
  @ApiProperty({ description: '金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '申报方', enum: sides }) statedBy!: string;
  @ApiProperty({ description: '凭证号', type: 'string', nullable: true }) reference!: string | null;
  @ApiProperty({ description: '说明' }) reason!: string;
  @ApiProperty({ description: '不予确认或撤回的原因', type: 'string', nullable: true }) decisionReason!: string | null;
  @ApiProperty({ description: '申报时间', format: 'date-time' }) statedAt!: string;
  @ApiProperty({ description: '确认时间', type: 'string', format: 'date-time', nullable: true }) decidedAt!:
    string | null;
}

export const escrowMoveView = (move: EscrowMove): EscrowMoveView => ({
  id: move.id,
  milestoneId: move.milestoneId,
  kind: move.kind,
  state: move.state,
  amount: moneyView(move.amount),
  statedBy: move.statedBy,
  reference: move.reference,
  reason: move.reason,
  decisionReason: move.decisionReason,
  statedAt: move.statedAt.toISOString(),
  decidedAt: move.decidedAt?.toISOString() ?? null,
});

export class RoyaltyReportView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '合同编号', format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(royaltyReportTransitions) }) state!: string;
  @ApiProperty({ description: '结算期首日', format: 'date' }) periodFrom!: string;
  @ApiProperty({ description: '结算期末日', format: 'date' }) periodTo!: string;
  @ApiProperty({ description: '报告期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '计提基数', type: MoneyView }) base!: MoneyView;
  @ApiProperty({ description: '按条款应付', type: MoneyView }) due!: MoneyView;
  @ApiProperty({ description: '报告称已付', type: MoneyView }) paid!: MoneyView;
  @ApiProperty({ description: '说明' }) statement!: string;
  @ApiProperty({ description: '异议', type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ description: '提交时间', format: 'date-time' }) submittedAt!: string;
}

export const royaltyReportView = (report: RoyaltyReport): RoyaltyReportView => ({
  id: report.id,
  contractId: report.contractId,
  state: report.state,
  periodFrom: report.periodFrom,
  periodTo: report.periodTo,
  dueOn: report.dueOn,
  base: moneyView(report.base),
  due: moneyView(report.due),
  paid: moneyView(report.paid),
  statement: report.statement,
  reason: report.reason,
  submittedAt: report.submittedAt.toISOString(),
});

export class RoyaltyPeriodView {
  @ApiProperty({ description: '首日', format: 'date' }) from!: string;
  @ApiProperty({ description: '末日', format: 'date' }) to!: string;
  @ApiProperty({ description: '报告期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '报告', type: RoyaltyReportView, nullable: true }) report!: RoyaltyReportView | null;
}

export class LeakageFindingView {
  @ApiProperty({ description: '种类', enum: leakageCodes }) code!: string;
  @ApiProperty({ description: '所涉结算期首日', type: 'string', format: 'date', nullable: true }) periodFrom!:
    string | null;
  @ApiProperty({ description: '所涉金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '说明' }) text!: string;
}

export class RoyaltyStandingView {
  @ApiProperty({ description: '各结算期及报告', type: [RoyaltyPeriodView] }) periods!: RoyaltyPeriodView[];
  @ApiProperty({ description: '值得询问之处；供参考，不是结论', type: [LeakageFindingView] })
  findings!: LeakageFindingView[];
}

export const royaltyStandingView = ({ periods, findings }: RoyaltyStanding): RoyaltyStandingView => ({
  periods: periods.map(({ from, to, dueOn, report }) => ({
    ...{ from, to, dueOn, report: report && royaltyReportView(report) },
  })),
  findings: findings.map(({ code, periodFrom, amount, text }) => ({
    ...{ code, periodFrom, amount: moneyView(amount), text },
  })),
});

export class OverdueStepView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '所欠事项', enum: obligationKinds }) obligationKind!: string;
  @ApiProperty({ description: '步骤：到期提醒、逾期通知、催告函', enum: overdueStepKinds }) step!: string;
  @ApiProperty({ description: '义务方', enum: sides }) obligor!: string;
  @ApiProperty({ description: '到期日', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '要求履行的日期', type: 'string', format: 'date', nullable: true }) answerBy!:
    string | null;
  @ApiProperty({ description: '文书内容' }) text!: string;
  @ApiProperty({ description: '发出日', format: 'date' }) takenOn!: string;
}

export const overdueStepView = (step: OverdueStep): OverdueStepView => ({
  id: step.id,
  obligationKind: step.obligationKind,
  step: step.step,
  obligor: step.obligor,
  dueOn: step.dueOn,
  answerBy: step.answerBy,
  text: step.text,
  takenOn: step.takenOn,
});
