import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** A contract that came of a mandate's introduction, with the brokers' shares and what was received. Amounts are 分 as text. */
export interface BrokeredContract {
  readonly contractId: string;
  readonly title: string;
  readonly contractValue: string;
  readonly technologyValue: string;
  readonly signedOn: LocalDate;
  readonly introducedOn: LocalDate;
  readonly mandates: number;
  readonly shares: readonly { readonly brokerPersonId: string; readonly shareBasisPoints: number }[];
  readonly receipts: readonly { readonly id: string; readonly receivedOn: LocalDate; readonly amount: string }[];
}

const maxContracts = 100;

@Injectable()
export class CommissionRepository {
  async contracts(tx: Tx, mandateId: string, agencyId: string): Promise<BrokeredContract[]> {
    return tx.query<BrokeredContract>(
      `SELECT c.id AS "contractId", c.title, c.contract_value_fen::text AS "contractValue",
         coalesce((SELECT s.technology_value_fen FROM contract_amount_supplement s WHERE s.contract_id = c.id
                   ORDER BY s.id DESC LIMIT 1), c.declared_technology_value_fen)::text AS "technologyValue",
         c.signed_on::text AS "signedOn",
         (i.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "introducedOn",
         cardinality(i.mandate_ids) AS mandates,
         coalesce((SELECT json_agg(json_build_object('brokerPersonId', b.broker_person_id, 'shareBasisPoints', b.share_basis_points)
                     ORDER BY b.broker_person_id)
                   FROM contract_brokerage b WHERE b.contract_id = c.id AND b.agency_organization_id = $2), '[]') AS shares,
         coalesce((SELECT json_agg(json_build_object('id', r.id, 'receivedOn', r.received_on, 'amount', r.amount_fen::text)
                     ORDER BY r.received_on, r.id)
                   FROM contract_receipt r WHERE r.contract_id = c.id AND r.voided_at IS NULL), '[]') AS receipts
       FROM introduction i JOIN deal d ON d.introduction_id = i.id JOIN contract c ON c.deal_id = d.id
       WHERE $1 = ANY (i.mandate_ids) AND c.state = 'effective' AND c.signed_on IS NOT NULL
       ORDER BY c.id LIMIT ${maxContracts}`,
      [mandateId, agencyId],
    );
  }

  /** Why the broker's conduct costs him the fee; null: nothing was found. */
  async finding(tx: Tx, mandateId: string): Promise<string | null> {
    const [row] = await tx.query<{ reason: string }>(`SELECT reason FROM mandate_finding WHERE mandate_id = $1`, [
      mandateId,
    ]);
    return row?.reason ?? null;
  }

  /** False when one was recorded already. */
  async insertFinding(tx: Tx, id: string, mandateId: string, reason: string, by: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO mandate_finding (id, mandate_id, reason, found_by, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (mandate_id) DO NOTHING RETURNING id`,
      [id, mandateId, reason, by, at],
    );
    return rows.length === 1;
  }
}
