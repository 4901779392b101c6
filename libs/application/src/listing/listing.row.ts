import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '#platform/database/transformers.js';

/** Table `listing`. */
@Entity('listing')
export class ListingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'achievement_id' }) achievementId!: string;
  @Column('text') state!: string;
  @Column('text', { name: 'pricing_method', nullable: true }) pricingMethod!: string | null;
  @Column('text', { name: 'transfer_mode' }) transferMode!: string;
  @Column('bigint', { name: 'price_fen', nullable: true, transformer: bigintColumn }) priceFen!: bigint | null;
  @Column('boolean', { name: 'related_party' }) relatedParty!: boolean;
  @Column('integer', { name: 'notice_days' }) noticeDays!: number;
  @Column('uuid', { name: 'notice_id', nullable: true }) noticeId!: string | null;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column('date', { name: 'alive_until', nullable: true }) aliveUntil!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'listed_at', nullable: true }) listedAt!: Date | null;
}
