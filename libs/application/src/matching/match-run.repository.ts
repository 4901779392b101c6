import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { MatchRun } from '#domain/matching/match-run.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, scope, reason, night::text, state, engine, total, done, error, created_at AS "createdAt",
  started_at AS "startedAt", ended_at AS "endedAt"`;

/** A run in the hands of one worker. */
export interface HeldRun extends MatchRun {
  /** The last demand that is done; null at the start. */
  readonly afterId: string | null;
  /** The last achievement that is done, of those whose own job was lost. */
  readonly afterAchievementId: string | null;
  readonly attempts: number;
}

/** A demand or achievement as it was matched last. */
export interface MatchMark {
  readonly subjectId: string;
  readonly kind: 'demand' | 'achievement';
  readonly version: number;
}

/** Whoever lives renews it; whoever died is followed after it. */
const leaseSeconds = 30;
/** With days a match grows old: what is not looked at for so long is matched again by night. */
const staleDays = 30;

/** Public demands that are new, changed, stale, or were matched by another engine. */
const dirtyDemands = `
  SELECT d.id FROM demand d LEFT JOIN match_mark k ON k.subject_id = d.id
  WHERE d.state = 'published' AND (k.subject_id IS NULL OR k.version <> d.version OR k.engine <> $1
    OR k.matched_at < $2::timestamptz - make_interval(days => ${staleDays}))`;

/** Public achievements whose last change no run has looked at. */
const dirtyAchievements = `
  SELECT a.id FROM achievement a LEFT JOIN match_mark k ON k.subject_id = a.id
  WHERE a.state = 'published' AND k.version IS DISTINCT FROM a.version`;

const afterColumns = { demand: 'after_id', achievement: 'after_achievement_id' } as const;

@Injectable()
export class MatchRunRepository {
  /** Null when the night has its run already. */
  async queue(tx: Tx, run: Pick<MatchRun, 'scope' | 'reason' | 'night'>, now: Date): Promise<MatchRun | null> {
    const [row] = await tx.query<MatchRun>(
      `INSERT INTO match_run (id, scope, reason, night, state, created_at) VALUES ($1, $2, $3, $4, 'queued', $5)
       ON CONFLICT (night) WHERE night IS NOT NULL DO NOTHING RETURNING ${columns}`,
      [uuid(), run.scope, run.reason, run.night, now],
    );
    return row ?? null;
  }

  /** Takes the oldest run that nobody works on. By the database's clock: legal time may jump. */
  async claim(tx: Tx, now: Date): Promise<HeldRun | null> {
    const [row] = await tx.query<HeldRun>(
      `UPDATE match_run SET state = 'running', started_at = coalesce(started_at, $1), attempts = attempts + 1,
         leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
       WHERE id = (SELECT id FROM match_run WHERE state = 'queued'
                     OR (state = 'running' AND leased_until < clock_timestamp())
                   ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING ${columns}, after_id AS "afterId", after_achievement_id AS "afterAchievementId", attempts`,
      [now],
    );
    return row ?? null;
  }

  async begin(tx: Tx, id: string, engine: string, total: number): Promise<void> {
    await tx.execute(`UPDATE match_run SET engine = $2, total = $3 WHERE id = $1`, [id, engine, total]);
  }

  async progress(tx: Tx, id: string, done: number, kind: MatchMark['kind'], afterId: string): Promise<void> {
    await tx.execute(
      `UPDATE match_run SET done = $2, total = greatest(total, $2), ${afterColumns[kind]} = $3,
         leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}) WHERE id = $1`,
      [id, done, afterId],
    );
  }

  /** How many new proposals these organizations have got in a run so far. */
  async loadOf(tx: Tx, runId: string, organizationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ id: string; n: number }>(
      `SELECT organization_id AS id, proposals AS n FROM match_run_load
       WHERE run_id = $1 AND organization_id = ANY ($2::uuid[])`,
      [runId, organizationIds],
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** Counts new proposals; false when an organization would get more than the cap: somebody else counted meanwhile. */
  async charge(tx: Tx, runId: string, proposals: ReadonlyMap<string, number>, cap: number): Promise<boolean> {
    if (proposals.size === 0) return true;
    const counted = await tx.query(
      `INSERT INTO match_run_load AS l (run_id, organization_id, proposals)
       SELECT $1::uuid, c.id, c.n FROM unnest($2::uuid[], $3::int[]) AS c (id, n) WHERE c.n <= $4 ORDER BY c.id
       ON CONFLICT (run_id, organization_id) DO UPDATE SET proposals = l.proposals + excluded.proposals
         WHERE l.proposals + excluded.proposals <= $4
       RETURNING organization_id`,
      [runId, [...proposals.keys()], [...proposals.values()], cap],
    );
    return counted.length === proposals.size;
  }

  async end(tx: Tx, id: string, state: 'done' | 'failed', error: string | null, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE match_run SET state = $2, error = $3, ended_at = $4, leased_until = NULL,
         total = CASE WHEN $2 = 'done' THEN done ELSE total END WHERE id = $1`,
      [id, state, error, now],
    );
  }

  async find(tx: Tx, id: string): Promise<MatchRun | null> {
    const [row] = await tx.query<MatchRun>(`SELECT ${columns} FROM match_run WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Newest first. */
  async list(tx: Tx, after: string | null, limit: number): Promise<MatchRun[]> {
    return tx.query(`SELECT ${columns} FROM match_run WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`, [
      after,
      limit,
    ]);
  }

  /** How many demands and lost achievements a run has before it from there on. */
  async count(tx: Tx, run: HeldRun, engine: string, now: Date): Promise<number> {
    const [row] =
      run.scope === 'full'
        ? await tx.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM demand WHERE state = 'published' AND ($1::uuid IS NULL OR id > $1)`,
            [run.afterId],
          )
        : await tx.query<{ n: number }>(
            `SELECT (SELECT count(*) FROM (${dirtyDemands}) AS dirty WHERE $3::uuid IS NULL OR id > $3)::int
               + (SELECT count(*) FROM (${dirtyAchievements}) AS lost WHERE $4::uuid IS NULL OR id > $4)::int AS n`,
            [engine, now, run.afterId, run.afterAchievementId],
          );
    return row?.n ?? 0;
  }

  /** The next demands of a run, by id ascending. */
  async batch(tx: Tx, run: HeldRun, engine: string, now: Date, after: string | null, limit: number): Promise<string[]> {
    const rows =
      run.scope === 'full'
        ? await tx.query<{ id: string }>(
            `SELECT id FROM demand WHERE state = 'published' AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
            [after, limit],
          )
        : await tx.query<{ id: string }>(
            `SELECT id FROM (${dirtyDemands}) AS dirty WHERE $3::uuid IS NULL OR id > $3 ORDER BY id LIMIT $4`,
            [engine, now, after, limit],
          );
    return rows.map(({ id }) => id);
  }

  /** Achievements whose own job was lost, by id ascending. */
  async lostAchievements(tx: Tx, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM (${dirtyAchievements}) AS lost WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  async mark(tx: Tx, marks: readonly MatchMark[], engine: string, now: Date): Promise<void> {
    if (marks.length === 0) return;
    await tx.query(
      `INSERT INTO match_mark (subject_id, kind, version, engine, matched_at)
       SELECT m.id, m.kind, m.version, $4, $5::timestamptz FROM unnest($1::uuid[], $2::text[], $3::int[]) AS m (id, kind, version)
       ORDER BY m.id
       ON CONFLICT (subject_id) DO UPDATE SET version = excluded.version, engine = excluded.engine,
         matched_at = excluded.matched_at`,
      [marks.map((m) => m.subjectId), marks.map((m) => m.kind), marks.map((m) => m.version), engine, now],
    );
  }
}
