import { defineJob } from '#platform/outbox/job-definition.js';

/** Seals new audit records into the chain and anchors its head. Scheduled; long work in transactions of its own. */
export const auditSeal = 'audit.seal';

export const auditJobs = [defineJob({ name: auditSeal, queue: 'audit', topic: null, transactional: false })] as const;
