import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A changed registration gets a new edition of its certificate; the old one goes on to verify, as 已变更. At most one
 * edition of a registration is valid. Locks `certificate` for as long as it takes to read it once.
 */
export class AddCertificateEditions1795392004100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificate
        ADD COLUMN edition integer NOT NULL DEFAULT 1 CHECK (edition BETWEEN 1 AND 10000),
        ADD COLUMN changed_at timestamptz,
        DROP CONSTRAINT certificate_registration_id_key,
        DROP CONSTRAINT certificate_registration_number_key,
        DROP CONSTRAINT certificate_state_check,
        ADD CONSTRAINT certificate_state_check CHECK (state IN ('valid', 'changed', 'cancelled')),
        ADD CONSTRAINT certificate_edition_once UNIQUE (registration_id, edition),
        ADD CONSTRAINT certificate_changed_at CHECK (state <> 'changed' OR changed_at IS NOT NULL),
        ADD CONSTRAINT certificate_cancelled_at CHECK (state <> 'cancelled' OR cancelled_at IS NOT NULL);
      ALTER TABLE certificate ALTER COLUMN edition DROP DEFAULT;
      CREATE UNIQUE INDEX certificate_valid_once ON certificate (registration_id) WHERE state = 'valid';
      CREATE INDEX certificate_number ON certificate (registration_number);
      GRANT UPDATE (changed_at) ON certificate TO qy_app;
      GRANT SELECT (edition, created_at, changed_at) ON certificate TO qy_public;
    `);
  }

  /** Goes back only where no registration was changed: an edition cannot be taken back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (created_at) ON certificate FROM qy_public;
      DROP INDEX certificate_valid_once, certificate_number;
      ALTER TABLE certificate
        DROP CONSTRAINT certificate_edition_once,
        DROP CONSTRAINT certificate_cancelled_at,
        DROP CONSTRAINT certificate_state_check,
        ADD CONSTRAINT certificate_state_check CHECK (state IN ('valid', 'cancelled')),
        ADD CONSTRAINT certificate_registration_id_key UNIQUE (registration_id),
        ADD CONSTRAINT certificate_registration_number_key UNIQUE (registration_number),
        DROP COLUMN changed_at,
        DROP COLUMN edition;
    `);
  }
}
