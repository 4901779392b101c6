import { ApiProperty } from '@nestjs/swagger';
import type { FindingWithReminders } from '#application/inspection/inspection-finding.service.js';
import type { InspectionCase, PublicPlan } from '#application/inspection/inspection.repository.js';
import {
  findingGrades,
  inspectionFindingTransitions,
  inspectionPlanTransitions,
  reminderKinds,
  strata,
  type InspectionFinding,
} from '#domain/inspection/inspection.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class InspectionPlanView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '统计期', example: '2026Q3' }) period!: string;
  @ApiProperty({ description: '截止日', format: 'date' }) cutOff!: string;
  @ApiProperty({ description: '状态', enum: statesOf(inspectionPlanTransitions) }) state!: string;
  @ApiProperty({ description: '技术交易额达到此数的全部检查', type: MoneyView }) largeFrom!: MoneyView;
  @ApiProperty({ description: '其余抽取的项数', example: 20 }) smallCount!: number;
  @ApiProperty({ description: '种子来源，抽取前公布' }) seedSource!: string;
  @ApiProperty({ description: '总体项数', example: 232 }) populationCount!: number;
  @ApiProperty({ description: '其中大额项数', example: 12 }) largeCount!: number;
  @ApiProperty({ description: '总体名单的 SHA-256：按登记编号排列，每行「编号,large 或 small」以换行结尾' })
  populationHash!: string;
  @ApiProperty({ description: '种子；抽取前为 null', type: 'string', nullable: true }) seed!: string | null;
  @ApiProperty({ description: '抽取规则' }) rule!: string;
  @ApiProperty({ description: '冻结时间', format: 'date-time' }) frozenAt!: string;
  @ApiProperty({ description: '抽取时间', type: 'string', format: 'date-time', nullable: true }) drawnAt!:
    string | null;
}

export const inspectionPlanView = (plan: PublicPlan): InspectionPlanView => ({
  id: plan.id,
  title: plan.title,
  period: plan.period,
  cutOff: plan.cutOff,
  state: plan.state,
  largeFrom: moneyView(plan.largeFrom),
  smallCount: plan.smallCount,
  seedSource: plan.seedSource,
  populationCount: plan.populationCount,
  largeCount: plan.largeCount,
  populationHash: plan.populationHash,
  seed: plan.seed,
  rule: '大额全部检查；其余按 SHA-256(种子 + 换行 + 登记编号) 的十六进制由小到大，取前若干项。',
  frozenAt: plan.frozenAt.toISOString(),
  drawnAt: plan.drawnAt?.toISOString() ?? null,
});

export class PopulationMemberView {
  @ApiProperty({ description: '登记编号' }) registrationNumber!: string;
  @ApiProperty({ description: '大额或其余', enum: strata }) stratum!: string;
}

export class PopulationView {
  @ApiProperty({ description: '按登记编号排列；下一页从最后一个编号之后取', type: [PopulationMemberView] })
  items!: readonly PopulationMemberView[];
}

export class InspectionCaseView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记编号' }) registrationNumber!: string;
  @ApiProperty({ description: '本平台登记案件编号；历史导入为 null', type: 'string', format: 'uuid', nullable: true })
  registrationId!: string | null;
  @ApiProperty({ description: '台账版本编号', format: 'uuid' }) entryId!: string;
  @ApiProperty({ description: '大额或抽取', enum: strata }) stratum!: string;
  @ApiProperty({ description: '抽取键；大额为 null', type: 'string', nullable: true }) drawKey!: string | null;
}

export const inspectionCaseView = (drawn: InspectionCase): InspectionCaseView => ({
  id: drawn.id,
  registrationNumber: drawn.registrationNumber,
  registrationId: drawn.registrationId,
  entryId: drawn.entryId,
  stratum: drawn.stratum,
  drawKey: drawn.drawKey,
});

export class ReminderView {
  @ApiProperty({ description: '将到期或已逾期', enum: reminderKinds }) kind!: string;
  @ApiProperty({ description: '期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '提醒时间', format: 'date-time' }) at!: string;
}

const text = { type: 'string', nullable: true } as const;
const person = { type: 'string', format: 'uuid', nullable: true } as const;

export class InspectionFindingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '抽查计划编号', format: 'uuid' }) planId!: string;
  @ApiProperty({ description: '登记编号' }) registrationNumber!: string;
  @ApiProperty({ description: '登记案件编号', ...person }) registrationId!: string | null;
  @ApiProperty({ description: '状态', enum: statesOf(inspectionFindingTransitions) }) state!: string;
  @ApiProperty({ description: '等级', enum: findingGrades }) grade!: string;
  @ApiProperty({ description: '发现的问题' }) text!: string;
  @ApiProperty({ description: '证据', type: [String] }) evidence!: readonly string[];
  @ApiProperty({ description: '提出人', format: 'uuid' }) raisedBy!: string;
  @ApiProperty({ description: '登记机构的答复', ...text }) answer!: string | null;
  @ApiProperty({ description: '答复人', ...person }) answeredBy!: string | null;
  @ApiProperty({ description: '决定的理由', ...text }) decisionReason!: string | null;
  @ApiProperty({ description: '整改要求', ...text }) measure!: string | null;
  @ApiProperty({ description: '决定人', ...person }) decidedBy!: string | null;
  @ApiProperty({ description: '整改报告', ...text }) report!: string | null;
  @ApiProperty({ description: '登记机构须在此日前办理', type: 'string', format: 'date', nullable: true }) dueOn!:
    string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '提出时间', format: 'date-time' }) createdAt!: string;
}

export const inspectionFindingView = (finding: InspectionFinding): InspectionFindingView => ({
  id: finding.id,
  planId: finding.planId,
  registrationNumber: finding.registrationNumber,
  registrationId: finding.registrationId,
  state: finding.state,
  grade: finding.grade,
  text: finding.text,
  evidence: finding.evidence,
  raisedBy: finding.raisedBy,
  answer: finding.answer,
  answeredBy: finding.answeredBy,
  decisionReason: finding.decisionReason,
  measure: finding.measure,
  decidedBy: finding.decidedBy,
  report: finding.report,
  dueOn: finding.dueOn,
  version: finding.version,
  createdAt: finding.createdAt.toISOString(),
});

export class InspectionFindingDetailView extends InspectionFindingView {
  @ApiProperty({ description: '已发出的提醒', type: [ReminderView] }) reminders!: readonly ReminderView[];
}

export const inspectionFindingDetailView = ({
  finding,
  reminders,
}: FindingWithReminders): InspectionFindingDetailView => ({
  ...inspectionFindingView(finding),
  reminders: reminders.map(({ kind, dueOn, at }) => ({ kind, dueOn, at: at.toISOString() })),
});
