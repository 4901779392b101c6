import { rewardSchemes, type RewardScheme } from '#domain/reward/reward.policy.js';
import { ChoiceField, FlagField, IntegerField, ListField, YuanField } from '../http/fields.js';

export class SimulatedContractDto {
  @YuanField({ title: '核定技术交易额（元）', example: '12345678.90' }) technologyValueYuan!: string;
  @IntegerField({ title: '份额（万分之几，缺省 10000）', min: 0, max: 10_000, optional: true, example: 10_000 })
  shareBasisPoints?: number;
  @FlagField({ title: '是否在示范区落地（缺省是）', optional: true, example: true }) landed?: boolean;
  @FlagField({ title: '是否关联交易（缺省否）', optional: true, example: false }) relatedParty?: boolean;
}

export class SimulateRewardDto {
  @ChoiceField({ title: '奖补项目', values: rewardSchemes, example: 'agencyAward' }) scheme!: RewardScheme;
  @ListField({
    title: '合同',
    of: () => SimulatedContractDto,
    max: 500,
    example: [{ technologyValueYuan: '12345678.90', landed: true }],
  })
  contracts!: SimulatedContractDto[];
}
