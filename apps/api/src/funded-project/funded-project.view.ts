import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#domain/calendar/local-date.js';
import {
  daysOverdue,
  dutyOf,
  fundedProjectTransitions,
  isLate,
  measureKinds,
  measureSource,
  measureTitles,
  projectLevels,
  reportDays,
  reportDueOn,
  resultKinds,
  transferReportTransitions,
  type FundedProject,
  type TransferReport,
} from '#domain/funded-project/funded-project.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { ProjectDetail, ProjectFigures } from '#application/funded-project/funded-project.service.js';
import type { OwedReport } from '#application/funded-project/transfer-report.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const text = { type: 'string', nullable: true } as const;
const day = { ...text, format: 'date' } as const;

export class AgreedResultView {
  @ApiProperty({ description: '种类', enum: resultKinds }) kind!: string;
  @ApiProperty({ description: '数量' }) count!: number;
}

export class SubmissionView {
  @ApiProperty({ description: '科技报告编号', ...text }) reportNumber!: string | null;
  @ApiProperty({ description: '成果编号', type: [String] }) achievementIds!: readonly string[];
  @ApiProperty({ description: '其他成果', type: [AgreedResultView] }) others!: readonly AgreedResultView[];
  @ApiProperty({ description: '少于约定的原因', ...text }) shortfallReason!: string | null;
  @ApiProperty({ description: '汇交日期', format: 'date' }) submittedOn!: string;
}

