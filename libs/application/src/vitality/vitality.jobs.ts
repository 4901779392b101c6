import { defineJob } from '#platform/outbox/job-definition.js';

/** Reminds the owners of what is about to freeze. Scheduled; may run twice. */
export const vitalityJobs = [
  defineJob({ name: 'vitality.remind', queue: 'notice', topic: null, transactional: false }),
] as const;
