import { ApiProperty } from '@nestjs/swagger';
import { hallEventKinds, indicatorStandings, type HallEventKind, type IndicatorStanding } from '#domain/hall/hall.js';
import { comparisons, type Comparison } from '#domain/indicator/indicator.js';
import { outsidePlaceName } from '#domain/statistics/place.js';
import { zoneKinds, type ZoneKind } from '#domain/zone/zone.js';
import type { HallQuarter, HallSnapshot } from '#application/hall/hall.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const text = (description: string, example?: string) =>
  ApiProperty({ description, type: 'string', nullable: true, ...(example !== undefined && { example }) });
const amount = (description: string) => ApiProperty({ description, type: MoneyView, nullable: true });
const count = (description: string, example: number) => ApiProperty({ description, type: 'integer', example });

export class HallCountsView {
  @count('在架的技术需求', 128) demands!: number;
  @count('已发布的科技成果', 356) achievements!: number;
  @count('在挂牌的成果', 42) listings!: number;
  @count('正在进行的公示', 3) notices!: number;
  @count('已核验的单位', 210) organizations!: number;
  @count('有效的技术合同登记证明', 232) certificates!: number;
}

export class HallQuarterView {
  @ApiProperty({ description: '季度', example: '2026Q3' }) quarter!: string;
  @ApiProperty({ description: '起', format: 'date', example: '2026-07-01' }) from!: string;
  @ApiProperty({ description: '止', format: 'date', example: '2026-09-30' }) to!: string;
  @ApiProperty({ description: '统计期报定稿，或按每 3 项一组实时计算', enum: ['edition', 'live'], example: 'edition' })
  source!: 'edition' | 'live';
  @ApiProperty({ description: '统计期报编号', type: 'string', format: 'uuid', nullable: true }) editionId!:
    string | null;
  @ApiProperty({ description: '截止日', format: 'date', example: '2026-10-10' }) asOf!: string;
  @ApiProperty({ description: '合同项数；不足 3 项为 null', type: 'integer', nullable: true, example: 57 }) count!:
    number | null;
  @amount('合同成交额；不足 3 项为 null') contractValue!: MoneyView | null;
  @amount('核定技术交易额；不足 3 项为 null') technologyValue!: MoneyView | null;
}

export class HallFlowRowView {
  @ApiProperty({ description: '卖方所在地', example: '621002' }) sellerPlace!: string;
  @ApiProperty({ description: '卖方所在地名称', example: '西峰区' }) sellerName!: string;
  @ApiProperty({ description: '买方所在地', example: '621022' }) buyerPlace!: string;
  @ApiProperty({ description: '买方所在地名称', example: '环县' }) buyerName!: string;
  @ApiProperty({ description: '合同项数；小单元不公开，为 null', type: 'integer', nullable: true, example: 12 })
  count!: number | null;
}

export class HallFlowView {
  @ApiProperty({ description: '登记日期起', format: 'date', example: '2026-01-01' }) from!: string;
  @ApiProperty({ description: '登记日期止（截止日）', format: 'date', example: '2026-11-23' }) to!: string;
  @ApiProperty({ description: '各流向', type: [HallFlowRowView] }) rows!: readonly HallFlowRowView[];
}

export class HallZoneView {
  @ApiProperty({ description: '代码', example: 'apple' }) code!: string;
  @ApiProperty({ description: '区、带、园', enum: zoneKinds, example: 'belt' }) kind!: ZoneKind;
  @ApiProperty({ description: '名称', example: '苹果产业科技成果转移转化示范带' }) name!: string;
  @ApiProperty({ description: '产业', example: '苹果' }) industry!: string;
  @count('在架的技术需求', 12) demands!: number;
  @count('已发布的科技成果', 31) achievements!: number;
}

