import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '#domain/ledger/journal-entry.js';
import type { Fen } from '#domain/money/money.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface BudgetLine {
  readonly fiscalYear: number;
  readonly appropriated: Fen;
  readonly committed: Fen;
}

interface RawBudget {
  readonly fiscalYear: number;
  readonly appropriated: string;
  readonly committed: string;
}

export interface LedgerPosting {
  readonly account: string;
  readonly amount: Fen;
}

const budgetColumns = `fiscal_year AS "fiscalYear", appropriated_fen AS appropriated, committed_fen AS committed`;

@Injectable()
export class LedgerRepository {
  /** One statement: the entry, its postings, and the balances of the accounts concerned, taken in the order of their codes. */
  async post(tx: Tx, entry: JournalEntry, fiscalYear: number): Promise<void> {
    const { head, postings } = entry;
    await tx.query(
      `WITH leg AS (SELECT * FROM unnest($6::text[], $7::bigint[]) WITH ORDINALITY AS leg (code, amount, line)),
       entry AS (INSERT INTO ledger_entry (id, kind, reason, reverses, at) VALUES ($1::uuid, $2, $3, $4::uuid, $5)),
       account AS (
         INSERT INTO ledger_account (code, fiscal_year, balance_fen, created_at)
         SELECT code, $8::integer, sum(amount), $5 FROM leg GROUP BY code ORDER BY code
         ON CONFLICT (code) DO UPDATE SET balance_fen = ledger_account.balance_fen + excluded.balance_fen)
       INSERT INTO ledger_posting (entry_id, line, account_code, amount_fen)
       SELECT $1::uuid, line, code, amount FROM leg`,
      [
        head.id,
        head.kind,
        head.reason,
        head.reverses,
        head.at,
        postings.map((posting) => posting.account),
        postings.map((posting) => posting.amount.toString()),
        fiscalYear,
      ],
    );
  }

  /** False when the line was there already. */
  async openBudget(tx: Tx, fiscalYear: number, appropriated: Fen, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO budget_line (fiscal_year, appropriated_fen, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (fiscal_year) DO NOTHING RETURNING fiscal_year`,
      [fiscalYear, appropriated.toString(), at],
    );
    return rows.length === 1;
  }

  async raiseBudget(tx: Tx, fiscalYear: number, amount: Fen): Promise<void> {
    await tx.query(`UPDATE budget_line SET appropriated_fen = appropriated_fen + $2 WHERE fiscal_year = $1`, [
      fiscalYear,
      amount.toString(),
    ]);
  }

  /** One guarded UPDATE: false when the line is missing or has not so much left. A negative amount gives back. */
  async commit(tx: Tx, fiscalYear: number, amount: Fen): Promise<boolean> {
    const touched = await tx.execute(
      `UPDATE budget_line SET committed_fen = committed_fen + $2::bigint
       WHERE fiscal_year = $1 AND committed_fen + $2::bigint BETWEEN 0 AND appropriated_fen`,
      [fiscalYear, amount.toString()],
    );
    return touched === 1;
  }

  async budget(tx: Tx, fiscalYear: number): Promise<BudgetLine | null> {
    const [row] = await tx.query<RawBudget>(`SELECT ${budgetColumns} FROM budget_line WHERE fiscal_year = $1`, [
      fiscalYear,
    ]);
    return row ? toBudget(row) : null;
  }

  async budgets(tx: Tx): Promise<BudgetLine[]> {
    const rows = await tx.query<RawBudget>(
      `SELECT ${budgetColumns} FROM budget_line ORDER BY fiscal_year DESC LIMIT 100`,
    );
    return rows.map(toBudget);
  }

  /** Everything that does not agree: empty in a sound ledger. */
  async disagreements(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ problem: string }>(
      `SELECT 'entry ' || entry_id || ' does not balance: ' || sum(amount_fen) AS problem
         FROM ledger_posting GROUP BY entry_id HAVING sum(amount_fen) <> 0
       UNION ALL
       SELECT 'account ' || a.code || ' says ' || a.balance_fen || ', its postings ' || coalesce(p.total, 0)
         FROM ledger_account a
         LEFT JOIN (SELECT account_code, sum(amount_fen) AS total FROM ledger_posting GROUP BY 1) p ON p.account_code = a.code
         WHERE a.balance_fen <> coalesce(p.total, 0)
       UNION ALL
       SELECT 'budget ' || b.fiscal_year || ' committed ' || b.committed_fen || ', accounts ' || coalesce(c.total, 0)
         FROM budget_line b
         LEFT JOIN (SELECT fiscal_year, sum(balance_fen) AS total FROM ledger_account WHERE code LIKE '%/committed/%' GROUP BY 1) c
           ON c.fiscal_year = b.fiscal_year
         WHERE b.committed_fen <> coalesce(c.total, 0)
       UNION ALL
       SELECT 'budget ' || b.fiscal_year || ' free ' || (b.appropriated_fen - b.committed_fen) || ', account ' || coalesce(a.balance_fen, 0)
         FROM budget_line b LEFT JOIN ledger_account a ON a.code = 'conversionFund/' || b.fiscal_year || '/available'
         WHERE b.appropriated_fen - b.committed_fen <> coalesce(a.balance_fen, 0)
       UNION ALL
       SELECT 'accrual ' || r.id || ' says ' || r.amount_fen || ', its items ' || coalesce(i.total, 0)
         FROM reward_accrual r
         LEFT JOIN (SELECT accrual_id, sum(increment_fen) AS total FROM reward_item GROUP BY 1) i ON i.accrual_id = r.id
         WHERE r.amount_fen <> coalesce(i.total, 0)
       LIMIT 100`,
    );
    return rows.map((row) => row.problem);
  }
}

const toBudget = (row: RawBudget): BudgetLine => ({
  fiscalYear: row.fiscalYear,
  appropriated: BigInt(row.appropriated),
  committed: BigInt(row.committed),
});
