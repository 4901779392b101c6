import { receiptKinds, type ReceiptKind } from '#domain/contract/receipt.js';
import { ChoiceField, DateField, IdField, TextField, YuanField } from '../http/fields.js';

export class RecordReceiptDto {
  @DateField({ title: '到账日期', example: '2026-11-20' }) receivedOn!: string;
  @YuanField({ title: '技术性收入金额（元）', example: '600000.00' }) amountYuan!: string;
  @ChoiceField({ title: '种类（一次总付、分期、入门费、提成）', values: receiptKinds, example: 'instalment' })
  kind!: ReceiptKind;
  @TextField({ title: '凭证号（同一合同内唯一）', max: 80, example: '2026-1120-0031' }) reference!: string;
  @TextField({ title: '凭证说明', max: 500, example: '银行回单与发票，第一期款' }) evidence!: string;
  @YuanField({ title: '提成的计提基数（元），仅提成填写', optional: true, example: '20000000.00' })
  royaltyBaseYuan?: string;
}

export class VoidReceiptDto {
  @TextField({ title: '作废原因', min: 2, max: 500, example: '重复登记' }) reason!: string;
}

export class StateAmountsDto {
  @YuanField({ title: '成交总额（元）', example: '1500000.00' }) contractValueYuan!: string;
  @YuanField({ title: '技术交易额（元）', example: '1150000.00' }) technologyValueYuan!: string;
  @TextField({ title: '补充依据', min: 2, max: 500, example: '2027 至 2029 年度提成结算完毕' }) reason!: string;
}

export class ReceiptParam {
  @IdField({ title: '合同编号' }) id!: string;
  @IdField({ title: '收入编号' }) receiptId!: string;
}

export class SupplementParam {
  @IdField({ title: '合同编号' }) id!: string;
  @IdField({ title: '金额补充编号' }) supplementId!: string;
}
