import { reviewSchemes, type ReviewScheme } from '#domain/reward-review/reward-review.policy.js';
import {
  ChoiceField,
  DateField,
  IdField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';

const anyLine = /^[^\r\n]{1,300}$/u;
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export class OpenRewardReviewDto {
  @ChoiceField({ title: '奖补项目', values: reviewSchemes, example: 'agencyAward' }) scheme!: ReviewScheme;
  @IntegerField({ title: '年度', min: 2020, max: 2098, example: 2026 }) fiscalYear!: number;
  @DateField({ title: '申报截止日', example: '2027-02-28' }) applicationsUntil!: string;
}

export class ApplyForRewardDto {
  @TextField({
    title: '申报说明（评审组匿名审阅，请勿写明单位或姓名）',
    min: 10,
    max: 5000,
    example: '年度促成并落地技术交易合同三项，带动节水种植示范一万亩。',
  })
  statement!: string;
  @TextListField({
    title: '证明材料名称',
    pattern: anyLine,
    shape: '300 字以内的一行文字',
    max: 50,
    optional: true,
    example: ['用户应用证明'],
  })
  evidence?: string[];
}

export class CheckApplicationDto {
  @ChoiceField({ title: '结果：accept 受理，return 退回补正', values: ['accept', 'return'], example: 'accept' })
  outcome!: 'accept' | 'return';
  @TextField({ title: '审查意见', min: 2, max: 1000, example: '材料齐全' }) findings!: string;
  @YuanField({ title: '核实的效益（元，缺省 0）', example: '0.00', optional: true }) benefitYuan?: string;
}

export class AppointPanelistDto {
  @IdField({ title: '人员编号' }) personId!: string;
}

export class ReviewScoreDto {
  @TextField({ title: '评分项代码', max: 30, example: 'transfer' }) code!: string;
  @IntegerField({ title: '分数', min: 0, max: 100, example: 85 }) score!: number;
}

export class ScoreCandidateDto {
  @ListField({
    title: '评分',
    of: () => ReviewScoreDto,
    min: 1,
    max: 10,
    example: [
      { code: 'transfer', score: 85 },
      { code: 'benefit', score: 90 },
      { code: 'service', score: 80 },
    ],
  })
  scores!: ReviewScoreDto[];
  @TextField({ title: '评语', max: 1000, optional: true, example: '落地扎实' }) comment?: string;
}

export class ReviewReasonDto {
  @TextField({ title: '理由', min: 2, max: 1000, example: '经核实申报内容不实' }) reason!: string;
}

export class DecideTieDto {
  @TextListField({
    title: '并列者的先后（申报编号）',
    pattern: idPattern,
    shape: '申报编号',
    min: 2,
    max: 100,
    example: ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'],
  })
  order!: string[];
  @TextField({ title: '评审组记录', min: 10, max: 2000, example: '评审组三人一致认为前者带动作用更大。' })
  minutes!: string;
}

export class AwardAmountDto {
  @IdField({ title: '申报编号' }) applicationId!: string;
  @YuanField({ title: '金额（元）', example: '30000.00' }) amountYuan!: string;
  @TextField({ title: '理由', min: 2, max: 500, example: '承接成果两项，新增销售收入经核实' }) reason!: string;
}

export class ApproveReviewDto {
  @TextField({ title: '审批意见', min: 2, max: 1000, example: '同意' }) reason!: string;
  @ListField({
    title: '承接企业奖补的金额（其他项目不填）',
    of: () => AwardAmountDto,
    max: 10,
    optional: true,
    example: [],
  })
  amounts?: AwardAmountDto[];
}

export class PayAwardDto {
  @TextField({ title: '支付凭证号', min: 2, max: 100, example: '（示例）庆财支〔2027〕1号' }) documentNumber!: string;
  @DateField({ title: '支付日期', example: '2027-05-20' }) paidOn!: string;
}
