import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cells of a failed row as the file has them, so that they can be mended and sent again. Locks for a moment only. */
export class KeepImportSource1795392007353 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import ADD COLUMN header text[] NOT NULL DEFAULT '{}';
      ALTER TABLE import_row ADD COLUMN source jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_row DROP COLUMN source;
      ALTER TABLE import DROP COLUMN header;
    `);
  }
}
