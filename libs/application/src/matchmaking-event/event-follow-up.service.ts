import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  eventFollowUpTransitions,
  sidesOf,
  type EventFollowUp,
  type FollowUpAnswer,
} from '#domain/matchmaking-event/event-meeting.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ContractService } from '../contract/contract.service.js';
import { DealService } from '../deal/deal.service.js';
import { MatchmakingEventRepository } from './matchmaking-event.repository.js';

export type FollowUpRefusal = Refusal<
  'eventFollowUp.notFound' | 'eventFollowUp.linkUnfit' | 'eventFollowUp.linkMissing' | 'state.notAllowed'
>;
type Outcome = Result<EventFollowUp, FollowUpRefusal>;

const batchSize = 200;

/** Questions 30, 90 and 180 days after a meeting, asked by the clock and answered by a party, with the deal or contract that came of it. */
@Injectable()
export class EventFollowUpService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: MatchmakingEventRepository,
    private readonly deals: DealService,
    private readonly contracts: ContractService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async askDue(actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      for (const before of await this.events.dueFollowUps(tx, beijingDate(this.clock.now()), batchSize)) {
        const next = transition(eventFollowUpTransitions, before.state, 'ask');
        if (next.ok) await this.save(tx, 'ask', before, { ...before, state: next.value });
      }
    });
  }

  async answer(actor: PersonActor, id: string, given: Omit<FollowUpAnswer, 'byOrganizationId'>): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const seen = await this.events.findFollowUp(tx, id);
      if (!seen || sidesOf(seen, actor.organizationId).length === 0) return refuse('eventFollowUp.notFound');
      const linked = await this.linked(tx, actor, seen, given);
      if (!linked.ok) return linked;
      return this.unitOfWork.asSystem(tx, 'eventFollowUp', async (system): Promise<Outcome> => {
        const before = await this.events.followUpForUpdate(system, id);
        if (!before) return refuse('eventFollowUp.notFound');
        const next = transition(eventFollowUpTransitions, before.state, 'answer');
        if (!next.ok) return next;
        const answer = { ...given, byOrganizationId: actor.organizationId };
        return ok(await this.save(system, 'answer', before, { ...before, state: next.value, answer }));
      });
    });
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    const found = await this.unitOfWork.run(actor, (tx) => this.events.findFollowUp(tx, id));
    return found ? ok(found) : refuse('eventFollowUp.notFound');
  }

  /** Those of the organization's meetings, of the events it organizes, or all for the bureau. */
  async list(
    actor: PersonActor,
    eventId: string | null,
    after: string | null,
    limit: number,
  ): Promise<EventFollowUp[]> {
    return this.unitOfWork.run(actor, (tx) => this.events.followUps(tx, eventId, after, limit));
  }

  /** A deal or contract that is told of is one between the two parties; a contract that is claimed is named. */
  private async linked(
    tx: Tx,
    actor: PersonActor,
    { demandOrganizationId, achievementOrganizationId }: EventFollowUp,
    { status, dealId, contractId }: Omit<FollowUpAnswer, 'byOrganizationId'>,
  ): Promise<Result<null, FollowUpRefusal>> {
    const both = [demandOrganizationId, achievementOrganizationId];
    if (status === 'contracted' && contractId === null) return refuse('eventFollowUp.linkMissing', {}, '/contractId');
    if (status === 'dealOpened' && dealId === null) return refuse('eventFollowUp.linkMissing', {}, '/dealId');
    if (dealId !== null) {
      const deal = await this.deals.get(actor, dealId);
      const sides = deal.ok ? [deal.value.sellerOrganizationId, deal.value.buyerOrganizationId] : [];
      if (!both.every((id) => sides.includes(id))) return refuse('eventFollowUp.linkUnfit', {}, '/dealId');
    }
    if (contractId !== null) {
      const contract = await this.contracts.forRegistration(tx, contractId);
      const parties = contract?.parties.map(({ organizationId }) => organizationId) ?? [];
      if (!both.every((id) => parties.includes(id))) return refuse('eventFollowUp.linkUnfit', {}, '/contractId');
    }
    return ok(null);
  }

  private async save(tx: Tx, event: string, before: EventFollowUp, after: EventFollowUp): Promise<EventFollowUp> {
    await this.events.saveFollowUp(tx, after, this.clock.now());
    await this.journal.record(tx, {
      subjectKind: 'eventFollowUp',
      subjectId: after.id,
      event,
      from: before.state,
      to: after.state,
      parties: [after.demandOrganizationId, after.achievementOrganizationId],
      before,
      after,
    });
    return after;
  }
}
