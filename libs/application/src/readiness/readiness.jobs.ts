import { defineJob } from '#platform/outbox/job-definition.js';

/** Lets levels decay whose proof no longer counts; comes back by itself. */
export const readinessDecay = 'readiness.decay';

export const readinessJobs = [defineJob({ name: readinessDecay, queue: 'registration', topic: null })] as const;
