import { PartialType } from '@nestjs/swagger';
import { transferModes } from '#domain/achievement/achievement.js';
import {
  DateField,
  IntegerField,
  ListField,
  ObjectField,
  PatternField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';

export class TemplateAnswerDto {
  @PatternField({
    title: '问题代码',
    pattern: /^[a-z][A-Za-z0-9]{1,39}$/,
    shape: '模板中的问题代码',
    example: 'current',
  })
  question!: string;
  @TextField({ title: '回答（数值只填数字）', max: 1000, example: '12' }) value!: string;
  @TextField({ title: '单位（数值必填，须为模板所列）', max: 20, optional: true, example: '%' }) unit?: string | null;
}

export class TemplateUseDto {
  @PatternField({
    title: '行业模板代码',
    pattern: /^[a-z0-9]+(-[a-z0-9]+){0,9}$/,
    shape: '行业模板代码',
    example: 'mutton-sheep-dairy-goat',
  })
  code!: string;
  @IntegerField({ title: '模板版本', min: 1, max: 999, example: 1 }) version!: number;
  @ListField({
    title: '回答',
    of: () => TemplateAnswerDto,
    max: 40,
    example: [
      { question: 'current', value: '12', unit: '%' },
      { question: 'target', value: '5', unit: '%' },
    ],
  })
  answers!: TemplateAnswerDto[];
}

export class CreateDemandDto {
  @TextField({ title: '需求名称', min: 2, max: 200, example: '羔羊早期断奶死亡率偏高，求代乳料与饲喂方案' })
  title!: string;
  @TextField({
    title: '需求描述',
    min: 1,
    max: 5000,
    example: '存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望降到 5% 以下。',
  })
  summary!: string;
  @TextField({ title: '技术领域', max: 40, optional: true, example: '农业' }) field?: string;
  @PatternField({ title: '县区代码', pattern: /^\d{6}$/, shape: '六位行政区划代码', example: '621022' })
  countyCode!: string;
  @TextField({ title: '示范区代码', max: 40, optional: true, example: 'mutton-sheep-dairy-goat' }) zoneCode?: string;
  @YuanField({ title: '预算（元）', optional: true, example: '300000.00' }) budgetYuan?: string;
  @TextListField({
    title: '希望的合作方式（不限则留空）',
    pattern: new RegExp(`^(${transferModes.join('|')})$`),
    shape: transferModes.join('、'),
    max: transferModes.length,
    optional: true,
    example: ['licence', 'cooperation'],
  })
  transferModes?: (typeof transferModes)[number][];
  @DateField({ title: '希望用上的日期', optional: true, example: '2027-12-31' }) neededBy?: string;
  @IntegerField({ title: '希望的最低技术成熟度（1–9）', min: 1, max: 9, optional: true, example: 7 })
  leastReadinessLevel?: number;
  @TextListField({
    title: '排除的地区（县区代码；省、市用其本身的代码，例如 610000）',
    pattern: /^\d{6}$/,
    shape: '六位行政区划代码',
    max: 40,
    optional: true,
    example: ['610000'],
  })
  excludedRegionCodes?: string[];
  @ObjectField({ title: '按行业模板填写的回答', of: () => TemplateUseDto, optional: true })
  template?: TemplateUseDto;
  @DateField({ title: '有效期至', optional: true, example: '2027-06-30' }) validUntil?: string;
  @TextField({ title: '贵方编号（批量更新时的键）', max: 100, optional: true, example: 'XQ-2026-001' })
  externalKey?: string;
}

/** Null clears what may be left out; what must be there refuses null. */
export class AmendDemandDto extends PartialType(CreateDemandDto, { skipNullProperties: false }) {}
