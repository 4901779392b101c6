import { achievementRewardRules } from '#domain/achievement-reward/achievement-reward.policy.js';
import { distribute } from '#domain/achievement-reward/achievement-reward.js';
import { sum } from '#domain/money/rate.js';
import { rank } from '#domain/reward-review/ranking.js';
import { enterpriseAwardPolicy } from '#domain/reward-review/reward-review.policy.js';
import { envoyPolicy, monthlySubsidy } from '#domain/tech-envoy/tech-envoy.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import type { LedgerService } from '#application/ledger/ledger.service.js';
import type { Books } from './books.js';
import { sheetsOf, type Decision } from './decisions.js';

/**
 * What is paid beside the accruals: enterprise awards, envoys' months, shares in service achievements. A key is kept with the
 * transaction that it guards, as the unique keys of their tables are.
 */
export class SideBooks {
  private readonly kept = new Set<string>();
  private readonly carried = new Map<string, bigint>();
  private received = 0n;
  private distributed = 0n;
  private readonly refusals: string[] = [];

  constructor(private readonly ledger: LedgerService) {}

  /** Does the work unless it is done; `keep` is what makes it done. */
  async once(key: string, work: (keep: () => void) => Promise<unknown>): Promise<void> {
    if (this.kept.has(key)) return;
    let done = false;
    await work(() => (done = true));
    if (done) this.kept.add(key);
  }

  /** M2: the first three get what is decided, up to 50,000元 each. */
  async awardEnterprises(
    tx: Tx,
    { fiscalYear, enterprises }: Extract<Decision, { kind: 'enterpriseAward' }>,
    taste: number,
  ): Promise<void> {
    const candidates = enterprises.map((id) => ({
      applicationId: id,
      scores: sheetsOf(taste + fiscalYear, id),
      total: 0n,
      contracts: 1,
      reachedAt: null,
    }));
    const { ranked } = rank(candidates, enterpriseAwardPolicy.topRanks, [...enterprises].sort());
    for (const { applicationId } of ranked.filter((one) => one.awarded)) {
      const amount = enterpriseAwardPolicy.cap - BigInt(taste % 1_000_000);
      const holder = { scheme: 'enterpriseAward', kind: 'organization', id: applicationId };
      const move = { fund: 'conversionFund', fiscalYear, holder, amount } as const;
      const words = { kind: 'accrual', reason: '裁量奖补' } as const;
      const committed = await this.ledger.shift(tx, { ...move, ...words, from: 'available', to: 'committed' });
      if (committed === null) this.refusals.push(`${applicationId}/${fiscalYear}: budgetExhausted`);
      else await this.ledger.shift(tx, { ...move, kind: 'payment', reason: '兑付', from: 'committed', to: 'paid' });
    }
  }

  /** M3: false when nothing was due, or the year's budget is spent. */
  async payEnvoy(tx: Tx, { month, posts, logs }: Extract<Decision, { kind: 'envoyMonth' }>): Promise<boolean> {
    const amount = monthlySubsidy(posts, logs, month);
    if (amount === 0n) return false;
    const id = posts[0]?.personId ?? '';
    const entry = await this.ledger.shift(tx, {
      fund: 'envoyFund',
      fiscalYear: Number(month.slice(0, 4)),
      holder: { scheme: 'techEnvoy', kind: 'person', id },
      from: 'available',
      to: 'committed',
      amount,
      kind: 'accrual',
      reason: month,
    });
    return entry !== null;
  }

  /** M4, A2: half of the net income for the people, half of that for those who contributed most. */
  distribute({ plan, participants, income }: Extract<Decision, { kind: 'receipt' }>): void {
    const poolBasisPoints = achievementRewardRules.netIncome.basisPoints;
    const before = this.carried.get(plan) ?? 0n;
    const { net, pool, carried, shares } = distribute({ poolBasisPoints, participants }, income, before);
    if (sum(shares) !== pool) throw new Error(`shares of ${sum(shares)} in a pool of ${pool}`);
    if (pool * 2n < net) throw new Error(`a pool of ${pool} from ${net}`);
    const main = sum(shares.filter((_, index) => participants[index]?.main));
    if (main * 2n < pool) throw new Error(`main contributors get ${main} of ${pool}`);
    this.carried.set(plan, carried);
    this.received += income.gross - income.tax - sum(income.costs.map(({ amount }) => amount));
    this.distributed += net > 0n ? net : 0n;
  }

  faults({ balances, budgets }: Books): string[] {
    const months = [...this.kept].filter((key) => key.startsWith('envoy/')).length;
    const paid = sum([...balances].filter(([code]) => code.includes('/techEnvoy/')).map(([, fen]) => fen));
    const carried = sum([...this.carried.values()]);
    const due = BigInt(months) * envoyPolicy.perMonth;
    return [
      ...(paid === due ? [] : [`${months} months of envoys cost ${paid}`]),
      ...(this.received === this.distributed + carried ? [] : ['a receipt was lost, or told twice']),
      ...budgets
        .map(({ fiscalYear }) => [fiscalYear, enterpriseTotal(balances, fiscalYear)] as const)
        .filter(([, fen]) => fen > enterpriseAwardPolicy.cap * BigInt(enterpriseAwardPolicy.topRanks))
        .map(([year, fen]) => `enterprises got ${fen} in ${year}`),
    ];
  }

  outcome(): readonly string[] {
    return [...[...this.kept].sort(), `received ${this.received}`, `distributed ${this.distributed}`];
  }
}

const enterpriseTotal = (balances: ReadonlyMap<string, bigint>, year: number): bigint =>
  sum(
    [...balances]
      .filter(([code]) => code.startsWith(`conversionFund/${year}/paid/enterpriseAward/`))
      .map(([, fen]) => fen),
  );
