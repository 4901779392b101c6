import { OmitType, PartialType } from '@nestjs/swagger';
import {
  allContractSubTypes,
  contractTypes,
  nonTechnologyKinds,
  type ContractSubType,
  type ContractType,
  type NonTechnologyKind,
} from '#domain/contract/contract.js';
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

import {
  ClassificationDto,
  ClauseDto,
  ContractRightDto,
  CurrencyDto,
  LicenceDto,
  PartyDto,
  PaymentDto,
} from './contract-terms.dto.js';

const maxParties = 20;
const maxRights = 50;
const maxClauses = 40;
const maxItems = 50;
const maxBrokers = 20;

export class NonTechnologyItemDto {
  @ChoiceField({
    title: '种类（设备、仪器、零部件、原材料、土建、差旅、其他）',
    values: nonTechnologyKinds,
    example: 'equipment',
  })
  kind!: NonTechnologyKind;
  @YuanField({ title: '金额（元）', example: '350000.00' }) amountYuan!: string;
  @FlagField({ title: '是否为合理数量的技术载体或样品（直接成本不扣除）', example: false })
  withinReasonableCarrier!: boolean;
}

export class BrokerageShareDto {
  @IdField({ title: '经纪人编号' }) brokerPersonId!: string;
  @IdField({ title: '服务机构编号' }) agencyOrganizationId!: string;
  @IntegerField({ title: '份额（万分之几）', min: 0, max: 10_000, example: 10_000 }) shareBasisPoints!: number;
}

export class DraftContractDto {
  @IdField({ title: '已达成一致的洽谈编号' }) dealId!: string;
  @TextField({ title: '项目名称', min: 2, max: 200, example: '羔羊代乳料配方技术转让' }) title!: string;
  @ChoiceField({ title: '合同类型（开发、转让、许可、咨询、服务）', values: contractTypes, example: 'transfer' })
  type!: ContractType;
  @ChoiceField({ title: '合同子类', values: allContractSubTypes, example: 'technicalSecret' })
  subType!: ContractSubType;
  @YuanField({ title: '成交总额（元）', example: '1200000.00' }) contractValueYuan!: string;
  @ListField({ title: '非技术性款项（分项，没有时为空列表）', of: () => NonTechnologyItemDto, max: maxItems })
  nonTechnologyItems!: NonTechnologyItemDto[];
  @YuanField({ title: '申报的技术交易额（元），不填按分项计算', optional: true, example: '850000.00' })
  declaredTechnologyValueYuan?: string;
  @DateField({ title: '有效期自', optional: true, example: '2026-12-15' }) validFrom?: string;
  @DateField({ title: '有效期至', optional: true, example: '2028-12-31' }) validUntil?: string;
  @FlagField({ title: '是否关联交易', optional: true, example: false }) relatedParty?: boolean;
  @ListField({
    title: '经纪人份额，不填按洽谈记载',
    of: () => BrokerageShareDto,
    max: maxBrokers,
    optional: true,
  })
  brokerage?: BrokerageShareDto[];
  @ListField({
    title: '当事人（多方时列出全部，含洽谈双方），不填为洽谈双方',
    of: () => PartyDto,
    min: 2,
    max: maxParties,
    optional: true,
    example: null,
  })
  parties?: PartyDto[];
  @ListField({ title: '涉及的知识产权', of: () => ContractRightDto, max: maxRights, optional: true, example: [] })
  rights?: ContractRightDto[];
  @ObjectField({ title: '许可方式、地域与期限（仅技术许可）', of: () => LicenceDto, optional: true, example: null })
  licence?: LicenceDto;
  @ObjectField({
    title: '支付安排',
    of: () => PaymentDto,
    optional: true,
    example: {
      manner: 'instalments',
      instalments: [
        { amountYuan: '600000.00', condition: '合同生效后三十日内' },
        { amountYuan: '600000.00', condition: '验收合格后三十日内' },
      ],
    },
  })
  payment?: PaymentDto;
  @ObjectField({ title: '外币金额与汇率，不填为人民币', of: () => CurrencyDto, optional: true, example: null })
  currency?: CurrencyDto;
  @ObjectField({
    title: '登记表分类代码',
    of: () => ClassificationDto,
    optional: true,
    example: { technologyField: '09', planCategory: '90', socioEconomicGoal: '09', industry: 'A' },
  })
  classification?: ClassificationDto;
  @YuanField({ title: '预计新增投入（元），技术转让登记时须填', optional: true, example: '300000.00' })
  expectedInvestmentYuan?: string;
  @YuanField({ title: '预计新增产值（元），技术转让登记时须填', optional: true, example: '5000000.00' })
  expectedOutputYuan?: string;
  @FlagField({ title: '是否涉外', optional: true, example: false }) foreign?: boolean;
  @FlagField({ title: '是否涉密（涉密合同不能在线办理）', optional: true, example: false }) secret?: boolean;
  @ListField({
    title: '合同条款',
    of: () => ClauseDto,
    max: maxClauses,
    optional: true,
    example: [{ kind: 'acceptance', text: '按双方确认的技术指标由买方组织验收，验收期为三十日。' }],
  })
  clauses?: ClauseDto[];
}

/** Null clears what may be left out; what must be there refuses null. */
export class AmendContractDto extends PartialType(OmitType(DraftContractDto, ['dealId'] as const), {
  skipNullProperties: false,
}) {}

export class SignContractDto {
  @PatternField({
    title: '所签文本的摘要（合同的 textHash）',
    pattern: /^[0-9a-f]{64}$/,
    shape: '64 位十六进制',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  textHash!: string;
}

export class CancelContractDto {
  @TextField({ title: '取消或解除原因', min: 2, max: 500, example: '双方协商一致解除' }) reason!: string;
}
