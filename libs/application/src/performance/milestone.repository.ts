import { Injectable } from '@nestjs/common';
import type { Delivery, Milestone, MilestonePlan } from '#domain/performance/milestone.js';
import type { Tx } from '#platform/database/unit-of-work.js';

type RawMilestone = Omit<Milestone, 'amount' | 'accepted'> & {
  readonly amountFen: string;
  readonly acceptedFen: string;
};
type RawDelivery = Omit<Delivery, 'amount'> & { readonly amountFen: string };

const planColumns = `id, contract_id AS "contractId", state, proposed_by AS "proposedBy",
  silence_days AS "silenceDays", with_escrow AS "withEscrow", reason, created_at AS "createdAt",
  decided_at AS "decidedAt"`;
const milestoneColumns = `id, plan_id AS "planId", contract_id AS "contractId", position, title, deliverable,
  due_on AS "dueOn", amount_fen AS "amountFen", accepted_fen AS "acceptedFen"`;
const deliveryColumns = `id, milestone_id AS "milestoneId", contract_id AS "contractId", serial, state, description,
  amount_fen AS "amountFen", attachment_ids AS "attachmentIds", answer_by AS "answerBy", by_silence AS "bySilence",
  reason, submitted_at AS "submittedAt", decided_at AS "decidedAt"`;

@Injectable()
export class MilestoneRepository {
  async insertPlan(tx: Tx, plan: MilestonePlan, milestones: readonly Milestone[]): Promise<void> {
    await tx.query(
      `INSERT INTO milestone_plan (id, contract_id, state, proposed_by, silence_days, with_escrow, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [plan.id, plan.contractId, plan.state, plan.proposedBy, plan.silenceDays, plan.withEscrow, plan.createdAt],
    );
    await tx.query(
      `INSERT INTO milestone (id, plan_id, contract_id, position, title, deliverable, due_on, amount_fen)
       SELECT id, $1::uuid, $2::uuid, position, title, deliverable, due_on, amount
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::date[], $7::bigint[])
         WITH ORDINALITY AS m (id, title, deliverable, due_on, amount, position)`,
      [
        ...[plan.id, plan.contractId, milestones.map(({ id }) => id), milestones.map(({ title }) => title)],
        ...[milestones.map(({ deliverable }) => deliverable), milestones.map(({ dueOn }) => dueOn)],
        milestones.map(({ amount }) => amount.toString()),
      ],
    );
  }

  async savePlan(tx: Tx, { id, state, reason, decidedAt }: MilestonePlan): Promise<void> {
    await tx.query(`UPDATE milestone_plan SET state = $2, reason = $3, decided_at = $4 WHERE id = $1`, [
      ...[id, state, reason, decidedAt],
    ]);
  }

  async plan(tx: Tx, id: string): Promise<MilestonePlan | null> {
    const [row] = await tx.query<MilestonePlan>(`SELECT ${planColumns} FROM milestone_plan WHERE id = $1`, [id]);
    return row ?? null;
  }

  async planForUpdate(tx: Tx, id: string): Promise<MilestonePlan | null> {
    const [row] = await tx.query<MilestonePlan>(`SELECT ${planColumns} FROM milestone_plan WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row ?? null;
  }

  async plans(tx: Tx, contractId: string, after: string | null, limit: number): Promise<MilestonePlan[]> {
    return tx.query<MilestonePlan>(
      `SELECT ${planColumns} FROM milestone_plan WHERE contract_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [contractId, after, limit],
    );
  }

  async ofPlan(tx: Tx, planId: string): Promise<Milestone[]> {
    const rows = await tx.query<RawMilestone>(
      `SELECT ${milestoneColumns} FROM milestone WHERE plan_id = $1 ORDER BY position`,
      [planId],
    );
    return rows.map(milestoneOf);
  }

  async find(tx: Tx, id: string): Promise<Milestone | null> {
    const [row] = await tx.query<RawMilestone>(`SELECT ${milestoneColumns} FROM milestone WHERE id = $1`, [id]);
    return row ? milestoneOf(row) : null;
  }

  /** Deliveries and money of a milestone go one after the other. */
  async forUpdate(tx: Tx, id: string): Promise<Milestone | null> {
    const [row] = await tx.query<RawMilestone>(`SELECT ${milestoneColumns} FROM milestone WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row ? milestoneOf(row) : null;
  }

  async saveAccepted(tx: Tx, { id, accepted }: Milestone): Promise<void> {
    await tx.query(`UPDATE milestone SET accepted_fen = $2 WHERE id = $1`, [id, accepted.toString()]);
  }

  async insertDelivery(tx: Tx, delivery: Delivery): Promise<void> {
    await tx.query(
      `INSERT INTO delivery (id, milestone_id, contract_id, serial, state, description, amount_fen, attachment_ids,
         answer_by, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[delivery.id, delivery.milestoneId, delivery.contractId, delivery.serial, delivery.state],
        ...[delivery.description, delivery.amount.toString(), delivery.attachmentIds, delivery.answerBy],
        delivery.submittedAt,
      ],
    );
  }

  async saveDelivery(tx: Tx, { id, state, bySilence, reason, decidedAt }: Delivery): Promise<void> {
    await tx.query(`UPDATE delivery SET state = $2, by_silence = $3, reason = $4, decided_at = $5 WHERE id = $1`, [
      ...[id, state, bySilence, reason, decidedAt],
    ]);
  }

  async delivery(tx: Tx, id: string): Promise<Delivery | null> {
    const [row] = await tx.query<RawDelivery>(`SELECT ${deliveryColumns} FROM delivery WHERE id = $1`, [id]);
    return row ? deliveryOf(row) : null;
  }

  /** All of a milestone; there is a limit to how many there are. */
  async deliveries(tx: Tx, milestoneId: string): Promise<Delivery[]> {
    const rows = await tx.query<RawDelivery>(
      `SELECT ${deliveryColumns} FROM delivery WHERE milestone_id = $1 ORDER BY serial`,
      [milestoneId],
    );
    return rows.map(deliveryOf);
  }

  /** Deliveries whose silence is over. */
  async silent(tx: Tx, today: string, limit: number): Promise<Delivery[]> {
    const rows = await tx.query<RawDelivery>(
      `SELECT ${deliveryColumns} FROM delivery WHERE state = 'submitted' AND answer_by < $1 ORDER BY id LIMIT $2`,
      [today, limit],
    );
    return rows.map(deliveryOf);
  }
}

const milestoneOf = ({ amountFen, acceptedFen, ...row }: RawMilestone): Milestone => ({
  ...row,
  amount: BigInt(amountFen),
  accepted: BigInt(acceptedFen),
});

const deliveryOf = ({ amountFen, ...row }: RawDelivery): Delivery => ({ ...row, amount: BigInt(amountFen) });
