import { defineJob } from '#platform/outbox/job-definition.js';

/** Lets options lapse that were not exercised; comes back by itself. */
export const reserveLapse = 'purchaseReserve.lapse';

export const purchaseReserveJobs = [defineJob({ name: reserveLapse, queue: 'reward', topic: null })] as const;
