import { Injectable } from '@nestjs/common';
import type { RoyaltyReport } from '#domain/performance/royalty-report.js';
import type { Tx } from '#platform/database/unit-of-work.js';

type RawReport = Omit<RoyaltyReport, 'base' | 'due' | 'paid'> & {
  readonly baseFen: string;
  readonly dueFen: string;
  readonly paidFen: string;
};

const columns = `id, contract_id AS "contractId", state, period_from AS "periodFrom", period_to AS "periodTo",
  due_on AS "dueOn", base_fen AS "baseFen", due_fen AS "dueFen", paid_fen AS "paidFen", statement, reason,
  submitted_at AS "submittedAt", decided_at AS "decidedAt"`;

@Injectable()
export class RoyaltyRepository {
  async insert(tx: Tx, report: RoyaltyReport): Promise<void> {
    await tx.query(
      `INSERT INTO royalty_report (id, contract_id, state, period_from, period_to, due_on, base_fen, due_fen, paid_fen,
         statement, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[report.id, report.contractId, report.state, report.periodFrom, report.periodTo, report.dueOn],
        ...[report.base.toString(), report.due.toString(), report.paid.toString(), report.statement],
        report.submittedAt,
      ],
    );
  }

  async save(tx: Tx, { id, state, reason, decidedAt }: RoyaltyReport): Promise<void> {
    await tx.query(`UPDATE royalty_report SET state = $2, reason = $3, decided_at = $4 WHERE id = $1`, [
      ...[id, state, reason, decidedAt],
    ]);
  }

  async find(tx: Tx, id: string): Promise<RoyaltyReport | null> {
    const [row] = await tx.query<RawReport>(`SELECT ${columns} FROM royalty_report WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<RoyaltyReport | null> {
    const [row] = await tx.query<RawReport>(`SELECT ${columns} FROM royalty_report WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  /** The one report of a period that counts, locked. */
  async ofPeriod(tx: Tx, contractId: string, periodFrom: string): Promise<RoyaltyReport | null> {
    const [row] = await tx.query<RawReport>(
      `SELECT ${columns} FROM royalty_report WHERE contract_id = $1 AND period_from = $2 AND state <> 'superseded'
       FOR UPDATE`,
      [contractId, periodFrom],
    );
    return row ? toDomain(row) : null;
  }

  /** Those that count, by period: at most as many as there are periods. */
  async standing(tx: Tx, contractId: string): Promise<RoyaltyReport[]> {
    const rows = await tx.query<RawReport>(
      `SELECT ${columns} FROM royalty_report WHERE contract_id = $1 AND state <> 'superseded' ORDER BY period_from`,
      [contractId],
    );
    return rows.map(toDomain);
  }

  async list(tx: Tx, contractId: string, after: string | null, limit: number): Promise<RoyaltyReport[]> {
    const rows = await tx.query<RawReport>(
      `SELECT ${columns} FROM royalty_report WHERE contract_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [contractId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** Contracts that run and carry a royalty, by id ascending. */
  async contracts(tx: Tx, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM contract WHERE state = 'effective' AND (terms #>> '{payment,royalty}') IS NOT NULL
         AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }
}

const toDomain = ({ baseFen, dueFen, paidFen, ...row }: RawReport): RoyaltyReport => ({
  ...row,
  base: BigInt(baseFen),
  due: BigInt(dueFen),
  paid: BigInt(paidFen),
});
