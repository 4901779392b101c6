import { Injectable } from '@nestjs/common';
import type { BudgetBucket, BudgetKey } from '#domain/ledger/accounts.js';
import type { EntryKind, JournalEntry, Posting } from '#domain/ledger/journal-entry.js';
import type { Fen } from '#domain/money/money.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** A year's budget: appropriated (下达) = available (可用) + committed (已暂计) + paid (已兑付) + receivable (应收回). */
export interface BudgetLine extends BudgetKey {
  readonly appropriated: Fen;
  readonly committed: Fen;
  readonly paid: Fen;
  readonly receivable: Fen;
}

type RawBudget = { readonly [K in keyof BudgetLine]: BudgetLine[K] extends Fen ? string : BudgetLine[K] };

export interface LedgerAccount {
  readonly code: string;
  readonly balance: Fen;
}

export interface LedgerEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly reason: string;
  readonly reverses: string | null;
  readonly at: Date;
  readonly postings: readonly Posting[];
}

/** When the ledger was proven, and what did not agree. */
export interface LedgerProof {
  readonly id: string;
  readonly at: Date;
  readonly entries: number;
  readonly accounts: number;
  readonly problems: readonly string[];
}

/** Of money between two buckets of a budget; the amount is above zero. */
export interface BudgetMove {
  readonly from: BudgetBucket;
  readonly to: BudgetBucket;
  readonly amount: Fen;
}

/**
 * The entry, its postings, and the balances of the accounts concerned, taken in the order of their codes: everything reads `leg`,
 * and `leg` what must hold first, so that nothing is written unless it does.
 */
const entryWrites = (first?: string): string =>
  `leg AS (SELECT leg.* FROM ${first === undefined ? '' : `${first}, `}unnest($6::text[], $7::bigint[])
     WITH ORDINALITY AS leg (code, amount, line)),
   entry AS (INSERT INTO ledger_entry (id, kind, reason, reverses, at)
     SELECT $1::uuid, $2::text, $3::text, $4::uuid, $5::timestamptz WHERE EXISTS (SELECT FROM leg)),
   account AS (INSERT INTO ledger_account (code, fiscal_year, balance_fen, created_at)
     SELECT code, $8::integer, sum(amount), $5::timestamptz FROM leg GROUP BY code ORDER BY code
     ON CONFLICT (code) DO UPDATE SET balance_fen = ledger_account.balance_fen + excluded.balance_fen),
   posting AS (INSERT INTO ledger_posting (entry_id, line, account_code, amount_fen)
     SELECT $1::uuid, line, code, amount FROM leg)`;

const entryValues = ({ head, postings }: JournalEntry, fiscalYear: number): readonly unknown[] => [
  head.id,
  head.kind,
  head.reason,
  head.reverses,
  head.at,
  postings.map((posting) => posting.account),
  postings.map((posting) => posting.amount.toString()),
  fiscalYear,
];

const budgetColumns = `fund, fiscal_year AS "fiscalYear", appropriated_fen AS appropriated, committed_fen AS committed,
  paid_fen AS paid, receivable_fen AS receivable`;
const proofColumns = `id, at, entries, accounts, problems`;

@Injectable()
export class LedgerRepository {
  /** An entry that no budget has to bear, in one statement. */
  async post(tx: Tx, entry: JournalEntry, fiscalYear: number): Promise<void> {
    await tx.prepared('ledger.post', `WITH ${entryWrites()} SELECT FROM leg`, entryValues(entry, fiscalYear));
  }

