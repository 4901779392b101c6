import { ApiProperty } from '@nestjs/swagger';
import type { ChangedLine, Edition, PublicEdition } from '#application/statistics/edition.repository.js';
import {
  figureTableView,
  FigureTableView,
  registrationEntryView,
  RegistrationEntryView,
  sumsView,
  SumsView,
  type CountyNames,
} from './statistics.view.js';

export class EditionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '统计期', example: '2026Q3' }) period!: string;
  @ApiProperty({ description: '版次，修订版从 2 起', example: 1 }) number!: number;
  @ApiProperty({ description: '截止日', format: 'date' }) cutOff!: string;
  @ApiProperty({ description: '被修订的上一版', type: 'string', format: 'uuid', nullable: true }) supersedes!:
    string | null;
  @ApiProperty({ description: '修订原因', type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ description: '清单中的合同数（本期）', example: 232 }) lineCount!: number;
  @ApiProperty({ description: '清单的 SHA-256' }) listHash!: string;
  @ApiProperty({ description: '全部数字的 SHA-256' }) figuresHash!: string;
  @ApiProperty({ description: '定稿时间', format: 'date-time' }) frozenAt!: string;
  @ApiProperty({ description: '各维度；不足 3 项的单元不公开', type: [FigureTableView] })
  tables!: readonly FigureTableView[];
}

const head = (edition: PublicEdition): Omit<EditionView, 'tables'> => ({
  id: edition.id,
  period: edition.period,
  number: edition.number,
  cutOff: edition.cutOff,
  supersedes: edition.supersedes,
  reason: edition.reason,
  lineCount: edition.lineCount,
  listHash: edition.listHash,
  figuresHash: edition.figuresHash,
  frozenAt: new Date(edition.frozenAt).toISOString(),
});

export const editionView = (edition: PublicEdition, counties: CountyNames): EditionView => ({
  ...head(edition),
  tables: edition.publicFigures.map((table) => figureTableView(table, counties, null)),
});

export class DifferenceView {
  @ApiProperty({ description: '增加的合同数' }) added!: number;
  @ApiProperty({ description: '减少的合同数' }) removed!: number;
  @ApiProperty({ description: '内容变动的合同数' }) changed!: number;
  @ApiProperty({ description: '修订前', type: SumsView }) before!: SumsView;
  @ApiProperty({ description: '修订后', type: SumsView }) after!: SumsView;
}

export class FullEditionView extends EditionView {
  @ApiProperty({ description: '与上一版的差异；首版为 null', type: DifferenceView, nullable: true })
  difference!: DifferenceView | null;
}

export const fullEditionView = (edition: Edition, counties: CountyNames): FullEditionView => ({
  ...head(edition),
  tables: edition.figures.map((table) =>
    figureTableView(table, counties, (filter) => `/v1/statistics-editions/${edition.id}/lines?${filter.toString()}`),
  ),
  difference: edition.difference && {
    ...edition.difference,
    before: sumsView(edition.difference.before),
    after: sumsView(edition.difference.after),
  },
});

export class ChangedLineView {
  @ApiProperty({ description: '登记编号' }) registrationNumber!: string;
  @ApiProperty({ description: '变动', enum: ['added', 'removed', 'changed'] }) change!: string;
  @ApiProperty({ description: '修订前', type: RegistrationEntryView, nullable: true })
  before!: RegistrationEntryView | null;
  @ApiProperty({ description: '修订后', type: RegistrationEntryView, nullable: true })
  after!: RegistrationEntryView | null;
}

export class ChangesView {
  @ApiProperty({ description: '至多 100 条，按登记编号排列；下一页从最后一个编号之后取', type: [ChangedLineView] })
  items!: readonly ChangedLineView[];
}

export const changedLineView = (line: ChangedLine): ChangedLineView => ({
  registrationNumber: line.registrationNumber,
  change: line.change,
  before: line.before && registrationEntryView(line.before),
  after: line.after && registrationEntryView(line.after),
});

export class VerificationView {
  @ApiProperty({ description: '重新计算的结果与定稿一致' }) intact!: boolean;
  @ApiProperty({ description: '定稿时的清单哈希' }) listHash!: string;
  @ApiProperty({ description: '现在计算的清单哈希' }) countedListHash!: string;
  @ApiProperty({ description: '定稿时的数字哈希' }) figuresHash!: string;
  @ApiProperty({ description: '现在计算的数字哈希' }) countedFiguresHash!: string;
}
