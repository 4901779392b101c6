import { ChoiceField, FlagField, InstantField, IntegerField, TextField, TextListField } from '../http/fields.js';

export class ConsentMentorDto {
  @TextField({ title: '公开的姓名', min: 1, max: 60, example: '示例导师' }) displayName!: string;
  @TextField({ title: '介绍', min: 2, max: 2000, example: '从事饲草加工二十年。' }) introduction!: string;
  @TextListField({
    title: '专长',
    pattern: /^\S{1,30}$/,
    shape: '1 至 30 个字',
    min: 1,
    max: 20,
    example: ['饲草加工'],
  })
  expertise!: string[];
  @ChoiceField({ title: '同意公开以上内容并接受在孵企业预约', values: ['agreed'], example: 'agreed' })
  consent!: 'agreed';
}
export class OfferHourDto {
  @InstantField({ title: '开始', example: '2026-11-25T09:00:00+08:00' }) startsAt!: string;
  @InstantField({ title: '结束', example: '2026-11-25T10:00:00+08:00' }) endsAt!: string;
  @TextField({ title: '地点或方式', min: 2, max: 200, example: '线上会议' }) place!: string;
}
export class BookMentorDto {
  @TextField({ title: '议题', min: 2, max: 500, example: '代乳料中试放大的成本控制。' }) topic!: string;
  @FlagField({ title: '已知悉与导师的利害关系（不填为否）', optional: true, example: false })
  relationAcknowledged?: boolean;
}
export class LogMeetingDto {
  @ChoiceField({ title: '结果（已进行、未到场）', values: ['hold', 'miss'], example: 'hold' }) outcome!:
    'hold' | 'miss';
  @TextField({ title: '记录', min: 2, max: 5000, example: '讨论了原料替代与能耗。' }) log!: string;
  @TextField({ title: '建议', min: 2, max: 5000, optional: true, example: '先做 50 公斤批次试验。' }) advice?: string;
}
export class MeetingFeedbackDto {
  @IntegerField({ title: '评分（1–5）', min: 1, max: 5, example: 5 }) score!: number;
  @TextField({ title: '评价', min: 2, max: 1000, example: '建议具体可行。' }) feedback!: string;
}
export class MeetingReasonDto {
  @TextField({ title: '理由', min: 2, max: 500, example: '临时出差。' }) reason!: string;
}
