import { Inject, Injectable } from '@nestjs/common';
import type { PurchaseReserve, ReservePlacement } from '#domain/purchase-reserve/purchase-reserve.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, achievement_id AS "achievementId", organization_id AS "organizationId", state, kind, purpose,
  price_fen AS price, exercise_price_fen AS "exercisePrice", option_until::text AS "optionUntil", fiscal_year AS "fiscalYear",
  evaluation_id AS "evaluationId", approved_fen AS approved, committed_fen AS committed, paid_fen AS paid,
  receivable_fen AS receivable, recovered_fen AS recovered, released_fen AS released, surplus_fen AS surplus,
  proposed_by AS "proposedBy", approved_by AS "approvedBy", accepted_by AS "acceptedBy",
  write_off_proposed_by AS "writeOffProposedBy", state_reason AS "stateReason", version, created_at AS "createdAt",
  updated_at AS "updatedAt"`;
const placementColumns = `id, reserve_id AS "reserveId", buyer_organization_id AS "buyerOrganizationId", state, mode,
  price_fen AS price, claimed_fen AS claimed, received_fen AS received, contract_id AS "contractId",
  proposed_by AS "proposedBy", approved_by AS "approvedBy", state_reason AS "stateReason"`;

const amounts = ['approved', 'committed', 'paid', 'receivable', 'recovered', 'released', 'surplus'] as const;
type RawReserve = Omit<PurchaseReserve, 'price' | 'exercisePrice' | 'money'> &
  Readonly<Record<'price' | 'exercisePrice' | (typeof amounts)[number], string>>;
type RawPlacement = Omit<ReservePlacement, 'price' | 'claimed' | 'received'> &
  Readonly<Record<'price' | 'claimed' | 'received', string>>;

/** A reserve that firms may ask for, as everybody reads it. */
export interface StockItem {
  readonly id: string;
  readonly achievementId: string;
  readonly achievementTitle: string;
  readonly organizationId: string;
  readonly kind: PurchaseReserve['kind'];
  readonly purpose: string;
}

@Injectable()
export class PurchaseReserveRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** False when the achievement is in the reserve, or on its way there, already. */
  async insert(tx: Tx, reserve: PurchaseReserve): Promise<boolean> {
    const inserted = await tx.execute(
      `INSERT INTO purchase_reserve (id, achievement_id, organization_id, state, kind, purpose, price_fen, exercise_price_fen,
         option_until, fiscal_year, evaluation_id, proposed_by, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $13)
       ON CONFLICT (achievement_id) WHERE state NOT IN ('rejected', 'withdrawn', 'lapsed', 'writtenOff', 'placed') DO NOTHING`,
      [
        reserve.id,
        reserve.achievementId,
        reserve.organizationId,
        reserve.state,
        reserve.kind,
        reserve.purpose,
        reserve.price.toString(),
        reserve.exercisePrice.toString(),
        reserve.optionUntil,
        reserve.fiscalYear,
        reserve.evaluationId,
        reserve.proposedBy,
        reserve.createdAt,
      ],
    );
    return inserted === 1;
  }

  async save(tx: Tx, reserve: PurchaseReserve): Promise<void> {
    const { money } = reserve;
    await tx.execute(
      `UPDATE purchase_reserve SET state = $2, fiscal_year = $3, approved_by = $4, accepted_by = $5,
         write_off_proposed_by = $6, state_reason = $7, version = $8, updated_at = $9, approved_fen = $10,
         committed_fen = $11, paid_fen = $12, receivable_fen = $13, recovered_fen = $14, released_fen = $15,
         surplus_fen = $16 WHERE id = $1`,
      [
        reserve.id,
        reserve.state,
        reserve.fiscalYear,
        reserve.approvedBy,
        reserve.acceptedBy,
        reserve.writeOffProposedBy,
        reserve.stateReason,
        reserve.version,
        reserve.updatedAt,
        ...amounts.map((name) => money[name].toString()),
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<PurchaseReserve | null> {
    const [row] = await tx.query<RawReserve>(`SELECT ${columns} FROM purchase_reserve WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<PurchaseReserve | null> {
    const [row] = await tx.query<RawReserve>(`SELECT ${columns} FROM purchase_reserve WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  /** Newest first; of one organization, or all when it is null. */
  async list(tx: Tx, organizationId: string | null, after: string | null, limit: number): Promise<PurchaseReserve[]> {
    const rows = await tx.query<RawReserve>(
      `SELECT ${columns} FROM purchase_reserve WHERE ($1::uuid IS NULL OR organization_id = $1)
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  async stock(after: string | null, limit: number): Promise<StockItem[]> {
    return this.publicReader.query<StockItem>(
      'purchaseReserve.stock',
      `SELECT r.id, r.achievement_id AS "achievementId", a.title AS "achievementTitle", r.organization_id AS "organizationId",
         r.kind, r.purpose FROM purchase_reserve r JOIN achievement a ON a.id = r.achievement_id
       WHERE r.state = 'held' AND ($1::uuid IS NULL OR r.id < $1) ORDER BY r.id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** Options past their last day. */
  async lapsed(tx: Tx, today: string, limit: number): Promise<PurchaseReserve[]> {
    const rows = await tx.query<RawReserve>(
      `SELECT ${columns} FROM purchase_reserve WHERE state = 'optioned' AND option_until < $1
       ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [today, limit],
    );
    return rows.map(toDomain);
  }

  async insertPlacement(tx: Tx, placement: ReservePlacement, at: Date): Promise<void> {
    const { id, reserveId, buyerOrganizationId, state, mode, price, proposedBy } = placement;
    await tx.execute(
      `INSERT INTO reserve_placement (id, reserve_id, buyer_organization_id, state, mode, price_fen, proposed_by, created_at,
         updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [id, reserveId, buyerOrganizationId, state, mode, price.toString(), proposedBy, at],
    );
  }

  async savePlacement(tx: Tx, placement: ReservePlacement, at: Date): Promise<void> {
    const { id, state, claimed, received, contractId, approvedBy, stateReason } = placement;
    await tx.execute(
      `UPDATE reserve_placement SET state = $2, claimed_fen = $3, received_fen = $4, contract_id = $5, approved_by = $6,
         state_reason = $7, updated_at = $8 WHERE id = $1`,
      [id, state, claimed.toString(), received.toString(), contractId, approvedBy, stateReason, at],
    );
  }

  async findPlacement(tx: Tx, id: string): Promise<ReservePlacement | null> {
    const [row] = await tx.query<RawPlacement>(`SELECT ${placementColumns} FROM reserve_placement WHERE id = $1`, [id]);
    return row ? toPlacement(row) : null;
  }

  /** Oldest first. */
  async placements(tx: Tx, reserveId: string): Promise<ReservePlacement[]> {
    const rows = await tx.query<RawPlacement>(
      `SELECT ${placementColumns} FROM reserve_placement WHERE reserve_id = $1 ORDER BY id LIMIT 500`,
      [reserveId],
    );
    return rows.map(toPlacement);
  }
}

const toDomain = (row: RawReserve): PurchaseReserve => {
  const { price, exercisePrice, approved, committed, paid, receivable, recovered, released, surplus, ...rest } = row;
  return {
    ...rest,
    price: BigInt(price),
    exercisePrice: BigInt(exercisePrice),
    money: {
      approved: BigInt(approved),
      committed: BigInt(committed),
      paid: BigInt(paid),
      receivable: BigInt(receivable),
      recovered: BigInt(recovered),
      released: BigInt(released),
      surplus: BigInt(surplus),
    },
  };
};

const toPlacement = ({ price, claimed, received, ...row }: RawPlacement): ReservePlacement => ({
  ...row,
  price: BigInt(price),
  claimed: BigInt(claimed),
  received: BigInt(received),
});
