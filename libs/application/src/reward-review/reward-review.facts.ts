import { Injectable } from '@nestjs/common';
import { startOfBeijingDay } from '#domain/calendar/local-date.js';
import { formatYuan } from '#domain/money/money.js';
import { partiesOf } from '#domain/contract-registration/filed-contract.js';
import { policiesOn, type RewardPolicy } from '#domain/reward/reward.policy.js';
import type { FrozenCandidate, RewardReview, Snapshot } from '#domain/reward-review/reward-review.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { contentHash } from '#platform/text/canonical.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { RewardPolicyBook } from '../reward-policy/reward-policy.book.js';
import { RewardService } from '../reward/reward.service.js';
import { RewardReviewRepository, type RewardApplication } from './reward-review.repository.js';

type Facts = Omit<FrozenCandidate, 'applicationId' | 'code' | 'applicantKind' | 'applicantId' | 'benefitFen'>;

const none: Facts = {
  accrualId: null,
  totalFen: '0',
  amountFen: '0',
  contracts: 0,
  reachedAt: null,
  ineligible: null,
};
/** Kinds of organization whose results an enterprise is rewarded for taking up (高校院所). */
const researchKinds: readonly string[] = ['university', 'institute'];
const batch = 500;

/** What a review's candidates stand on, taken once and hashed. */
@Injectable()
export class RewardReviewFacts {
  constructor(
    private readonly reviews: RewardReviewRepository,
    private readonly book: RewardPolicyBook,
    private readonly registrations: ContractRegistrationService,
    private readonly rewards: RewardService,
    private readonly clock: Clock,
  ) {}

  /** The policy of an accrued scheme's year. */
  async policyOf(tx: Tx, { scheme, fiscalYear }: RewardReview): Promise<RewardPolicy> {
    const inForce = policiesOn(await this.book.all(tx), `${fiscalYear}-12-31`);
    const policy = inForce.find((candidate) => candidate.scheme === scheme);
    if (!policy) throw new Error(`no policy of ${scheme} in ${fiscalYear}`);
    return policy;
  }

  async freeze(
    tx: Tx,
    review: RewardReview,
    applications: readonly RewardApplication[],
  ): Promise<{ readonly snapshot: Snapshot; readonly snapshotHash: string }> {
    const facts = review.scheme === 'enterpriseAward' ? await this.takenUp(tx, review) : await this.accrued(tx, review);
    const missing = review.scheme === 'enterpriseAward' ? '当年没有承接并落地的高校院所成果' : '当年没有计入的合同';
    // The order of the codes tells nothing of names or of when one applied.
    const shuffled = [...applications].sort((a, b) =>
      contentHash([review.id, a.id]) < contentHash([review.id, b.id]) ? -1 : 1,
    );
    const candidates = shuffled.map((application, index): FrozenCandidate => ({
      ...(facts.get(application.applicantId) ?? { ...none, ineligible: missing }),
      applicationId: application.id,
      code: `候选${String(index + 1).padStart(3, '0')}`,
      applicantKind: application.applicantKind,
      applicantId: application.applicantId,
      benefitFen: application.benefit.toString(),
    }));
    const snapshot = { at: this.clock.now().toISOString(), candidates };
    return { snapshot, snapshotHash: contentHash(snapshot) };
  }

  private async accrued(tx: Tx, review: RewardReview): Promise<Map<string, Facts>> {
    const { threshold } = await this.policyOf(tx, review);
    const rows = await this.reviews.accrualFacts(tx, review.scheme, review.fiscalYear, threshold);
    return new Map(
      rows.map(({ beneficiaryId, accrualId, total, amount, contracts, reachedAt }) => [
        beneficiaryId,
        {
          accrualId,
          totalFen: total,
          amountFen: amount,
          contracts,
          reachedAt: reachedAt?.toISOString() ?? null,
          ineligible: BigInt(total) < threshold ? `年度合计未达到起计额 ${formatYuan(threshold)} 元（含）` : null,
        },
      ]),
    );
  }

  /** Results of universities and institutes that an enterprise took up in the zone that year, from registered contracts. */
  private async takenUp(tx: Tx, { fiscalYear }: RewardReview): Promise<Map<string, Facts>> {
    const span = { from: startOfBeijingDay(`${fiscalYear}-01-01`), to: startOfBeijingDay(`${fiscalYear + 1}-01-01`) };
    const found = new Map<string, Facts>();
    for (let after: string | null = null; ;) {
      const page = await this.registrations.registeredBetween(tx, span, after, batch);
      for (const registration of page) {
        const { contract, landing, technologyValue } = await this.rewards.factsOf(tx, registration);
        const sellers = partiesOf(contract, 'seller').map(({ organizationId }) => organizationId);
        const kinds = await this.rewards.organizationKinds(tx, sellers);
        const counts = landing !== null && !contract.relatedParty;
        if (!counts || !sellers.some((id) => researchKinds.includes(kinds.get(id) ?? ''))) continue;
        for (const { organizationId } of partiesOf(contract, 'buyer')) {
          const before = found.get(organizationId) ?? none;
          const total = BigInt(before.totalFen) + technologyValue;
          found.set(organizationId, { ...before, contracts: before.contracts + 1, totalFen: total.toString() });
        }
      }
      after = page.at(-1)?.id ?? null;
      if (page.length < batch) return found;
    }
  }
}
