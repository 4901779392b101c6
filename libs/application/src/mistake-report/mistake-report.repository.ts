import { Injectable } from '@nestjs/common';
import type { MistakeKind, MistakeReport, MistakeReportState } from '#domain/mistake-report/mistake-report.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { MistakeReportRow } from './mistake-report.row.js';

const columns = `id, number, kind, page, words, state, received_on::text AS "receivedOn", due_on::text AS "dueOn", answer,
  answered_on::text AS "answeredOn", handled_by AS "handledBy", version, created_at AS "createdAt", updated_at AS "updatedAt"`;

@Injectable()
export class MistakeReportRepository {
  async insert(tx: Tx, report: MistakeReport): Promise<void> {
    await tx.manager.insert(MistakeReportRow, report);
  }

  async save(tx: Tx, report: MistakeReport): Promise<void> {
    const { state, answer, answeredOn, handledBy, version, updatedAt } = report;
    await tx.manager.update(
      MistakeReportRow,
      { id: report.id },
      { state, answer, answeredOn, handledBy, version, updatedAt },
    );
  }

  async forUpdate(tx: Tx, id: string): Promise<MistakeReport | null> {
    return this.one(tx, `SELECT ${columns} FROM mistake_report WHERE id = $1 FOR UPDATE`, id);
  }

  async find(tx: Tx, id: string): Promise<MistakeReport | null> {
    return this.one(tx, `SELECT ${columns} FROM mistake_report WHERE id = $1`, id);
  }

  async ofNumber(tx: Tx, number: string): Promise<MistakeReport | null> {
    return this.one(tx, `SELECT ${columns} FROM mistake_report WHERE number = $1`, number);
  }

  async list(tx: Tx, open: boolean, after: string | null, limit: number): Promise<MistakeReport[]> {
    const rows = await tx.query<MistakeReportRow>(
      `SELECT ${columns} FROM mistake_report
       WHERE (NOT $1 OR state IN ('received', 'checking')) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [open, after, limit],
    );
    return rows.map(toDomain);
  }

  /** The oldest that waits for its answer, and how many do. */
  async waiting(
    tx: Tx,
  ): Promise<{ readonly count: number; readonly oldest: string | null; readonly dueOn: string | null }> {
    const [row] = await tx.query<{ count: number; oldest: string | null; dueOn: string | null }>(
      `SELECT count(*)::int AS count, min(received_on)::text AS oldest, min(due_on)::text AS "dueOn" FROM mistake_report
       WHERE state IN ('received', 'checking')`,
    );
    return row ?? { count: 0, oldest: null, dueOn: null };
  }

  private async one(tx: Tx, sql: string, key: string): Promise<MistakeReport | null> {
    const [row] = await tx.query<MistakeReportRow>(sql, [key]);
    return row ? toDomain(row) : null;
  }
}

const toDomain = (row: MistakeReportRow): MistakeReport => ({
  ...row,
  kind: row.kind as MistakeKind,
  state: row.state as MistakeReportState,
});
