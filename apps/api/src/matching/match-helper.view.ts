import { ApiProperty } from '@nestjs/swagger';
import { helperKinds, type Helper } from '#domain/matching/match-helper.js';
import type { ExpertProfile } from '#application/matching/match-helper.repository.js';
import type { Helpers } from '#application/matching/match-helpers.js';

export class HelperReasonView {
  @ApiProperty({ description: '理由', example: '完成过《羔羊代乳粉》，与本需求匹配 61 分' }) text!: string;
  @ApiProperty({ description: '分值，各项之和等于总分', example: 61 }) points!: number;
}

export class HelperView {
  @ApiProperty({ description: '类别：expert 专家，broker 技术经纪机构，institution 成果持有单位', enum: helperKinds })
  kind!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '单位名称' }) organizationName!: string;
  @ApiProperty({ description: '专家本人同意公开的姓名', type: 'string', nullable: true }) name!: string | null;
  @ApiProperty({ description: '专家本人同意公开的简介', type: 'string', nullable: true }) introduction!: string | null;
  @ApiProperty({ description: '总分，0–100', example: 67 }) score!: number;
  @ApiProperty({ description: '理由', type: [HelperReasonView] }) reasons!: HelperReasonView[];
}

export class HelpersView {
  @ApiProperty({ description: '专家：同意公开、与匹配成果有关的完成人及其同事', type: [HelperView] })
  experts!: HelperView[];
  @ApiProperty({ description: '技术经纪机构', type: [HelperView] }) brokers!: HelperView[];
  @ApiProperty({ description: '持有匹配成果的单位', type: [HelperView] }) institutions!: HelperView[];
}

const helperView = (helper: Helper): HelperView => ({
  kind: helper.kind,
  organizationId: helper.organizationId,
  organizationName: helper.organizationName,
  name: helper.name,
  introduction: helper.introduction,
  score: helper.score,
  reasons: helper.reasons.map(({ text, points }) => ({ text, points })),
});

export const helpersView = ({ experts, brokers, institutions }: Helpers): HelpersView => ({
  experts: experts.map(helperView),
  brokers: brokers.map(helperView),
  institutions: institutions.map(helperView),
});

export class ExpertProfileView {
  @ApiProperty({ description: '公开的姓名或称谓' }) name!: string;
  @ApiProperty({ description: '研究方向', type: 'string', isArray: true }) fields!: string[];
  @ApiProperty({ description: '公开的简介' }) introduction!: string;
  @ApiProperty({ description: '同意任何人在公开检索中找到' }) publicSearch!: boolean;
  @ApiProperty({ description: '同意公开的时间', format: 'date-time' }) consentedAt!: string;
}

export const expertProfileView = (profile: ExpertProfile): ExpertProfileView => ({
  name: profile.name,
  fields: [...profile.fields],
  introduction: profile.introduction,
  publicSearch: profile.publicSearch,
  consentedAt: profile.consentedAt.toISOString(),
});
