import type { LocalDate } from '../calendar/local-date.js';
import {
  checked,
  code,
  countyCode,
  decimalText,
  integer,
  list,
  nullable,
  object,
  oneOf,
  text,
  type Reader,
} from '../catalogue/reader.js';
import { comparisons, type Comparison } from '../indicator/indicator.js';

/** A number inside the prose of a task's goal. `printed` is the wording it stands in. */
export interface TaskTarget {
  readonly measure: string;
  readonly value: string;
  /** Upper end where the plan prints a range: 2—3个. */
  readonly upper: string | null;
  readonly unit: string;
  readonly comparison: Comparison;
  readonly printed: string;
}

/** A step inside a task with a year of its own (task 1: 2020, 2021). */
export interface Milestone {
  readonly code: string;
  readonly year: number;
  readonly printed: string;
  readonly countyCodes: readonly string[];
}

/** A year, or 持续推进. */
export interface TaskDue {
  readonly kind: 'year' | 'ongoing';
  readonly printed: string;
  readonly year: number | null;
}

/** One leaf row of 附表2. Rows 12–14 have four branches each, one a zone. */
export interface Task {
  readonly code: string;
  readonly number: number;
  readonly branch: number | null;
  readonly source: string;
  /** “四区”建设 and so on, for the branches of rows 12–14. */
  readonly group: string | null;
  readonly name: string;
  readonly zoneCode: string | null;
  readonly goal: string;
  /** Names as printed; `departments.json` knows their aliases. Several may lead. */
  readonly leads: readonly string[];
  readonly cooperating: readonly string[];
  readonly due: TaskDue;
  readonly milestones: readonly Milestone[];
  readonly targets: readonly TaskTarget[];
}

const year = integer(2015, 2100);

const due: Reader<TaskDue> = checked(
  object<TaskDue>({ kind: oneOf('year', 'ongoing'), printed: text, year: nullable(year) }),
  ({ kind, printed, year: dueYear }) =>
    (kind === 'year') === (dueYear !== null) && (dueYear === null || printed === String(dueYear))
      ? null
      : '完成时限应为年份，或持续推进而无年份',
);

const target: Reader<TaskTarget> = object<TaskTarget>({
  measure: text,
  value: decimalText,
  upper: nullable(decimalText),
  unit: text,
  comparison: oneOf(...comparisons),
  printed: text,
});

export const task: Reader<Task> = checked(
  object<Task>({
    code,
    number: integer(1, 99),
    branch: nullable(integer(1, 9)),
    source: text,
    group: nullable(text),
    name: text,
    zoneCode: nullable(code),
    goal: text,
    leads: list(text, 1),
    cooperating: list(text, 1),
    due,
    milestones: list(object<Milestone>({ code, year, printed: text, countyCodes: list(countyCode) })),
    targets: list(target),
  }),
  ({ goal, targets, milestones }) => {
    const foreign = [...targets, ...milestones].find(({ printed }) => !goal.includes(printed));
    return foreign === undefined ? null : `“${foreign.printed}”不在预期目标原文中`;
  },
);

/** `ongoing` has no deadline; a year's deadline is its last day. */
export type DueStatus = 'ongoing' | 'done' | 'overdue' | 'dueThisYear' | 'ahead';

/** Where a task or a milestone stands on a day. Done beats every deadline. */
export function dueStatus(dueYear: number | null, done: boolean, today: LocalDate): DueStatus {
  if (done) return 'done';
  if (dueYear === null) return 'ongoing';
  const thisYear = Number(today.slice(0, 4));
  if (dueYear < thisYear) return 'overdue';
  return dueYear === thisYear ? 'dueThisYear' : 'ahead';
}
