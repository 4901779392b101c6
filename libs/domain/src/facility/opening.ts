import { beijingDate, startOfBeijingDay } from '../calendar/local-date.js';

/** Open on one day of the week (1 Monday – 7 Sunday) from and until a minute of the day in Beijing; 1440 is midnight after it. */
export interface OpeningSpan {
  readonly weekday: number;
  readonly from: number;
  readonly until: number;
}

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** 1970-01-01 was a Thursday. */
const weekdayOf = (dayStart: Date): number => ((Math.floor((dayStart.getTime() + 8 * 3_600_000) / dayMs) + 3) % 7) + 1;

/** The opening instants that touch a span, in order, joined where one ends when the next begins. */
export function openingsWithin(opening: readonly OpeningSpan[], { startsAt, endsAt }: Span): readonly Span[] {
  const found: { startsAt: number; endsAt: number }[] = [];
  for (let day = startOfBeijingDay(beijingDate(startsAt)); day < endsAt; day = new Date(day.getTime() + dayMs)) {
    const spans = opening.filter(({ weekday }) => weekday === weekdayOf(day)).sort((a, b) => a.from - b.from);
    for (const { from, until } of spans) {
      const start = Math.max(day.getTime() + from * minuteMs, startsAt.getTime());
      const end = Math.min(day.getTime() + until * minuteMs, endsAt.getTime());
      const last = found.at(-1);
      if (end <= start) continue;
      if (last && start <= last.endsAt) last.endsAt = Math.max(last.endsAt, end);
      else found.push({ startsAt: start, endsAt: end });
    }
  }
  return found.map((span) => ({ startsAt: new Date(span.startsAt), endsAt: new Date(span.endsAt) }));
}

/** Whether every moment of a span is within opening hours. */
export function isOpen(opening: readonly OpeningSpan[], span: Span): boolean {
  const [only, ...others] = openingsWithin(opening, span);
  return (
    only !== undefined &&
    others.length === 0 &&
    only.startsAt.getTime() === span.startsAt.getTime() &&
    only.endsAt.getTime() === span.endsAt.getTime()
  );
}

export const minutesOf = ({ startsAt, endsAt }: Span): number => (endsAt.getTime() - startsAt.getTime()) / minuteMs;

/** Minute of the day in Beijing. */
export const minuteOfDay = (instant: Date): number =>
  (instant.getTime() - startOfBeijingDay(beijingDate(instant)).getTime()) / minuteMs;
