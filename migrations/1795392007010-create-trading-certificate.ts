import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 交易鉴证书: what the market witnessed of a concluded deal. Anonymous readers see the masked columns only. New tables only. */
export class CreateTradingCertificate1795392007010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trading_certificate_counter (
        year integer PRIMARY KEY CHECK (year BETWEEN 2000 AND 9999),
        last_serial integer NOT NULL CHECK (last_serial BETWEEN 1 AND 999999)
      );
      GRANT SELECT, INSERT, UPDATE ON trading_certificate_counter TO qy_app;

      CREATE TABLE trading_certificate (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE CHECK (number ~ '^QYJZ-[0-9]{4}-[0-9]{6}$'),
        contract_id uuid NOT NULL REFERENCES contract (id),
        party_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('valid', 'revoked')),
        content jsonb NOT NULL,
        signed_text text NOT NULL,
        content_hash text NOT NULL,
        signature text NOT NULL,
        key_id text NOT NULL REFERENCES certificate_key (id),
        method text NOT NULL,
        masked_sellers text[] NOT NULL,
        masked_buyers text[] NOT NULL,
        issued_on date NOT NULL,
        office text NOT NULL,
        issued_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoke_reason text,
        CONSTRAINT trading_certificate_revoked CHECK ((state = 'revoked') = (revoked_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX trading_certificate_of_contract ON trading_certificate (contract_id) WHERE state = 'valid';
      CREATE INDEX trading_certificate_parties ON trading_certificate USING gin (party_ids);
      ALTER TABLE trading_certificate ENABLE ROW LEVEL SECURITY;
      ALTER TABLE trading_certificate FORCE ROW LEVEL SECURITY;
      CREATE POLICY trading_certificate_read ON trading_certificate FOR SELECT TO qy_app USING (
        app_is_system() OR app_organization_id() = ANY (party_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      CREATE POLICY trading_certificate_read_public ON trading_certificate FOR SELECT TO qy_public USING (true);
      CREATE POLICY trading_certificate_insert ON trading_certificate FOR INSERT TO qy_app WITH CHECK (
        app_has_role('registrar'));
      CREATE POLICY trading_certificate_update ON trading_certificate FOR UPDATE TO qy_app USING (app_has_role('reviewer'));
      GRANT SELECT, INSERT, UPDATE (state, revoked_at, revoke_reason) ON trading_certificate TO qy_app;
      GRANT SELECT (number, state, content_hash, key_id, method, masked_sellers, masked_buyers, issued_on, office, issued_at,
        revoked_at) ON trading_certificate TO qy_public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE trading_certificate, trading_certificate_counter;`);
  }
}
