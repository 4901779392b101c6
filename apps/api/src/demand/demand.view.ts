import { ApiProperty } from '@nestjs/swagger';
import { transferModes } from '#domain/achievement/achievement.js';
import { demandTransitions, type Demand } from '#domain/demand/demand.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { DescriptionAdviceView } from '../matching/description.view.js';

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
  version: demand.version,
  createdAt: demand.createdAt.toISOString(),
  publishedAt: demand.publishedAt?.toISOString() ?? null,
});
