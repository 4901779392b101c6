import { Injectable } from '@nestjs/common';
import type { Match, MatchDecline, MatchGrade, MatchState } from '#domain/matching/match.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import type { MatchRow } from './match.row.js';

const columns = `id, demand_id AS "demandId", achievement_id AS "achievementId",
  demand_organization_id AS "demandOrganizationId", achievement_organization_id AS "achievementOrganizationId",
  state, score, grade, reasons, model_version AS "modelVersion", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** What the sides decided, for whom the policies of its tables give it. */
const decided = `
  (SELECT json_build_object('reason', d.reason, 'text', d.text, 'byOrganizationId', d.organization_id)
   FROM match_decline d WHERE d.match_id = pair.id) AS decline,
  (SELECT coalesce(json_agg(a.organization_id ORDER BY a.accepted_at, a.organization_id), '[]')
   FROM match_acceptance a WHERE a.match_id = pair.id) AS "acceptedBy"`;

type DecidedRow = MatchRow & Pick<Match, 'decline' | 'acceptedBy'>;

/** As much of a known pair as decides what a run does with it. */
export type Standing = Pick<Match, 'id' | 'demandId' | 'achievementId' | 'state' | 'score' | 'grade' | 'modelVersion'>;

const standing = `id, demand_id AS "demandId", achievement_id AS "achievementId", state, score, grade,
  model_version AS "modelVersion"`;

/** Which end of a pair a list is about. */
export type MatchSide = 'demand' | 'achievement';
const sideColumn = { demand: 'demand_id', achievement: 'achievement_id' } as const;

@Injectable()
export class MatchRepository {
  async insertAll(tx: Tx, matches: readonly Match[]): Promise<void> {
    if (matches.length === 0) return;
    await tx.prepared(
      'match.insertAll',
      `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       SELECT m.id, m.demand_id, m.achievement_id, m.demand_organization_id, m.achievement_organization_id, m.state,
         m.score, m.grade, m.reasons::jsonb, m.model_version, m.created_at, m.updated_at
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::int[], $8::text[],
         $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[])
         AS m (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score, grade,
           reasons, model_version, created_at, updated_at)`,
      [
        matches.map(({ id }) => id),
        matches.map(({ demandId }) => demandId),
        matches.map(({ achievementId }) => achievementId),
        matches.map(({ demandOrganizationId }) => demandOrganizationId),
        matches.map(({ achievementOrganizationId }) => achievementOrganizationId),
        matches.map(({ state }) => state),
        matches.map(({ score }) => score),
        matches.map(({ grade }) => grade),
        matches.map(({ reasons }) => JSON.stringify(reasons)),
        matches.map(({ modelVersion }) => modelVersion),
        matches.map(({ createdAt }) => createdAt),
        matches.map(({ updatedAt }) => updatedAt),
      ],
    );
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

  /** Writes the state that people brought a match to. */
  async saveState(tx: Tx, { id, state, updatedAt }: Match): Promise<void> {
    await tx.execute(`UPDATE match SET state = $2, updated_at = $3 WHERE id = $1`, [id, state, updatedAt]);
  }

  async insertDecline(tx: Tx, matchId: string, { reason, text, byOrganizationId }: MatchDecline, at: Date) {
    await tx.execute(
      `INSERT INTO match_decline (match_id, organization_id, reason, text, declined_at) VALUES ($1, $2, $3, $4, $5)`,
      [matchId, byOrganizationId, reason, text, at],
    );
  }

  async insertAcceptance(tx: Tx, matchId: string, organizationId: string, personId: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO match_acceptance (match_id, organization_id, person_id, accepted_at) VALUES ($1, $2, $3, $4)`,
      [matchId, organizationId, personId, at],
    );
  }

  async find(tx: Tx, id: string): Promise<Match | null> {
    const [row] = await tx.query<DecidedRow>(`SELECT ${columns}, ${decided} FROM match AS pair WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<Match | null> {
    // Locked first: what the sides decided is then read as the holder before us left it.
    await tx.query(`SELECT id FROM match WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(tx, id);
  }

  /** The match of a pair, locked. */
  async pairForUpdate(tx: Tx, demandId: string, achievementId: string): Promise<Match | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM match WHERE demand_id = $1 AND achievement_id = $2 FOR UPDATE`,
      [demandId, achievementId],
    );
    return row ? this.find(tx, row.id) : null;
  }

  /** These pairs, locked in the order of ids; for the engine, which asks only for their states. */
  async allForUpdate(tx: Tx, ids: readonly string[]): Promise<Match[]> {
    if (ids.length === 0) return [];
    const rows = await tx.prepared<MatchRow>(
      'match.allForUpdate',
      `SELECT ${columns} FROM match WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [ids],
    );
    return rows.map((row) => toDomain({ ...row, decline: null, acceptedBy: [] }));
  }

  /** Every pair of these demands. */
  async standingOf(tx: Tx, demandIds: readonly string[]): Promise<Standing[]> {
    return tx.prepared('match.standingOf', `SELECT ${standing} FROM match WHERE demand_id = ANY ($1::uuid[])`, [
      demandIds,
    ]);
  }

  /** The open proposals of these demands, and whatever pairs them with these achievements. */
  async rivalsOf(tx: Tx, demandIds: readonly string[], achievementIds: readonly string[]): Promise<Standing[]> {
    return tx.prepared(
      'match.rivalsOf',
      `SELECT ${standing} FROM match WHERE demand_id = ANY ($1::uuid[])
         AND (state = 'proposed' OR achievement_id = ANY ($2::uuid[]))`,
      [demandIds, achievementIds],
    );
  }

  /** The least score among the open proposals of each of these demands that has so many of them. */
  async floorsOf(tx: Tx, demandIds: readonly string[], full: number): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.prepared<{ demandId: string; least: number }>(
      'match.floorsOf',
      `SELECT demand_id AS "demandId", min(score) AS least FROM match
       WHERE demand_id = ANY ($1::uuid[]) AND state = 'proposed' GROUP BY demand_id HAVING count(*) >= $2`,
      [demandIds, full],
    );
    return new Map(rows.map(({ demandId, least }) => [demandId, least]));
  }

  /** Pairs of one demand or achievement that are not superseded, best first, when both sides can be seen. */
  async openWithTitles(tx: Tx, side: MatchSide, id: string, limit: number) {
    const rows = await tx.query<DecidedRow & { demandTitle: string; achievementTitle: string }>(
      `SELECT ${columns}, ${decided}, demand_title AS "demandTitle", achievement_title AS "achievementTitle"
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

  /** A demand went on to another owner: its pairs that nobody was brought together on follow it. */
  async followOwner(tx: Tx, demandId: string): Promise<void> {
    await tx.execute(
      `UPDATE match m SET demand_organization_id = d.organization_id
       FROM demand d WHERE d.id = m.demand_id AND d.id = $1 AND m.demand_organization_id <> d.organization_id`,
      [demandId],
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

const toDomain = (row: DecidedRow): Match => ({
  ...row,
  state: row.state as MatchState,
  grade: row.grade as MatchGrade,
});
