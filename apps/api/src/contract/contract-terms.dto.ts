import {
  clauseKinds,
  licenceManners,
  paymentManners,
  rightKinds,
  rightStates,
  royaltyBases,
  settlementPeriods,
  type ClauseKind,
  type LicenceManner,
  type PaymentManner,
  type RightKind,
  type RightState,
  type RoyaltyBase,
  type SettlementPeriod,
} from '#domain/contract/contract-terms.js';
import { partyRoles, type PartyRole } from '#domain/contract/contract.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  PatternField,
  TextField,
  YuanField,
} from '../http/fields.js';

const maxInstalments = 60;
const maxSteps = 20;
const maxClauseCharacters = 5000;

export class PartyDto {
  @ChoiceField({ title: '当事人身份（卖方、买方、中介方）', values: partyRoles, example: 'seller' }) role!: PartyRole;
  @IdField({ title: '单位编号' }) organizationId!: string;
  @PatternField({
    title: '国别（地区）代码，不填为中国',
    pattern: /^\d{3}$/,
    shape: '3 位数字',
    optional: true,
    example: '142',
  })
  countryCode?: string;
  @PatternField({
    title: '买方、卖方性质代码',
    pattern: /^\d{3,4}$/,
    shape: '3 至 4 位数字',
    optional: true,
    example: '021',
  })
  natureCode?: string;
}

export class ContractRightDto {
  @ChoiceField({ title: '知识产权类型', values: rightKinds, example: 'inventionPatent' }) kind!: RightKind;
  @TextField({ title: '名称', max: 200, example: '一种羔羊代乳料及其制备方法' }) title!: string;
  @TextField({ title: '专利号、登记号等', max: 60, optional: true, example: 'ZL201710601862.3' }) number?: string;
  @TextField({ title: '权利人或申请人', max: 200, optional: true, example: '甘肃省示例农业科学院' }) holder?: string;
  @DateField({ title: '申请日', optional: true, example: '2017-07-21' }) filedOn?: string;
  @DateField({ title: '权利期限届满日，不填按法定期限计算', optional: true, example: '2037-07-20' }) expiresOn?: string;
  @ChoiceField({
    title: '法律状态（申请中、有效、终止或届满、无效）；本市场登记的专利以登记为准',
    values: rightStates,
    example: 'inForce',
  })
  state!: RightState;
  @DateField({ title: '该项权利许可至', optional: true, example: '2031-12-31' }) licensedUntil?: string;
}

export class LicenceDto {
  @ChoiceField({ title: '许可方式（独占、排他、普通）', values: licenceManners, example: 'ordinary' })
  manner!: LicenceManner;
  @TextField({ title: '许可地域', max: 200, optional: true, example: '甘肃省' }) territory?: string;
  @DateField({ title: '许可至，不填按合同有效期', optional: true, example: '2031-12-31' }) until?: string;
  @FlagField({ title: '是否可以再许可', optional: true, example: false }) sublicensable?: boolean;
}

export class InstalmentDto {
  @YuanField({ title: '金额（元）', example: '600000.00' }) amountYuan!: string;
  @DateField({ title: '应付日期', optional: true, example: '2027-01-31' }) dueOn?: string;
  @TextField({ title: '付款条件', max: 200, optional: true, example: '合同生效后三十日内' }) condition?: string;
}

export class RoyaltyStepDto {
  @YuanField({ title: '计提基数自（元），第一级为 0', example: '0.00' }) fromYuan!: string;
  @IntegerField({ title: '提成比例（万分之几）', min: 1, max: 10_000, example: 300 }) rateBasisPoints!: number;
}

export class RoyaltyDto {
  @ChoiceField({ title: '提成基数（产品价格、新增产值、利润、销售额）', values: royaltyBases, example: 'sales' })
  base!: RoyaltyBase;
  @ListField({ title: '提成比例（一级为固定，多级为递增或递减）', of: () => RoyaltyStepDto, min: 1, max: maxSteps })
  steps!: RoyaltyStepDto[];
  @ChoiceField({ title: '结算周期（月、季、半年、年）', values: settlementPeriods, example: 'yearly' })
  settlement!: SettlementPeriod;
  @FlagField({ title: '是否约定查阅有关会计账目', example: true }) auditRight!: boolean;
  @DateField({ title: '提成至', optional: true, example: '2031-12-31' }) until?: string;
}

export class PaymentDto {
  @ChoiceField({
    title: '支付方式（一次总付、分期、提成、入门费加提成）',
    values: paymentManners,
    example: 'instalments',
  })
  manner!: PaymentManner;
  @ListField({
    title: '各期固定价款（分期时合计等于成交总额；入门费加提成时为入门费）',
    of: () => InstalmentDto,
    max: maxInstalments,
    optional: true,
    example: [
      { amountYuan: '600000.00', condition: '合同生效后三十日内' },
      { amountYuan: '600000.00', condition: '验收合格后三十日内' },
    ],
  })
  instalments?: InstalmentDto[];
  @ObjectField({
    title: '提成条款',
    of: () => RoyaltyDto,
    optional: true,
    example: null,
  })
  royalty?: RoyaltyDto;
}

export class CurrencyDto {
  @PatternField({ title: '币种（ISO 4217）', pattern: /^[A-Z]{3}$/, shape: '3 个大写字母', example: 'USD' })
  code!: string;
  @YuanField({ title: '外币金额，最多两位小数', example: '168000.00' }) originalAmount!: string;
  @PatternField({
    title: '汇率：1 单位外币折合人民币',
    pattern: /^\d{1,6}(\.\d{1,8})?$/,
    shape: '最多八位小数的十进制数',
    example: '7.1250',
  })
  rate!: string;
  @DateField({ title: '汇率日期', example: '2026-11-20' }) ratedOn!: string;
}

export class ClassificationDto {
  @PatternField({ title: '技术领域代码', pattern: /^\d{2}$/, shape: '2 位数字', optional: true, example: '09' })
  technologyField?: string;
  @PatternField({ title: '计划类别代码', pattern: /^\d{2}$/, shape: '2 位数字', optional: true, example: '90' })
  planCategory?: string;
  @PatternField({ title: '社会经济目标代码', pattern: /^\d{2}$/, shape: '2 位数字', optional: true, example: '09' })
  socioEconomicGoal?: string;
  @PatternField({
    title: '服务的国民经济行业门类',
    pattern: /^[A-T]$/,
    shape: '一个字母 A 至 T',
    optional: true,
    example: 'A',
  })
  industry?: string;
}

export class ClauseDto {
  @ChoiceField({
    title: '条款（标的、履行、保密、风险、成果归属、后续改进、验收、支付、违约、争议、名词解释、其他）',
    values: clauseKinds,
    example: 'acceptance',
  })
  kind!: ClauseKind;
  @TextField({
    title: '条款正文',
    max: maxClauseCharacters,
    example: '按双方确认的技术指标由买方组织验收，验收期为三十日。',
  })
  text!: string;
}
