import { Inject, Injectable } from '@nestjs/common';
import {
  dimensionNames,
  noSums,
  type Difference,
  type FigureTable,
  type PublicTable,
  type Sums,
} from '#domain/statistics/figures.js';
import type { Period } from '#domain/statistics/period.js';
import type { RegistrationEntry } from '#domain/statistics/registration-entry.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { dimensionConditions, type DimensionFilter } from './entry.filter.js';
import {
  entryColumnNames,
  entryColumns,
  figuresSql,
  sums,
  tablesOf,
  toEntry,
  toSums,
  type RawEntry,
  type RawSums,
} from './statistics.repository.js';

export type Side = 'current' | 'previous';

/** A frozen edition (统计期报) as anybody may read it. */
export interface PublicEdition {
  readonly id: string;
  readonly period: string;
  readonly number: number;
  readonly cutOff: string;
  readonly supersedes: string | null;
  readonly reason: string | null;
  readonly lineCount: number;
  readonly listHash: string;
  readonly figuresHash: string;
  readonly publicFigures: readonly PublicTable[];
  readonly frozenAt: Date;
}

/** As the bureau reads it. */
export interface Edition extends PublicEdition {
  readonly figures: readonly FigureTable[];
  readonly difference: Difference | null;
  readonly frozenBy: string;
}

/** A contract that an edition counts otherwise than the one before. */
export interface ChangedLine {
  readonly registrationNumber: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: RegistrationEntry | null;
  readonly after: RegistrationEntry | null;
}

const lineColumns = `side registration_number source rule_set_id title type sub_type field ip_kind plan seller_name
  seller_credit_code seller_nature seller_country seller_place_code buyer_name buyer_credit_code buyer_nature buyer_country
  buyer_place_code contract_value_fen::text technology_value_fen::text technology_income_fen::text related_party signed_on
  valid_until registered_on valid_from`.split(/\s+/);

/** What a line says, as one unambiguous text: the list's hash is over these, in the order of their numbers. */
const lineText = (alias: string): string =>
  `(jsonb_build_array(${lineColumns.map((column) => `${alias}.${column}`).join(', ')}) || ${laterText(alias)})::text`;

/** Columns that came later. A line that tells none of them has the text it had before they came: editions frozen then stay intact. */
const laterColumns = ['goal', 'industry', 'payment', 'is_foreign'];
const laterText = (alias: string): string => {
  const columns = laterColumns.map((column) => `${alias}.${column}`);
  return `CASE WHEN num_nonnulls(${columns.join(', ')}) = 0 THEN '[]'::jsonb ELSE jsonb_build_array(${columns.join(', ')}) END`;
};

const publicColumns = `id, period, number, cut_off AS "cutOff", supersedes, reason, line_count AS "lineCount",
  list_hash AS "listHash", figures_hash AS "figuresHash", public_figures AS "publicFigures", frozen_at AS "frozenAt"`;
const columns = `${publicColumns}, figures, difference, frozen_by AS "frozenBy"`;

/** Editions as jsonb keeps them: amounts as text, since JSON has no integers of that size. */
const store = (value: unknown): string => canonicalJson(value);
const amounts = ['contractValue', 'technologyValue', 'technologyIncome'];
const revive = <T>(value: unknown): T => {
  if (Array.isArray(value)) return value.map((item) => revive(item)) as T;
  if (typeof value !== 'object' || value === null) return value as T;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      amounts.includes(name) && typeof item === 'string' ? BigInt(item) : revive(item),
    ]),
  ) as T;
};

