import { ApiProperty } from '@nestjs/swagger';
import { contractTypeNames, sourceNames, subTypeNames } from '#domain/statistics/form-columns.js';
import {
  dimensionNames,
  dimensions,
  yearOnYear,
  type Dimension,
  type PublicCompared,
  type PublicTable,
  type Sums,
} from '#domain/statistics/figures.js';
import { ipKinds, natureGroups, partyNatures, plans, technicalFields } from '#domain/statistics/form-codes.policy.js';
import { directions, outsidePlaceName } from '#domain/statistics/place.js';
import { sizeBandPolicies } from '#domain/statistics/size-bands.policy.js';
import type { EntryParty, RegistrationEntry } from '#domain/statistics/registration-entry.js';
import { moneyView, MoneyView } from '../http/money.view.js';

/** Six digits → name, of the city's counties. */
export type CountyNames = ReadonlyMap<string, string>;

export class SumsView {
  @ApiProperty({ description: '合同项数', example: 232 }) count!: number;
  @ApiProperty({ description: '合同成交额', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '核定技术交易额', type: MoneyView }) technologyValue!: MoneyView;
  @ApiProperty({ description: '技术性收入', type: MoneyView }) technologyIncome!: MoneyView;
}

export const sumsView = (sums: Sums): SumsView => ({
  count: sums.count,
  contractValue: moneyView(sums.contractValue),
  technologyValue: moneyView(sums.technologyValue),
  technologyIncome: moneyView(sums.technologyIncome),
});

const growth = { type: 'string', nullable: true, example: '18.30' } as const;

/** Percent with two decimals; null where there was nothing a year before, or it is masked. */
export class YearOnYearView {
  @ApiProperty({ description: '项数同比（%）', ...growth }) count!: string | null;
  @ApiProperty({ description: '成交额同比（%）', ...growth }) contractValue!: string | null;
  @ApiProperty({ description: '技术交易额同比（%）', ...growth }) technologyValue!: string | null;
  @ApiProperty({ description: '技术性收入同比（%）', ...growth }) technologyIncome!: string | null;
}

export class ComparedView {
  @ApiProperty({ description: '本期；不足 3 项的单元不公开，为 null', type: SumsView, nullable: true })
  current!: SumsView | null;
  @ApiProperty({ description: '上年同期（同一截止日的状态）', type: SumsView, nullable: true })
  previous!: SumsView | null;
  @ApiProperty({ description: '同比', type: YearOnYearView }) yearOnYear!: YearOnYearView;
}

export class FigureRowView extends ComparedView {
  @ApiProperty({ description: '取值', example: 'development' }) key!: string;
  @ApiProperty({ description: '名称', example: '技术开发' }) name!: string;
  @ApiProperty({ description: '打开本行清单的地址；公开视图为 null', type: 'string', nullable: true }) list!:
    string | null;
}

export class FigureTableView {
  @ApiProperty({ description: '维度', enum: dimensionNames }) dimension!: Dimension;
  @ApiProperty({ description: '维度名称', example: '合同类别' }) title!: string;
  @ApiProperty({ description: '各行有重叠，合计不等于各行之和（输出与吸纳）' }) overlapping!: boolean;
  @ApiProperty({ description: '各行', type: [FigureRowView] }) rows!: readonly FigureRowView[];
  @ApiProperty({ description: '合计', type: ComparedView }) total!: ComparedView;
}

export class ReportView {
  @ApiProperty({ description: '统计期', example: '2026Q3' }) period!: string;
  @ApiProperty({ description: '起', format: 'date' }) from!: string;
  @ApiProperty({ description: '止', format: 'date' }) to!: string;
  @ApiProperty({ description: '上年同期', example: '2025Q3' }) previousPeriod!: string;
  @ApiProperty({ description: '截止日：以这一天结束时的登记状态为准', format: 'date' }) cutOff!: string;
  @ApiProperty({ description: '只含一方在本县区的合同；全市为 null', type: 'string', nullable: true }) county!:
    string | null;
  @ApiProperty({ description: '各维度', type: [FigureTableView] }) tables!: readonly FigureTableView[];
}

