import { defineJob } from '#platform/outbox/job-definition.js';

/** Closes commitments and reveals at their deadlines. Scheduled; each challenge in a transaction of its own. */
export const openChallengeJobs = [
  defineJob({ name: 'openChallenge.settleDue', queue: 'notice', topic: null, transactional: false }),
] as const;
