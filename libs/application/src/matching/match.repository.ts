import { Injectable } from '@nestjs/common';
import type { DeclineReason, Match, MatchGrade, MatchState } from '#domain/matching/match.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { MatchRow } from './match.row.js';

const columns = `id, demand_id AS "demandId", achievement_id AS "achievementId",
  demand_organization_id AS "demandOrganizationId", achievement_organization_id AS "achievementOrganizationId",
  state, score, grade, reasons, model_version AS "modelVersion", decline_reason AS "declineReason",
  decline_text AS "declineText", declined_by_organization_id AS "declinedByOrganizationId",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Which end of a pair a list is about. */
export type MatchSide = 'demand' | 'achievement';
const sideColumn = { demand: 'demand_id', achievement: 'achievement_id' } as const;

@Injectable()
export class MatchRepository {
  async insert(tx: Tx, match: Match): Promise<void> {
    await tx.manager.insert(MatchRow, toRow(match));
  }

  async save(tx: Tx, match: Match): Promise<void> {
    await tx.manager.update(MatchRow, { id: match.id }, toRow(match));
  }

  async find(tx: Tx, id: string): Promise<Match | null> {
    const [row] = await tx.query<MatchRow>(`SELECT ${columns} FROM match WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<Match | null> {
    const [row] = await tx.query<MatchRow>(`SELECT ${columns} FROM match WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  /** Every pair of one demand or achievement, locked in the order of ids. */
  async allOf(tx: Tx, side: MatchSide, id: string): Promise<Match[]> {
    const rows = await tx.query<MatchRow>(
      `SELECT ${columns} FROM match WHERE ${sideColumn[side]} = $1 ORDER BY id FOR UPDATE`,
      [id],
    );
    return rows.map(toDomain);
  }

  /** Pairs of one demand or achievement that are not superseded, best first, when both sides can be seen. */
  async openWithTitles(tx: Tx, side: MatchSide, id: string, limit: number) {
    const rows = await tx.query<MatchRow & { demandTitle: string; achievementTitle: string }>(
      `SELECT ${columns}, demand_title AS "demandTitle", achievement_title AS "achievementTitle"
       FROM (SELECT m.*, d.title AS demand_title, a.title AS achievement_title FROM match m
             JOIN demand d ON d.id = m.demand_id JOIN achievement a ON a.id = m.achievement_id
             WHERE m.${sideColumn[side]} = $1 AND m.state <> 'superseded') AS pair
       ORDER BY score DESC, id LIMIT $2`,
      [id, limit],
    );
    return rows.map(({ demandTitle, achievementTitle, ...row }) => ({
      match: toDomain(row),
      demandTitle,
      achievementTitle,
    }));
  }

  /** Demands that an achievement is proposed for. */
  async demandsOf(tx: Tx, achievementId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT demand_id AS id FROM match WHERE achievement_id = $1 AND state = 'proposed'`,
      [achievementId],
    );
    return rows.map(({ id }) => id);
  }

  /** Runs of the engine for one demand come one after another, also over several workers. */
  async lockDemand(tx: Tx, demandId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`match:${demandId}`]);
  }
}

const toRow = ({ decline, ...match }: Match): MatchRow => ({
  ...match,
  declineReason: decline?.reason ?? null,
  declineText: decline?.text ?? null,
  declinedByOrganizationId: decline?.byOrganizationId ?? null,
});

const toDomain = ({ declineReason, declineText, declinedByOrganizationId, ...row }: MatchRow): Match => ({
  ...row,
  state: row.state as MatchState,
  grade: row.grade as MatchGrade,
  decline:
    declineReason === null || declinedByOrganizationId === null
      ? null
      : { reason: declineReason as DeclineReason, text: declineText, byOrganizationId: declinedByOrganizationId },
});
