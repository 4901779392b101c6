import { defineJob } from '#platform/outbox/job-definition.js';

/** Ends terms and reminds of their end. Scheduled; each term in a transaction of its own. */
export const brokerRecognitionJobs = [
  defineJob({ name: 'brokerRecognition.expireDue', queue: 'notice', topic: null, transactional: false }),
  defineJob({ name: 'brokerRecognition.remind', queue: 'notice', topic: null, transactional: false }),
] as const;
