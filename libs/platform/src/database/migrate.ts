import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import type { Config } from '../config/config.js';
import { createOwnerDataSource } from './data-source.js';
import { appRole } from './roles.js';

/** Brings the schema up to date as its owner: the market's tables, then the queue's own (PostgreSQL backend). Names of what ran. */
export async function migrate(
  config: Pick<Config, 'databaseOwnerUrl' | 'redisUrl'>,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const dataSource = await createOwnerDataSource(config, migrations).initialize();
  try {
    const done = await dataSource.runMigrations();
    await dataSource.query(`SELECT app_separate_sandbox()`); // also for the tables of these migrations
    if (config.redisUrl === null) await migrateQueues(config.databaseOwnerUrl);
    return done.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

async function migrateQueues(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runQueueMigrations(client);
    await client.query(`
      GRANT USAGE ON SCHEMA bullmq TO ${appRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO ${appRole};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA bullmq TO ${appRole};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${appRole};`);
  } finally {
    await client.end();
  }
}
