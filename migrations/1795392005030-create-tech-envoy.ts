import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Budgets by fund; technology envoys (科技特派员) with their service logs and monthly subsidies. One person and month is paid once
 * by key, and a log is never confirmed by whoever wrote it.
 */
export class CreateTechEnvoy1795392005030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE budget_line ADD COLUMN fund text NOT NULL DEFAULT 'conversionFund' CHECK (fund IN ('conversionFund', 'envoyFund'));
      ALTER TABLE budget_line ALTER COLUMN fund DROP DEFAULT, DROP CONSTRAINT budget_line_pkey,
        ADD PRIMARY KEY (fund, fiscal_year);

      CREATE TABLE tech_envoy (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        county_code text NOT NULL CHECK (county_code ~ '^6210[0-9]{2}$'),
        villages text[] NOT NULL CHECK (cardinality(villages) BETWEEN 1 AND 20),
        field text NOT NULL,
        state text NOT NULL CHECK (state IN ('serving', 'ended')),
        posted_from date NOT NULL,
        posted_to date,
        document_number text NOT NULL,
        posted_by uuid NOT NULL REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT tech_envoy_ended CHECK ((state = 'ended') = (posted_to IS NOT NULL) AND posted_to >= posted_from)
      );
      CREATE INDEX tech_envoy_person ON tech_envoy (person_id);
      CREATE INDEX tech_envoy_county ON tech_envoy (county_code, id);

      CREATE TABLE envoy_log (
        id uuid PRIMARY KEY,
        envoy_id uuid NOT NULL REFERENCES tech_envoy (id),
        person_id uuid NOT NULL REFERENCES person (id),
        county_code text NOT NULL,
        served_on date NOT NULL,
        village text NOT NULL,
        content text NOT NULL,
        state text NOT NULL CHECK (state IN ('submitted', 'confirmed', 'rejected')),
        decided_by uuid REFERENCES person (id),
        decision_reason text,
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT envoy_log_other_eyes CHECK (decided_by <> person_id),
        CONSTRAINT envoy_log_decided CHECK ((state = 'submitted') = (decided_by IS NULL)),
        CONSTRAINT envoy_log_once UNIQUE (envoy_id, served_on, village)
      );
      CREATE INDEX envoy_log_month ON envoy_log (served_on) WHERE state = 'confirmed';
      CREATE INDEX envoy_log_county ON envoy_log (county_code, id);

      CREATE TABLE envoy_month (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        county_code text NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        state text NOT NULL CHECK (state IN ('accrued', 'paid')),
        logs integer NOT NULL CHECK (logs > 0),
        entry_id uuid NOT NULL REFERENCES ledger_entry (id),
        payment_entry_id uuid REFERENCES ledger_entry (id),
        payment_document text,
        paid_on date,
        at timestamptz NOT NULL,
        CONSTRAINT envoy_month_once UNIQUE (person_id, month),
        CONSTRAINT envoy_month_paid CHECK ((state = 'paid') = (payment_entry_id IS NOT NULL AND payment_document IS NOT NULL
          AND paid_on IS NOT NULL))
      );
      CREATE INDEX envoy_month_month ON envoy_month (month, id);
    `);
    for (const table of ['tech_envoy', 'envoy_log', 'envoy_month']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(`
      CREATE POLICY tech_envoy_read ON tech_envoy FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id() OR app_has_role('rewardOfficer', 'auditor', 'countyOfficer'));
      CREATE POLICY tech_envoy_insert ON tech_envoy FOR INSERT TO qy_app WITH CHECK (app_has_role('rewardOfficer'));
      CREATE POLICY tech_envoy_update ON tech_envoy FOR UPDATE TO qy_app USING (app_has_role('rewardOfficer'));
      GRANT UPDATE (state, posted_to, version, updated_at) ON tech_envoy TO qy_app;

      CREATE POLICY envoy_log_read ON envoy_log FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id() OR app_has_role('rewardOfficer', 'auditor', 'countyOfficer'));
      CREATE POLICY envoy_log_insert ON envoy_log FOR INSERT TO qy_app WITH CHECK (person_id = app_person_id());
      CREATE POLICY envoy_log_update ON envoy_log FOR UPDATE TO qy_app USING (app_has_role('countyOfficer'));
      GRANT UPDATE (state, decided_by, decision_reason, decided_at) ON envoy_log TO qy_app;

      CREATE POLICY envoy_month_read ON envoy_month FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id() OR app_has_role('rewardOfficer', 'auditor'));
      CREATE POLICY envoy_month_insert ON envoy_month FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY envoy_month_update ON envoy_month FOR UPDATE TO qy_app USING (app_is_system());
      GRANT UPDATE (state, payment_entry_id, payment_document, paid_on) ON envoy_month TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE envoy_month, envoy_log, tech_envoy;
      ALTER TABLE budget_line DROP CONSTRAINT budget_line_pkey, ADD PRIMARY KEY (fiscal_year), DROP COLUMN fund;
    `);
  }
}
