import { defineJob } from '#platform/outbox/job-definition.js';
import { achievementPublished } from '../achievement/achievement.jobs.js';
import { demandPublished } from '../demand/demand.jobs.js';

export const sandboxJobs = [
  defineJob({ name: 'sandbox.clear', queue: 'notice', topic: null, transactional: false }),
  defineJob({
    ...{ name: 'sandbox.matchDemand', queue: 'notice', topic: demandPublished },
    ...{ inSandbox: 'only', transactional: false },
  }),
  defineJob({
    ...{ name: 'sandbox.matchAchievement', queue: 'notice', topic: achievementPublished },
    ...{ inSandbox: 'only', transactional: false },
  }),
] as const;
