import { addDays, startOfBeijingDay, type LocalDate } from '#domain/calendar/local-date.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { rank } from '#domain/reward-review/ranking.js';
import type { RewardScheme } from '#domain/reward/reward.policy.js';
import type { RewardAccrual } from '#domain/reward/reward.js';
import { systemActor, type PersonActor } from '#domain/shared/actor.js';
import type { FixedClock } from '#platform/clock/clock.js';
import type { Tx, UnitOfWork } from '#platform/database/unit-of-work.js';
import type { LedgerService } from '#application/ledger/ledger.service.js';
import type { RewardAccounts } from '#application/reward/reward.accounts.js';
import type { RewardService } from '#application/reward/reward.service.js';
import { accountKey, outcomeOf, Watch, type Books, type Register } from './books.js';
import { firstDay, lastDay, sheetsOf, type Decision, type Random, type Script } from './decisions.js';
import { SideBooks } from './side-books.js';

/** Where a simulation acts: over tables in memory, or over PostgreSQL. */
export interface World {
  readonly unitOfWork: UnitOfWork;
  readonly rewards: RewardService;
  readonly accounts: RewardAccounts;
  readonly ledger: LedgerService;
  readonly officer: PersonActor;
  readonly clock: FixedClock;
  readonly registrations: Map<string, ContractRegistration>;
  put(registration: ContractRegistration): Promise<void>;
  /** Work dies at this call to its store from now; null: it lives. `after`: what the call did stays done. */
  arm(call: number | null, after: boolean): void;
  died(error: unknown): boolean;
  /** About so many calls has a long piece of work. */
  readonly reach: number;
  books(): Promise<Books>;
}

interface Job {
  readonly name: 'accrue' | 'adjust' | 'reverse' | 'retry';
  readonly subject: string;
}

/** What came to pass, in the order in which it did. */
export type Step = { readonly decision: Decision } | { readonly job: Job };

/** How often what goes wrong. */
export interface Weather {
  readonly crash: number;
  readonly repeat: number;
  readonly reorder: boolean;
  readonly clockStep: number;
}
export const calm: Weather = { crash: 0, repeat: 0, reorder: false, clockStep: 0 };
export const storm: Weather = { crash: 0.3, repeat: 0.2, reorder: true, clockStep: 0.15 };

const system = systemActor('simulation', 'simulation');
const maxAttempts = 60;
const jobOf = { register: 'accrue', change: 'adjust', cancel: 'reverse' } as const;

/** Plays a script day by day; after each day all work is done and every promise is checked. */
export class Simulation {
  readonly steps: Step[] = [];
  readonly counts = { crashes: 0, repeats: 0, days: 0, steps: 0 };
  private readonly queue: Job[] = [];
  private readonly watch = new Watch();
  private readonly side: SideBooks;
  private readonly frozen = new Map<string, readonly RewardAccrual[]>();

  constructor(
    private readonly world: World,
    private readonly script: Script,
    private readonly random: Random,
    private readonly weather: Weather,
  ) {
    this.side = new SideBooks(world.ledger);
  }

  /** What is broken, with its day; null when three years went by soundly. */
  async play(): Promise<string | null> {
    for (let day: LocalDate = firstDay; day <= lastDay; day = addDays(day, 1)) {
      const decisions = this.script.days.get(day);
      if (!decisions) continue; // nothing is decided and nothing waits: the books are yesterday's
      this.counts.days += 1;
      for (const decision of decisions) {
        this.turnClock(day);
        await this.lasting({ decision }, () => this.decide(decision));
        if (this.chance(this.weather.repeat)) await this.again(() => this.decide(decision));
        if (this.chance(0.5)) await this.workOff(1);
      }
      await this.workOff(Infinity);
      const broken = await this.broken();
      if (broken) return `${day}: ${broken}`;
    }
    return null;
  }

  /** Takes the steps of another run, one after the other, in calm. */
  async replay(steps: readonly Step[]): Promise<void> {
    this.world.clock.moveTo(startOfBeijingDay(firstDay));
    for (const step of steps) await ('job' in step ? this.run(step.job) : this.decide(step.decision));
  }

  async outcome(): Promise<readonly string[]> {
    return [...outcomeOf(await this.world.books()), ...this.side.outcome()];
  }

