import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  PatternField,
  TextField,
  TextListField,
} from '../http/fields.js';

const code = { pattern: /^[a-z][A-Za-z]{0,29}$/, shape: '字母代码，以小写字母开头' };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export class CriterionDto {
  @PatternField({ ...code, title: '代码', example: 'innovation' }) code!: string;
  @TextField({ title: '评分标准', max: 100, example: '创新性' }) title!: string;
  @IntegerField({ title: '权重（%），合计 100', min: 1, max: 100, example: 60 }) weight!: number;
}
export class PrizeDto {
  @TextField({ title: '奖项', max: 40, example: '一等奖' }) title!: string;
  @IntegerField({ title: '名额', min: 1, max: 50, example: 1 }) count!: number;
  @TextField({ title: '奖励说明（平台只作记录，不发放）', max: 200, example: '颁发证书，优先推荐入驻孵化器。' })
  words!: string;
}
export class CompetitionRulesDto {
  @TextListField({
    title: '赛道',
    pattern: /^\S{1,40}$/,
    shape: '1 至 40 个字',
    min: 1,
    max: 20,
    example: ['现代农业'],
  })
  tracks!: string[];
  @ListField({
    title: '评分标准',
    of: () => CriterionDto,
    min: 1,
    max: 10,
    example: [{ code: 'innovation', title: '创新性', weight: 100 }],
  })
  criteria!: CriterionDto[];
  @ChoiceField({ title: '排名方法（平均分、按评委标准化）', values: ['mean', 'zScore'], example: 'zScore' })
  method!: 'mean' | 'zScore';
  @IntegerField({ title: '每件作品的评委数', min: 2, max: 15, example: 3 }) judgesPerEntry!: number;
  @IntegerField({ title: '每个赛道的入围数', min: 1, max: 100, example: 10 }) finalists!: number;
  @ListField({
    title: '奖项',
    of: () => PrizeDto,
    min: 1,
    max: 10,
    example: [{ title: '一等奖', count: 1, words: '证书' }],
  })
  prizes!: PrizeDto[];
  @IntegerField({ title: '企业成立不超过（月）；不限不填', min: 1, max: 600, optional: true, example: 60 })
  oldestMonths?: number;
  @FlagField({ title: '是否限庆阳市注册的单位（不填为否）', optional: true, example: true }) countiesOnly?: boolean;
}
export class CreateCompetitionDto {
  @TextField({ title: '大赛名称', min: 2, max: 100, example: '2026 年庆阳市创新创业大赛' }) title!: string;
  @TextField({ title: '说明', min: 10, max: 5000, example: '面向科技型企业和创业团队，设现代农业、装备制造两个赛道。' })
  description!: string;
  @DateField({ title: '报名截止日（含）', example: '2026-12-31' }) entriesUntil!: string;
  @ObjectField({ title: '规则；公布后不能更改', of: () => CompetitionRulesDto }) rules!: CompetitionRulesDto;
}
export class CompetitionReasonDto {
  @TextField({ title: '理由', min: 2, max: 1000, example: '报名不足。' }) reason!: string;
}
export class AppointCompetitionJudgeDto {
  @IdField({ title: '人员编号' }) personId!: string;
}
export class DecideCompetitionTieDto {
  @TextListField({
    title: '并列作品由先到后',
    pattern: uuid,
    shape: '作品编号',
    min: 1,
    max: 100,
    example: ['0193f0a2-7c1e-7000-8000-000000000001'],
  })
  order!: string[];
  @TextField({ title: '裁定纪要', min: 10, max: 2000, example: '评审组合议，就市场前景一项投票，4 比 1。' })
  minutes!: string;
}
export class SubmitEntryDto {
  @TextField({ title: '赛道', max: 40, example: '现代农业' }) track!: string;
  @TextField({ title: '作品名称（不写单位名称）', min: 2, max: 100, example: '羔羊早期断奶代乳料' }) title!: string;
  @TextField({
    title: '作品简介（不写单位名称）',
    min: 10,
    max: 5000,
    example: '以本地苜蓿为原料的羔羊代乳料，死亡率由 12% 降到 4%。',
  })
  summary!: string;
  @DateField({ title: '企业成立日', optional: true, example: '2024-05-01' }) foundedOn?: string;
  @ChoiceField({
    title: '同意按公布的规则参赛、匿名评审，并在获奖时公示名称',
    values: ['agreed'],
    example: 'agreed',
  })
  consent!: 'agreed';
}
export class CheckEntryDto extends CompetitionReasonDto {
  @ChoiceField({ title: '资格审核（通过、不通过）', values: ['accept', 'refuse'], example: 'accept' })
  decision!: 'accept' | 'refuse';
}
export class EntryCriterionScoreDto {
  @PatternField({ ...code, title: '评分标准代码', example: 'innovation' }) code!: string;
  @IntegerField({ title: '得分', min: 0, max: 100, example: 86 }) score!: number;
}
export class ScoreEntryDto {
  @ListField({
    title: '各项得分',
    of: () => EntryCriterionScoreDto,
    min: 1,
    max: 10,
    example: [{ code: 'innovation', score: 86 }],
  })
  scores!: EntryCriterionScoreDto[];
  @TextField({ title: '给参赛者的评语（不署名转告）', min: 5, max: 1000, example: '数据扎实；请补充规模化成本。' })
  comment!: string;
}
