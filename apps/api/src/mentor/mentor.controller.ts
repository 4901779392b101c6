import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { MentorService } from '#application/mentor/mentor.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  BookMentorDto,
  ConsentMentorDto,
  LogMeetingDto,
  MeetingFeedbackDto,
  MeetingReasonDto,
  OfferHourDto,
} from './mentor.dto.js';
import {
  MentorMeetingView,
  mentorMeetingView,
  MentorView,
  mentorView,
  OfficeHourView,
  officeHourView,
} from './mentor.view.js';

const step = { scope: 'mentor.write', status: 201, idempotency: 'required' } as const;
const read = { scope: 'mentor.read', access: 'signedIn' } as const;

@ApiTags('导师')
@Controller('v1')
export class MentorController {
  constructor(private readonly mentors: MentorService) {}

  @Post('mentors')
  @Operation({ ...step, summary: '同意担任导师', access: 'signedIn', answer: MentorView, errors: ['mentor.already'] })
  async consent(
    @CurrentPerson() actor: PersonActor,
    @Body() { displayName, introduction, expertise }: ConsentMentorDto,
  ): Promise<MentorView> {
    return mentorView(unwrap(await this.mentors.consent(actor, { displayName, introduction, expertise })));
  }

  @Get('mentors')
  @Operation({ summary: '浏览导师', access: 'public', scope: 'mentor.read', answer: PageOf(MentorView) })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.mentors.list(actor, after, limit), mentorView);
  }

  @Post('mentors/withdrawal')
  @Operation({
    ...step,
    summary: '撤回担任导师的同意，公开内容随即清除',
    access: 'signedIn',
    answer: MentorView,
    errors: ['mentor.notFound'],
  })
  async withdraw(@CurrentPerson() actor: PersonActor): Promise<MentorView> {
    return mentorView(unwrap(await this.mentors.withdraw(actor)));
  }

  @Get('mentors/:id')
  @Operation({
    summary: '查看一位导师',
    access: 'public',
    scope: 'mentor.read',
    answer: MentorView,
    errors: ['mentor.notFound'],
  })
  async get(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<MentorView> {
    return mentorView(unwrap(await this.mentors.get(actor, id)));
  }

  @Get('mentors/:id/office-hours')
  @Operation({ ...read, summary: '查看导师可预约的时间', answer: PageOf(OfficeHourView) })
  async hours(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.mentors.freeHours(actor, id, after, limit), officeHourView);
  }

  @Post('office-hours')
  @Operation({
    ...step,
    summary: '导师开放辅导时间',
    access: 'signedIn',
    answer: OfficeHourView,
    errors: ['mentor.notFound', 'mentor.hours', 'mentor.overlap'],
  })
  async offer(
    @CurrentPerson() actor: PersonActor,
    @Body() { startsAt, endsAt, place }: OfferHourDto,
  ): Promise<OfficeHourView> {
    return officeHourView(unwrap(await this.mentors.offer(actor, new Date(startsAt), new Date(endsAt), place)));
  }

  @Post('office-hours/:id/meeting')
  @Operation({
    ...step,
    summary: '在孵企业预约导师',
    access: ['enterprise'],
    answer: MentorMeetingView,
    errors: ['mentor.hourNotFound', 'mentor.hourTaken', 'mentor.tenantsOnly', 'mentor.related'],
  })
  async book(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { topic, relationAcknowledged }: BookMentorDto,
  ): Promise<MentorMeetingView> {
    return mentorMeetingView(unwrap(await this.mentors.book(actor, id, topic, relationAcknowledged ?? false)));
  }

  @Get('mentor-meetings')
  @Operation({ ...read, summary: '查看与本人或本单位有关的辅导', answer: PageOf(MentorMeetingView) })
  async meetings(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.mentors.listMeetings(actor, after, limit), mentorMeetingView);
  }

  @Get('mentor-meetings/:id')
  @Operation({ ...read, summary: '查看一次辅导', answer: MentorMeetingView, errors: ['mentorMeeting.notFound'] })
  async meeting(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MentorMeetingView> {
    return mentorMeetingView(unwrap(await this.mentors.getMeeting(actor, id)));
  }

  @Post('mentor-meetings/:id/log')
  @Operation({
    ...step,
    summary: '导师登记辅导记录',
    access: 'signedIn',
    answer: MentorMeetingView,
    errors: ['mentorMeeting.notFound', 'mentorMeeting.notBegun', 'state.notAllowed'],
  })
  async log(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, log, advice }: LogMeetingDto,
  ): Promise<MentorMeetingView> {
    return mentorMeetingView(unwrap(await this.mentors.log(actor, id, outcome, log, advice ?? null)));
  }

  @Post('mentor-meetings/:id/feedback')
  @Operation({
    ...step,
    summary: '企业评价辅导',
    access: ['enterprise'],
    answer: MentorMeetingView,
    errors: ['mentorMeeting.notFound', 'mentorMeeting.notHeld'],
  })
  async feedback(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { score, feedback }: MeetingFeedbackDto,
  ): Promise<MentorMeetingView> {
    return mentorMeetingView(unwrap(await this.mentors.giveFeedback(actor, id, score, feedback)));
  }

  @Post('mentor-meetings/:id/cancellation')
  @Operation({
    ...step,
    summary: '取消辅导',
    access: 'signedIn',
    answer: MentorMeetingView,
    errors: ['mentorMeeting.notFound', 'state.notAllowed'],
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: MeetingReasonDto,
  ): Promise<MentorMeetingView> {
    return mentorMeetingView(unwrap(await this.mentors.cancel(actor, id, reason)));
  }
}
