import { ApiProperty } from '@nestjs/swagger';
import {
  eventFollowUpTransitions,
  eventMeetingTransitions,
  followUpStatuses,
  meetingOutcomes,
  type EventFollowUp,
  type EventMeeting,
} from '#domain/matchmaking-event/event-meeting.js';
import {
  heldOn,
  matchmakingEventTransitions,
  type MatchmakingEvent,
} from '#domain/matchmaking-event/matchmaking-event.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { InvitationRound } from '#application/matchmaking-event/matchmaking-event.service.js';

export class MatchmakingEventView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '主办单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(matchmakingEventTransitions) }) state!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '简介' }) introduction!: string;
  @ApiProperty({ description: '地点' }) venue!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '第一场开始时间', format: 'date-time' }) startsAt!: string;
  @ApiProperty({ description: '举行日期', format: 'date' }) heldOn!: string;
  @ApiProperty({ description: '每场时长（分钟）' }) slotMinutes!: number;
  @ApiProperty({ description: '场次数' }) slots!: number;
  @ApiProperty({ description: '洽谈间数' }) rooms!: number;
  @ApiProperty({ description: '取消的理由', type: 'string', nullable: true }) stateReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export const matchmakingEventView = (event: MatchmakingEvent): MatchmakingEventView => ({
  id: event.id,
  organizationId: event.organizationId,
  state: event.state,
  title: event.title,
  introduction: event.introduction,
  venue: event.venue,
  countyCode: event.countyCode,
  startsAt: event.startsAt.toISOString(),
  heldOn: heldOn(event),
  slotMinutes: event.slotMinutes,
  slots: event.slots,
  rooms: event.rooms,
  stateReason: event.stateReason,
  version: event.version,
});

export class MeetingSideView {
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '已接受' }) accepted!: boolean;
  @ApiProperty({ description: '参加人', type: 'string', nullable: true }) attendee!: string | null;
  @ApiProperty({ description: '签到时间', type: 'string', format: 'date-time', nullable: true }) checkedInAt!:
    string | null;
}

export class EventMeetingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '对接会编号', format: 'uuid' }) eventId!: string;
  @ApiProperty({ description: '需求编号', format: 'uuid' }) demandId!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '撮合编号', type: 'string', format: 'uuid', nullable: true }) matchId!: string | null;
  @ApiProperty({ description: '状态', enum: statesOf(eventMeetingTransitions) }) state!: string;
  @ApiProperty({ description: '撮合得分；手工邀请为 0' }) score!: number;
  @ApiProperty({ description: '需求方', type: MeetingSideView }) demandSide!: MeetingSideView;
  @ApiProperty({ description: '成果方', type: MeetingSideView }) achievementSide!: MeetingSideView;
  @ApiProperty({ description: '场次，从 1 起；未排上为 null', type: 'integer', nullable: true }) slot!: number | null;
  @ApiProperty({ description: '洽谈间，从 1 起', type: 'integer', nullable: true }) room!: number | null;
  @ApiProperty({ description: '结果', enum: meetingOutcomes, type: 'string', nullable: true }) outcome!: string | null;
  @ApiProperty({ description: '结果说明', type: 'string', nullable: true }) outcomeNote!: string | null;
  @ApiProperty({ description: '谢绝或取消的理由', type: 'string', nullable: true }) stateReason!: string | null;
}

export const eventMeetingView = (meeting: EventMeeting): EventMeetingView => ({
  id: meeting.id,
  eventId: meeting.eventId,
  demandId: meeting.demandId,
  achievementId: meeting.achievementId,
  matchId: meeting.matchId,
  state: meeting.state,
  score: meeting.score,
  demandSide: {
    organizationId: meeting.demandOrganizationId,
    accepted: meeting.answers.demand !== undefined,
    attendee: meeting.answers.demand?.attendee ?? null,
    checkedInAt: meeting.checkIns.demand ?? null,
  },
  achievementSide: {
    organizationId: meeting.achievementOrganizationId,
    accepted: meeting.answers.achievement !== undefined,
    attendee: meeting.answers.achievement?.attendee ?? null,
    checkedInAt: meeting.checkIns.achievement ?? null,
  },
  slot: meeting.seat?.slot ?? null,
  room: meeting.seat?.room ?? null,
  outcome: meeting.outcome,
  outcomeNote: meeting.outcomeNote,
  stateReason: meeting.stateReason,
});

export class InvitationRoundView {
  @ApiProperty({ description: '本次新邀请的洽谈', type: [EventMeetingView] }) invited!: EventMeetingView[];
  @ApiProperty({ description: '此前已邀请的对数' }) alreadyInvited!: number;
  @ApiProperty({ description: '没有排上的需求编号', type: 'string', isArray: true }) unserved!: string[];
}

export const invitationRoundView = (round: InvitationRound): InvitationRoundView => ({
  invited: round.invited.map(eventMeetingView),
  alreadyInvited: round.alreadyInvited,
  unserved: [...round.unserved],
});

export class EventFollowUpView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '洽谈编号', format: 'uuid' }) eventMeetingId!: string;
  @ApiProperty({ description: '对接会编号', format: 'uuid' }) matchmakingEventId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(eventFollowUpTransitions) }) state!: string;
  @ApiProperty({ description: '会后天数', example: 30 }) days!: number;
  @ApiProperty({ description: '回访日期', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '进展', enum: followUpStatuses, type: 'string', nullable: true }) status!: string | null;
  @ApiProperty({ description: '说明', type: 'string', nullable: true }) note!: string | null;
  @ApiProperty({ description: '洽谈程序编号', type: 'string', format: 'uuid', nullable: true }) dealId!: string | null;
  @ApiProperty({ description: '技术合同编号', type: 'string', format: 'uuid', nullable: true }) contractId!:
    string | null;
}

export const eventFollowUpView = (followUp: EventFollowUp): EventFollowUpView => ({
  id: followUp.id,
  eventMeetingId: followUp.meetingId,
  matchmakingEventId: followUp.eventId,
  state: followUp.state,
  days: followUp.days,
  dueOn: followUp.dueOn,
  status: followUp.answer?.status ?? null,
  note: followUp.answer?.note ?? null,
  dealId: followUp.answer?.dealId ?? null,
  contractId: followUp.answer?.contractId ?? null,
});
