import { ApiProperty } from '@nestjs/swagger';
import { transferModes } from '#domain/achievement/achievement.js';
import { listingTransitions, pricingMethods, type Listing } from '#domain/listing/listing.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class ListingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '挂牌单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(listingTransitions) }) state!: string;
  @ApiProperty({ description: '定价方式', enum: pricingMethods, type: 'string', nullable: true }) pricingMethod!:
    string | null;
  @ApiProperty({ description: '转化方式', enum: transferModes }) transferMode!: string;
  @ApiProperty({ description: '拟交易价格', type: MoneyView, nullable: true }) price!: MoneyView | null;
  @ApiProperty({ description: '拟受让方与完成人有关联关系' }) relatedParty!: boolean;
  @ApiProperty({ description: '公示日数' }) noticeDays!: number;
  @ApiProperty({ description: '公示编号，未公示或无需公示为 null', type: 'string', format: 'uuid', nullable: true })
  noticeId!: string | null;
  @ApiProperty({ description: '挂牌有效期至', type: 'string', format: 'date', nullable: true }) validUntil!:
    string | null;
  @ApiProperty({
    description: '在架至（含当日），其后冻结，可续期；未挂牌为 null',
    type: 'string',
    format: 'date',
    nullable: true,
  })
  aliveUntil!: string | null;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '可签约起始时间', type: 'string', format: 'date-time', nullable: true }) listedAt!:
    string | null;
}

export class SignabilityView {
  @ApiProperty({ description: '挂牌编号', format: 'uuid' }) listingId!: string;
  @ApiProperty({ description: '现在可以签约；不可以时以问题答复说明依据与日期', example: true }) signable!: boolean;
}

export const listingView = (listing: Listing): ListingView => ({
  id: listing.id,
  organizationId: listing.organizationId,
  achievementId: listing.achievementId,
  state: listing.state,
  pricingMethod: listing.pricingMethod,
  transferMode: listing.transferMode,
  price: listing.price === null ? null : moneyView(listing.price),
  relatedParty: listing.relatedParty,
  noticeDays: listing.noticeDays,
  noticeId: listing.noticeId,
  validUntil: listing.validUntil,
  aliveUntil: listing.aliveUntil,
  version: listing.version,
  createdAt: listing.createdAt.toISOString(),
  listedAt: listing.listedAt?.toISOString() ?? null,
});
