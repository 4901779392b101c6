import type { LocalDate } from '../calendar/local-date.js';

export const attributes = ['original', 'absorbed', 'redeveloped'] as const;
/** 原始性创新, 国外引进消化吸收创新, 国内技术二次开发. */
export type Attribute = (typeof attributes)[number];
export const phases = ['early', 'pilot', 'mature'] as const;
/** 初期阶段（实验室、小试）, 中期阶段（中试）, 成熟应用阶段. */
export type Phase = (typeof phases)[number];
export const levels = [
  'internationalLeading',
  'internationalAdvanced',
  'nationalLeading',
  'nationalAdvanced',
  'other',
  'notEvaluated',
] as const;
/** 国际领先, 国际先进, 国内领先, 国内先进, 其他, 未评价: as the evaluation concluded. */
export type Level = (typeof levels)[number];
export const evaluationManners = [
  'appraisal',
  'acceptance',
  'thirdParty',
  'industryApproval',
  'patentGrant',
  'paper',
] as const;
/** 鉴定, 验收, 第三方评价, 行业准入, 知识产权授权, 论文发表. */
export type EvaluationManner = (typeof evaluationManners)[number];

/** 《科技成果登记表》, as far as the sources at hand name its fields. Null: not told. */
export interface RegistrationForm {
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  /** 成果体现形式: 新技术、新工艺、新产品、新品种、论文…… */
  readonly embodiment: string | null;
  readonly attribute: Attribute | null;
  readonly phase: Phase | null;
  readonly level: Level | null;
  readonly startedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly firstUnit: string;
  readonly recommendingUnit: string | null;
  /** In order of their contribution. */
  readonly inventors: readonly string[];
  readonly projectSource: string | null;
  readonly intellectualProperty: string | null;
  readonly evaluationManner: EvaluationManner | null;
  readonly evaluationUnit: string | null;
  readonly evaluatedOn: LocalDate | null;
  /** Whether the evaluation came to a positive conclusion. */
  readonly evaluationPositive: boolean | null;
  readonly industry: string | null;
  readonly transferScope: string | null;
  readonly benefit: string | null;
  /** 论文、著作: of basic research. */
  readonly papers: string | null;
  /** 采纳单位及应用情况: of soft science. */
  readonly adoption: string | null;
}
