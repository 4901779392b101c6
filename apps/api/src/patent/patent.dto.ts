import { reportedPatentEvents } from '#domain/patent/patent.js';
import { ChoiceField, DateField, FlagField, IdField, TextField } from '../http/fields.js';

export class CreatePatentDto {
  @TextField({ title: '专利号或申请号', max: 40, example: 'ZL201710601862.3' }) number!: string;
  @TextField({ title: '发明名称', min: 2, max: 200, example: '一种羔羊代乳料及其制备方法' }) title!: string;
  @ChoiceField({
    title: '法律状态（已申请、已公布、已授权）',
    values: ['applied', 'published', 'granted'],
    example: 'granted',
  })
  state!: 'applied' | 'published' | 'granted';
  @DateField({ title: '申请日', example: '2017-07-21' }) filedOn!: string;
  @TextField({ title: '公布号或公告号', max: 40, optional: true, example: 'CN107000000B' }) publicationNumber?: string;
  @DateField({ title: '授权公告日（已授权的填写，年费由此计算）', optional: true, example: '2019-05-07' })
  grantedOn?: string;
  @FlagField({ title: '保密专利', optional: true, example: false }) secret?: boolean;
  @DateField({ title: '届满日（获得期限补偿时才填）', optional: true, example: '2037-07-20' }) expiresOn?: string;
  @IdField({ title: '所保护的成果编号', optional: true }) achievementId?: string;
}

export class AmendPatentDto {
  @IdField({ title: '所保护的成果编号，null 为解除', optional: true }) achievementId?: string | null;
  @TextField({ title: '公布号或公告号，null 为清空', max: 40, optional: true, example: 'CN107000000B' })
  publicationNumber?: string | null;
  @DateField({ title: '授权公告日', optional: true, example: '2019-05-07' }) grantedOn?: string;
}

export class ReportPatentEventDto {
  @ChoiceField({
    title: '事项（公布、授权、驳回、终止、恢复、放弃、宣告无效）',
    values: reportedPatentEvents,
    example: 'grant',
  })
  event!: (typeof reportedPatentEvents)[number];
  @DateField({ title: '发生日期（不填为今天；授权填授权公告日）', optional: true, example: '2019-05-07' })
  occurredOn?: string;
  @TextField({ title: '依据（通知书或决定的名称、文号、日期）', min: 2, max: 500, example: '授权公告 2019-05-07' })
  reason!: string;
}
