import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Attachments of more concepts: which kinds there are is the domain's list, checked by the service; the table keeps the
 * shape of a concept's name only. Checking the table again locks it for a moment.
 */
export class OpenAttachmentSubjects1795392007150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_check;
      ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_check
        CHECK (subject_kind ~ '^[a-z][A-Za-z]{1,39}$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_check;
      DELETE FROM attachment WHERE subject_kind NOT IN ('contract', 'contractRegistration');
      ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_check
        CHECK (subject_kind IN ('contract', 'contractRegistration'));
    `);
  }
}
