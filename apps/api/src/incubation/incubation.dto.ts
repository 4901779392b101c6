import { milestoneKinds } from '#domain/incubation/tenancy.js';
import { ChoiceField, DateField, IdField, TextField } from '../http/fields.js';

export class ApplyTenancyDto {
  @IdField({ title: '孵化载体（单位）编号' }) incubatorOrganizationId!: string;
  @TextField({ title: '入驻计划', min: 10, max: 2000, example: '开发苹果采后分级设备，三年内形成两个产品型号。' })
  plan!: string;
}

export class DecideTenancyDto {
  @ChoiceField({
    title: '事项（入驻、不予入驻、毕业、退出、撤销申请）',
    values: ['admit', 'refuse', 'graduate', 'leave', 'cancel'],
    example: 'admit',
  })
  decision!: 'admit' | 'refuse' | 'graduate' | 'leave' | 'cancel';
  @DateField({ title: '约定的孵化截止日（入驻时必填）', optional: true, example: '2029-12-31' }) plannedUntil?: string;
  @TextField({ title: '理由', min: 2, max: 1000, example: '符合入驻条件。' }) reason!: string;
}

export class CreateMilestoneDto {
  @ChoiceField({
    title: '里程碑种类（产品、融资、收入、知识产权、就业、资质、其他）',
    values: milestoneKinds,
    example: 'product',
  })
  kind!: (typeof milestoneKinds)[number];
  @TextField({ title: '说明与证明材料', min: 2, max: 500, example: '首台样机通过省农机鉴定站检测。' }) note!: string;
  @DateField({ title: '达到日', example: '2026-11-20' }) reachedOn!: string;
}
