import { ApiProperty } from '@nestjs/swagger';
import type { Fen } from '#domain/money/money.js';
import {
  corporateIncomePolicyOn,
  transferTax,
  type TaxItem,
  type TaxPack,
  type TransferTax,
} from '#domain/contract/tax-pack.js';
import { taxReliefIds } from '#domain/contract/tax.policy.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class TaxNeedView {
  @ApiProperty({ description: '事项', example: 'registered' }) fact!: string;
  @ApiProperty({ description: '所需资料或条件' }) text!: string;
  @ApiProperty({ description: '已有、缺少、由纳税人出示', enum: ['onFile', 'missing', 'toShow'] }) standing!: string;
  @ApiProperty({ description: '说明', type: 'string', nullable: true }) detail!: string | null;
}

export class TaxItemView {
  @ApiProperty({ description: '优惠', enum: taxReliefIds }) relief!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '规定' }) rule!: string;
  @ApiProperty({ description: '来源' }) source!: string;
  @ApiProperty({ description: '条款' }) article!: string;
  @ApiProperty({ description: '核对程度（读过原文、转载、未核对）', enum: ['read', 'secondary', 'unverified'] })
  evidence!: string;
  @ApiProperty({ description: '适用自', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '适用至', type: 'string', format: 'date', nullable: true }) effectiveTo!: string | null;
  @ApiProperty({
    description: '本市场应有的资料是否齐全（不表示可以享受）',
    enum: ['ready', 'incomplete', 'notOfType'],
  })
  standing!: string;
  @ApiProperty({ description: '需要什么', type: [TaxNeedView] }) needs!: TaxNeedView[];
}

export class TransferTaxView {
  @ApiProperty({ description: '年度技术转让所得', type: MoneyView }) income!: MoneyView;
  @ApiProperty({ description: '免征部分', type: MoneyView }) exempt!: MoneyView;
  @ApiProperty({ description: '应纳税所得额', type: MoneyView }) taxable!: MoneyView;
  @ApiProperty({ description: '应纳税额', type: MoneyView }) tax!: MoneyView;
}

export class TaxPackView {
  @ApiProperty({ description: '说明' }) disclaimer!: string;
  @ApiProperty({ description: '按哪一天的规定', format: 'date' }) on!: string;
  @ApiProperty({ description: '技术交易额（补充后、核定或申报）', type: MoneyView }) technologyValue!: MoneyView;
  @ApiProperty({ description: '已取得的技术性收入', type: MoneyView }) income!: MoneyView;
  @ApiProperty({ description: '技术部分的印花税（每一方），金额未定时为空', type: MoneyView, nullable: true })
  stampDuty!: MoneyView | null;
  @ApiProperty({ description: '各项优惠', type: [TaxItemView] }) items!: TaxItemView[];
  @ApiProperty({ description: '企业所得税试算：所填所得及示例', type: [TransferTaxView] })
  transferTaxes!: TransferTaxView[];
}

const itemView = ({ relief, standing, needs }: TaxItem): TaxItemView => ({
  relief: relief.id,
  title: relief.title,
  rule: relief.rule,
  source: relief.source,
  article: relief.article,
  evidence: relief.evidence,
  effectiveFrom: relief.effectiveFrom,
  effectiveTo: relief.effectiveTo,
  standing,
  needs: needs.map((need) => ({ ...need })),
});

const transferTaxView = ({ income, exempt, taxable, tax }: TransferTax): TransferTaxView => ({
  income: moneyView(income),
  exempt: moneyView(exempt),
  taxable: moneyView(taxable),
  tax: moneyView(tax),
});

/** 500万, 660万 and 1000万元: below, a little above and far above the limit. */
const examples: readonly Fen[] = [500_000_000n, 660_000_000n, 1_000_000_000n];

export function taxPackView(pack: TaxPack, transferIncome: Fen | null): TaxPackView {
  const policy = corporateIncomePolicyOn(pack.on);
  const incomes = transferIncome === null ? examples : [transferIncome, ...examples];
  return {
    disclaimer: pack.disclaimer,
    on: pack.on,
    technologyValue: moneyView(pack.technologyValue),
    income: moneyView(pack.income),
    stampDuty: pack.stampDuty === null ? null : moneyView(pack.stampDuty),
    items: pack.items.map(itemView),
    transferTaxes: policy === null ? [] : incomes.map((income) => transferTaxView(transferTax(policy, income))),
  };
}
