import { defineJob } from '#platform/outbox/job-definition.js';

/** Ends the patents whose term is over. Scheduled; each in a transaction of its own. */
export const patentJobs = [
  defineJob({ name: 'patent.expireDue', queue: 'notice', topic: null, transactional: false }),
] as const;
