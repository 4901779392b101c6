import { epochDay, type LocalDate } from '../calendar/local-date.js';
import type { TenancyState } from './tenancy.js';

/** One stay, as a cohort counts it. */
export interface Stay {
  readonly state: TenancyState;
  readonly admittedOn: LocalDate;
  readonly endedOn: LocalDate | null;
}

/** Those who entered in one year, by what had become of them on the day of the table. */
export interface Cohort {
  readonly year: number;
  readonly entered: number;
  readonly inIncubation: number;
  readonly graduated: number;
  readonly left: number;
  readonly failed: number;
  /** Nobody knows: out of reach. */
  readonly unknown: number;
  /** Followed no further than to the day of the table, or to the day on which they went: right-censored. */
  readonly censored: number;
  /** Share not failed after 1, 2 and 3 years, in basis points; null while nobody has been followed so long. */
  readonly survival: readonly [number | null, number | null, number | null];
}

const horizonDays = [365, 730, 1095] as const;

/**
 * Cohorts by year of entry as of a day. Survival is the Kaplan–Meier estimate with failure as the event: who graduated, left, was
 * lost or is still there counts as at risk for as long as it was followed and no longer. Exact fractions, rounded once, half up.
 */
export function cohortTable(stays: readonly Stay[], asOf: LocalDate): readonly Cohort[] {
  const byYear = new Map<number, Stay[]>();
  for (const stay of stays) {
    if (stay.admittedOn > asOf) continue;
    const year = Number(stay.admittedOn.slice(0, 4));
    byYear.set(year, [...(byYear.get(year) ?? []), stay]);
  }
  return [...byYear].sort(([a], [b]) => a - b).map(([year, of]) => cohortOf(year, of, asOf));
}

function cohortOf(year: number, stays: readonly Stay[], asOf: LocalDate): Cohort {
  const states = stays.map((stay) => stateOn(stay, asOf));
  const count = (state: TenancyState) => states.filter((one) => one === state).length;
  const failed = count('failed');
  return {
    year,
    entered: stays.length,
    inIncubation: count('admitted'),
    graduated: count('graduated'),
    left: count('left'),
    failed,
    unknown: count('lost'),
    censored: stays.length - failed,
    survival: survivalOf(stays, asOf),
  };
}

/** What ended after the day had not ended on it. */
const stateOn = ({ state, endedOn }: Stay, asOf: LocalDate): TenancyState =>
  endedOn !== null && endedOn > asOf ? 'admitted' : state;

function survivalOf(stays: readonly Stay[], asOf: LocalDate): Cohort['survival'] {
  const followed = stays.map((stay) => {
    const until = stay.endedOn !== null && stay.endedOn <= asOf ? stay.endedOn : asOf;
    return { days: epochDay(until) - epochDay(stay.admittedOn), failed: stateOn(stay, asOf) === 'failed' };
  });
  const longest = Math.max(...followed.map(({ days }) => days));
  const at = (horizon: number): number | null => {
    if (longest < horizon) return null;
    const times = new Set(followed.filter(({ days, failed }) => failed && days <= horizon).map(({ days }) => days));
    let [alive, all] = [1n, 1n];
    for (const time of times) {
      const atRisk = followed.filter(({ days }) => days >= time).length;
      const failures = followed.filter(({ days, failed }) => failed && days === time).length;
      alive *= BigInt(atRisk - failures);
      all *= BigInt(atRisk);
    }
    return Number((alive * 20_000n + all) / (2n * all));
  };
  return [at(horizonDays[0]), at(horizonDays[1]), at(horizonDays[2])];
}
