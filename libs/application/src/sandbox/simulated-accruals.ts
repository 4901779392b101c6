import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import type { Fen } from '#domain/money/money.js';
import { claimsOf, rewardOn, type Claim } from '#domain/reward/reward.js';
import { policiesOn, type BeneficiaryKind, type RewardPolicy } from '#domain/reward/reward.policy.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { RewardPolicyBook } from '../reward-policy/reward-policy.book.js';
import { RewardService } from '../reward/reward.service.js';
import { within } from './simulated-parties.js';

/** What one beneficiary would be granted on the contracts registered in the sandbox so far. */
export interface SimulatedAccrual {
  readonly id: string;
  readonly registrationId: string;
  readonly policyId: string;
  readonly policyTitle: string;
  readonly beneficiaryKind: BeneficiaryKind;
  readonly beneficiaryId: string;
  readonly fiscalYear: number;
  /** Of this contract. */
  readonly base: Fen;
  /** Of the year, in this sandbox. */
  readonly total: Fen;
  readonly amount: Fen;
  /** Why the contract does not count; null when it does. */
  readonly refusal: string | null;
  readonly at: Date;
}

type Row = Omit<SimulatedAccrual, 'base' | 'total' | 'amount' | 'policyTitle'> & {
  readonly base: string;
  readonly total: string;
  readonly amount: string;
};

/** Accruals of a sandbox: the market's claims and arithmetic, without its accounts, its ledger and its budget. */
@Injectable()
export class SimulatedAccruals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rewards: RewardService,
    private readonly book: RewardPolicyBook,
    private readonly clock: Clock,
  ) {}

  async accrue(tx: Tx, organizationId: string, registration: ContractRegistration): Promise<void> {
    await this.unitOfWork.run(within(tx), async (system) => {
      const facts = await this.rewards.factsOf(system, registration);
      const policies = policiesOn(await this.book.all(system), beijingDate(facts.registeredAt));
      for (const claim of claimsOf(policies, facts)) await this.keep(system, organizationId, registration.id, claim);
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<SimulatedAccrual[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const titles = new Map((await this.book.all(tx)).map((policy: RewardPolicy) => [policy.id, policy.title]));
      const rows = await tx.query<Row>(
        `SELECT id, registration_id AS "registrationId", policy_id AS "policyId", beneficiary_kind AS "beneficiaryKind",
           beneficiary_id AS "beneficiaryId", fiscal_year AS "fiscalYear", base_fen AS base, total_fen AS total,
           amount_fen AS amount, refusal, at
         FROM sandbox_accrual WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
         ORDER BY id DESC LIMIT $3`,
        [actor.organizationId, after, limit],
      );
      return rows.map((row) => ({
        ...row,
        ...{ base: BigInt(row.base), total: BigInt(row.total), amount: BigInt(row.amount) },
        policyTitle: titles.get(row.policyId) ?? row.policyId,
      }));
    });
  }

  private async keep(system: Tx, organizationId: string, registrationId: string, claim: Claim): Promise<void> {
    const { policy, beneficiary, fiscalYear, refusal } = claim;
    const [before] = await system.query<{ total: string }>(
      `SELECT coalesce(sum(base_fen), 0)::text AS total FROM sandbox_accrual
       WHERE organization_id = $1 AND policy_id = $2 AND beneficiary_id = $3 AND fiscal_year = $4 AND refusal IS NULL`,
      [organizationId, policy.id, beneficiary.id, fiscalYear],
    );
    const total = BigInt(before?.total ?? '0') + (refusal === null ? claim.base : 0n);
    await system.query(
      `INSERT INTO sandbox_accrual (id, registration_id, policy_id, beneficiary_kind, beneficiary_id, organization_id,
         fiscal_year, base_fen, total_fen, amount_fen, refusal, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
      [
        ...[uuid(), registrationId, policy.id, beneficiary.kind, beneficiary.id, organizationId, fiscalYear],
        ...[claim.base.toString(), total.toString(), rewardOn(policy, total).toString(), refusal, this.clock.now()],
      ],
    );
  }
}
