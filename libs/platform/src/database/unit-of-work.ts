import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#domain/shared/actor.js';
import { isRefused } from '#domain/shared/result.js';

/** An open transaction. Every repository write takes it first, so a write outside one does not type-check. */
export interface Tx {
  readonly actor: Actor;
  readonly manager: EntityManager;
  /** Runs one statement in this transaction; rows as node-pg gives them (bigint and numeric are strings). */
  query<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Like query, for UPDATE and DELETE: how many rows were touched. */
  execute(sql: string, params?: readonly unknown[]): Promise<number>;
}

/** Rolls a transaction back while its value is still returned to the caller. */
class RolledBack extends Error {
  constructor(readonly value: unknown) {
    super('rolled back');
  }
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

  /**
   * Goes on in the same transaction as somebody else, and comes back: how a use case does as the system what its
   * caller may cause but not do (the buyer's signature marks the seller's listing sold).
   */
  private async actAs<T>(joined: Tx, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const tx = openTx(actor, joined.manager);
    await tx.query(`SELECT ${sessionSettings(actor)}`);
    const value = await this.ambient.run(tx, () => work(tx));
    // After an error the transaction is lost anyway, so only success comes back to the first actor.
    await tx.query(`SELECT ${sessionSettings(joined.actor)}`);
    return value;
  }

  /** A transaction of its own even inside another: for facts that must outlive a rollback (a failed sign-in). */
  async runSeparately<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const tx = openTx(actor, manager);
        await tx.query(`SELECT ${sessionSettings(actor)}`);
        const value = await this.ambient.run(tx, () => work(tx));
        if (isRefused(value)) throw new RolledBack(value);
        return value;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.value as T;
      throw error;
    }
  }
}

function openTx(actor: Actor, manager: EntityManager): Tx {
  return {
    actor,
    manager,
    query: async <T>(sql: string, params: readonly unknown[] = []) => {
      const result: unknown = await manager.query(sql, [...params]);
      // TypeORM answers [rows, count] for UPDATE and DELETE, rows otherwise.
      return (isCounted(result) ? result[0] : result) as T[];
    },
    execute: async (sql, params = []) => {
      const result: unknown = await manager.query(sql, [...params]);
      return isCounted(result) ? result[1] : 0;
    },
  };
}

/** Two actors with the same powers. */
const sameActor = (a: Actor, b: Actor): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'person' ||
    b.kind !== 'person' ||
    (a.personId === b.personId && a.organizationId === b.organizationId && a.roles.join() === b.roles.join()));

const isCounted = (result: unknown): result is [unknown[], number] =>
  Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';

/** set_config calls, local to the transaction. Values are literals of a closed alphabet, checked here. */
function sessionSettings(actor: Actor): string {
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
  return Object.entries(settings)
    .map(([name, value]) => {
      if (!/^[A-Za-z0-9,-]*$/.test(value)) throw new Error(`${name} holds a character that is not allowed`);
      return `set_config('${name}','${value}',true)`;
    })
    .join(',');
}
