import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last day on which a demand or a listing is alive, the reminders before it, and what a demand answers to the questions
 * of its industry's template. Rewrites nothing; what is public gets
 * the term of the policy from today on, so that nothing freezes on the day of the upgrade. A frozen demand can still be
 * read by anybody who has its address.
 */
export class AddAliveUntil1795392007050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE demand ADD COLUMN alive_until date;
      UPDATE demand SET alive_until = least(valid_until, (now() AT TIME ZONE 'Asia/Shanghai')::date + 180)
        WHERE state = 'published';
      ALTER TABLE demand
        ADD COLUMN template_code text,
        ADD COLUMN template_version integer,
        ADD COLUMN answers jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(answers) = 'array'),
        ADD CONSTRAINT demand_template_whole CHECK ((template_code IS NULL) = (template_version IS NULL));
      CREATE INDEX demand_alive ON demand (alive_until) WHERE state = 'published';
      DROP POLICY demand_read ON demand;
      CREATE POLICY demand_read ON demand FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state IN ('published', 'expired')
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      DROP POLICY demand_read_public ON demand;
      CREATE POLICY demand_read_public ON demand FOR SELECT TO qy_public USING (state IN ('published', 'expired'));

      ALTER TABLE listing ADD COLUMN alive_until date;
      UPDATE listing SET alive_until = least(valid_until, (now() AT TIME ZONE 'Asia/Shanghai')::date + 365)
        WHERE state = 'listed';
      DROP INDEX listing_expiring;
      CREATE INDEX listing_alive ON listing (alive_until) WHERE state = 'listed';

      CREATE TABLE alive_reminder (
        id uuid PRIMARY KEY,
        subject_kind text NOT NULL CHECK (subject_kind IN ('demand', 'listing')),
        subject_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organization (id),
        title text NOT NULL,
        alive_until date NOT NULL,
        days_before integer NOT NULL CHECK (days_before > 0),
        at timestamptz NOT NULL,
        CONSTRAINT alive_reminder_once UNIQUE (subject_kind, subject_id, alive_until, days_before)
      );
      CREATE INDEX alive_reminder_organization ON alive_reminder (organization_id, id);
      ALTER TABLE alive_reminder ENABLE ROW LEVEL SECURITY;
      ALTER TABLE alive_reminder FORCE ROW LEVEL SECURITY;
      CREATE POLICY alive_reminder_read ON alive_reminder FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY alive_reminder_insert ON alive_reminder FOR INSERT TO qy_app WITH CHECK (app_is_system());
      GRANT SELECT, INSERT ON alive_reminder TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE alive_reminder;
      DROP INDEX listing_alive;
      ALTER TABLE listing DROP COLUMN alive_until;
      CREATE INDEX listing_expiring ON listing (valid_until) WHERE state = 'listed' AND valid_until IS NOT NULL;
      DROP POLICY demand_read_public ON demand;
      CREATE POLICY demand_read_public ON demand FOR SELECT TO qy_public USING (state = 'published');
      DROP POLICY demand_read ON demand;
      CREATE POLICY demand_read ON demand FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state = 'published'
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      DROP INDEX demand_alive;
      ALTER TABLE demand DROP CONSTRAINT demand_template_whole, DROP COLUMN answers, DROP COLUMN template_version,
        DROP COLUMN template_code, DROP COLUMN alive_until;
    `);
  }
}
