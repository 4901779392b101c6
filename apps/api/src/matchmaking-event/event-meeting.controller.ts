import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { EventMeetingService } from '#application/matchmaking-event/event-meeting.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AcceptMeetingDto, CalendarQuery, ConcludeMeetingDto, EventReasonDto } from './matchmaking-event.dto.js';
import { eventMeetingView, EventMeetingView } from './matchmaking-event.view.js';

const parties = ['enterprise', 'researchUnit'] as const;
const eitherPart = ['enterprise', 'researchUnit', 'agencyManager', 'broker', 'countyOfficer', 'registrar'] as const;
const write = {
  scope: 'matchmakingEvent.write',
  status: 201,
  answer: EventMeetingView,
  idempotency: 'required',
} as const;
const calendarType = 'text/calendar; charset=utf-8';

@ApiTags('对接会')
@Controller('v1')
export class EventMeetingController {
  constructor(private readonly meetings: EventMeetingService) {}

  @Get('matchmaking-events/:id/meetings')
  @Operation({
    summary: '查看一场对接会的洽谈（主办方与科技部门看全部，当事方看自己的）',
    access: 'signedIn',
    scope: 'matchmakingEvent.read',
    answer: PageOf(EventMeetingView),
    errors: ['matchmakingEvent.notFound'],
  })
  async ofEvent(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.meetings.ofEvent(actor, id, after, limit)),
      eventMeetingView,
    );
  }

  @Get('event-meetings')
  @Operation({
    summary: '查看本单位受邀的洽谈',
    access: 'signedIn',
    scope: 'matchmakingEvent.read',
    answer: PageOf(EventMeetingView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.meetings.listOwn(actor, after, limit), eventMeetingView);
  }

  @Get('event-calendar')
  @Operation({
    summary: '下载本单位洽谈安排的日历文件（iCalendar）',
    access: 'signedIn',
    scope: 'matchmakingEvent.read',
  })
  @ApiProduces('text/calendar')
  @Header('content-type', calendarType)
  @Header('content-disposition', 'attachment; filename="meetings.ics"')
  async calendar(@CurrentPerson() actor: PersonActor, @Query() { eventId }: CalendarQuery): Promise<string> {
    return this.meetings.calendar(actor, eventId ?? null);
  }

  @Get('event-meetings/:id')
  @Operation({
    summary: '查看一场洽谈',
    access: 'signedIn',
    scope: 'matchmakingEvent.read',
    answer: EventMeetingView,
    errors: ['eventMeeting.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EventMeetingView> {
    return eventMeetingView(unwrap(await this.meetings.get(actor, id)));
  }

  @Post('event-meetings/:id/acceptance')
  @Operation({
    ...write,
    summary: '接受洽谈并写明参加人；双方都接受后自动排定场次',
    access: parties,
    errors: ['eventMeeting.notFound', 'eventMeeting.answeredAlready', 'state.notAllowed'],
  })
  async accept(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { attendee }: AcceptMeetingDto,
  ): Promise<EventMeetingView> {
    return eventMeetingView(unwrap(await this.meetings.answer(actor, id, { attendee })));
  }

  @Post('event-meetings/:id/declination')
  @Operation({
    ...write,
    summary: '谢绝洽谈',
    access: parties,
    errors: ['eventMeeting.notFound', 'eventMeeting.answeredAlready', 'state.notAllowed'],
  })
  async decline(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EventReasonDto,
  ): Promise<EventMeetingView> {
    return eventMeetingView(unwrap(await this.meetings.answer(actor, id, { reason })));
  }

  @Post('event-meetings/:id/cancellation')
  @Operation({
    ...write,
    summary: '取消洽谈；空出的场次给等候的人',
    access: eitherPart,
    errors: ['eventMeeting.notFound', 'state.notAllowed'],
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EventReasonDto,
  ): Promise<EventMeetingView> {
    return eventMeetingView(unwrap(await this.meetings.cancel(actor, id, reason)));
  }

  @Post('event-meetings/:id/check-in')
  @Operation({
    ...write,
    summary: '对接会当天签到',
    access: parties,
    errors: ['eventMeeting.notFound', 'eventMeeting.notToday', 'eventMeeting.checkedInAlready', 'state.notAllowed'],
  })
  async checkIn(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EventMeetingView> {
    return eventMeetingView(unwrap(await this.meetings.checkIn(actor, id)));
  }

  @Post('event-meetings/:id/outcome')
  @Operation({
    ...write,
    summary: '记录洽谈结果；有意向的在 30、90、180 天后回访',
    access: eitherPart,
    errors: ['eventMeeting.notFound', 'eventMeeting.notToday', 'state.notAllowed'],
  })
  async conclude(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, note }: ConcludeMeetingDto,
  ): Promise<EventMeetingView> {
    return eventMeetingView(unwrap(await this.meetings.conclude(actor, id, outcome, note)));
  }
}
