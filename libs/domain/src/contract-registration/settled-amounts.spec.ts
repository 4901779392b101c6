import { contract } from '../../../../test/support/contract-facts.js';
import { filedContract as filing, registration } from '../../../../test/support/registrations.js';
import { noTerms, type PaymentTerms } from '../contract/contract-terms.js';
import { amountsSettled, changeDue, changeRegistration, closedStates } from './contract-registration.js';
import { filedContract } from './filed-contract.js';
import { holderOf } from './holder.js';
import { checkSettledAmounts, type ChangedTerms } from './registration-change.js';

const now = new Date('2026-11-24T02:00:00Z');
const settled = { contractValue: 130_000_000n, technologyValue: 125_000_000n };
const royalty: PaymentTerms = {
  manner: 'royalty',
  instalments: [],
  royalty: {
    base: 'sales',
    steps: [{ from: 0n, rateBasisPoints: 500 }],
    settlement: 'yearly',
    auditRight: true,
    until: null,
  },
};
const open = registration({ state: 'registered', revision: 1, contract: filing({ amountsOpen: true }) });
const verdict = {
  type: 'development',
  technologyValue: 125_000_000n,
  reason: '结算',
  landingConfirmed: false,
} as const;

describe('what a filing takes of a contract', () => {
  it('is everything that the form asks for', () => {
    const classification = { ...noTerms.classification, planCategory: '90', industry: 'A' };
    const filed = filedContract(contract({ classification }));
    expect(filed).toMatchObject({ classification, paymentManner: null, foreign: false, amountsOpen: false });
    expect(filed.rights).toEqual([{ kind: 'inventionPatent', title: '一种羔羊代乳料', number: '2017106018623' }]);
    expect(filed.parties[0]).toMatchObject({ countryCode: '142', natureCode: null });
    expect(filed.parties[0]).not.toHaveProperty('signedAt');
  });

  it('marks the amounts of a royalty as open, and takes the settled ones where both sides have found them', () => {
    expect(filedContract(contract({ payment: royalty }))).toMatchObject({
      ...{ paymentManner: 'royalty', amountsOpen: true },
      declaredTechnologyValue: 85_000_000n,
    });
    expect(filedContract(contract({ payment: royalty, settled }))).toMatchObject({
      ...{ amountsOpen: false, contractValue: settled.contractValue },
      declaredTechnologyValue: settled.technologyValue,
    });
  });
});

describe('amounts that are settled after the filing', () => {
  const known = amountsSettled(open, settled, now);

  it('make a change due, which lies with the registrant', () => {
    expect([changeDue(open), holderOf(open)]).toEqual([false, 'nobody']);
    expect(known && [changeDue(known), holderOf(known)]).toEqual([true, 'seller']);
  });

  it('lie with the office once the change is asked for, and with the reviewer once it is verified', () => {
    if (!known) throw new Error('settled');
    expect(holderOf({ ...known, openChange: 'requested' })).toBe('registrationOffice');
    expect(holderOf({ ...known, openChange: 'verified' })).toBe('reviewer');
    expect(holderOf({ ...known, contractEndedAt: now })).toBe('registrationOffice'); // it is cancelled instead
  });

  it('are told once, and not to a closed case', () => {
    expect(known && amountsSettled(known, settled, now)).toBeNull();
    expect(known && amountsSettled(known, { ...settled, technologyValue: 1n }, now)).not.toBeNull();
    for (const state of closedStates) expect(amountsSettled({ ...open, state }, settled, now)).toBeNull();
  });

  it('are open no longer after a change that states them, and still are after any other', () => {
    if (!known) throw new Error('settled');
    const change = (contractValue: bigint, declaredTechnologyValue: bigint) => {
      const contractNow = { ...known.contract, contractValue, declaredTechnologyValue };
      const changed = changeRegistration(known, contractNow, { ...verdict, determinedBy: 'first' }, null, now);
      if (!changed.ok) throw new Error(changed.refusal.code);
      return [changed.value.contract.amountsOpen, changeDue(changed.value)];
    };
    expect(change(130_000_000n, 125_000_000n)).toEqual([false, false]);
    expect(change(130_000_000n, 130_000_000n)).toEqual([true, true]);
  });

  const terms: ChangedTerms = {
    ...{ title: null, contractValue: null, nonTechnologyItems: null, declaredTechnologyValue: null },
    ...{ validUntil: null, relatedParty: null },
  };
  it.each([
    ['the settled amounts', { contractValue: 130_000_000n, declaredTechnologyValue: 125_000_000n }, true],
    ['one 分 more', { contractValue: 130_000_001n, declaredTechnologyValue: 125_000_000n }, false],
    ['only one of the two', { contractValue: 130_000_000n }, false],
    ['no amount at all', { title: '新名称' }, true],
  ])('allow a request that states %s: %o', (_, change, allowed) => {
    expect(checkSettledAmounts(open.contract, settled, { ...terms, ...change }).ok).toBe(allowed);
    expect(checkSettledAmounts(open.contract, null, { ...terms, ...change }).ok).toBe(true);
  });
});
