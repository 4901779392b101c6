import {
  list,
  nullable,
  object,
  oneOf,
  integer,
  flag,
  text,
  code,
  matching,
  parseWith,
  type Parsed,
} from '../catalogue/reader.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

/** The five figures without which nobody can judge a need: what is, what shall be, money, time, and what was tried. */
export const figures = ['current', 'target', 'budget', 'term', 'tried'] as const;
export type Figure = (typeof figures)[number];

export const figureTitles: Readonly<Record<Figure, string>> = {
  current: '现状值',
  target: '目标值',
  budget: '预算',
  term: '期限',
  tried: '已试过的办法',
};

/** One question of an interview about a need (访谈问题). */
export interface TemplateQuestion {
  readonly code: string;
  readonly text: string;
  readonly kind: 'number' | 'text' | 'choice';
  /** Units that a number may have; empty for the other kinds. */
  readonly units: readonly string[];
  readonly choices: readonly string[];
  readonly figure: Figure | null;
  readonly required: boolean;
  readonly hint: string;
  readonly example: string;
}

/** What an officer or an owner asks about a need of one industry (行业需求模板). A changed template is the next version. */
export interface DemandTemplate {
  readonly code: string;
  readonly version: number;
  readonly industry: string;
  /** Zones of the plan that it belongs to. */
  readonly zoneCodes: readonly string[];
  readonly effectiveFrom: string;
  readonly questions: readonly TemplateQuestion[];
}

export interface TemplateUse {
  readonly code: string;
  readonly version: number;
  readonly answers: readonly TemplateAnswer[];
}

export interface TemplateAnswer {
  readonly question: string;
  readonly value: string;
  readonly unit: string | null;
}

const question = object<TemplateQuestion>({
  code: matching(/^[a-z][A-Za-z0-9]{1,39}$/, '驼峰写法的代码'),
  text,
  kind: oneOf('number', 'text', 'choice'),
  units: list(text),
  choices: list(text),
  figure: nullable(oneOf(...figures)),
  required: flag,
  hint: text,
  example: text,
});

const file = object<{ readonly source: string; readonly templates: readonly DemandTemplate[] }>({
  source: text,
  templates: list(
    object<DemandTemplate>({
      code,
      version: integer(1, 999),
      industry: text,
      zoneCodes: list(code),
      effectiveFrom: matching(/^\d{4}-\d{2}-\d{2}$/, '日期'),
      questions: list(question, 1),
    }),
    1,
  ),
});

/** Templates as data/demand/templates.json has them; every one asks for each of the five figures exactly once. */
export function parseTemplates(value: unknown, name: string): Parsed<readonly DemandTemplate[]> {
  const parsed = parseWith(file, value, name);
  if (!parsed.ok) return parsed;
  const problems = parsed.value.templates.flatMap((template) => faultsOf(template).map((fault) => `${name}: ${fault}`));
  return problems.length === 0 ? { ok: true, value: parsed.value.templates } : { ok: false, problems };
}

function faultsOf({ code: template, version, questions }: DemandTemplate): string[] {
  const at = `${template} v${version}`;
  const codes = questions.map((one) => one.code);
  return [
    ...(new Set(codes).size === codes.length ? [] : [`${at} 有重复的问题代码`]),
    ...figures
      .filter((figure) => questions.filter((one) => one.figure === figure && one.required).length !== 1)
      .map((figure) => `${at} 应恰有一个必答的${figureTitles[figure]}问题`),
    ...questions
      .filter((one) => (one.kind === 'number') !== one.units.length > 0)
      .map((one) => `${at} ${one.code}：数值问题须列明单位，其他问题没有单位`),
    ...questions
      .filter((one) => (one.kind === 'choice') !== one.choices.length > 1)
      .map((one) => `${at} ${one.code}：选择题须列明选项`),
  ];
}

const number = /^-?\d{1,12}(\.\d{1,6})?$/;

/** Every answer belongs to a question and has its shape; what is left out is judged when it is published. */
export function checkAnswers(
  template: DemandTemplate,
  answers: readonly TemplateAnswer[],
): Result<readonly TemplateAnswer[], Refusal<'demand.answerUnknown' | 'demand.answerMalformed'>> {
  const seen = new Set<string>();
  for (const [index, answer] of answers.entries()) {
    const pointer = `/template/answers/${index}`;
    const asked = template.questions.find((one) => one.code === answer.question);
    if (!asked || seen.has(answer.question)) {
      return refuse(
        'demand.answerUnknown',
        { question: answer.question, industry: template.industry },
        `${pointer}/question`,
      );
    }
    seen.add(answer.question);
    const shape = shapeMissed(asked, answer);
    if (shape !== null) {
      return refuse(
        'demand.answerMalformed',
        { question: asked.text, shape, example: asked.example },
        `${pointer}/value`,
      );
    }
  }
  return ok(answers);
}

/** What the answer should have been; null when it is. */
function shapeMissed({ kind, units, choices }: TemplateQuestion, { value, unit }: TemplateAnswer): string | null {
  if (kind === 'number') {
    if (!number.test(value)) return '数值（只填数字）';
    return unit !== null && units.includes(unit) ? null : `带单位的数值，单位为：${units.join('、')}`;
  }
  if (unit !== null) return '不带单位的文字';
  if (kind === 'choice' && !choices.includes(value)) return `以下之一：${choices.join('、')}`;
  return null;
}

export const answerTo = (use: TemplateUse | null, asked: string): TemplateAnswer | null =>
  use?.answers.find(({ question: one }) => one === asked) ?? null;
