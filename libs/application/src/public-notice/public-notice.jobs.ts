import { defineJob } from '#platform/outbox/job-definition.js';

/** Ends the notices whose last day is over. Scheduled; a notice is ended in a transaction of its own. */
export const publicNoticeJobs = [
  defineJob({ name: 'publicNotice.endDue', queue: 'notice', topic: null, transactional: false }),
] as const;
