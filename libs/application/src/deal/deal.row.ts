import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '#platform/database/transformers.js';

/** Table `deal`. */
@Entity('deal')
export class DealRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'introduction_id', nullable: true }) introductionId!: string | null;
  @Column('uuid', { name: 'demand_id', nullable: true }) demandId!: string | null;
  @Column('uuid', { name: 'auction_id', nullable: true }) auctionId!: string | null;
  @Column('uuid', { name: 'open_challenge_bid_id', nullable: true }) openChallengeBidId!: string | null;
  @Column('uuid', { name: 'achievement_id', nullable: true }) achievementId!: string | null;
  @Column('uuid', { name: 'listing_id', nullable: true }) listingId!: string | null;
  @Column('uuid', { name: 'buyer_organization_id' }) buyerOrganizationId!: string;
  @Column('uuid', { name: 'seller_organization_id' }) sellerOrganizationId!: string;
  @Column('uuid', { name: 'reader_ids', array: true }) readerIds!: string[];
  @Column('text') state!: string;
  @Column('integer', { name: 'agreed_serial', nullable: true }) agreedSerial!: number | null;
  @Column('integer', { name: 'refused_serial', nullable: true }) refusedSerial!: number | null;
  @Column('text', { name: 'close_reason', nullable: true }) closeReason!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** Table `deal_broker`. */
@Entity('deal_broker')
export class DealBrokerRow {
  @PrimaryColumn('uuid', { name: 'deal_id' }) dealId!: string;
  @PrimaryColumn('smallint') position!: number;
  @Column('uuid', { name: 'broker_person_id' }) brokerPersonId!: string;
  @Column('uuid', { name: 'agency_organization_id' }) agencyOrganizationId!: string;
  @Column('integer', { name: 'share_basis_points' }) shareBasisPoints!: number;
}

/** Table `deal_offer`. */
@Entity('deal_offer')
export class DealOfferRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'deal_id' }) dealId!: string;
  @Column('integer') serial!: number;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('bigint', { name: 'price_fen', transformer: bigintColumn }) priceFen!: bigint;
  @Column('text') mode!: string;
  @Column('text') terms!: string;
  @Column('timestamptz', { name: 'offered_at' }) offeredAt!: Date;
  @Column('text', { name: 'previous_hash', nullable: true }) previousHash!: string | null;
  @Column('text') hash!: string;
}
