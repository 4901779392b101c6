import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofOrganizer = `EXISTS (SELECT FROM competition c WHERE c.id = competition_id AND c.organization_id = app_organization_id())`;

/**
 * Competitions (创新创业大赛): entries under a code, judges, their assignments and sheets. Until a stage is ranked nobody but the
 * judge and the system reads a sheet; a sheet is written once, by a judge who is assigned and not recused.
 */
export class CreateCompetition1795392007325 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE competition (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('draft', 'open', 'preliminary', 'shortlisted', 'final', 'tied', 'ranked',
          'publicized', 'concluded', 'void')),
        title text NOT NULL,
        description text NOT NULL,
        rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'object'),
        rules_hash text,
        entries_until date NOT NULL,
        opened_by uuid NOT NULL REFERENCES person (id),
        preliminary jsonb,
        final jsonb,
        tie_decision jsonb,
        notice_id uuid REFERENCES public_notice (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT competition_rules_published CHECK (state IN ('draft', 'void') OR rules_hash IS NOT NULL)
      );
      CREATE INDEX competition_organization ON competition (organization_id, id);
      ALTER TABLE competition ENABLE ROW LEVEL SECURITY;
      ALTER TABLE competition FORCE ROW LEVEL SECURITY;
      CREATE POLICY competition_read ON competition FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state NOT IN ('draft', 'void'));
      CREATE POLICY competition_insert ON competition FOR INSERT TO qy_app WITH CHECK (organization_id = app_organization_id());
      CREATE POLICY competition_update ON competition FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON competition TO qy_app;

      CREATE TABLE competition_entry (
        id uuid PRIMARY KEY,
        competition_id uuid NOT NULL REFERENCES competition (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        submitted_by uuid NOT NULL REFERENCES person (id),
        state text NOT NULL CHECK (state IN ('submitted', 'accepted', 'shortlisted', 'notShortlisted', 'refused', 'withdrawn')),
        track text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        founded_on date,
        code text,
        consented_at timestamptz NOT NULL,
        reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT competition_entry_code UNIQUE (competition_id, code)
      );
      CREATE UNIQUE INDEX competition_entry_once ON competition_entry (competition_id, organization_id, title)
        WHERE state <> 'withdrawn';
      CREATE INDEX competition_entry_organization ON competition_entry (organization_id, id);
      ALTER TABLE competition_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE competition_entry FORCE ROW LEVEL SECURITY;
      CREATE POLICY competition_entry_read ON competition_entry FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR ${ofOrganizer});
      CREATE POLICY competition_entry_insert ON competition_entry FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY competition_entry_update ON competition_entry FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR ${ofOrganizer});
      GRANT SELECT, INSERT, UPDATE ON competition_entry TO qy_app;

      CREATE TABLE competition_judge (
        competition_id uuid NOT NULL REFERENCES competition (id),
        person_id uuid NOT NULL REFERENCES person (id),
        appointed_by uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        PRIMARY KEY (competition_id, person_id)
      );
      ALTER TABLE competition_judge ENABLE ROW LEVEL SECURITY;
      ALTER TABLE competition_judge FORCE ROW LEVEL SECURITY;
      CREATE POLICY competition_judge_read ON competition_judge FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id() OR ${ofOrganizer});
      CREATE POLICY competition_judge_insert ON competition_judge FOR INSERT TO qy_app WITH CHECK (${ofOrganizer});
      GRANT SELECT, INSERT ON competition_judge TO qy_app;

      CREATE TABLE competition_assignment (
        competition_id uuid NOT NULL REFERENCES competition (id),
        entry_id uuid NOT NULL REFERENCES competition_entry (id),
        stage text NOT NULL CHECK (stage IN ('preliminary', 'final')),
        person_id uuid NOT NULL REFERENCES person (id),
        scores jsonb,
        comment text,
        scored_at timestamptz,
        recused_reason text,
        at timestamptz NOT NULL,
        PRIMARY KEY (entry_id, stage, person_id),
        CONSTRAINT competition_assignment_one_way CHECK (recused_reason IS NULL OR scores IS NULL),
        CONSTRAINT competition_assignment_whole CHECK ((scores IS NULL) = (scored_at IS NULL))
      );
      CREATE INDEX competition_assignment_of ON competition_assignment (competition_id, stage);
      ALTER TABLE competition_assignment ENABLE ROW LEVEL SECURITY;
      ALTER TABLE competition_assignment FORCE ROW LEVEL SECURITY;
      CREATE POLICY competition_assignment_read ON competition_assignment FOR SELECT TO qy_app USING (
        app_is_system() OR person_id = app_person_id());
      CREATE POLICY competition_assignment_insert ON competition_assignment FOR INSERT TO qy_app WITH CHECK (app_is_system());
      CREATE POLICY competition_assignment_update ON competition_assignment FOR UPDATE TO qy_app USING (
        app_is_system() OR person_id = app_person_id());
      GRANT SELECT, INSERT ON competition_assignment TO qy_app;
      GRANT UPDATE (scores, comment, scored_at, recused_reason) ON competition_assignment TO qy_app;

      CREATE FUNCTION competition_sheet_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD.scores IS NOT NULL OR OLD.recused_reason IS NOT NULL THEN
            RAISE EXCEPTION 'a sheet is written once' USING ERRCODE = '23514', CONSTRAINT = 'competition_sheet_once';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER competition_sheet_once BEFORE UPDATE ON competition_assignment
        FOR EACH ROW EXECUTE FUNCTION competition_sheet_once();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE competition_assignment, competition_judge, competition_entry, competition;
      DROP FUNCTION competition_sheet_once;
    `);
  }
}
