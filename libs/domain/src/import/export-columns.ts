import { transferModeNames, type TransferMode } from '../achievement/achievement.js';
import { formatYuan } from '../money/money.js';
import { farmStageNames } from './columns.js';

/** Kinds that go out in the shape they come in. The register has its own export. */
export const exportKinds = ['achievements', 'demands'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** What is exported of an achievement or a demand. */
export interface ExportedContent {
  readonly id: string;
  readonly externalKey: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly field: string | null;
  readonly countyCode: string | null;
  readonly zoneCode: string | null;
  readonly transferModes: readonly TransferMode[];
  readonly keywords?: readonly string[];
  readonly readinessLevel?: number | null;
  readonly farmStage?: string | null;
  readonly price?: bigint | null;
  readonly budget?: bigint | null;
  readonly neededBy?: string | null;
  readonly leastReadinessLevel?: number | null;
  readonly excludedRegionCodes?: readonly string[];
  readonly validUntil?: string | null;
}

interface ExportColumn {
  /** A header that the import knows. */
  readonly name: string;
  readonly write: (content: ExportedContent) => string;
}

const list = (items: readonly string[] | undefined): string => (items ?? []).join('；');
const number = (value: number | null | undefined): string => (value == null ? '' : String(value));
const yuan = (value: bigint | null | undefined): string => (value == null ? '' : formatYuan(value));

/** What has no number of its own is known by its id: imported again, it is found. */
const shared: readonly ExportColumn[] = [
  { name: '编号', write: ({ id, externalKey }) => externalKey ?? id },
  { name: '名称', write: ({ title }) => title },
  { name: '领域', write: ({ field }) => field ?? '' },
  { name: '县区代码', write: ({ countyCode }) => countyCode ?? '' },
  { name: '示范区代码', write: ({ zoneCode }) => zoneCode ?? '' },
];
const modes = ({ transferModes }: ExportedContent): string =>
  list(transferModes.map((mode) => transferModeNames[mode]));

export const exportColumns: Readonly<Record<ExportKind, readonly ExportColumn[]>> = {
  achievements: [
    ...shared,
    { name: '公开摘要', write: ({ summary }) => summary ?? '' },
    { name: '关键词', write: ({ keywords }) => list(keywords) },
    { name: '成熟度', write: ({ readinessLevel }) => number(readinessLevel) },
    { name: '农业成果阶段', write: ({ farmStage }) => (farmStage ? (farmStageNames.get(farmStage) ?? '') : '') },
    { name: '转化方式', write: modes },
    { name: '价格（元）', write: ({ price }) => yuan(price) },
  ],
  demands: [
    ...shared,
    { name: '需求描述', write: ({ summary }) => summary ?? '' },
    { name: '预算（元）', write: ({ budget }) => yuan(budget) },
    { name: '合作方式', write: modes },
    { name: '需用日期', write: ({ neededBy }) => neededBy ?? '' },
    { name: '最低成熟度', write: ({ leastReadinessLevel }) => number(leastReadinessLevel) },
    { name: '排除地区', write: ({ excludedRegionCodes }) => list(excludedRegionCodes) },
    { name: '有效期至', write: ({ validUntil }) => validUntil ?? '' },
  ],
};
