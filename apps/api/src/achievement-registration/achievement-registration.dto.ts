import { achievementKinds, type AchievementKind } from '#domain/achievement/achievement.js';
import {
  achievementRegistrationTransitions,
  refusalGroundCodes,
  type RefusalGround,
} from '#domain/achievement-registration/achievement-registration.js';
import {
  attributes,
  evaluationManners,
  levels,
  phases,
  type Attribute,
  type EvaluationManner,
  type Level,
  type Phase,
  type RegistrationForm,
} from '#domain/achievement-registration/registration-form.js';
import { statesOf } from '#domain/shared/state-machine.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  ObjectField,
  PatternField,
  TextField,
  TextListField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const line = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

export class RegistrationFormDto {
  @TextField({ title: '成果名称', min: 2, max: 200, example: '湖羊羔羊早期断奶代乳料及饲喂技术' }) title!: string;
  @TextField({
    title: '成果简介',
    min: 10,
    max: 5000,
    example: '以本地饲草与乳清粉配制的代乳料，成活率由 88% 提高到 96%。',
  })
  summary!: string;
  @TextListField({
    title: '关键词',
    pattern: /^[^\p{Cc}\p{Cs}]{1,20}$/u,
    shape: '1 至 20 个字符',
    max: 3,
    optional: true,
    example: ['湖羊'],
  })
  keywords?: string[];
  @TextField({ title: '成果体现形式', max: 40, optional: true, example: '新产品' }) embodiment?: string;
  @ChoiceField({
    title: '成果属性：原始性创新、国外引进消化吸收创新、国内技术二次开发',
    values: attributes,
    optional: true,
    example: 'original',
  })
  attribute?: Attribute;
  @ChoiceField({
    title: '成果所处阶段：初期、中期（中试）、成熟应用',
    values: phases,
    optional: true,
    example: 'mature',
  })
  phase?: Phase;
  @ChoiceField({ title: '成果水平（按评价结论）', values: levels, optional: true, example: 'nationalAdvanced' })
  level?: Level;
  @DateField({ title: '研究起始日期', optional: true, example: '2022-01-01' }) startedOn?: string;
  @DateField({ title: '研究终止日期', optional: true, example: '2025-12-31' }) endedOn?: string;
  @TextField({ title: '第一完成单位', max: 200, example: '示例大学' }) firstUnit!: string;
  @TextField({ title: '推荐单位', max: 200, optional: true, example: '示例县科技局' }) recommendingUnit?: string;
  @TextListField({
    title: '完成人（按贡献排序）',
    pattern: line,
    shape: '姓名',
    min: 1,
    max: 50,
    example: ['示例完成人甲'],
  })
  inventors!: string[];
  @TextField({ title: '立项来源', max: 200, optional: true, example: '市级科技计划' }) projectSource?: string;
  @TextField({ title: '知识产权情况', max: 500, optional: true, example: '发明专利 1 件' })
  intellectualProperty?: string;
  @ChoiceField({
    title: '评价方式：鉴定、验收、第三方评价、行业准入、知识产权授权、论文发表',
    values: evaluationManners,
    optional: true,
    example: 'thirdParty',
  })
  evaluationManner?: EvaluationManner;
  @TextField({ title: '评价单位', max: 200, optional: true, example: '示例评价机构' }) evaluationUnit?: string;
  @DateField({ title: '评价日期', optional: true, example: '2026-03-01' }) evaluatedOn?: string;
  @FlagField({ title: '评价结论是否肯定', optional: true, example: true }) evaluationPositive?: boolean;
  @TextField({ title: '应用行业', max: 100, optional: true, example: '畜牧业' }) industry?: string;
  @TextField({ title: '转化方式与范围', max: 500, optional: true, example: '许可，全市' }) transferScope?: string;
  @TextField({ title: '经济效益', max: 1000, optional: true, example: '新增产值 300 万元' }) benefit?: string;
  @TextField({ title: '论文、著作（基础理论）', max: 2000, optional: true, example: '论文 3 篇' }) papers?: string;
  @TextField({ title: '采纳单位及应用情况（软科学）', max: 2000, optional: true, example: '市农业农村局采纳' })
  adoption?: string;
}

