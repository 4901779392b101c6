import { escrowMoveKinds, type EscrowMoveKind } from '#domain/performance/escrow.js';
import { milestoneLimits } from '#domain/performance/milestone.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';

export class MilestoneDto {
  @TextField({ title: '里程碑名称', min: 2, max: 200, example: '样机交付' }) title!: string;
  @TextField({ title: '交付物与验收标准', min: 2, max: 2000, example: '样机一台，连续运行 72 小时无故障。' })
  deliverable!: string;
  @DateField({ title: '应交付日期', example: '2027-06-30' }) dueOn!: string;
  @YuanField({ title: '对应金额（元）', example: '400000.00' }) amountYuan!: string;
}

export class MilestonePlanDto {
  @ListField({
    title: '里程碑',
    of: () => MilestoneDto,
    min: 1,
    max: milestoneLimits.perPlan,
    example: [
      {
        title: '样机交付',
        deliverable: '样机一台，连续运行 72 小时无故障。',
        dueOn: '2027-06-30',
        amountYuan: '400000.00',
      },
    ],
  })
  milestones!: MilestoneDto[];
  @IntegerField({
    title: '约定的验收答复天数，期满未答复视为合格；不填则沉默不视为合格',
    min: milestoneLimits.silenceDaysAtLeast,
    max: milestoneLimits.silenceDaysAtMost,
    optional: true,
    example: 15,
  })
  silenceDays?: number;
  @FlagField({ title: '是否登记资金托管台账（只作记录，平台不经手资金）', optional: true, example: true })
  withEscrow?: boolean;
}

export class PlanReasonDto {
  @TextField({ title: '原因', min: 2, max: 500, example: '第二期时间过紧，请改到年底' }) reason!: string;
}

export class DeliveryDto {
  @TextField({ title: '交付说明', min: 2, max: 2000, example: '交付样机一台及测试报告' }) description!: string;
  @YuanField({ title: '本次交付对应的金额（元），可分次交付', example: '200000.00' }) amountYuan!: string;
  @TextListField({
    title: '合同附件编号',
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    shape: 'UUID',
    max: 20,
    optional: true,
    example: [],
  })
  attachmentIds?: string[];
}

export class EscrowMoveDto {
  @ChoiceField({ title: '事项：托管、放款、退款、争议冻结、解冻', values: escrowMoveKinds, example: 'deposit' })
  kind!: EscrowMoveKind;
  @YuanField({ title: '金额（元）', example: '200000.00' }) amountYuan!: string;
  @TextField({ title: '凭证号（托管、放款、退款必填）', max: 80, optional: true, example: '2027-0630-0012' })
  reference?: string;
  @TextField({ title: '说明', min: 2, max: 500, example: '第一期款已转入双方共管账户' }) reason!: string;
}

export class EscrowReasonDto {
  @TextField({ title: '原因', min: 2, max: 500, example: '凭证金额不符' }) reason!: string;
}

export class RoyaltyReportDto {
  @DateField({ title: '结算期首日', example: '2027-01-01' }) periodFrom!: string;
  @YuanField({ title: '计提基数（元）', example: '2000000.00' }) baseYuan!: string;
  @YuanField({ title: '本期已付提成（元）', example: '60000.00' }) paidYuan!: string;
  @TextField({ title: '说明', min: 2, max: 2000, example: '销售代乳料 400 吨，明细见附件' }) statement!: string;
}
