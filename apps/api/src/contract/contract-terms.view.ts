import { ApiProperty } from '@nestjs/swagger';
import {
  clauseKinds,
  hasRoyalty,
  licenceManners,
  paymentManners,
  rightKinds,
  rightStates,
  royaltyBases,
  settlementPeriods,
  type ContractTerms,
  type PaymentTerms,
} from '#domain/contract/contract-terms.js';
import { royaltyShape } from '#domain/contract/check-payment.js';
import { formatYuan } from '#domain/money/money.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const nullableDate = { type: 'string', format: 'date', nullable: true } as const;
const nullableText = { type: 'string', nullable: true } as const;

export class ContractRightView {
  @ApiProperty({ description: '知识产权类型', enum: rightKinds }) kind!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '专利号、登记号等', ...nullableText }) number!: string | null;
  @ApiProperty({ description: '权利人或申请人', ...nullableText }) holder!: string | null;
  @ApiProperty({ description: '申请日', ...nullableDate }) filedOn!: string | null;
  @ApiProperty({ description: '届满日', ...nullableDate }) expiresOn!: string | null;
  @ApiProperty({ description: '法律状态', enum: rightStates }) state!: string;
  @ApiProperty({
    description: '本市场知识产权登记编号（专利或其他权利）',
    type: 'string',
    format: 'uuid',
    nullable: true,
  })
  patentId!: string | null;
  @ApiProperty({ description: '该项权利许可至', ...nullableDate }) licensedUntil!: string | null;
}

export class LicenceView {
  @ApiProperty({ description: '许可方式', enum: licenceManners }) manner!: string;
  @ApiProperty({ description: '许可地域', ...nullableText }) territory!: string | null;
  @ApiProperty({ description: '许可至', ...nullableDate }) until!: string | null;
  @ApiProperty({ description: '是否可以再许可' }) sublicensable!: boolean;
}

export class InstalmentView {
  @ApiProperty({ description: '金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '应付日期', ...nullableDate }) dueOn!: string | null;
  @ApiProperty({ description: '付款条件', ...nullableText }) condition!: string | null;
}

export class RoyaltyStepView {
  @ApiProperty({ description: '计提基数自', type: MoneyView }) from!: MoneyView;
  @ApiProperty({ description: '提成比例（万分之几）', type: 'integer' }) rateBasisPoints!: number;
}

export class RoyaltyView {
  @ApiProperty({ description: '提成基数', enum: royaltyBases }) base!: string;
  @ApiProperty({ description: '提成级距', type: [RoyaltyStepView] }) steps!: RoyaltyStepView[];
  @ApiProperty({ description: '比例形态（固定、递增、递减、分段）', enum: ['fixed', 'rising', 'falling', 'mixed'] })
  shape!: string;
  @ApiProperty({ description: '结算周期', enum: settlementPeriods }) settlement!: string;
  @ApiProperty({ description: '是否约定查阅会计账目' }) auditRight!: boolean;
  @ApiProperty({ description: '提成至', ...nullableDate }) until!: string | null;
}

export class PaymentView {
  @ApiProperty({ description: '支付方式', enum: paymentManners }) manner!: string;
  @ApiProperty({ description: '各期固定价款', type: [InstalmentView] }) instalments!: InstalmentView[];
  @ApiProperty({ description: '提成条款', type: RoyaltyView, nullable: true }) royalty!: RoyaltyView | null;
}

export class CurrencyView {
  @ApiProperty({ description: '币种' }) code!: string;
  @ApiProperty({ description: '外币金额', example: '168000.00' }) originalAmount!: string;
  @ApiProperty({ description: '汇率', example: '7.1250' }) rate!: string;
  @ApiProperty({ description: '汇率日期', format: 'date' }) ratedOn!: string;
}

export class ClassificationView {
  @ApiProperty({ description: '技术领域', ...nullableText }) technologyField!: string | null;
  @ApiProperty({ description: '计划类别', ...nullableText }) planCategory!: string | null;
  @ApiProperty({ description: '社会经济目标', ...nullableText }) socioEconomicGoal!: string | null;
  @ApiProperty({ description: '国民经济行业门类', ...nullableText }) industry!: string | null;
}

export class ClauseView {
  @ApiProperty({ description: '条款', enum: clauseKinds }) kind!: string;
  @ApiProperty({ description: '正文' }) text!: string;
}

export class ContractTermsView {
  @ApiProperty({ description: '涉及的知识产权', type: [ContractRightView] }) rights!: ContractRightView[];
  @ApiProperty({ description: '许可方式与期限', type: LicenceView, nullable: true }) licence!: LicenceView | null;
  @ApiProperty({ description: '支付安排', type: PaymentView, nullable: true }) payment!: PaymentView | null;
  @ApiProperty({ description: '外币', type: CurrencyView, nullable: true }) currency!: CurrencyView | null;
  @ApiProperty({ description: '登记表分类代码', type: ClassificationView }) classification!: ClassificationView;
  @ApiProperty({ description: '预计新增投入', type: MoneyView, nullable: true }) expectedInvestment!: MoneyView | null;
  @ApiProperty({ description: '预计新增产值', type: MoneyView, nullable: true }) expectedOutput!: MoneyView | null;
  @ApiProperty({ description: '是否涉外' }) foreign!: boolean;
  @ApiProperty({ description: '是否涉密' }) secret!: boolean;
  @ApiProperty({ description: '合同条款', type: [ClauseView] }) clauses!: ClauseView[];
  @ApiProperty({ description: '金额待提成结算后补充' }) amountsProvisional!: boolean;
}

export const contractTermsView = (terms: ContractTerms): ContractTermsView => ({
  rights: terms.rights.map((right) => ({ ...right })),
  licence: terms.licence && { ...terms.licence },
  payment: terms.payment && paymentView(terms.payment),
  currency: terms.currency && { ...terms.currency, originalAmount: formatYuan(terms.currency.originalAmount) },
  classification: { ...terms.classification },
  expectedInvestment: terms.expectedInvestment === null ? null : moneyView(terms.expectedInvestment),
  expectedOutput: terms.expectedOutput === null ? null : moneyView(terms.expectedOutput),
  foreign: terms.foreign,
  secret: terms.secret,
  clauses: terms.clauses.map(({ kind, text }) => ({ kind, text })),
  amountsProvisional: hasRoyalty(terms),
});

const paymentView = ({ manner, instalments, royalty }: PaymentTerms): PaymentView => ({
  manner,
  instalments: instalments.map(({ amount, dueOn, condition }) => ({ amount: moneyView(amount), dueOn, condition })),
  royalty: royalty && {
    base: royalty.base,
    steps: royalty.steps.map(({ from, rateBasisPoints }) => ({ from: moneyView(from), rateBasisPoints })),
    shape: royaltyShape(royalty),
    settlement: royalty.settlement,
    auditRight: royalty.auditRight,
    until: royalty.until,
  },
});
