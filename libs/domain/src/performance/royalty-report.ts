import { cautiousLastDay } from '../calendar/cautious-period.js';
import { addDays, type LocalDate } from '../calendar/local-date.js';
import { addMonths } from '../calendar/period.js';
import type { Contract } from '../contract/contract.js';
import type { SettlementPeriod } from '../contract/contract-terms.js';
import type { Receipt } from '../contract/receipt.js';
import { formatYuan, type Fen } from '../money/money.js';
import { basisPoints, multiplyRate, sum } from '../money/rate.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';
import { performancePolicyOn } from './performance.policy.js';

/** What a licensee states of one settlement period (提成报告). Never changed: a disputed one is superseded by the next. */
export interface RoyaltyReport {
  readonly id: string;
  readonly contractId: string;
  readonly state: RoyaltyReportState;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly dueOn: LocalDate;
  readonly base: Fen;
  /** What the clause makes of the base. */
  readonly due: Fen;
  /** What the licensee says it has paid for the period. */
  readonly paid: Fen;
  readonly statement: string;
  readonly reason: string | null;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
}

export const royaltyReportTransitions = {
  submitted: { confirm: 'confirmed', dispute: 'disputed' },
  disputed: { supersede: 'superseded' },
  confirmed: {},
  superseded: {},
} as const satisfies TransitionTable;
export type RoyaltyReportState = StateOf<typeof royaltyReportTransitions>;

export interface RoyaltyPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Last day for the report. */
  readonly dueOn: LocalDate;
}

const monthsOf = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 } as const satisfies Record<
  SettlementPeriod,
  number
>;
const maxPeriods = 600;

/** Settlement periods that began by `today`, along calendar months, quarters, half-years or years; the first and last cut. */
export function royaltyPeriods(
  contract: Pick<Contract, 'effectiveOn' | 'validFrom' | 'validUntil' | 'payment'>,
  today: LocalDate,
): readonly RoyaltyPeriod[] {
  const royalty = contract.payment?.royalty;
  const start = contract.validFrom ?? contract.effectiveOn;
  if (!royalty || start === null) return [];
  const end = royalty.until ?? contract.validUntil;
  const months = monthsOf[royalty.settlement];
  const periods: RoyaltyPeriod[] = [];
  for (let from = start; from <= today && (end === null || from <= end) && periods.length < maxPeriods;) {
    const next = addMonths(calendarStart(from, months), months);
    const last = addDays(next, -1);
    const to = end !== null && end < last ? end : last;
    periods.push({ from, to, dueOn: cautiousLastDay(to, performancePolicyOn(to).reportDays).day });
    from = next;
  }
  return periods;
}

/** First day of the calendar period that a day lies in. */
function calendarStart(day: LocalDate, months: number): LocalDate {
  const month = Number(day.slice(5, 7)) - 1;
  const first = month - (month % months) + 1;
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

export const leakageCodes = [
  'missingReport',
  'suddenDrop',
  'baseBelowReceipts',
  'underpaid',
  'paidAboveReceipts',
  'disputed',
] as const;
export type LeakageCode = (typeof leakageCodes)[number];

/** Something to ask about: advice to a person, never a verdict. */
export interface LeakageFinding {
  readonly code: LeakageCode;
  /** First day of the period concerned; null of a whole contract. */
  readonly periodFrom: LocalDate | null;
  readonly amount: Fen;
  readonly text: string;
}

/** Where a royalty may leak: what was not reported, what fell, and what does not fit the money that came in. */
export function royaltyFindings(
  periods: readonly RoyaltyPeriod[],
  reports: readonly RoyaltyReport[],
  receipts: readonly Pick<Receipt, 'kind' | 'amount' | 'royaltyBase' | 'voidedAt'>[],
  today: LocalDate,
): readonly LeakageFinding[] {
  const standing = reports
    .filter(({ state }) => state !== 'superseded')
    .toSorted((a, b) => (a.periodFrom < b.periodFrom ? -1 : 1));
  return [
    ...periods.flatMap((period) => missing(period, standing, today)),
    ...standing.flatMap((report, at) => [...dropped(report, standing[at - 1]), ...unpaid(report, today)]),
    ...against(standing, receipts),
  ];
}

function missing(period: RoyaltyPeriod, reports: readonly RoyaltyReport[], today: LocalDate): LeakageFinding[] {
  if (period.dueOn >= today || reports.some(({ periodFrom }) => periodFrom === period.from)) return [];
  const text = `${period.from} 至 ${period.to} 的提成报告应于 ${period.dueOn} 前提交，尚未收到。`;
  return [{ code: 'missingReport', periodFrom: period.from, amount: 0n, text }];
}

function dropped(report: RoyaltyReport, before: RoyaltyReport | undefined): LeakageFinding[] {
  const { suddenDropBasisPoints } = performancePolicyOn(report.periodTo);
  if (!before || report.base >= multiplyRate(before.base, basisPoints(suddenDropBasisPoints))) return [];
  const text = `基数由上期 ${formatYuan(before.base)} 元降为 ${formatYuan(report.base)} 元，请说明原因，可查阅有关会计账目。`;
  return [{ code: 'suddenDrop', periodFrom: report.periodFrom, amount: before.base - report.base, text }];
}

function unpaid(report: RoyaltyReport, today: LocalDate): LeakageFinding[] {
  const found: LeakageFinding[] = [];
  const { periodFrom } = report;
  if (report.state === 'disputed') {
    found.push({ code: 'disputed', periodFrom, amount: report.due, text: `报告有争议：${report.reason ?? ''}` });
  }
  if (report.paid < report.due && report.dueOn < today) {
    const amount = report.due - report.paid;
    found.push({ code: 'underpaid', periodFrom, amount, text: `应付与已付相差 ${formatYuan(amount)} 元。` });
  }
  return found;
}

function against(
  reports: readonly RoyaltyReport[],
  receipts: readonly Pick<Receipt, 'kind' | 'amount' | 'royaltyBase' | 'voidedAt'>[],
): LeakageFinding[] {
  const royalties = receipts.filter(({ kind, voidedAt }) => kind === 'royalty' && voidedAt === null);
  const [reported, known] = [
    sum(reports.map(({ base }) => base)),
    sum(royalties.map((each) => each.royaltyBase ?? 0n)),
  ];
  const [paid, received] = [sum(reports.map((report) => report.paid)), sum(royalties.map(({ amount }) => amount))];
  return [
    ...(known > reported
      ? [
          whole(
            'baseBelowReceipts',
            known - reported,
            `到账记录的计提基数比报告合计多 ${formatYuan(known - reported)} 元。`,
          ),
        ]
      : []),
    ...(paid > received
      ? [whole('paidAboveReceipts', paid - received, `报告称已付的比到账记录多 ${formatYuan(paid - received)} 元。`)]
      : []),
  ];
}

const whole = (code: LeakageCode, amount: Fen, text: string): LeakageFinding => ({
  ...{ code, periodFrom: null, amount, text },
});
