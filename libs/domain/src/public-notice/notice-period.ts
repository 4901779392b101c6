import type { LocalDate } from '../calendar/local-date.js';

interface NoticePeriodPolicy {
  readonly value: number;
  readonly source: string;
  readonly article: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/** Calendar days a negotiated price is posted, at least. Not the 15 working days of reward notices: another rule. */
const negotiatedPriceDays: readonly NoticePeriodPolicy[] = [
  {
    value: 15,
    source: '国务院关于印发实施《中华人民共和国促进科技成果转化法》若干规定的通知（国发〔2016〕16号）',
    article: '一（二）',
    effectiveFrom: '2016-02-26',
    effectiveTo: null,
  },
];

export const maxNoticeDays = 60;

/** The minimum in force on a day; earlier than the first rule, the first rule. */
export function minimumNoticeDays(on: LocalDate): number {
  const inForce = negotiatedPriceDays.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo),
  );
  return (inForce ?? negotiatedPriceDays[0]!).value;
}