  private async broken(): Promise<string | null> {
    const books = await this.world.books();
    const register: Register = { ...this.script, registrations: this.world.registrations };
    return [...this.watch.faults(books, register), ...this.side.faults(books)][0] ?? null;
  }

  private chance = (probability: number): boolean => this.random() < probability;

  /** Noon, or where the machine's clock was set to by hand: up to a day and two hours off. */
  private turnClock(day: LocalDate): void {
    const off = this.chance(this.weather.clockStep) ? (this.random() - 0.5) * 52 * 3_600_000 : 0;
    this.world.clock.moveTo(new Date(startOfBeijingDay(day).getTime() + 12 * 3_600_000 + off));
  }

  private async workOff(most: number): Promise<void> {
    for (let done = 0; done < most && this.queue.length > 0; done += 1) {
      const at = this.weather.reorder ? Math.floor(this.random() * this.queue.length) : 0;
      const [job] = this.queue.splice(at, 1);
      if (!job) return;
      await this.lasting({ job }, () => this.run(job));
      if (this.chance(this.weather.repeat)) await this.again(() => this.run(job));
    }
  }

  /** Tries until it has come to pass: what dies is taken up again. */
  private async lasting(step: Step, work: () => Promise<void>): Promise<void> {
    this.counts.steps += 1;
    for (let attempt = 1; ; attempt += 1) {
      // A job bears that its commit is not heard of. A request is kept from coming twice by its key, which is not played here.
      const after = 'job' in step && this.chance(0.5);
      this.world.arm(this.chance(this.weather.crash) ? Math.floor(this.random() * this.world.reach) : null, after);
      try {
        await work();
        this.world.arm(null, false);
        this.steps.push(step);
        return;
      } catch (error) {
        this.world.arm(null, false);
        if (!this.world.died(error) || attempt >= maxAttempts) throw error;
        this.counts.crashes += 1;
      }
    }
  }

  /** A request or a wake-up that comes twice. */
  private async again(work: () => Promise<void>): Promise<void> {
    this.counts.repeats += 1;
    await work();
  }

  private async run({ name, subject }: Job): Promise<void> {
    const { rewards } = this.world;
    if (name === 'retry') await rewards.retry(system, Number(subject));
    else await rewards[name](system, subject);
  }

  private async decide(decision: Decision): Promise<void> {
    switch (decision.kind) {
      case 'register':
      case 'change':
      case 'cancel':
        return this.file(decision.kind, decision.registration);
      case 'appropriate':
        return this.appropriate(decision);
      case 'freeze':
        return this.freeze(decision.scheme, decision.fiscalYear);
      case 'approve':
        return this.transact((tx) => this.approve(tx, decision.scheme, decision.fiscalYear));
      case 'pay':
        return this.transact((tx) => this.pay(tx, decision.scheme, decision.fiscalYear));
      case 'recover':
        return this.transact((tx) => this.recover(tx, decision.fiscalYear));
      case 'enterpriseAward':
        return this.side.once(`enterprise/${decision.fiscalYear}`, (keep) =>
          this.transact((tx) => this.side.awardEnterprises(tx, decision, this.script.taste).then(keep)),
        );
      case 'envoyMonth':
        return this.side.once(`envoy/${decision.posts[0]?.personId}/${decision.month}`, (keep) =>
          this.transact(async (tx) => {
            if (await this.side.payEnvoy(tx, decision)) keep();
          }),
        );
      case 'receipt':
        return this.side.once(`receipt/${decision.plan}/${decision.reference}`, async (keep) => {
          this.side.distribute(decision);
          keep();
        });
    }
  }

