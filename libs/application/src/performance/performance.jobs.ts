import { defineJob } from '#platform/outbox/job-definition.js';

/** Scheduled; a contract is looked at in a transaction of its own. */
export const performanceJobs = [
  defineJob({ name: 'performance.remind', queue: 'notice', topic: null, transactional: false }),
  defineJob({ name: 'performance.acceptSilent', queue: 'notice', topic: null, transactional: false }),
] as const;
