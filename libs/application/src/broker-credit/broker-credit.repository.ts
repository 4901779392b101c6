import { Injectable } from '@nestjs/common';
import type { BrokerCreditEvent } from '#domain/broker-credit/broker-credit.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, person_id AS "personId", kind, state, points, policy_id AS "policyId", occurred_on::text AS "occurredOn",
  source_kind AS "sourceKind", source_id AS "sourceId", reason, recorded_by AS "recordedBy", recorded_at AS "recordedAt",
  appeal_reason AS "appealReason", decided_by AS "decidedBy", decision_reason AS "decisionReason", version`;
const maxEvents = 2_000;

/** A broker with a share in a contract. */
export interface BrokeredRegistration {
  readonly personId: string;
  readonly registeredOn: string;
}

@Injectable()
export class BrokerCreditRepository {
  /** False when this source has told of it already. */
  async insert(tx: Tx, e: BrokerCreditEvent): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO broker_credit_event (id, person_id, kind, state, points, policy_id, occurred_on, source_kind, source_id, reason,
         recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT ON CONSTRAINT broker_credit_event_once DO NOTHING RETURNING id`,
      [
        ...[e.id, e.personId, e.kind, e.state, e.points, e.policyId, e.occurredOn, e.sourceKind, e.sourceId, e.reason],
        ...[e.recordedBy, e.recordedAt],
      ],
    );
    return rows.length === 1;
  }

  async save(tx: Tx, e: BrokerCreditEvent): Promise<void> {
    await tx.execute(
      `UPDATE broker_credit_event SET state = $2, appeal_reason = $3, decided_by = $4, decision_reason = $5, version = $6
       WHERE id = $1`,
      [e.id, e.state, e.appealReason, e.decidedBy, e.decisionReason, e.version],
    );
  }

  async find(tx: Tx, id: string): Promise<BrokerCreditEvent | null> {
    const sql = `SELECT ${columns} FROM broker_credit_event WHERE id = $1`;
    return (await tx.query<BrokerCreditEvent>(sql, [id]))[0] ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<BrokerCreditEvent | null> {
    const sql = `SELECT ${columns} FROM broker_credit_event WHERE id = $1 FOR UPDATE`;
    return (await tx.query<BrokerCreditEvent>(sql, [id]))[0] ?? null;
  }

  async ofPersons(tx: Tx, personIds: readonly string[]): Promise<BrokerCreditEvent[]> {
    return tx.query<BrokerCreditEvent>(
      `SELECT e.* FROM unnest($1::uuid[]) AS p (id) CROSS JOIN LATERAL (
         SELECT ${columns} FROM broker_credit_event WHERE person_id = p.id
         ORDER BY occurred_on DESC, id DESC LIMIT ${maxEvents}) e`,
      [personIds],
    );
  }

  async list(tx: Tx, contested: boolean, after: string | null, limit: number): Promise<BrokerCreditEvent[]> {
    return tx.query<BrokerCreditEvent>(
      `SELECT ${columns} FROM broker_credit_event WHERE (NOT $1 OR state = 'contested') AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [contested, after, limit],
    );
  }

  /** Standing events of a source, locked. */
  async ofSource(tx: Tx, sourceId: string): Promise<BrokerCreditEvent[]> {
    return tx.query<BrokerCreditEvent>(
      `SELECT ${columns} FROM broker_credit_event WHERE source_id = $1 AND state <> 'corrected' ORDER BY id FOR UPDATE`,
      [sourceId],
    );
  }

  /** Who brokered the contract of a registration that stands. */
  async brokersOf(tx: Tx, registrationId: string): Promise<BrokeredRegistration[]> {
    return tx.query<BrokeredRegistration>(
      `SELECT DISTINCT b.broker_person_id AS "personId",
         (r.registered_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "registeredOn"
       FROM contract_registration r JOIN contract_brokerage b ON b.contract_id = r.contract_id
       WHERE r.id = $1 AND r.state = 'registered'`,
      [registrationId],
    );
  }

  async isBroker(tx: Tx, personId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM broker_recognition WHERE person_id = $1 AND recognition_number IS NOT NULL
       UNION ALL SELECT FROM membership WHERE person_id = $1 AND 'broker' = ANY (roles) LIMIT 1`,
      [personId],
    );
    return rows.length > 0;
  }
}
