import { readFileSync } from 'node:fs';
import { exchangeDuties, isMet } from '#domain/exchange-duty/exchange-duty.js';
import { progressOf, type Comparison } from '#domain/indicator/indicator.js';
import { formatYuan } from '#domain/money/money.js';
import { spendingLevelOf, spendingPolicyOf, spendingStanding } from '#domain/science-spending/science-spending.js';
import { daysKept, keptUntil, secondmentStanding } from '#domain/secondment/secondment.js';
import { fen } from './runner.js';

const { counties } = JSON.parse(readFileSync('data/catalogue/counties.json', 'utf8')) as {
  counties: { code: string; name: string }[];
};

/** Whose code it is. */
export const countyCode = ({ code }: { code: string }) => ({
  name: counties.find((county) => county.code === code)?.name ?? null,
});

/** How far an indicator has come from its base. */
export function indicatorProgress(facts: {
  base: string | null;
  target: string | null;
  comparison: Comparison | null;
  actual: string;
}) {
  const { base, target, comparison, actual } = facts;
  const indicator = {
    qualitative: base === null,
    base: { value: base, printed: base ?? '' },
    target: { value: target, printed: target ?? '', comparison },
  };
  return progressOf(indicator, actual);
}

/** M6: does a unit's science spending reach the share that the plan asks of it? */
export function scienceSpending(facts: { unitCode: string; scienceYuan: string; expenditureYuan: string }) {
  const policy = spendingPolicyOf(spendingLevelOf(facts.unitCode), 2026);
  if (!policy) throw new Error(facts.unitCode);
  const figures = { science: fen(facts.scienceYuan), expenditure: fen(facts.expenditureYuan) };
  const { percent, met, missing } = spendingStanding(policy, figures);
  return { percent, met, missingYuan: formatYuan(missing) };
}

/** M7: is what was done in a year enough? */
export function exchangeDuty({ duty, count }: { duty: string; count: number }) {
  const found = exchangeDuties.find(({ code }) => code === duty);
  if (!found) throw new Error(duty);
  return { met: isMet(found, count), leastPerYear: found.leastPerYear };
}

/** M8: are rank, post and pay of somebody seconded still kept on a day? */
export function secondment(facts: { startsOn: string; today: string; returned: boolean }) {
  const until = keptUntil(facts.startsOn);
  const state = facts.returned ? 'returned' : 'seconded';
  return {
    keptUntil: until,
    standing: secondmentStanding({ state, keptUntil: until }, facts.today),
    daysLeft: daysKept({ keptUntil: until }, facts.today),
  };
}
