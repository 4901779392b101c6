import {
  followUpStatuses,
  meetingOutcomes,
  type FollowUpStatus,
  type MeetingOutcome,
} from '#domain/matchmaking-event/event-meeting.js';
import {
  ChoiceField,
  IdField,
  InstantField,
  IntegerField,
  PatternField,
  TextField,
  TextListField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export class PlanEventDto {
  @TextField({ title: '名称', min: 2, max: 200, example: '环县肉羊产业院企对接会' }) title!: string;
  @TextField({ title: '简介', min: 4, max: 5000, example: '围绕肉羊养殖的技术难题，邀请高校院所与企业一对一洽谈。' })
  introduction!: string;
  @TextField({ title: '地点', min: 2, max: 200, example: '庆阳科技大市场一楼展示大厅' }) venue!: string;
  @PatternField({ title: '县区代码', pattern: /^\d{6}$/, shape: '六位行政区划代码', example: '621002' })
  countyCode!: string;
  @InstantField({ title: '第一场开始时间', example: '2099-12-15T09:00:00+08:00' }) startsAt!: string;
  @IntegerField({ title: '每场时长（分钟，5 的倍数）', min: 5, max: 240, example: 30 }) slotMinutes!: number;
  @IntegerField({ title: '场次数', min: 1, max: 100, example: 8 }) slots!: number;
  @IntegerField({ title: '洽谈间数', min: 1, max: 100, example: 6 }) rooms!: number;
}

export class EventReasonDto {
  @TextField({ title: '理由', min: 2, max: 1000, example: '当天另有会议' }) reason!: string;
}

export class InviteFromMatchesDto {
  @TextListField({
    title: '参加的需求编号；不填为全部有撮合的公开需求',
    pattern: uuidPattern,
    shape: 'UUID',
    max: 200,
    optional: true,
    example: ['0193f0a2-7c1e-7000-8000-000000000000'],
  })
  demandIds?: string[];
  @IntegerField({ title: '每条需求最多几场', min: 1, max: 20, example: 3 }) meetingsPerDemand!: number;
  @IntegerField({ title: '每个单位最多几场', min: 1, max: 20, example: 4 }) meetingsPerTeam!: number;
}

export class InvitePairDto {
  @IdField({ title: '需求编号' }) demandId!: string;
  @IdField({ title: '成果编号' }) achievementId!: string;
}

export class AcceptMeetingDto {
  @TextField({ title: '参加人', min: 2, max: 100, example: '示例人员' }) attendee!: string;
}

export class ConcludeMeetingDto {
  @ChoiceField({
    title: '结果：cooperate 达成合作意向，followUp 继续洽谈，noFit 不合适，noShow 未到场',
    values: meetingOutcomes,
    example: 'cooperate',
  })
  outcome!: MeetingOutcome;
  @TextField({ title: '说明', min: 2, max: 2000, example: '约定下月到场试喂 100 只' }) note!: string;
}

export class FollowUpQuery extends PageQuery {
  @IdField({ title: '对接会编号', optional: true }) eventId?: string;
}

export class CalendarQuery {
  @IdField({ title: '对接会编号；不填为全部', optional: true }) eventId?: string;
}

export class AnswerFollowUpDto {
  @ChoiceField({
    title: '进展：talking 继续洽谈，dealOpened 已进入洽谈程序，contracted 已签合同，ended 已终止',
    values: followUpStatuses,
    example: 'talking',
  })
  status!: FollowUpStatus;
  @TextField({ title: '说明', min: 2, max: 2000, example: '试喂效果好，正在商定许可条件' }) note!: string;
  @IdField({ title: '洽谈编号', optional: true }) dealId?: string;
  @IdField({ title: '技术合同编号', optional: true }) contractId?: string;
}
