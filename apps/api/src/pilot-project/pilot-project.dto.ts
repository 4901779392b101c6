import {
  gateDecisions,
  spendingCategories,
  type GateDecision,
  type SpendingCategory,
} from '#domain/pilot-project/pilot-project.js';
import { readinessEvidenceKindCodes, type ReadinessEvidenceKind } from '#domain/readiness/readiness.policy.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  TextField,
  YuanField,
} from '../http/fields.js';

/** Path parameters `{id}` and `{level}` of a gate. */
export class GateParam {
  @IdField({ title: '项目编号' }) id!: string;
  @ChoiceField({ title: '阶段门的等级', values: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], example: '4' })
  level!: string;
}

export class PlannedGateDto {
  @IntegerField({ title: '等级', min: 1, max: 9, example: 1 }) level!: number;
  @TextField({ title: '通过标准', min: 4, max: 1000, example: '小试 300 只羔羊，成活率不低于 95%' }) criteria!: string;
  @DateField({ title: '期限', example: '2027-03-31' }) dueOn!: string;
}

export class PlanPilotDto {
  @IdField({ title: '成果编号' }) achievementId!: string;
  @TextField({ title: '项目名称', min: 2, max: 200, example: '羔羊代乳料中试' }) title!: string;
  @TextField({
    title: '中试方案',
    min: 10,
    max: 10000,
    example: '在环县两个羊场开展小试与区域试验，验证配方与饲喂流程。',
  })
  plan!: string;
  @TextField({ title: '地点', min: 2, max: 200, example: '环县曲子镇示范羊场' }) site!: string;
  @TextField({ title: '设备', max: 1000, optional: true, example: '代乳粉混合机、自动饲喂器' }) equipment?: string;
  @IdField({ title: '孵化载体或中试基地编号', optional: true }) carrierId?: string;
  @FlagField({ title: '种植、养殖类成果', optional: true, example: true }) farming?: boolean;
  @IntegerField({ title: '起始等级（0 为尚无）', min: 0, max: 8, example: 0 }) fromLevel!: number;
  @IntegerField({ title: '目标等级', min: 1, max: 9, example: 1 }) toLevel!: number;
  @YuanField({ title: '预算（元）', example: '500000.00' }) budgetYuan!: string;
  @DateField({ title: '开始日期', example: '2027-01-01' }) startsOn!: string;
  @DateField({ title: '结束日期', example: '2027-12-31' }) endsOn!: string;
  @ListField({ title: '阶段门', of: () => PlannedGateDto, min: 1, max: 9 }) gates!: PlannedGateDto[];
}

export class PilotReasonDto {
  @TextField({ title: '理由', min: 4, max: 1000, example: '试验羊群染疫，无法继续' }) reason!: string;
}

export class GateEvidenceDto {
  @ChoiceField({ title: '证据种类', values: readinessEvidenceKindCodes, example: 'theory' })
  kind!: ReadinessEvidenceKind;
  @TextField({ title: '证据说明', min: 4, max: 800, example: '小试测试报告，成活率 96%' }) description!: string;
  @DateField({ title: '日期', example: '2026-10-31' }) provenOn!: string;
  @IdField({ title: '附件编号', optional: true }) attachmentId?: string;
}

export class SubmitGateDto {
  @TextField({ title: '阶段报告', min: 10, max: 10000, example: '完成小试三批，指标达到通过标准，详见附件。' })
  report!: string;
  @ListField({ title: '证据', of: () => GateEvidenceDto, min: 1, max: 20 }) evidence!: GateEvidenceDto[];
}

export class DecideGateDto {
  @ChoiceField({ title: '决定：go 通过，hold 暂缓补充，stop 终止', values: gateDecisions, example: 'go' })
  decision!: GateDecision;
  @TextField({ title: '理由', min: 4, max: 1000, example: '三批小试数据完整，达到通过标准' }) reason!: string;
}

export class RecordSpendingDto {
  @ChoiceField({
    title: '科目：equipment 设备，material 材料，testing 测试，labour 劳务，other 其他',
    values: spendingCategories,
    example: 'testing',
  })
  category!: SpendingCategory;
  @YuanField({ title: '金额（元），大于零', example: '12000.00' }) amountYuan!: string;
  @DateField({ title: '支出日期', example: '2026-11-01' }) spentOn!: string;
  @TextField({ title: '用途', min: 2, max: 500, example: '委托检测费' }) note!: string;
}