  private transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.world.unitOfWork.run(system, work);
  }

  private async file(kind: 'register' | 'change' | 'cancel', registration: ContractRegistration): Promise<void> {
    const known = this.world.registrations.get(registration.id);
    // A later one has come already; it is not undone by a request that was under way.
    if (known && (known.state === 'cancelled' || known.revision > registration.revision)) return;
    await this.world.put(registration);
    this.queue.push({ name: jobOf[kind], subject: registration.id });
  }

  private async appropriate(decision: Extract<Decision, { kind: 'appropriate' }>): Promise<void> {
    await this.side.once(
      `budget/${JSON.stringify([decision.fund, decision.fiscalYear, `${decision.amount}`])}`,
      async (keep) => {
        const { fund, fiscalYear, amount } = decision;
        const granted = { fund, fiscalYear, amount, documentNumber: '示例' };
        const line = await this.world.ledger.appropriate(this.world.officer, granted);
        // A year is not opened below the plan's minimum; a sum that is added to an open one may be small.
        if (!line.ok) return;
        keep();
        if (fund === 'conversionFund') this.queue.push({ name: 'retry', subject: String(fiscalYear) });
      },
    );
  }

  /** The list as it stands on that day; a second request finds it frozen. */
  private async freeze(scheme: RewardScheme, fiscalYear: number): Promise<void> {
    const key = `${scheme}/${fiscalYear}`;
    if (this.frozen.has(key)) return;
    const { accruals } = await this.world.books();
    const earlier = accruals.filter((one) => one.fiscalYear < fiscalYear && ['awarded', 'paid'].includes(one.state));
    const eligible = accruals.filter((one) => {
      if (one.scheme !== scheme || one.fiscalYear !== fiscalYear || one.amount === 0n) return false;
      const { oncePerLifetime } = this.policyOf(one);
      return (
        !oncePerLifetime || !earlier.some((old) => old.scheme === scheme && old.beneficiary.id === one.beneficiary.id)
      );
    });
    this.frozen.set(key, eligible);
  }

  private policyOf({ policyId }: RewardAccrual) {
    const policy = this.script.policies.find(({ id }) => id === policyId);
    if (!policy) throw new Error(`no policy ${policyId}`);
    return policy;
  }

  /** Approval: the first ranks are awarded, the others closed. A tie is decided by the panel's minutes. */
  private async approve(tx: Tx, scheme: RewardScheme, fiscalYear: number): Promise<void> {
    const candidates = this.frozen.get(`${scheme}/${fiscalYear}`) ?? [];
    const [first] = candidates;
    const top = (first && this.policyOf(first).topRanks) ?? candidates.length;
    const ranked = candidates.map((one) => ({
      applicationId: one.id,
      scores: sheetsOf(this.script.taste, accountKey(one)),
      total: one.total,
      contracts: 1,
      reachedAt: null,
    }));
    const minutes = [...candidates].sort((a, b) => (accountKey(a) < accountKey(b) ? -1 : 1)).map(({ id }) => id);
    const open = rank(ranked, Math.max(top, 1));
    const outcome = open.openTie.length > 0 ? rank(ranked, Math.max(top, 1), minutes) : open;
    const awarded = outcome.ranked.filter((one) => one.awarded).map((one) => one.applicationId);
    if (outcome.openTie.length > 0) throw new Error('a tie is left open');
    if (awarded.length !== Math.min(top, candidates.length)) throw new Error(`${awarded.length} awards of ${top}`);
    const { accruals } = await this.world.books();
    for (const one of accruals.filter((each) => each.scheme === scheme && each.fiscalYear === fiscalYear)) {
      const event = awarded.includes(one.id) ? 'award' : 'close';
      // A repeated approval finds the account concluded, and is refused.
      if (one.state === 'provisional') await this.world.accounts.conclude(tx, one.id, event, '评审');
    }
  }

  private async pay(tx: Tx, scheme: RewardScheme, fiscalYear: number): Promise<void> {
    const { accruals } = await this.world.books();
    for (const one of accruals.filter((each) => each.scheme === scheme && each.fiscalYear === fiscalYear)) {
      const paid = await this.world.accounts.pay(tx, one.id, '兑付');
      if (paid.ok !== (one.state === 'awarded')) throw new Error(`${accountKey(one)} was paid as ${one.state}`);
    }
  }

  /** What was paid and lost its ground comes back. */
  private async recover(tx: Tx, fiscalYear: number): Promise<void> {
    const { accruals, balances } = await this.world.books();
    for (const one of accruals.filter((each) => each.fiscalYear === fiscalYear && each.state === 'paid')) {
      const { scheme, beneficiary } = one;
      const due = balances.get(
        `conversionFund/${fiscalYear}/receivable/${scheme}/${beneficiary.kind}/${beneficiary.id}`,
      );
      if (!due) continue;
      const back = await this.world.accounts.recover(tx, one.id, due, '收回');
      if (!back.ok) throw new Error(`${accountKey(one)}: ${back.refusal.code}`);
    }
  }
}
