import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { sessionOptions } from './data-source.js';

/** Anonymous reads, as the role that row-level security shows public rows only: a forgotten filter cannot leak. */
export const PUBLIC_READER = Symbol('PublicReader');
/** Reads that come before an actor is known (who does this session belong to?), as the app's role without an actor. */
export const APP_READER = Symbol('AppReader');

/** Hot single-statement reads: prepared once a connection, one round trip, no transaction. */
export class StatementReader implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(config: Config, role: string) {
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      max: config.databasePoolMax,
      connectionTimeoutMillis: 3_000,
      application_name: `qingyang-market-${role}`,
      options: sessionOptions(role),
    });
    this.pool.on('error', () => undefined); // an idle connection that broke is replaced by the pool
  }

  /** `name` identifies the prepared statement: one name, one text. */
  async query<T extends object>(name: string, sql: string, params: readonly unknown[]): Promise<T[]> {
    const result = await this.pool.query<T>({ name, text: sql, values: [...params] });
    return result.rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