const percent = (current: bigint, previous: bigint): string | null => {
  const points = yearOnYear(current, previous);
  if (points === null) return null;
  const absolute = Math.abs(points);
  return `${points < 0 ? '-' : ''}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
};

function comparedView({ current, previous }: PublicCompared): ComparedView {
  const grown = (of: (sums: Sums) => bigint): string | null =>
    current === null || previous === null ? null : percent(of(current), of(previous));
  return {
    current: current && sumsView(current),
    previous: previous && sumsView(previous),
    yearOnYear: {
      count: grown((sums) => BigInt(sums.count)),
      contractValue: grown((sums) => sums.contractValue),
      technologyValue: grown((sums) => sums.technologyValue),
      technologyIncome: grown((sums) => sums.technologyIncome),
    },
  };
}

/** `listOf` gives the address of a row's list; null in the public view. */
export const figureTableView = (
  table: PublicTable,
  counties: CountyNames,
  listOf: ((filter: URLSearchParams) => string) | null,
): FigureTableView => ({
  dimension: table.dimension,
  title: dimensions[table.dimension],
  overlapping: table.dimension === 'direction',
  rows: table.rows.map((row) => ({
    key: row.key,
    name: nameOf(table.dimension, row.key, counties),
    list: listOf && listOf(new URLSearchParams(filterOf(table.dimension, row.key))),
    ...comparedView(row),
  })),
  total: comparedView(table.total),
});

function filterOf(dimension: Dimension, key: string): Record<string, string> {
  if (dimension !== 'flow') return { [dimension]: key };
  const [sellerPlace = '', buyerPlace = ''] = key.split('>');
  return { sellerPlace, buyerPlace };
}

const bandNames = Object.fromEntries(
  sizeBandPolicies.flatMap((policy) => policy.bands.map((band) => [band.code, band.name])),
);
const namesOf: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  type: contractTypeNames,
  field: technicalFields.names,
  sellerNature: natureGroups,
  buyerNature: natureGroups,
  ipKind: ipKinds.names,
  plan: plans.names,
  sizeBand: bandNames,
  direction: directions,
  source: sourceNames,
};

function nameOf(dimension: Dimension, key: string, counties: CountyNames): string {
  if (dimension === 'flow') {
    return key
      .split('>')
      .map((place) => placeName(place, counties))
      .join(' → ');
  }
  const names = namesOf[dimension];
  if (!names) return placeName(key, counties);
  return names[key] ?? (key === 'unknown' ? '未填' : key);
}

const placeName = (place: string, counties: CountyNames): string =>
  outsidePlaceName(place) ?? counties.get(place) ?? place;

export class EntryPartyView {
  @ApiProperty({ description: '名称' }) name!: string;
  @ApiProperty({ description: '统一社会信用代码', type: 'string', nullable: true }) creditCode!: string | null;
  @ApiProperty({ description: '性质代码', type: 'string', nullable: true, example: '021' }) nature!: string | null;
  @ApiProperty({ description: '性质', type: 'string', nullable: true, example: '科研机构' }) natureName!: string | null;
  @ApiProperty({ description: '国别（海关代码）', example: '142' }) country!: string;
  @ApiProperty({ description: '行政区划代码', type: 'string', nullable: true, example: '621022' }) placeCode!:
    string | null;
}

export class RegistrationEntryView {
  @ApiProperty({ description: '台账版本编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记编号', example: '2026621001000001' }) registrationNumber!: string;
  @ApiProperty({ description: '本平台登记案件编号；历史导入为 null', type: 'string', format: 'uuid', nullable: true })
  registrationId!: string | null;
  @ApiProperty({ description: '登记来源', enum: Object.keys(sourceNames) }) source!: string;
  @ApiProperty({ description: '适用规则', example: '2026-MIIT' }) ruleSetId!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '合同类别', example: 'development' }) type!: string;
  @ApiProperty({ description: '合同类别名称', example: '技术开发' }) typeName!: string;
  @ApiProperty({ description: '合同子类名称', type: 'string', nullable: true }) subTypeName!: string | null;
  @ApiProperty({ description: '技术领域', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '知识产权类型', type: 'string', nullable: true }) ipKind!: string | null;
  @ApiProperty({ description: '计划类别', type: 'string', nullable: true }) plan!: string | null;
  @ApiProperty({ description: '社会经济目标代码', type: 'string', nullable: true, example: '09' }) goal!: string | null;
  @ApiProperty({ description: '国民经济行业门类', type: 'string', nullable: true, example: 'A' }) industry!:
    string | null;
  @ApiProperty({ description: '支付方式', type: 'string', nullable: true, example: 'lumpSum' }) payment!: string | null;
  @ApiProperty({ description: '涉外；未填为 null', type: 'boolean', nullable: true }) foreign!: boolean | null;
  @ApiProperty({ description: '卖方', type: EntryPartyView }) seller!: EntryPartyView;
  @ApiProperty({ description: '买方', type: EntryPartyView }) buyer!: EntryPartyView;
  @ApiProperty({ description: '合同成交总额', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '核定技术交易额', type: MoneyView }) technologyValue!: MoneyView;
  @ApiProperty({ description: '技术性收入', type: MoneyView }) technologyIncome!: MoneyView;
  @ApiProperty({ description: '关联交易' }) relatedParty!: boolean;
  @ApiProperty({ description: '签订日期', type: 'string', format: 'date', nullable: true }) signedOn!: string | null;
  @ApiProperty({ description: '有效期至', type: 'string', format: 'date', nullable: true }) validUntil!: string | null;
  @ApiProperty({ description: '登记日期', format: 'date' }) registeredOn!: string;
  @ApiProperty({ description: '注销日期', type: 'string', format: 'date', nullable: true }) cancelledOn!: string | null;
  @ApiProperty({ description: '这一版本自', format: 'date' }) validFrom!: string;
  @ApiProperty({ description: '这一版本至（不含）', type: 'string', format: 'date', nullable: true }) validTo!:
    string | null;
}

const partyView = (party: EntryParty): EntryPartyView => ({
  ...party,
  natureName: party.nature === null ? null : (partyNatures.names[party.nature] ?? party.nature),
});

export const registrationEntryView = (entry: RegistrationEntry): RegistrationEntryView => ({
  id: entry.id,
  registrationNumber: entry.registrationNumber,
  registrationId: entry.registrationId,
  source: entry.source,
  ruleSetId: entry.ruleSetId,
  title: entry.title,
  type: entry.type,
  typeName: contractTypeNames[entry.type],
  subTypeName: entry.subType === null ? null : (subTypeNames[entry.subType] ?? entry.subType),
  field: entry.field,
  ipKind: entry.ipKind,
  plan: entry.plan,
  goal: entry.goal,
  industry: entry.industry,
  payment: entry.payment,
  foreign: entry.foreign,
  seller: partyView(entry.seller),
  buyer: partyView(entry.buyer),
  contractValue: moneyView(entry.contractValue),
  technologyValue: moneyView(entry.technologyValue),
  technologyIncome: moneyView(entry.technologyIncome),
  relatedParty: entry.relatedParty,
  signedOn: entry.signedOn,
  validUntil: entry.validUntil,
  registeredOn: entry.registeredOn,
  cancelledOn: entry.cancelledOn,
  validFrom: entry.validFrom,
  validTo: entry.validTo,
});
