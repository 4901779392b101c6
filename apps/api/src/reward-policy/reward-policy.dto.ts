import { rewardSchemes, type BeneficiaryKind, type RewardScheme } from '#domain/reward/reward.policy.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IntegerField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';

export class DraftRewardPolicyDto {
  @ChoiceField({ title: '奖补项目', values: rewardSchemes, example: 'agencyAward' }) scheme!: RewardScheme;
  @TextField({ title: '名称', max: 100, example: '高校院所科技成果转移转化服务机构奖补' }) title!: string;
  @ChoiceField({
    title: '受益人：organization 机构，person 个人',
    values: ['organization', 'person'],
    example: 'organization',
  })
  beneficiary!: BeneficiaryKind;
  @TextListField({
    title: '受益单位类别（个人奖补不填）',
    pattern: /^[a-z][A-Za-z]{2,30}$/,
    shape: '单位类别代码',
    max: 10,
    optional: true,
    example: ['transferAgency', 'university', 'institute'],
  })
  beneficiaryKinds?: string[];
  @IntegerField({ title: '比例（万分之几）', min: 1, max: 10_000, example: 10 }) rateBasisPoints!: number;
  @YuanField({ title: '起计额（元，含）', example: '10000000.00' }) thresholdYuan!: string;
  @YuanField({ title: '每受益人每年度上限（元）', example: '200000.00' }) capPerYearYuan!: string;
  @IntegerField({ title: '评审名次（前几名，不排名则不填）', min: 1, max: 100, optional: true, example: 3 })
  topRanks?: number;
  @FlagField({ title: '一生只奖一次（缺省否）', optional: true, example: false }) oncePerLifetime?: boolean;
  @TextField({
    title: '文件原文',
    min: 5,
    max: 1000,
    example: '（示例）按促成技术交易合同额的1‰给予一次性奖励，最高不超过20万',
  })
  wording!: string;
  @TextField({ title: '来源（文件名与文号）', min: 2, max: 300, example: '（示例）庆科发〔2026〕1号' }) source!: string;
  @TextField({ title: '计算口径', min: 5, max: 1000, example: '按机构、按登记日期所属年度合计核定技术交易额。' })
  reading!: string;
  @DateField({ title: '施行日（某年1月1日）', example: '2028-01-01' }) effectiveFrom!: string;
  @TextField({ title: '修订理由', min: 2, max: 500, example: '按年度预算调整上限' }) reason!: string;
}

export class SimulateRewardPolicyDto {
  @IntegerField({ title: '年度', min: 2016, max: 2099, example: 2026 }) fiscalYear!: number;
}

export class RewardPolicyReasonDto {
  @TextField({ title: '理由', min: 2, max: 500, example: '经局务会审定' }) reason!: string;
}
