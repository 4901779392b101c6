import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/shared/actor.js';
import { allocate, schedule, type Caps } from '#matching/allocation/allocation.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';

/** One meeting of a matchmaking day. */
export interface PlannedMeeting {
  readonly slot: number;
  readonly matchId: string;
  readonly demandId: string;
  readonly demandTitle: string;
  readonly achievementId: string;
  readonly achievementTitle: string;
  /** Whose team comes. */
  readonly organizationId: string;
  readonly organizationName: string;
  readonly score: number;
}

export interface MeetingPlan {
  readonly meetings: readonly PlannedMeeting[];
  /** Needs for which nobody is left, or was ever found. */
  readonly unserved: readonly string[];
}

export interface PlanRequest extends Caps {
  /** The needs that come to the day; empty: every public one that has proposals, newest first, up to the limit. */
  readonly demandIds: readonly string[];
  /** Who counts as one team: all of a unit, or those of one achievement. */
  readonly team: 'organization' | 'achievement';
}

const maxDemands = 200;
const pairsOfADemand = 20;

/** Plans who meets whom so that no team gets more than its cap: proposed, not stored. */
@Injectable()
export class MatchAllocationService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async plan(actor: Actor, request: PlanRequest): Promise<MeetingPlan> {
    const pairs = await this.unitOfWork.run(actor, (tx) =>
      tx.query<Omit<PlannedMeeting, 'slot'>>(
        `SELECT pair.id AS "matchId", d.id AS "demandId", d.title AS "demandTitle", a.id AS "achievementId",
           a.title AS "achievementTitle", o.id AS "organizationId", o.name AS "organizationName", pair.score
         FROM (SELECT id, title FROM demand
               WHERE state = 'published' AND (cardinality($1::uuid[]) = 0 OR id = ANY ($1::uuid[]))
               ORDER BY id DESC LIMIT $2) AS d
         CROSS JOIN LATERAL (
           SELECT m.id, m.achievement_id, m.score FROM match m
           WHERE m.demand_id = d.id AND m.state IN ('proposed', 'accepted')
           ORDER BY (m.state = 'accepted') DESC, m.score DESC, m.id LIMIT $3) AS pair
         JOIN achievement a ON a.id = pair.achievement_id AND a.state = 'published'
         JOIN organization o ON o.id = a.organization_id`,
        [request.demandIds, maxDemands, pairsOfADemand],
      ),
    );
    return planOf(pairs, request);
  }
}

function planOf(pairs: readonly Omit<PlannedMeeting, 'slot'>[], request: PlanRequest): MeetingPlan {
  const teamOf = (pair: Omit<PlannedMeeting, 'slot'>): string =>
    request.team === 'organization' ? pair.organizationId : pair.achievementId;
  const bestOf = new Map<string, Omit<PlannedMeeting, 'slot'>>();
  for (const pair of pairs) {
    const key = `${pair.demandId} ${teamOf(pair)}`;
    if (pair.score > (bestOf.get(key)?.score ?? 0)) bestOf.set(key, pair);
  }
  const candidates = [...bestOf.values()].map((pair) => ({
    demandId: pair.demandId,
    teamId: teamOf(pair),
    score: pair.score,
  }));
  const meetings = schedule(allocate(candidates, request)).flatMap(({ slot, demandId, teamId }) => {
    const pair = bestOf.get(`${demandId} ${teamId}`);
    return pair ? [{ slot, ...pair }] : [];
  });
  const served = new Set(meetings.map(({ demandId }) => demandId));
  const wanted = request.demandIds.length > 0 ? request.demandIds : pairs.map(({ demandId }) => demandId);
  return { meetings, unserved: [...new Set(wanted)].filter((id) => !served.has(id)) };
}
