import { defineJob } from '#platform/outbox/job-definition.js';

/** Removes what nothing will ask for again. Scheduled; in transactions of its own. */
export const housekeepingClear = 'housekeeping.clear';

export const housekeepingJobs = [
  defineJob({ name: housekeepingClear, queue: 'audit', topic: null, transactional: false }),
] as const;
