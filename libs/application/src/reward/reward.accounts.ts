import { Injectable } from '@nestjs/common';
import type { AccountHolder, BudgetBucket } from '#domain/ledger/accounts.js';
import { formatYuan, type Fen } from '#domain/money/money.js';
import {
  moveAccrual,
  rewardAccrualTransitions,
  type Movement,
  type RewardAccrual,
  type RewardAccrualEvent,
} from '#domain/reward/reward.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { LedgerService, type Shift } from '../ledger/ledger.service.js';
import { RewardPolicyBook } from '../reward-policy/reward-policy.book.js';
import { RewardRepository, type CountedPart } from './reward.repository.js';

export type EntryWords = Pick<Shift, 'kind' | 'reason' | 'reverses'>;

export interface BaseShift {
  readonly registrationId: string;
  readonly outcome: 'reversed' | 'adjusted';
  readonly reason: string;
}

/** Accrued rewards are paid from here. */
const fund = 'conversionFund';

/** The running accounts and their money: every movement of one is an entry in the ledger, in the same transaction. */
@Injectable()
export class RewardAccounts {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerService,
    private readonly book: RewardPolicyBook,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Before several accounts of a year are concluded in one transaction: all are locked before the budget is touched. */
  async lockYear(tx: Tx, scheme: string, fiscalYear: number): Promise<void> {
    await this.rewards.lockYear(tx, scheme, fiscalYear);
  }

  /** The review's outcome for one account: awarded, or closed, which gives its commitment back to the budget. */
  async conclude(tx: Tx, accrualId: string, event: 'award' | 'close', reason: string) {
    return this.take(tx, accrualId, event, reason, async (accrual) => {
      if (event === 'award' || accrual.amount === 0n) return;
      await this.shift(tx, accrual, 'committed', 'available', accrual.amount, { kind: 'release', reason });
    });
  }

  /** Records that an awarded amount was paid. The market keeps the record; the treasury pays. */
  async pay(tx: Tx, accrualId: string, reason: string) {
    return this.take(tx, accrualId, 'pay', reason, async (accrual) => {
      if (accrual.amount === 0n) return;
      await this.shift(tx, accrual, 'committed', 'paid', accrual.amount, { kind: 'payment', reason });
    });
  }

  /** Records that money that had to be given back (扣回) came in; it is free for the year's budget again. */
  async recover(
    tx: Tx,
    accrualId: string,
    amount: Fen,
    reason: string,
  ): Promise<Result<RewardAccrual, Refusal<'reward.notFound' | 'reward.nothingToRecover'>>> {
    const accrual = await this.rewards.forUpdate(tx, accrualId);
    if (!accrual) return refuse('reward.notFound');
    const { fiscalYear } = accrual;
    const entryId = await this.ledger.shift(tx, {
      fund,
      fiscalYear,
      holder: holderOf(accrual),
      from: 'receivable',
      to: 'available',
      amount,
      kind: 'recovery',
      reason,
    });
    return entryId === null ? refuse('reward.nothingToRecover') : ok(accrual);
  }

  /** Moves what a contract counts for by an entry of its own; false when the budget cannot bear the rise. */
  async shiftBase(
    tx: Tx,
    { accrual, ...part }: CountedPart,
    base: Fen,
    { registrationId, outcome, reason }: BaseShift,
  ): Promise<boolean> {
    const policy = (await this.book.all(tx)).find((candidate) => candidate.id === accrual.policyId);
    if (!policy) throw new Error(`unknown reward policy ${accrual.policyId}`);
    const movement = moveAccrual(policy, accrual, base);
    // Above the cap or near the threshold the account falls by another amount than it once rose: then it is an adjustment.
    const exact = outcome === 'reversed' && part.onlyEntryId !== null && movement.increment === -part.increment;
    const posted = await this.post(tx, accrual, movement.increment, {
      kind: exact ? 'reversal' : 'adjustment',
      reason: `${reason}，年度合计 ${formatYuan(movement.total)} 元`,
      reverses: exact ? part.onlyEntryId : null,
    });
    if (!posted.ok) return false;
    await this.rewards.move(tx, accrual, {
      registrationId,
      contractId: part.contractId,
      ...movedTo(movement),
      outcome,
      refusal: null,
      disclosure: null,
      shareBasisPoints: part.shareBasisPoints,
      base,
      entryId: posted.value,
      at: this.clock.now(),
    });
    return true;
  }

  /** The ledger entry of an increment; null when nothing moves. What falls after it was paid becomes receivable. */
  async post(
    tx: Tx,
    accrual: RewardAccrual,
    increment: Fen,
    head: EntryWords,
  ): Promise<Result<string | null, Refusal<'ledger.budgetExhausted'>>> {
    if (increment === 0n) return ok(null);
    if (increment < 0n) return ok(await this.postFall(tx, accrual, -increment, head));
    const move = {
      fund,
      fiscalYear: accrual.fiscalYear,
      holder: holderOf(accrual),
      from: 'available',
      to: 'committed',
    } as const;
    const entryId = await this.ledger.shift(tx, { ...move, ...head, amount: increment });
    return entryId === null ? refuse('ledger.budgetExhausted') : ok(entryId);
  }

  private async postFall(tx: Tx, accrual: RewardAccrual, amount: Fen, head: EntryWords): Promise<string> {
    return accrual.state === 'paid'
      ? this.shift(tx, accrual, 'paid', 'receivable', amount, { kind: 'clawback', reason: head.reason })
      : this.shift(tx, accrual, 'committed', 'available', amount, head);
  }

  /** A move out of what the account holds, which is there. */
  private async shift(
    tx: Tx,
    accrual: RewardAccrual,
    from: BudgetBucket,
    to: BudgetBucket,
    amount: Fen,
    head: EntryWords,
  ): Promise<string> {
    const { fiscalYear } = accrual;
    const entryId = await this.ledger.shift(tx, {
      fund,
      fiscalYear,
      holder: holderOf(accrual),
      from,
      to,
      amount,
      ...head,
    });
    if (entryId === null) throw new Error(`budget ${fiscalYear} has not ${amount} ${from}`);
    return entryId;
  }
  private async take(
    tx: Tx,
    accrualId: string,
    event: RewardAccrualEvent,
    reason: string,
    move: (accrual: RewardAccrual) => Promise<void>,
  ): Promise<Result<RewardAccrual, Refusal<'reward.notFound' | 'state.notAllowed'>>> {
    const accrual = await this.rewards.forUpdate(tx, accrualId);
    if (!accrual) return refuse('reward.notFound');
    const next = transition(rewardAccrualTransitions, accrual.state, event);
    if (!next.ok) return next;
    await move(accrual);
    await this.rewards.setState(tx, accrual, next.value, this.clock.now());
    const after = { ...accrual, state: next.value, version: accrual.version + 1 };
    await this.journal.record(tx, {
      subjectKind: 'rewardAccrual',
      subjectId: accrual.id,
      event,
      from: accrual.state,
      to: next.value,
      reason,
      parties: accrual.beneficiary.kind === 'organization' ? [accrual.beneficiary.id] : [],
      before: accrual,
      after,
    });
    return ok(after);
  }
}

export const movedTo = ({ total, amount, increment }: Movement) => ({
  totalAfter: total,
  amountAfter: amount,
  increment,
});

const holderOf = ({ scheme, beneficiary }: RewardAccrual): AccountHolder => ({ scheme, ...beneficiary });