  /** False when the line was there already. */
  async openBudget(tx: Tx, { fund, fiscalYear }: BudgetKey, appropriated: Fen, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO budget_line (fund, fiscal_year, appropriated_fen, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (fund, fiscal_year) DO NOTHING RETURNING fiscal_year`,
      [fund, fiscalYear, appropriated.toString(), at],
    );
    return rows.length === 1;
  }

  async raiseBudget(tx: Tx, { fund, fiscalYear }: BudgetKey, amount: Fen): Promise<void> {
    await tx.query(
      `UPDATE budget_line SET appropriated_fen = appropriated_fen + $3 WHERE fund = $1 AND fiscal_year = $2`,
      [fund, fiscalYear, amount.toString()],
    );
  }

  /**
   * The budget's guarded UPDATE and, when it holds, the entry, as one statement: the budget's row is the hottest of a year and
   * is held for one round trip less. False, and nothing written, when the line is missing or `from` has not so much.
   */
  async shift(
    tx: Tx,
    { fund, fiscalYear }: BudgetKey,
    { from, to, amount }: BudgetMove,
    entry: JournalEntry,
  ): Promise<boolean> {
    const moved = (bucket: BudgetBucket): string =>
      ((to === bucket ? amount : 0n) - (from === bucket ? amount : 0n)).toString();
    const touched = await tx.prepared(
      'ledger.shift',
      `WITH guard AS (
         UPDATE budget_line SET committed_fen = committed_fen + $10::bigint, paid_fen = paid_fen + $11::bigint,
           receivable_fen = receivable_fen + $12::bigint
         WHERE fiscal_year = $8 AND fund = $9 AND committed_fen + $10::bigint >= 0 AND paid_fen + $11::bigint >= 0
           AND receivable_fen + $12::bigint >= 0
           AND committed_fen + paid_fen + receivable_fen + $10::bigint + $11::bigint + $12::bigint <= appropriated_fen
         RETURNING fiscal_year),
       ${entryWrites('guard')} SELECT FROM guard`,
      [...entryValues(entry, fiscalYear), fund, moved('committed'), moved('paid'), moved('receivable')],
    );
    return touched.length === 1;
  }

  async budget(tx: Tx, { fund, fiscalYear }: BudgetKey): Promise<BudgetLine | null> {
    const [row] = await tx.query<RawBudget>(
      `SELECT ${budgetColumns} FROM budget_line WHERE fund = $1 AND fiscal_year = $2`,
      [fund, fiscalYear],
    );
    return row ? toBudget(row) : null;
  }

  async budgets(tx: Tx): Promise<BudgetLine[]> {
    const rows = await tx.query<RawBudget>(
      `SELECT ${budgetColumns} FROM budget_line ORDER BY fiscal_year DESC, fund LIMIT 100`,
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
       SELECT 'budget ' || b.fund || ' ' || b.fiscal_year || ' ' || k.bucket || ' ' || k.fen || ', accounts ' || coalesce(c.total, 0)
         FROM budget_line b
         CROSS JOIN LATERAL (VALUES ('available', b.appropriated_fen - b.committed_fen - b.paid_fen - b.receivable_fen),
           ('committed', b.committed_fen), ('paid', b.paid_fen), ('receivable', b.receivable_fen)) AS k (bucket, fen)
         LEFT JOIN (SELECT split_part(code, '/', 1) AS fund, fiscal_year, split_part(code, '/', 3) AS bucket, sum(balance_fen) AS total
                    FROM ledger_account GROUP BY 1, 2, 3) c
           ON c.fund = b.fund AND c.fiscal_year = b.fiscal_year AND c.bucket = k.bucket
         WHERE k.fen <> coalesce(c.total, 0)
       UNION ALL
       SELECT 'accrual ' || r.id || ' is ' || r.state || ' with ' || r.amount_fen || ', its account ' || k.bucket || ' says ' || coalesce(a.balance_fen, 0)
         FROM reward_accrual r
         CROSS JOIN LATERAL (VALUES
           ('committed', CASE WHEN r.state IN ('provisional', 'awarded') THEN r.amount_fen ELSE 0 END),
           ('paid', CASE WHEN r.state = 'paid' THEN r.amount_fen ELSE 0 END)) AS k (bucket, fen)
         LEFT JOIN ledger_account a ON a.code = 'conversionFund/' || r.fiscal_year || '/' || k.bucket || '/' || r.scheme
           || '/' || r.beneficiary_kind || '/' || r.beneficiary_id
         WHERE k.fen <> coalesce(a.balance_fen, 0)
       UNION ALL
       SELECT 'accrual ' || r.id || ' says ' || r.amount_fen || ', its items ' || coalesce(i.total, 0)
         FROM reward_accrual r
         LEFT JOIN (SELECT accrual_id, sum(increment_fen) AS total FROM reward_item GROUP BY 1) i ON i.accrual_id = r.id
         WHERE r.amount_fen <> coalesce(i.total, 0)
       LIMIT 100`,
    );
    return rows.map((row) => row.problem);
  }

  async insertProof(tx: Tx, proof: Omit<LedgerProof, 'entries' | 'accounts'>): Promise<LedgerProof> {
    const [row] = await tx.query<LedgerProof>(
      `INSERT INTO ledger_proof (id, at, entries, accounts, problems)
       VALUES ($1, $2, (SELECT count(*) FROM ledger_entry), (SELECT count(*) FROM ledger_account), $3)
       RETURNING ${proofColumns}`,
      [proof.id, proof.at, proof.problems],
    );
    if (!row) throw new Error('a proof was inserted');
    return row;
  }

  /** The newest first. */
  async proofs(tx: Tx, after: string | null, limit: number): Promise<LedgerProof[]> {
    return tx.query<LedgerProof>(
      `SELECT ${proofColumns} FROM ledger_proof WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** Accounts of a year by code, after a code. */
  async accounts(tx: Tx, fiscalYear: number, after: string, limit: number): Promise<LedgerAccount[]> {
    const rows = await tx.query<{ code: string; balance: string }>(
      `SELECT code, balance_fen AS balance FROM ledger_account WHERE fiscal_year = $1 AND code > $2 ORDER BY code LIMIT $3`,
      [fiscalYear, after, limit],
    );
    return rows.map(({ code, balance }) => ({ code, balance: BigInt(balance) }));
  }

  /** Entries that touch a year, or one account of it, the newest first. */
  async entries(
    tx: Tx,
    fiscalYear: number,
    account: string | null,
    after: string | null,
    limit: number,
  ): Promise<LedgerEntry[]> {
    const rows = await tx.query<RawEntry>(
      `SELECT e.id, e.kind, e.reason, e.reverses, e.at,
         (SELECT json_agg(json_build_object('account', p.account_code, 'amount', p.amount_fen::text) ORDER BY p.line)
          FROM ledger_posting p WHERE p.entry_id = e.id) AS postings
       FROM ledger_entry e
       WHERE ($3::uuid IS NULL OR e.id < $3) AND EXISTS (
         SELECT FROM ledger_posting p JOIN ledger_account a ON a.code = p.account_code
         WHERE p.entry_id = e.id AND a.fiscal_year = $1 AND ($2::text IS NULL OR p.account_code = $2))
       ORDER BY e.id DESC LIMIT $4`,
      [fiscalYear, account, after, limit],
    );
    return rows.map(({ postings, ...entry }) => ({
      ...entry,
      postings: postings.map((posting) => ({ account: posting.account, amount: BigInt(posting.amount) })),
    }));
  }
}

interface RawEntry extends Omit<LedgerEntry, 'postings'> {
  readonly postings: readonly { readonly account: string; readonly amount: string }[];
}

const toBudget = ({ fund, fiscalYear, appropriated, committed, paid, receivable }: RawBudget): BudgetLine => ({
  fund,
  fiscalYear,
  appropriated: BigInt(appropriated),
  committed: BigInt(committed),
  paid: BigInt(paid),
  receivable: BigInt(receivable),
});
