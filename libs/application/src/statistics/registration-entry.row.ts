import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '#platform/database/transformers.js';

/** Table `registration_entry`: one version of one registered contract. */
@Entity('registration_entry')
export class RegistrationEntryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'registration_number' }) registrationNumber!: string;
  @Column('uuid', { name: 'registration_id', nullable: true }) registrationId!: string | null;
  @Column('uuid', { name: 'import_id', nullable: true }) importId!: string | null;
  @Column('text') source!: string;
  @Column('text', { name: 'rule_set_id' }) ruleSetId!: string;
  @Column('text') title!: string;
  @Column('text') type!: string;
  @Column('text', { name: 'sub_type', nullable: true }) subType!: string | null;
  @Column('text', { nullable: true }) field!: string | null;
  @Column('text', { name: 'ip_kind', nullable: true }) ipKind!: string | null;
  @Column('text', { nullable: true }) plan!: string | null;
  @Column('text', { nullable: true }) goal!: string | null;
  @Column('text', { nullable: true }) industry!: string | null;
  @Column('text', { nullable: true }) payment!: string | null;
  @Column('boolean', { name: 'is_foreign', nullable: true }) foreign!: boolean | null;
  @Column('text', { name: 'seller_name' }) sellerName!: string;
  @Column('text', { name: 'seller_credit_code', nullable: true }) sellerCreditCode!: string | null;
  @Column('text', { name: 'seller_nature', nullable: true }) sellerNature!: string | null;
  @Column('text', { name: 'seller_country' }) sellerCountry!: string;
  @Column('text', { name: 'seller_place_code', nullable: true }) sellerPlaceCode!: string | null;
  @Column('text', { name: 'seller_nature_group' }) sellerNatureGroup!: string;
  @Column('text', { name: 'seller_place' }) sellerPlace!: string;
  @Column('text', { name: 'buyer_name' }) buyerName!: string;
  @Column('text', { name: 'buyer_credit_code', nullable: true }) buyerCreditCode!: string | null;
  @Column('text', { name: 'buyer_nature', nullable: true }) buyerNature!: string | null;
  @Column('text', { name: 'buyer_country' }) buyerCountry!: string;
  @Column('text', { name: 'buyer_place_code', nullable: true }) buyerPlaceCode!: string | null;
  @Column('text', { name: 'buyer_nature_group' }) buyerNatureGroup!: string;
  @Column('text', { name: 'buyer_place' }) buyerPlace!: string;
  @Column('text', { array: true }) directions!: string[];
  @Column('text', { name: 'size_band' }) sizeBand!: string;
  @Column('bigint', { name: 'contract_value_fen', transformer: bigintColumn }) contractValueFen!: bigint;
  @Column('bigint', { name: 'technology_value_fen', transformer: bigintColumn }) technologyValueFen!: bigint;
  @Column('bigint', { name: 'technology_income_fen', transformer: bigintColumn }) technologyIncomeFen!: bigint;
  @Column('boolean', { name: 'related_party' }) relatedParty!: boolean;
  @Column('date', { name: 'signed_on', nullable: true }) signedOn!: string | null;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column('date', { name: 'registered_on' }) registeredOn!: string;
  @Column('date', { name: 'cancelled_on', nullable: true }) cancelledOn!: string | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
