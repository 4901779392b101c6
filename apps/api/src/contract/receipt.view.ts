import { ApiProperty } from '@nestjs/swagger';
import type { Contract } from '#domain/contract/contract.js';
import { receiptKinds, royaltyDue, type Receipt } from '#domain/contract/receipt.js';
import type { AmountSupplement } from '#application/contract/receipt.repository.js';
import type { IncomeSummary } from '#application/contract/receipt.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const nullableTime = { type: 'string', format: 'date-time', nullable: true } as const;

export class ReceiptView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '合同编号', format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: '到账日期', format: 'date' }) receivedOn!: string;
  @ApiProperty({ description: '技术性收入金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '种类', enum: receiptKinds }) kind!: string;
  @ApiProperty({ description: '凭证号' }) reference!: string;
  @ApiProperty({ description: '凭证说明' }) evidence!: string;
  @ApiProperty({ description: '提成的计提基数', type: MoneyView, nullable: true }) royaltyBase!: MoneyView | null;
  @ApiProperty({ description: '登记时间', format: 'date-time' }) recordedAt!: string;
  @ApiProperty({ description: '作废时间', ...nullableTime }) voidedAt!: string | null;
  @ApiProperty({ description: '作废原因', type: 'string', nullable: true }) voidReason!: string | null;
}

export const receiptView = (receipt: Receipt): ReceiptView => ({
  id: receipt.id,
  contractId: receipt.contractId,
  receivedOn: receipt.receivedOn,
  amount: moneyView(receipt.amount),
  kind: receipt.kind,
  reference: receipt.reference,
  evidence: receipt.evidence,
  royaltyBase: receipt.royaltyBase === null ? null : moneyView(receipt.royaltyBase),
  recordedAt: receipt.recordedAt.toISOString(),
  voidedAt: receipt.voidedAt?.toISOString() ?? null,
  voidReason: receipt.voidReason,
});

export class ListedReceiptView extends ReceiptView {
  @ApiProperty({ description: '按提成条款与计提基数应得的提成', type: MoneyView, nullable: true })
  royaltyDue!: MoneyView | null;
}

export const listedReceiptView = (contract: Contract | null, receipt: Receipt): ListedReceiptView => {
  const due = contract && royaltyDue(contract, receipt);
  return { ...receiptView(receipt), royaltyDue: due === null ? null : moneyView(due) };
};

export class IncomeView {
  @ApiProperty({ description: '已取得的技术性收入', type: MoneyView }) income!: MoneyView;
  @ApiProperty({ description: '技术交易额（补充后、核定或申报）', type: MoneyView }) technologyValue!: MoneyView;
  @ApiProperty({ description: '金额待补充（提成合同）' }) amountsOpen!: boolean;
}

export const incomeView = ({ income, technologyValue, amountsOpen }: IncomeSummary): IncomeView => ({
  income: moneyView(income),
  technologyValue: moneyView(technologyValue),
  amountsOpen,
});

export class AmountSupplementView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成交总额', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '技术交易额', type: MoneyView }) technologyValue!: MoneyView;
  @ApiProperty({ description: '补充依据' }) reason!: string;
  @ApiProperty({ description: '提出的单位', format: 'uuid' }) statedByOrganizationId!: string;
  @ApiProperty({ description: '提出时间', format: 'date-time' }) statedAt!: string;
  @ApiProperty({ description: '确认的单位', type: 'string', format: 'uuid', nullable: true })
  confirmedByOrganizationId!: string | null;
  @ApiProperty({ description: '确认时间', ...nullableTime }) confirmedAt!: string | null;
}

export const amountSupplementView = (supplement: AmountSupplement): AmountSupplementView => ({
  id: supplement.id,
  contractValue: moneyView(supplement.contractValue),
  technologyValue: moneyView(supplement.technologyValue),
  reason: supplement.reason,
  statedByOrganizationId: supplement.statedByOrganizationId,
  statedAt: supplement.statedAt.toISOString(),
  confirmedByOrganizationId: supplement.confirmedByOrganizationId,
  confirmedAt: supplement.confirmedAt?.toISOString() ?? null,
});
