import { defineJob } from '#platform/outbox/job-definition.js';

/** Topic of a demand that became public or whose public text changed. Payload: `demandId`. */
export const demandPublished = 'demand.published';
/** Topic of a demand that is no longer public. Payload: `demandId`. */
export const demandClosed = 'demand.closed';

/** Opens its own transaction: it may wait for the matcher's index first. */
export const demandJobs = [
  defineJob({ name: 'demand.match', queue: 'matching', topic: demandPublished, transactional: false }),
] as const;
