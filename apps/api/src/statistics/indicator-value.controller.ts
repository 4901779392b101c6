import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/shared/actor.js';
import { IndicatorValueService, type IndicatorValue } from '#application/statistics/indicator-value.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, type Page } from '../http/paging.js';
import { CurrentActor } from '../http/params.js';

const text = { type: 'string', nullable: true } as const;

export class IndicatorValueNowView {
  @ApiProperty({ description: '指标代码', example: 'indicator-01' }) code!: string;
  @ApiProperty({ description: '二级指标', example: '技术合同成交额（亿元）' }) name!: string;
  @ApiProperty({ description: '单位', ...text, example: '亿元' }) unit!: string | null;
  @ApiProperty({ description: '现值；本平台不能计算的为 null', ...text, example: '6.69' }) value!: string | null;
  @ApiProperty({ description: '截止日（期报）或时刻（实时）', ...text, example: '2026-12-31' }) asOf!: string | null;
  @ApiProperty({ description: '来自期报或实时计算', type: 'string', enum: ['edition', 'live'], nullable: true })
  source!: 'edition' | 'live' | null;
  @ApiProperty({ description: '算法', ...text }) how!: string | null;
  @ApiProperty({ description: '期报编号', type: 'string', format: 'uuid', nullable: true }) editionId!: string | null;
  @ApiProperty({ description: '期报的统计期', ...text, example: '2025' }) editionPeriod!: string | null;
  @ApiProperty({ description: '期报的版次', type: 'integer', nullable: true, example: 1 }) editionNumber!:
    number | null;
  @ApiProperty({ description: '达到目标', type: 'boolean', nullable: true }) reached!: boolean | null;
  @ApiProperty({ description: '从现有到目标走过的路程（万分之一）', type: 'integer', nullable: true, example: 4200 })
  progressBasisPoints!: number | null;
}

const view = ({ indicator, measured }: IndicatorValue): IndicatorValueNowView => ({
  code: indicator.code,
  name: indicator.name,
  unit: indicator.unit,
  value: measured?.value ?? null,
  asOf: measured?.asOf ?? null,
  source: measured?.source ?? null,
  how: measured?.how ?? null,
  editionId: measured?.edition?.id ?? null,
  editionPeriod: measured?.edition?.period ?? null,
  editionNumber: measured?.edition?.number ?? null,
  reached: measured && 'reached' in measured.progress ? measured.progress.reached : null,
  progressBasisPoints: measured?.progress.kind === 'measured' ? measured.progress.basisPoints : null,
});

@ApiTags('技术合同统计')
@Controller('v1/indicator-values')
export class IndicatorValueController {
  constructor(private readonly values: IndicatorValueService) {}

  @Get()
  @Operation({
    summary: '查看附表1 各指标的现值、截止日与出处',
    description: '能由本平台计算的给出现值；其余由部门填报或定性评价，为 null。',
    access: 'public',
    scope: 'statistics.read',
    answer: PageOf(IndicatorValueNowView),
  })
  async list(@CurrentActor() actor: Actor): Promise<Page<IndicatorValueNowView>> {
    return { items: (await this.values.list(actor)).map(view), nextCursor: null };
  }
}
