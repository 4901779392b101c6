import type { LocalDate } from '../calendar/local-date.js';
import { addWorkingDays, lastDayOfDays } from '../calendar/period.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { ruleSets, type RuleSet, type Term } from './rule-set.policy.js';

/** The rules in force on the day of acceptance (受理日). */
export function ruleSetFor(acceptedOn: LocalDate): Result<RuleSet, Refusal<'contractRegistration.noRuleSet'>> {
  const found = ruleSets.find(
    (set) => set.effectiveFrom <= acceptedOn && (set.effectiveTo === null || acceptedOn <= set.effectiveTo),
  );
  return found ? ok(found) : refuse('contractRegistration.noRuleSet', { acceptedOn });
}

/** Large or disputed contracts take a second person (and experts) and the longer term. 以上 includes the number. */
export const needsSecondReview = (rules: RuleSet, technologyValue: Fen, disputed: boolean): boolean =>
  rules.large !== null && (technologyValue >= rules.large.from || disputed);

export const termFor = (rules: RuleSet, technologyValue: Fen, disputed: boolean): Term =>
  rules.large !== null && needsSecondReview(rules, technologyValue, disputed) ? rules.large.term : rules.examination;

export interface Deadline {
  readonly dueOn: LocalDate | null;
  /** Why no day can be named yet. */
  readonly note: string | null;
}

/** The last day of a term that began with the acceptance. A year whose holidays are not announced gives no day: never a guess. */
export function deadline(startedOn: LocalDate, term: Term): Deadline {
  const last =
    term.unit === 'workingDay' ? addWorkingDays(startedOn, term.count) : lastDayOfDays(startedOn, term.count);
  if (last.ok) return { dueOn: last.value, note: null };
  const year = last.refusal.params?.['year'] ?? '';
  return { dueOn: null, note: `${year}年放假安排尚未公布，期限为自${startedOn}起${termText(term)}` };
}

export const termText = (term: Term): string => `${term.count}${term.unit === 'workingDay' ? '个工作日' : '日'}`;
