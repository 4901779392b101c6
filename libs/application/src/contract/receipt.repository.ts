import { Injectable } from '@nestjs/common';
import type { SettledAmounts } from '#domain/contract/contract.js';
import type { Receipt } from '#domain/contract/receipt.js';
import type { RegistrationFacts } from '#domain/contract/tax-pack.js';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** Amounts of a royalty contract as one party states them and another confirms. */
export interface AmountSupplement extends SettledAmounts {
  readonly id: string;
  readonly contractId: string;
  readonly reason: string;
  readonly statedByOrganizationId: string;
  readonly statedByPersonId: string;
  readonly statedAt: Date;
  readonly confirmedByOrganizationId: string | null;
  readonly confirmedByPersonId: string | null;
  readonly confirmedAt: Date | null;
}

type RawReceipt = Omit<Receipt, 'amount' | 'royaltyBase'> & {
  readonly amountFen: string;
  readonly royaltyBaseFen: string | null;
};
type RawSupplement = Omit<AmountSupplement, 'contractValue' | 'technologyValue'> & {
  readonly contractValueFen: string;
  readonly technologyValueFen: string;
};

const receiptColumns = `id, contract_id AS "contractId", received_on AS "receivedOn", amount_fen AS "amountFen", kind,
  reference, evidence, royalty_base_fen AS "royaltyBaseFen", organization_id AS "organizationId",
  person_id AS "personId", recorded_at AS "recordedAt", voided_at AS "voidedAt", void_reason AS "voidReason"`;
const supplementColumns = `id, contract_id AS "contractId", contract_value_fen AS "contractValueFen",
  technology_value_fen AS "technologyValueFen", reason, stated_by_organization_id AS "statedByOrganizationId",
  stated_by_person_id AS "statedByPersonId", stated_at AS "statedAt",
  confirmed_by_organization_id AS "confirmedByOrganizationId", confirmed_by_person_id AS "confirmedByPersonId",
  confirmed_at AS "confirmedAt"`;

/** A contract's receipts and supplements are few: at most as many are read to add them up. */
export const maxReceiptsPerContract = 2000;

@Injectable()
export class ReceiptRepository {
  async insert(tx: Tx, receipt: Receipt): Promise<void> {
    await tx.query(
      `INSERT INTO contract_receipt (id, contract_id, received_on, amount_fen, kind, reference, evidence,
         royalty_base_fen, organization_id, person_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        receipt.id,
        receipt.contractId,
        receipt.receivedOn,
        receipt.amount.toString(),
        receipt.kind,
        receipt.reference,
        receipt.evidence,
        receipt.royaltyBase?.toString() ?? null,
        receipt.organizationId,
        receipt.personId,
        receipt.recordedAt,
      ],
    );
  }

  async void(tx: Tx, { id, voidedAt, voidReason }: Receipt): Promise<void> {
    await tx.query(`UPDATE contract_receipt SET voided_at = $2, void_reason = $3 WHERE id = $1`, [
      id,
      voidedAt,
      voidReason,
    ]);
  }

  /** All of a contract, the first recorded first. The contract is locked by whoever adds one. */
  async ofContract(tx: Tx, contractId: string): Promise<Receipt[]> {
    return this.list(tx, contractId, null, maxReceiptsPerContract);
  }

  async list(tx: Tx, contractId: string, after: string | null, limit: number): Promise<Receipt[]> {
    const rows = await tx.query<RawReceipt>(
      `SELECT ${receiptColumns} FROM contract_receipt WHERE contract_id = $1 AND ($2::uuid IS NULL OR id > $2)
       ORDER BY id LIMIT $3`,
      [contractId, after, limit],
    );
    return rows.map(({ amountFen, royaltyBaseFen, ...row }) => ({
      ...row,
      amount: BigInt(amountFen),
      royaltyBase: royaltyBaseFen === null ? null : BigInt(royaltyBaseFen),
    }));
  }

  async insertSupplement(tx: Tx, supplement: AmountSupplement): Promise<void> {
    await tx.query(
      `INSERT INTO contract_amount_supplement (id, contract_id, contract_value_fen, technology_value_fen, reason,
         stated_by_organization_id, stated_by_person_id, stated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        supplement.id,
        supplement.contractId,
        supplement.contractValue.toString(),
        supplement.technologyValue.toString(),
        supplement.reason,
        supplement.statedByOrganizationId,
        supplement.statedByPersonId,
        supplement.statedAt,
      ],
    );
  }

  async confirmSupplement(tx: Tx, supplement: AmountSupplement): Promise<void> {
    await tx.query(
      `UPDATE contract_amount_supplement SET confirmed_by_organization_id = $2, confirmed_by_person_id = $3,
         confirmed_at = $4 WHERE id = $1`,
      [supplement.id, supplement.confirmedByOrganizationId, supplement.confirmedByPersonId, supplement.confirmedAt],
    );
  }

  async supplements(tx: Tx, contractId: string, after: string | null, limit: number): Promise<AmountSupplement[]> {
    const rows = await tx.query<RawSupplement>(
      `SELECT ${supplementColumns} FROM contract_amount_supplement
       WHERE contract_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [contractId, after, limit],
    );
    return rows.map(({ contractValueFen, technologyValueFen, ...row }) => ({
      ...row,
      contractValue: BigInt(contractValueFen),
      technologyValue: BigInt(technologyValueFen),
    }));
  }

  /** What the registration of a contract has come to; null when there is none that stands or runs. */
  async registration(
    tx: Tx,
    contractId: string,
  ): Promise<(RegistrationFacts & { readonly type: string | null }) | null> {
    const [row] = await tx.query<{
      state: string;
      registrationNumber: string | null;
      registeredAt: Date | null;
      technologyValueFen: string | null;
      type: string | null;
    }>(
      `SELECT state, registration_number AS "registrationNumber", registered_at AS "registeredAt",
         verified_technology_value_fen AS "technologyValueFen", verified_type AS type
       FROM contract_registration WHERE contract_id = $1 AND state NOT IN ('returned', 'refused')
       ORDER BY (state = 'cancelled'), created_at DESC LIMIT 1`,
      [contractId],
    );
    if (!row) return null;
    const { state, registrationNumber, registeredAt, technologyValueFen, type } = row;
    return {
      state,
      registrationNumber,
      registeredOn: registeredAt && beijingDate(registeredAt),
      technologyValue: technologyValueFen === null ? null : BigInt(technologyValueFen),
      type,
    };
  }
}
