import { IdField, TextField } from '../http/fields.js';

export class IntroduceDto {
  @IdField({ title: '撮合编号' }) matchId!: string;
  @TextField({
    title: '引荐说明',
    min: 2,
    max: 1000,
    example: '贵方的羔羊断奶难题与该成果的代乳料方案相符，建议双方洽谈。',
  })
  message!: string;
}

export class AcceptIntroductionDto {
  @TextField({ title: '联系方式（双方都接受后才向对方公开）', min: 2, max: 200, example: '李老师 0934-8600000' })
  contact!: string;
}

export class DeclineIntroductionDto {
  @TextField({ title: '谢绝原因', min: 2, max: 500, example: '已有类似技术' }) reason!: string;
}