@Injectable()
export class EditionRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** Editions of one period are made one after the other. */
  async lockPeriod(tx: Tx, period: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('statistics_edition/' || $1, 0))`, [period]);
  }

  /** Copies what stood on record on the cut-off day, of the period and of the same one a year before. */
  async freezeLines(tx: Tx, editionId: string, cutOff: string, sides: Readonly<Record<Side, Period>>): Promise<void> {
    const taken = entryColumnNames.replaceAll(/\w+/g, (name) => `e.${name}`);
    await tx.execute(
      `INSERT INTO statistics_edition_line (edition_id, side, ${entryColumnNames})
       SELECT $1, p.side, ${taken} FROM registration_entry e
       JOIN (VALUES ('current', $3::date, $4::date), ('previous', $5::date, $6::date)) AS p (side, from_day, to_day)
         ON e.registered_on BETWEEN p.from_day AND p.to_day
       WHERE e.valid_from <= $2::date AND (e.valid_to IS NULL OR e.valid_to > $2::date)`,
      [editionId, cutOff, sides.current.from, sides.current.to, sides.previous.from, sides.previous.to],
    );
  }

  async insert(tx: Tx, edition: Edition): Promise<void> {
    await tx.execute(
      `INSERT INTO statistics_edition (id, period, number, cut_off, supersedes, reason, line_count, list_hash, figures,
         public_figures, figures_hash, difference, frozen_by, frozen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        edition.id,
        edition.period,
        edition.number,
        edition.cutOff,
        edition.supersedes,
        edition.reason,
        edition.lineCount,
        edition.listHash,
        store(edition.figures),
        store(edition.publicFigures),
        edition.figuresHash,
        edition.difference && store(edition.difference),
        edition.frozenBy,
        edition.frozenAt,
      ],
    );
  }

  /** Figures counted from the frozen list, and from nothing else. */
  async figures(tx: Tx, editionId: string): Promise<FigureTable[]> {
    const sql = figuresSql(`SELECT * FROM statistics_edition_line WHERE edition_id = $1`, dimensionNames);
    return tablesOf(await tx.query(sql, [editionId]), dimensionNames);
  }

  async listHash(tx: Tx, editionId: string): Promise<{ readonly hash: string; readonly count: number }> {
    const [row] = await tx.query<{ hash: string; count: number }>(
      `SELECT encode(sha256(convert_to(coalesce(string_agg(${lineText('l')}, E'\\n' ORDER BY side, registration_number COLLATE "C"), ''),
         'UTF8')), 'hex') AS hash, count(*) FILTER (WHERE side = 'current')::int AS count
       FROM statistics_edition_line l WHERE edition_id = $1`,
      [editionId],
    );
    if (!row) throw new Error('an aggregate has one row');
    return row;
  }

  async latest(tx: Tx, period: string): Promise<Edition | null> {
    const [row] = await tx.query<Edition>(
      `SELECT ${columns} FROM statistics_edition WHERE period = $1 ORDER BY number DESC LIMIT 1`,
      [period],
    );
    return row ? toEdition(row) : null;
  }

  async find(tx: Tx, id: string): Promise<Edition | null> {
    const [row] = await tx.query<Edition>(`SELECT ${columns} FROM statistics_edition WHERE id = $1`, [id]);
    return row ? toEdition(row) : null;
  }

  async findPublic(id: string): Promise<PublicEdition | null> {
    const [row] = await this.publicReader.query<PublicEdition>(
      'statisticsEdition.findPublic',
      `SELECT ${publicColumns} FROM statistics_edition WHERE id = $1`,
      [id],
    );
    return row ? toPublic(row) : null;
  }

  /** The latest edition of the latest year that has one. */
  async latestYearPublic(): Promise<PublicEdition | null> {
    const [row] = await this.publicReader.query<PublicEdition>(
      'statisticsEdition.latestYear',
      `SELECT ${publicColumns} FROM statistics_edition WHERE period ~ '^[0-9]{4}$' ORDER BY period DESC, number DESC LIMIT 1`,
      [],
    );
    return row ? toPublic(row) : null;
  }

  async listPublic(period: string | null, after: string | null, limit: number): Promise<PublicEdition[]> {
    const rows = await this.publicReader.query<PublicEdition>(
      'statisticsEdition.listPublic',
      `SELECT ${publicColumns} FROM statistics_edition WHERE ($3::text IS NULL OR period = $3)
         AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [after, limit, period],
    );
    return rows.map(toPublic);
  }

  async lines(
    tx: Tx,
    editionId: string,
    side: Side,
    filter: DimensionFilter,
    after: string | null,
    limit: number,
  ): Promise<RegistrationEntry[]> {
    const params: unknown[] = [editionId, side, after, limit];
    const conditions = dimensionConditions(filter, (value) => `$${params.push(value)}`);
    const rows = await tx.query<RawEntry>(
      `SELECT ${entryColumns} FROM statistics_edition_line WHERE edition_id = $1 AND side = $2
         AND ($3::uuid IS NULL OR id < $3) ${conditions.map((condition) => `AND ${condition}`).join(' ')}
       ORDER BY id DESC LIMIT $4`,
      params,
    );
    return rows.map(toEntry);
  }

  /** How a list differs from the one before it, counted. */
  async difference(tx: Tx, before: string, after: string): Promise<Difference> {
    const [row] = await tx.query<{ added: number; removed: number; changed: number }>(
      `SELECT count(*) FILTER (WHERE b.id IS NULL)::int AS added, count(*) FILTER (WHERE a.id IS NULL)::int AS removed,
         count(*) FILTER (WHERE a.id IS NOT NULL AND b.id IS NOT NULL)::int AS changed
       FROM ${changedLines}`,
      [before, after],
    );
    const sumsOf = async (editionId: string): Promise<Sums> => {
      const [sum] = await tx.query<RawSums>(
        `SELECT ${sums} FROM statistics_edition_line WHERE edition_id = $1 AND side = 'current'`,
        [editionId],
      );
      return sum ? toSums(sum) : noSums;
    };
    return { added: 0, removed: 0, changed: 0, ...row, before: await sumsOf(before), after: await sumsOf(after) };
  }

  /** The contracts that two editions count otherwise, by number. */
  async changedLines(
    tx: Tx,
    before: string,
    after: string,
    afterNumber: string | null,
    limit: number,
  ): Promise<ChangedLine[]> {
    const rows = await tx.query<{ number: string; beforeId: string | null; afterId: string | null }>(
      `SELECT coalesce(a.registration_number, b.registration_number) AS number, b.id AS "beforeId", a.id AS "afterId"
       FROM ${changedLines} AND ($3::text IS NULL OR coalesce(a.registration_number, b.registration_number) > $3)
       ORDER BY 1 LIMIT $4`,
      [before, after, afterNumber, limit],
    );
    const linesOf = async (editionId: string): Promise<ReadonlyMap<string, RegistrationEntry>> => {
      const lines = await tx.query<RawEntry>(
        `SELECT ${entryColumns} FROM statistics_edition_line
         WHERE edition_id = $1 AND side = 'current' AND registration_number = ANY ($2)`,
        [editionId, rows.map((row) => row.number)],
      );
      return new Map(lines.map((line) => [line.registrationNumber, toEntry(line)]));
    };
    const [old, now] = [await linesOf(before), await linesOf(after)];
    return rows.map(({ number, beforeId, afterId }) => ({
      registrationNumber: number,
      change: beforeId === null ? 'added' : afterId === null ? 'removed' : 'changed',
      before: old.get(number) ?? null,
      after: now.get(number) ?? null,
    }));
  }
}

const changedLines = `(SELECT * FROM statistics_edition_line WHERE edition_id = $1 AND side = 'current') b
  FULL JOIN (SELECT * FROM statistics_edition_line WHERE edition_id = $2 AND side = 'current') a
    ON a.registration_number = b.registration_number
  WHERE (a.id IS NULL OR b.id IS NULL OR ${lineText('a')} <> ${lineText('b')})`;

const toPublic = (row: PublicEdition): PublicEdition => ({ ...row, publicFigures: revive(row.publicFigures) });
const toEdition = (row: Edition): Edition => ({
  ...row,
  publicFigures: revive(row.publicFigures),
  figures: revive(row.figures),
  difference: revive(row.difference),
});
