import type { AchievementKind } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { RegistrationForm } from './registration-form.js';

/** A field that a type of achievement must fill in. */
export interface FormField {
  readonly member: keyof RegistrationForm;
  readonly title: string;
}

/** Evidence that a type must hand in: one of these papers. */
export interface EvidenceRule {
  readonly title: string;
  readonly anyOf: readonly string[];
}

interface FormPolicy {
  readonly kind: AchievementKind;
  readonly fields: readonly FormField[];
  readonly evidence: readonly EvidenceRule[];
  readonly source: string;
  readonly article: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const field = (member: keyof RegistrationForm, title: string): FormField => ({ member, title });
const common = [
  field('summary', '成果简介'),
  field('keywords', '关键词'),
  field('embodiment', '成果体现形式'),
  field('startedOn', '研究起始日期'),
  field('endedOn', '研究终止日期'),
  field('firstUnit', '第一完成单位'),
  field('inventors', '完成人'),
  field('projectSource', '立项来源'),
  field('evaluationManner', '评价方式'),
  field('evaluationUnit', '评价单位'),
  field('evaluatedOn', '评价日期'),
];
const evaluated: EvidenceRule = { title: '评价证明（鉴定、验收、第三方评价等）', anyOf: ['evaluationReport'] };
/** Known from forms and guides only: kept as data, to be corrected when the text is at hand. */
const rules = {
  source: '《科技成果登记办法》（国科发计字〔2000〕542号）及科技成果登记表〔依转载与通行理解，待核原文〕',
  article: '登记表',
  effectiveFrom: '2000-12-07',
  effectiveTo: null,
} as const;

export const formPolicies: readonly FormPolicy[] = [
  {
    kind: 'applied',
    fields: [
      ...common,
      field('attribute', '成果属性'),
      field('phase', '成果所处阶段'),
      field('level', '成果水平'),
      field('industry', '应用行业'),
      field('intellectualProperty', '知识产权情况'),
      field('transferScope', '转化方式与范围'),
    ],
    evidence: [
      evaluated,
      { title: '研制报告', anyOf: ['developmentReport'] },
      { title: '查新报告、检测报告或用户应用证明之一', anyOf: ['noveltySearch', 'testReport', 'userProof'] },
    ],
    ...rules,
  },
  {
    kind: 'basic',
    fields: [...common, field('papers', '论文、著作')],
    evidence: [evaluated, { title: '学术论文或专著', anyOf: ['publication'] }],
    ...rules,
  },
  {
    kind: 'softScience',
    fields: [...common, field('adoption', '采纳单位及应用情况')],
    evidence: [evaluated, { title: '采纳应用证明', anyOf: ['adoptionProof'] }],
    ...rules,
  },
];

const policyOf = (kind: AchievementKind, on: LocalDate): FormPolicy => {
  const ofKind = formPolicies.filter((one) => one.kind === kind);
  const found = ofKind.find((one) => one.effectiveFrom <= on && (one.effectiveTo === null || on <= one.effectiveTo));
  return found ?? (ofKind[0] as FormPolicy);
};

export const fieldsOf = (kind: AchievementKind, on: LocalDate): readonly FormField[] => policyOf(kind, on).fields;
export const evidenceOf = (kind: AchievementKind, on: LocalDate): readonly EvidenceRule[] =>
  policyOf(kind, on).evidence;
