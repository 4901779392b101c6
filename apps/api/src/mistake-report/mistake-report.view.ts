import { ApiProperty } from '@nestjs/swagger';
import { mistakeKinds, mistakeReportTransitions, type MistakeReport } from '#domain/mistake-report/mistake-report.js';
import { statesOf } from '#domain/shared/state-machine.js';

/** What whoever has the number may read. */
export class MistakeAnswerView {
  @ApiProperty({ description: '编号', example: 'ZC-7K3Q-M2P9-AB4C' }) number!: string;
  @ApiProperty({ description: '差错种类', enum: mistakeKinds }) kind!: string;
  @ApiProperty({ description: '所在页面', example: '/zones/apple' }) page!: string;
  @ApiProperty({ description: '差错说明' }) words!: string;
  @ApiProperty({ description: '状态', enum: statesOf(mistakeReportTransitions) }) state!: string;
  @ApiProperty({ description: '收到日期', format: 'date' }) receivedOn!: string;
  @ApiProperty({ description: '最迟答复日', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '答复', type: 'string', nullable: true }) answer!: string | null;
  @ApiProperty({ description: '答复日期', type: 'string', format: 'date', nullable: true }) answeredOn!: string | null;
}

export class MistakeReportView extends MistakeAnswerView {
  @ApiProperty({ description: '编号（内部）', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '版本' }) version!: number;
}

export const mistakeAnswerView = (report: MistakeReport): MistakeAnswerView => ({
  number: report.number,
  kind: report.kind,
  page: report.page,
  words: report.words,
  state: report.state,
  receivedOn: report.receivedOn,
  dueOn: report.dueOn,
  answer: report.answer,
  answeredOn: report.answeredOn,
});

export const mistakeReportView = (report: MistakeReport): MistakeReportView => ({
  ...mistakeAnswerView(report),
  id: report.id,
  version: report.version,
});
