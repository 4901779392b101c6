import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `patent`. */
@Entity('patent')
export class PatentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'achievement_id', nullable: true }) achievementId!: string | null;
  @Column('text') state!: string;
  @Column('text') number!: string;
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('text', { name: 'publication_number', nullable: true }) publicationNumber!: string | null;
  @Column('date', { name: 'filed_on' }) filedOn!: string;
  @Column('date', { name: 'granted_on', nullable: true }) grantedOn!: string | null;
  @Column('date', { name: 'expires_on' }) expiresOn!: string;
  @Column('boolean') secret!: boolean;
  @Column('boolean') pledged!: boolean;
  @Column('boolean', { name: 'pledgee_consents' }) pledgeeConsents!: boolean;
  @Column('text') licence!: string;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
