import { Injectable } from '@nestjs/common';
import type { EscrowAccount, EscrowBalances, EscrowMove, EscrowPosting } from '#domain/performance/escrow.js';
import type { Milestone } from '#domain/performance/milestone.js';
import type { Tx } from '#platform/database/unit-of-work.js';

type RawMove = Omit<EscrowMove, 'amount'> & { readonly amountFen: string };
type RawBalances = Readonly<Record<keyof EscrowBalances, string>>;

const moveColumns = `id, milestone_id AS "milestoneId", contract_id AS "contractId", kind, state,
  amount_fen AS "amountFen", stated_by AS "statedBy", reference, reason, decision_reason AS "decisionReason",
  stated_at AS "statedAt", decided_at AS "decidedAt"`;
const balanceColumns = `expected_fen AS expected, deposited_fen AS deposited, on_hold_fen AS "onHold",
  released_fen AS released, refunded_fen AS refunded`;

@Injectable()
export class EscrowRepository {
  async open(tx: Tx, { id, contractId, amount }: Milestone, balances: EscrowBalances): Promise<void> {
    await tx.query(
      `INSERT INTO escrow_account (milestone_id, contract_id, agreed_fen, expected_fen, deposited_fen, on_hold_fen,
         released_fen, refunded_fen) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, contractId, amount.toString(), ...fenOf(balances)],
    );
  }

  /** The milestone is locked by whoever moves its money. */
  async save(tx: Tx, milestoneId: string, balances: EscrowBalances): Promise<void> {
    await tx.query(
      `UPDATE escrow_account SET expected_fen = $2, deposited_fen = $3, on_hold_fen = $4, released_fen = $5,
         refunded_fen = $6 WHERE milestone_id = $1`,
      [milestoneId, ...fenOf(balances)],
    );
  }

  async balances(tx: Tx, milestoneId: string): Promise<EscrowBalances | null> {
    const [row] = await tx.query<RawBalances>(`SELECT ${balanceColumns} FROM escrow_account WHERE milestone_id = $1`, [
      milestoneId,
    ]);
    if (!row) return null;
    const { expected, deposited, onHold, released, refunded } = row;
    return {
      ...{ expected: BigInt(expected), deposited: BigInt(deposited), onHold: BigInt(onHold) },
      ...{ released: BigInt(released), refunded: BigInt(refunded) },
    };
  }

  async post(
    tx: Tx,
    { milestoneId, contractId }: Pick<EscrowMove, 'milestoneId' | 'contractId'>,
    moveId: string | null,
    postings: readonly EscrowPosting[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO escrow_posting (milestone_id, contract_id, move_id, account, amount_fen)
       SELECT $1::uuid, $2::uuid, $3::uuid, p.account, p.amount FROM unnest($4::text[], $5::bigint[]) AS p (account, amount)`,
      [
        ...[milestoneId, contractId, moveId, postings.map(({ account }) => account)],
        postings.map(({ amount }) => amount.toString()),
      ],
    );
  }

  async postings(tx: Tx, milestoneId: string): Promise<EscrowPosting[]> {
    const rows = await tx.query<{ account: EscrowAccount; amountFen: string }>(
      `SELECT account, amount_fen AS "amountFen" FROM escrow_posting WHERE milestone_id = $1 ORDER BY id`,
      [milestoneId],
    );
    return rows.map(({ account, amountFen }) => ({ account, amount: BigInt(amountFen) }));
  }

  async insertMove(tx: Tx, move: EscrowMove): Promise<void> {
    await tx.query(
      `INSERT INTO escrow_move (id, milestone_id, contract_id, kind, state, amount_fen, stated_by, reference, reason,
         stated_at, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[move.id, move.milestoneId, move.contractId, move.kind, move.state, move.amount.toString(), move.statedBy],
        ...[move.reference, move.reason, move.statedAt, move.decidedAt],
      ],
    );
  }

  async saveMove(tx: Tx, { id, state, decisionReason, decidedAt }: EscrowMove): Promise<void> {
    await tx.query(`UPDATE escrow_move SET state = $2, decision_reason = $3, decided_at = $4 WHERE id = $1`, [
      ...[id, state, decisionReason, decidedAt],
    ]);
  }

  async move(tx: Tx, id: string): Promise<EscrowMove | null> {
    const [row] = await tx.query<RawMove>(`SELECT ${moveColumns} FROM escrow_move WHERE id = $1`, [id]);
    return row ? moveOf(row) : null;
  }

  async moves(tx: Tx, milestoneId: string, after: string | null, limit: number): Promise<EscrowMove[]> {
    const rows = await tx.query<RawMove>(
      `SELECT ${moveColumns} FROM escrow_move WHERE milestone_id = $1 AND ($2::uuid IS NULL OR id > $2)
       ORDER BY id LIMIT $3`,
      [milestoneId, after, limit],
    );
    return rows.map(moveOf);
  }
}

const fenOf = ({ expected, deposited, onHold, released, refunded }: EscrowBalances): string[] =>
  [expected, deposited, onHold, released, refunded].map(String);

const moveOf = ({ amountFen, ...row }: RawMove): EscrowMove => ({ ...row, amount: BigInt(amountFen) });
