import { formatYuan } from '#domain/money/money.js';
import { rewardOn } from '#domain/reward/reward.js';
import { rewardPolicies } from '#domain/reward/reward.policy.js';
import { fen } from './runner.js';

export function award(facts: { yearTotalYuan: string }, rules: string) {
  const policy = rewardPolicies.find((candidate) => candidate.id === rules);
  if (!policy) throw new Error(rules);
  return { awardYuan: formatYuan(rewardOn(policy, fen(facts.yearTotalYuan))) };
}
