import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchReasons } from '#domain/matching/match.js';

/** Table `match`. Who said yes or no stands apart (`match_acceptance`, `match_decline`): not everybody reads it. */
@Entity('match')
export class MatchRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'demand_id' }) demandId!: string;
  @Column('uuid', { name: 'achievement_id' }) achievementId!: string;
  @Column('uuid', { name: 'demand_organization_id' }) demandOrganizationId!: string;
  @Column('uuid', { name: 'achievement_organization_id' }) achievementOrganizationId!: string;
  @Column('text') state!: string;
  @Column('integer') score!: number;
  @Column('text') grade!: string;
  @Column('jsonb') reasons!: MatchReasons;
  @Column('text', { name: 'model_version' }) modelVersion!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
