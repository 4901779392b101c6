import type pg from 'pg';
import type { KnownIds } from './known-ids.js';

/** An object as the matrix meets it: whose it is, and how far it has come. */
export interface MatrixObject {
  readonly kind: string;
  readonly id: string;
  readonly phase: Phase;
  /** Null where a table names no unit. */
  readonly organizationId: string | null;
}

export const phases = ['draft', 'live', 'withdrawn'] as const;
export type Phase = (typeof phases)[number];

const drafts = new Set(['draft', 'disclosed', 'collected', 'proposed', 'requested', 'applied', 'unverified']);
const gone = new Set(['withdrawn', 'cancelled', 'declined', 'removed', 'ended', 'revoked', 'refused']);
const phaseOf = (state: string | null): Phase =>
  state !== null && drafts.has(state) ? 'draft' : state !== null && gone.has(state) ? 'withdrawn' : 'live';

/** One object of a kind in each phase that there is, from the market's own tables. */
export async function objectsOf(owner: pg.Pool, ids: KnownIds, kind: string): Promise<MatrixObject[]> {
  const table = kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const { rows: columns } = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
    [`public.${table}`],
  );
  const names = columns.map(({ name }) => name);
  const unit = kind === 'organization' ? 'id' : names.find((name) => /(^|_)organization_id$/.test(name));
  const known = ids.of(kind);
  if (!names.includes('id')) return known.slice(0, 1).map((id) => ({ kind, id, phase: 'live', organizationId: null }));
  const { rows } = await owner.query<{ id: string; state: string | null; unit: string | null }>(
    `SELECT id::text, ${names.includes('state') ? 'state' : 'NULL'} AS state, ${unit ?? 'NULL'}::text AS unit
     FROM "${table}" ORDER BY id::text LIMIT 500`,
  );
  const found = new Map<Phase, MatrixObject>();
  for (const row of rows) {
    const phase = phaseOf(row.state);
    if (!found.has(phase) && /^[0-9a-f-]{36}$/.test(row.id))
      found.set(phase, { kind, id: row.id, phase, organizationId: row.unit });
  }
  return [...found.values()];
}
