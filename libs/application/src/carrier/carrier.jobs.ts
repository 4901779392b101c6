import { defineJob } from '#platform/outbox/job-definition.js';

/** Ends titles whose time is over and opens the reviews of last year. Scheduled; each title in a transaction of its own. */
export const carrierJobs = [
  defineJob({ name: 'carrier.followDue', queue: 'notice', topic: null, transactional: false }),
] as const;
