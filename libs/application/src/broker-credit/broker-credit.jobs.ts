import { defineJob } from '#platform/outbox/job-definition.js';
import {
  contractRegistrationCancelled,
  contractRegistrationRegistered,
} from '../contract-registration/contract-registration.jobs.js';

/** A registered contract is its brokers' merit; cancelled, it never was. */
export const brokerCreditJobs = [
  defineJob({ name: 'brokerCredit.dealCompleted', queue: 'registration', topic: contractRegistrationRegistered }),
  defineJob({ name: 'brokerCredit.dealCancelled', queue: 'registration', topic: contractRegistrationCancelled }),
] as const;
