import { defineJob } from '#platform/outbox/job-definition.js';

/** Reminds of results that are owed. Scheduled; each threshold is told once. */
export const fundedProjectJobs = [defineJob({ name: 'fundedProject.remind', queue: 'notice', topic: null })] as const;
