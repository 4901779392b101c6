import { ChoiceField, IdField, PatternField, TextField } from '../http/fields.js';

export class CaseTextDto {
  @TextField({ title: '标题', min: 4, max: 200, example: '一项代乳料技术让环县羔羊成活率提高八个百分点' })
  title!: string;
  @TextField({
    title: '经过',
    min: 10,
    max: 20000,
    example: '企业提出需求后两周内完成撮合，半年后签订许可合同并登记。',
  })
  story!: string;
  @TextField({ title: '成效', min: 4, max: 5000, example: '断奶成活率由 88% 提高到 96%，年增收约 60 万元。' })
  effect!: string;
}

export class DraftCaseDto extends CaseTextDto {
  @IdField({ title: '已登记的技术合同编号' }) contractId!: string;
}

export class ConsentCaseDto {
  @PatternField({
    title: '所同意文字的哈希（案例的 textHash）',
    pattern: /^[0-9a-f]{64}$/,
    shape: '64 位十六进制',
    example: 'a'.repeat(64),
  })
  textHash!: string;
}

export class CaseReasonDto {
  @TextField({ title: '理由', min: 2, max: 1000, example: '涉及未公开的客户信息' }) reason!: string;
}

export class CheckCaseDto {
  @ChoiceField({
    title: '审查结论：publish 不涉密、准予公开，return 退回修改',
    values: ['publish', 'return'],
    example: 'publish',
  })
  outcome!: 'publish' | 'return';
  @TextField({ title: '审查意见', min: 4, max: 1000, example: '未见国家秘密与商业秘密' }) note!: string;
}
