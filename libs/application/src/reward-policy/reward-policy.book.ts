import { Injectable } from '@nestjs/common';
import { rate } from '#domain/money/rate.js';
import { rewardPolicies, type RewardPolicy } from '#domain/reward/reward.policy.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** A policy as JSON keeps it: whole 分 and the rate's two numbers as text. */
type StoredPolicy = Omit<RewardPolicy, 'rate' | 'threshold' | 'capPerYear'> & {
  readonly rate: { readonly numerator: string; readonly denominator: string };
  readonly threshold: string;
  readonly capPerYear: string;
};

/** Every version that holds or held: those of the plan, which came with the market, and those the bureau published. */
@Injectable()
export class RewardPolicyBook {
  async all(tx: Tx): Promise<readonly RewardPolicy[]> {
    const rows = await tx.prepared<{ body: StoredPolicy }>(
      'rewardPolicy.published',
      `SELECT body FROM reward_policy_version WHERE state = 'published' ORDER BY effective_from, id`,
      [],
    );
    return [...rewardPolicies, ...rows.map(({ body }) => fromStored(body))];
  }
}

export const toStored = (policy: RewardPolicy): StoredPolicy => ({
  ...policy,
  rate: { numerator: policy.rate.numerator.toString(), denominator: policy.rate.denominator.toString() },
  threshold: policy.threshold.toString(),
  capPerYear: policy.capPerYear.toString(),
});

export const fromStored = (stored: StoredPolicy): RewardPolicy => ({
  ...stored,
  rate: rate(BigInt(stored.rate.numerator), BigInt(stored.rate.denominator)),
  threshold: BigInt(stored.threshold),
  capPerYear: BigInt(stored.capPerYear),
});

export type { StoredPolicy };
