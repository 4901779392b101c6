import { ApiProperty } from '@nestjs/swagger';
import {
  findingKinds,
  visitFindingTransitions,
  visitPlanTransitions,
  type EnterpriseVisit,
  type VisitFinding,
  type VisitPlan,
} from '#domain/enterprise-visit/enterprise-visit.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { Unvisited } from '#application/enterprise-visit/enterprise-visit.service.js';

export class VisitPlanView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '走访单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(visitPlanTransitions) }) state!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '开始日期', format: 'date' }) startsOn!: string;
  @ApiProperty({ description: '结束日期', format: 'date' }) endsOn!: string;
  @ApiProperty({ description: '走访对象', type: [String] }) targetIds!: readonly string[];
  @ApiProperty({ description: '版本' }) version!: number;
}

export const visitPlanView = ({ createdAt: _at, ...plan }: VisitPlan): VisitPlanView => ({ ...plan });

export class VisitFindingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '类别', enum: findingKinds }) kind!: string;
  @ApiProperty({ description: '内容' }) text!: string;
  @ApiProperty({ description: '状态', enum: statesOf(visitFindingTransitions) }) state!: string;
  @ApiProperty({ description: '由此起草的技术需求编号', type: 'string', format: 'uuid', nullable: true }) demandId!:
    string | null;
  @ApiProperty({ description: '办理情况', type: 'string', nullable: true }) note!: string | null;
}

export const visitFindingView = ({ id, kind, text, state, demandId, note }: VisitFinding): VisitFindingView => ({
  id,
  kind,
  text,
  state,
  demandId,
  note,
});

export class EnterpriseVisitView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '走访单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '走访计划编号', type: 'string', format: 'uuid', nullable: true }) planId!: string | null;
  @ApiProperty({ description: '企业编号', format: 'uuid' }) visitedOrganizationId!: string;
  @ApiProperty({ description: '走访日期', format: 'date' }) visitedOn!: string;
  @ApiProperty({ description: '走访人' }) visitors!: string;
  @ApiProperty({ description: '企业接待人' }) receivedBy!: string;
  @ApiProperty({ description: '走访情况' }) summary!: string;
  @ApiProperty({ description: '发现事项', type: [VisitFindingView] }) findings!: VisitFindingView[];
  @ApiProperty({ description: '提交时间', format: 'date-time' }) submittedAt!: string;
}

export const enterpriseVisitView = ({ findings, submittedAt, ...visit }: EnterpriseVisit): EnterpriseVisitView => ({
  ...visit,
  findings: findings.map(visitFindingView),
  submittedAt: submittedAt.toISOString(),
});

export class UnvisitedView {
  @ApiProperty({ description: '企业编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '企业名称' }) name!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '最近一次走访日期', type: 'string', format: 'date', nullable: true }) lastVisitedOn!:
    string | null;
}

export const unvisitedView = (enterprise: Unvisited): UnvisitedView => ({ ...enterprise });
