import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { ContractSubType, ContractType } from './contract.js';
import { questionnaires, type Questionnaire, type TypeRule } from './questionnaire.policy.js';

export type Answers = Readonly<Record<string, string>>;

export interface TypeReason {
  readonly text: string;
  readonly article: string;
}

/** What the answers point to. Null type: no technology contract, or not enough answers; the reasons say which. */
export interface TypeSuggestion {
  readonly type: ContractType | null;
  readonly subType: ContractSubType | null;
  readonly standing: 'suggested' | 'notTechnology' | 'undecided';
  readonly reasons: readonly TypeReason[];
  /** Types that are one answer away. */
  readonly alternatives: readonly Pick<TypeSuggestion, 'type' | 'subType'>[];
  /** Questions whose answer would decide. */
  readonly openQuestions: readonly string[];
}

export function questionnaireOn(on: LocalDate): Questionnaire {
  const found = questionnaires.find(
    (each) => each.effectiveFrom <= on && (each.effectiveTo === null || on <= each.effectiveTo),
  );
  const chosen = found ?? questionnaires[0];
  if (!chosen) throw new Error('no questionnaire');
  return chosen;
}

const fits = ({ requires }: TypeRule, answers: Answers): boolean =>
  Object.entries(requires).every(([question, options]) => options.includes(answers[question] ?? ''));

/** Unanswered, or answered with 不确定, is open; any other answer that the rule does not take speaks against it. */
const openIn = ({ requires }: TypeRule, answers: Answers): readonly string[] | null => {
  const unfit = Object.entries(requires).filter(([question, options]) => !options.includes(answers[question] ?? ''));
  return unfit.every(([question]) => isOpen(answers[question])) ? unfit.map(([question]) => question) : null;
};
const isOpen = (answer: string | undefined): boolean => answer === undefined || answer === 'unsure';

export function suggestType(
  questionnaire: Questionnaire,
  answers: Answers,
): Result<TypeSuggestion, Refusal<'contract.answerUnknown'>> {
  for (const [question, answer] of Object.entries(answers)) {
    const known = questionnaire.questions.find(({ id }) => id === question);
    if (!known?.options.some(({ id }) => id === answer)) {
      return refuse('contract.answerUnknown', { question, answer }, '/answers');
    }
  }
  const fitting = questionnaire.rules.filter((rule) => fits(rule, answers));
  const [first] = fitting;
  if (!first) return ok(undecided(questionnaire, answers));
  const reasons = fitting
    .filter((rule) => rule.type === first.type)
    .map(({ reason: text, article }) => ({ text, article }));
  return ok({
    type: first.type,
    subType: first.subType,
    standing: first.type === null ? 'notTechnology' : 'suggested',
    reasons: [...reasons, ...basis(questionnaire, first)],
    alternatives: kindsOf(fitting.slice(1)),
    openQuestions: [],
  });
}

/** The questions that a rule rests on, with their articles. */
const basis = ({ questions }: Questionnaire, { requires }: TypeRule): readonly TypeReason[] =>
  questions
    .filter(({ id }) => Object.hasOwn(requires, id))
    .map(({ text, article, options, id }) => ({
      text: `${text}${options
        .filter((option) => requires[id]?.includes(option.id))
        .map((option) => option.text)
        .join('或')}`,
      article,
    }));

function undecided({ rules }: Questionnaire, answers: Answers): TypeSuggestion {
  const near = rules
    .map((rule) => ({ rule, open: openIn(rule, answers) }))
    .filter((each): each is { rule: TypeRule; open: readonly string[] } => each.open !== null);
  const fewest = Math.min(...near.map(({ open }) => open.length));
  const nearest = near.filter(({ open }) => open.length === fewest);
  return {
    type: null,
    subType: null,
    standing: 'undecided',
    reasons: [{ text: '已有的回答还不足以建议类型。', article: '技术合同司法解释第四十二条' }],
    alternatives: kindsOf(nearest.map(({ rule }) => rule)),
    openQuestions: [...new Set(nearest.flatMap(({ open }) => open))],
  };
}

const kindsOf = (rules: readonly TypeRule[]): readonly Pick<TypeSuggestion, 'type' | 'subType'>[] =>
  rules
    .filter(({ type }) => type !== null)
    .filter(
      (rule, at, all) => all.findIndex((other) => other.type === rule.type && other.subType === rule.subType) === at,
    )
    .map(({ type, subType }) => ({ type, subType }));
