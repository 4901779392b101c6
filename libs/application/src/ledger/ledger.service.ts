import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  appropriationAccount,
  availableAccount,
  bucketAccount,
  type AccountHolder,
  type BudgetBucket,
  type BudgetKey,
} from '#domain/ledger/accounts.js';
import { budgetPolicies } from '#domain/ledger/budget.policy.js';
import { JournalEntry, type EntryHead } from '#domain/ledger/journal-entry.js';
import { formatYuan, type Fen } from '#domain/money/money.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { CustodyRepository } from './custody.repository.js';
import { budgetAppropriated } from './ledger.jobs.js';
import {
  LedgerRepository,
  type BudgetLine,
  type LedgerAccount,
  type LedgerEntry,
  type LedgerProof,
} from './ledger.repository.js';

export interface Appropriation extends BudgetKey {
  readonly amount: Fen;
  /** Number of the document that grants it (批复文号). */
  readonly documentNumber: string;
}

export type { LedgerAccount, LedgerEntry, LedgerProof } from './ledger.repository.js';

/** A move of money between two buckets of one holder; the amount is above zero. */
export interface Shift extends BudgetKey {
  readonly holder: AccountHolder;
  readonly from: BudgetBucket;
  readonly to: BudgetBucket;
  readonly amount: Fen;
  readonly kind: EntryHead['kind'];
  readonly reason: string;
  readonly reverses?: string | null;
}

/** The fund's double entry. Whoever moves money asks here; nobody writes a posting by hand. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: LedgerRepository,
    private readonly custody: CustodyRepository,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Adds to a year's budget; a year's first appropriation may not be below the plan's minimum (M5). */
  async appropriate(
    actor: PersonActor,
    { fund, fiscalYear, amount, documentNumber }: Appropriation,
  ): Promise<Result<BudgetLine, Refusal<'ledger.belowMinimum' | 'ledger.budgetTooLarge'>>> {
    const budget = { fund, fiscalYear };
    const { title, minimumPerYear } = budgetPolicies[fund];
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await this.ledger.budget(tx, budget);
      if (!before && amount < minimumPerYear) {
        return refuse('ledger.belowMinimum', { minimum: formatYuan(minimumPerYear) }, '/amountYuan');
      }
      if ((before?.appropriated ?? 0n) + amount > maxBudget) return refuse('ledger.budgetTooLarge', {}, '/amountYuan');
      if (!(await this.ledger.openBudget(tx, budget, amount, this.clock.now()))) {
        await this.ledger.raiseBudget(tx, budget, amount);
      }
      await this.postAppropriation(tx, budget, amount, `预算下达：${documentNumber}`);
      if (fund === 'conversionFund')
        await this.outbox.append(tx, { topic: budgetAppropriated, payload: { fiscalYear: String(fiscalYear) } });
      const after = await this.ledger.budget(tx, budget);
      if (!after) throw new Error('the budget line was written in this transaction');
      await this.journal.record(tx, {
        subjectKind: 'budgetLine',
        subjectId: uuid(),
        event: 'appropriate',
        from: null,
        to: null,
        reason: `${title} ${fiscalYear}年 ${formatYuan(amount)} 元，${documentNumber}`,
        parties: [],
        before,
        after,
      });
      return ok(after);
    });
  }

  async budgets(actor: PersonActor): Promise<BudgetLine[]> {
    return this.unitOfWork.run(actor, (tx) => this.ledger.budgets(tx));
  }

  /**
   * Moves money of one holder between two buckets of a year's budget and gives the entry's id; null when `from` has not so
   * much. A year without a line is opened at the plan's minimum: the plan sets that amount up for every year, and an
   * officer raises it by document.
   */
  async shift(tx: Tx, { fund, fiscalYear, holder, from, to, amount, ...head }: Shift): Promise<string | null> {
    const budget = { fund, fiscalYear };
    const move = { from, to, amount };
    const entry = this.entry(head, bucketAccount(budget, from, holder), bucketAccount(budget, to, holder), amount);
    if (await this.ledger.shift(tx, budget, move, entry)) return entry.head.id;
    const opened = from === 'available' && (await this.openAtMinimum(tx, budget));
    return opened && (await this.ledger.shift(tx, budget, move, entry)) ? entry.head.id : null;
  }

  private async openAtMinimum(tx: Tx, budget: BudgetKey): Promise<boolean> {
    const { opensByItself, minimumPerYear, wording } = budgetPolicies[budget.fund];
    if (!opensByItself) return false;
    if (!(await this.ledger.openBudget(tx, budget, minimumPerYear, this.clock.now()))) return false;
    const reason = `${budget.fiscalYear}年度按方案「${wording}」的最低额开立，待补录批复文号`;
    await this.postAppropriation(tx, budget, minimumPerYear, reason);
    return true;
  }

  /** What does not agree between entries, balances, budgets, accruals, deposits and escrow; empty in sound books. */
  async check(actor: SystemActor): Promise<string[]> {
    return this.unitOfWork.run(actor, (tx) => this.disagreements(tx));
  }

  /** Proves the ledger and keeps the proof. */
  async prove(actor: SystemActor): Promise<LedgerProof> {
    return this.unitOfWork.run(actor, async (tx) => {
      const problems = await this.disagreements(tx);
      return this.ledger.insertProof(tx, { id: uuid(), at: this.clock.now(), problems });
    });
  }

  private async disagreements(tx: Tx): Promise<string[]> {
    return [...(await this.ledger.disagreements(tx)), ...(await this.custody.disagreements(tx))];
  }

  async proofs(actor: PersonActor, after: string | null, limit: number): Promise<LedgerProof[]> {
    return this.unitOfWork.run(actor, (tx) => this.ledger.proofs(tx, after, limit));
  }

  async accounts(actor: PersonActor, fiscalYear: number, after: string, limit: number): Promise<LedgerAccount[]> {
    return this.unitOfWork.run(actor, (tx) => this.ledger.accounts(tx, fiscalYear, after, limit));
  }

  async entries(
    actor: PersonActor,
    { fiscalYear, account }: { readonly fiscalYear: number; readonly account: string | null },
    after: string | null,
    limit: number,
  ): Promise<LedgerEntry[]> {
    return this.unitOfWork.run(actor, (tx) => this.ledger.entries(tx, fiscalYear, account, after, limit));
  }

  private entry(
    head: Pick<EntryHead, 'kind' | 'reason'> & Partial<Pick<EntryHead, 'reverses'>>,
    from: string,
    to: string,
    amount: Fen,
  ): JournalEntry {
    const entry = JournalEntry.move({ id: uuid(), at: this.clock.now(), reverses: null, ...head }, from, to, amount);
    if (!entry.ok) throw new Error(`a move balances: ${entry.refusal.code}`);
    return entry.value;
  }

  private async postAppropriation(tx: Tx, budget: BudgetKey, amount: Fen, reason: string): Promise<void> {
    const head = { kind: 'appropriation', reason } as const;
    const entry = this.entry(head, appropriationAccount(budget), availableAccount(budget), amount);
    await this.ledger.post(tx, entry, budget.fiscalYear);
  }
}

/** 1万亿元: far above any budget of a city, far below what the column holds. */
const maxBudget: Fen = 100_000_000_000_000n;
