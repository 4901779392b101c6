import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `introduction`. */
@Entity('introduction')
export class IntroductionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'match_id' }) matchId!: string;
  @Column('uuid', { name: 'demand_id' }) demandId!: string;
  @Column('uuid', { name: 'achievement_id' }) achievementId!: string;
  @Column('uuid', { name: 'demand_organization_id' }) demandOrganizationId!: string;
  @Column('uuid', { name: 'achievement_organization_id' }) achievementOrganizationId!: string;
  @Column('text', { name: 'introducer_kind' }) introducerKind!: string;
  @Column('uuid', { name: 'introducer_person_id' }) introducerPersonId!: string;
  @Column('uuid', { name: 'introducer_organization_id' }) introducerOrganizationId!: string;
  @Column('uuid', { name: 'mandate_ids', array: true }) mandateIds!: string[];
  @Column('text') state!: string;
  @Column('text') message!: string;
  @Column('text', { name: 'decline_reason', nullable: true }) declineReason!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** Table `introduction_acceptance`. */
@Entity('introduction_acceptance')
export class IntroductionAcceptanceRow {
  @PrimaryColumn('uuid', { name: 'introduction_id' }) introductionId!: string;
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'accepted_at' }) acceptedAt!: Date;
}

/** Table `introduction_contact`. */
@Entity('introduction_contact')
export class IntroductionContactRow {
  @PrimaryColumn('uuid', { name: 'introduction_id' }) introductionId!: string;
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') contact!: string;
}
