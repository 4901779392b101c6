import type { EntrySource } from '#domain/statistics/registration-entry.js';
import type { Direction } from '#domain/statistics/place.js';
import type { Period } from '#domain/statistics/period.js';
import type { Fen } from '#domain/money/money.js';

/** Which registered contracts: what a figure counts and what its list shows is the same filter. */
export interface RegisterFilter {
  /** By day of registration; null is all of them. */
  readonly period: Period | null;
  /** The day as of which they are read. */
  readonly cutOff: string;
  /** `standing` on that day; `cancelled` by that day; or both. */
  readonly status: 'standing' | 'cancelled' | 'all';
  /** What only the county's officers see: contracts of which one side is there. */
  readonly county: string | null;
  readonly type?: string;
  readonly field?: string;
  readonly sellerNature?: string;
  readonly buyerNature?: string;
  readonly ipKind?: string;
  readonly plan?: string;
  readonly sizeBand?: string;
  readonly direction?: Direction;
  readonly sellerPlace?: string;
  readonly buyerPlace?: string;
  readonly source?: EntrySource;
  readonly minTechnologyValue?: Fen;
  readonly maxTechnologyValue?: Fen;
  readonly number?: string;
  /** In title or the name of a side. */
  readonly text?: string;
}

/** What a dimension groups by, and its drill-down compares with. What was not filled in is `unknown`. */
export const dimensionSql = {
  type: 'type',
  field: `coalesce(field, 'unknown')`,
  sellerNature: 'seller_nature_group',
  buyerNature: 'buyer_nature_group',
  ipKind: `coalesce(ip_kind, 'unknown')`,
  plan: `coalesce(plan, 'unknown')`,
  sizeBand: 'size_band',
  sellerPlace: 'seller_place',
  buyerPlace: 'buyer_place',
  source: 'source',
} as const;
type FilteredDimension = keyof typeof dimensionSql;

/** The members of a filter that a frozen list is opened by. */
export type DimensionFilter = Pick<RegisterFilter, FilteredDimension | 'direction'>;

/** Conditions of the dimensions; `add` takes a parameter and gives its placeholder. */
export function dimensionConditions(filter: DimensionFilter, add: (value: unknown) => string): string[] {
  const parts: string[] = [];
  for (const name of Object.keys(dimensionSql) as FilteredDimension[]) {
    const wanted = filter[name];
    if (wanted !== undefined) parts.push(`${dimensionSql[name]} = ${add(wanted)}`);
  }
  if (filter.direction !== undefined) parts.push(`${add(filter.direction)} = ANY (directions)`);
  return parts;
}

/** WHERE and parameters of a filter over `registration_entry`. */
export function whereOf(filter: RegisterFilter): { readonly sql: string; readonly params: unknown[] } {
  const params: unknown[] = [filter.cutOff];
  const add = (value: unknown): string => `$${params.push(value)}`;
  const standing = `(valid_from <= $1::date AND (valid_to IS NULL OR valid_to > $1::date))`;
  const cancelled = `(cancelled_on IS NOT NULL AND cancelled_on <= $1::date)`;
  const status = { standing, cancelled, all: `(${standing} OR ${cancelled})` };
  const parts = [status[filter.status], ...dimensionConditions(filter, add)];
  if (filter.period) {
    parts.push(`registered_on BETWEEN ${add(filter.period.from)}::date AND ${add(filter.period.to)}::date`);
  }
  if (filter.county !== null) parts.push(`${add(filter.county)} IN (seller_place, buyer_place)`);
  if (filter.minTechnologyValue !== undefined) {
    parts.push(`technology_value_fen >= ${add(filter.minTechnologyValue)}::bigint`);
  }
  if (filter.maxTechnologyValue !== undefined) {
    parts.push(`technology_value_fen <= ${add(filter.maxTechnologyValue)}::bigint`);
  }
  if (filter.number !== undefined) parts.push(`registration_number = ${add(filter.number)}`);
  if (filter.text !== undefined) {
    const at = add(filter.text);
    parts.push(`(strpos(title, ${at}) > 0 OR strpos(seller_name, ${at}) > 0 OR strpos(buyer_name, ${at}) > 0)`);
  }
  return { sql: parts.join(' AND '), params };
}
