import { declineReasons } from '#domain/matching/match.js';
import { matchRunScopes, type MatchRunScope } from '#domain/matching/match-run.js';
import { ChoiceField, IntegerField, TextField, TextListField } from '../http/fields.js';

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

export class PlanMeetingsDto {
  @TextListField({
    title: '参加的需求，不填则取全部已发布的（最多 200 条）',
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    shape: 'UUID',
    max: 200,
    optional: true,
    example: ['0193f0a2-7c1e-7000-8000-000000000000'],
  })
  demandIds?: string[];
  @IntegerField({ title: '每条需求最多几场', min: 1, max: 20, example: 3 }) meetingsPerDemand!: number;
  @IntegerField({ title: '每个团队最多几场', min: 1, max: 20, example: 4 }) meetingsPerTeam!: number;
  @ChoiceField({
    title: '什么算一个团队：organization 一个单位，achievement 一项成果',
    values: ['organization', 'achievement'],
    optional: true,
    example: 'organization',
  })
  team?: 'organization' | 'achievement';
}
