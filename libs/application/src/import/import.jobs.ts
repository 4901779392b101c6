import { defineJob } from '#platform/outbox/job-definition.js';

/** Topic of a new import. Payload: `importId`. */
export const importRequested = 'import.requested';

/** Long work in transactions of its own: a second run goes on where the first was cut off. */
export const importJobs = [
  defineJob({
    name: 'import.run',
    queue: 'import',
    topic: importRequested,
    transactional: false,
    attempts: 50,
    inSandbox: true,
  }),
] as const;
