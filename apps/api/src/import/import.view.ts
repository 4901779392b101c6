import { ApiProperty } from '@nestjs/swagger';
import {
  doneOf,
  importKinds,
  importTransitions,
  type Import,
  type ImportKind,
  type ImportRow,
  type RowProblem,
} from '#domain/import/import.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { problemCatalog, type ErrorCode } from '../http/problem.catalog.js';
import { problemOf } from '../http/problem.filter.js';

export class ImportView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '内容', enum: importKinds }) kind!: ImportKind;
  @ApiProperty({ description: '状态', enum: statesOf(importTransitions) }) state!: string;
  @ApiProperty({ description: '试运行：没有写入任何内容' }) dryRun!: boolean;
  @ApiProperty({ description: '导入后即发布' }) publish!: boolean;
  @ApiProperty({ description: '总行数', example: 13051 }) total!: number;
  @ApiProperty({ description: '已处理行数', example: 13051 }) done!: number;
  @ApiProperty({ description: '新建', example: 13000 }) created!: number;
  @ApiProperty({ description: '更新', example: 40 }) updated!: number;
  @ApiProperty({ description: '内容相同，未变', example: 10 }) unchanged!: number;
  @ApiProperty({ description: '失败', example: 1 }) failed!: number;
  @ApiProperty({ description: '每秒处理行数；尚未开始为 null', type: 'integer', nullable: true, example: 600 })
  rowsPerSecond!: number | null;
  @ApiProperty({ description: '文件中没有对应字段、未导入的列', type: [String] }) ignoredColumns!: readonly string[];
  @ApiProperty({ description: '提交时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '开始时间', type: 'string', format: 'date-time', nullable: true }) startedAt!:
    string | null;
  @ApiProperty({ description: '结束时间', type: 'string', format: 'date-time', nullable: true }) endedAt!:
    string | null;
}

export const importView = (entry: Import): ImportView => ({
  id: entry.id,
  kind: entry.kind,
  state: entry.state,
  dryRun: entry.dryRun,
  publish: entry.publish,
  total: entry.total,
  done: doneOf(entry.counts),
  ...entry.counts,
  rowsPerSecond: entry.workedMs === 0 ? null : Math.round((doneOf(entry.counts) * 1000) / entry.workedMs),
  ignoredColumns: entry.ignoredColumns,
  createdAt: entry.createdAt.toISOString(),
  startedAt: entry.startedAt?.toISOString() ?? null,
  endedAt: entry.endedAt?.toISOString() ?? null,
});

export class RowErrorView {
  @ApiProperty({ description: '列名', type: 'string', nullable: true, example: '预算（元）' }) column!: string | null;
  @ApiProperty({ description: '错误码', example: 'import.fieldInvalid' }) code!: string;
  @ApiProperty({ description: '原因' }) detail!: string;
  @ApiProperty({ description: '如何改正' }) repair!: string;
}

export class ImportErrorView {
  @ApiProperty({ description: '行标识', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '行号', example: 7 }) line!: number;
  @ApiProperty({ description: '编号', example: 'CG-2026-001' }) externalKey!: string;
  @ApiProperty({ description: '错误', type: [RowErrorView] }) errors!: readonly RowErrorView[];
}

export const importErrorView = (row: ImportRow): ImportErrorView => ({
  id: row.id,
  line: row.line,
  externalKey: row.externalKey,
  errors: row.problems.map(rowErrorView),
});

function rowErrorView({ code, column, params }: RowProblem): RowErrorView {
  const known: ErrorCode = isErrorCode(code) ? code : 'import.rowFailed';
  const { detail, repair } = problemOf({ code: known, params }, '');
  return { column, code, detail, repair };
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(problemCatalog, code);
