import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { endMeeting, type EventMeeting } from '#domain/matchmaking-event/event-meeting.js';
import {
  checkTimes,
  heldOn,
  matchmakingEventTransitions,
  type MatchmakingEvent,
  type MatchmakingEventEvent,
  type TimesRefusal,
} from '#domain/matchmaking-event/matchmaking-event.js';
import { actsFor, hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { MatchAllocationService, type PlanRequest } from '../matching/match-allocation.service.js';
import { EventMeetingService } from './event-meeting.service.js';
import { MatchmakingEventRepository } from './matchmaking-event.repository.js';

export type EventRefusal =
  | TimesRefusal
  | Refusal<
      | 'matchmakingEvent.notFound'
      | 'matchmakingEvent.notOver'
      | 'matchmakingEvent.pairUnknown'
      | 'matchmakingEvent.pairInvited'
      | 'organization.unverified'
      | 'state.notAllowed'
    >;

export type NewEvent = Pick<
  MatchmakingEvent,
  'title' | 'introduction' | 'venue' | 'countyCode' | 'startsAt' | 'slotMinutes' | 'slots' | 'rooms'
>;
type Outcome = Result<MatchmakingEvent, EventRefusal>;

/** What an invitation round did. */
export interface InvitationRound {
  readonly invited: readonly EventMeeting[];
  readonly alreadyInvited: number;
  /** Demands for which nobody was left. */
  readonly unserved: readonly string[];
}

/** Those who arrange for others choose among all proposals; an institution among its own. */
const arrangers = ['registrar', 'countyOfficer', 'agencyManager', 'broker'] as const;

/** Matchmaking events: planned, opened, filled from the matches, closed after the day. */
@Injectable()
export class MatchmakingEventService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: MatchmakingEventRepository,
    private readonly meetings: EventMeetingService,
    private readonly allocations: MatchAllocationService,
    private readonly demands: DemandService,
    private readonly achievements: AchievementService,
    private readonly organizations: OrganizationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async plan(actor: PersonActor, given: NewEvent): Promise<Outcome> {
    const now = this.clock.now();
    const sound = checkTimes(given, now);
    if (!sound.ok) return sound;
    const event: MatchmakingEvent = {
      ...given,
      id: uuid(),
      organizationId: actor.organizationId,
      state: 'draft',
      stateReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return this.unitOfWork.run(actor, async (tx) => {
      await this.events.insert(tx, event);
      await this.record(tx, 'create', null, event);
      return ok(event);
    });
  }

  /** From now on everybody sees it, and pairs may be invited. */
  async open(actor: PersonActor, id: string): Promise<Outcome> {
    return this.change(actor, id, 'open', null, async (tx, event) => {
      if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
      return checkTimes(event, this.clock.now());
    });
  }

  /** After the day: who was invited and never seated is let go; outcomes may still be told. */
  async close(actor: PersonActor, id: string): Promise<Outcome> {
    return this.change(actor, id, 'close', null, async (tx, event) => {
      if (heldOn(event) > beijingDate(this.clock.now()))
        return refuse('matchmakingEvent.notOver', { on: heldOn(event) });
      await this.letGo(tx, event, ['invited', 'waiting'], '对接会已结束');
      return ok(null);
    });
  }

  async cancel(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'cancel', reason, async (tx, event) => {
      await this.letGo(tx, event, ['invited', 'waiting', 'seated'], `对接会取消：${reason}`);
      return ok(null);
    });
  }

  /** Invites the pairs that the allocation finds best: nobody gets more than the caps. */
  async inviteFromMatches(
    actor: PersonActor,
    id: string,
    request: Omit<PlanRequest, 'team'>,
  ): Promise<Result<InvitationRound, EventRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<InvitationRound, EventRefusal>> => {
      const event = await this.openOwn(tx, actor, id);
      if (!event.ok) return event;
      const plan = hasRole(actor, ...arrangers)
        ? await this.unitOfWork.asSystem(tx, 'matchmakingEvent', (system) =>
            this.allocations.plan(system.actor, { ...request, team: 'organization' }),
          )
        : await this.allocations.plan(actor, { ...request, team: 'organization' });
      const invited: EventMeeting[] = [];
      for (const pair of plan.meetings) {
        const made = await this.meetings.invite(tx, event.value, pair);
        if (made) invited.push(made);
      }
      return ok({ invited, alreadyInvited: plan.meetings.length - invited.length, unserved: plan.unserved });
    });
  }

  /** Invites one pair by hand: a public demand and a public achievement. */
  async invitePair(
    actor: PersonActor,
    id: string,
    pair: { readonly demandId: string; readonly achievementId: string },
  ): Promise<Result<EventMeeting, EventRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EventMeeting, EventRefusal>> => {
      const event = await this.openOwn(tx, actor, id);
      if (!event.ok) return event;
      const demand = await this.demands.find(tx, pair.demandId);
      const achievement = await this.achievements.find(tx, pair.achievementId);
      if (demand?.state !== 'published' || achievement?.state !== 'published') {
        return refuse('matchmakingEvent.pairUnknown');
      }
      const made = await this.meetings.invite(tx, event.value, { ...pair, matchId: null, score: 0 });
      return made ? ok(made) : refuse('matchmakingEvent.pairInvited');
    });
  }

  /** An open or closed one for anybody; a draft for its organizer. */
  async get(actor: Actor, id: string): Promise<Outcome> {
    const open = await this.events.findPublic(id);
    if (open) return ok(open);
    if (actor.kind !== 'person') return refuse('matchmakingEvent.notFound');
    const own = await this.unitOfWork.run(actor, (tx) => this.events.find(tx, id));
    return own ? ok(own) : refuse('matchmakingEvent.notFound');
  }

  async listPublic(after: string | null, limit: number): Promise<MatchmakingEvent[]> {
    return this.events.listPublic(after, limit);
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<MatchmakingEvent[]> {
    return this.unitOfWork.run(actor, (tx) => this.events.listOwn(tx, actor.organizationId, after, limit));
  }

  private async openOwn(tx: Tx, actor: PersonActor, id: string): Promise<Outcome> {
    const event = await this.events.forUpdate(tx, id);
    if (!event || !actsFor(actor, event.organizationId)) return refuse('matchmakingEvent.notFound');
    if (event.state === 'open') return ok(event);
    return refuse('state.notAllowed', { state: event.state, event: 'invite', allowed: '无' });
  }

  private async letGo(
    tx: Tx,
    event: MatchmakingEvent,
    states: readonly EventMeeting['state'][],
    reason: string,
  ): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'matchmakingEvent', async (system) => {
      for (const meeting of await this.events.meetings(system, event.id)) {
        if (!states.includes(meeting.state)) continue;
        const ended = endMeeting(meeting, 'cancel', reason);
        if (ended.ok) await this.meetings.save(system, 'cancel', meeting, ended.value);
      }
    });
  }

  private change(
    actor: PersonActor,
    id: string,
    by: MatchmakingEventEvent,
    reason: string | null,
    decide: (tx: Tx, event: MatchmakingEvent) => Promise<Result<null, EventRefusal>>,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const before = await this.events.forUpdate(tx, id);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('matchmakingEvent.notFound');
      const next = transition(matchmakingEventTransitions, before.state, by);
      if (!next.ok) return next;
      const decided = await decide(tx, before);
      if (!decided.ok) return decided;
      const after: MatchmakingEvent = {
        ...before,
        state: next.value,
        stateReason: reason,
        version: before.version + 1,
        updatedAt: this.clock.now(),
      };
      await this.events.save(tx, after);
      await this.record(tx, by, before, after);
      return ok(after);
    });
  }

  private async record(tx: Tx, event: string, before: MatchmakingEvent | null, after: MatchmakingEvent): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'matchmakingEvent',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.stateReason !== null && { reason: after.stateReason }),
      parties: [after.organizationId],
      before,
      after,
    });
  }
}
