import { defineJob } from '#platform/outbox/job-definition.js';
import {
  contractRegistrationCancelled,
  contractRegistrationChanged,
  contractRegistrationRegistered,
} from '../contract-registration/contract-registration.jobs.js';
import { budgetAppropriated } from '../ledger/ledger.jobs.js';

export const rewardJobs = [
  defineJob({ name: 'reward.accrue', queue: 'reward', topic: contractRegistrationRegistered }),
  defineJob({ name: 'reward.adjust', queue: 'reward', topic: contractRegistrationChanged }),
  defineJob({ name: 'reward.reverse', queue: 'reward', topic: contractRegistrationCancelled }),
  defineJob({ name: 'reward.retry', queue: 'reward', topic: budgetAppropriated, transactional: false }),
] as const;
