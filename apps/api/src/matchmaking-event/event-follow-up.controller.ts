import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { EventFollowUpService } from '#application/matchmaking-event/event-follow-up.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AnswerFollowUpDto, FollowUpQuery } from './matchmaking-event.dto.js';
import { eventFollowUpView, EventFollowUpView } from './matchmaking-event.view.js';

@ApiTags('对接会')
@Controller('v1/event-follow-ups')
export class EventFollowUpController {
  constructor(private readonly followUps: EventFollowUpService) {}

  @Get()
  @Operation({
    summary: '查看对接会后的跟踪回访',
    access: 'signedIn',
    scope: 'matchmakingEvent.read',
    answer: PageOf(EventFollowUpView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { eventId, ...page }: FollowUpQuery) {
    return pageOf(page, (after, limit) => this.followUps.list(actor, eventId ?? null, after, limit), eventFollowUpView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一次回访',
    access: 'signedIn',
    scope: 'matchmakingEvent.read',
    answer: EventFollowUpView,
    errors: ['eventFollowUp.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EventFollowUpView> {
    return eventFollowUpView(unwrap(await this.followUps.get(actor, id)));
  }

  @Post(':id/answer')
  @Operation({
    summary: '答复回访：进展如何，关联洽谈或合同',
    access: ['enterprise', 'researchUnit'],
    scope: 'matchmakingEvent.write',
    status: 201,
    answer: EventFollowUpView,
    errors: ['eventFollowUp.notFound', 'eventFollowUp.linkMissing', 'eventFollowUp.linkUnfit', 'state.notAllowed'],
    idempotency: 'required',
  })
  async answer(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { dealId, contractId, ...body }: AnswerFollowUpDto,
  ): Promise<EventFollowUpView> {
    const given = { ...body, dealId: dealId ?? null, contractId: contractId ?? null };
    return eventFollowUpView(unwrap(await this.followUps.answer(actor, id, given)));
  }
}