export class MeasureView {
  @ApiProperty({ description: '措施', enum: measureKinds }) kind!: string;
  @ApiProperty({ description: '名称', example: '责令改正' }) title!: string;
  @ApiProperty({ description: '依据' }) source!: string;
  @ApiProperty({ description: '事由' }) reason!: string;
  @ApiProperty({ description: '期限', ...day }) until!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

export class ProjectReminderView {
  @ApiProperty({ description: '距汇交期限的日数（负数为期前）' }) days!: number;
  @ApiProperty({ description: '提醒时间', format: 'date-time' }) at!: string;
}

export class FundedProjectView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '承担单位', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '项目编号' }) number!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '级别', enum: projectLevels }) level!: string;
  @ApiProperty({ description: '资助机构' }) funder!: string;
  @ApiProperty({ description: '财政资金', type: MoneyView }) fiscal!: MoneyView;
  @ApiProperty({ description: '开始日期', format: 'date' }) startsOn!: string;
  @ApiProperty({ description: '结束日期', format: 'date' }) endsOn!: string;
  @ApiProperty({ description: '汇交期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '约定的成果', type: [AgreedResultView] }) agreed!: readonly AgreedResultView[];
  @ApiProperty({ description: '状态', enum: statesOf(fundedProjectTransitions) }) state!: string;
  @ApiProperty({ description: '汇交', type: SubmissionView, nullable: true }) submission!: SubmissionView | null;
  @ApiProperty({ description: '主管部门意见', ...text }) reason!: string | null;
  @ApiProperty({
    description: '汇交义务：未到期、将到期、逾期、已责令改正、已通报、禁止承担、已履行',
    enum: ['notDue', 'dueSoon', 'overdue', 'ordered', 'criticised', 'barred', 'met'],
  })
  duty!: string;
  @ApiProperty({ description: '逾期日数' }) daysOverdue!: number;
  @ApiProperty({ description: '已采取的措施', type: [MeasureView] }) measures!: MeasureView[];
  @ApiProperty({ description: '已发出的提醒（列表中不列）', type: [ProjectReminderView] })
  reminders!: ProjectReminderView[];
  @ApiProperty({ description: '版本' }) version!: number;
}

export class ProjectFiguresView implements ProjectFigures {
  @ApiProperty({ description: '已结束的项目' }) ended!: number;
  @ApiProperty({ description: '已结束尚未汇交' }) owing!: number;
  @ApiProperty({ description: '其中逾期' }) overdue!: number;
  @ApiProperty({ description: '已办结' }) settled!: number;
  @ApiProperty({ description: '汇交的成果' }) achievements!: number;
  @ApiProperty({ description: '其中已登记' }) registeredAchievements!: number;
  @ApiProperty({ description: '其中已转化（有生效合同，或自行实施的流程已办结）' }) convertedAchievements!: number;
}

export class ReportFiguresView {
  @ApiProperty({ description: '取得的成果（项）' }) achievements!: number;
  @ApiProperty({ description: '登记的成果（项）' }) registered!: number;
  @ApiProperty({ description: '生效的合同（份）' }) contracts!: number;
  @ApiProperty({ description: '合同金额', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '办结的转化流程（件）' }) completedProcedures!: number;
  @ApiProperty({ description: '奖励总额', type: MoneyView }) rewardPool!: MoneyView;
}

export class TransferReportView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '年度' }) year!: number;
  @ApiProperty({ description: '平台统计的数据', type: ReportFiguresView }) figures!: ReportFiguresView;
  @ApiProperty({ description: '转化情况、收入分配情况' }) narrative!: string;
  @ApiProperty({ description: '状态', enum: statesOf(transferReportTransitions) }) state!: string;
  @ApiProperty({ description: '退回意见', ...text }) findings!: string | null;
  @ApiProperty({ description: '报主管部门的期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '是否逾期' }) late!: boolean;
  @ApiProperty({ description: '期限的出处' }) source!: string;
  @ApiProperty({ description: '提交时间', ...text, format: 'date-time' }) submittedAt!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class OwedReportView {
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '单位名称' }) name!: string;
  @ApiProperty({ description: '报告状态；没有报告为 null', ...text }) state!: string | null;
  @ApiProperty({ description: '期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '是否逾期' }) late!: boolean;
}

export const fundedProjectView =
  (today: LocalDate) =>
  ({ project, measures, reminders }: ProjectDetail): FundedProjectView => ({
    id: project.id,
    organizationId: project.organizationId,
    number: project.number,
    title: project.title,
    level: project.level,
    funder: project.funder,
    fiscal: moneyView(project.fiscal),
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    dueOn: project.dueOn,
    agreed: project.agreed,
    state: project.state,
    submission: project.submission,
    reason: project.reason,
    duty: dutyOf(project, measures, today),
    daysOverdue: project.state === 'running' ? daysOverdue(project.dueOn, today) : 0,
    measures: measures.map(({ kind, reason, until, at }) => ({
      kind,
      title: measureTitles[kind],
      source: measureSource,
      reason,
      until,
      at: at.toISOString(),
    })),
    reminders: reminders.map(({ days, at }) => ({ days, at: at.toISOString() })),
    version: project.version,
  });

export const changedProjectView = (today: LocalDate, project: FundedProject): FundedProjectView =>
  fundedProjectView(today)({ project, measures: [], reminders: [] });

export const transferReportView =
  (today: LocalDate) =>
  ({ figures, ...report }: TransferReport): TransferReportView => ({
    id: report.id,
    organizationId: report.organizationId,
    year: report.year,
    figures: {
      achievements: figures.achievements,
      registered: figures.registered,
      contracts: figures.contracts,
      contractValue: moneyView(BigInt(figures.contractValueFen)),
      completedProcedures: figures.completedProcedures,
      rewardPool: moneyView(BigInt(figures.rewardPoolFen)),
    },
    narrative: report.narrative,
    state: report.state,
    findings: report.findings,
    dueOn: reportDueOn(report.year),
    late: isLate(report.submittedAt, report.year, today),
    source: reportDays.source,
    submittedAt: report.submittedAt?.toISOString() ?? null,
    version: report.version,
  });

export const owedReportView =
  (year: number, today: LocalDate) =>
  ({ id, name, state, submittedAt }: OwedReport): OwedReportView => ({
    organizationId: id,
    name,
    state,
    dueOn: reportDueOn(year),
    late: isLate(submittedAt, year, today),
  });
