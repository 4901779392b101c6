import fc from 'fast-check';
import { sum } from '../money/rate.js';
import { contractRegistrationTransitions } from '../contract-registration/contract-registration.js';
import { certificateTransitions } from '../certificate/certificate.js';
import { unreachableStates } from '../shared/state-machine.js';
import { rewardPolicies } from './reward.policy.js';
import { arithmetic, capBindsAt, moveAccrual, rewardAccrualTransitions, rewardOn, shareOut } from './reward.js';

const amount = fc.bigInt({ min: 1n, max: 1_000_000_000_000n });
const [policy] = rewardPolicies;
if (!policy) throw new Error('no policy');

describe('rewards', () => {
  it('never pass the cap, never fall as the total grows, and start at the threshold', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(rewardOn(policy, low) <= rewardOn(policy, high)).toBe(true);
        expect(rewardOn(policy, high) <= policy.capPerYear).toBe(true);
        expect(rewardOn(policy, high) > 0n).toBe(high >= policy.threshold);
      }),
      { numRuns: 2000 },
    );
    expect(capBindsAt(policy)).toBe(20_000_000_000n);
  });

  it('end at zero when every contract is taken back, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 12 }), fc.func(fc.integer()), (bases, order) => {
        let account = { state: 'provisional' as const, total: 0n, amount: 0n };
        let posted = 0n;
        const backwards = [...bases].sort((a, b) => order(a) - order(b)).map((base) => -base);
        for (const base of [...bases, ...backwards]) {
          const { increment, ...moved } = moveAccrual(policy, account, base);
          posted += increment;
          account = { ...account, ...moved };
          expect(posted).toBe(account.amount);
        }
        expect(account).toMatchObject({ total: 0n, amount: 0n });
      }),
    );
  });

  it('only fall once awarded, and stand still once closed', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }), (total, base) => {
        fc.pre(total + base >= 0n);
        const before = { total, amount: rewardOn(policy, total) };
        const awarded = moveAccrual(policy, { ...before, state: 'awarded' }, base);
        expect(awarded.increment <= 0n).toBe(true);
        expect(awarded.amount <= rewardOn(policy, total + base)).toBe(true);
        expect(moveAccrual(policy, { ...before, state: 'closed' }, base).increment).toBe(0n);
      }),
    );
  });

  it('share out at most the whole', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(amount, shares, (value, list) => expect(sum(shareOut(value, list)) <= value).toBe(true)));
    expect(shareOut(1n, [5_000, 5_000])).toEqual([1n, 0n]);
    expect(shareOut(100n, [10_000])).toEqual([100n]);
  });

  it('say in words how they are computed', () => {
    expect(arithmetic(policy, 999_999_999n)).toContain('还差 0.01 元');
    expect(arithmetic(policy, 25_000_000_000n)).toContain('按上限暂计 200000.00 元');
  });
});

it('accounts, registrations and certificates have no state that cannot be reached', () => {
  expect(unreachableStates(rewardAccrualTransitions, 'provisional')).toEqual([]);
  expect(unreachableStates(contractRegistrationTransitions, 'draft')).toEqual([]);
  expect(unreachableStates(certificateTransitions, 'valid')).toEqual([]);
});
