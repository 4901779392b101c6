import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same policies for readers of the audit trail, asked once a statement instead of once a row: a sub-select makes the
 * planner compute them before the scan. Verification reads every row there is. Locks both tables for a moment only.
 */
export class AskAuditPoliciesOnce1795392001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY audit_record_read ON audit_record USING (
        (SELECT app_is_system()) OR (SELECT app_has_role('auditor')));
      ALTER POLICY audit_link_read ON audit_link USING (
        (SELECT app_is_system()) OR (SELECT app_has_role('auditor')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY audit_record_read ON audit_record USING (app_is_system() OR app_has_role('auditor'));
      ALTER POLICY audit_link_read ON audit_link USING (app_is_system() OR app_has_role('auditor'));
    `);
  }
}
