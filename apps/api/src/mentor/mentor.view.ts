import { ApiProperty } from '@nestjs/swagger';
import { mentorMeetingTransitions, type Mentor, type MentorMeeting, type OfficeHour } from '#domain/mentor/mentor.js';
import { statesOf } from '#domain/shared/state-machine.js';

const text = (description: string) => ApiProperty({ description, type: 'string', nullable: true });

export class MentorView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '公开的姓名' }) displayName!: string;
  @ApiProperty({ description: '介绍' }) introduction!: string;
  @ApiProperty({ description: '专长', type: [String] }) expertise!: readonly string[];
}
export class OfficeHourView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '导师编号', format: 'uuid' }) mentorId!: string;
  @ApiProperty({ description: '开始', format: 'date-time' }) startsAt!: string;
  @ApiProperty({ description: '结束', format: 'date-time' }) endsAt!: string;
  @ApiProperty({ description: '地点或方式' }) place!: string;
}
export class MentorMeetingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '辅导时间编号', format: 'uuid' }) officeHourId!: string;
  @ApiProperty({ description: '导师编号', format: 'uuid' }) mentorId!: string;
  @ApiProperty({ description: '企业编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '孵化载体编号', format: 'uuid' }) carrierOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(mentorMeetingTransitions) }) state!: string;
  @ApiProperty({ description: '议题' }) topic!: string;
  @text('预约时已知的利害关系') relation!: string | null;
  @text('记录') log!: string | null;
  @text('建议') advice!: string | null;
  @ApiProperty({ description: '企业评分', type: 'integer', nullable: true }) score!: number | null;
  @text('企业评价') feedback!: string | null;
  @text('取消理由') reason!: string | null;
}

export const mentorView = ({ id, displayName, introduction, expertise }: Mentor): MentorView => ({
  id,
  displayName,
  introduction,
  expertise,
});
export const officeHourView = ({ id, mentorId, startsAt, endsAt, place }: OfficeHour): OfficeHourView => ({
  id,
  mentorId,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  place,
});
export const mentorMeetingView = (meeting: MentorMeeting): MentorMeetingView => ({
  id: meeting.id,
  officeHourId: meeting.officeHourId,
  mentorId: meeting.mentorId,
  organizationId: meeting.organizationId,
  carrierOrganizationId: meeting.carrierOrganizationId,
  state: meeting.state,
  topic: meeting.topic,
  relation: meeting.relation,
  log: meeting.log,
  advice: meeting.advice,
  score: meeting.score,
  feedback: meeting.feedback,
  reason: meeting.reason,
});
