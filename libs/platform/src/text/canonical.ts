import { createHash } from 'node:crypto';

/** Canonical JSON as RFC 8785 has it (members sorted by UTF-16 code units, ECMAScript numbers); bigint as decimal text, Date as ISO text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return JSON.stringify(value.toString());
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Hex SHA-256 of the canonical JSON of a value. */
export const contentHash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** The members of `change` that differ from `before`, or null when none does. */
export function changedMembers<T extends object>(before: T, change: Partial<T>): Partial<T> | null {
  const differing = (Object.keys(change) as (keyof T)[]).filter(
    (name) => change[name] !== undefined && canonicalJson(change[name]) !== canonicalJson(before[name]),
  );
  return differing.length === 0
    ? null
    : (Object.fromEntries(differing.map((name) => [name, change[name]])) as Partial<T>);
}
