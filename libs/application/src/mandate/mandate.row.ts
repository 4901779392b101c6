import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '#platform/database/transformers.js';

/** Table `mandate`. */
@Entity('mandate')
export class MandateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'broker_person_id' }) brokerPersonId!: string;
  @Column('uuid', { name: 'agency_organization_id' }) agencyOrganizationId!: string;
  @Column('uuid', { name: 'principal_organization_id' }) principalOrganizationId!: string;
  @Column('text', { name: 'subject_kind' }) subjectKind!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('uuid', { name: 'match_id', nullable: true }) matchId!: string | null;
  @Column('text') state!: string;
  @Column('text', { name: 'fee_kind' }) feeKind!: string;
  @Column('bigint', { name: 'fee_amount_fen', nullable: true, transformer: bigintColumn }) feeAmountFen!: bigint | null;
  @Column('integer', { name: 'fee_basis_points', nullable: true }) feeBasisPoints!: number | null;
  @Column('text', { name: 'fee_base', nullable: true }) feeBase!: string | null;
  @Column('boolean') exclusive!: boolean;
  @Column('date', { name: 'expires_on' }) expiresOn!: string;
  @Column('integer', { name: 'tail_days' }) tailDays!: number;
  @Column('text', { name: 'interest_note', nullable: true }) interestNote!: string | null;
  @Column('text', { name: 'close_reason', nullable: true }) closeReason!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

/** Table `dual_agency_consent`. */
@Entity('dual_agency_consent')
export class DualAgencyConsentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'match_id' }) matchId!: string;
  @Column('uuid', { name: 'agency_organization_id' }) agencyOrganizationId!: string;
  @Column('uuid', { name: 'principal_organization_id' }) principalOrganizationId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') statement!: string;
  @Column('timestamptz', { name: 'consented_at' }) consentedAt!: Date;
}
