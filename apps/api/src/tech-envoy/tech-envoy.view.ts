import { ApiProperty } from '@nestjs/swagger';
import type { EnvoyLog, TechEnvoy } from '#domain/tech-envoy/tech-envoy.js';
import type { EnvoyMonth } from '#application/tech-envoy/tech-envoy.repository.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const nullableDate = { type: 'string', format: 'date', nullable: true } as const;

export class TechEnvoyView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '服务的村', type: [String] }) villages!: string[];
  @ApiProperty({ description: '服务领域' }) field!: string;
  @ApiProperty({ description: '状态', enum: ['serving', 'ended'] }) state!: string;
  @ApiProperty({ description: '上岗日', format: 'date' }) postedFrom!: string;
  @ApiProperty({ description: '离岗日', ...nullableDate }) postedTo!: string | null;
  @ApiProperty({ description: '选派文号' }) documentNumber!: string;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class EnvoyLogView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '岗位编号', format: 'uuid' }) envoyId!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '服务日期', format: 'date' }) servedOn!: string;
  @ApiProperty({ description: '村' }) village!: string;
  @ApiProperty({ description: '服务内容' }) content!: string;
  @ApiProperty({ description: '状态', enum: ['submitted', 'confirmed', 'rejected'] }) state!: string;
  @ApiProperty({ description: '意见', type: 'string', nullable: true }) decisionReason!: string | null;
}

export class EnvoyMonthView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '月份', example: '2026-04' }) month!: string;
  @ApiProperty({ description: '补助', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '状态', enum: ['accrued', 'paid'] }) state!: string;
  @ApiProperty({ description: '经确认的服务记录数' }) logs!: number;
  @ApiProperty({ description: '支付凭证号', type: 'string', nullable: true }) paymentDocument!: string | null;
  @ApiProperty({ description: '支付日期', ...nullableDate }) paidOn!: string | null;
}

export class MonthRunView {
  @ApiProperty({ description: '月份' }) month!: string;
  @ApiProperty({ description: '本次计提人数' }) accrued!: number;
  @ApiProperty({ description: '预算不足而未计提的人数' }) waiting!: number;
}

export class MonthPaymentView {
  @ApiProperty({ description: '月份' }) month!: string;
  @ApiProperty({ description: '兑付人数' }) paid!: number;
}

export class CoverageView {
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '村' }) village!: string;
  @ApiProperty({ description: '在岗特派员人数' }) envoys!: number;
  @ApiProperty({ description: '最近一次经确认的服务', ...nullableDate }) lastServedOn!: string | null;
}

export class CoverageListView {
  @ApiProperty({ description: '有特派员服务的村', type: [CoverageView] }) items!: CoverageView[];
}

export const techEnvoyView = ({ villages, ...envoy }: TechEnvoy): TechEnvoyView => ({
  ...envoy,
  villages: [...villages],
});

export const envoyLogView = ({ personId: _, ...log }: EnvoyLog): EnvoyLogView => log;

export const envoyMonthView = ({ amount, countyCode: _, ...row }: EnvoyMonth): EnvoyMonthView => ({
  ...row,
  amount: moneyView(amount),
});
