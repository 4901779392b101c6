import { defineJob } from '#platform/outbox/job-definition.js';
import { contractReceiptChanged } from '../contract/contract.jobs.js';
import {
  contractRegistrationCancelled,
  contractRegistrationChanged,
  contractRegistrationRegistered,
} from '../contract-registration/contract-registration.jobs.js';

/** The register follows the office: each of them re-reads the case, so their order does not matter. */
export const statisticsJobs = [
  defineJob({ name: 'statistics.enterRegistered', queue: 'registration', topic: contractRegistrationRegistered }),
  defineJob({ name: 'statistics.enterChanged', queue: 'registration', topic: contractRegistrationChanged }),
  defineJob({ name: 'statistics.enterCancelled', queue: 'registration', topic: contractRegistrationCancelled }),
  defineJob({ name: 'statistics.enterIncome', queue: 'registration', topic: contractReceiptChanged }),
] as const;
