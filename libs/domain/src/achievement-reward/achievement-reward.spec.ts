import fc from 'fast-check';
import { sum } from '../money/rate.js';
import { unreachableStates } from '../shared/state-machine.js';
import {
  cashNoticeDays,
  checkPlan,
  distribute,
  rewardPlanTransitions,
  type Participant,
} from './achievement-reward.js';

const person = (name: string, shareBasisPoints: number, over: Partial<Participant> = {}): Participant => ({
  personId: null,
  name,
  main: false,
  leader: 'none',
  shareBasisPoints,
  ...over,
});
const plan = {
  achievementId: 'a',
  contractId: 'c',
  mode: 'netIncome',
  poolBasisPoints: 5_000,
  years: null,
  basis: 'unitRule',
  participants: [person('主', 6_000, { main: true }), person('参', 4_000)],
} as const;

describe('a reward plan', () => {
  it.each([
    ['at the floor', {}, true, null],
    ['below the floor in a public unit', { poolBasisPoints: 4_999 }, true, 'achievementReward.belowFloor'],
    ['below the floor in a firm that agreed so', { poolBasisPoints: 3_000, basis: 'agreement' }, false, null],
    [
      'below the floor in a firm without a rule',
      { poolBasisPoints: 3_000, basis: 'default' },
      false,
      'achievementReward.belowFloor',
    ],
    [
      'of shares that do not sum up',
      { participants: [person('主', 9_999, { main: true })] },
      true,
      'achievementReward.sharesNotWhole',
    ],
    [
      'that gives the main contributors less than half',
      { participants: [person('主', 4_999, { main: true }), person('参', 5_001)] },
      true,
      'achievementReward.mainBelowHalf',
    ],
    [
      'that gives the main contributors just half',
      { participants: [person('主', 5_000, { main: true }), person('参', 5_000)] },
      true,
      null,
    ],
    [
      'of equity to a chief leader',
      { mode: 'equity', participants: [person('正职', 10_000, { main: true, leader: 'chief' })] },
      true,
      'achievementReward.chiefEquity',
    ],
    [
      'of cash to a chief leader',
      { participants: [person('正职', 10_000, { main: true, leader: 'chief' })] },
      true,
      null,
    ],
    [
      'of equity to a deputy',
      { mode: 'equity', participants: [person('副职', 10_000, { main: true, leader: 'deputy' })] },
      true,
      null,
    ],
    ['of profit for two years', { mode: 'profit', poolBasisPoints: 500, years: 2 }, true, 'achievementReward.years'],
    ['of profit for three years', { mode: 'profit', poolBasisPoints: 500, years: 3 }, true, null],
    ['of profit for five years', { mode: 'profit', poolBasisPoints: 500, years: 5 }, true, null],
    ['of profit for six years', { mode: 'profit', poolBasisPoints: 500, years: 6 }, true, 'achievementReward.years'],
    ['of profit below 5%', { mode: 'profit', poolBasisPoints: 499, years: 3 }, true, 'achievementReward.belowFloor'],
  ] as const)('%s', (_name, over, publicUnit, code) => {
    const checked = checkPlan({ ...plan, ...over }, publicUnit);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });

  it('shares out exactly its pool, carries a loss forward and never pays one', () => {
    const receipt = fc.record({
      gross: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      tax: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      cost: fc.bigInt({ min: 0n, max: 10n ** 10n }),
    });
    const split = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(receipt, { maxLength: 8 }), split, (receipts, weights) => {
        const whole = weights.reduce((total, weight) => total + weight, 0);
        const shares = weights.map((weight) => Math.floor((weight * 10_000) / whole));
        const rest = 10_000 - shares.reduce((total, share) => total + share, 0);
        const participants = shares.map((share, index) =>
          person(`p${index}`, index === 0 ? share + rest : share, { main: index === 0 }),
        );
        let carried = 0n;
        let [net, pools] = [0n, 0n];
        for (const { gross, tax, cost } of receipts) {
          const income = { gross, tax, costs: [{ kind: 'appraisal' as const, amount: cost }] };
          const done = distribute({ poolBasisPoints: 5_000, participants }, income, carried);
          expect(sum(done.shares)).toBe(done.pool);
          expect(done.shares.every((share) => share >= 0n)).toBe(true);
          net += gross - tax - cost;
          pools += done.pool;
          carried = done.carried;
          expect(carried <= 0n).toBe(true);
        }
        // Half of what was left over all receipts, but for the rounding of each and for what is still carried.
        const half = (net - carried) / 2n;
        const distance = pools > half ? pools - half : half - pools;
        expect(distance <= BigInt(receipts.length) + 1n).toBe(true);
      }),
    );
  });

  it('is published for fifteen working days, and for longer where holidays are not announced', () => {
    expect(cashNoticeDays('2026-11-02')).toBe(21);
    expect(cashNoticeDays('2026-09-21')).toBeGreaterThan(21); // National Day lies in between
    expect(cashNoticeDays('2030-01-10')).toBe(37);
    expect(unreachableStates(rewardPlanTransitions, 'draft')).toEqual([]);
  });
});
