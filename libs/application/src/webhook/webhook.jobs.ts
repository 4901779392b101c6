import { defineJob } from '#platform/outbox/job-definition.js';

/** `enqueue` writes down what is to be sent, `send` sends what is due: each endpoint in transactions of its own. */
export const webhookJobs = [
  defineJob({ name: 'webhook.enqueue', queue: 'notice', topic: null, transactional: false }),
  defineJob({ name: 'webhook.send', queue: 'notice', topic: null, transactional: false }),
  defineJob({ name: 'webhook.prune', queue: 'notice', topic: null }),
] as const;
