import { defineJob } from '#platform/outbox/job-definition.js';

/** Takes every step that is due: extends a period, opens, closes. Scheduled; each in a transaction of its own. */
export const auctionJobs = [
  defineJob({ name: 'auction.advanceDue', queue: 'notice', topic: null, transactional: false }),
] as const;
