import { ApiProperty } from '@nestjs/swagger';
import { rateText } from '#domain/money/rate.js';
import { spendingLevels } from '#domain/science-spending/science-spending.js';
import type { JudgedSpending } from '#application/science-spending/science-spending.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class ScienceSpendingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '年度' }) fiscalYear!: number;
  @ApiProperty({ description: '行政区划代码（621000 为市本级）' }) unitCode!: string;
  @ApiProperty({ description: '级别：city 市本级，county 县（区）', enum: spendingLevels }) level!: string;
  @ApiProperty({ description: '财政科技经费投入', type: MoneyView }) science!: MoneyView;
  @ApiProperty({ description: '当年本级财政支出', type: MoneyView }) expenditure!: MoneyView;
  @ApiProperty({ description: '占比（%，截至万分位，仅供阅读）', example: '1.5000' }) percent!: string;
  @ApiProperty({ description: '要求的比例（含本数）', example: '15‰' }) least!: string;
  @ApiProperty({ description: '是否达到' }) met!: boolean;
  @ApiProperty({ description: '距要求还差', type: MoneyView }) missing!: MoneyView;
  @ApiProperty({ description: '方案原文' }) wording!: string;
  @ApiProperty({ description: '出处' }) source!: string;
  @ApiProperty({ description: '口径说明' }) reading!: string;
  @ApiProperty({ description: '数字的依据' }) document!: string;
  @ApiProperty({ description: '登记时间', format: 'date-time' }) at!: string;
}

export class ScienceSpendingListView {
  @ApiProperty({ description: '年度' }) year!: number;
  @ApiProperty({ description: '各单位最近一次登记的数字', type: [ScienceSpendingView] }) items!: ScienceSpendingView[];
}

export const scienceSpendingView = ({ spending, policy, standing }: JudgedSpending): ScienceSpendingView => ({
  id: spending.id,
  fiscalYear: spending.fiscalYear,
  unitCode: spending.unitCode,
  level: policy.level,
  science: moneyView(spending.science),
  expenditure: moneyView(spending.expenditure),
  percent: standing.percent,
  least: rateText(policy.least),
  met: standing.met,
  missing: moneyView(standing.missing),
  wording: policy.wording,
  source: policy.source,
  reading: policy.reading,
  document: spending.document,
  at: spending.at.toISOString(),
});
