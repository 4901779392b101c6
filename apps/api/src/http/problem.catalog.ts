import { demandProblems } from '../demand/demand.problems.js';
import { demandFilingProblems } from '../demand-filing/demand-filing.problems.js';
import { demandScreeningProblems } from '../demand-screening/demand-screening.problems.js';
import { catalogueProblems } from '../catalogue/catalogue.problems.js';
import { importProblems } from '../import/import.problems.js';
import { sandboxClockProblems } from '../sandbox-clock/sandbox-clock.problems.js';
import { commonProblems } from './common.problems.js';
import { achievementProblems } from '../achievement/achievement.problems.js';
import { publicNoticeProblems } from '../public-notice/public-notice.problems.js';
import { listingProblems } from '../listing/listing.problems.js';
import { patentProblems } from '../patent/patent.problems.js';
import { matchProblems } from '../matching/match.problems.js';
import { savedSearchProblems } from '../saved-search/saved-search.problems.js';
import { incubationProblems } from '../incubation/incubation.problems.js';
import { certificateProblems } from '../certificate/certificate.problems.js';
import { documentProblems } from '../document/document.problems.js';
import { inspectionProblems } from '../inspection/inspection.problems.js';
import { statisticsProblems } from '../statistics/statistics.problems.js';
import { attachmentProblems } from '../attachment/attachment.problems.js';
import { nonDisclosureProblems } from '../non-disclosure/non-disclosure.problems.js';
import { contractRegistrationProblems } from '../contract-registration/contract-registration.problems.js';
import { ledgerProblems } from '../ledger/ledger.problems.js';
import { rewardProblems } from '../reward/reward.problems.js';
import { achievementRewardProblems } from '../achievement-reward/achievement-reward.problems.js';
import { commissionProblems } from '../commission/commission.problems.js';
import { techEnvoyProblems } from '../tech-envoy/tech-envoy.problems.js';
import { rewardReviewProblems } from '../reward-review/reward-review.problems.js';
import { rewardPolicyProblems } from '../reward-policy/reward-policy.problems.js';
import { mandateProblems } from '../mandate/mandate.problems.js';
import { introductionProblems } from '../introduction/introduction.problems.js';
import { dealProblems } from '../deal/deal.problems.js';
import { contractProblems } from '../contract/contract.problems.js';
import { identityProblems } from '../identity/identity.problems.js';
import { shareAgreementProblems } from '../share-agreement/share-agreement.problems.js';
import type { ProblemEntry } from './problem.js';

const catalog = {
  ...commonProblems,
  ...demandProblems,
  ...matchProblems,
  ...savedSearchProblems,
  ...catalogueProblems,
  ...importProblems,
  ...demandFilingProblems,
  ...demandScreeningProblems,
  ...sandboxClockProblems,
  ...achievementProblems,
  ...publicNoticeProblems,
  ...listingProblems,
  ...patentProblems,
  ...incubationProblems,
  ...certificateProblems,
  ...attachmentProblems,
  ...nonDisclosureProblems,
  ...documentProblems,
  ...contractRegistrationProblems,
  ...statisticsProblems,
  ...inspectionProblems,
  ...ledgerProblems,
  ...rewardProblems,
  ...rewardPolicyProblems,
  ...rewardReviewProblems,
  ...techEnvoyProblems,
  ...commissionProblems,
  ...achievementRewardProblems,
  ...mandateProblems,
  ...introductionProblems,
  ...dealProblems,
  ...contractProblems,
  ...identityProblems,
  ...shareAgreementProblems,
} as const satisfies Record<string, ProblemEntry>;

/** Every error code a caller can meet. A refusal whose code is not here does not compile (see unwrap). */
export type ErrorCode = keyof typeof catalog;

export const problemCatalog: Readonly<Record<ErrorCode, ProblemEntry>> = catalog;
