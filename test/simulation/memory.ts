import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import type { BudgetBucket, BudgetKey } from '#domain/ledger/accounts.js';
import type { JournalEntry } from '#domain/ledger/journal-entry.js';
import type { Beneficiary, RewardAccrual, RewardAccrualState } from '#domain/reward/reward.js';
import type { RewardPolicy } from '#domain/reward/reward.policy.js';
import { isRefused } from '#domain/shared/result.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { FixedClock, type Clock } from '#platform/clock/clock.js';
import type { Tx, UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Journal } from '#platform/journal/journal.js';
import type { Outbox } from '#platform/outbox/outbox.js';
import type { ContractRegistrationService } from '#application/contract-registration/contract-registration.service.js';
import type { CustodyRepository } from '#application/ledger/custody.repository.js';
import type { BudgetLine, BudgetMove, LedgerRepository } from '#application/ledger/ledger.repository.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import type { RewardPolicyBook } from '#application/reward-policy/reward-policy.book.js';
import { RewardAccounts } from '#application/reward/reward.accounts.js';
import type {
  CountedContract,
  CountedPart,
  RewardItem,
  RewardRepository,
} from '#application/reward/reward.repository.js';
import { RewardService } from '#application/reward/reward.service.js';
import { accountKey, type BookedEntry, type BookedItem, type Books } from './books.js';
import type { Script } from './decisions.js';
import type { World } from './simulation.js';

/** The process died here: what its transaction wrote is gone. */
class Crash extends Error {}

interface StoredItem extends BookedItem {
  readonly serial: number;
}

/**
 * Tables in memory with what PostgreSQL would refuse: keys, the guards of the UPDATEs, and that a transaction commits whole or
 * not at all. Every call is a place to die.
 */
export class MemoryStore {
  readonly accruals = new Map<string, RewardAccrual & { readonly cap: bigint }>();
  readonly items: StoredItem[] = [];
  readonly contracts = new Map<string, string>();
  readonly budgets = new Map<string, BudgetLine>();
  readonly balances = new Map<string, bigint>();
  readonly entries = new Map<string, BookedEntry>();
  private undo: (() => void)[] | null = null;
  private callsLeft = Infinity;
  private dieAfter = false;
  private serial = 0;

  /** The process dies at this call from now; null: it lives. `after`: a COMMIT that it dies of has come to pass. */
  arm(call: number | null, after: boolean): void {
    [this.callsLeft, this.dieAfter] = [call ?? Infinity, after];
  }

