import { ApiProperty } from '@nestjs/swagger';
import {
  financeApplicationTransitions,
  financeKinds,
  financeNeedTransitions,
  financePackTransitions,
  financeSchemeTransitions,
  type FinanceApplication,
  type FinanceNeed,
  type FinancePack,
  type FinanceProduct,
} from '#domain/finance/finance.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { FinanceService, ProductMatch } from '#application/finance/finance.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const id = (description: string) => ApiProperty({ description, format: 'uuid' });

export class FindingView {
  @ApiProperty({ description: '代码' }) code!: string;
  @ApiProperty({ description: '条件与现状' }) wording!: string;
  @ApiProperty({ description: '是否符合' }) met!: boolean;
}
export class FinanceProductView {
  @id('编号') id!: string;
  @id('金融机构编号') organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(financeSchemeTransitions) }) state!: string;
  @ApiProperty({ description: '种类', enum: financeKinds }) kind!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '说明' }) description!: string;
  @ApiProperty({ description: '利率或费率' }) rateText!: string;
  @ApiProperty({ description: '最低金额', type: MoneyView }) min!: MoneyView;
  @ApiProperty({ description: '最高金额', type: MoneyView }) max!: MoneyView;
  @ApiProperty({ description: '最长期限（月）' }) longestMonths!: number;
  @ApiProperty({ description: '硬性条件', type: 'object', additionalProperties: true }) conditions!: object;
}
export class FinanceNeedView {
  @id('编号') id!: string;
  @id('企业编号') organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(financeNeedTransitions) }) state!: string;
  @ApiProperty({ description: '所求金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '期限（月）' }) months!: number;
  @ApiProperty({ description: '可接受的种类；空为不限', enum: financeKinds, isArray: true }) kinds!: readonly string[];
  @ApiProperty({ description: '用途' }) purpose!: string;
}
export class ProductMatchView {
  @ApiProperty({ description: '产品', type: FinanceProductView }) product!: FinanceProductView;
  @ApiProperty({ description: '是否符合全部硬性条件（是否放款由金融机构决定）' }) fits!: boolean;
  @ApiProperty({ description: '逐项条件', type: [FindingView] }) findings!: FindingView[];
}
export class ProductMatchListView {
  @ApiProperty({ description: '产品，符合的在前', type: [ProductMatchView] }) items!: ProductMatchView[];
}
export class FinanceApplicationView {
  @id('编号') id!: string;
  @id('融资需求编号') needId!: string;
  @id('产品编号') productId!: string;
  @id('企业编号') organizationId!: string;
  @id('金融机构编号') providerOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(financeApplicationTransitions) }) state!: string;
  @ApiProperty({ description: '申请金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '期限（月）' }) months!: number;
  @ApiProperty({ description: '用途' }) purpose!: string;
  @ApiProperty({ description: '申请时逐项条件', type: [FindingView] }) findings!: FindingView[];
  @ApiProperty({ description: '批准金额', type: MoneyView, nullable: true }) approved!: MoneyView | null;
  @ApiProperty({ description: '放款金额', type: MoneyView, nullable: true }) disbursed!: MoneyView | null;
  @ApiProperty({ description: '放款日', type: 'string', format: 'date', nullable: true }) disbursedOn!: string | null;
  @ApiProperty({ description: '最近一次办理的理由', type: 'string', nullable: true }) decisionReason!: string | null;
}
export class FullFinanceApplicationView extends FinanceApplicationView {
  @ApiProperty({ description: '资料包编号；未授权为 null', type: 'string', format: 'uuid', nullable: true }) packId!:
    string | null;
}
export class PackFileView {
  @ApiProperty({ description: '文件', example: 'contracts.json' }) path!: string;
  @ApiProperty({ description: '内容（JSON 文本，金额单位为分）' }) text!: string;
  @ApiProperty({ description: '字节数' }) sizeBytes!: string;
  @ApiProperty({ description: 'SHA-256' }) sha256!: string;
}
export class FinancePackView {
  @id('编号') id!: string;
  @id('申请编号') applicationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(financePackTransitions) }) state!: string;
  @ApiProperty({ description: '授权说明' }) consent!: string;
  @ApiProperty({ description: '授权至', format: 'date' }) expiresOn!: string;
  @ApiProperty({ description: '资料', type: [PackFileView] }) files!: PackFileView[];
  @ApiProperty({ description: '清单（规范化 JSON）' }) manifest!: string;
  @ApiProperty({ description: 'Ed25519 签名；签名文本为 qingyang-finance-pack、换行、清单' }) signature!: string;
  @ApiProperty({ description: '公钥编号，见 /v1/certificate-keys' }) keyId!: string;
}
export class PackReadingView {
  @id('编号') id!: string;
  @id('查阅单位编号') organizationId!: string;
  @id('查阅人编号') personId!: string;
  @ApiProperty({ description: '查阅时间', format: 'date-time' }) at!: string;
}

export const financeProductView = ({ min, max, ...product }: FinanceProduct): FinanceProductView => ({
  id: product.id,
  organizationId: product.organizationId,
  state: product.state,
  kind: product.kind,
  title: product.title,
  description: product.description,
  rateText: product.rateText,
  min: moneyView(min),
  max: moneyView(max),
  longestMonths: product.longestMonths,
  conditions: product.conditions,
});
export const financeNeedView = (need: FinanceNeed): FinanceNeedView => ({
  id: need.id,
  organizationId: need.organizationId,
  state: need.state,
  amount: moneyView(need.amount),
  months: need.months,
  kinds: need.kinds,
  purpose: need.purpose,
});
export const productMatchView = ({ product, fits, findings }: ProductMatch): ProductMatchView => ({
  product: financeProductView(product),
  fits,
  findings: [...findings],
});
const money = (fen: bigint | null) => (fen === null ? null : moneyView(fen));
export const financeApplicationView = (application: FinanceApplication): FinanceApplicationView => ({
  id: application.id,
  needId: application.needId,
  productId: application.productId,
  organizationId: application.organizationId,
  providerOrganizationId: application.providerOrganizationId,
  state: application.state,
  amount: moneyView(application.amount),
  months: application.months,
  purpose: application.purpose,
  findings: [...application.findings],
  approved: money(application.approved),
  disbursed: money(application.disbursed),
  disbursedOn: application.disbursedOn,
  decisionReason: application.decisionReason,
});
export const financePackView = (pack: FinancePack): FinancePackView => ({
  id: pack.id,
  applicationId: pack.applicationId,
  state: pack.state,
  consent: pack.consent,
  expiresOn: pack.expiresOn,
  files: [...pack.files],
  manifest: pack.manifest,
  signature: pack.signature,
  keyId: pack.keyId,
});
type Readings = Extract<Awaited<ReturnType<FinanceService['readings']>>, { ok: true }>['value'];
export const packReadingView = ({
  id: readingId,
  organizationId,
  personId,
  at,
}: Readings[number]): PackReadingView => ({
  id: readingId,
  organizationId,
  personId,
  at: at.toISOString(),
});
