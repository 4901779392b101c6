import type { SearchDocument } from '#platform/search/search.engine.js';
import type { SearchHit } from './search.kinds.js';
import type { SearchSource } from './search.sources.js';

/** Facts of the city's plan, each with its place in the plan: what a policy is, here. Where the API shows its kind. */
const tables = {
  zone: 'zones',
  indicator: 'indicators',
  task: 'tasks',
  demonstration_task: 'demonstration-tasks',
  procedure_stage: 'procedure-stages',
} as const;
type PolicyTable = keyof typeof tables;

interface PolicyRow {
  readonly id: string;
  readonly kind: PolicyTable;
  readonly code: string;
  readonly source: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly loadedAt: Date;
}

/** Records have codes; the index has ids: the one is made from the other. */
const policies = Object.keys(tables)
  .map(
    (table) => `SELECT md5('policy/${table}/' || code)::uuid AS id, '${table}' AS kind, code, source, content,
      loaded_at AS "loadedAt" FROM ${table} WHERE retired_at IS NULL`,
  )
  .join(' UNION ALL ');

const chinese = /\p{Script=Han}/u;

/** The Chinese texts of a record, in order; codes and numbers say nothing to a reader. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return chinese.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const titleOf = ({ content, code }: PolicyRow): string => {
  const title = content['name'] ?? content['title'];
  return typeof title === 'string' ? title : code;
};

const zoneOf = ({ kind, code, content }: PolicyRow): string | null => {
  if (kind === 'zone') return code;
  return typeof content['zoneCode'] === 'string' ? content['zoneCode'] : null;
};

function countiesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(countiesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (name === 'countyCode' && typeof inner === 'string') return [inner];
    return name === 'countyCodes' && Array.isArray(inner)
      ? inner.filter((code) => typeof code === 'string')
      : countiesOf(inner);
  });
}

const yearOf = ({ content }: PolicyRow): string[] => {
  const due = content['due'] as { readonly year?: unknown } | null | undefined;
  return typeof due?.year === 'number' ? [String(due.year)] : [];
};

const documentOf = (row: PolicyRow): SearchDocument => ({
  index: 'policies',
  id: row.id,
  title: titleOf(row),
  text: [...new Set(textsOf(row.content)), row.source].join('\n'),
  facets: {
    zone: zoneOf(row) === null ? [] : [zoneOf(row) ?? ''],
    county: [...new Set(countiesOf(row.content))],
    year: yearOf(row),
  },
  sorting: { publishedAt: null, price: null, maturity: null },
  terms: [],
});

const hitOf = (row: PolicyRow): SearchHit => ({
  id: row.id,
  kind: 'policies',
  organizationId: null,
  title: titleOf(row),
  summary:
    textsOf(row.content)
      .filter((text) => text !== titleOf(row))
      .join('\n') || null,
  ...{ field: null, countyCode: null, zoneCode: zoneOf(row) },
  ...{ publishedAt: null, price: null, readinessLevel: null, institutionKind: null },
  source: row.source,
  path: row.kind === 'zone' ? `/v1/zones/${row.code}` : `/v1/${tables[row.kind]}`,
});

export const policySource: SearchSource = {
  kind: 'policies',
  find: async (tx, ids) =>
    (await tx.query<PolicyRow>(`SELECT * FROM (${policies}) AS p WHERE id = ANY ($1::uuid[])`, [ids])).map(documentOf),
  batch: async (tx, after, limit) =>
    (
      await tx.query<PolicyRow>(
        `SELECT * FROM (${policies}) AS p WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
        [after, limit],
      )
    ).map(documentOf),
  confirm: async (reader, ids) =>
    (
      await reader.query<PolicyRow>(
        'search.confirm.policies',
        `SELECT * FROM (${policies}) AS p WHERE id = ANY ($1::uuid[])`,
        [ids],
      )
    ).map(hitOf),
};
