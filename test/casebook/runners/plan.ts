import { readFileSync } from 'node:fs';
import { progressOf, type Comparison } from '#domain/indicator/indicator.js';

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
