import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { MatchmakingEventService } from '#application/matchmaking-event/matchmaking-event.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { EventReasonDto, InviteFromMatchesDto, InvitePairDto, PlanEventDto } from './matchmaking-event.dto.js';
import {
  eventMeetingView,
  EventMeetingView,
  invitationRoundView,
  InvitationRoundView,
  matchmakingEventView,
  MatchmakingEventView,
} from './matchmaking-event.view.js';

const organizers = ['researchUnit', 'agencyManager', 'broker', 'countyOfficer', 'registrar'] as const;
const write = {
  access: organizers,
  scope: 'matchmakingEvent.write',
  status: 201,
  answer: MatchmakingEventView,
  idempotency: 'required',
} as const;

@ApiTags('对接会')
@Controller('v1/matchmaking-events')
export class MatchmakingEventController {
  constructor(private readonly events: MatchmakingEventService) {}

  @Post()
  @Operation({ ...write, summary: '筹办对接会（草稿）', errors: ['matchmakingEvent.timesWrong'] })
  async plan(
    @CurrentPerson() actor: PersonActor,
    @Body() { startsAt, ...body }: PlanEventDto,
  ): Promise<MatchmakingEventView> {
    return matchmakingEventView(unwrap(await this.events.plan(actor, { ...body, startsAt: new Date(startsAt) })));
  }

  @Get()
  @Operation({
    summary: '浏览对接会',
    access: 'public',
    scope: 'matchmakingEvent.read',
    answer: PageOf(MatchmakingEventView),
  })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.events.listPublic(after, limit), matchmakingEventView);
  }

  @Get('mine')
  @Operation({
    summary: '查看本单位主办的对接会',
    access: 'signedIn',
    scope: 'matchmakingEvent.read',
    answer: PageOf(MatchmakingEventView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.events.listOwn(actor, after, limit), matchmakingEventView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一场对接会',
    access: 'public',
    scope: 'matchmakingEvent.read',
    answer: MatchmakingEventView,
    errors: ['matchmakingEvent.notFound'],
  })
  async get(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<MatchmakingEventView> {
    return matchmakingEventView(unwrap(await this.events.get(actor, id)));
  }

  @Post(':id/opening')
  @Operation({
    ...write,
    summary: '发布对接会，开始邀请',
    errors: ['matchmakingEvent.notFound', 'matchmakingEvent.timesWrong', 'organization.unverified', 'state.notAllowed'],
  })
  async open(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MatchmakingEventView> {
    return matchmakingEventView(unwrap(await this.events.open(actor, id)));
  }

  @Post(':id/closing')
  @Operation({
    ...write,
    summary: '对接会举行后结束',
    errors: ['matchmakingEvent.notFound', 'matchmakingEvent.notOver', 'state.notAllowed'],
  })
  async close(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MatchmakingEventView> {
    return matchmakingEventView(unwrap(await this.events.close(actor, id)));
  }

  @Post(':id/cancellation')
  @Operation({ ...write, summary: '取消对接会', errors: ['matchmakingEvent.notFound', 'state.notAllowed'] })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EventReasonDto,
  ): Promise<MatchmakingEventView> {
    return matchmakingEventView(unwrap(await this.events.cancel(actor, id, reason)));
  }

  @Post(':id/invitations')
  @Operation({
    ...write,
    answer: InvitationRoundView,
    summary: '按撮合结果邀请：总体最合适，谁也不超过上限',
    errors: ['matchmakingEvent.notFound', 'state.notAllowed'],
  })
  async invite(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { demandIds, ...caps }: InviteFromMatchesDto,
  ): Promise<InvitationRoundView> {
    const round = await this.events.inviteFromMatches(actor, id, { ...caps, demandIds: demandIds ?? [] });
    return invitationRoundView(unwrap(round));
  }

  @Post(':id/meetings')
  @Operation({
    ...write,
    answer: EventMeetingView,
    summary: '邀请指定的一对需求与成果',
    errors: [
      'matchmakingEvent.notFound',
      'matchmakingEvent.pairUnknown',
      'matchmakingEvent.pairInvited',
      'state.notAllowed',
    ],
  })
  async invitePair(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { demandId, achievementId }: InvitePairDto,
  ): Promise<EventMeetingView> {
    return eventMeetingView(unwrap(await this.events.invitePair(actor, id, { demandId, achievementId })));
  }
}
