import { defineJob } from '#platform/outbox/job-definition.js';

/** Topic of a budget that grew. Payload: `fiscalYear`. */
export const budgetAppropriated = 'budget.appropriated';

export const ledgerJobs = [defineJob({ name: 'ledger.prove', queue: 'reward', topic: null })] as const;
