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
  PatternField,
  TextField,
  YuanField,
} from '../http/fields.js';

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
