import { defineJob } from '#platform/outbox/job-definition.js';
import { contractRegistrationCancelled } from '../contract-registration/contract-registration.jobs.js';

/** A case whose contract lost its registration is no longer proved: it leaves the public. */
export const caseStudyJobs = [
  defineJob({ name: 'caseStudy.recheck', queue: 'registration', topic: contractRegistrationCancelled }),
] as const;
