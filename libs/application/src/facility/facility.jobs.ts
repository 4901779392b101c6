import { defineJob } from '#platform/outbox/job-definition.js';

/** Ends the waiting for times that have come. Scheduled; each in a transaction of its own. */
export const facilityJobs = [
  defineJob({ name: 'booking.lapseDue', queue: 'notice', topic: null, transactional: false }),
] as const;
