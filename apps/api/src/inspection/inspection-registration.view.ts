import { ApiProperty } from '@nestjs/swagger';
import { contractRegistrationTransitions } from '#domain/contract-registration/contract-registration.js';
import { refusalGrounds } from '#domain/contract-registration/refusal-grounds.policy.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { FoundCase } from '#application/inspection/inspection-registration.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class FoundGroundView {
  @ApiProperty({ description: '理由代码', enum: refusalGrounds.map((ground) => ground.code) }) code!: string;
  @ApiProperty({ description: '理由' }) title!: string;
  @ApiProperty({ description: '依据的事实' }) evidence!: string;
}

export class FoundCaseView {
  @ApiProperty({ description: '登记案件编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '受理编号', example: 'QY-2026-000001-3F9A07C21B' }) provisionalNumber!: string;
  @ApiProperty({ description: '登记编号；未登记为 null', type: 'string', nullable: true, example: '2026621001000001' })
  registrationNumber!: string | null;
  @ApiProperty({ description: '状态', enum: statesOf(contractRegistrationTransitions) }) state!: string;
  @ApiProperty({ description: '登记点', example: '01' }) office!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '卖方', type: [String] }) sellers!: readonly string[];
  @ApiProperty({ description: '买方', type: [String] }) buyers!: readonly string[];
  @ApiProperty({ description: '合同成交额', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '核定技术交易额；未认定为 null', type: MoneyView, nullable: true })
  technologyValue!: MoneyView | null;
  @ApiProperty({ description: '提交日期', format: 'date' }) filedOn!: string;
  @ApiProperty({ description: '不予登记的依据', type: [FoundGroundView] }) refusalGrounds!: readonly FoundGroundView[];
  @ApiProperty({ description: '退回、撤回或注销的原因', type: 'string', nullable: true }) closingReason!: string | null;
  @ApiProperty({ description: '认定人', type: 'string', format: 'uuid', nullable: true }) determinedBy!: string | null;
  @ApiProperty({ description: '复核人', type: 'string', format: 'uuid', nullable: true }) reviewedBy!: string | null;
}

export const foundCaseView = ({ contractValueFen, technologyValueFen, ...found }: FoundCase): FoundCaseView => ({
  ...found,
  refusalGrounds: found.refusalGrounds.map(({ code, evidence }) => ({
    ...{ code, evidence, title: refusalGrounds.find((ground) => ground.code === code)?.title ?? code },
  })),
  contractValue: moneyView(BigInt(contractValueFen)),
  technologyValue: technologyValueFen === null ? null : moneyView(BigInt(technologyValueFen)),
});
