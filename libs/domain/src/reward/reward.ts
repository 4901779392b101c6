import { fiscalYear } from '../calendar/local-date.js';
import type { FiledContract } from '../contract-registration/filed-contract.js';
import { partiesOf } from '../contract-registration/filed-contract.js';
import type { LandingGround } from '../contract-registration/landing.js';
import { allocate } from '../money/allocate.js';
import { formatYuan, type Fen } from '../money/money.js';
import { multiplyRate, rateText, smaller } from '../money/rate.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';
import type { BeneficiaryKind, RewardPolicy, RewardScheme } from './reward.policy.js';

/** Amount due on a yearly total: nothing below the threshold, then the rate on the whole total, rounded once, at most the cap. */
export function rewardOn(policy: RewardPolicy, yearTotal: Fen): Fen {
  if (yearTotal < policy.threshold) return 0n;
  return smaller(multiplyRate(yearTotal, policy.rate), policy.capPerYear);
}

/** The lowest total at which the cap binds: 20万元 at 1‰ is 2亿元. */
export const capBindsAt = ({ capPerYear, rate }: RewardPolicy): Fen =>
  (capPerYear * rate.denominator + rate.numerator - 1n) / rate.numerator;

/** Why a contract is not counted. Each refusal is kept with its reason. */
export const rewardRefusals = {
  notLanded: '未在示范区转化落地：买方不在本市，也没有经登记员核实的示范区实施地点',
  relatedParty: '关联交易不计入奖补',
  amountsOpen: '提成合同金额尚未补充确定，暂不计入；双方确认金额并变更登记后重新计提',
  selfDealing: '受益机构本身是合同买方或卖方，不计入奖补',
  beneficiaryKind: '受益单位不属于高校院所科技成果转移转化服务机构',
  alreadyCounted: '同一合同已计入过该项奖补，不重复计入',
  budgetExhausted: '当年预算可用额不足，暂不计入；追加预算后重新计提',
  alreadyAwarded: '该项奖补一生只奖励一次，受益人以前年度已获奖励',
  yearConcluded: '该受益人当年度的评审已办结，不再计入',
} as const;
export type RewardRefusal = keyof typeof rewardRefusals;

export interface Beneficiary {
  readonly kind: BeneficiaryKind;
  readonly id: string;
}

/** One beneficiary's part in one registered contract under one policy. */
export interface Claim {
  readonly policy: RewardPolicy;
  readonly beneficiary: Beneficiary;
  readonly fiscalYear: number;
  readonly shareBasisPoints: number;
  /** Verified technology value × share. */
  readonly base: Fen;
  /** The same contract counts for another scheme too, which is disclosed. */
  readonly disclosure: string | null;
  /** Known before the ledger is asked; null when nothing speaks against it. */
  readonly refusal: RewardRefusal | null;
}

export interface RegisteredFacts {
  readonly contract: FiledContract;
  readonly technologyValue: Fen;
  readonly registeredAt: Date;
  readonly landing: LandingGround | null;
  /** Kind of each agency organization, by id. */
  readonly organizationKinds: ReadonlyMap<string, string>;
}

/** Every claim that a registered contract gives rise to, in an order that is the same on every run. */
export function claimsOf(policies: readonly RewardPolicy[], facts: RegisteredFacts): readonly Claim[] {
  return policies
    .flatMap((policy) => claimsUnder(policy, policies, facts))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ policy, beneficiary }: Claim): string => `${policy.scheme}/${beneficiary.kind}/${beneficiary.id}`;

function claimsUnder(policy: RewardPolicy, all: readonly RewardPolicy[], facts: RegisteredFacts): Claim[] {
  const shares = new Map<string, number>();
  for (const share of facts.contract.brokerage) {
    const id = policy.beneficiary === 'organization' ? share.agencyOrganizationId : share.brokerPersonId;
    shares.set(id, (shares.get(id) ?? 0) + share.shareBasisPoints);
  }
  const others = all.filter((other) => other.scheme !== policy.scheme);
  const disclosure =
    others.length === 0 ? null : `同一合同另按${others.map((other) => `「${other.title}」`).join('')}计算，予以公开`;
  const ids = [...shares.keys()].sort();
  const bases = shareOut(
    facts.technologyValue,
    ids.map((id) => shares.get(id) ?? 0),
  );
  return ids.map((id, index) => ({
    policy,
    beneficiary: { kind: policy.beneficiary, id },
    fiscalYear: fiscalYear(facts.registeredAt),
    shareBasisPoints: shares.get(id) ?? 0,
    base: bases[index] ?? 0n,
    disclosure,
    refusal: refusalOf(policy, id, facts),
  }));
}

const wholeBasisPoints = 10_000;

/** The technology value split by shares, to the 分: what nobody has a share in stays out, and Σ ≤ the value always. */
export function shareOut(technologyValue: Fen, shares: readonly number[]): readonly Fen[] {
  const rest = wholeBasisPoints - shares.reduce((total, share) => total + share, 0);
  if (rest < 0) throw new RangeError('shares exceed the whole');
  return allocate(technologyValue, [...shares, rest].map(BigInt)).slice(0, shares.length);
}

function refusalOf(policy: RewardPolicy, beneficiaryId: string, facts: RegisteredFacts): RewardRefusal | null {
  if (facts.contract.relatedParty) return 'relatedParty';
  if (facts.landing === null) return 'notLanded';
  if (facts.contract.amountsOpen) return 'amountsOpen';
  if (policy.beneficiary === 'person') return null;
  const principals = [...partiesOf(facts.contract, 'buyer'), ...partiesOf(facts.contract, 'seller')];
  if (principals.some((party) => party.organizationId === beneficiaryId)) return 'selfDealing';
  const kind = facts.organizationKinds.get(beneficiaryId) ?? '';
  return policy.beneficiaryKinds !== null && !policy.beneficiaryKinds.includes(kind) ? 'beneficiaryKind' : null;
}

