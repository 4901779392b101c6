import {
  leaders,
  maxInventors,
  shareAgreementTransitions,
  shareBases,
  type Leader,
  type ShareBasis,
} from '#domain/share-agreement/share-agreement.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { ChoiceField, IdField, IntegerField, ListField, PatternField, TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class ProposedInventorDto {
  @TextField({ title: '完成人姓名', max: 50, example: '示例完成人甲' }) name!: string;
  @IdField({ title: '完成人的账号（没有账号的留空，以纸面签署）', optional: true }) personId?: string;
  @ChoiceField({ title: '是否领导人员（无、正职、其他领导）', values: leaders, optional: true, example: 'none' })
  leader?: Leader;
  @TextField({ title: '实际贡献（领导人员必填）', max: 500, optional: true, example: '提出总体方案并主持中试' })
  contribution?: string;
  @IntegerField({ title: '份额（万分之一）；声明均分时不填', min: 1, max: 10_000, optional: true, example: 10_000 })
  shareBasisPoints?: number;
}

export class ProposeSharesDto {
  @ChoiceField({ title: '依据：agreed 按约定，equalDefault 各方声明均分', values: shareBases, example: 'agreed' })
  basis!: ShareBasis;
  @TextField({
    title: '说明（份额如何商定、为何发起本轮）',
    min: 5,
    max: 1000,
    example: '按各人在配方与中试中的贡献商定。',
  })
  statement!: string;
  @ListField({ title: '完成人', of: () => ProposedInventorDto, min: 1, max: maxInventors })
  inventors!: ProposedInventorDto[];
}

export class ConfirmSharesDto {
  @ChoiceField({ title: '答复：agreed 同意，declined 不同意', values: ['agreed', 'declined'], example: 'agreed' })
  answer!: 'agreed' | 'declined';
  @PatternField({
    title: '所签内容的散列（约定的 contentHash）',
    pattern: /^[0-9a-f]{64}$/,
    shape: '64 位十六进制',
    example: 'a'.repeat(64),
  })
  contentHash!: string;
  @TextField({ title: '理由（不同意时必填）', max: 500, optional: true, example: '本人完成的部分未计入。' })
  reason?: string;
}

export class PaperConfirmationDto {
  @TextField({ title: '签名的完成人姓名', max: 50, example: '示例完成人甲' }) name!: string;
  @IdField({ title: '签名件（本成果的附件，材料种类 paperConsent）' }) attachmentId!: string;
}

export class ShareAgreementQuery extends PageQuery {
  @ChoiceField({ title: '状态', values: statesOf(shareAgreementTransitions), optional: true, example: 'collecting' })
  state?: string;
}
