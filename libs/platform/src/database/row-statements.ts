import type { EntityManager, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RowClass } from './data-source.js';

/** Statements of one table, and its rows as node-pg takes and gives them. */
export interface RowStatements<Row extends object> {
  /** `column AS "property", …` */
  readonly select: string;
  /** UPDATE of every column by id; its parameters are `values(row)`. */
  readonly update: string;
  readonly values: (row: Row) => unknown[];
  readonly read: (raw: object) => Row;
}

const known = new WeakMap<EntityMetadata, unknown>();

/**
 * What an entity manager would compose anew at every call, composed once: for tables whose rows are read and written under
 * a lock, by `tx.prepared`. The columns come from the entity, so that a new one needs no second place.
 */
export function rowStatements<Row extends object>(
  manager: EntityManager,
  entity: RowClass & { readonly prototype: Row },
): RowStatements<Row> {
  const metadata = manager.connection.getMetadata(entity);
  const composed = (known.get(metadata) as RowStatements<Row> | undefined) ?? compose<Row>(metadata);
  known.set(metadata, composed);
  return composed;
}

function compose<Row extends object>({ tableName, columns }: EntityMetadata): RowStatements<Row> {
  const assigned = columns.filter((column) => !column.isPrimary);
  const id = columns.filter((column) => column.isPrimary);
  const sent = [...id, ...assigned];
  const assignments = assigned.map(({ databaseName }, index) => `${databaseName} = $${index + 2}`);
  return {
    select: columns.map(({ databaseName, propertyName }) => `${databaseName} AS "${propertyName}"`).join(', '),
    update: `UPDATE ${tableName} SET ${assignments.join(', ')} WHERE id = $1`,
    values: (row) => sent.map((column) => toDriver(column, valueOf(row, column))),
    read: (raw) =>
      Object.fromEntries(
        columns.map((column) => [column.propertyName, fromDriver(column, valueOf(raw, column))]),
      ) as Row,
  };
}

const valueOf = (row: object, { propertyName }: ColumnMetadata): unknown =>
  (row as Record<string, unknown>)[propertyName];

/** node-pg would send a list of objects as an array of PostgreSQL, not as JSON. */
function toDriver(column: ColumnMetadata, value: unknown): unknown {
  if (column.type === 'jsonb') return value === null ? null : JSON.stringify(value);
  return transformer(column)?.to(value) ?? value;
}

const fromDriver = (column: ColumnMetadata, value: unknown): unknown => {
  const one = transformer(column);
  return one ? one.from(value) : value;
};

function transformer({ transformer: one }: ColumnMetadata) {
  if (Array.isArray(one)) throw new Error('one transformer a column');
  return one;
}
