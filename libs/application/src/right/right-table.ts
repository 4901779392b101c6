import type { Tx } from '#platform/database/unit-of-work.js';

/** Statements of one table of the register, composed once from which property sits in which column. */
export interface RightTable<T> {
  readonly select: string;
  insert(tx: Tx, row: T): Promise<void>;
  /** Every column but the id. */
  save(tx: Tx, row: T): Promise<void>;
  /** What node-pg gives: money columns are text. */
  read(raw: object): T;
  one(tx: Tx, where: string, params: readonly unknown[]): Promise<T | null>;
  many(tx: Tx, where: string, params: readonly unknown[]): Promise<T[]>;
}

export function rightTable<T extends { readonly id: string }>(
  name: string,
  columns: Readonly<Record<keyof T & string, string>>,
  money: readonly (keyof T & string)[] = [],
): RightTable<T> {
  const properties = Object.keys(columns) as (keyof T & string)[];
  const select = properties.map((property) => `${columns[property]} AS "${property}"`).join(', ');
  const assigned = properties.filter((property) => property !== 'id');
  const values = (row: T) => [row.id, ...assigned.map((property) => row[property])];
  const names = ['id', ...assigned.map((property) => columns[property])];
  const read = (raw: object): T => {
    const row = { ...raw } as Record<string, unknown>;
    for (const property of money) {
      const value = row[property];
      row[property] = value === null ? null : BigInt(value as string);
    }
    return row as unknown as T;
  };
  const many = async (tx: Tx, where: string, params: readonly unknown[]): Promise<T[]> =>
    (await tx.query<object>(`SELECT ${select} FROM ${name} ${where}`, params)).map(read);
  return {
    select,
    read,
    many,
    one: async (tx, where, params) => (await many(tx, where, params))[0] ?? null,
    insert: async (tx, row) => {
      const places = names.map((_name, at) => `$${at + 1}`);
      await tx.execute(`INSERT INTO ${name} (${names.join(', ')}) VALUES (${places.join(', ')})`, values(row));
    },
    save: async (tx, row) => {
      const set = assigned.map((property, at) => `${columns[property]} = $${at + 2}`);
      await tx.execute(`UPDATE ${name} SET ${set.join(', ')} WHERE id = $1`, values(row));
    },
  };
}
