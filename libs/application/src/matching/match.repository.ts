import { Injectable } from '@nestjs/common';
import type { DeclineReason, Match, MatchGrade, MatchState } from '#domain/matching/match.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { MatchRow } from './match.row.js';

const columns = `id, demand_id AS "demandId", achievement_id AS "achievementId",
  demand_organization_id AS "demandOrganizationId", achievement_organization_id AS "achievementOrganizationId",
  state, score, grade, reasons, model_version AS "modelVersion", decline_reason AS "declineReason",
  decline_text AS "declineText", declined_by_organization_id AS "declinedByOrganizationId",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Rows of one INSERT: its parameters stay below PostgreSQL's limit of 65,535. */
const insertRows = 500;

/** Which end of a pair a list is about. */
export type MatchSide = 'demand' | 'achievement';
const sideColumn = { demand: 'demand_id', achievement: 'achievement_id' } as const;

@Injectable()
export class MatchRepository {
  async insertAll(tx: Tx, matches: readonly Match[]): Promise<void> {
    for (let at = 0; at < matches.length; at += insertRows)
      await tx.manager.insert(MatchRow, matches.slice(at, at + insertRows).map(toRow));
  }

  /** Writes what a run of the engine may change of matches that exist. */
  async saveFindings(tx: Tx, matches: readonly Match[]): Promise<void> {
    if (matches.length === 0) return;
    await tx.query(
      `UPDATE match SET state = m.state, score = m.score, grade = m.grade, reasons = m.reasons::jsonb,
         model_version = m.model_version, updated_at = m.updated_at
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
         AS m (id, state, score, grade, reasons, model_version, updated_at)
       WHERE match.id = m.id`,
      [
        matches.map(({ id }) => id),
        matches.map(({ state }) => state),
        matches.map(({ score }) => score),
        matches.map(({ grade }) => grade),
        matches.map(({ reasons }) => JSON.stringify(reasons)),
        matches.map(({ modelVersion }) => modelVersion),
        matches.map(({ updatedAt }) => updatedAt),
      ],
    );
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

  /** Every pair of these demands, locked in the order of ids. */
  async allOfDemands(tx: Tx, demandIds: readonly string[]): Promise<Match[]> {
    const rows = await tx.query<MatchRow>(
      `SELECT ${columns} FROM match WHERE demand_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [demandIds],
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

  /** Open proposals of these achievements. */
  async proposedOf(tx: Tx, achievementIds: readonly string[]): Promise<{ demandId: string; achievementId: string }[]> {
    return tx.query(
      `SELECT demand_id AS "demandId", achievement_id AS "achievementId" FROM match
       WHERE achievement_id = ANY ($1::uuid[]) AND state = 'proposed'`,
      [achievementIds],
    );
  }

  /** Runs of the engine for one demand come one after another, also over several workers: locked in the order of ids. */
  async lockDemands(tx: Tx, demandIds: readonly string[]): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('match:' || id, 0))
       FROM (SELECT id FROM unnest($1::text[]) AS id ORDER BY id COLLATE "C") AS ordered`,
      [demandIds],
    );
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
