import { ApiProperty } from '@nestjs/swagger';
import { caseStudyTransitions, type CaseStudy } from '#domain/case-study/case-study.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { PublicCase } from '#application/case-study/case-study.service.js';

export class CaseStudyView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '起草单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '技术合同编号', format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: '合同当事人编号', type: [String] }) partyIds!: readonly string[];
  @ApiProperty({ description: '已同意的当事人编号', type: [String] }) consentedIds!: readonly string[];
  @ApiProperty({ description: '状态', enum: statesOf(caseStudyTransitions) }) state!: string;
  @ApiProperty({ description: '标题' }) title!: string;
  @ApiProperty({ description: '经过' }) story!: string;
  @ApiProperty({ description: '成效' }) effect!: string;
  @ApiProperty({ description: '文字的哈希，表示同意时使用' }) textHash!: string;
  @ApiProperty({ description: '保密审查意见', type: 'string', nullable: true }) checkNote!: string | null;
  @ApiProperty({ description: '最近一步的理由', type: 'string', nullable: true }) stateReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '公开时间', type: 'string', format: 'date-time', nullable: true }) publishedAt!:
    string | null;
}

export const caseStudyView = (study: CaseStudy): CaseStudyView => ({
  id: study.id,
  organizationId: study.organizationId,
  contractId: study.contractId,
  partyIds: study.partyIds,
  consentedIds: study.consentedIds,
  state: study.state,
  title: study.title,
  story: study.story,
  effect: study.effect,
  textHash: study.textHash,
  checkNote: study.checkNote,
  stateReason: study.stateReason,
  version: study.version,
  publishedAt: study.publishedAt?.toISOString() ?? null,
});

export class PublicCaseView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '标题' }) title!: string;
  @ApiProperty({ description: '经过' }) story!: string;
  @ApiProperty({ description: '成效' }) effect!: string;
  @ApiProperty({ description: '当事人名称', type: [String] }) parties!: readonly string[];
  @ApiProperty({ description: '公开时间', format: 'date-time' }) publishedAt!: string;
}

export const publicCaseView = ({ publishedAt, ...study }: PublicCase): PublicCaseView => ({
  ...study,
  publishedAt: publishedAt.toISOString(),
});
