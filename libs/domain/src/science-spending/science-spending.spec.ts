import fc from 'fast-check';
import { spendingPolicies, spendingPolicyOf, spendingStanding } from './science-spending.js';

describe('the share of science in a year’s expenditure', () => {
  it('is met exactly when nothing is missing, and what is missing makes it met', () => {
    const figures = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 1000n }))
      .map(([expenditure, part]) => ({ expenditure, science: (expenditure * part) / 1000n }));
    fc.assert(
      fc.property(figures, fc.constantFrom(...spendingPolicies), (spent, policy) => {
        const { met, missing } = spendingStanding(policy, spent);
        expect(met).toBe(missing === 0n);
        expect(spendingStanding(policy, { ...spent, science: spent.science + missing }).met).toBe(true);
        const short = { ...spent, science: spent.science + missing - 1n };
        if (missing > 0n) expect(spendingStanding(policy, short).met).toBe(false);
      }),
    );
  });

  it('has no rule before the plan, and refuses what is no share', () => {
    expect(spendingPolicyOf('city', 2019)).toBeNull();
    const [policy] = spendingPolicies;
    if (!policy) throw new Error('no policy');
    for (const figures of [
      { science: 1n, expenditure: 0n },
      { science: 2n, expenditure: 1n },
      { science: -1n, expenditure: 1n },
    ]) {
      expect(() => spendingStanding(policy, figures)).toThrow('not a share');
    }
  });
});
