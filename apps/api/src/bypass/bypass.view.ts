import { ApiProperty } from '@nestjs/swagger';
import { bypassFindingTransitions, bypassRule, bypassWords, type BypassFinding } from '#domain/bypass/bypass.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { BypassCase } from '#application/bypass/bypass.service.js';

export class BypassFindingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '合同编号', format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: '引荐编号', format: 'uuid' }) introductionId!: string;
  @ApiProperty({ description: '委托编号', format: 'uuid' }) mandateId!: string;
  @ApiProperty({ description: '服务机构编号', format: 'uuid' }) agencyOrganizationId!: string;
  @ApiProperty({ description: '经纪人编号', format: 'uuid' }) brokerPersonId!: string;
  @ApiProperty({ description: '委托单位编号', format: 'uuid' }) principalOrganizationId!: string;
  @ApiProperty({ description: '对方单位编号', format: 'uuid' }) counterpartOrganizationId!: string;
  @ApiProperty({ description: '引荐日期', format: 'date' }) introducedOn!: string;
  @ApiProperty({ description: '合同订立日期', format: 'date' }) signedOn!: string;
  @ApiProperty({ description: '延续期最后一日', format: 'date' }) tailEndsOn!: string;
  @ApiProperty({ description: '合同标的与引荐的成果相同' }) sameAchievement!: boolean;
  @ApiProperty({ description: '状态', enum: statesOf(bypassFindingTransitions) }) state!: string;
  @ApiProperty({ description: '发现了什么' }) words!: string;
  @ApiProperty({ description: '依据' }) article!: string;
  @ApiProperty({ description: '条文' }) wording!: string;
  @ApiProperty({ description: '认定的理由', type: 'string', nullable: true }) decisionReason!: string | null;
}

export const bypassFindingView = (finding: BypassFinding): BypassFindingView => {
  const { decidedBy: _by, version: _version, createdAt: _at, ...shown } = finding;
  const article = `${bypassRule.source}${bypassRule.article}`;
  return { ...shown, words: bypassWords(finding), article, wording: bypassRule.wording };
};

export class BypassStatementView {
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '意见' }) text!: string;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

export class BypassCaseView extends BypassFindingView {
  @ApiProperty({ description: '各方意见', type: [BypassStatementView] }) statements!: BypassStatementView[];
}

export const bypassCaseView = ({ finding, statements }: BypassCase): BypassCaseView => ({
  ...bypassFindingView(finding),
  statements: statements.map(({ organizationId, text, at }) => ({ organizationId, text, at: at.toISOString() })),
});
