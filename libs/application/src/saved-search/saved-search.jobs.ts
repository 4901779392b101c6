import { defineJob } from '#platform/outbox/job-definition.js';

/** Looks for new hits; each search in a transaction of its own. */
export const savedSearchJobs = [
  defineJob({ name: 'savedSearch.look', queue: 'search', topic: null, transactional: false }),
] as const;
