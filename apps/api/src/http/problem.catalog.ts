import { demandProblems } from '../demand/demand.problems.js';
import { researchTopicProblems } from '../research-topic/research-topic.problems.js';
import { openChallengeProblems } from '../open-challenge/open-challenge.problems.js';
import { demandFilingProblems } from '../demand-filing/demand-filing.problems.js';
import { demandScreeningProblems } from '../demand-screening/demand-screening.problems.js';
import { catalogueProblems } from '../catalogue/catalogue.problems.js';
import { importProblems } from '../import/import.problems.js';
import { sandboxClockProblems } from '../sandbox-clock/sandbox-clock.problems.js';
import { commonProblems } from './common.problems.js';
import { achievementProblems } from '../achievement/achievement.problems.js';
import { publicNoticeProblems } from '../public-notice/public-notice.problems.js';
import { listingProblems } from '../listing/listing.problems.js';
import { auctionProblems } from '../auction/auction.problems.js';
import { hallProblems } from '../hall/hall.problems.js';
import { tradingCertificateProblems } from '../trading-certificate/trading-certificate.problems.js';
import { rightProblems } from '../right/right.problems.js';
import { patentProblems } from '../patent/patent.problems.js';
import { matchProblems } from '../matching/match.problems.js';
import { savedSearchProblems } from '../saved-search/saved-search.problems.js';
import { incubationProblems } from '../incubation/incubation.problems.js';
import { carrierProblems } from '../carrier/carrier.problems.js';
import { facilityProblems } from '../facility/facility.problems.js';
import { competitionProblems } from '../competition/competition.problems.js';
import { financeProblems } from '../finance/finance.problems.js';
import { mentorProblems } from '../mentor/mentor.problems.js';
import { certificateProblems } from '../certificate/certificate.problems.js';
import { documentProblems } from '../document/document.problems.js';
import { inspectionProblems } from '../inspection/inspection.problems.js';
import { statisticsProblems } from '../statistics/statistics.problems.js';
import { attachmentProblems } from '../attachment/attachment.problems.js';
import { nonDisclosureProblems } from '../non-disclosure/non-disclosure.problems.js';
import { dealRoomProblems } from '../deal-room/deal-room.problems.js';
import { listingQualityProblems } from '../listing-quality/listing-quality.problems.js';
import { performanceProblems } from '../performance/performance.problems.js';
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
import { transferProcedureProblems } from '../transfer-procedure/transfer-procedure.problems.js';
import { readinessProblems } from '../readiness/readiness.problems.js';
import { evaluationProblems } from '../evaluation/evaluation.problems.js';
import { pilotProjectProblems } from '../pilot-project/pilot-project.problems.js';
import { purchaseReserveProblems } from '../purchase-reserve/purchase-reserve.problems.js';
import { matchmakingEventProblems } from '../matchmaking-event/matchmaking-event.problems.js';
import { achievementRegistrationProblems } from '../achievement-registration/achievement-registration.problems.js';
import { fundedProjectProblems } from '../funded-project/funded-project.problems.js';
import { enterpriseVisitProblems } from '../enterprise-visit/enterprise-visit.problems.js';
import { brokerAffiliationProblems } from '../broker-affiliation/broker-affiliation.problems.js';
import { brokerCreditProblems } from '../broker-credit/broker-credit.problems.js';
import { brokerRecognitionProblems } from '../broker-recognition/broker-recognition.problems.js';
import { bypassProblems } from '../bypass/bypass.problems.js';
import { scienceSpendingProblems } from '../science-spending/science-spending.problems.js';
import { secondmentProblems } from '../secondment/secondment.problems.js';
import { mistakeReportProblems } from '../mistake-report/mistake-report.problems.js';
import { caseStudyProblems } from '../case-study/case-study.problems.js';
import type { ProblemEntry } from './problem.js';
import { marketEventProblems } from '../market-event/market-event.problems.js';
import { webhookProblems } from '../webhook/webhook.problems.js';
import { sandboxProblems } from '../sandbox/sandbox.problems.js';

const catalog = {
  ...commonProblems,
  ...demandProblems,
  ...researchTopicProblems,
  ...openChallengeProblems,
  ...demandFilingProblems,
  ...demandScreeningProblems,
  ...matchProblems,
  ...savedSearchProblems,
  ...catalogueProblems,
  ...importProblems,
  ...marketEventProblems,
  ...webhookProblems,
  ...sandboxProblems,
  ...sandboxClockProblems,
  ...achievementProblems,
  ...publicNoticeProblems,
  ...listingProblems,
  ...auctionProblems,
  ...hallProblems,
  ...tradingCertificateProblems,
  ...patentProblems,
  ...rightProblems,
  ...incubationProblems,
  ...carrierProblems,
  ...facilityProblems,
  ...competitionProblems,
  ...mentorProblems,
  ...financeProblems,
  ...certificateProblems,
  ...attachmentProblems,
  ...nonDisclosureProblems,
  ...dealRoomProblems,
  ...listingQualityProblems,
  ...performanceProblems,
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
  ...fundedProjectProblems,
  ...achievementRegistrationProblems,
  ...purchaseReserveProblems,
  ...caseStudyProblems,
  ...brokerRecognitionProblems,
  ...brokerAffiliationProblems,
  ...brokerCreditProblems,
  ...bypassProblems,
  ...scienceSpendingProblems,
  ...secondmentProblems,
  ...mistakeReportProblems,
  ...enterpriseVisitProblems,
  ...matchmakingEventProblems,
  ...pilotProjectProblems,
  ...evaluationProblems,
  ...readinessProblems,
  ...transferProcedureProblems,
  ...shareAgreementProblems,
} as const satisfies Record<string, ProblemEntry>;

/** Every error code a caller can meet. A refusal whose code is not here does not compile (see unwrap). */
export type ErrorCode = keyof typeof catalog;

export const problemCatalog: Readonly<Record<ErrorCode, ProblemEntry>> = catalog;
