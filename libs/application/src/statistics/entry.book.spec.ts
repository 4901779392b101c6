import { filedContract, registration } from '../../../../test/support/registrations.js';
import { toDomain, toRow } from '../contract-registration/contract-registration.mapper.js';
import { contentOfCase } from './entry.book.js';
import type { RegistrationFacts } from './statistics.repository.js';

/** What the contract says today, long after it was filed. */
const today = {
  ...{ field: '01', plan: '10', ipKind: 'technicalSecret', income: '0', cancelledOn: null },
  ...{ goal: null, industry: null, payment: null, foreign: null },
  seller: { nature: '110', country: '142', kind: 'enterprise' },
  buyer: { nature: null, country: '142', kind: 'enterprise' },
} as unknown as RegistrationFacts;
const [seller, buyer] = filedContract().parties;
if (!seller || !buyer) throw new Error('two sides');
const registered = (contract = filedContract()) =>
  registration({
    ...{ state: 'registered', registrationNumber: '2026621001000001', registeredAt: new Date('2026-11-24T02:00:00Z') },
    determination: {
      type: 'development',
      technologyValue: 1n,
      reason: null,
      landingConfirmed: false,
      determinedBy: 'x',
    },
    contract,
  });

describe('an entry of the register', () => {
  it('tells what was filed, not what the contract says today', () => {
    const contract = filedContract({
      parties: [{ ...seller, natureCode: '021' }, buyer],
      rights: [{ kind: 'inventionPatent', title: '一种羔羊代乳料', number: null }],
      classification: { technologyField: '09', planCategory: '90', socioEconomicGoal: null, industry: null },
    });
    const entry = contentOfCase(registered(contract), today);
    expect(entry).toMatchObject({ field: '09', plan: '90', ipKind: 'inventionPatent', seller: { nature: '021' } });
  });

  it('asks the contract where an old filing does not tell', () => {
    const row = toRow(registered());
    const {
      rights: _r,
      classification: _c,
      paymentManner: _p,
      foreign: _f,
      amountsOpen: _a,
      ...old
    } = row.contract as object & Record<string, unknown>;
    const parties = (old['parties'] as Record<string, unknown>[]).map(
      ({ countryCode: _1, natureCode: _2, ...party }) => party,
    );
    const read = toDomain({ ...row, contract: { ...old, parties } });
    expect(read.contract).toMatchObject({ rights: null, amountsOpen: false });
    expect(contentOfCase(read, today)).toMatchObject({
      field: '01',
      ipKind: 'technicalSecret',
      seller: { nature: '110' },
    });
  });
});
