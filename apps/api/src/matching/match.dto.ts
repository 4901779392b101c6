import { declineReasons } from '#domain/matching/match.js';
import { ChoiceField, TextField } from '../http/fields.js';

export class DeclineMatchDto {
  @ChoiceField({
    title:
      '原因：wrongField 领域不符、immature 成熟度不够、tooDear 价格过高、ipUnclear 知识产权不清、tooFar 距离太远、alreadyHave 已有类似技术、descriptionUnclear 描述不清、other 其他',
    values: declineReasons,
    example: 'immature',
  })
  reason!: (typeof declineReasons)[number];
  @TextField({ title: '补充说明，原因为 other 时必填', max: 500, optional: true, example: '目前只做过小试' })
  text?: string;
}
