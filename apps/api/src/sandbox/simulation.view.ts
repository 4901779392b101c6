import { ApiProperty } from '@nestjs/swagger';
import { simulatedParts } from '#domain/sandbox/simulation.js';
import type { SimulatedAccrual } from '#application/sandbox/simulated-accruals.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class SimulatedStepView {
  @ApiProperty({ description: '由谁办', enum: Object.keys(simulatedParts), example: 'counterpart' }) by!: string;
  @ApiProperty({ description: '办了什么', example: '接受引荐' }) did!: string;
  @ApiProperty({ description: '由此新建或改变的对象的种类', example: 'introduction' }) subjectKind!: string;
  @ApiProperty({ description: '该对象的编号', format: 'uuid' }) subjectId!: string;
}

export class SimulatedAccrualView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记编号对应的登记', format: 'uuid' }) registrationId!: string;
  @ApiProperty({ description: '政策编号' }) policyId!: string;
  @ApiProperty({ description: '政策名称' }) policyTitle!: string;
  @ApiProperty({ description: '受益人：单位或个人', enum: ['organization', 'person'] }) beneficiaryKind!: string;
  @ApiProperty({ description: '受益人编号', format: 'uuid' }) beneficiaryId!: string;
  @ApiProperty({ description: '年度', example: 2026 }) fiscalYear!: number;
  @ApiProperty({ description: '本合同计入的技术交易额', type: MoneyView }) base!: MoneyView;
  @ApiProperty({ description: '该受益人本年度在沙箱中的合计', type: MoneyView }) total!: MoneyView;
  @ApiProperty({ description: '按合计可计提的奖补', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '不计入的原因；计入为 null', type: 'string', nullable: true, example: null })
  refusal!: string | null;
  @ApiProperty({ description: '计算时间', format: 'date-time' }) at!: string;
}

export const simulatedAccrualView = ({
  base,
  total,
  amount,
  at,
  ...accrual
}: SimulatedAccrual): SimulatedAccrualView => ({
  ...accrual,
  base: moneyView(base),
  total: moneyView(total),
  amount: moneyView(amount),
  at: at.toISOString(),
});
