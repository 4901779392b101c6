import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Technology brokers (技术经纪人): recognition with training and casebook, practice for one agency at a time, credit.
 * The database itself keeps one person from two open applications, two terms at once and two agencies at once.
 */
export class CreateBroker1795392007400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE TABLE broker_recognition (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        person_name text NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        kind text NOT NULL CHECK (kind IN ('first', 'renewal', 'upgrade')),
        grade text NOT NULL CHECK (grade IN ('junior', 'intermediate', 'senior')),
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'examined', 'publicized', 'recognized', 'suspended',
          'refused', 'withdrawn', 'revoked', 'expired', 'superseded')),
        certificate_number text NOT NULL,
        certificate_issuer text NOT NULL,
        certificate_issued_on date NOT NULL,
        statement text NOT NULL,
        public_consent boolean NOT NULL,
        credit_consent boolean NOT NULL,
        recognition_number text UNIQUE,
        valid_from date,
        valid_until date,
        notice_id uuid REFERENCES public_notice (id),
        examined_by uuid REFERENCES person (id),
        decided_by uuid REFERENCES person (id),
        state_reason text,
        reminded_days integer,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT broker_recognition_four_eyes CHECK (examined_by <> decided_by),
        CONSTRAINT broker_recognition_other_eyes CHECK (examined_by <> person_id AND decided_by <> person_id),
        CONSTRAINT broker_recognition_term CHECK (
          (state NOT IN ('recognized', 'suspended', 'expired', 'superseded', 'revoked'))
          OR (recognition_number IS NOT NULL AND valid_from IS NOT NULL AND valid_until >= valid_from)),
        CONSTRAINT broker_recognition_one_term EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)
          WHERE (state IN ('recognized', 'suspended'))
      );
      CREATE UNIQUE INDEX broker_recognition_open_once ON broker_recognition (person_id)
        WHERE state IN ('draft', 'submitted', 'examined', 'publicized');
      CREATE INDEX broker_recognition_person ON broker_recognition (person_id, id);
      CREATE INDEX broker_recognition_term_end ON broker_recognition (valid_until) WHERE state IN ('recognized', 'suspended');

      CREATE TABLE broker_training (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        course text NOT NULL,
        provider text NOT NULL,
        held_on date NOT NULL,
        hours integer NOT NULL CHECK (hours BETWEEN 1 AND 200),
        evidence text NOT NULL,
        state text NOT NULL CHECK (state IN ('submitted', 'confirmed', 'rejected')),
        decided_by uuid REFERENCES person (id),
        decision_reason text,
        created_at timestamptz NOT NULL,
        CONSTRAINT broker_training_other_eyes CHECK (decided_by <> person_id),
        CONSTRAINT broker_training_decided CHECK ((state = 'submitted') = (decided_by IS NULL))
      );
      CREATE UNIQUE INDEX broker_training_once ON broker_training (person_id, provider, course, held_on) WHERE state <> 'rejected';
      CREATE INDEX broker_training_person ON broker_training (person_id, id);

      CREATE TABLE casebook_sheet (
        recognition_id uuid NOT NULL REFERENCES broker_recognition (id),
        examiner_id uuid NOT NULL REFERENCES person (id),
        person_id uuid NOT NULL REFERENCES person (id),
        case_code text NOT NULL,
        score integer NOT NULL CHECK (score BETWEEN 0 AND 100),
        note text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (recognition_id, examiner_id),
        CONSTRAINT casebook_sheet_other_eyes CHECK (examiner_id <> person_id)
      );

      CREATE TABLE broker_affiliation (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        agency_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('requested', 'active', 'refused', 'withdrawn', 'ended')),
        since timestamptz,
        ended_at timestamptz,
        reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT broker_affiliation_dates CHECK ((state IN ('active', 'ended')) = (since IS NOT NULL)
          AND (state = 'ended') = (ended_at IS NOT NULL) AND ended_at >= since),
        CONSTRAINT broker_affiliation_one_at_a_time EXCLUDE USING gist (person_id WITH =, tstzrange(since, ended_at) WITH &&)
          WHERE (since IS NOT NULL)
      );
      CREATE UNIQUE INDEX broker_affiliation_active_once ON broker_affiliation (person_id) WHERE state = 'active';
      CREATE UNIQUE INDEX broker_affiliation_request_once ON broker_affiliation (person_id) WHERE state = 'requested';
      CREATE INDEX broker_affiliation_agency ON broker_affiliation (agency_organization_id, id);
      CREATE INDEX broker_affiliation_person ON broker_affiliation (person_id, id);

      CREATE TABLE broker_credit_event (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        kind text NOT NULL CHECK (kind IN ('dealCompleted', 'trainingConfirmed', 'complaintUpheld', 'concealment', 'bypass',
          'conflictUndeclared', 'lateReport')),
        state text NOT NULL CHECK (state IN ('recorded', 'contested', 'confirmed', 'corrected')),
        points integer NOT NULL CHECK (points <> 0),
        policy_id text NOT NULL,
        occurred_on date NOT NULL,
        source_kind text NOT NULL,
        source_id uuid NOT NULL,
        reason text NOT NULL,
        recorded_by uuid REFERENCES person (id),
        recorded_at timestamptz NOT NULL,
        appeal_reason text,
        decided_by uuid REFERENCES person (id),
        decision_reason text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT broker_credit_event_other_eyes CHECK (decided_by <> recorded_by AND decided_by <> person_id
          AND recorded_by <> person_id),
        CONSTRAINT broker_credit_event_appealed CHECK (state <> 'contested' OR appeal_reason IS NOT NULL),
        CONSTRAINT broker_credit_event_once UNIQUE (person_id, kind, source_id)
      );
      CREATE INDEX broker_credit_event_source ON broker_credit_event (source_id);
      CREATE INDEX broker_credit_event_contested ON broker_credit_event (id) WHERE state = 'contested';
    `);
    for (const table of [
      'broker_recognition',
      'broker_training',
      'casebook_sheet',
      'broker_affiliation',
      'broker_credit_event',
    ]) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(policies);
    await runner.query(`SELECT app_separate_sandbox()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE broker_credit_event, broker_affiliation, casebook_sheet, broker_training, broker_recognition;`,
    );
  }
}

const bureau = `app_has_role('reviewer', 'auditor')`;
const policies = `
  CREATE POLICY broker_recognition_read ON broker_recognition FOR SELECT TO qy_app USING (
    app_is_system() OR person_id = app_person_id() OR (${bureau} AND state <> 'draft'));
  CREATE POLICY broker_recognition_insert ON broker_recognition FOR INSERT TO qy_app WITH CHECK (
    person_id = app_person_id() AND organization_id = app_organization_id());
  CREATE POLICY broker_recognition_update ON broker_recognition FOR UPDATE TO qy_app USING (
    app_is_system() OR person_id = app_person_id() OR app_has_role('reviewer'));
  GRANT UPDATE (state, public_consent, credit_consent, recognition_number, valid_from, valid_until, notice_id, examined_by,
    decided_by, state_reason, reminded_days, version, updated_at) ON broker_recognition TO qy_app;
  CREATE POLICY broker_recognition_read_public ON broker_recognition FOR SELECT TO qy_public USING (
    public_consent AND state = 'recognized');
  GRANT SELECT (id, person_id, person_name, grade, state, certificate_number, certificate_issuer, recognition_number,
    valid_from, valid_until, public_consent, credit_consent) ON broker_recognition TO qy_public;

  CREATE POLICY broker_training_read ON broker_training FOR SELECT TO qy_app USING (
    app_is_system() OR person_id = app_person_id() OR ${bureau});
  CREATE POLICY broker_training_insert ON broker_training FOR INSERT TO qy_app WITH CHECK (person_id = app_person_id());
  CREATE POLICY broker_training_update ON broker_training FOR UPDATE TO qy_app USING (app_has_role('reviewer'));
  GRANT UPDATE (state, decided_by, decision_reason) ON broker_training TO qy_app;

  CREATE POLICY casebook_sheet_read ON casebook_sheet FOR SELECT TO qy_app USING (
    app_is_system() OR examiner_id = app_person_id() OR app_has_role('auditor'));
  CREATE POLICY casebook_sheet_insert ON casebook_sheet FOR INSERT TO qy_app WITH CHECK (
    app_has_role('reviewer') AND examiner_id = app_person_id());

  CREATE POLICY broker_affiliation_read ON broker_affiliation FOR SELECT TO qy_app USING (
    app_is_system() OR person_id = app_person_id() OR ${bureau}
    OR (agency_organization_id = app_organization_id() AND app_has_role('agencyManager')));
  CREATE POLICY broker_affiliation_insert ON broker_affiliation FOR INSERT TO qy_app WITH CHECK (person_id = app_person_id());
  CREATE POLICY broker_affiliation_update ON broker_affiliation FOR UPDATE TO qy_app USING (
    app_is_system() OR person_id = app_person_id()
    OR (agency_organization_id = app_organization_id() AND app_has_role('agencyManager')));
  GRANT UPDATE (state, since, ended_at, reason, version) ON broker_affiliation TO qy_app;
  CREATE POLICY broker_affiliation_read_public ON broker_affiliation FOR SELECT TO qy_public USING (
    state = 'active' AND EXISTS (SELECT FROM broker_recognition r WHERE r.person_id = broker_affiliation.person_id));
  GRANT SELECT (person_id, agency_organization_id, state) ON broker_affiliation TO qy_public;

  CREATE POLICY broker_credit_event_read ON broker_credit_event FOR SELECT TO qy_app USING (
    app_is_system() OR person_id = app_person_id() OR ${bureau});
  CREATE POLICY broker_credit_event_insert ON broker_credit_event FOR INSERT TO qy_app WITH CHECK (
    app_is_system() OR (app_has_role('reviewer') AND recorded_by = app_person_id()));
  CREATE POLICY broker_credit_event_update ON broker_credit_event FOR UPDATE TO qy_app USING (
    app_is_system() OR person_id = app_person_id() OR app_has_role('reviewer'));
  GRANT UPDATE (state, appeal_reason, decided_by, decision_reason, version) ON broker_credit_event TO qy_app;
`;
