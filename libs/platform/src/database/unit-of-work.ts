import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { DataSource, QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';
import { isSandboxId } from '#domain/shared/sandbox-id.js';
import { systemActor, type Actor } from '#domain/shared/actor.js';
import { isRefused } from '#domain/shared/result.js';

/** An open transaction. Every repository write takes it first, so a write outside one does not type-check. */
export interface Tx {
  readonly actor: Actor;
  /** Sees and writes rows of sandboxes only; otherwise none of them. */
  readonly sandbox: boolean;
  readonly manager: EntityManager;
  /** Runs one statement in this transaction; rows as node-pg gives them (bigint and numeric are strings). */
  query<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Like query, for what every write runs: planned once a connection. One name, one text. */
  prepared<T = Record<string, unknown>>(name: string, sql: string, params: readonly unknown[]): Promise<T[]>;
  /** Like query, for INSERT, UPDATE and DELETE: how many rows were touched. */
  execute(sql: string, params?: readonly unknown[]): Promise<number>;
}

/**
 * Opens transactions and tells PostgreSQL who acts, so that row-level security holds.
 * A refused Result rolls back. A run inside another run joins it: the outermost commits (the API's
 * idempotency interceptor is the outermost one of a write request).
 */
@Injectable()
export class UnitOfWork {
  private readonly ambient = new AsyncLocalStorage<Tx>();

  constructor(private readonly dataSource: DataSource) {}

  async run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const joined = this.ambient.getStore();
    if (!joined) return this.runSeparately(actor, work);
    return sameActor(joined.actor, actor) ? work(joined) : this.actAs(joined, actor, work);
  }

  /** Goes on as the system under a name, in the caller's transaction and for the caller's request. */
  asSystem<T>(tx: Tx, name: string, work: (system: Tx) => Promise<T>): Promise<T> {
    return this.run(systemActor(name, tx.actor.origin.requestId), work);
  }

  /**
   * Goes on in the same transaction as somebody else, and comes back: how a use case does as the system what its
   * caller may cause but not do (the buyer's signature marks the seller's listing sold).
   */
  private async actAs<T>(joined: Tx, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const tx = {
      ...joined,
      actor,
      sandbox: actor.kind === 'system' ? joined.sandbox || inSandbox(actor) : inSandbox(actor),
    };
    await tx.query(sessionSettings(actor, tx.sandbox));
    const value = await this.ambient.run(tx, () => work(tx));
    // After an error the transaction is lost anyway, so only success comes back to the first actor.
    await tx.query(sessionSettings(joined.actor, joined.sandbox));
    return value;
  }

  /** A transaction of its own even inside another: for facts that must outlive a rollback (a failed sign-in). */
  async runSeparately<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const tx = await begin(runner, actor);
      const value = await this.ambient.run(tx, () => work(tx));
      if (isRefused(value)) await runner.rollbackTransaction();
      else await runner.commitTransaction();
      return value;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined); // the first error counts
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * Begins and says who acts in one round trip. TypeORM's own startTransaction would take one more; its state is set to
 * what that sets, so that its commit and rollback, and an entity manager's, do as ever.
 */
async function begin(runner: QueryRunner, actor: Actor): Promise<Tx> {
  const client = (await runner.connect()) as PoolClient;
  const settings = sessionSettings(actor, inSandbox(actor));
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  await ask(client, { text: `BEGIN; ${settings}` });
  return openTx(actor, runner.manager, client);
}

function openTx(actor: Actor, manager: EntityManager, client: PoolClient): Tx {
  return {
    actor,
    sandbox: inSandbox(actor),
    manager,
    query: async <T>(sql: string, params: readonly unknown[] = []) =>
      (await ask(client, { text: sql, values: [...params] })).rows as T[],
    prepared: async <T>(name: string, sql: string, params: readonly unknown[]) =>
      (await ask(client, { name, text: sql, values: [...params] })).rows as T[],
    execute: async (sql, params = []) => (await ask(client, { text: sql, values: [...params] })).rowCount ?? 0,
  };
}

/** The error names the statement but not its parameters: those may be personal, and errors are logged. */
async function ask(
  client: PoolClient,
  statement: { readonly name?: string; readonly text: string; readonly values?: unknown[] },
): Promise<QueryResult<QueryResultRow>> {
  try {
    return await client.query(statement);
  } catch (error) {
    throw error instanceof Error ? new QueryFailedError(statement.text, undefined, error) : error;
  }
}

/** The world in which an actor begins: a person's own unit says it. */
const inSandbox = (actor: Actor): boolean =>
  actor.kind === 'person' ? isSandboxId(actor.organizationId) : actor.kind === 'system' && actor.sandbox === true;

/** Two actors with the same powers. */
const sameActor = (a: Actor, b: Actor): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'system' || b.kind !== 'system' || a.sandbox === b.sandbox || b.sandbox === undefined) &&
  (a.kind !== 'person' ||
    b.kind !== 'person' ||
    (a.personId === b.personId && a.organizationId === b.organizationId && a.roles.join() === b.roles.join()));

/** A statement of set_config calls, local to the transaction. Values are literals of a closed alphabet, checked here. */
function sessionSettings(actor: Actor, sandbox: boolean): string {
  const settings: Record<string, string> =
    actor.kind === 'person'
      ? {
          'app.actor_kind': 'person',
          'app.person_id': actor.personId,
          'app.organization_id': actor.organizationId,
          'app.county_code': actor.countyCode,
          'app.roles': actor.roles.join(','),
        }
      : {
          'app.actor_kind': actor.kind,
          'app.person_id': '',
          'app.organization_id': '',
          'app.county_code': '',
          'app.roles': '',
        };
  const calls = Object.entries({ ...settings, 'app.sandbox': sandbox ? 'on' : '' }).map(([name, value]) => {
    if (!/^[A-Za-z0-9,-]*$/.test(value)) throw new Error(`${name} holds a character that is not allowed`);
    return `set_config('${name}','${value}',true)`;
  });
  return `SELECT ${calls.join(',')}`;
}
