import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { landingGround } from '#domain/contract-registration/landing.js';
import { availableAccount, committedAccount } from '#domain/ledger/accounts.js';
import { formatYuan } from '#domain/money/money.js';
import { rewardPolicies, rewardPoliciesOn, type RewardPolicy } from '#domain/reward/reward.policy.js';
import {
  arithmetic,
  claimsOf,
  moveAccrual,
  simulate,
  type Claim,
  type Movement,
  type RewardAccrual,
  type RewardRefusal,
  type SupposedContract,
  type SupposedResult,
} from '#domain/reward/reward.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { RewardRepository, type RewardItem } from './reward.repository.js';

export interface AccrualDetail {
  readonly accrual: RewardAccrual;
  readonly arithmetic: string;
  readonly policy: RewardPolicy;
}

/** What of a registration an accrual needs to know of it. */
export interface CountedContract {
  readonly registrationId: string;
  readonly contractId: string;
}

const maxRetriesPerAppropriation = 500;

/** Accrual of rewards (奖补计提): by the worker, as contracts are registered and cancelled. */
@Injectable()
export class RewardService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationService,
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** Counts a registered contract for everybody who brought it about. Running it again changes nothing. */
  async accrue(actor: SystemActor, registrationId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      // Locked, so that a cancellation waits for the accrual that it takes back.
      const registration = await this.registrations.forReward(tx, registrationId);
      if (registration?.state !== 'registered') return;
      await this.settle(tx, await this.claims(tx, registration), {
        registrationId,
        contractId: registration.contractId,
      });
    });
  }

  /** Answers each claim. All accounts are locked first, in one order everywhere, so that no two accruals wait for each other. */
  async settle(tx: Tx, claims: readonly Claim[], contract: CountedContract): Promise<void> {
    const now = this.clock.now();
    const locked: { claim: Claim; accrual: RewardAccrual }[] = [];
    for (const claim of claims) {
      const accrual = await this.rewards.lockAccrual(tx, claim.policy, claim.beneficiary, claim.fiscalYear, now);
      if (!(await this.rewards.isSettled(tx, accrual.id, contract.registrationId))) locked.push({ claim, accrual });
    }
    for (const { claim, accrual } of locked) await this.answer(tx, claim, accrual, contract);
  }

  /** Takes a cancelled contract out of every account in which it counts, by an entry of its own. */
  async reverse(actor: SystemActor, registrationId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const registration = await this.registrations.forReward(tx, registrationId);
      if (registration?.state !== 'cancelled') return;
      for (const { accrual, item } of await this.rewards.countedIn(tx, registrationId)) {
        await this.takeBack(tx, accrual, item, registration.registrationNumber ?? '');
      }
    });
  }

  /** After more money was granted: what was refused for want of it is tried again. */
  async retry(actor: SystemActor, fiscalYear: number): Promise<void> {
    const waiting = await this.unitOfWork.run(actor, (tx) =>
      this.rewards.waitingForBudget(tx, fiscalYear, maxRetriesPerAppropriation),
    );
    for (const registrationId of waiting) await this.accrue(actor, registrationId); // each in a transaction of its own
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<RewardAccrual[]> {
    return this.unitOfWork.run(actor, (tx) => this.rewards.list(tx, actor, seesAll(actor), after, limit));
  }

  async get(actor: PersonActor, id: string): Promise<Result<AccrualDetail, Refusal<'reward.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const accrual = await this.rewards.find(tx, id);
      if (!accrual || !maySee(actor, accrual)) return refuse('reward.notFound');
      const policy = policyOf(accrual.policyId);
      return ok({ accrual, policy, arithmetic: arithmetic(policy, accrual.total) });
    });
  }

  async items(
    actor: PersonActor,
    accrualId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<RewardItem[], Refusal<'reward.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const accrual = await this.rewards.find(tx, accrualId);
      if (!accrual || !maySee(actor, accrual)) return refuse('reward.notFound');
      return ok(await this.rewards.items(tx, accrualId, after, limit));
    });
  }

  async latestItems(
    actor: PersonActor,
    accrualId: string,
    limit: number,
  ): Promise<Result<RewardItem[], Refusal<'reward.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const accrual = await this.rewards.find(tx, accrualId);
      if (!accrual || !maySee(actor, accrual)) return refuse('reward.notFound');
      return ok(await this.rewards.latestItems(tx, accrualId, limit));
    });
  }

  /** Under the policy in force today. */
  simulate(scheme: string, supposed: readonly SupposedContract[]): { policy: RewardPolicy; result: SupposedResult } {
    const policy = rewardPoliciesOn(beijingDate(this.clock.now())).find((candidate) => candidate.scheme === scheme);
    if (!policy) throw new Error(`no policy in force for ${scheme}`);
    return { policy, result: simulate(policy, supposed) };
  }

  private async claims(tx: Tx, registration: ContractRegistration): Promise<readonly Claim[]> {
    const { contract, determination, registeredAt, landing } = registration;
    if (!determination || !registeredAt) throw new Error('a registered contract was determined');
    const agencies = contract.brokerage.map((share) => share.agencyOrganizationId);
    return claimsOf(rewardPoliciesOn(beijingDate(registeredAt)), {
      contract,
      technologyValue: determination.technologyValue,
      registeredAt,
      landing: landingGround(contract, landing, determination.landingConfirmed),
      organizationKinds: await this.rewards.organizationKinds(tx, agencies),
    });
  }

  private async answer(tx: Tx, claim: Claim, accrual: RewardAccrual, contract: CountedContract): Promise<void> {
    if (claim.refusal !== null) return this.refuseClaim(tx, claim, accrual, contract, claim.refusal);
    const { registrationId, contractId } = contract;
    const now = this.clock.now();
    if (!(await this.rewards.claimContract(tx, claim.policy.scheme, contractId, registrationId, now))) {
      return this.refuseClaim(tx, claim, accrual, contract, 'alreadyCounted');
    }
    const movement = moveAccrual(claim.policy, accrual, claim.base);
    if (movement.increment > 0n && !(await this.ledger.commit(tx, accrual.fiscalYear, movement.increment))) {
      return this.refuseClaim(tx, claim, accrual, contract, 'budgetExhausted');
    }
    const reason = `${claim.policy.title}：合同计入 ${formatYuan(claim.base)} 元，年度合计 ${formatYuan(movement.total)} 元`;
    const entryId = await this.post(tx, accrual, movement, 'accrual', reason);
    await this.rewards.move(tx, accrual, movement, now);
    await this.rewards.insertItem(tx, accrual.id, {
      ...contract,
      ...movedTo(movement),
      outcome: 'counted',
      refusal: null,
      disclosure: claim.disclosure,
      shareBasisPoints: claim.shareBasisPoints,
      base: claim.base,
      entryId,
      at: now,
    });
  }

  private async refuseClaim(
    tx: Tx,
    claim: Claim,
    accrual: RewardAccrual,
    contract: CountedContract,
    refusal: RewardRefusal,
  ): Promise<void> {
    await this.rewards.insertItem(tx, accrual.id, {
      ...contract,
      outcome: 'refused',
      refusal,
      disclosure: claim.disclosure,
      shareBasisPoints: claim.shareBasisPoints,
      base: claim.base,
      totalAfter: accrual.total,
      amountAfter: accrual.amount,
      increment: 0n,
      entryId: null,
      at: this.clock.now(),
    });
  }

  private async takeBack(tx: Tx, accrual: RewardAccrual, item: RewardItem, number: string): Promise<void> {
    const movement = moveAccrual(policyOf(accrual.policyId), accrual, -item.base);
    if (movement.increment !== 0n && !(await this.ledger.commit(tx, accrual.fiscalYear, movement.increment))) {
      throw new Error(`budget ${accrual.fiscalYear} cannot take back ${movement.increment}`);
    }
    // Above the cap or near the threshold the account falls by another amount than it once rose: then it is an adjustment.
    const exact = item.entryId !== null && movement.increment === -item.increment;
    const entryId = await this.post(
      tx,
      accrual,
      movement,
      exact ? 'reversal' : 'adjustment',
      `登记 ${number} 注销：扣回 ${formatYuan(item.base)} 元，年度合计 ${formatYuan(movement.total)} 元`,
      exact ? item.entryId : null,
    );
    const now = this.clock.now();
    await this.rewards.move(tx, accrual, movement, now);
    await this.rewards.insertItem(tx, accrual.id, {
      ...item,
      ...movedTo(movement),
      outcome: 'reversed',
      base: -item.base,
      entryId,
      at: now,
    });
  }

  /** The ledger entry of an increment; null when nothing moves. */
  private async post(
    tx: Tx,
    { fiscalYear, scheme, beneficiary }: RewardAccrual,
    { increment }: Movement,
    kind: 'accrual' | 'reversal' | 'adjustment',
    reason: string,
    reverses: string | null = null,
  ): Promise<string | null> {
    if (increment === 0n) return null;
    const to = committedAccount(fiscalYear, scheme, beneficiary.kind, beneficiary.id);
    const move = { fiscalYear, from: availableAccount(fiscalYear), to, amount: increment };
    return this.ledger.move(tx, { kind, reason, reverses }, move);
  }
}

const movedTo = ({ total, amount, increment }: Movement) => ({ totalAfter: total, amountAfter: amount, increment });

/** The policy under which an account was opened holds for its whole year. */
function policyOf(id: string): RewardPolicy {
  const policy = rewardPolicies.find((candidate) => candidate.id === id);
  if (!policy) throw new Error(`unknown reward policy ${id}`);
  return policy;
}

const seesAll = (actor: PersonActor): boolean => hasRole(actor, 'rewardOfficer', 'auditor');

const maySee = (actor: PersonActor, { beneficiary }: RewardAccrual): boolean =>
  seesAll(actor) ||
  (beneficiary.kind === 'organization' ? actsFor(actor, beneficiary.id) : actor.personId === beneficiary.id);
