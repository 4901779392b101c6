import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  clause,
  contractType,
  currency,
  essentials,
  income,
  licence,
  longLicence,
  payment,
  royalty,
  split,
  stampDuty,
  taxRelief,
  transferTax,
} from './runners/contract.js';
import { creditCode, patentCheck, patentNumber, patentTerm, period } from './runners/identifiers.js';
import { countyCode, exchangeDuty, indicatorProgress, scienceSpending, secondment } from './runners/plan.js';
import {
  caseClock,
  duplicate,
  fourEyes,
  number,
  procedure,
  refusalGround,
  registrant,
  reminder,
} from './runners/procedure.js';
import { amounts, deadline, fiscalYear, landing, supplement } from './runners/registration.js';
import {
  accrual,
  award,
  awardTerms,
  brokerShare,
  budget,
  commission,
  commissionSplit,
  counting,
  distribution,
  enterpriseAward,
  envoyMonth,
  ranking,
  rewardPlan,
} from './runners/reward.js';
import { rightGuard } from './runners/right.js';
import { statistics } from './runners/statistics.js';
import type { Case, Runner } from './runners/runner.js';

/**
 * The rules, case by case, as a lawyer may read them: one JSON file a question, one row a case. A new question is a file
 * `<name>.json` beside this one, a runner in `runners/`, and a line here.
 */
const runners: Readonly<Record<string, Runner>> = {
  'county-code': countyCode,
  'exchange-duty': exchangeDuty,
  'indicator-progress': indicatorProgress,
  'science-spending': scienceSpending,
  secondment,
  'case-clock': caseClock,
  duplicate,
  'four-eyes': fourEyes,
  number,
  procedure,
  'refusal-ground': refusalGround,
  registrant,
  reminder,
  clause,
  'contract-type': contractType,
  currency,
  essentials,
  income,
  licence,
  'long-licence': longLicence,
  payment,
  royalty,
  split,
  'stamp-duty': stampDuty,
  'tax-relief': taxRelief,
  'transfer-tax': transferTax,
  'credit-code': creditCode,
  'patent-check': patentCheck,
  'patent-number': patentNumber,
  'patent-term': patentTerm,
  period,
  'right-guard': rightGuard,
  amounts,
  award,
  'award-terms': awardTerms,
  accrual,
  'broker-share': brokerShare,
  budget,
  commission,
  'commission-split': commissionSplit,
  counting,
  distribution,
  'enterprise-award': enterpriseAward,
  'envoy-month': envoyMonth,
  ranking,
  'reward-plan': rewardPlan,
  deadline,
  'fiscal-year': fiscalYear,
  landing,
  statistics,
  supplement,
};

const folder = 'test/casebook';
const leastCases = 120;
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name: name.replace('.json', ''),
    cases: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case[],
  }));

describe('casebook', () => {
  describe.each(files)('$name', ({ name, cases }) => {
    it.each(cases)('$case', ({ facts, rules, expected }) => {
      expect(runners[name]?.(facts as never, rules)).toEqual(expected);
    });
  });

  it('has a runner for every file, and a file for every runner', () => {
    expect(files.map(({ name }) => name).sort()).toEqual(Object.keys(runners).sort());
  });

  it('names the rule set, the article, the facts and the outcome of every case, and tells no two of a file alike', () => {
    const faults = files.flatMap(({ name, cases }) => [
      ...cases.filter((row) => !isWhole(row)).map((row) => `${name}: ${row.case} is not whole`),
      ...cases
        .filter((row, at) => cases.findIndex((other) => other.case === row.case) !== at)
        .map((row) => `${name}: ${row.case} twice`),
    ]);
    expect(faults).toEqual([]);
  });

  it(`has at least ${leastCases} cases`, () => {
    expect(files.reduce((total, { cases }) => total + cases.length, 0)).toBeGreaterThanOrEqual(leastCases);
  });
});

/** An article is a source with a place in it: a title or number of an instrument, and more than that. */
const isWhole = (row: Case): boolean =>
  /\S{2,}/.test(row.rules) &&
  /[\u4e00-\u9fff]{2,}|GB|ZC/.test(row.article) &&
  row.case.trim() !== '' &&
  Object.keys(row.facts).length > 0 &&
  Object.keys(row.expected).length > 0;
