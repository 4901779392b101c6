import { supportKinds, type SupportKind } from '#domain/incubation/tenancy.js';
import {
  graduationGroundCodes,
  milestoneKinds,
  tenancyFields,
  type GraduationGround,
  type MilestoneKind,
  type TenancyField,
} from '#domain/incubation/tenancy.policy.js';
import { ChoiceField, DateField, FlagField, IdField, TextField, YuanField } from '../http/fields.js';

export class ApplyTenancyDto {
  @IdField({ title: '孵化载体（单位）编号' }) incubatorOrganizationId!: string;
  @TextField({ title: '入驻计划', min: 10, max: 2000, example: '开发苹果采后分级设备，三年内形成两个产品型号。' })
  plan!: string;
  @FlagField({ title: '是否主要从事新技术、新产品的研发、生产和服务（技术型企业）', example: true })
  technologyBased!: boolean;
  @DateField({ title: '企业成立日', example: '2025-06-01' }) foundedOn!: string;
  @FlagField({ title: '注册地和主要研发、办公场所是否在载体场地内', example: true }) onPremises!: boolean;
  @ChoiceField({
    title: '领域（生物医药、现代农业、集成电路、其他；不填为其他）',
    values: tenancyFields,
    optional: true,
    example: 'modernAgriculture',
  })
  field?: TenancyField;
}

export class DecideTenancyDto {
  @ChoiceField({
    title: '事项（入驻、不予入驻、毕业、退出、失败注销、失联、失联后恢复、撤销申请）',
    values: ['admit', 'refuse', 'graduate', 'leave', 'fail', 'lose', 'return', 'cancel'],
    example: 'admit',
  })
  decision!: 'admit' | 'refuse' | 'graduate' | 'leave' | 'fail' | 'lose' | 'return' | 'cancel';
  @DateField({ title: '约定的孵化截止日（入驻时必填）', optional: true, example: '2029-12-31' }) plannedUntil?: string;
  @TextField({
    title: '不符合在孵企业条件仍准予入驻的理由（不计入按定义的在孵企业）',
    min: 2,
    max: 500,
    optional: true,
    example: '市里引进的重点项目，成立已满三年。',
  })
  exceptionReason?: string;
  @ChoiceField({
    title: '毕业依据（毕业时必填；须有相应种类的里程碑）',
    values: graduationGroundCodes,
    optional: true,
    example: 'qualified',
  })
  graduationGround?: GraduationGround;
  @TextField({ title: '理由', min: 2, max: 1000, example: '符合入驻条件。' }) reason!: string;
}

export class CreateMilestoneDto {
  @ChoiceField({
    title: '里程碑种类（产品、融资、收入、知识产权、就业、资质、其他）',
    values: milestoneKinds,
    example: 'product',
  })
  kind!: MilestoneKind;
  @TextField({ title: '说明与证明材料', min: 2, max: 500, example: '首台样机通过省农机鉴定站检测。' }) note!: string;
  @DateField({ title: '达到日', example: '2026-11-20' }) reachedOn!: string;
}

export class CreateSupportDto {
  @ChoiceField({
    title: '支持种类（场地、资助、投资、辅导、培训、设备、融资对接、政策、其他）',
    values: supportKinds,
    example: 'space',
  })
  kind!: SupportKind;
  @YuanField({ title: '金额（元；无金额的不填）', optional: true, example: '20000.00' }) amountYuan?: string;
  @DateField({ title: '提供日', example: '2026-11-20' }) givenOn!: string;
  @TextField({ title: '说明', min: 2, max: 500, example: '免三个月场地费。' }) note!: string;
}

export class CohortQuery {
  @IdField({ title: '孵化载体（单位）编号；不填为全部', optional: true }) incubatorOrganizationId?: string;
  @DateField({ title: '统计日（不填为今天）', optional: true, example: '2026-11-23' }) asOf?: string;
}
