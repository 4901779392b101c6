import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface DutyCount {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly countyCode: string;
  readonly count: number;
}

const maxOrganizations = 1_000;

@Injectable()
export class ExchangeDutyRepository {
  /** Rounds with at least one visit in the year, by who made them and where. */
  async visitRounds(tx: Tx, year: number): Promise<DutyCount[]> {
    return tx.query<DutyCount>(
      `SELECT p.organization_id AS "organizationId", o.name AS "organizationName", p.county_code AS "countyCode",
         count(*)::int AS count
       FROM visit_plan p JOIN organization o ON o.id = p.organization_id
       WHERE EXISTS (SELECT FROM enterprise_visit v WHERE v.plan_id = p.id
         AND v.visited_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31))
       GROUP BY 1, 2, 3 ORDER BY 2, 3 LIMIT ${maxOrganizations}`,
      [year],
    );
  }

  /** Events of the year that were closed with at least one meeting held, by organizer and county. */
  async events(tx: Tx, year: number): Promise<DutyCount[]> {
    return tx.query<DutyCount>(
      `SELECT e.organization_id AS "organizationId", o.name AS "organizationName", e.county_code AS "countyCode",
         count(*)::int AS count
       FROM matchmaking_event e JOIN organization o ON o.id = e.organization_id
       WHERE e.state = 'closed'
         AND e.starts_at >= make_timestamptz($1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
         AND e.starts_at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
         AND EXISTS (SELECT FROM event_meeting m WHERE m.event_id = e.id AND m.state = 'held')
       GROUP BY 1, 2, 3 ORDER BY 2, 3 LIMIT ${maxOrganizations}`,
      [year],
    );
  }
}
