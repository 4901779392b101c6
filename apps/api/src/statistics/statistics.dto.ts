import { contractTypes } from '#domain/contract/contract.js';
import { directions } from '#domain/statistics/place.js';
import { dimensionNames, type Dimension } from '#domain/statistics/figures.js';
import { ipKinds, natureGroups, plans, technicalFields } from '#domain/statistics/form-codes.policy.js';
import { entrySources, type EntrySource } from '#domain/statistics/registration-entry.js';
import { sizeBandPolicies } from '#domain/statistics/size-bands.policy.js';
import { periodPattern } from '#domain/statistics/period.js';
import { parseYuan } from '#domain/money/money.js';
import type { Direction } from '#domain/statistics/place.js';
import type { RegisterQuery } from '#application/statistics/statistics.service.js';
import { ChoiceField, DateField, PatternField, TextField, YuanField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import { unwrap } from '../http/refusal.exception.js';

const place = { pattern: /^(\d{6}|abroad|unknown)$/, shape: '六位行政区划代码、abroad 或 unknown' };
const orUnknown = (names: object): string[] => [...Object.keys(names), 'unknown'];
const bands = [...new Set(sizeBandPolicies.flatMap((policy) => policy.bands.map((band) => band.code)))];
const period = { pattern: periodPattern, shape: '2026、2026Q3 或 2026Q1-Q3', example: '2026Q3' };

/** The dimensions as filters: what opens the list of a figure. */
export class FigureFilterDto extends PageQuery {
  @ChoiceField({ title: '合同类别', values: contractTypes, optional: true, example: 'development' }) type?: string;
  @ChoiceField({ title: '技术领域', values: orUnknown(technicalFields.names), optional: true }) field?: string;
  @ChoiceField({ title: '卖方性质', values: Object.keys(natureGroups), optional: true }) sellerNature?: string;
  @ChoiceField({ title: '买方性质', values: Object.keys(natureGroups), optional: true }) buyerNature?: string;
  @ChoiceField({ title: '知识产权类型', values: orUnknown(ipKinds.names), optional: true }) ipKind?: string;
  @ChoiceField({ title: '计划类别', values: orUnknown(plans.names), optional: true }) plan?: string;
  @ChoiceField({ title: '成交额规模', values: bands, optional: true }) sizeBand?: string;
  @ChoiceField({ title: '输出或吸纳', values: Object.keys(directions), optional: true }) direction?: Direction;
  @PatternField({ title: '卖方所在地', ...place, optional: true, example: '620000' }) sellerPlace?: string;
  @PatternField({ title: '买方所在地', ...place, optional: true, example: '621022' }) buyerPlace?: string;
  @ChoiceField({ title: '登记来源', values: entrySources, optional: true }) source?: EntrySource;
}

export class RegisterQueryDto extends FigureFilterDto {
  @PatternField({ title: '统计期（按登记日期）', ...period, optional: true }) period?: string;
  @DateField({ title: '截止日，默认今天', optional: true, example: '2026-09-30' }) cutOff?: string;
  @ChoiceField({ title: '截止日的状态：有效、已注销或全部', values: ['standing', 'cancelled', 'all'], optional: true })
  status?: 'standing' | 'cancelled' | 'all';
  @YuanField({ title: '技术交易额不低于（元）', optional: true, example: '5000000' }) minTechnologyValueYuan?: string;
  @YuanField({ title: '技术交易额不超过（元）', optional: true, example: '10000000' }) maxTechnologyValueYuan?: string;
  @PatternField({
    title: '登记编号',
    pattern: /^[0-9A-Za-z-]{6,32}$/,
    shape: '6 至 32 位数字、字母或连字符',
    optional: true,
    example: '2026621001000001',
  })
  number?: string;
  @TextField({ title: '项目名称或双方名称中的文字', max: 100, optional: true, example: '湖羊' }) text?: string;
}

export class ReportQueryDto extends RegisterQueryDto {
  @PatternField({ title: '统计期（按登记日期）', ...period }) declare period: string;
  @ChoiceField({ title: '只要这一维度', values: dimensionNames, optional: true, example: 'type' })
  dimension?: Dimension;
}

export class ExportQueryDto extends RegisterQueryDto {
  @ChoiceField({ title: '格式', values: ['csv', 'xlsx'], example: 'xlsx' }) format!: 'csv' | 'xlsx';
}

export class FreezeDto {
  @PatternField({ title: '统计期', ...period }) period!: string;
  @DateField({ title: '截止日：以这一天结束时的登记状态为准', example: '2026-10-15' }) cutOff!: string;
  @TextField({ title: '修订原因（已有定稿时必填）', max: 1000, optional: true, example: '补报三季度遗漏的两项合同' })
  reason?: string;
}

export class EditionListQueryDto extends PageQuery {
  @PatternField({ title: '统计期', ...period, optional: true }) period?: string;
}

export class LinesQueryDto extends FigureFilterDto {
  @ChoiceField({ title: '本期或上年同期', values: ['current', 'previous'], optional: true, example: 'current' })
  side?: 'current' | 'previous';
}

export class ChangesQueryDto {
  @PatternField({
    title: '从这个登记编号之后',
    pattern: /^[0-9A-Za-z-]{6,32}$/,
    shape: '6 至 32 位数字、字母或连字符',
    optional: true,
    example: '2026621001000001',
  })
  after?: string;
}

export function registerQuery({
  minTechnologyValueYuan,
  maxTechnologyValueYuan,
  limit: _limit,
  cursor: _cursor,
  ...filter
}: RegisterQueryDto): RegisterQuery {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(minTechnologyValueYuan !== undefined && { minTechnologyValue: unwrap(parseYuan(minTechnologyValueYuan)) }),
    ...(maxTechnologyValueYuan !== undefined && { maxTechnologyValue: unwrap(parseYuan(maxTechnologyValueYuan)) }),
  };
}
