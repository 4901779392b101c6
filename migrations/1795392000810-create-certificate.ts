import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 登记证明 and its keys. Anonymous readers see the masked columns only, by column grants; the signed text is for the
 * parties and the bureau. The private key is seen by the system actor only, and only where no key file is configured.
 */
export class CreateCertificate1795392000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificate_key (
        id text PRIMARY KEY,
        public_key text NOT NULL,
        created_at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT ON certificate_key TO qy_app;
      GRANT SELECT ON certificate_key TO qy_public;

      CREATE TABLE certificate_signing_key (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        private_key text NOT NULL
      );
      ALTER TABLE certificate_signing_key ENABLE ROW LEVEL SECURITY;
      ALTER TABLE certificate_signing_key FORCE ROW LEVEL SECURITY;
      CREATE POLICY certificate_signing_key_use ON certificate_signing_key FOR ALL TO qy_app USING (app_is_system());
      GRANT SELECT, INSERT ON certificate_signing_key TO qy_app;

      CREATE TABLE certificate (
        id uuid PRIMARY KEY,
        registration_id uuid NOT NULL UNIQUE REFERENCES contract_registration (id),
        party_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('valid', 'cancelled')),
        verification_code text NOT NULL UNIQUE CHECK (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{26}$'),
        registration_number text NOT NULL UNIQUE,
        content jsonb NOT NULL,
        signed_text text NOT NULL,
        content_hash text NOT NULL,
        signature text NOT NULL,
        key_id text NOT NULL REFERENCES certificate_key (id),
        contract_type text NOT NULL,
        masked_sellers text[] NOT NULL,
        masked_buyers text[] NOT NULL,
        registered_on date NOT NULL,
        office text NOT NULL,
        cancelled_at timestamptz,
        created_at timestamptz NOT NULL
      );
      ALTER TABLE certificate ENABLE ROW LEVEL SECURITY;
      ALTER TABLE certificate FORCE ROW LEVEL SECURITY;
      CREATE POLICY certificate_read ON certificate FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() = ANY (party_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY certificate_read_public ON certificate FOR SELECT TO qy_public USING (true);
      CREATE POLICY certificate_insert ON certificate FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      CREATE POLICY certificate_update ON certificate FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('registrar', 'reviewer'));
      GRANT SELECT, INSERT, UPDATE (state, cancelled_at) ON certificate TO qy_app;
      GRANT SELECT (state, verification_code, registration_number, content_hash, key_id, contract_type, masked_sellers,
        masked_buyers, registered_on, office, cancelled_at) ON certificate TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE certificate, certificate_signing_key, certificate_key;`);
  }
}
