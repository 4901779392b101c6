import { defineJob } from '#platform/outbox/job-definition.js';

/** Ends the agreements whose duty of confidentiality is over. Scheduled; each in a transaction of its own. */
export const nonDisclosureJobs = [
  defineJob({ name: 'nonDisclosure.expireDue', queue: 'notice', topic: null, transactional: false }),
] as const;
