import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `public_notice`. */
@Entity('public_notice')
export class PublicNoticeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text', { name: 'subject_kind' }) subjectKind!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('text') state!: string;
  @Column('text') title!: string;
  @Column('jsonb') items!: readonly { readonly label: string; readonly value: string }[];
  @Column('text', { name: 'objection_procedure' }) objectionProcedure!: string;
  @Column('date', { name: 'posted_on' }) postedOn!: string;
  @Column('integer') days!: number;
  @Column('date', { name: 'last_day' }) lastDay!: string;
  @Column('boolean') provisional!: boolean;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** Table `objection`. */
@Entity('objection')
export class ObjectionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'notice_id' }) noticeId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') state!: string;
  @Column('text') reason!: string;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
