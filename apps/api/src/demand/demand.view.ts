import { ApiProperty } from '@nestjs/swagger';
import { transferModes } from '#domain/achievement/achievement.js';
import { demandTransitions, type Demand } from '#domain/demand/demand.js';
import { qualityParts, type DemandQuality } from '#domain/demand/demand-quality.js';
import { figures, type DemandTemplate } from '#domain/demand/demand-template.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { DescriptionAdviceView } from '../matching/description.view.js';

export class TemplateAnswerView {
  @ApiProperty({ description: '问题代码' }) question!: string;
  @ApiProperty({ description: '回答' }) value!: string;
  @ApiProperty({ description: '单位', type: 'string', nullable: true }) unit!: string | null;
}

export class TemplateUseView {
  @ApiProperty({ description: '行业模板代码' }) code!: string;
  @ApiProperty({ description: '模板版本' }) version!: number;
  @ApiProperty({ description: '回答', type: [TemplateAnswerView] }) answers!: readonly TemplateAnswerView[];
}

export class DemandView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '发布单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(demandTransitions) }) state!: string;
  @ApiProperty({ description: '需求名称' }) title!: string;
  @ApiProperty({ description: '需求描述' }) summary!: string;
  @ApiProperty({ description: '技术领域', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '示范区代码', type: 'string', nullable: true }) zoneCode!: string | null;
  @ApiProperty({ description: '预算', type: MoneyView, nullable: true }) budget!: MoneyView | null;
  @ApiProperty({ description: '希望的合作方式；空为不限', enum: transferModes, isArray: true })
  transferModes!: readonly string[];
  @ApiProperty({ description: '希望用上的日期', type: 'string', format: 'date', nullable: true }) neededBy!:
    string | null;
  @ApiProperty({ description: '希望的最低技术成熟度', type: 'integer', nullable: true, minimum: 1, maximum: 9 })
  leastReadinessLevel!: number | null;
  @ApiProperty({ description: '排除的地区', type: [String], example: ['610000'] })
  excludedRegionCodes!: readonly string[];
  @ApiProperty({ description: '有效期至', type: 'string', format: 'date', nullable: true }) validUntil!: string | null;
  @ApiProperty({
    description: '在架至（含当日），其后冻结：不再参与检索与撮合，仍可按编号查看，可续期；未发布为 null',
    type: 'string',
    format: 'date',
    nullable: true,
  })
  aliveUntil!: string | null;
  @ApiProperty({ description: '已到期冻结' }) frozen!: boolean;
  @ApiProperty({ description: '按行业模板填写的回答', type: TemplateUseView, nullable: true })
  template!: TemplateUseView | null;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '发布时间', type: 'string', format: 'date-time', nullable: true }) publishedAt!:
    string | null;
}

export class PublishedDemandView extends DemandView {
  @ApiProperty({ description: '把描述写得更清楚的建议；不影响发布', type: [DescriptionAdviceView] })
  advice!: DescriptionAdviceView[];
}

export const demandView = (demand: Demand): DemandView => ({
  id: demand.id,
  organizationId: demand.organizationId,
  state: demand.state,
  title: demand.title,
  summary: demand.summary,
  field: demand.field,
  countyCode: demand.countyCode,
  zoneCode: demand.zoneCode,
  budget: demand.budget === null ? null : moneyView(demand.budget),
  transferModes: demand.transferModes,
  neededBy: demand.neededBy,
  leastReadinessLevel: demand.leastReadinessLevel,
  excludedRegionCodes: demand.excludedRegionCodes,
  validUntil: demand.validUntil,
  aliveUntil: demand.aliveUntil,
  frozen: demand.state === 'expired',
  template: demand.template,
  version: demand.version,
  createdAt: demand.createdAt.toISOString(),
  publishedAt: demand.publishedAt?.toISOString() ?? null,
});

export class MissingPartView {
  @ApiProperty({ description: '缺少的部分', enum: qualityParts.map(({ code }) => code) }) code!: string;
  @ApiProperty({ description: '名称', example: '现状值' }) title!: string;
  @ApiProperty({ description: '占分', example: 10 }) points!: number;
  @ApiProperty({ description: '怎样补充' }) hint!: string;
}

export class UnclearFieldView {
  @ApiProperty({ description: '字段', example: '/title' }) pointer!: string;
  @ApiProperty({ description: '名称', example: '需求名称' }) title!: string;
  @ApiProperty({ description: '原因', example: '没有说明对象和问题' }) reason!: string;
}

export class DemandQualityView {
  @ApiProperty({ description: '质量分，0–100', example: 75 }) score!: number;
  @ApiProperty({ description: '还缺什么', type: [MissingPartView] }) missing!: MissingPartView[];
  @ApiProperty({ description: '不明确、因而不能发布的字段', type: [UnclearFieldView] }) unclear!: UnclearFieldView[];
}

export const demandQualityView = ({ score, missing, unclear }: DemandQuality): DemandQualityView => ({
  score,
  missing: missing.map((part) => ({ ...part })),
  unclear: unclear.map((field) => ({ ...field })),
});

export class TemplateQuestionView {
  @ApiProperty({ description: '问题代码' }) code!: string;
  @ApiProperty({ description: '问题' }) text!: string;
  @ApiProperty({ description: '类别', enum: ['number', 'text', 'choice'] }) kind!: string;
  @ApiProperty({ description: '可用单位', type: [String] }) units!: readonly string[];
  @ApiProperty({ description: '选项', type: [String] }) choices!: readonly string[];
  @ApiProperty({ description: '对应的必备数据', enum: figures, type: 'string', nullable: true }) figure!: string | null;
  @ApiProperty({ description: '必答' }) required!: boolean;
  @ApiProperty({ description: '填写说明' }) hint!: string;
  @ApiProperty({ description: '示例' }) example!: string;
}

export class DemandTemplateView {
  @ApiProperty({ description: '代码', example: 'apple' }) code!: string;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '产业', example: '苹果' }) industry!: string;
  @ApiProperty({ description: '所属示范区代码', type: [String] }) zoneCodes!: readonly string[];
  @ApiProperty({ description: '启用日期', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '访谈问题', type: [TemplateQuestionView] }) questions!: TemplateQuestionView[];
}

export class DemandTemplateListView {
  @ApiProperty({ description: '各产业的现行模板', type: [DemandTemplateView] }) items!: DemandTemplateView[];
}

export const demandTemplateView = (template: DemandTemplate): DemandTemplateView => ({
  ...template,
  questions: template.questions.map((question) => ({ ...question })),
});
