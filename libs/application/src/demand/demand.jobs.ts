import { defineJob } from '#platform/outbox/job-definition.js';

/** Topic of a demand that became public or whose public text changed. Payload: `demandId`. */
export const demandPublished = 'demand.published';
/** Topic of a demand that is no longer public. Payload: `demandId`. */
export const demandClosed = 'demand.closed';
/** Topic of a demand that went on to another owner. Payload: `demandId`. */
export const demandHandedOver = 'demand.handedOver';

/** The first opens its own transaction: it may wait for the matcher's index. The last is scheduled. */
export const demandJobs = [
  defineJob({ name: 'demand.match', queue: 'matching', topic: demandPublished, transactional: false, batchSize: 16 }),
  defineJob({ name: 'demand.followOwner', queue: 'matching', topic: demandHandedOver }),
  defineJob({ name: 'demand.freezeDue', queue: 'notice', topic: null, transactional: false }),
] as const;