export class HallIndicatorView {
  @ApiProperty({ description: '代码', example: 'indicator-01' }) code!: string;
  @count('序号', 1) number!: number;
  @ApiProperty({ description: '一级指标', example: '技术交易' }) group!: string;
  @ApiProperty({ description: '二级指标', example: '技术合同成交额（亿元）' }) name!: string;
  @text('单位', '亿元') unit!: string | null;
  @text('现有数量（基数，原表文字）', '6.69') base!: string | null;
  @ApiProperty({ description: '目标（原表文字）', example: '12' }) target!: string;
  @ApiProperty({ description: '比较符；定性指标为 null', enum: comparisons, nullable: true, example: '>=' })
  comparison!: Comparison | null;
  @ApiProperty({ description: '定性指标', example: false }) qualitative!: boolean;
  @text('现值；本平台不能计算的为 null', '8.40') value!: string | null;
  @text('现值的截止日或时刻', '2026-12-31') asOf!: string | null;
  @ApiProperty({ description: '现值来自期报或实时', type: 'string', enum: ['edition', 'live'], nullable: true })
  source!: 'edition' | 'live' | null;
  @text('算法') how!: string | null;
  @ApiProperty({ description: '统计期报编号', type: 'string', format: 'uuid', nullable: true }) editionId!:
    string | null;
  @ApiProperty({ description: '自基数起的进度（万分之一）', type: 'integer', nullable: true, example: 3220 })
  progressBasisPoints!: number | null;
  @ApiProperty({
    description: '状态',
    enum: Object.keys(indicatorStandings),
    enumName: 'IndicatorStanding',
    example: 'underWay',
  })
  standing!: IndicatorStanding;
  @ApiProperty({ description: '状态的说明', example: '推进中' }) standingText!: string;
}

export class HallEventView {
  @ApiProperty({ description: '事项', enum: hallEventKinds, enumName: 'HallEventKind', example: 'demandPublished' })
  kind!: HallEventKind;
  @ApiProperty({ description: '对象编号；登记不公开对象，为 null', type: 'string', format: 'uuid', nullable: true })
  subjectId!: string | null;
  @text('公开的标题', '羔羊断奶后腹泻多，求解决办法') title!: string | null;
  @text('合同类别（登记）', 'development') contractType!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

export class HallView {
  @ApiProperty({ description: '版本：内容相同则相同', example: '9f86d081884c7d659a2feaa0c55ad015' }) version!: string;
  @ApiProperty({ description: '数据截至', format: 'date-time' }) asOf!: string;
  @ApiProperty({ description: '数量', type: HallCountsView }) counts!: HallCountsView;
  @ApiProperty({ description: '近八个季度的交易', type: [HallQuarterView] }) quarters!: readonly HallQuarterView[];
  @ApiProperty({ description: '近四个季度的流向', type: HallFlowView }) flow!: HallFlowView;
  @ApiProperty({ description: '四区四带四园', type: [HallZoneView] }) zones!: readonly HallZoneView[];
  @ApiProperty({ description: '附表1 的指标', type: [HallIndicatorView] }) indicators!: readonly HallIndicatorView[];
  @ApiProperty({ description: '最近公开的事项', type: [HallEventView] }) events!: readonly HallEventView[];
}

export const hallView = (hall: HallSnapshot): HallView => ({
  version: hall.version,
  asOf: hall.asOf.toISOString(),
  counts: hall.counts,
  quarters: hall.quarters.map(quarterView),
  flow: {
    from: hall.flow.from,
    to: hall.flow.to,
    rows: hall.flow.flows.map((flow) => ({
      ...flow,
      sellerName: placeName(hall, flow.sellerPlace),
      buyerName: placeName(hall, flow.buyerPlace),
    })),
  },
  zones: hall.zones.map(({ code, kind, name, industry, demands, achievements }) => ({
    ...{ code, kind, name, industry, demands, achievements },
  })),
  indicators: hall.indicators.map(indicatorView),
  events: hall.events.map(({ kind, subjectId, title, contractType, at }) => ({
    ...{ kind, subjectId, title, contractType },
    at: at.toISOString(),
  })),
});

const placeName = ({ countyNames }: HallSnapshot, place: string): string =>
  outsidePlaceName(place) ?? countyNames.get(place) ?? place;

const quarterView = ({ period, contractValue, technologyValue, ...quarter }: HallQuarter): HallQuarterView => ({
  quarter: period.code,
  from: period.from,
  to: period.to,
  source: quarter.source,
  editionId: quarter.editionId,
  asOf: quarter.asOf,
  count: quarter.count,
  contractValue: contractValue === null ? null : moneyView(contractValue),
  technologyValue: technologyValue === null ? null : moneyView(technologyValue),
});

const indicatorView = ({ indicator, measured, standing }: HallSnapshot['indicators'][number]): HallIndicatorView => ({
  code: indicator.code,
  number: indicator.number,
  group: indicator.group,
  name: indicator.name,
  unit: indicator.unit,
  base: indicator.base.printed,
  target: indicator.target.printed,
  comparison: indicator.target.comparison,
  qualitative: indicator.qualitative,
  value: measured?.value ?? null,
  asOf: measured?.asOf ?? null,
  source: measured?.source ?? null,
  how: measured?.how ?? null,
  editionId: measured?.edition?.id ?? null,
  progressBasisPoints: measured?.progress.kind === 'measured' ? measured.progress.basisPoints : null,
  standing,
  standingText: indicatorStandings[standing],
});
