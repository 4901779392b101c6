import { ApiProperty } from '@nestjs/swagger';
import type { BrokerageShare } from '#domain/contract/contract.js';
import { dealTransitions, type Deal, type Offer } from '#domain/deal/deal.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { OfferChain } from '#application/deal/deal.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class BrokerageView {
  @ApiProperty({ description: '经纪人编号', format: 'uuid' }) brokerPersonId!: string;
  @ApiProperty({ description: '服务机构编号', format: 'uuid' }) agencyOrganizationId!: string;
  @ApiProperty({ description: '份额（万分之几）' }) shareBasisPoints!: number;
}

export const brokerageView = (share: BrokerageShare): BrokerageView => ({
  brokerPersonId: share.brokerPersonId,
  agencyOrganizationId: share.agencyOrganizationId,
  shareBasisPoints: share.shareBasisPoints,
});

export class DealView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '引荐编号；竞价成交的为 null', type: 'string', format: 'uuid', nullable: true })
  introductionId!: string | null;
  @ApiProperty({ description: '需求编号；竞价成交的为 null', type: 'string', format: 'uuid', nullable: true })
  demandId!: string | null;
  @ApiProperty({ description: '竞价编号，价格由竞价确定时有', type: 'string', format: 'uuid', nullable: true })
  auctionId!: string | null;
  @ApiProperty({ description: '揭榜方案编号；不是由揭榜产生的为 null', type: 'string', format: 'uuid', nullable: true })
  openChallengeBidId!: string | null;
  @ApiProperty({ description: '成果编号；由揭榜产生的洽谈为 null', type: 'string', format: 'uuid', nullable: true })
  achievementId!: string | null;
  @ApiProperty({ description: '挂牌编号', type: 'string', format: 'uuid', nullable: true }) listingId!: string | null;
  @ApiProperty({ description: '买方单位编号', format: 'uuid' }) buyerOrganizationId!: string;
  @ApiProperty({ description: '卖方单位编号', format: 'uuid' }) sellerOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(dealTransitions) }) state!: string;
  @ApiProperty({ description: '经纪人及份额', type: [BrokerageView] }) brokers!: BrokerageView[];
  @ApiProperty({ description: '已达成的报价序号', type: 'integer', nullable: true }) agreedSerial!: number | null;
  @ApiProperty({ description: '最近被拒绝的报价序号', type: 'integer', nullable: true }) refusedSerial!: number | null;
  @ApiProperty({ description: '终止原因', type: 'string', nullable: true }) closeReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '开始时间', format: 'date-time' }) createdAt!: string;
}

export const dealView = (deal: Deal): DealView => ({
  id: deal.id,
  introductionId: deal.introductionId,
  demandId: deal.demandId,
  auctionId: deal.auctionId,
  openChallengeBidId: deal.openChallengeBidId,
  achievementId: deal.achievementId,
  listingId: deal.listingId,
  buyerOrganizationId: deal.buyerOrganizationId,
  sellerOrganizationId: deal.sellerOrganizationId,
  state: deal.state,
  brokers: deal.brokers.map(brokerageView),
  agreedSerial: deal.agreedSerial,
  refusedSerial: deal.refusedSerial,
  closeReason: deal.closeReason,
  version: deal.version,
  createdAt: deal.createdAt.toISOString(),
});

export class OfferView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '序号，接受报价时引用' }) serial!: number;
  @ApiProperty({ description: '报价单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '报价', type: MoneyView }) price!: MoneyView;
  @ApiProperty({ description: '转化方式' }) mode!: string;
  @ApiProperty({ description: '条件' }) terms!: string;
  @ApiProperty({ description: '报价时间', format: 'date-time' }) offeredAt!: string;
  @ApiProperty({ description: '上一份报价的摘要（SHA-256）', type: 'string', nullable: true }) previousHash!:
    string | null;
  @ApiProperty({ description: '本报价的摘要（SHA-256）' }) hash!: string;
}

export const offerView = (offer: Offer): OfferView => ({
  id: offer.id,
  serial: offer.serial,
  organizationId: offer.organizationId,
  price: moneyView(offer.price),
  mode: offer.mode,
  terms: offer.terms,
  offeredAt: offer.offeredAt.toISOString(),
  previousHash: offer.previousHash,
  hash: offer.hash,
});

export class OfferChainView {
  @ApiProperty({ description: '全部报价，先后有序', type: [OfferView] }) items!: OfferView[];
  @ApiProperty({ description: '报价链是否完整（逐条核对摘要）' }) whole!: boolean;
}

export const offerChainView = ({ offers, whole }: OfferChain): OfferChainView => ({
  items: offers.map(offerView),
  whole,
});
