import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '#platform/database/transformers.js';

/** Table `achievement`. */
@Entity('achievement')
export class AchievementRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') state!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('text', { nullable: true }) field!: string | null;
  @Column('text', { array: true }) keywords!: readonly string[];
  @Column('smallint', { name: 'readiness_level', nullable: true }) readinessLevel!: number | null;
  @Column('text', { name: 'farm_stage', nullable: true }) farmStage!: string | null;
  @Column('text', { name: 'county_code', nullable: true }) countyCode!: string | null;
  @Column('text', { name: 'zone_code', nullable: true }) zoneCode!: string | null;
  @Column('text', { name: 'transfer_modes', array: true }) transferModes!: readonly string[];
  @Column('bigint', { name: 'price_fen', nullable: true, transformer: bigintColumn }) priceFen!: bigint | null;
  @Column('boolean') secret!: boolean;
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('text', { name: 'registration_number', nullable: true }) registrationNumber!: string | null;
  @Column('text', { name: 'external_key', nullable: true }) externalKey!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
}

/** Table `achievement_disclosure`: what only the owner and the bureau read. */
@Entity('achievement_disclosure')
export class AchievementDisclosureRow {
  @PrimaryColumn('uuid', { name: 'achievement_id' }) achievementId!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text', { nullable: true }) detail!: string | null;
  @Column('text', { nullable: true }) contact!: string | null;
}

/** Table `achievement_inventor`. */
@Entity('achievement_inventor')
export class AchievementInventorRow {
  @PrimaryColumn('uuid', { name: 'achievement_id' }) achievementId!: string;
  @PrimaryColumn('smallint') position!: number;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') name!: string;
  @Column('integer', { name: 'share_basis_points' }) shareBasisPoints!: number;
}
