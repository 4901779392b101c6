import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { landingGround } from '#domain/contract-registration/landing.js';
import { formatYuan } from '#domain/money/money.js';
import { policiesOn, type RewardPolicy, type RewardScheme } from '#domain/reward/reward.policy.js';
import {
  arithmetic,
  claimsOf,
  moveAccrual,
  rewardRefusals,
  simulate,
  type Beneficiary,
  type Claim,
  type RegisteredFacts,
  type RewardAccrual,
  type RewardRefusal,
  type SupposedContract,
  type SupposedResult,
} from '#domain/reward/reward.js';
import { actsFor, hasRole, type Actor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { RewardPolicyBook } from '../reward-policy/reward-policy.book.js';
import { movedTo, RewardAccounts } from './reward.accounts.js';
import { RewardRepository, type CountedContract, type CountedPart, type RewardItem } from './reward.repository.js';

export interface AccrualDetail {
  readonly accrual: RewardAccrual;
  readonly arithmetic: string;
  readonly policy: RewardPolicy;
}

const maxRetriesPerAppropriation = 500;

/** Accrual of rewards (奖补计提): by the worker, as contracts are registered and cancelled. */
@Injectable()
export class RewardService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationService,
    private readonly rewards: RewardRepository,
    private readonly accounts: RewardAccounts,
    private readonly book: RewardPolicyBook,
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
      locked.push({ claim, accrual });
    }
    for (const { claim, accrual } of locked) await this.answer(tx, claim, accrual, contract, true);
  }

  /**
   * Follows a changed registration: what it counts for is moved to its new base by a visible entry, or taken back when it
   * may no longer count; what now may count is counted. Running it again changes nothing.
   */
  async adjust(actor: SystemActor, registrationId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const registration = await this.registrations.forReward(tx, registrationId);
      if (registration?.state !== 'registered') return;
      const claims = await this.claims(tx, registration);
      await this.lockAll(tx, claims, registrationId);
      const parts = await this.rewards.countedIn(tx, registrationId);
      for (const part of parts) await this.adjustPart(tx, part, claimFor(claims, part.accrual), registration);
      const now = this.clock.now();
      for (const claim of claims) {
        if (claim.refusal !== null || parts.some((part) => claimFor([claim], part.accrual))) continue;
        const accrual = await this.rewards.lockAccrual(tx, claim.policy, claim.beneficiary, claim.fiscalYear, now);
        await this.answer(tx, claim, accrual, { registrationId, contractId: registration.contractId }, false);
      }
    });
  }

  /** Takes a cancelled contract out of every account in which it counts, by an entry of its own. */
  async reverse(actor: SystemActor, registrationId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const registration = await this.registrations.forReward(tx, registrationId);
      if (registration?.state !== 'cancelled') return;
      for (const part of await this.rewards.countedIn(tx, registrationId)) {
        if (part.base === 0n) continue;
        const reason = `登记 ${registration.registrationNumber ?? ''} 注销：扣回 ${formatYuan(part.base)} 元`;
        await this.accounts.shiftBase(tx, part, -part.base, { registrationId, outcome: 'reversed', reason });
      }
    });
  }

  /** After more money was granted: what was refused for want of it is tried again. */
  async retry(actor: SystemActor, fiscalYear: number): Promise<void> {
    const waiting = await this.unitOfWork.run(actor, (tx) =>
      this.rewards.waitingForBudget(tx, fiscalYear, maxRetriesPerAppropriation),
    );
    for (const registrationId of waiting) {
      await this.accrue(actor, registrationId); // each in a transaction of its own
      await this.adjust(actor, registrationId);
    }
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<RewardAccrual[]> {
    return this.unitOfWork.run(actor, (tx) => this.rewards.list(tx, actor, seesAll(actor), after, limit));
  }

  async get(actor: PersonActor, id: string): Promise<Result<AccrualDetail, Refusal<'reward.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const accrual = await this.rewards.find(tx, id);
      if (!accrual || !maySee(actor, accrual)) return refuse('reward.notFound');
      const policy = (await this.book.all(tx)).find((candidate) => candidate.id === accrual.policyId);
      if (!policy) throw new Error(`unknown reward policy ${accrual.policyId}`);
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
  async simulate(
    actor: Actor,
    scheme: RewardScheme,
    supposed: readonly SupposedContract[],
  ): Promise<{ policy: RewardPolicy; result: SupposedResult }> {
    const policies = await this.policies(actor);
    const policy = policiesOn(policies, beijingDate(this.clock.now())).find((candidate) => candidate.scheme === scheme);
    if (!policy) throw new Error(`no policy in force for ${scheme}`);
    return { policy, result: simulate(policy, supposed) };
  }

  /** Every version, the plan's and those the bureau published. */
  async policies(actor: Actor): Promise<readonly RewardPolicy[]> {
    return this.unitOfWork.run(actor, (tx) => this.book.all(tx));
  }

  /** What an accrual needs to know of a registered contract. */
  async factsOf(tx: Tx, registration: ContractRegistration): Promise<RegisteredFacts> {
    const { contract, determination, registeredAt, landing } = registration;
    if (!determination || !registeredAt) throw new Error('a registered contract was determined');
    const agencies = contract.brokerage.map((share) => share.agencyOrganizationId);
    return {
      contract,
      technologyValue: determination.technologyValue,
      registeredAt,
      landing: landingGround(contract, landing, determination.landingConfirmed),
      organizationKinds: await this.rewards.organizationKinds(tx, agencies),
    };
  }

  async organizationKinds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.rewards.organizationKinds(tx, ids);
  }

  private async claims(tx: Tx, registration: ContractRegistration): Promise<readonly Claim[]> {
    const facts = await this.factsOf(tx, registration);
    return claimsOf(policiesOn(await this.book.all(tx), beijingDate(facts.registeredAt)), facts);
  }

  /**
   * Locks what a change may touch, accounts that it leaves and accounts that it comes to, before the budget is touched: whoever
   * asked for an account with the budget's row in his hands would wait for one who asks for the budget.
   */
  private async lockAll(tx: Tx, claims: readonly Claim[], registrationId: string): Promise<void> {
    const now = this.clock.now();
    const coming = claims
      .filter(({ refusal }) => refusal === null)
      .map(({ policy, beneficiary, fiscalYear }) => ({
        key: lockKey(policy.scheme, beneficiary),
        lock: (): Promise<unknown> => this.rewards.lockAccrual(tx, policy, beneficiary, fiscalYear, now),
      }));
    const counted = await this.rewards.countedAccounts(tx, registrationId);
    const leaving = counted
      .filter((accrual) => claimFor(claims, accrual)?.refusal !== null)
      .map(({ id, scheme, beneficiary }) => ({
        key: lockKey(scheme, beneficiary),
        lock: (): Promise<unknown> => this.rewards.forUpdate(tx, id),
      }));
    const all = [...coming, ...leaving].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { lock } of all) await lock();
  }

  /** `unanswered`: only when the account has not answered the registration for good; after a change it answers anew. */
  private async answer(
    tx: Tx,
    claim: Claim,
    accrual: RewardAccrual,
    contract: CountedContract,
    unanswered: boolean,
  ): Promise<void> {
    const refusal = claim.refusal ?? (await this.accountRefusal(tx, claim, accrual));
    if (refusal !== null) {
      const settled = unanswered && (await this.rewards.isSettled(tx, accrual.id, contract.registrationId));
      return settled ? undefined : this.refuseClaim(tx, claim, accrual, contract, refusal);
    }
    const claimed = await this.rewards.claimContract(tx, accrual, contract, unanswered, this.clock.now());
    if (claimed === 'settled') return;
    if (claimed === 'theirs') return this.refuseClaim(tx, claim, accrual, contract, 'alreadyCounted');
    await this.count(tx, claim, accrual, contract);
  }

  private async count(tx: Tx, claim: Claim, accrual: RewardAccrual, contract: CountedContract): Promise<void> {
    const movement = moveAccrual(claim.policy, accrual, claim.base);
    const reason = `${claim.policy.title}：合同计入 ${formatYuan(claim.base)} 元，年度合计 ${formatYuan(movement.total)} 元`;
    const posted = await this.accounts.post(tx, accrual, movement.increment, { kind: 'accrual', reason });
    if (!posted.ok) return this.refuseClaim(tx, claim, accrual, contract, 'budgetExhausted');
    await this.rewards.move(tx, accrual, {
      ...contract,
      ...movedTo(movement),
      outcome: 'counted',
      refusal: null,
      disclosure: claim.disclosure,
      shareBasisPoints: claim.shareBasisPoints,
      base: claim.base,
      entryId: posted.value,
      at: this.clock.now(),
    });
  }

  /** What the account itself says against a claim. */
  private async accountRefusal(tx: Tx, { policy }: Claim, accrual: RewardAccrual): Promise<RewardRefusal | null> {
    if (accrual.state !== 'provisional') return 'yearConcluded';
    return policy.oncePerLifetime && (await this.rewards.awardedBefore(tx, accrual)) ? 'alreadyAwarded' : null;
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

  private async adjustPart(
    tx: Tx,
    part: CountedPart,
    claim: Claim | undefined,
    { id, contractId, registrationNumber }: ContractRegistration,
  ): Promise<void> {
    const base = claim === undefined || claim.refusal !== null ? 0n : claim.base;
    if (base === part.base) return;
    const why = claim?.refusal ? `（${rewardRefusals[claim.refusal]}）` : '';
    const reason = `登记 ${registrationNumber ?? ''} 变更：计入由 ${formatYuan(part.base)} 元调整为 ${formatYuan(base)} 元${why}`;
    const moved = await this.accounts.shiftBase(tx, part, base - part.base, {
      registrationId: id,
      outcome: 'adjusted',
      reason,
    });
    if (!moved && claim) {
      await this.refuseClaim(tx, claim, part.accrual, { registrationId: id, contractId }, 'budgetExhausted');
    }
  }
}

const lockKey = (scheme: RewardScheme, { kind, id }: Beneficiary): string => `${scheme}/${kind}/${id}`;

const claimFor = (claims: readonly Claim[], { scheme, beneficiary }: RewardAccrual): Claim | undefined =>
  claims.find(
    ({ policy, beneficiary: other }) =>
      policy.scheme === scheme && other.kind === beneficiary.kind && other.id === beneficiary.id,
  );

const seesAll = (actor: PersonActor): boolean => hasRole(actor, 'rewardOfficer', 'auditor');

const maySee = (actor: PersonActor, { beneficiary }: RewardAccrual): boolean =>
  seesAll(actor) ||
  (beneficiary.kind === 'organization' ? actsFor(actor, beneficiary.id) : actor.personId === beneficiary.id);
