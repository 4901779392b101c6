import { creditEventKinds, type CreditEventKind } from '#domain/broker-credit/broker-credit.policy.js';
import { ChoiceField, DateField, IdField, TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

/** What the market's own registers tell is not recorded by hand. */
const byHand = creditEventKinds.filter((kind) => kind !== 'dealCompleted' && kind !== 'trainingConfirmed');
const sources = ['mandate', 'bypassFinding', 'deal', 'contract', 'objection', 'other'] as const;

export class RecordCreditDto {
  @IdField({ title: '经纪人编号' }) personId!: string;
  @ChoiceField({
    title:
      '事项：complaintUpheld 投诉成立，concealment 隐瞒或者虚报，bypass 参与绕开其他经纪人，conflictUndeclared 未申报利害关系，lateReport 逾期报告',
    values: byHand,
    example: 'complaintUpheld',
  })
  kind!: CreditEventKind;
  @DateField({ title: '发生日期', example: '2026-10-12' }) occurredOn!: string;
  @ChoiceField({
    title:
      '来源的种类：mandate 委托，bypassFinding 绕开中介线索，deal 洽谈，contract 合同，objection 异议，other 其他文书',
    values: sources,
    example: 'mandate',
  })
  sourceKind!: string;
  @IdField({ title: '来源的编号' }) sourceId!: string;
  @TextField({ title: '事实与理由（本人可见）', min: 4, max: 2000, example: '经查，未将对方的付款条件告知委托人。' })
  reason!: string;
}

export class CreditQuery extends PageQuery {
  @ChoiceField({ title: '只看未决的申诉', values: ['yes'], optional: true, example: 'yes' }) contested?: 'yes';
}

export class CreditReasonDto {
  @TextField({ title: '理由', min: 4, max: 2000, example: '当日已书面告知，附邮件为证。' }) reason!: string;
}

export class DecideCreditDto extends CreditReasonDto {
  @ChoiceField({
    title: '裁定：uphold 申诉成立、更正记录，dismiss 申诉不成立',
    values: ['uphold', 'dismiss'],
    example: 'uphold',
  })
  decision!: 'uphold' | 'dismiss';
}
