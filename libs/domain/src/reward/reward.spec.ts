import fc from 'fast-check';
import { sum } from '../money/rate.js';
import { contractRegistrationTransitions } from '../contract-registration/contract-registration.js';
import { certificateTransitions } from '../certificate/certificate.js';
import { unreachableStates } from '../shared/state-machine.js';
import { rewardPolicies } from './reward.policy.js';
import { arithmetic, capBindsAt, moveAccrual, rewardOn, shareOut } from './reward.js';

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
        let account = { total: 0n, amount: 0n };
        let posted = 0n;
        const backwards = [...bases].sort((a, b) => order(a) - order(b)).map((base) => -base);
        for (const base of [...bases, ...backwards]) {
          const { increment, ...moved } = moveAccrual(policy, account, base);
          posted += increment;
          account = moved;
          expect(posted).toBe(account.amount);
        }
        expect(account).toEqual({ total: 0n, amount: 0n });
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

it('registrations and certificates have no state that cannot be reached', () => {
  expect(unreachableStates(contractRegistrationTransitions, 'filed')).toEqual([]);
  expect(unreachableStates(certificateTransitions, 'valid')).toEqual([]);
});
