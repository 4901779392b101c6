import { unreachableStates } from '../shared/state-machine.js';
import {
  financeApplicationTransitions,
  financeNeedTransitions,
  financeSchemeTransitions,
  findingsOf,
  mayRead,
  type CompanyFacts,
  type FinancePack,
  type FinanceProduct,
} from './finance.js';

const product = {
  kind: 'ipPledge',
  min: 10_000_000n,
  max: 300_000_000n,
  longestMonths: 36,
  conditions: {
    cityOnly: true,
    leastRegisteredContracts: 1,
    leastTechnologyValueYuan: '1000000',
    leastFreePatents: 1,
    tenantOnly: false,
  },
} as unknown as FinanceProduct;
const need = { amount: 10_000_000n, months: 36, kinds: [] };
const facts: CompanyFacts = {
  countyCode: '621022',
  registeredContracts: 1,
  technologyValue: 100_000_000n,
  grantedPatents: 2,
  freePatents: 1,
  tenant: false,
};
const missing = (overNeed: object, overFacts: object) =>
  findingsOf(product, { ...need, ...overNeed }, { ...facts, ...overFacts })
    .filter(({ met }) => !met)
    .map(({ code }) => code);

describe('hard conditions of a product', () => {
  it.each([
    ['all on the border', {}, {}, []],
    ['a fen too little', { amount: 9_999_999n }, {}, ['amount']],
    ['a month too long', { months: 37 }, {}, ['months']],
    ['another kind wanted', { kinds: ['insurance'] }, {}, ['kind']],
    ['outside the city', {}, { countyCode: '620102' }, ['city']],
    ['every patent pledged', {}, { freePatents: 0 }, ['freePatents']],
    ['a fen of technology value too little', {}, { technologyValue: 99_999_999n }, ['technologyValue']],
  ])('%s', (_name, overNeed, overFacts, expected) => {
    expect(missing(overNeed, overFacts)).toEqual(expected);
  });

  it('are said in words with what is known', () => {
    expect(findingsOf(product, need, facts).find(({ code }) => code === 'freePatents')?.wording).toBe(
      '未质押的有效专利不少于 1 件，现有 1 件（共 2 件）',
    );
  });

  it('let a pack be read through its last day and not when it was withdrawn', () => {
    const pack = { state: 'granted', expiresOn: '2026-12-31' } as FinancePack;
    expect([mayRead(pack, '2026-12-31'), mayRead(pack, '2027-01-01')]).toEqual([true, false]);
    expect(mayRead({ ...pack, state: 'withdrawn' }, '2026-12-01')).toBe(false);
  });

  it('have no state that nothing leads to', () => {
    expect(unreachableStates(financeApplicationTransitions, 'submitted')).toEqual([]);
    expect(unreachableStates(financeNeedTransitions, 'open')).toEqual([]);
    expect(unreachableStates(financeSchemeTransitions, 'draft')).toEqual([]);
  });
});
