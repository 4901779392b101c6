import { Injectable } from '@nestjs/common';
import type { MatchModelVersion } from '#domain/matching/match-model.js';
import type { ShownList, ShownPair, Verdict } from '#matching/learn/feedback.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, version, base_version AS "baseVersion", weights, state, trained_on AS "trainedOn", ndcg,
  reference_ndcg AS "referenceNdcg", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Tables `match_model`, and the feedback on matches that models are learned from. */
@Injectable()
export class MatchModelRepository {
  async insert(tx: Tx, model: MatchModelVersion): Promise<void> {
    await tx.query(
      `INSERT INTO match_model (id, version, base_version, weights, state, trained_on, ndcg, reference_ndcg, created_at,
         updated_at) VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9, $10)`,
      [
        model.id,
        model.version,
        model.baseVersion,
        JSON.stringify(model.weights),
        model.state,
        model.trainedOn,
        model.ndcg,
        model.referenceNdcg,
        model.createdAt,
        model.updatedAt,
      ],
    );
  }

  async saveState(tx: Tx, { id, state, updatedAt }: MatchModelVersion): Promise<void> {
    await tx.execute(`UPDATE match_model SET state = $2, updated_at = $3 WHERE id = $1`, [id, state, updatedAt]);
  }

  /** Switches come one after another. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('match_model', 0))`);
  }

  async active(tx: Tx): Promise<MatchModelVersion | null> {
    const [row] = await tx.query<MatchModelVersion>(`SELECT ${columns} FROM match_model WHERE state = 'active'`);
    return row ?? null;
  }

  async find(tx: Tx, id: string): Promise<MatchModelVersion | null> {
    const [row] = await tx.query<MatchModelVersion>(`SELECT ${columns} FROM match_model WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Newest first. */
  async list(tx: Tx, after: string | null, limit: number): Promise<MatchModelVersion[]> {
    return tx.query(
      `SELECT ${columns} FROM match_model WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  async newest(tx: Tx): Promise<MatchModelVersion | null> {
    return (await this.list(tx, null, 1))[0] ?? null;
  }

  /** How many decisions of sides there are, and when the last one was. */
  async decisions(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT ((SELECT count(*) FROM match_decline) + (SELECT count(*) FROM match_acceptance)
         + (SELECT count(*) FROM match WHERE state IN ('introduced', 'contracted')))::int AS n`,
    );
    return row?.n ?? 0;
  }

  /** Demands on which somebody decided, newest first, with every pair that was shown for them. */
  async shownLists(tx: Tx, limit: number): Promise<ShownList[]> {
    const rows = await tx.query<ShownRow>(
      `SELECT m.demand_id AS "demandId", m.state, m.reasons->'signals' AS signals, d.reason,
         coalesce(d.organization_id, CASE WHEN m.state IN ('accepted', 'introduced', 'contracted')
           THEN m.demand_organization_id END) AS "decidedBy"
       FROM match m LEFT JOIN match_decline d ON d.match_id = m.id
       WHERE m.state <> 'superseded' AND m.demand_id IN (
         SELECT demand_id FROM match WHERE state IN ('accepted', 'introduced', 'contracted', 'declined')
         GROUP BY demand_id ORDER BY max(updated_at) DESC, demand_id LIMIT $1)
       ORDER BY m.demand_id, m.id`,
      [limit],
    );
    const byDemand = new Map<string, ShownPair[]>();
    for (const row of rows) byDemand.set(row.demandId, [...(byDemand.get(row.demandId) ?? []), shownPair(row)]);
    return [...byDemand].map(([needId, pairs]) => ({ needId, pairs }));
  }
}

interface ShownRow {
  readonly demandId: string;
  readonly state: string;
  readonly signals: readonly { readonly name: string; readonly points: number }[] | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
}

const shownPair = ({ state, signals, reason, decidedBy }: ShownRow): ShownPair => ({
  points: Object.fromEntries((signals ?? []).map(({ name, points }) => [name, points])),
  verdict: state === 'proposed' ? 'open' : (state as Verdict),
  reason,
  decidedBy,
});
