import pg from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { Config } from '../config/config.js';
import { appRole } from './roles.js';

/** A legal date stays the text `YYYY-MM-DD`: node-pg would make it an instant in the process's zone. */
const dateOid = 1082;
pg.types.setTypeParser(dateOid, (text) => text);

export type RowClass = abstract new (...args: never[]) => object;

const timeouts = '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000';

/** Options of a pooled connection that acts as `role` with the limits every request has. */
export const sessionOptions = (role: string): string => `-c role=${role} ${timeouts} -c timezone=UTC -c datestyle=ISO`;

/** The app's DataSource: drops to the app role on connect; never synchronizes. */
export function createDataSource(config: Config, entities: readonly RowClass[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.databaseUrl,
    entities: [...entities] as unknown as EntitySchema[],
    synchronize: false,
    logging: false,
    applicationName: 'qingyang-market',
    poolSize: config.databasePoolMax,
    connectTimeoutMS: 3_000,
    extra: { options: sessionOptions(appRole) },
  });
}

/** The owner's DataSource, for migrations only. */
export function createOwnerDataSource(
  config: Pick<Config, 'databaseOwnerUrl'>,
  migrations: readonly (new () => MigrationInterface)[],
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.databaseOwnerUrl,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: 2,
    connectTimeoutMS: 3_000,
  });
}
