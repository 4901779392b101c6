import { defineJob } from '#platform/outbox/job-definition.js';

/** Ends the listings whose last day is over. Scheduled; each in a transaction of its own. */
export const listingJobs = [
  defineJob({ name: 'listing.expireDue', queue: 'notice', topic: null, transactional: false }),
] as const;
