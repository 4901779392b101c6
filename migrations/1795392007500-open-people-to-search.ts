import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Experts whom anybody may find by search. Who agreed to be shown to those with a need has not agreed to this: it is a
 * consent of its own (个人信息保护法 art. 14: a new way of handling needs a new consent), so nobody has it from before. Documents
 * of demands get two facets more: an empty digest has them written anew. New column with a constant default: no rewrite.
 */
export class OpenPeopleToSearch1795392007500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE expert_profile ADD COLUMN public_search boolean NOT NULL DEFAULT false;
      CREATE INDEX expert_profile_public ON expert_profile (id) WHERE public_search AND withdrawn_at IS NULL;
      GRANT SELECT (person_id, organization_id, ended_at) ON membership TO qy_public;
      GRANT SELECT (id, state) ON person TO qy_public;
      CREATE POLICY membership_read_public ON membership FOR SELECT TO qy_public USING (ended_at IS NULL);
      CREATE POLICY person_read_public ON person FOR SELECT TO qy_public USING (state = 'active');
      CREATE POLICY expert_profile_read_public ON expert_profile FOR SELECT TO qy_public USING (
        public_search AND withdrawn_at IS NULL
        AND EXISTS (SELECT FROM person p WHERE p.id = expert_profile.person_id AND p.state = 'active')
        AND EXISTS (SELECT FROM membership m WHERE m.person_id = expert_profile.person_id
          AND m.organization_id = expert_profile.organization_id AND m.ended_at IS NULL));
      GRANT SELECT (id, person_id, organization_id, public_name, fields, introduction, consented_at, withdrawn_at,
        public_search) ON expert_profile TO qy_public;
      UPDATE search_document SET digest = '' WHERE index_name = 'demands' AND NOT removed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (id, person_id, organization_id, public_name, fields, introduction, consented_at, withdrawn_at,
        public_search) ON expert_profile FROM qy_public;
      DROP POLICY expert_profile_read_public ON expert_profile;
      DROP POLICY person_read_public ON person;
      DROP POLICY membership_read_public ON membership;
      REVOKE SELECT (id, state) ON person FROM qy_public;
      REVOKE SELECT (person_id, organization_id, ended_at) ON membership FROM qy_public;
      DROP INDEX expert_profile_public;
      ALTER TABLE expert_profile DROP COLUMN public_search;
    `);
  }
}
