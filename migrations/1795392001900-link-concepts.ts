import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every reference from one concept to another: [table, column, referenced table]. */
const links = [
  ['match', 'achievement_id', 'achievement'],
  ['match', 'demand_organization_id', 'organization'],
  ['match', 'achievement_organization_id', 'organization'],
  ['mandate', 'match_id', 'match'],
  ['dual_agency_consent', 'match_id', 'match'],
  ['introduction', 'match_id', 'match'],
  ['introduction', 'achievement_id', 'achievement'],
  ['introduction_contact', 'introduction_id', 'introduction'],
  ['introduction_contact', 'organization_id', 'organization'],
  ['deal', 'achievement_id', 'achievement'],
  ['deal', 'listing_id', 'listing'],
  ['contract', 'deal_id', 'deal'],
  ['contract', 'achievement_id', 'achievement'],
  ['contract', 'listing_id', 'listing'],
  ['contract_registration', 'contract_id', 'contract'],
  ['contract_registration', 'determined_by', 'person'],
  ['contract_registration', 'reviewed_by', 'person'],
  ['reward_contract', 'contract_id', 'contract'],
  ['reward_contract', 'registration_id', 'contract_registration'],
  ['reward_item', 'contract_id', 'contract'],
  ['reward_item', 'registration_id', 'contract_registration'],
] as const;

const nameOf = ([table, column]: (typeof links)[number]): string => `${table}_${column}_link`;

/**
 * Foreign keys between concepts. They are added when all tables stand; on a filled database each takes a SHARE ROW
 * EXCLUSIVE lock for one scan of its table (below a second a million rows).
 */
export class LinkConcepts1795392001900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const link of links) {
      const [table, column, target] = link;
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${nameOf(link)} FOREIGN KEY (${column}) REFERENCES ${target} (id)`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const link of links) {
      await runner.query(`ALTER TABLE ${link[0]} DROP CONSTRAINT ${nameOf(link)}`);
    }
  }
}
