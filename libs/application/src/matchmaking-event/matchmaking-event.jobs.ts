import { defineJob } from '#platform/outbox/job-definition.js';

/** Asks the follow-ups whose day has come; comes back by itself. */
export const eventFollowUp = 'matchmakingEvent.followUp';

export const matchmakingEventJobs = [defineJob({ name: eventFollowUp, queue: 'matching', topic: null })] as const;
