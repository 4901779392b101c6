import { defineJob } from '#platform/outbox/job-definition.js';

export const marketEventJobs = [
  defineJob({ name: 'marketEvent.number', queue: 'notice', topic: null, transactional: false }),
  defineJob({ name: 'marketEvent.prune', queue: 'notice', topic: null }),
] as const;
