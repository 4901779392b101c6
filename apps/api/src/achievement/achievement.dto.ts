import { PartialType } from '@nestjs/swagger';
import { achievementKinds, farmStages, transferModes } from '#domain/achievement/achievement.js';
import {
  ChoiceField,
  FlagField,
  IntegerField,
  ListField,
  PatternField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';

const keyword = /^[^\p{Cc}\p{Cs}]{1,20}$/u;

export class InventorDto {
  @TextField({ title: '完成人姓名', max: 50, example: '示例完成人甲' }) name!: string;
  @IntegerField({ title: '约定份额（万分之一）', min: 1, max: 10_000, example: 10000 }) shareBasisPoints!: number;
}

export class CreateAchievementDto {
  @TextField({ title: '成果名称', min: 2, max: 200, example: '湖羊羔羊早期断奶代乳料及饲喂技术' }) title!: string;
  @TextField({
    title: '公开摘要（任何人可见，不得含商业秘密）',
    max: 2000,
    optional: true,
    example: '以本地饲草与乳清粉配制的代乳料，35 日龄断奶成活率由 88% 提高到 96%。',
  })
  summary?: string;
  @TextField({ title: '详细说明（仅本单位与科技主管部门可见）', max: 20_000, optional: true, example: '配方与工艺……' })
  detail?: string;
  @TextField({
    title: '联系方式（仅本单位与科技主管部门可见）',
    max: 200,
    optional: true,
    example: '示例大学技术转移中心',
  })
  contact?: string;
  @TextField({ title: '技术领域', max: 40, optional: true, example: '农业' }) field?: string;
  @TextListField({
    title: '关键词',
    pattern: keyword,
    shape: '1 至 20 个字符',
    max: 3,
    optional: true,
    example: ['湖羊', '代乳料', '早期断奶'],
  })
  keywords?: string[];
  @IntegerField({ title: '技术成熟度（1–9，不清楚则留空）', min: 1, max: 9, optional: true, example: 7 })
  readinessLevel?: number;
  @ChoiceField({
    title: '农业成果阶段（小试、区域试验、示范、推广）',
    values: farmStages,
    optional: true,
    example: 'demonstration',
  })
  farmStage?: (typeof farmStages)[number];
  @PatternField({
    title: '县区代码',
    pattern: /^\d{6}$/,
    shape: '六位行政区划代码',
    optional: true,
    example: '621022',
  })
  countyCode?: string;
  @TextField({ title: '示范区代码', max: 40, optional: true, example: 'mutton-sheep-dairy-goat' }) zoneCode?: string;
  @TextListField({
    title: '转化方式',
    pattern: new RegExp(`^(${transferModes.join('|')})$`),
    shape: transferModes.join('、'),
    max: transferModes.length,
    optional: true,
    example: ['transfer', 'licence'],
  })
  transferModes?: (typeof transferModes)[number][];
  @YuanField({ title: '意向价格（元）', optional: true, example: '1200000.00' }) priceYuan?: string;
  @FlagField({ title: '涉密（涉密成果不得公开）', optional: true, example: false }) secret?: boolean;
  @TextField({ title: '贵方编号（批量更新时的键）', max: 100, optional: true, example: 'CG-2026-001' })
  externalKey?: string;
  @ListField({ title: '完成人及份额（按贡献排序，合计 10000）', of: () => InventorDto, min: 1, max: 50 })
  inventors!: InventorDto[];
}

/** Null clears what may be unknown; what must be there refuses null. */
export class AmendAchievementDto extends PartialType(CreateAchievementDto, { skipNullProperties: false }) {}

export class RegisterAchievementDto {
  @ChoiceField({
    title: '成果类型（应用技术、基础理论、软科学）',
    values: achievementKinds,
    example: 'applied',
  })
  kind!: (typeof achievementKinds)[number];
}
