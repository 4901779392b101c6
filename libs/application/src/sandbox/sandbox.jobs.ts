import { defineJob } from '#platform/outbox/job-definition.js';

export const sandboxJobs = [
  defineJob({ name: 'sandbox.clear', queue: 'notice', topic: null, transactional: false }),
] as const;
