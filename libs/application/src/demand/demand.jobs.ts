import { defineJob } from '#platform/outbox/job-definition.js';

/** Topic of a demand that became public or whose public text changed. Payload: `demandId`. */
export const demandPublished = 'demand.published';
/** Topic of a demand that is no longer public. Payload: `demandId`. */
export const demandClosed = 'demand.closed';

export const demandJobs = [defineJob({ name: 'demand.match', queue: 'matching', topic: demandPublished })] as const;
