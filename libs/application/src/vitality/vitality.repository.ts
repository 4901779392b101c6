import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import type { VitalSubject } from '#domain/vitality/vitality.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface AliveReminder {
  readonly id: string;
  readonly subjectKind: VitalSubject;
  readonly subjectId: string;
  readonly organizationId: string;
  readonly title: string;
  readonly aliveUntil: LocalDate;
  readonly daysBefore: number;
  readonly at: Date;
}

export type Expiring = Pick<AliveReminder, 'subjectKind' | 'subjectId' | 'organizationId' | 'title' | 'aliveUntil'>;

export interface StateCount {
  readonly kind: VitalSubject;
  readonly state: string;
  readonly n: number;
}

const expiring = `
  SELECT 'demand' AS kind, d.id, d.organization_id, d.title, d.alive_until FROM demand d
  WHERE d.state = 'published' AND d.alive_until BETWEEN $1 AND $2
  UNION ALL
  SELECT 'listing', l.id, l.organization_id, a.title, l.alive_until FROM listing l JOIN achievement a ON a.id = l.achievement_id
  WHERE l.state = 'listed' AND l.alive_until BETWEEN $1 AND $2`;

/** Table `alive_reminder`, and what is counted of demands and listings. */
@Injectable()
export class VitalityRepository {
  /** What ends between two days and has no reminder of its nearest threshold yet; the soonest first. */
  async expiring(tx: Tx, today: LocalDate, thresholds: readonly number[], limit: number): Promise<Expiring[]> {
    return tx.query<Expiring>(
      `SELECT kind AS "subjectKind", e.id AS "subjectId", e.organization_id AS "organizationId", e.title,
         e.alive_until::text AS "aliveUntil"
       FROM (${expiring}) AS e (kind, id, organization_id, title, alive_until)
       WHERE NOT EXISTS (SELECT FROM alive_reminder r WHERE r.subject_kind = e.kind AND r.subject_id = e.id
         AND r.alive_until = e.alive_until AND r.days_before <= (
           SELECT min(t) FROM unnest($3::int[]) AS t WHERE e.alive_until <= $1::date + t))
       ORDER BY e.alive_until, e.id LIMIT $4`,
      [today, addDays(today, Math.max(...thresholds)), thresholds, limit],
    );
  }

  async insert(tx: Tx, reminder: AliveReminder): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO alive_reminder (id, subject_kind, subject_id, organization_id, title, alive_until, days_before, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [
        reminder.id,
        reminder.subjectKind,
        reminder.subjectId,
        reminder.organizationId,
        reminder.title,
        reminder.aliveUntil,
        reminder.daysBefore,
        reminder.at,
      ],
    );
    return rows.length === 1;
  }

  async list(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<AliveReminder[]> {
    return tx.query<AliveReminder>(
      `SELECT id, subject_kind AS "subjectKind", subject_id AS "subjectId", organization_id AS "organizationId", title,
         alive_until::text AS "aliveUntil", days_before AS "daysBefore", at
       FROM alive_reminder WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  async counts(tx: Tx): Promise<StateCount[]> {
    return tx.query<StateCount>(
      `SELECT 'demand' AS kind, state, count(*)::int AS n FROM demand GROUP BY state
       UNION ALL SELECT 'listing', state, count(*)::int FROM listing GROUP BY state`,
    );
  }
}
