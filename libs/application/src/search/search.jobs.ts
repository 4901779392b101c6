import { defineJob } from '#platform/outbox/job-definition.js';

/** Topic of a listing that changed. Payload: `listingId`. */
export const listingChanged = 'listing.changed';
/** Topic of an organization that changed. Payload: `organizationId`. */
export const organizationChanged = 'organization.changed';
/** Topic of a patent that changed. Payload: `achievementId`, of the achievement it protects. */
export const patentChanged = 'patent.changed';
/** Topic of what is public of a broker: a recognition, a consent, an agency. Payload: `personId`. */
export const brokerChanged = 'broker.changed';
/** Topic of a consent to be named as an expert, given, amended or withdrawn. Payload: `profileId`. */
export const expertProfileChanged = 'expertProfile.changed';
/** Topic of a person who joined or left a unit, or whose account was disabled or enabled. Payload: `personId`. */
export const personChanged = 'person.changed';
/** Topic of a good case that changed. Payload: `caseStudyId`. */
export const caseStudyChanged = 'caseStudy.changed';
/** Topic of the city's plan having been loaded. No payload. */
export const catalogueLoaded = 'catalogue.loaded';

/** Keep the indexes in step with what is public. Each re-reads what it is about and may run twice. */
export const searchJobs = [
  defineJob({ name: 'listing.index', queue: 'search', topic: listingChanged, batchSize: 100 }),
  defineJob({ name: 'organization.index', queue: 'search', topic: organizationChanged, batchSize: 100 }),
  defineJob({ name: 'patent.index', queue: 'search', topic: patentChanged, batchSize: 100 }),
  defineJob({ name: 'broker.index', queue: 'search', topic: brokerChanged, batchSize: 100 }),
  defineJob({ name: 'expertProfile.index', queue: 'search', topic: expertProfileChanged, batchSize: 100 }),
  defineJob({ name: 'person.index', queue: 'search', topic: personChanged, batchSize: 100 }),
  defineJob({ name: 'caseStudy.index', queue: 'search', topic: caseStudyChanged, batchSize: 100 }),
  // A term that begins or ends with the day, and what was public before its index was made.
  defineJob({ name: 'search.settle', queue: 'search', topic: null, transactional: false }),
  defineJob({ name: 'catalogue.index', queue: 'search', topic: catalogueLoaded, transactional: false }),
  // Words to suggest of documents that are gone. They find nothing and are not shown; this keeps the table small.
  defineJob({ name: 'search.prune', queue: 'search', topic: null, transactional: false }),
] as const;
