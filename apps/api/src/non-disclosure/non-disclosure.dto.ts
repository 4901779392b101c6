import { protectedKinds, type ProtectedKind } from '#domain/non-disclosure/non-disclosure.js';
import {
  nonDisclosureRefusalReasons,
  type NonDisclosureRefusalReason,
} from '#domain/non-disclosure/refusal-reasons.policy.js';
import { ChoiceField, IdField, IntegerField, PatternField, TextField } from '../http/fields.js';

const example = 'a3f1c2d4e5b60718293a4b5c6d7e8f90a3f1c2d4e5b60718293a4b5c6d7e8f90';
const hash = { pattern: /^[0-9a-f]{64}$/, shape: '64 位小写十六进制（SHA-256）', example };

export class RequestNonDisclosureDto {
  @ChoiceField({ title: '标的种类', values: protectedKinds, example: 'achievement' }) subjectKind!: ProtectedKind;
  @IdField({ title: '标的编号' }) subjectId!: string;
  @PatternField({ title: '所读协议全文的摘要', ...hash }) textHash!: string;
  @TextField({ title: '查看用途', min: 2, max: 1000, example: '评估能否用于本场羔羊断奶，拟引进后自用。' })
  purpose!: string;
  @IdField({ title: '受邀单位编号（由披露方发起时填写）', optional: true }) recipientOrganizationId?: string;
}

export class AcceptNonDisclosureDto {
  @PatternField({ title: '所读协议全文的摘要', ...hash }) textHash!: string;
}

export class RefuseNonDisclosureDto {
  @ChoiceField({ title: '拒绝原因', values: nonDisclosureRefusalReasons, example: 'purposeUnclear' })
  reasonCode!: NonDisclosureRefusalReason;
  @TextField({ title: '说明', min: 2, max: 500, example: '请写明由哪个部门查看、用于何种产品。' }) reason!: string;
}

export class EndNonDisclosureDto {
  @TextField({ title: '原因', min: 2, max: 500, example: '洽谈已经结束' }) reason!: string;
}

export class NonDisclosureTextDto {
  @TextField({ title: '协议名称', min: 2, max: 200, example: '示例农科院技术资料保密协议' }) title!: string;
  @TextField({
    title: '协议全文',
    min: 20,
    max: 20_000,
    example: '一、接收方对所查看的技术资料保密，只用于评估和洽谈，不自行实施，不向第三人披露。',
  })
  body!: string;
  @IntegerField({ title: '保密期限（月）', min: 1, max: 600, example: 36 }) confidentialMonths!: number;
}
