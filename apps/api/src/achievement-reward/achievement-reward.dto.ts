import { costKinds, type CostKind } from '#domain/achievement-reward/achievement-reward.policy.js';
import { conversionModes, type ConversionMode } from '#domain/achievement-reward/achievement-reward.js';
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

export class RewardParticipantDto {
  @IdField({ title: '人员编号（没有平台账号的不填）', optional: true }) personId?: string;
  @TextField({ title: '姓名', max: 50, example: '完成人甲（示例）' }) name!: string;
  @FlagField({ title: '是否主要贡献人员', example: true }) main!: boolean;
  @ChoiceField({
    title: '领导职务：none 无，chief 正职，deputy 其他领导',
    values: ['none', 'chief', 'deputy'],
    example: 'none',
  })
  leader!: 'none' | 'chief' | 'deputy';
  @IntegerField({ title: '占奖励总额的份额（万分之几）', min: 1, max: 10_000, example: 10_000 })
  shareBasisPoints!: number;
}

export class DraftRewardPlanDto {
  @IdField({ title: '成果编号' }) achievementId!: string;
  @IdField({ title: '合同编号（转让、许可）', optional: true }) contractId?: string;
  @ChoiceField({
    title: '方式：netIncome 转让或许可的净收入，equity 作价投资的股份，profit 自行或合作实施的营业利润',
    values: conversionModes,
    example: 'netIncome',
  })
  mode!: ConversionMode;
  @IntegerField({ title: '奖励总额的比例（万分之几）', min: 1, max: 10_000, example: 7_000 }) poolBasisPoints!: number;
  @IntegerField({ title: '年限（仅 profit，3 至 5）', min: 1, max: 10, optional: true, example: 3 }) years?: number;
  @ChoiceField({
    title: '依据：unitRule 单位规定，agreement 约定，default 法定',
    values: ['unitRule', 'agreement', 'default'],
    example: 'unitRule',
  })
  basis!: 'unitRule' | 'agreement' | 'default';
  @ListField({
    title: '参加人员',
    of: () => RewardParticipantDto,
    min: 1,
    max: 100,
    example: [{ name: '完成人甲（示例）', main: true, leader: 'none', shareBasisPoints: 10_000 }],
  })
  participants!: RewardParticipantDto[];
  @TextField({
    title: '与完成人签署的份额约定不一致时的理由（将随方案公示）',
    min: 10,
    max: 500,
    optional: true,
    example: '中试阶段新增主要贡献人员，经各完成人同意调整比例。',
  })
  deviationReason?: string;
}

export class DirectCostDto {
  @ChoiceField({ title: '费用种类', values: costKinds, example: 'appraisal' }) kind!: CostKind;
  @YuanField({ title: '金额（元）', example: '20000.00' }) amountYuan!: string;
}

export class DistributeRewardDto {
  @TextField({ title: '凭证（收款凭证号、利润年度或公司名称）', min: 1, max: 100, example: '（示例）收款 2026-001' })
  reference!: string;
  @DateField({ title: '日期', example: '2026-06-30' }) onDate!: string;
  @YuanField({ title: '收入、营业利润或股权折价（元）', example: '850000.00' }) grossYuan!: string;
  @YuanField({ title: '税金（元）', example: '48000.00' }) taxYuan!: string;
  @ListField({
    title: '直接费用（财政科研经费不计）',
    of: () => DirectCostDto,
    max: 20,
    optional: true,
    example: [{ kind: 'appraisal', amountYuan: '20000.00' }],
  })
  costs?: DirectCostDto[];
}
