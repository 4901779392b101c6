import type { JobDefinition } from '#platform/outbox/job-definition.js';
import { auditJobs } from './audit/audit.jobs.js';
import { housekeepingJobs } from './housekeeping/housekeeping.jobs.js';
import { demandJobs } from './demand/demand.jobs.js';
import { openChallengeJobs } from './open-challenge/open-challenge.jobs.js';
import { vitalityJobs } from './vitality/vitality.jobs.js';
import { nonDisclosureJobs } from './non-disclosure/non-disclosure.jobs.js';
import { performanceJobs } from './performance/performance.jobs.js';
import { carrierJobs } from './carrier/carrier.jobs.js';
import { facilityJobs } from './facility/facility.jobs.js';
import { importJobs } from './import/import.jobs.js';
import { searchJobs } from './search/search.jobs.js';
import { matchingJobs } from './matching/matching.jobs.js';
import { savedSearchJobs } from './saved-search/saved-search.jobs.js';
import { publicNoticeJobs } from './public-notice/public-notice.jobs.js';
import { fundedProjectJobs } from './funded-project/funded-project.jobs.js';
import { listingJobs } from './listing/listing.jobs.js';
import { auctionJobs } from './auction/auction.jobs.js';
import { rightJobs } from './right/right.jobs.js';
import { patentJobs } from './patent/patent.jobs.js';
import { ledgerJobs } from './ledger/ledger.jobs.js';
import { rewardJobs } from './reward/reward.jobs.js';
import { contractRegistrationJobs } from './contract-registration/contract-registration.jobs.js';
import { inspectionJobs } from './inspection/inspection.jobs.js';
import { statisticsJobs } from './statistics/statistics.jobs.js';
import { marketEventJobs } from './market-event/market-event.jobs.js';
import { webhookJobs } from './webhook/webhook.jobs.js';
import { readinessJobs } from './readiness/readiness.jobs.js';
import { purchaseReserveJobs } from './purchase-reserve/purchase-reserve.jobs.js';
import { matchmakingEventJobs } from './matchmaking-event/matchmaking-event.jobs.js';
import { sandboxJobs } from './sandbox/sandbox.jobs.js';
import { bypassJobs } from './bypass/bypass.jobs.js';
import { brokerCreditJobs } from './broker-credit/broker-credit.jobs.js';
import { brokerRecognitionJobs } from './broker-recognition/broker-recognition.jobs.js';
import { caseStudyJobs } from './case-study/case-study.jobs.js';

/** Every kind of background work. A new job enters here and gets exactly one handler in the worker. */
export const jobs: readonly JobDefinition[] = [
  ...demandJobs,
  ...openChallengeJobs,
  ...vitalityJobs,
  ...nonDisclosureJobs,
  ...performanceJobs,
  ...carrierJobs,
  ...facilityJobs,
  ...importJobs,
  ...marketEventJobs,
  ...webhookJobs,
  ...sandboxJobs,
  ...auditJobs,
  ...housekeepingJobs,
  ...matchingJobs,
  ...savedSearchJobs,
  ...searchJobs,
  ...publicNoticeJobs,
  ...fundedProjectJobs,
  ...listingJobs,
  ...auctionJobs,
  ...patentJobs,
  ...rightJobs,
  ...ledgerJobs,
  ...rewardJobs,
  ...contractRegistrationJobs,
  ...statisticsJobs,
  ...inspectionJobs,
  ...purchaseReserveJobs,
  ...caseStudyJobs,
  ...brokerRecognitionJobs,
  ...brokerCreditJobs,
  ...bypassJobs,
  ...matchmakingEventJobs,
  ...readinessJobs,
];
