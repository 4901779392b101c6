import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `import`. */
@Entity('import')
export class ImportTableRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') kind!: string;
  @Column('boolean', { name: 'dry_run' }) dryRun!: boolean;
  @Column('boolean') publish!: boolean;
  @Column('text') state!: string;
  @Column('text', { array: true }) header!: readonly string[];
  @Column('text', { name: 'ignored_columns', array: true }) ignoredColumns!: readonly string[];
  @Column('integer') total!: number;
  @Column('integer') created!: number;
  @Column('integer') updated!: number;
  @Column('integer') unchanged!: number;
  @Column('integer') failed!: number;
  @Column('integer', { name: 'worked_ms' }) workedMs!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

/** Table `import_row`: one line of the file. */
@Entity('import_row')
export class ImportLineRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'import_id' }) importId!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('integer') line!: number;
  @Column('text', { name: 'external_key' }) externalKey!: string;
  @Column('jsonb', { nullable: true }) content!: unknown;
  @Column('jsonb', { nullable: true }) source!: unknown;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('jsonb') problems!: unknown;
}