/**
 * `provisional` 暂计; `awarded` 评审公示后批准, `paid` 已兑付; `closed` 未获奖或无效, its commitment given back to the budget.
 */
export const rewardAccrualTransitions = {
  provisional: { award: 'awarded', close: 'closed' },
  awarded: { pay: 'paid', close: 'closed' },
  paid: {},
  closed: {},
} as const satisfies TransitionTable;
export type RewardAccrualState = StateOf<typeof rewardAccrualTransitions>;
export type RewardAccrualEvent = EventOf<typeof rewardAccrualTransitions>;

/** A beneficiary's running account under one scheme in one fiscal year. */
export interface RewardAccrual {
  readonly id: string;
  readonly scheme: RewardScheme;
  readonly policyId: string;
  readonly beneficiary: Beneficiary;
  readonly fiscalYear: number;
  readonly state: RewardAccrualState;
  readonly total: Fen;
  readonly amount: Fen;
  readonly version: number;
}

export interface Movement {
  readonly total: Fen;
  readonly amount: Fen;
  /** What the ledger moves: may be zero (below the threshold, above the cap) or negative (a cancellation). */
  readonly increment: Fen;
}

/**
 * The account after a contract's base is added (or, negative, taken back). Once the review has awarded an amount it can only
 * fall, never rise; an account that was closed has nothing left that could move.
 */
export function moveAccrual(
  policy: RewardPolicy,
  accrual: Pick<RewardAccrual, 'state' | 'total' | 'amount'>,
  base: Fen,
): Movement {
  const total = accrual.total + base;
  const due = rewardOn(policy, total);
  const amount =
    accrual.state === 'provisional' ? due : accrual.state === 'closed' ? accrual.amount : smaller(accrual.amount, due);
  return { total, amount, increment: amount - accrual.amount };
}

/** A beneficiary's year under one policy, from frozen facts: what the simulator of a new policy shows. */
export interface YearOutcome {
  readonly beneficiary: Beneficiary;
  readonly contracts: number;
  readonly refused: number;
  readonly total: Fen;
  readonly amount: Fen;
}

/** What a policy gives for all registered contracts of a year, by beneficiary, the largest amount first. */
export function yearUnder(policy: RewardPolicy, registered: readonly RegisteredFacts[]): readonly YearOutcome[] {
  const outcomes = new Map<string, YearOutcome>();
  for (const { beneficiary, base, refusal } of registered.flatMap((facts) => claimsOf([policy], facts))) {
    const key = `${beneficiary.kind}/${beneficiary.id}`;
    const before = outcomes.get(key) ?? { beneficiary, contracts: 0, refused: 0, total: 0n, amount: 0n };
    const counts = refusal === null;
    const total = before.total + (counts ? base : 0n);
    outcomes.set(key, {
      beneficiary,
      contracts: before.contracts + (counts ? 1 : 0),
      refused: before.refused + (counts ? 0 : 1),
      total,
      amount: rewardOn(policy, total),
    });
  }
  return [...outcomes.values()].sort((a, b) =>
    a.amount === b.amount ? (a.beneficiary.id < b.beneficiary.id ? -1 : 1) : a.amount > b.amount ? -1 : 1,
  );
}

/** The arithmetic in words, so that whoever is paid can follow it. */
export function arithmetic(policy: RewardPolicy, total: Fen): string {
  const sumText = `年度合计核定技术交易额 ${formatYuan(total)} 元`;
  const thresholdText = `${formatYuan(policy.threshold)} 元`;
  if (total < policy.threshold) {
    const missing = formatYuan(policy.threshold - total);
    return `${sumText}，未达到起计额 ${thresholdText}（含），还差 ${missing} 元，暂计 0.00 元。`;
  }
  const uncapped = multiplyRate(total, policy.rate);
  const product = `${sumText}，达到起计额 ${thresholdText}（含）；${formatYuan(total)} × ${rateText(policy.rate)} = ${formatYuan(uncapped)} 元（四舍五入到分）`;
  if (uncapped <= policy.capPerYear) {
    return `${product}，不超过每年度上限 ${formatYuan(policy.capPerYear)} 元，暂计 ${formatYuan(uncapped)} 元。`;
  }
  return `${product}，超过每年度上限，按上限暂计 ${formatYuan(policy.capPerYear)} 元（合计达到 ${formatYuan(capBindsAt(policy))} 元时封顶）。`;
}

export interface SupposedContract {
  readonly technologyValue: Fen;
  readonly shareBasisPoints: number;
  readonly landed: boolean;
  readonly relatedParty: boolean;
}

export interface SupposedResult {
  readonly contracts: readonly { readonly base: Fen; readonly refusal: RewardRefusal | null }[];
  readonly total: Fen;
  readonly amount: Fen;
  readonly arithmetic: string;
}

/** 「有这些合同，我得多少，为什么」: the very rules of the accrual, on contracts that are only supposed. */
export function simulate(policy: RewardPolicy, supposed: readonly SupposedContract[]): SupposedResult {
  const contracts = supposed.map(({ technologyValue, shareBasisPoints, landed, relatedParty }) => ({
    base: shareOut(technologyValue, [shareBasisPoints])[0] ?? 0n,
    refusal: relatedParty ? ('relatedParty' as const) : landed ? null : ('notLanded' as const),
  }));
  const total = contracts.reduce((sum, { base, refusal }) => sum + (refusal === null ? base : 0n), 0n);
  return { contracts, total, amount: rewardOn(policy, total), arithmetic: arithmetic(policy, total) };
}
