import { evaluationValues, valueGrades, type EvaluationValue, type ValueGrade } from '#domain/evaluation/evaluation.js';
import { ChoiceField, DateField, IdField, IntegerField, ListField, TextField, YuanField } from '../http/fields.js';

export class RecordQualificationDto {
  @IdField({ title: '评价机构编号' }) organizationId!: string;
  @TextField({ title: '证书编号', min: 2, max: 60, example: 'PJ-2026-001' }) certificateNumber!: string;
  @TextField({ title: '发证或推荐单位', min: 2, max: 100, example: '甘肃省科学技术厅' }) issuer!: string;
  @TextField({ title: '评价领域', min: 2, max: 200, example: '农业、食品' }) fields!: string;
  @DateField({ title: '有效期起', example: '2026-01-01' }) validFrom!: string;
  @DateField({ title: '有效期止', example: '2028-12-31' }) validUntil!: string;
}

export class EvaluationReasonDto {
  @TextField({ title: '理由', min: 2, max: 1000, example: '近期任务已满，不能按期完成' }) reason!: string;
}

export class CommissionEvaluationDto {
  @IdField({ title: '成果编号' }) achievementId!: string;
  @IdField({ title: '评价机构编号' }) evaluatorOrganizationId!: string;
  @TextField({ title: '评价范围', min: 4, max: 2000, example: '代乳料配方的技术先进性、成熟度与推广价值' })
  scope!: string;
  @YuanField({ title: '评价费（元）；委托时确定，不因结论而变', example: '20000.00' }) feeYuan!: string;
  @TextField({ title: '付费方', min: 2, max: 100, example: '委托单位' }) feePayer!: string;
  @DateField({ title: '完成期限', example: '2027-01-31' }) dueOn!: string;
  @IdField({ title: '要替代的评价编号', optional: true }) supersedesId?: string;
}

export class ValueJudgementDto {
  @ChoiceField({
    title: '价值：science 科学，technology 技术，economy 经济，society 社会，culture 文化',
    values: evaluationValues,
    example: 'technology',
  })
  value!: EvaluationValue;
  @ChoiceField({
    title: '结论：outstanding 突出，good 较高，fair 一般，limited 有限，notAssessed 未评价',
    values: valueGrades,
    example: 'good',
  })
  grade!: ValueGrade;
  @TextField({ title: '依据', min: 2, max: 2000, example: '断奶成活率由 88% 提高到 96%，见报告第三章' })
  grounds!: string;
}

export class EvaluationExpertDto {
  @TextField({ title: '姓名', min: 2, max: 60, example: '示例专家' }) name!: string;
  @TextField({ title: '单位', min: 2, max: 100, example: '示例农业大学' }) unit!: string;
  @IdField({ title: '平台人员编号（有则据此查回避）', optional: true }) personId?: string;
  @TextField({ title: '与完成人同名时的说明', min: 4, max: 200, optional: true, example: '同名异人，身份证号不同' })
  namesakeNote?: string;
}

export class ConcludeEvaluationDto {
  @ListField({ title: '五个价值的结论', of: () => ValueJudgementDto, min: 1, max: 5 }) values!: ValueJudgementDto[];
  @TextField({
    title: '公开摘要（不含国家秘密与商业秘密）',
    min: 10,
    max: 2000,
    example: '该技术成熟可用，适合规模羊场推广。',
  })
  publicSummary!: string;
  @TextField({
    title: '详细结论（仅当事人与科技部门可见）',
    min: 10,
    max: 10000,
    example: '经查新、检测与现场考察，专家组认为……',
  })
  detail!: string;
  @IntegerField({ title: '评定的成熟度（1–9）', min: 1, max: 9, optional: true, example: 8 }) readinessLevel?: number;
  @TextField({ title: '所依标准或方法', min: 2, max: 200, example: 'GB/T 22900-2022 科学技术研究项目评价通则' })
  standard!: string;
  @ListField({ title: '评价专家', of: () => EvaluationExpertDto, min: 1, max: 30 }) experts!: EvaluationExpertDto[];
  @IdField({ title: '评价报告附件编号' }) reportAttachmentId!: string;
  @DateField({ title: '结论日期', example: '2026-11-20' }) concludedOn!: string;
}
