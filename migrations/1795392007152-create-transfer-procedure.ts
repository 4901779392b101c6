import type { MigrationInterface, QueryRunner } from 'typeorm';

const children = ['procedure_step', 'procedure_vote', 'procedure_minutes', 'minutes_signature'];

/**
 * Procedures of putting an achievement to use, by a unit's rule: stays in the stages, votes, minutes and signatures. Rules,
 * votes, minutes and signatures are written once: the app's role may neither change nor delete them. Outside experts named
 * in a rule read and act in its cases.
 */
export class CreateTransferProcedure1795392007152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE transfer_rule (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        revision integer NOT NULL CHECK (revision >= 1),
        stages jsonb NOT NULL CHECK (jsonb_typeof(stages) = 'array'),
        note text NOT NULL,
        created_by uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT transfer_rule_revision_once UNIQUE (organization_id, revision)
      );
      CREATE TABLE transfer_procedure (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        title text NOT NULL,
        rule_id uuid NOT NULL REFERENCES transfer_rule (id),
        stages jsonb NOT NULL CHECK (jsonb_typeof(stages) = 'array'),
        actor_ids uuid[] NOT NULL,
        way text NOT NULL CHECK (way IN ('selfImplementation', 'transfer', 'licence', 'cooperation', 'equityContribution',
          'other')),
        summary text NOT NULL,
        counterparty_organization_id uuid REFERENCES organization (id),
        counterparty_name text,
        related_party boolean NOT NULL,
        related_note text,
        price_method text CHECK (price_method IN ('negotiated', 'listed', 'auction')),
        price_fen bigint CHECK (price_fen >= 0),
        price_basis text,
        appraisal text CHECK (appraisal IN ('appraised', 'notAppraised')),
        appraisal_reason text,
        state text NOT NULL CHECK (state IN ('initiation', 'preliminaryReview', 'evaluation', 'argumentation', 'decision',
          'publicity', 'implementation', 'completed', 'rejected', 'withdrawn', 'abandoned')),
        notice_id uuid REFERENCES public_notice (id),
        deal_id uuid REFERENCES deal (id),
        contract_id uuid REFERENCES contract (id),
        reward_plan_id uuid REFERENCES reward_plan (id),
        outcome text,
        created_by uuid NOT NULL REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT transfer_procedure_priced CHECK ((price_method IS NULL) = (price_fen IS NULL)),
        CONSTRAINT transfer_procedure_related CHECK (NOT related_party OR related_note IS NOT NULL)
      );
      CREATE INDEX transfer_procedure_organization ON transfer_procedure (organization_id, state, id);
      CREATE INDEX transfer_procedure_achievement ON transfer_procedure (achievement_id);
      CREATE INDEX transfer_procedure_actors ON transfer_procedure USING gin (actor_ids);
      CREATE UNIQUE INDEX transfer_procedure_one_open ON transfer_procedure (achievement_id, way)
        WHERE state NOT IN ('completed', 'rejected', 'withdrawn', 'abandoned');

      CREATE TABLE procedure_step (
        id uuid PRIMARY KEY,
        procedure_id uuid NOT NULL REFERENCES transfer_procedure (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        serial integer NOT NULL CHECK (serial >= 1),
        stage text NOT NULL,
        entered_at timestamptz NOT NULL,
        due_on date,
        left_at timestamptz,
        event text,
        reason text,
        by_person_id uuid REFERENCES person (id),
        CONSTRAINT procedure_step_serial_once UNIQUE (procedure_id, serial)
      );
      CREATE UNIQUE INDEX procedure_step_one_open ON procedure_step (procedure_id) WHERE left_at IS NULL;
      CREATE TABLE procedure_vote (
        step_id uuid NOT NULL REFERENCES procedure_step (id),
        procedure_id uuid NOT NULL REFERENCES transfer_procedure (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        vote text NOT NULL CHECK (vote IN ('approve', 'object', 'abstain', 'recused')),
        opinion text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (step_id, person_id)
      );
      CREATE TABLE procedure_minutes (
        id uuid PRIMARY KEY,
        step_id uuid NOT NULL REFERENCES procedure_step (id),
        procedure_id uuid NOT NULL REFERENCES transfer_procedure (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        serial integer NOT NULL CHECK (serial >= 1),
        content jsonb NOT NULL,
        content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        drafted_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        CONSTRAINT procedure_minutes_serial_once UNIQUE (step_id, serial)
      );
      CREATE TABLE minutes_signature (
        minutes_id uuid NOT NULL REFERENCES procedure_minutes (id),
        procedure_id uuid NOT NULL REFERENCES transfer_procedure (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        content_hash text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (minutes_id, person_id)
      );

      ALTER TABLE transfer_rule ENABLE ROW LEVEL SECURITY;
      ALTER TABLE transfer_rule FORCE ROW LEVEL SECURITY;
      CREATE POLICY transfer_rule_read ON transfer_rule FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('registrar', 'reviewer', 'auditor'));
      CREATE POLICY transfer_rule_insert ON transfer_rule FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      GRANT SELECT, INSERT ON transfer_rule TO qy_app;

      ALTER TABLE transfer_procedure ENABLE ROW LEVEL SECURITY;
      ALTER TABLE transfer_procedure FORCE ROW LEVEL SECURITY;
      CREATE POLICY transfer_procedure_read ON transfer_procedure FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_person_id() = ANY (actor_ids)
        OR app_has_role('registrar', 'reviewer', 'auditor'));
      CREATE POLICY transfer_procedure_insert ON transfer_procedure FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY transfer_procedure_update ON transfer_procedure FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_person_id() = ANY (actor_ids));
      GRANT SELECT, INSERT ON transfer_procedure TO qy_app;
      GRANT UPDATE (price_method, price_fen, price_basis, appraisal, appraisal_reason, counterparty_organization_id,
        counterparty_name, related_party, related_note, state, notice_id, deal_id, contract_id, reward_plan_id, outcome, version,
        updated_at) ON transfer_procedure TO qy_app;
    `);
    for (const table of children) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          EXISTS (SELECT FROM transfer_procedure p WHERE p.id = procedure_id));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          EXISTS (SELECT FROM transfer_procedure p WHERE p.id = procedure_id AND (app_is_system()
            OR p.organization_id = app_organization_id() OR app_person_id() = ANY (p.actor_ids))));
        GRANT SELECT, INSERT ON ${table} TO qy_app;
      `);
    }
    await runner.query(`
      CREATE POLICY procedure_step_update ON procedure_step FOR UPDATE TO qy_app USING (left_at IS NULL
        AND EXISTS (SELECT FROM transfer_procedure p WHERE p.id = procedure_id AND (app_is_system()
          OR p.organization_id = app_organization_id() OR app_person_id() = ANY (p.actor_ids)))) WITH CHECK (true);
      GRANT UPDATE (left_at, event, reason, by_person_id) ON procedure_step TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM attachment WHERE subject_kind = 'transferProcedure';
      DROP TABLE minutes_signature, procedure_minutes, procedure_vote, procedure_step, transfer_procedure, transfer_rule;
    `);
  }
}
