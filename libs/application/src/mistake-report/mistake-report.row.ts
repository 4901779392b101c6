import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `mistake_report`. */
@Entity('mistake_report')
export class MistakeReportRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('text') kind!: string;
  @Column('text') page!: string;
  @Column('text') words!: string;
  @Column('text') state!: string;
  @Column('date', { name: 'received_on' }) receivedOn!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('date', { name: 'answered_on', nullable: true }) answeredOn!: string | null;
  @Column('uuid', { name: 'handled_by', nullable: true }) handledBy!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
