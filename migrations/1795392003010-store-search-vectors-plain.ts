import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vectors of the search are read for every candidate of a query: decompressing them took half of its time. What is
 * stored already is compressed until it is written again (`search:rebuild` with changed contents, or any change).
 * The index takes each vector at once: entries that wait in its list are read by every search. Brief locks only.
 */
export class StoreSearchVectorsPlain1795392003010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE search_document ALTER COLUMN tsv SET STORAGE EXTERNAL;
      ALTER TABLE search_staging ALTER COLUMN tsv SET STORAGE EXTERNAL;
      ALTER INDEX search_document_tsv SET (fastupdate = off);
      CREATE INDEX search_term_term ON search_term (index_name, term);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX search_term_term;
      ALTER INDEX search_document_tsv RESET (fastupdate);
      ALTER TABLE search_staging ALTER COLUMN tsv SET STORAGE EXTENDED;
      ALTER TABLE search_document ALTER COLUMN tsv SET STORAGE EXTENDED;
    `);
  }
}
