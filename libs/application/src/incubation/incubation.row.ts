import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `tenancy`. */
@Entity('tenancy')
export class TenancyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'incubator_organization_id' }) incubatorOrganizationId!: string;
  @Column('uuid', { name: 'enterprise_organization_id' }) enterpriseOrganizationId!: string;
  @Column('text') state!: string;
  @Column('text') plan!: string;
  @Column('boolean', { name: 'technology_based' }) technologyBased!: boolean;
  @Column('date', { name: 'founded_on', nullable: true }) foundedOn!: string | null;
  @Column('text', { nullable: true }) field!: string | null;
  @Column('boolean', { name: 'on_premises' }) onPremises!: boolean;
  @Column('text', { name: 'exception_reason', nullable: true }) exceptionReason!: string | null;
  @Column('boolean', { name: 'by_definition' }) byDefinition!: boolean;
  @Column('text', { name: 'graduation_ground', nullable: true }) graduationGround!: string | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  @Column('date', { name: 'applied_on' }) appliedOn!: string;
  @Column('date', { name: 'admitted_on', nullable: true }) admittedOn!: string | null;
  @Column('date', { name: 'planned_until', nullable: true }) plannedUntil!: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** Table `tenancy_milestone`. */
@Entity('tenancy_milestone')
export class TenancyMilestoneRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'tenancy_id' }) tenancyId!: string;
  @Column('text') kind!: string;
  @Column('text') note!: string;
  @Column('date', { name: 'reached_on' }) reachedOn!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
