import type { Fen } from '#domain/money/money.js';
import type { FacetName } from '#platform/search/search.engine.js';

/** What can be looked for: each an index. A kind is here when the market has rows of it. */
export const searchKinds = [
  'achievements',
  'demands',
  'listings',
  'institutions',
  'brokers',
  'experts',
  'cases',
  'policies',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Kinds whose new hits are told to whoever saved a search. Not people: an alert would keep a name after the consent is gone. */
export const savedKinds = ['achievements', 'demands', 'listings', 'institutions', 'cases', 'policies'] as const;

const ofWork = ['zone', 'county', 'field', 'maturity', 'mode', 'priceBand'] as const;

/** The facets that fit a kind: a person has no price, and no year of publication. */
export const kindFacets: Readonly<Record<SearchKind, readonly FacetName[]>> = {
  achievements: [...ofWork, 'ipState', 'institutionKind', 'year'],
  demands: [...ofWork, 'institutionKind', 'year'],
  listings: [...ofWork, 'ipState', 'institutionKind', 'year'],
  institutions: ['zone', 'county', 'field', 'institutionKind'],
  brokers: ['county', 'institutionKind', 'year'],
  experts: ['county', 'field', 'institutionKind'],
  cases: ['county', 'institutionKind', 'year'],
  policies: ['zone', 'county', 'year'],
};

/** Kinds whose documents may begin or end with the day alone, or were public before their index was made. */
export const settledKinds = ['brokers', 'experts', 'cases'] as const satisfies readonly SearchKind[];

/** One hit, as anybody may see it. */
export interface SearchHit {
  readonly id: string;
  readonly kind: SearchKind;
  readonly organizationId: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly field: string | null;
  readonly countyCode: string | null;
  readonly zoneCode: string | null;
  readonly publishedAt: Date | null;
  readonly price: Fen | null;
  readonly readinessLevel: number | null;
  readonly institutionKind: string | null;
  /** Where a policy's text stands. */
  readonly source: string | null;
  /** Where the API shows it in full. */
  readonly path: string;
}

export const maturityBands = ['research', 'pilot', 'ready'] as const;
export const priceBands = [
  'negotiable',
  'upTo100000',
  'upTo500000',
  'upTo1000000',
  'upTo5000000',
  'above5000000',
] as const;
export const ipStates = ['granted', 'pending', 'ended', 'none'] as const;

/** 研发 (1–3), 中试 (4–6), 可应用 (7–9). */
export function maturityBand(readinessLevel: number | null): (typeof maturityBands)[number] | null {
  if (readinessLevel === null) return null;
  if (readinessLevel <= 3) return 'research';
  return readinessLevel <= 6 ? 'pilot' : 'ready';
}

const bandLimitsYuan = [100_000n, 500_000n, 1_000_000n, 5_000_000n];

/** The band of a price in 分; each includes its upper limit. Without a price: 面议. */
export function priceBand(price: Fen | null): (typeof priceBands)[number] {
  if (price === null) return 'negotiable';
  const at = bandLimitsYuan.findIndex((limit) => price <= limit * 100n);
  return priceBands[at < 0 ? priceBands.length - 1 : at + 1] ?? 'negotiable';
}

/** The best that is known of the patents of an achievement. */
export function ipState(patentStates: readonly string[]): (typeof ipStates)[number] {
  if (patentStates.includes('granted')) return 'granted';
  if (patentStates.some((state) => state === 'applied' || state === 'published')) return 'pending';
  return patentStates.length > 0 ? 'ended' : 'none';
}
