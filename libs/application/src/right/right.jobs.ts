import { defineJob } from '#platform/outbox/job-definition.js';

/** The register's clocks: what ends by its last day, and the reminders of fees, filings and terms. */
export const rightJobs = [
  defineJob({ name: 'right.endDue', queue: 'notice', topic: null, transactional: false }),
  defineJob({ name: 'right.remind', queue: 'notice', topic: null, transactional: false }),
] as const;
