import { ApiProperty } from '@nestjs/swagger';
import {
  contractTransitions,
  contractTypes,
  nonTechnologyKinds,
  partyRoles,
  type Contract,
} from '#domain/contract/contract.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { textHash } from '#application/contract/contract-version.repository.js';
import { brokerageView, BrokerageView } from '../deal/deal.view.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { contractTermsView, ContractTermsView } from './contract-terms.view.js';

export class ContractPartyView {
  @ApiProperty({ description: '当事人身份', enum: partyRoles }) role!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '名称（起草时）' }) name!: string;
  @ApiProperty({ description: '统一社会信用代码' }) creditCode!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '国别（地区）代码' }) countryCode!: string;
  @ApiProperty({ description: '买方、卖方性质代码', type: 'string', nullable: true }) natureCode!: string | null;
  @ApiProperty({ description: '签署时间', type: 'string', format: 'date-time', nullable: true }) signedAt!:
    string | null;
  @ApiProperty({ description: '同意解除的时间', type: 'string', format: 'date-time', nullable: true }) endingAgreedAt!:
    string | null;
}

export class NonTechnologyItemView {
  @ApiProperty({ description: '种类', enum: nonTechnologyKinds }) kind!: string;
  @ApiProperty({ description: '金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '是否为合理数量的技术载体或样品' }) withinReasonableCarrier!: boolean;
}

export class SettledAmountsView {
  @ApiProperty({ description: '成交总额（补充后）', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '技术交易额（补充后）', type: MoneyView }) technologyValue!: MoneyView;
}

export class ContractView extends ContractTermsView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '洽谈编号', format: 'uuid' }) dealId!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '合同类型', enum: contractTypes }) type!: string;
  @ApiProperty({ description: '合同子类' }) subType!: string;
  @ApiProperty({ description: '状态', enum: statesOf(contractTransitions) }) state!: string;
  @ApiProperty({ description: '当事人', type: [ContractPartyView] }) parties!: ContractPartyView[];
  @ApiProperty({ description: '成交总额', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '非技术性款项', type: [NonTechnologyItemView] })
  nonTechnologyItems!: NonTechnologyItemView[];
  @ApiProperty({ description: '申报的技术交易额', type: MoneyView }) declaredTechnologyValue!: MoneyView;
  @ApiProperty({ description: '成果编号', type: 'string', format: 'uuid', nullable: true }) achievementId!:
    string | null;
  @ApiProperty({ description: '挂牌编号', type: 'string', format: 'uuid', nullable: true }) listingId!: string | null;
  @ApiProperty({ description: '签订日期', type: 'string', format: 'date', nullable: true }) signedOn!: string | null;
  @ApiProperty({ description: '生效日期', type: 'string', format: 'date', nullable: true }) effectiveOn!: string | null;
  @ApiProperty({ description: '有效期自', type: 'string', format: 'date', nullable: true }) validFrom!: string | null;
  @ApiProperty({ description: '有效期至', type: 'string', format: 'date', nullable: true }) validUntil!: string | null;
  @ApiProperty({ description: '是否关联交易' }) relatedParty!: boolean;
  @ApiProperty({ description: '经纪人份额', type: [BrokerageView] }) brokerage!: BrokerageView[];
  @ApiProperty({ description: '提成结算后补充的金额', type: SettledAmountsView, nullable: true })
  settled!: SettledAmountsView | null;
  @ApiProperty({ description: '取消或解除原因', type: 'string', nullable: true }) cancelReason!: string | null;
  @ApiProperty({ description: '文本摘要（SHA-256），签署时引用' }) textHash!: string;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
  @ApiProperty({ description: '起草时间', format: 'date-time' }) createdAt!: string;
}

export const contractView = (contract: Contract): ContractView => ({
  ...contractTermsView(contract),
  id: contract.id,
  dealId: contract.dealId,
  title: contract.title,
  type: contract.type,
  subType: contract.subType,
  state: contract.state,
  parties: contract.parties.map((party) => ({
    role: party.role,
    organizationId: party.organizationId,
    name: party.name,
    creditCode: party.creditCode,
    countyCode: party.countyCode,
    countryCode: party.countryCode,
    natureCode: party.natureCode,
    signedAt: party.signedAt?.toISOString() ?? null,
    endingAgreedAt: party.endingAgreedAt?.toISOString() ?? null,
  })),
  contractValue: moneyView(contract.contractValue),
  nonTechnologyItems: contract.nonTechnologyItems.map((item) => ({
    kind: item.kind,
    amount: moneyView(item.amount),
    withinReasonableCarrier: item.withinReasonableCarrier,
  })),
  declaredTechnologyValue: moneyView(contract.declaredTechnologyValue),
  achievementId: contract.achievementId,
  listingId: contract.listingId,
  signedOn: contract.signedOn,
  effectiveOn: contract.effectiveOn,
  validFrom: contract.validFrom,
  validUntil: contract.validUntil,
  relatedParty: contract.relatedParty,
  brokerage: contract.brokerage.map(brokerageView),
  settled: contract.settled && {
    contractValue: moneyView(contract.settled.contractValue),
    technologyValue: moneyView(contract.settled.technologyValue),
  },
  cancelReason: contract.cancelReason,
  textHash: textHash(contract),
  version: contract.version,
  createdAt: contract.createdAt.toISOString(),
});
