import { defineJob } from '#platform/outbox/job-definition.js';

/** Looks for contracts that went around a broker; comes back by itself. */
export const bypassJobs = [defineJob({ name: 'bypassFinding.look', queue: 'matching', topic: null })] as const;