  async transact<T>(work: () => Promise<T>): Promise<T> {
    if (this.undo) return work();
    this.undo = [];
    try {
      const value = await work();
      if (isRefused(value)) this.rollBack();
      if (this.dieAfter) this.undo = null;
      this.step(); // COMMIT itself may not come to pass
      this.undo = null;
      return value;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  rollBack(): void {
    for (const back of this.undo?.reverse() ?? []) back();
    this.undo = null;
  }

  step(): void {
    this.callsLeft -= 1;
    if (this.callsLeft < 0) {
      this.callsLeft = Infinity;
      throw new Crash('the process died');
    }
  }

  set<K, V>(table: Map<K, V>, key: K, value: V): void {
    const [had, before] = [table.has(key), table.get(key)];
    this.undo?.push(() => (had ? table.set(key, before as V) : table.delete(key)));
    table.set(key, value);
  }

  uniqueKeys = true;

  insertItem(item: BookedItem): void {
    const unique = this.uniqueKeys && (item.outcome === 'counted' || item.outcome === 'reversed');
    const twice = this.items.some(
      (one) => one.outcome === item.outcome && one.accrualId === item.accrualId && one.contractId === item.contractId,
    );
    if (unique && twice) throw new Error(`reward_item_${item.outcome}_once is violated by ${item.contractId}`);
    this.items.push({ ...item, serial: (this.serial += 1) });
    this.undo?.push(() => this.items.pop());
  }

  isSettled(accrualId: string, registrationId: string): boolean {
    return this.items.some(
      (one) =>
        one.accrualId === accrualId && one.registrationId === registrationId && one.refusal !== 'budgetExhausted',
    );
  }

  nextId(): string {
    this.serial += 1;
    return `memory-${String(this.serial).padStart(8, '0')}`;
  }

  books(): Books {
    return {
      accruals: [...this.accruals.values()],
      items: this.items,
      entries: [...this.entries.values()],
      balances: this.balances,
      budgets: [...this.budgets.values()],
    };
  }
}

/** Breaks something on purpose, to see that it is found. */
export type Plant = (
  tables: { rewards: ReturnType<typeof rewardsInMemory>; ledger: ReturnType<typeof ledgerInMemory> },
  store: MemoryStore,
) => void;

/** The use cases themselves, over tables in memory. */
function memoryMarket(
  store: MemoryStore,
  registrations: ReadonlyMap<string, ContractRegistration>,
  policies: readonly RewardPolicy[],
  organizationKinds: ReadonlyMap<string, string>,
  clock: Clock,
  plant: Plant = () => undefined,
) {
  const tx = { actor: { kind: 'system', origin: { requestId: 'simulation' } } } as unknown as Tx;
  const unitOfWork = {
    run: <T>(_actor: unknown, work: (tx: Tx) => Promise<T>) => store.transact(() => work(tx)),
  } as unknown as UnitOfWork;
  const journal = { record: async () => store.step() } as unknown as Journal;
  const outbox = { append: async () => store.step() } as unknown as Outbox;
  const book = { all: async () => policies } as unknown as RewardPolicyBook;
  const cases = {
    forReward: async (_tx: Tx, id: string) => {
      store.step();
      return registrations.get(id) ?? null;
    },
  } as unknown as ContractRegistrationService;
  const tables = { rewards: rewardsInMemory(store, organizationKinds), ledger: ledgerInMemory(store) };
  plant(tables, store);
  const rewardTables = tables.rewards as unknown as RewardRepository;
  const ledgerTables = tables.ledger as unknown as LedgerRepository;
  const custody = { disagreements: async () => [] } as unknown as CustodyRepository; // no deposits here
  const ledger = new LedgerService(unitOfWork, ledgerTables, custody, journal, outbox, clock);
  const accounts = new RewardAccounts(rewardTables, ledger, book, journal, clock);
  const rewards = new RewardService(unitOfWork, cases, rewardTables, accounts, book, clock);
  return { unitOfWork, ledger, accounts, rewards };
}

const officer = { kind: 'person', origin: { requestId: 'simulation' } } as unknown as PersonActor;

export function memoryWorld(script: Script, plant?: Plant): World {
  const store = new MemoryStore();
  const clock = new FixedClock(new Date('2026-01-01T00:00:00Z'));
  const registrations = new Map<string, ContractRegistration>();
  const market = memoryMarket(store, registrations, script.policies, script.organizationKinds, clock, plant);
  return {
    ...market,
    reach: 30,
    officer,
    clock,
    registrations,
    put: async (registration) => void registrations.set(registration.id, registration),
    arm: (call, after) => store.arm(call, after),
    died: (error) => error instanceof Crash,
    books: async () => store.books(),
  };
}

function rewardsInMemory(store: MemoryStore, organizationKinds: ReadonlyMap<string, string>) {
  const change = (accrual: RewardAccrual, to: Partial<RewardAccrual>): void => {
    const row = store.accruals.get(accrual.id);
    if (row?.version !== accrual.version) throw new Error(`accrual ${accrual.id} moved meanwhile`);
    const after = { ...row, ...to, version: row.version + 1 };
    if (after.amount > after.cap || after.amount < 0n || after.total < 0n) throw new Error('reward_accrual_capped');
    store.set(store.accruals, accrual.id, after);
  };
  return {
    async lockAccrual(_tx: Tx, policy: RewardPolicy, beneficiary: Beneficiary, fiscalYear: number) {
      store.step();
      const made = { scheme: policy.scheme, policyId: policy.id, beneficiary, fiscalYear, cap: policy.capPerYear };
      const fresh = { id: '', ...made, state: 'provisional' as const, total: 0n, amount: 0n, version: 1 };
      const found = [...store.accruals.values()].find((one) => accountKey(one) === accountKey(fresh));
      if (found) return found;
      const row = { ...fresh, id: store.nextId() };
      store.set(store.accruals, row.id, row);
      return row;
    },
    async move(_tx: Tx, accrual: RewardAccrual, item: Omit<RewardItem, 'id'>) {
      store.step();
      change(accrual, { total: item.totalAfter, amount: item.amountAfter });
      store.insertItem({ ...item, accrualId: accrual.id });
    },
    async setState(_tx: Tx, accrual: RewardAccrual, state: RewardAccrualState) {
      store.step();
      change(accrual, { state });
    },
    async forUpdate(_tx: Tx, id: string) {
      store.step();
      return store.accruals.get(id) ?? null;
    },
    async awardedBefore(_tx: Tx, { scheme, beneficiary, fiscalYear }: RewardAccrual) {
      store.step();
      return [...store.accruals.values()].some(
        (one) =>
          one.scheme === scheme &&
          one.beneficiary.id === beneficiary.id &&
          one.fiscalYear !== fiscalYear &&
          (one.state === 'awarded' || one.state === 'paid'),
      );
    },
    async insertItem(_tx: Tx, accrualId: string, item: Omit<RewardItem, 'id'>) {
      store.step();
      store.insertItem({ ...item, accrualId });
    },
    async claimContract(
      _tx: Tx,
      { scheme, id }: RewardAccrual,
      { contractId, registrationId }: CountedContract,
      unanswered: boolean,
    ): ReturnType<RewardRepository['claimContract']> {
      store.step();
      if (unanswered && store.isSettled(id, registrationId)) return 'settled';
      const key = `${scheme}/${contractId}`;
      const owner = store.contracts.get(key);
      if (owner === undefined) store.set(store.contracts, key, registrationId);
      return (owner ?? registrationId) === registrationId ? 'ours' : 'theirs';
    },
    async isSettled(_tx: Tx, accrualId: string, registrationId: string) {
      store.step();
      return store.isSettled(accrualId, registrationId);
    },
    async countedAccounts(_tx: Tx, registrationId: string) {
      store.step();
      const counted = store.items.filter((one) => one.registrationId === registrationId && one.outcome === 'counted');
      return [...store.accruals.values()].filter(({ id }) => counted.some((one) => one.accrualId === id));
    },
    async countedIn(_tx: Tx, registrationId: string): Promise<CountedPart[]> {
      store.step();
      const counted = store.items.filter((one) => one.registrationId === registrationId && one.outcome !== 'refused');
      return [...store.accruals.values()]
        .filter(({ id }) => counted.some((one) => one.accrualId === id && one.outcome === 'counted'))
        .sort((a, b) => (accountKey(a) < accountKey(b) ? -1 : 1))
        .flatMap((accrual): CountedPart[] => {
          const items = counted.filter((one) => one.accrualId === accrual.id);
          const [first] = items;
          if (!first) return [];
          return [
            {
              accrual,
              contractId: first.contractId,
              shareBasisPoints: items.reduce((most, one) => Math.max(most, one.shareBasisPoints), 0),
              base: items.reduce((total, one) => total + one.base, 0n),
              increment: items.reduce((total, one) => total + one.increment, 0n),
              onlyEntryId: items.length === 1 ? first.entryId : null,
            },
          ];
        });
    },
    async waitingForBudget(_tx: Tx, fiscalYear: number, limit: number) {
      store.step();
      const waiting = store.items.filter(
        (item) =>
          item.refusal === 'budgetExhausted' &&
          store.accruals.get(item.accrualId)?.fiscalYear === fiscalYear &&
          !store.items.some(
            (later) =>
              later.accrualId === item.accrualId &&
              later.contractId === item.contractId &&
              later.outcome !== 'refused' &&
              later.serial > item.serial,
          ),
      );
      return [...new Set(waiting.map((item) => item.registrationId))].sort().slice(0, limit);
    },
    async organizationKinds() {
      store.step();
      return organizationKinds;
    },
  };
}

function ledgerInMemory(store: MemoryStore) {
  const codeOf = ({ fund, fiscalYear }: BudgetKey): string => `${fund}/${fiscalYear}`;
  const write = ({ head, postings }: JournalEntry): void => {
    if (head.reverses !== null && [...store.entries.values()].some((one) => one.reverses === head.reverses)) {
      throw new Error('ledger_entry_reversed_once');
    }
    store.set(store.entries, head.id, { id: head.id, kind: head.kind, reverses: head.reverses, postings });
    for (const { account, amount } of postings) {
      store.set(store.balances, account, (store.balances.get(account) ?? 0n) + amount);
    }
  };
  return {
    async post(_tx: Tx, entry: JournalEntry) {
      store.step();
      write(entry);
    },
    async openBudget(_tx: Tx, budget: BudgetKey, appropriated: bigint) {
      store.step();
      if (store.budgets.has(codeOf(budget))) return false;
      const { fund, fiscalYear } = budget;
      const line = { fund, fiscalYear, appropriated, committed: 0n, paid: 0n, receivable: 0n };
      store.set(store.budgets, codeOf(budget), line);
      return true;
    },
    async raiseBudget(_tx: Tx, budget: BudgetKey, amount: bigint) {
      store.step();
      const line = store.budgets.get(codeOf(budget));
      if (line) store.set(store.budgets, codeOf(budget), { ...line, appropriated: line.appropriated + amount });
    },
    async shift(_tx: Tx, budget: BudgetKey, { from, to, amount }: BudgetMove, entry: JournalEntry) {
      store.step();
      const line = store.budgets.get(codeOf(budget));
      if (!line) return false;
      const moved = (bucket: BudgetBucket): bigint => (to === bucket ? amount : 0n) - (from === bucket ? amount : 0n);
      const after = {
        ...line,
        committed: line.committed + moved('committed'),
        paid: line.paid + moved('paid'),
        receivable: line.receivable + moved('receivable'),
      };
      const held = [after.committed, after.paid, after.receivable];
      const sound = held.every((fen) => fen >= 0n) && held.reduce((all, fen) => all + fen, 0n) <= line.appropriated;
      if (!sound) return false;
      store.set(store.budgets, codeOf(budget), after);
      write(entry);
      return true;
    },
    async budget(_tx: Tx, budget: BudgetKey) {
      store.step();
      return store.budgets.get(codeOf(budget)) ?? null;
    },
  };
}
