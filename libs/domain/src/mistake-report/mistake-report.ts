import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addMonths, addWorkingDays } from '../calendar/period.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';

/** 我要找错: somebody found a mistake on a page. No name is asked for: who knows the number reads the answer. */
export interface MistakeReport {
  readonly id: string;
  readonly number: string;
  readonly kind: MistakeKind;
  /** The page's address within the portal. */
  readonly page: string;
  readonly words: string;
  readonly state: MistakeReportState;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly answer: string | null;
  readonly answeredOn: LocalDate | null;
  readonly handledBy: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const mistakeKinds = [
  'wrongContent',
  'outdated',
  'brokenLink',
  'notWorking',
  'personalData',
  'hardToUse',
  'other',
] as const;
export type MistakeKind = (typeof mistakeKinds)[number];

export const mistakeReportTransitions = {
  received: { take: 'checking', correct: 'corrected', keep: 'kept' },
  checking: { correct: 'corrected', keep: 'kept' },
  corrected: {},
  kept: {},
} as const satisfies TransitionTable;
export type MistakeReportState = StateOf<typeof mistakeReportTransitions>;
export type MistakeReportEvent = EventOf<typeof mistakeReportTransitions>;

/** How long an answer may take. The months are the source's; the working days are the market's own, well within them. */
export const mistakePolicy = {
  answerWorkingDays: 15,
  answerMonths: 3,
  source: '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）：超过3个月未答复留言的，单项否决',
  standing: '15 个工作日为本平台的办理时限，待主管部门确定',
  effectiveFrom: '2019-04-01',
} as const;

/**
 * Last day for the answer. Where a year's days off are not announced, three weeks: no 15 working days are shorter, so
 * that nobody is told later than may be right.
 */
export function answerDueOn(receivedOn: LocalDate): LocalDate {
  const exact = addWorkingDays(receivedOn, mistakePolicy.answerWorkingDays);
  return exact.ok ? exact.value : addDays(receivedOn, (mistakePolicy.answerWorkingDays / 5) * 7);
}

/** The day from which an unanswered report alone fails the whole portal. */
export const failsOn = (receivedOn: LocalDate): LocalDate =>
  addDays(addMonths(receivedOn, mistakePolicy.answerMonths), 1);

/** Letters and digits that cannot be taken for one another (no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const numberLength = 12;
export const numberBytes = numberLength;
export const mistakeNumberPattern = /^ZC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** A number that nobody guesses (60 bits): it is all that is needed to read the answer. */
export function mistakeNumber(random: Uint8Array): string {
  if (random.length < numberLength) throw new Error(`${numberLength} random bytes are needed`);
  const letters = [...random.subarray(0, numberLength)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `ZC-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
