import { ApiProperty } from '@nestjs/swagger';
import { declineReasons } from '#domain/matching/match.js';
import type { MatchFeedback } from '#domain/matching/match-feedback.js';
import type { FieldFeedback } from '#application/matching/match-feedback.service.js';
import type { MeetingPlan } from '#application/matching/match-allocation.service.js';

export class DeclineReasonCountView {
  @ApiProperty({ description: '婉拒原因', enum: declineReasons }) reason!: string;
  @ApiProperty({ description: '次数；太少时为 null，以免认出是谁', type: 'integer', nullable: true }) count!:
    number | null;
  @ApiProperty({ description: '给发布者的建议', type: 'string', nullable: true }) advice!: string | null;
}

export class MatchFeedbackView {
  @ApiProperty({ description: '待答复', example: 4 }) proposed!: number;
  @ApiProperty({ description: '已接受', example: 1 }) accepted!: number;
  @ApiProperty({ description: '已引荐', example: 1 }) introduced!: number;
  @ApiProperty({ description: '已签约', example: 0 }) contracted!: number;
  @ApiProperty({ description: '已婉拒', example: 5 }) declined!: number;
  @ApiProperty({ description: '婉拒原因', type: [DeclineReasonCountView] }) reasons!: DeclineReasonCountView[];
}

export class FieldFeedbackView extends MatchFeedbackView {
  @ApiProperty({ description: '技术领域', type: 'string', nullable: true }) field!: string | null;
}

export class FieldFeedbackListView {
  @ApiProperty({ description: '各技术领域', type: [FieldFeedbackView] }) items!: FieldFeedbackView[];
}

export const matchFeedbackView = (feedback: MatchFeedback): MatchFeedbackView => ({
  proposed: feedback.proposed,
  accepted: feedback.accepted,
  introduced: feedback.introduced,
  contracted: feedback.contracted,
  declined: feedback.declined,
  reasons: feedback.reasons.map(({ reason, count, advice }) => ({ reason, count, advice })),
});

export const fieldFeedbackListView = (fields: readonly FieldFeedback[]): FieldFeedbackListView => ({
  items: fields.map(({ field, ...feedback }) => ({ field, ...matchFeedbackView(feedback) })),
});

export class MeetingView {
  @ApiProperty({ description: '场次，从 1 起；同一场次谁也不会有两场', example: 1 }) slot!: number;
  @ApiProperty({ description: '撮合编号', format: 'uuid' }) matchId!: string;
  @ApiProperty({ description: '需求编号', format: 'uuid' }) demandId!: string;
  @ApiProperty({ description: '需求名称' }) demandTitle!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '成果名称' }) achievementTitle!: string;
  @ApiProperty({ description: '成果单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '成果单位名称' }) organizationName!: string;
  @ApiProperty({ description: '撮合得分', example: 52 }) score!: number;
}

export class MeetingPlanView {
  @ApiProperty({ description: '洽谈安排，按场次', type: [MeetingView] }) meetings!: MeetingView[];
  @ApiProperty({ description: '没有排上的需求', type: 'string', isArray: true }) unserved!: string[];
}

export const meetingPlanView = ({ meetings, unserved }: MeetingPlan): MeetingPlanView => ({
  meetings: meetings.map((meeting) => ({
    slot: meeting.slot,
    matchId: meeting.matchId,
    demandId: meeting.demandId,
    demandTitle: meeting.demandTitle,
    achievementId: meeting.achievementId,
    achievementTitle: meeting.achievementTitle,
    organizationId: meeting.organizationId,
    organizationName: meeting.organizationName,
    score: meeting.score,
  })),
  unserved: [...unserved],
});
