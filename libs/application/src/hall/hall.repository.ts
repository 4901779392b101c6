import { Inject, Injectable } from '@nestjs/common';
import type { HallEventKind } from '#domain/hall/hall.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** How many of each thing are in the market, as anybody may count them. */
export interface HallCounts {
  readonly demands: number;
  readonly achievements: number;
  readonly listings: number;
  readonly notices: number;
  readonly organizations: number;
  readonly certificates: number;
}

export interface ZoneCount {
  readonly zoneCode: string;
  readonly demands: number;
  readonly achievements: number;
}

/** Something that became public. `subjectId` opens its page; a registration has none, its title is nobody's business. */
export interface HallEvent {
  readonly kind: HallEventKind;
  readonly subjectId: string | null;
  readonly title: string | null;
  readonly contractType: string | null;
  readonly at: Date;
}

/** A quarter's standing contracts: all, and the sums of those that are told together. */
export interface QuarterSum {
  readonly quarter: string;
  readonly count: number;
  readonly told: number;
  readonly contractValueFen: string;
  readonly technologyValueFen: string;
}

const standing = `valid_from <= $1::date AND (valid_to IS NULL OR valid_to > $1::date)
  AND registered_on BETWEEN $2::date AND $3::date`;
const since = (table: string, column: string, kind: HallEventKind, title: string, more = ''): string =>
  `(SELECT '${kind}' AS kind, x.id::text AS "subjectId", ${title} AS title, NULL AS "contractType", x.${column} AS at
    FROM ${table} x ${more} ORDER BY x.${column} DESC LIMIT $1)`;

/** What the hall shows. What is public is read as the role that sees public rows only; sums as the system. */
@Injectable()
export class HallRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** Changes whenever something was done, registered or published: cheap to ask every second. */
  async mark(tx: Tx): Promise<string> {
    const [row] = await tx.prepared<{ mark: string }>(
      'hall.mark',
      `SELECT concat_ws('/', (SELECT last_sequence FROM market_event_counter), (SELECT count(*) FROM market_event_pending),
         (SELECT id FROM registration_entry ORDER BY id DESC LIMIT 1),
         (SELECT id FROM statistics_edition ORDER BY id DESC LIMIT 1)) AS mark`,
      [],
    );
    return row?.mark ?? '';
  }

  async counts(): Promise<HallCounts> {
    const [row] = await this.publicReader.query<HallCounts>(
      'hall.counts',
      `SELECT (SELECT count(*)::int FROM demand WHERE state = 'published') AS demands,
         (SELECT count(*)::int FROM achievement WHERE state = 'published') AS achievements,
         (SELECT count(*)::int FROM listing WHERE state = 'listed') AS listings,
         (SELECT count(*)::int FROM public_notice WHERE state = 'running') AS notices,
         (SELECT count(*)::int FROM organization) AS organizations,
         (SELECT count(*)::int FROM certificate WHERE state = 'valid') AS certificates`,
      [],
    );
    if (!row) throw new Error('an aggregate has one row');
    return row;
  }

  async zones(): Promise<ZoneCount[]> {
    return this.publicReader.query<ZoneCount>(
      'hall.zones',
      `SELECT zone_code AS "zoneCode", count(*) FILTER (WHERE demand)::int AS demands,
         count(*) FILTER (WHERE NOT demand)::int AS achievements
       FROM (SELECT zone_code, true AS demand FROM demand WHERE state = 'published'
             UNION ALL SELECT zone_code, false FROM achievement WHERE state = 'published') named
       WHERE zone_code IS NOT NULL GROUP BY zone_code`,
      [],
    );
  }

  async events(limit: number): Promise<HallEvent[]> {
    return this.publicReader.query<HallEvent>(
      'hall.events',
      `SELECT * FROM (
         ${since('demand', 'published_at', 'demandPublished', 'x.title', `WHERE x.state = 'published'`)}
         UNION ALL ${since('achievement', 'published_at', 'achievementPublished', 'x.title', `WHERE x.state = 'published'`)}
         UNION ALL (SELECT 'listed', a.id::text, a.title, NULL, l.listed_at FROM listing l
           JOIN achievement a ON a.id = l.achievement_id WHERE l.state = 'listed' ORDER BY l.listed_at DESC LIMIT $1)
         UNION ALL ${since('public_notice', 'created_at', 'noticePosted', 'x.title', `WHERE x.state <> 'cancelled'`)}
         UNION ALL (SELECT 'contractRegistered', NULL, NULL, contract_type, created_at FROM certificate
           WHERE state = 'valid' ORDER BY created_at DESC LIMIT $1)) latest
       WHERE at IS NOT NULL ORDER BY at DESC, "subjectId" DESC LIMIT $1`,
      [limit],
    );
  }

  /** Sums of the first `told` contracts of each quarter, in the order of their registration. */
  async quarters(tx: Tx, on: LocalDate, from: LocalDate, to: LocalDate, smallest: number): Promise<QuarterSum[]> {
    return tx.prepared<QuarterSum>(
      'hall.quarters',
      `SELECT quarter, max(many)::int AS count, count(*) FILTER (WHERE n <= told)::int AS told,
         coalesce(sum(contract_value_fen) FILTER (WHERE n <= told), 0)::text AS "contractValueFen",
         coalesce(sum(technology_value_fen) FILTER (WHERE n <= told), 0)::text AS "technologyValueFen"
       FROM (SELECT *, many - many % $4::int AS told FROM (
         SELECT to_char(registered_on, 'YYYY"Q"Q') AS quarter, contract_value_fen, technology_value_fen,
           row_number() OVER (PARTITION BY to_char(registered_on, 'YYYY"Q"Q') ORDER BY registered_on, registration_number) AS n,
           count(*) OVER (PARTITION BY to_char(registered_on, 'YYYY"Q"Q')) AS many
         FROM registration_entry WHERE ${standing}) numbered) grouped
       GROUP BY quarter ORDER BY quarter`,
      [on, from, to, smallest],
    );
  }

  /** Contracts by place of seller and of buyer: `seller>buyer`. */
  async flows(tx: Tx, on: LocalDate, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.prepared<{ key: string; count: number }>(
      'hall.flows',
      `SELECT seller_place || '>' || buyer_place AS key, count(*)::int AS count FROM registration_entry
       WHERE ${standing} GROUP BY 1`,
      [on, from, to],
    );
    return new Map(rows.map(({ key, count }) => [key, count]));
  }
}
