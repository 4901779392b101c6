import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { SearchService } from '#application/search/search.service.js';
import { SearchUpkeep } from '#application/search/search.upkeep.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

/** A payload without the id is from nobody of ours: it names no row, and nothing happens. */
const nobody = '00000000-0000-0000-0000-000000000000';
const idsOf = (payloads: readonly JobPayload[], name: string): string[] => [
  ...new Set(payloads.map((payload) => payload[name] ?? nobody)),
];

@Injectable()
export class SearchHandlers {
  constructor(
    private readonly search: SearchService,
    private readonly upkeep: SearchUpkeep,
  ) {}

  @Handles('listing.index')
  indexListings(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshListings(actor, idsOf(payloads, 'listingId'));
  }

  @Handles('organization.index')
  indexOrganizations(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshOrganizations(actor, idsOf(payloads, 'organizationId'));
  }

  @Handles('patent.index')
  indexPatents(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshAchievements(actor, idsOf(payloads, 'achievementId'));
  }

  @Handles('broker.index')
  indexBrokers(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshBrokers(actor, idsOf(payloads, 'personId'));
  }

  @Handles('expertProfile.index')
  indexExperts(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshKind(actor, 'experts', idsOf(payloads, 'profileId'));
  }

  @Handles('person.index')
  indexPeople(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshExpertsOfPersons(actor, idsOf(payloads, 'personId'));
  }

  @Handles('caseStudy.index')
  indexCases(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshKind(actor, 'cases', idsOf(payloads, 'caseStudyId'));
  }

  @Handles('search.settle')
  settle(actor: SystemActor): Promise<void> {
    return this.upkeep.settle(actor);
  }

  @Handles('catalogue.index')
  indexPolicies(actor: SystemActor): Promise<void> {
    return this.search.refreshPolicies(actor);
  }

  @Handles('search.prune')
  prune(actor: SystemActor): Promise<void> {
    return this.upkeep.pruneTerms(actor);
  }

  @Handles('search.mirror')
  mirror(): Promise<void> {
    return this.upkeep.carry();
  }
}
