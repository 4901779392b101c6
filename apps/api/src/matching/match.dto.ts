import { declineReasons } from '#domain/matching/match.js';
import { matchRunScopes, type MatchRunScope } from '#domain/matching/match-run.js';
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

export class RequestMatchRunDto {
  @ChoiceField({
    title: '范围：full 全部需求，incremental 只处理有变化的',
    values: matchRunScopes,
    example: 'incremental',
  })
  scope!: MatchRunScope;
}

export class SwitchMatchModelDto {
  @TextField({ title: '切换的原因，记入审计', min: 2, max: 300, example: '新版本上线后企业反映排序变差' })
  reason!: string;
}
