import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TemplateAnswer } from '#domain/demand/demand-template.js';
import { bigintColumn } from '#platform/database/transformers.js';

/** Table `demand`. */
@Entity('demand')
export class DemandRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') state!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text', { nullable: true }) field!: string | null;
  @Column('text', { name: 'county_code' }) countyCode!: string;
  @Column('text', { name: 'zone_code', nullable: true }) zoneCode!: string | null;
  @Column('bigint', { name: 'budget_fen', nullable: true, transformer: bigintColumn }) budgetFen!: bigint | null;
  @Column('text', { name: 'transfer_modes', array: true }) transferModes!: readonly string[];
  @Column('date', { name: 'needed_by', nullable: true }) neededBy!: string | null;
  @Column('smallint', { name: 'least_readiness_level', nullable: true }) leastReadinessLevel!: number | null;
  @Column('text', { name: 'excluded_region_codes', array: true }) excludedRegionCodes!: readonly string[];
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column('date', { name: 'alive_until', nullable: true }) aliveUntil!: string | null;
  @Column('text', { name: 'template_code', nullable: true }) templateCode!: string | null;
  @Column('integer', { name: 'template_version', nullable: true }) templateVersion!: number | null;
  @Column('jsonb') answers!: readonly TemplateAnswer[];
  @Column('text', { name: 'external_key', nullable: true }) externalKey!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
}
