import { defineJob } from '#platform/outbox/job-definition.js';
import { achievementClosed, achievementPublished } from '../achievement/achievement.jobs.js';
import { patentChanged } from '../search/search.jobs.js';
import { demandClosed, demandPublished } from '../demand/demand.jobs.js';

/**
 * What keeps the search index and the matches in step with what is public. Every one re-reads the subject and is
 * idempotent: a handler decides by the state found, so two that come in the wrong order end alike. Those that match
 * may wait for the index in memory, so they open their own transaction after that.
 */
export const matchingJobs = [
  defineJob({ name: 'achievement.index', queue: 'search', topic: achievementPublished, batchSize: 100 }),
  defineJob({ name: 'achievement.unindex', queue: 'search', topic: achievementClosed, transactional: false }),
  defineJob({
    name: 'achievement.match',
    queue: 'matching',
    topic: achievementPublished,
    transactional: false,
    batchSize: 100,
  }),
  defineJob({ name: 'demand.index', queue: 'search', topic: demandPublished, batchSize: 100 }),
  defineJob({ name: 'demand.unindex', queue: 'search', topic: demandClosed, transactional: false }),
  defineJob({ name: 'patent.match', queue: 'matching', topic: patentChanged, transactional: false, batchSize: 100 }),
  defineJob({ name: 'match.night', queue: 'matching', topic: null, transactional: false }),
  defineJob({ name: 'match.run', queue: 'matching', topic: null, transactional: false }),
  defineJob({ name: 'search.mirror', queue: 'search', topic: null, transactional: false }),
] as const;
