import type { Tx } from './unit-of-work.js';

/**
 * How a property is kept: as it is; as JSON; as an amount in 分, whose column is named `…_fen`. The names of all others follow
 * from the property: `recognizedOn` is `recognized_on`.
 */
export type ColumnKind = 'plain' | 'json' | 'fen';

/** A table whose rows are the readonly objects of the domain: its statements, composed once from the list of its columns. */
export interface PlainTable<T extends { readonly id: string }> {
  readonly insert: (tx: Tx, row: T) => Promise<void>;
  /** Writes every column of one row. */
  readonly save: (tx: Tx, row: T) => Promise<void>;
  readonly find: (tx: Tx, id: string) => Promise<T | null>;
  /** The row, locked until the transaction ends. */
  readonly forUpdate: (tx: Tx, id: string) => Promise<T | null>;
  /** `SELECT … FROM table t` and what follows: `WHERE`, `ORDER BY`, `LIMIT`. */
  readonly where: (tx: Tx, rest: string, params: readonly unknown[]) => Promise<T[]>;
}

/** `columns` names every property of the row: one that is added to the type and not here does not compile. */
export function plainTable<T extends { readonly id: string }>(
  name: string,
  columns: Readonly<Record<keyof T & string, ColumnKind>>,
): PlainTable<T> {
  const kinds = Object.entries<ColumnKind>(columns);
  const columnOf = (property: string, kind: ColumnKind): string =>
    `${property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}${kind === 'fen' ? '_fen' : ''}`;
  const names = kinds.map(([property, kind]) => columnOf(property, kind));
  const list = kinds.map(([property, kind]) => `t.${columnOf(property, kind)} AS "${property}"`).join(', ');
  const fens = kinds.filter(([, kind]) => kind === 'fen').map(([property]) => property);
  const values = (row: T) =>
    kinds.map(([property, kind]) => {
      const value = (row as Readonly<Record<string, unknown>>)[property];
      if (value === null || value === undefined) return null;
      if (kind === 'json') return JSON.stringify(value);
      return typeof value === 'bigint' ? value.toString() : value;
    });
  const read = (raw: Record<string, unknown>): T => {
    for (const fen of fens) if (raw[fen] !== null) raw[fen] = BigInt(raw[fen] as string);
    return raw as T;
  };
  const where = async (tx: Tx, rest: string, params: readonly unknown[]): Promise<T[]> =>
    (await tx.query(`SELECT ${list} FROM ${name} t ${rest}`, params)).map(read);
  const idAt = names.indexOf('id') + 1;
  const insertText = `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map((_name, i) => `$${i + 1}`).join(', ')})`;
  const assignments = names.map((column, i) => `${column} = $${i + 1}`).filter((_text, i) => i + 1 !== idAt);
  const saveText = `UPDATE ${name} SET ${assignments.join(', ')} WHERE id = $${idAt}`;
  return {
    insert: async (tx, row) => void (await tx.execute(insertText, values(row))),
    save: async (tx, row) => {
      if ((await tx.execute(saveText, values(row))) !== 1) throw new Error(`${name} ${row.id} was not written`);
    },
    find: async (tx, id) => (await where(tx, 'WHERE t.id = $1', [id]))[0] ?? null,
    forUpdate: async (tx, id) => (await where(tx, 'WHERE t.id = $1 FOR UPDATE', [id]))[0] ?? null,
    where,
  };
}
