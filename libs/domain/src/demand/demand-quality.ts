import { answerTo, figureTitles, type DemandTemplate, type Figure, type TemplateUse } from './demand-template.js';

/** What of a demand tells how good it is. */
export interface Described {
  readonly title: string;
  readonly summary: string;
  readonly template: TemplateUse | null;
  readonly budget: bigint | null;
  readonly neededBy: string | null;
}

/** A field that says nothing, with the reason why; it keeps the demand from being published. */
export interface UnclearField {
  readonly pointer: string;
  readonly title: string;
  readonly reason: string;
}

/** Words that stand where an answer should stand. The list is the market's own, and is applied to whole fields only. */
export const unclearWords = {
  source: '平台规则：需求填写的不明确用语（整格填写时不予发布）',
  effectiveFrom: '2020-01-01',
  placeholder:
    /^(?:无|暂无|没有|不详|不明|不清楚|不知道|待定|未定|待填|待补充|面议|另议|若干|一些|随便|都行|均可|同上|略|测试|test|[x×＊*]{2,}|[.。…-]+)$/iu,
  /** A title that is made of general words only. */
  general:
    /^(?:求|寻求|寻找|需要|需|征集|关于)*(?:新)?(?:技术|合作|支持|帮助|需求|难题|问题|项目|专家|团队|设备|方案|成果|的|与|和|及|相关)*$/u,
} as const;

const saysNothing = (value: string): boolean => {
  const said = value.normalize('NFKC').replaceAll(/[\s。．.!！]/gu, '');
  return said === '' || unclearWords.placeholder.test(said);
};

/** The named fields that are missing or say nothing: title, description, and every answer that the template requires. */
export function unclearFields(
  demand: Pick<Described, 'title' | 'summary' | 'template'>,
  template: DemandTemplate | null,
): readonly UnclearField[] {
  const title = demand.title.normalize('NFKC').replaceAll(/\s/gu, '');
  const own: UnclearField[] = [
    ...(saysNothing(title) || unclearWords.general.test(title)
      ? [{ pointer: '/title', title: '需求名称', reason: '没有说明对象和问题' }]
      : []),
    ...(saysNothing(demand.summary) ? [{ pointer: '/summary', title: '需求描述', reason: '没有实际内容' }] : []),
  ];
  return template === null ? own : [...own, ...unclearAnswers(demand, template)];
}

function unclearAnswers(demand: Pick<Described, 'template'>, template: DemandTemplate): UnclearField[] {
  const unclear = template.questions.flatMap((question): UnclearField[] => {
    const answer = answerTo(demand.template, question.code);
    const title = question.figure === null ? question.text : figureTitles[question.figure];
    if (answer === null) return question.required ? [{ pointer: '/template/answers', title, reason: '没有填写' }] : [];
    // That nothing was tried yet is an answer; that nothing is known of today's figure is none.
    const nothingTried = question.figure === 'tried' && answer.value.trim().length > 1;
    if (question.kind !== 'text' || nothingTried || !saysNothing(answer.value)) return [];
    return [{ pointer: '/template/answers', title, reason: `「${answer.value}」说明不了情况` }];
  });
  return [...unclear, ...sameAsToday(demand, template)];
}

/** A target that is today's figure is no target. */
function sameAsToday(demand: Pick<Described, 'template'>, template: DemandTemplate): UnclearField[] {
  const of = (figure: Figure) => {
    const question = template.questions.find((one) => one.figure === figure);
    return question ? answerTo(demand.template, question.code) : null;
  };
  const [current, target] = [of('current'), of('target')];
  const same =
    current !== null &&
    target !== null &&
    current.unit === target.unit &&
    Number(current.value) === Number(target.value);
  return same ? [{ pointer: '/template/answers', title: figureTitles.target, reason: '与现状值相同' }] : [];
}

/** What a good demand says, and what each part is worth of 100. */
export const qualityParts = [
  { code: 'problem', title: '要解决的问题', weight: 15, hint: '写明什么对象、哪个环节、坏成什么样。' },
  { code: 'magnitude', title: '好多少', weight: 15, hint: '写明现在是多少、希望到多少。' },
  { code: 'evidence', title: '依据', weight: 10, hint: '写明规模、从什么时候开始，以及手头的记录或检测数据。' },
  { code: 'economics', title: '经济账', weight: 10, hint: '写明现在损失多少钱、愿意投入多少。' },
  { code: 'current', title: figureTitles.current, weight: 10, hint: '按行业模板填写现状数值与单位。' },
  { code: 'target', title: figureTitles.target, weight: 10, hint: '按行业模板填写目标数值与单位。' },
  { code: 'budget', title: figureTitles.budget, weight: 10, hint: '填写预算金额，或在模板中填写可投入的金额。' },
  { code: 'term', title: figureTitles.term, weight: 10, hint: '填写希望用上的日期，或在模板中填写期限。' },
  { code: 'tried', title: figureTitles.tried, weight: 10, hint: '写明试过什么、结果怎样；没有试过的也请写明。' },
] as const;
export type QualityPart = (typeof qualityParts)[number]['code'];

export interface DemandQuality {
  /** 0–100. */
  readonly score: number;
  readonly missing: readonly {
    readonly code: QualityPart;
    readonly title: string;
    readonly points: number;
    readonly hint: string;
  }[];
  /** What keeps it from being published. */
  readonly unclear: readonly UnclearField[];
}

/** `present`: the parts that its text has. Figures count when the template's answer, or the demand's own field, tells them. */
export function demandQuality(
  demand: Described,
  template: DemandTemplate | null,
  present: readonly string[],
): DemandQuality {
  const answered = new Set(
    (template?.questions ?? [])
      .filter((one) => one.figure !== null && !saysNothing(answerTo(demand.template, one.code)?.value ?? ''))
      .map((one): string => one.figure ?? ''),
  );
  if (demand.budget !== null && demand.budget > 0n) answered.add('budget');
  if (demand.neededBy !== null) answered.add('term');
  const there = (part: string): boolean => present.includes(part) || answered.has(part);
  const missing = qualityParts.filter(({ code }) => !there(code));
  return {
    score: qualityParts.filter(({ code }) => there(code)).reduce((sum, { weight }) => sum + weight, 0),
    missing: missing.map(({ code, title, weight, hint }) => ({ code, title, points: weight, hint })),
    unclear: unclearFields(demand, template),
  };
}
