import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public notices (公示), which anybody may read, and the objections (异议) to them, which only those concerned may. */
export class CreatePublicNotice1795392000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE public_notice (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'suspended', 'ended', 'stopped', 'cancelled')),
        title text NOT NULL,
        items jsonb NOT NULL CHECK (jsonb_typeof(items) = 'array'),
        objection_procedure text NOT NULL,
        posted_on date NOT NULL,
        days integer NOT NULL CHECK (days >= 1),
        last_day date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT public_notice_days_whole CHECK (last_day >= posted_on + days)
      );
      CREATE UNIQUE INDEX public_notice_open_once ON public_notice (subject_kind, subject_id)
        WHERE state IN ('running', 'suspended');
      CREATE INDEX public_notice_due ON public_notice (last_day) WHERE state = 'running';
      ALTER TABLE public_notice ENABLE ROW LEVEL SECURITY;
      ALTER TABLE public_notice FORCE ROW LEVEL SECURITY;
      CREATE POLICY public_notice_read ON public_notice FOR SELECT TO qy_app USING (true);
      CREATE POLICY public_notice_read_public ON public_notice FOR SELECT TO qy_public USING (true);
      CREATE POLICY public_notice_insert ON public_notice FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY public_notice_update ON public_notice FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE ON public_notice TO qy_app;
      GRANT SELECT ON public_notice TO qy_public;

      CREATE TABLE objection (
        id uuid PRIMARY KEY,
        notice_id uuid NOT NULL REFERENCES public_notice (id),
        person_id uuid NOT NULL REFERENCES person (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('open', 'upheld', 'dismissed')),
        reason text NOT NULL,
        decision_reason text,
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT objection_decided_whole CHECK ((state = 'open') = (decided_at IS NULL)
          AND (decided_at IS NULL) = (decision_reason IS NULL))
      );
      CREATE INDEX objection_notice ON objection (notice_id, id);
      ALTER TABLE objection ENABLE ROW LEVEL SECURITY;
      ALTER TABLE objection FORCE ROW LEVEL SECURITY;
      CREATE POLICY objection_read ON objection FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_has_role('reviewer', 'auditor')
        OR EXISTS (SELECT FROM public_notice n WHERE n.id = notice_id AND n.organization_id = app_organization_id()));
      CREATE POLICY objection_insert ON objection FOR INSERT TO qy_app WITH CHECK (
        app_is_system() OR (person_id = app_person_id() AND organization_id = app_organization_id()));
      CREATE POLICY objection_update ON objection FOR UPDATE TO qy_app USING (
        app_is_system() OR app_has_role('reviewer')
        OR EXISTS (SELECT FROM public_notice n WHERE n.id = notice_id AND n.organization_id = app_organization_id()));
      GRANT SELECT, INSERT, UPDATE ON objection TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE objection, public_notice;`);
  }
}
