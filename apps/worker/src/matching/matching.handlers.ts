import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { MatchRunQueue } from '#application/matching/match-run.queue.js';
import { MatchArrivals } from '#application/matching/match.arrivals.js';
import { MatchRuns } from '#application/matching/match.runs.js';
import { SearchService } from '#application/search/search.service.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

/** A payload without the id is from nobody of ours: it names no row, and nothing happens. */
const idOf = (payload: JobPayload, name: 'demandId' | 'achievementId'): string =>
  payload[name] ?? '00000000-0000-0000-0000-000000000000';

const idsOf = (payloads: readonly JobPayload[], name: 'demandId' | 'achievementId'): string[] => [
  ...new Set(payloads.map((payload) => idOf(payload, name))),
];

/** Which request caused each subject to be looked at: the last one, when several did. */
const requestsOf = (
  payloads: readonly JobPayload[],
  requestIds: readonly string[],
  name: 'demandId' | 'achievementId',
): ReadonlyMap<string, string> => new Map(payloads.map((payload, at) => [idOf(payload, name), requestIds[at] ?? '']));

@Injectable()
export class MatchingHandlers {
  constructor(
    private readonly runs: MatchRuns,
    private readonly arrivals: MatchArrivals,
    private readonly queue: MatchRunQueue,
    private readonly search: SearchService,
  ) {}

  @Handles('demand.match')
  async matchDemands(
    actor: SystemActor,
    payloads: readonly JobPayload[],
    requestIds: readonly string[],
  ): Promise<void> {
    const requestOf = requestsOf(payloads, requestIds, 'demandId');
    await this.runs.matchDemands(actor, [...requestOf.keys()], requestOf);
  }

  @Handles('demand.index')
  indexDemands(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshDemands(actor, idsOf(payloads, 'demandId'));
  }

  @Handles('demand.unindex')
  async unindexDemand(actor: SystemActor, payload: JobPayload): Promise<void> {
    await this.search.refreshDemands(actor, [idOf(payload, 'demandId')]);
    await this.runs.matchDemands(actor, [idOf(payload, 'demandId')]);
  }

  @Handles('demand.followOwner')
  followOwner(actor: SystemActor, payload: JobPayload): Promise<void> {
    return this.runs.followOwner(actor, idOf(payload, 'demandId'));
  }

  @Handles('achievement.index')
  indexAchievements(actor: SystemActor, payloads: readonly JobPayload[]): Promise<void> {
    return this.search.refreshAchievements(actor, idsOf(payloads, 'achievementId'));
  }

  @Handles('achievement.match')
  matchAchievements(actor: SystemActor, payloads: readonly JobPayload[], requestIds: readonly string[]): Promise<void> {
    const requestOf = requestsOf(payloads, requestIds, 'achievementId');
    return this.arrivals.match(actor, [...requestOf.keys()], { requestOf });
  }

  @Handles('achievement.unindex')
  async unindexAchievement(actor: SystemActor, payload: JobPayload): Promise<void> {
    await this.search.refreshAchievements(actor, [idOf(payload, 'achievementId')]);
    await this.arrivals.match(actor, [idOf(payload, 'achievementId')]);
  }

  /** A patent that ended, was pledged or licensed may open or close the way for its achievement. */
  @Handles('patent.match')
  matchPatented(actor: SystemActor, payloads: readonly JobPayload[], requestIds: readonly string[]): Promise<void> {
    return this.matchAchievements(actor, payloads, requestIds);
  }

  @Handles('match.night')
  async night(actor: SystemActor): Promise<void> {
    await this.queue.queueNight(actor);
  }

  @Handles('match.run')
  async run(actor: SystemActor): Promise<void> {
    await this.queue.workOff(actor);
  }
}