export class DraftRegistrationDto {
  @IdField({ title: '成果编号' }) achievementId!: string;
  @ChoiceField({ title: '成果类型：应用技术、基础理论、软科学', values: achievementKinds, example: 'applied' })
  kind!: AchievementKind;
  @ObjectField({ title: '登记表', of: () => RegistrationFormDto }) form!: RegistrationFormDto;
}

export class RewriteFormDto {
  @ChoiceField({ title: '成果类型：应用技术、基础理论、软科学', values: achievementKinds, example: 'applied' })
  kind!: AchievementKind;
  @ObjectField({ title: '登记表', of: () => RegistrationFormDto }) form!: RegistrationFormDto;
}

export class FindingsDto {
  @TextListField({
    title: '需要改正之处',
    pattern: line,
    shape: '1 至 200 个字符',
    min: 1,
    max: 50,
    example: ['评价日期与评价报告不符'],
  })
  findings!: string[];
}

export class RefuseRegistrationDto {
  @ChoiceField({ title: '不予登记的情形', values: refusalGroundCodes, example: 'duplicate' }) ground!: RefusalGround;
  @TextField({ title: '理由', min: 5, max: 1000, example: '与已登记的同名成果完成人、内容相同。' }) reason!: string;
}

export class AcceptRegistrationDto {
  @TextField({
    title: '与同名成果的核对情况（有同名成果时必填）',
    min: 5,
    max: 500,
    optional: true,
    example: '完成单位与技术路线均不同。',
  })
  duplicateNote?: string;
}

export class RegistrationReasonDto {
  @TextField({ title: '理由', min: 5, max: 1000, example: '经查验收材料不实。' }) reason!: string;
}

export class AskFormChangeDto {
  @ObjectField({ title: '变更后的登记表', of: () => RegistrationFormDto }) form!: RegistrationFormDto;
  @TextField({ title: '变更理由', min: 5, max: 1000, example: '单位更名。' }) reason!: string;
}

export class DecideFormChangeDto {
  @ChoiceField({ title: '决定：同意、不同意', values: ['approve', 'refuse'], example: 'approve' }) decision!:
    'approve' | 'refuse';
  @TextField({ title: '理由', min: 2, max: 1000, example: '材料属实。' }) reason!: string;
}

export class RegistrationQuery extends PageQuery {
  @ChoiceField({
    title: '状态',
    values: statesOf(achievementRegistrationTransitions),
    optional: true,
    example: 'submitted',
  })
  state?: string;
}

export class NumberParam {
  @PatternField({
    title: '成果登记号',
    pattern: /^\d{3}(19|20)\d{2}[YJR]\d{4}$/,
    shape: '12 位成果登记号',
    example: '9622026Y0001',
  })
  number!: string;
}

/** What was left out is not told. */
export const formOf = (dto: RegistrationFormDto): RegistrationForm => ({
  title: dto.title,
  summary: dto.summary,
  keywords: dto.keywords ?? [],
  embodiment: dto.embodiment ?? null,
  attribute: dto.attribute ?? null,
  phase: dto.phase ?? null,
  level: dto.level ?? null,
  startedOn: dto.startedOn ?? null,
  endedOn: dto.endedOn ?? null,
  firstUnit: dto.firstUnit,
  recommendingUnit: dto.recommendingUnit ?? null,
  inventors: dto.inventors,
  projectSource: dto.projectSource ?? null,
  intellectualProperty: dto.intellectualProperty ?? null,
  evaluationManner: dto.evaluationManner ?? null,
  evaluationUnit: dto.evaluationUnit ?? null,
  evaluatedOn: dto.evaluatedOn ?? null,
  evaluationPositive: dto.evaluationPositive ?? null,
  industry: dto.industry ?? null,
  transferScope: dto.transferScope ?? null,
  benefit: dto.benefit ?? null,
  papers: dto.papers ?? null,
  adoption: dto.adoption ?? null,
});
