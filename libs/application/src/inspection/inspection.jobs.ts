import { defineJob } from '#platform/outbox/job-definition.js';

/** Writes the reminders of due days; comes back by itself. */
export const inspectionRemind = 'inspection.remind';

export const inspectionJobs = [defineJob({ name: inspectionRemind, queue: 'registration', topic: null })] as const;
