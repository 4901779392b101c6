import type { LocalDate } from '../calendar/local-date.js';
import { formatYuan } from '../money/money.js';
import { rateText } from '../money/rate.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';
import { rewardOn } from './reward.js';
import type { RewardPolicy } from './reward.policy.js';

/** A version that the bureau wrote: seen by nobody outside until published; may be withdrawn until it takes effect. */
export const rewardPolicyVersionTransitions = {
  draft: { publish: 'published', withdraw: 'withdrawn' },
  published: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies TransitionTable;
export type RewardPolicyVersionState = StateOf<typeof rewardPolicyVersionTransitions>;

export type ProposalRefusal = Refusal<
  'rewardPolicy.notYearStart' | 'rewardPolicy.tooEarly' | 'rewardPolicy.paysNothing'
>;

/**
 * May this version take effect? Totals are yearly, so a version begins with a fiscal year, and with one that has not begun:
 * what was accrued under a version is never computed again under another.
 */
export function checkProposal(policy: RewardPolicy, today: LocalDate): Result<RewardPolicy, ProposalRefusal> {
  if (!policy.effectiveFrom.endsWith('-01-01')) return refuse('rewardPolicy.notYearStart', {}, '/effectiveFrom');
  if (policy.effectiveFrom <= today) return refuse('rewardPolicy.tooEarly', { today }, '/effectiveFrom');
  // A cap below what the threshold alone earns would make the threshold meaningless; a rate of zero pays nobody.
  if (policy.capPerYear === 0n || rewardOn(policy, policy.threshold) === 0n) {
    return refuse('rewardPolicy.paysNothing', {}, '/capPerYearYuan');
  }
  return ok(policy);
}

/** One term in which two versions differ, in the words of a reader. */
export interface PolicyDifference {
  readonly term: string;
  readonly before: string;
  readonly after: string;
}

const terms: readonly (readonly [string, (policy: RewardPolicy) => string])[] = [
  ['名称', (policy) => policy.title],
  ['受益人', (policy) => (policy.beneficiary === 'person' ? '技术经纪人（个人）' : '服务机构')],
  ['受益单位类别', (policy) => policy.beneficiaryKinds?.join('、') ?? '不限'],
  ['比例', (policy) => rateText(policy.rate)],
  ['起计额（含）', (policy) => `${formatYuan(policy.threshold)} 元`],
  ['每年度上限', (policy) => `${formatYuan(policy.capPerYear)} 元`],
  ['评审名次', (policy) => (policy.topRanks === null ? '不排名' : `前 ${policy.topRanks} 名`)],
  ['一次性', (policy) => (policy.oncePerLifetime ? '一生一次' : '每年度一次')],
  ['原文', (policy) => policy.wording],
  ['来源', (policy) => policy.source],
  ['计算口径', (policy) => policy.reading],
  ['施行日', (policy) => policy.effectiveFrom],
  ['失效日', (policy) => policy.effectiveTo ?? '未定'],
];

/** The terms in which a version differs from the one before it. */
export const policyDifferences = (before: RewardPolicy, after: RewardPolicy): readonly PolicyDifference[] =>
  terms
    .map(([term, read]) => ({ term, before: read(before), after: read(after) }))
    .filter((difference) => difference.before !== difference.after);
