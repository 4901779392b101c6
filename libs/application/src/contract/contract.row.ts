import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '#platform/database/transformers.js';

/** Table `contract`. */
@Entity('contract')
export class ContractRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'deal_id' }) dealId!: string;
  @Column('text') state!: string;
  @Column('text') title!: string;
  @Column('text') type!: string;
  @Column('text', { name: 'sub_type' }) subType!: string;
  @Column('uuid', { name: 'seller_organization_id' }) sellerOrganizationId!: string;
  @Column('uuid', { name: 'buyer_organization_id' }) buyerOrganizationId!: string;
  @Column('uuid', { name: 'reader_ids', array: true }) readerIds!: string[];
  @Column('bigint', { name: 'contract_value_fen', transformer: bigintColumn }) contractValueFen!: bigint;
  @Column('bigint', { name: 'declared_technology_value_fen', transformer: bigintColumn })
  declaredTechnologyValueFen!: bigint;
  @Column('uuid', { name: 'achievement_id', nullable: true }) achievementId!: string | null;
  @Column('uuid', { name: 'listing_id', nullable: true }) listingId!: string | null;
  @Column('date', { name: 'signed_on', nullable: true }) signedOn!: string | null;
  @Column('date', { name: 'effective_on', nullable: true }) effectiveOn!: string | null;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column('boolean', { name: 'related_party' }) relatedParty!: boolean;
  @Column('uuid', { name: 'party_ids', array: true }) partyIds!: string[];
  @Column('jsonb') terms!: unknown;
  @Column('bigint', { name: 'settled_contract_value_fen', nullable: true, transformer: bigintColumn })
  settledContractValueFen!: bigint | null;
  @Column('bigint', { name: 'settled_technology_value_fen', nullable: true, transformer: bigintColumn })
  settledTechnologyValueFen!: bigint | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** Table `contract_party`. */
@Entity('contract_party')
export class ContractPartyRow {
  @PrimaryColumn('uuid', { name: 'contract_id' }) contractId!: string;
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') role!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'credit_code' }) creditCode!: string;
  @Column('text', { name: 'county_code' }) countyCode!: string;
  @Column('text', { name: 'country_code' }) countryCode!: string;
  @Column('text', { name: 'nature_code', nullable: true }) natureCode!: string | null;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt!: Date | null;
  @Column('timestamptz', { name: 'ending_agreed_at', nullable: true }) endingAgreedAt!: Date | null;
}

/** Table `contract_item`: non-technology items. */
@Entity('contract_item')
export class ContractItemRow {
  @PrimaryColumn('uuid', { name: 'contract_id' }) contractId!: string;
  @PrimaryColumn('smallint') position!: number;
  @Column('text') kind!: string;
  @Column('bigint', { name: 'amount_fen', transformer: bigintColumn }) amountFen!: bigint;
  @Column('boolean', { name: 'within_reasonable_carrier' }) withinReasonableCarrier!: boolean;
}

/** Table `contract_brokerage`. */
@Entity('contract_brokerage')
export class ContractBrokerageRow {
  @PrimaryColumn('uuid', { name: 'contract_id' }) contractId!: string;
  @PrimaryColumn('smallint') position!: number;
  @Column('uuid', { name: 'broker_person_id' }) brokerPersonId!: string;
  @Column('uuid', { name: 'agency_organization_id' }) agencyOrganizationId!: string;
  @Column('integer', { name: 'share_basis_points' }) shareBasisPoints!: number;
}
