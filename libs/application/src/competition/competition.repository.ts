import { Injectable } from '@nestjs/common';
import type { Competition, CompetitionEntry } from '#domain/competition/competition.js';
import { plainTable } from '#platform/database/plain-table.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const competitions = plainTable<Competition>('competition', {
  id: 'plain',
  organizationId: 'plain',
  state: 'plain',
  title: 'plain',
  description: 'plain',
  rules: 'json',
  rulesHash: 'plain',
  entriesUntil: 'plain',
  openedBy: 'plain',
  preliminary: 'json',
  final: 'json',
  tieDecision: 'json',
  noticeId: 'plain',
  version: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
});
const entries = plainTable<CompetitionEntry>('competition_entry', {
  id: 'plain',
  competitionId: 'plain',
  organizationId: 'plain',
  submittedBy: 'plain',
  state: 'plain',
  track: 'plain',
  title: 'plain',
  summary: 'plain',
  foundedOn: 'plain',
  code: 'plain',
  consentedAt: 'plain',
  reason: 'plain',
  version: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
});

export type Stage = 'preliminary' | 'final';

/** A judge's duty, and the sheet once it is written. */
export interface AssignedSheet {
  readonly entryId: string;
  readonly personId: string;
  readonly scores: Readonly<Record<string, number>> | null;
  readonly comment: string | null;
  readonly scoredAt: Date | null;
  readonly recusedReason: string | null;
}

const page = `AND ($1::uuid IS NULL OR t.id < $1) ORDER BY t.id DESC LIMIT $2`;
const sheetColumns = `entry_id AS "entryId", person_id AS "personId", scores, comment, scored_at AS "scoredAt",
  recused_reason AS "recusedReason"`;

@Injectable()
export class CompetitionRepository {
  readonly competitions = competitions;
  readonly entries = entries;

  async list(tx: Tx, after: string | null, limit: number) {
    return competitions.where(tx, `WHERE t.state NOT IN ('draft', 'void') ${page}`, [after, limit]);
  }

  async listOwn(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return competitions.where(tx, `WHERE t.organization_id = $3 ${page}`, [after, limit, organizationId]);
  }

  async entriesOf(tx: Tx, competitionId: string, after: string | null, limit: number) {
    return entries.where(tx, `WHERE t.competition_id = $3 ${page}`, [after, limit, competitionId]);
  }

  async allEntries(tx: Tx, competitionId: string) {
    return entries.where(tx, `WHERE t.competition_id = $1 ORDER BY t.id`, [competitionId]);
  }

  async entriesOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return entries.where(tx, `WHERE t.organization_id = $3 ${page}`, [after, limit, organizationId]);
  }

  async organization(tx: Tx, id: string) {
    const [row] = await tx.query<{ name: string; countyCode: string; state: string }>(
      `SELECT name, county_code AS "countyCode", state FROM organization WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  async judges(tx: Tx, competitionId: string): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `SELECT person_id AS "personId" FROM competition_judge WHERE competition_id = $1 ORDER BY person_id`,
      [competitionId],
    );
    return rows.map(({ personId }) => personId);
  }

  async personExists(tx: Tx, personId: string): Promise<boolean> {
    return (await tx.query(`SELECT FROM person WHERE id = $1 AND state = 'active'`, [personId])).length === 1;
  }

  /** False when the person is a judge already. */
  async appoint(tx: Tx, competitionId: string, personId: string, by: string, at: Date): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO competition_judge (competition_id, person_id, appointed_by, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [competitionId, personId, by, at],
    );
    return added === 1;
  }

  async assign(
    tx: Tx,
    competitionId: string,
    stage: Stage,
    assigned: readonly { readonly entryId: string; readonly personId: string }[],
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO competition_assignment (competition_id, stage, entry_id, person_id, at)
       SELECT $1, $2, a.entry_id, a.person_id, $5 FROM unnest($3::uuid[], $4::uuid[]) AS a (entry_id, person_id)
       ON CONFLICT DO NOTHING`,
      [competitionId, stage, assigned.map(({ entryId }) => entryId), assigned.map(({ personId }) => personId), at],
    );
  }

  async sheets(tx: Tx, competitionId: string, stage: Stage): Promise<AssignedSheet[]> {
    return tx.query<AssignedSheet>(
      `SELECT ${sheetColumns} FROM competition_assignment WHERE competition_id = $1 AND stage = $2 ORDER BY entry_id, person_id`,
      [competitionId, stage],
    );
  }

  async sheet(tx: Tx, entryId: string, stage: Stage, personId: string): Promise<AssignedSheet | null> {
    const [row] = await tx.query<AssignedSheet>(
      `SELECT ${sheetColumns} FROM competition_assignment WHERE entry_id = $1 AND stage = $2 AND person_id = $3 FOR UPDATE`,
      [entryId, stage, personId],
    );
    return row ?? null;
  }

  async write(
    tx: Tx,
    entryId: string,
    stage: Stage,
    personId: string,
    { scores, comment, scoredAt, recusedReason }: Omit<AssignedSheet, 'entryId' | 'personId'>,
  ): Promise<void> {
    await tx.execute(
      `UPDATE competition_assignment SET scores = $4, comment = $5, scored_at = $6, recused_reason = $7
       WHERE entry_id = $1 AND stage = $2 AND person_id = $3`,
      [entryId, stage, personId, scores && JSON.stringify(scores), comment, scoredAt, recusedReason],
    );
  }
}
