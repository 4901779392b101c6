import { addDays, epochDay, type LocalDate } from '../calendar/local-date.js';
import { addWorkingDays } from '../calendar/period.js';
import { formatYuan, type Fen } from '../money/money.js';
import { basisPoints, multiplyRate, sum } from '../money/rate.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';
import {
  achievementRewardRules,
  cashNotice,
  leaderRule,
  profitYears,
  type CostKind,
  type RewardRule,
} from './achievement-reward.policy.js';

export const conversionModes = ['netIncome', 'equity', 'profit'] as const;
/** 转让、许可的净收入; 作价投资的股份; 自行或合作实施的营业利润. */
export type ConversionMode = (typeof conversionModes)[number];

export interface Participant {
  /** Account of the person on the platform; null for one who has none. */
  readonly personId: string | null;
  readonly name: string;
  /** 主要贡献人员. */
  readonly main: boolean;
  readonly leader: 'none' | 'chief' | 'deputy';
  readonly shareBasisPoints: number;
}

/** drafted → published for objections → in force, or stopped by an upheld objection. */
export const rewardPlanTransitions = {
  draft: { publish: 'publicized', withdraw: 'withdrawn' },
  publicized: { endNotice: 'effective', stopNotice: 'stopped' },
  effective: {},
  stopped: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type RewardPlanState = StateOf<typeof rewardPlanTransitions>;
export type RewardPlanEvent = EventOf<typeof rewardPlanTransitions>;

/** How one converted service achievement rewards its people. */
export interface RewardPlan {
  readonly id: string;
  readonly organizationId: string;
  readonly achievementId: string;
  /** The contract whose receipts are shared; null for equity and profit. */
  readonly contractId: string | null;
  readonly mode: ConversionMode;
  /** Share of the pool in net income, equity or profit. */
  readonly poolBasisPoints: number;
  /** Consecutive years of profit sharing; null for the other modes. */
  readonly years: number | null;
  /** `unitRule` 单位规定, `agreement` 约定, `default` 法定. */
  readonly basis: 'unitRule' | 'agreement' | 'default';
  readonly participants: readonly Participant[];
  /** The inventors' signed agreement it rests on; null when there is none. */
  readonly agreementId: string | null;
  /** Why it departs from that agreement; published with it. Null when it does not. */
  readonly deviationReason: string | null;
  readonly state: RewardPlanState;
  readonly noticeId: string | null;
  readonly version: number;
}

export type PlanRefusal = Refusal<
  | 'achievementReward.belowFloor'
  | 'achievementReward.sharesNotWhole'
  | 'achievementReward.mainBelowHalf'
  | 'achievementReward.chiefEquity'
  | 'achievementReward.years'
>;

/** A unit set up by the state may not go below the law's floor; a firm may agree otherwise (art. 44). */
export function checkPlan<T extends Pick<RewardPlan, 'mode' | 'poolBasisPoints' | 'basis' | 'participants' | 'years'>>(
  plan: T,
  publicUnit: boolean,
): Result<T, PlanRefusal> {
  const rule: RewardRule = achievementRewardRules[plan.mode];
  if (plan.poolBasisPoints < rule.basisPoints && (publicUnit || plan.basis === 'default')) {
    return refuse(
      'achievementReward.belowFloor',
      { floor: `${rule.basisPoints / 100}%`, text: rule.text },
      '/poolBasisPoints',
    );
  }
  const shares = plan.participants.reduce((total, one) => total + one.shareBasisPoints, 0);
  if (shares !== 10_000)
    return refuse('achievementReward.sharesNotWhole', { sum: `${shares / 100}%` }, '/participants');
  const main = plan.participants.filter((one) => one.main).reduce((total, one) => total + one.shareBasisPoints, 0);
  if (main < achievementRewardRules.mainContributors.basisPoints) {
    return refuse('achievementReward.mainBelowHalf', { sum: `${main / 100}%` }, '/participants');
  }
  const chief = plan.participants.find((one) => one.leader === 'chief');
  if (plan.mode === 'equity' && chief) {
    return refuse('achievementReward.chiefEquity', { name: chief.name, text: leaderRule.text }, '/participants');
  }
  const sound =
    plan.mode === 'profit'
      ? plan.years !== null && plan.years >= profitYears.min && plan.years <= profitYears.max
      : plan.years === null;
  return sound ? ok(plan) : refuse('achievementReward.years', {}, '/years');
}

/** One thing to share out: a receipt, a year's profit, or the equity formed. */
export interface Income {
  readonly gross: Fen;
  readonly tax: Fen;
  readonly costs: readonly { readonly kind: CostKind; readonly amount: Fen }[];
}

export interface Distribution {
  /** What is left after taxes, direct costs and what earlier receipts lacked. */
  readonly net: Fen;
  readonly pool: Fen;
  /** Negative net that the next receipt has to make up for; zero or below. */
  readonly carried: Fen;
  /** In the order of the participants; Σ is the pool exactly. */
  readonly shares: readonly Fen[];
}

/**
 * net = gross − taxes − direct costs + what was carried; pool = rate × net, rounded once; each share is rounded down and the rest
 * goes to the first main contributor, so that Σ is the pool to the 分.
 */
export function distribute(
  plan: Pick<RewardPlan, 'poolBasisPoints' | 'participants'>,
  income: Income,
  carriedBefore: Fen,
): Distribution {
  const net = income.gross - income.tax - sum(income.costs.map(({ amount }) => amount)) + carriedBefore;
  if (net <= 0n) return { net, pool: 0n, carried: net, shares: plan.participants.map(() => 0n) };
  const pool = multiplyRate(net, basisPoints(plan.poolBasisPoints));
  const shares = plan.participants.map((one) => (pool * BigInt(one.shareBasisPoints)) / 10_000n);
  const rest = pool - sum(shares);
  const first = Math.max(
    plan.participants.findIndex((one) => one.main),
    0,
  );
  return { net, pool, carried: 0n, shares: shares.map((share, index) => (index === first ? share + rest : share)) };
}

/** The arithmetic of one distribution in words. */
export function distributionText(
  plan: Pick<RewardPlan, 'mode' | 'poolBasisPoints'>,
  income: Income,
  carriedBefore: Fen,
  { net, pool }: Distribution,
): string {
  const costs = sum(income.costs.map(({ amount }) => amount));
  const carried = carriedBefore < 0n ? ` − 结转 ${formatYuan(-carriedBefore)}` : '';
  const reckoned = `${formatYuan(income.gross)} − 税 ${formatYuan(income.tax)} − 直接费用 ${formatYuan(costs)}${carried} = ${formatYuan(net)} 元`;
  if (net <= 0n) return `${reckoned}，不足分配，结转下一笔。`;
  return `${reckoned}；奖励总额 ${formatYuan(net)} × ${plan.poolBasisPoints / 100}% = ${formatYuan(pool)} 元（${achievementRewardRules[plan.mode].source}）。`;
}

/**
 * Calendar days that a notice of so many working days needs from today. In a year whose holidays are not announced two long
 * holidays are allowed for, so that the notice is never shorter.
 */
export function cashNoticeDays(today: LocalDate): number {
  const last = addWorkingDays(today, cashNotice.workingDays);
  const cautious = 21 + 16;
  return last.ok ? epochDay(last.value) - epochDay(today) : epochDay(addDays(today, cautious)) - epochDay(today);
}
