import type pg from 'pg';
import { type Role } from '#domain/shared/actor.js';
import type { Caller } from './caller.js';
import type { KnownIds } from './known-ids.js';
import type { TestMarket } from './market.js';
import type { PlayedStory } from './story.js';

/** Operation → "own draft role" → what was answered. */
export type Matrix = Record<string, Record<string, string>>;

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

/** What the story leaves out of the two ends of a life. */
export async function draftsAndWithdrawn({ people: { buyer } }: PlayedStory): Promise<void> {
  const demand = {
    title: '羔羊早期断奶死亡率偏高，求代乳料',
    summary: '存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，求代乳料配方与饲喂方案。',
    countyCode: '621022',
  };
  await buyer.post('/v1/demands', demand).expect(201);
  const { body } = await buyer.post('/v1/demands', demand).expect(201);
  await buyer.post(`/v1/demands/${(body as { id: string }).id}/withdrawal`).expect(201);
}

const isBureau = (role: Role): boolean => !['enterprise', 'researchUnit', 'broker', 'agencyManager'].includes(role);

/** One caller a role and unit. */
export class MatrixCallers {
  private readonly known = new Map<string, Promise<Caller>>();

  constructor(private readonly market: TestMarket) {}

  of(role: Role, organizationId: string | null): Promise<Caller> {
    const key = `${role} ${organizationId ?? 'other'}`;
    const bureauKind = role === 'countyOfficer' ? 'countyBureau' : 'cityBureau';
    const caller =
      this.known.get(key) ??
      this.market.member({
        roles: [role],
        countyCode: '621002',
        organizationKind: isBureau(role) ? bureauKind : 'enterprise',
        ...(organizationId !== null && { organizationId }),
      });
    this.known.set(key, caller);
    return caller;
  }
}

export const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Operation → answer → who gets it: a line for "own draft" instead of one for every role. */
export function compact(matrix: Matrix): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(matrix).map(([id, row]) => {
      const lines: Record<string, string[]> = {};
      for (const [cell, answer] of Object.entries(row)) {
        const [unit, phase, role] = cell.split(' ') as [string, string, string];
        (lines[`${unit} ${phase} ${answer}`] ??= []).push(role);
      }
      return [
        id,
        sorted(Object.fromEntries(Object.entries(lines).map(([line, names]) => [line, names.sort().join(' ')]))),
      ];
    }),
  );
}
