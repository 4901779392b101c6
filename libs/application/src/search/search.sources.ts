import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import { transferModeNames, type TransferMode } from '#domain/achievement/achievement.js';
import type { StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import type { SearchDocument, SearchFacets } from '#platform/search/search.engine.js';
import { ipState, kindFacets, maturityBand, priceBand, type SearchHit, type SearchKind } from './search.kinds.js';

/** Where the documents of an index come from, and what anybody may see of a hit. */
export interface SearchSource {
  readonly kind: SearchKind;
  /** The public ones of these, read as the system. */
  find(tx: Tx, ids: readonly string[], today: LocalDate): Promise<SearchDocument[]>;
  /** Public ones by id ascending. */
  batch(tx: Tx, after: string | null, limit: number, today: LocalDate): Promise<SearchDocument[]>;
  /** Those of these ids that are public at this moment, read as an anonymous reader. */
  confirm(reader: StatementReader, ids: readonly string[], today: LocalDate): Promise<SearchHit[]>;
}

/** A row as the statements of this file give it. */
interface SourceRow {
  readonly id: string;
  readonly organizationId: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly field: string | null;
  readonly countyCode: string | null;
  readonly zoneCode: string | null;
  readonly publishedAt: Date | null;
  readonly priceFen: string | null;
  readonly readinessLevel: number | null;
  readonly institutionKind: string | null;
}

/** What a document is found by beside; a kind names only what it has. */
interface DocumentRow extends SourceRow {
  readonly keywords?: readonly string[];
  readonly modes?: readonly TransferMode[];
  readonly patentStates?: readonly string[] | null;
  readonly otherText?: readonly string[];
  /** In place of the one value of the row. */
  readonly fields?: readonly string[];
  readonly zones?: readonly string[];
  readonly counties?: readonly string[];
  readonly institutionKinds?: readonly string[];
  /** Of a demand: what is asked for at least. */
  readonly leastReadinessLevel?: number | null;
}

const fenOf = (text: string | null): Fen | null => (text === null ? null : BigInt(text));
const some = (value: string | null): string[] => (value === null ? [] : [value]);
const maxTextCharacters = 20_000;

function facetsOf(kind: SearchKind, row: DocumentRow): SearchFacets {
  const all: Required<SearchFacets> = {
    zone: row.zones ?? some(row.zoneCode),
    county: row.counties ?? some(row.countyCode),
    field: row.fields ?? some(row.field),
    maturity: some(maturityBand(row.leastReadinessLevel ?? row.readinessLevel)),
    mode: row.modes ?? [],
    priceBand: [priceBand(fenOf(row.priceFen))],
    ipState: [ipState(row.patentStates ?? [])],
    institutionKind: row.institutionKinds ?? some(row.institutionKind),
    year: row.publishedAt === null ? [] : [beijingDate(row.publishedAt).slice(0, 4)],
  };
  return Object.fromEntries(kindFacets[kind].map((name) => [name, all[name]]));
}

function documentOf(kind: SearchKind, row: DocumentRow): SearchDocument {
  const price = fenOf(row.priceFen);
  const [modes, keywords] = [row.modes ?? [], row.keywords ?? []];
  const text = [
    row.summary ?? '',
    ...keywords,
    ...(row.otherText ?? []),
    ...modes.map((mode) => transferModeNames[mode]),
  ];
  return {
    index: kind,
    id: row.id,
    title: row.title,
    text: text.join('\n').trim().slice(0, maxTextCharacters),
    facets: facetsOf(kind, row),
    sorting: {
      publishedAt: row.publishedAt?.getTime() ?? null,
      price: price === null ? null : Number(price),
      maturity: row.readinessLevel,
    },
    terms: [...keywords],
  };
}

/** Where the API shows a kind, when that is not its own name. */
const paths: Readonly<Partial<Record<SearchKind, string>>> = {
  institutions: 'organizations',
  cases: 'published-cases',
};

const hitOf = (kind: SearchKind, { priceFen, ...row }: SourceRow): SearchHit => ({
  ...row,
  kind,
  price: fenOf(priceFen),
  source: null,
  path: `/v1/${paths[kind] ?? kind}/${row.id}`,
});

interface TableSource {
  /** Columns of SourceRow. */
  readonly columns: string;
  /** The other columns of DocumentRow; the anonymous reader need not see them. */
  readonly more: string;
  readonly from: string;
  readonly where: string;
  readonly id: string;
  /** Of what is public on some days only: the condition on a day, given as an SQL expression. */
  readonly whereOn?: (day: string) => string;
}

/** A source that is a table with its joins. */
export function tableSource(kind: SearchKind, { columns, more, from, where, id, whereOn }: TableSource): SearchSource {
  const onDay = (day: number): string => (whereOn === undefined ? '' : ` AND ${whereOn(`$${day}::date`)}`);
  const dated = (today: LocalDate): LocalDate[] => (whereOn === undefined ? [] : [today]);
  const documents = async (tx: Tx, name: string, condition: string, params: readonly unknown[]) =>
    (
      await tx.prepared<DocumentRow>(
        `search.source.${kind}.${name}`,
        `SELECT ${columns}${more === '' ? '' : `, ${more}`} FROM ${from} WHERE ${where} AND ${condition}`,
        params,
      )
    ).map((row) => documentOf(kind, row));
  return {
    kind,
    find: (tx, ids, today) => documents(tx, 'find', `${id} = ANY ($1::uuid[])${onDay(2)}`, [ids, ...dated(today)]),
    batch: (tx, after, limit, today) =>
      documents(tx, 'batch', `($1::uuid IS NULL OR ${id} > $1)${onDay(3)} ORDER BY ${id} LIMIT $2`, [
        ...[after, limit],
        ...dated(today),
      ]),
    confirm: async (reader, ids, today) =>
      (
        await reader.query<SourceRow>(
          `search.confirm.${kind}`,
          `SELECT ${columns} FROM ${from} WHERE ${where} AND ${id} = ANY ($1::uuid[])${onDay(2)}`,
          [ids, ...dated(today)],
        )
      ).map((row) => hitOf(kind, row)),
  };
}

const achievementColumns = `a.title, a.summary, a.field, a.county_code AS "countyCode", a.zone_code AS "zoneCode",
  a.readiness_level AS "readinessLevel", o.kind AS "institutionKind"`;
const patentStates = `(SELECT array_agg(DISTINCT p.state) FROM patent p WHERE p.achievement_id = a.id) AS "patentStates"`;

const achievements = tableSource('achievements', {
  columns: `a.id, a.organization_id AS "organizationId", ${achievementColumns}, a.published_at AS "publishedAt",
    a.price_fen AS "priceFen"`,
  more: `a.keywords, a.transfer_modes AS modes, ${patentStates}`,
  from: 'achievement a LEFT JOIN organization o ON o.id = a.organization_id',
  where: `a.state = 'published'`,
  id: 'a.id',
});

const demands = tableSource('demands', {
  columns: `d.id, d.organization_id AS "organizationId", d.title, d.summary, d.field, d.county_code AS "countyCode",
    d.zone_code AS "zoneCode", d.published_at AS "publishedAt", d.budget_fen AS "priceFen",
    NULL::smallint AS "readinessLevel", o.kind AS "institutionKind"`,
  more: `d.transfer_modes AS modes, d.least_readiness_level AS "leastReadinessLevel"`,
  from: 'demand d LEFT JOIN organization o ON o.id = d.organization_id',
  where: `d.state = 'published'`,
  id: 'd.id',
});

/** Offers that stand, or stand in their public notice, of an achievement that anybody may read. */
const listings = tableSource('listings', {
  columns: `l.id, l.organization_id AS "organizationId", ${achievementColumns},
    coalesce(l.listed_at, l.updated_at) AS "publishedAt", l.price_fen AS "priceFen"`,
  more: `a.keywords, ARRAY[l.transfer_mode] AS modes, ${patentStates}`,
  from: `listing l JOIN achievement a ON a.id = l.achievement_id AND a.state = 'published'
    LEFT JOIN organization o ON o.id = l.organization_id`,
  where: `l.state IN ('listed', 'underNotice')`,
  id: 'l.id',
});

const maxTitles = 30;
const publicWork = `FROM achievement a WHERE a.organization_id = o.id AND a.state = 'published'`;
/** What people, units and stories lack. */
export const nothingForSale = `NULL::text AS "zoneCode", NULL::bigint AS "priceFen", NULL::smallint AS "readinessLevel"`;

/** Units that research, transfer, incubate, evaluate or finance; what they are known for are their public achievements. */
const institutions = tableSource('institutions', {
  columns: `o.id, o.id AS "organizationId", o.name AS title, NULL::text AS summary, NULL::text AS field,
    o.county_code AS "countyCode", NULL::timestamptz AS "publishedAt", o.kind AS "institutionKind", ${nothingForSale}`,
  more: `ARRAY(SELECT a.title ${publicWork} ORDER BY a.id DESC LIMIT ${maxTitles}) AS "otherText",
    ARRAY(SELECT DISTINCT a.field ${publicWork} AND a.field IS NOT NULL ORDER BY 1 LIMIT ${maxTitles}) AS fields,
    ARRAY(SELECT DISTINCT a.zone_code ${publicWork} AND a.zone_code IS NOT NULL ORDER BY 1 LIMIT ${maxTitles}) AS zones`,
  from: 'organization o',
  where: `o.state = 'verified' AND o.kind IN ('university', 'institute', 'transferAgency', 'incubator',
    'evaluationAgency', 'bank')`,
  id: 'o.id',
});

export const tableSources = [achievements, demands, listings, institutions] as const;
