import { defineJob } from '#platform/outbox/job-definition.js';
import { contractAmountsSettled, contractCancelled } from '../contract/contract.jobs.js';

/** Topic of a contract that was registered. Payload: `registrationId`. */
export const contractRegistrationRegistered = 'contractRegistration.registered';
/** Topic of a registration that was changed and verified again (变更). Payload: `registrationId`. */
export const contractRegistrationChanged = 'contractRegistration.changed';
/** Topic of a registration that was cancelled (注销). Payload: `registrationId`. */
export const contractRegistrationCancelled = 'contractRegistration.cancelled';

export const contractRegistrationJobs = [
  defineJob({ name: 'contractRegistration.contractEnded', queue: 'registration', topic: contractCancelled }),
  defineJob({ name: 'contractRegistration.amountsSettled', queue: 'registration', topic: contractAmountsSettled }),
  defineJob({ name: 'contractRegistration.remind', queue: 'registration', topic: null }),
] as const;
