import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import {
  carrierReviewTransitions,
  isOverdue,
  reviewedFor,
  titleEventOf,
  validUntilAfter,
  type CarrierReview,
} from './carrier-review.js';
import { carrierKinds, carrierLevels, carrierTitleTransitions, inForceOn, type CarrierFacts } from './carrier-title.js';
import { checkConditions } from './carrier.policy.js';
import { carrierIndicators, carrierTotal, type CountedTenancy, type CountedTitle, type Facts } from './counting.js';

const title = (over: Partial<CountedTitle> = {}): CountedTitle => ({
  titleId: 't1',
  organizationId: 'a',
  kind: 'makerSpace',
  level: 'city',
  professional: true,
  recognizedOn: '2026-01-01',
  validUntil: '2028-12-31',
  endedOn: null,
  ...over,
});
const tenancy = (over: Partial<CountedTenancy> = {}): CountedTenancy => ({
  tenancyId: 's1',
  incubatorOrganizationId: 'a',
  enterpriseOrganizationId: 'e',
  admittedOn: '2026-01-01',
  endedOn: null,
  technologyBased: true,
  byDefinition: true,
  ...over,
});
const reading = (indicator: string, code: string, facts: Partial<Facts>, asOf = '2026-11-23') => {
  const found = carrierIndicators[indicator]?.find((one) => one.code === code);
  if (!found) throw new Error(`${indicator} has no reading ${code}`);
  return found.counted({ titles: [], tenancies: [], ...facts }, asOf).length;
};

describe('carrier titles', () => {
  it.each([
    ['before it was recognized', '2025-12-31', false],
    ['on the day it was recognized', '2026-01-01', true],
    ['on its last day', '2028-12-31', true],
    ['after its last day', '2029-01-01', false],
  ])('%s: in force on %s is %s', (_name, day, expected) => {
    expect(inForceOn(title(), day)).toBe(expected);
  });

  it('is over from the day on which it was withdrawn', () => {
    expect(inForceOn(title({ endedOn: '2026-06-01' }), '2026-05-31')).toBe(true);
    expect(inForceOn(title({ endedOn: '2026-06-01' }), '2026-06-01')).toBe(false);
  });

  it('has no state that nothing leads to', () => {
    expect(unreachableStates(carrierTitleTransitions, 'applied')).toEqual(['recorded']); // begins with a record
    expect(unreachableStates(carrierReviewTransitions, 'due')).toEqual([]);
  });

  const facts: CarrierFacts = {
    areaSquareMetres: 10_000,
    tenantAreaPercent: 74,
    operatingSince: '2023-11-23',
    seedFundYuan: '5000000',
    staff: null,
    professionalStaffPercent: null,
    mentors: null,
  };
  it('checks stated facts against conditions, says what was not stated, and counts 以上 in', () => {
    const outcomes = Object.fromEntries(
      checkConditions('incubator', 'national', facts, '2026-11-23').map(({ code, outcome }) => [code, outcome]),
    );
    expect(outcomes).toEqual({
      area: 'met',
      tenantArea: 'notMet',
      operating: 'met',
      seedFund: 'met',
      professionalStaff: 'notStated',
    });
    expect(checkConditions('incubator', 'national', facts, '2018-12-31')).toEqual([]);
    expect(checkConditions('expertStation', 'city', facts, '2026-11-23')).toEqual([]);
  });
});

describe('yearly review', () => {
  it.each([
    ['recognized by the middle of the year', { recognizedOn: '2025-06-30' }, true],
    ['recognized later', { recognizedOn: '2025-07-01' }, false],
    ['run out before the year was over', { recognizedOn: '2023-01-01', validUntil: '2025-12-30' }, false],
    ['withdrawn on the last day', { recognizedOn: '2023-01-01', endedOn: '2025-12-31' }, false],
  ])('%s', (_name, span, expected) => {
    expect(reviewedFor({ validUntil: null, endedOn: null, ...span }, 2025)).toBe(expected);
  });

  it('is late the day after its day, and only while something is owed', () => {
    const review = { state: 'due', dueOn: '2026-03-31', rectifyUntil: null } as CarrierReview;
    expect([isOverdue(review, '2026-03-31'), isOverdue(review, '2026-04-01')]).toEqual([false, true]);
    expect(isOverdue({ ...review, state: 'submitted' }, '2026-09-01')).toBe(false);
    expect(isOverdue({ ...review, state: 'rectifying', rectifyUntil: '2026-06-30' }, '2026-07-01')).toBe(true);
  });

  it('moves the title by its result', () => {
    expect(titleEventOf('rectify', 'recognized')).toBe('rectify');
    expect(titleEventOf('rectify', 'rectifying')).toBeNull();
    expect(titleEventOf('pass', 'rectifying')).toBe('restore');
    expect(titleEventOf('withdraw', 'rectifying')).toBe('withdraw');
    expect(validUntilAfter('2026-12-09', 3)).toBe('2029-12-08');
  });
});

describe('counts', () => {
  it('count one organization with two titles once in each indicator and once in the total', () => {
    const titles = [
      title(),
      title({ titleId: 't2', level: 'provincial' }),
      title({ titleId: 't3', kind: 'incubator', level: 'provincial' }),
      title({ titleId: 't4', organizationId: 'b', professional: false }),
    ];
    expect(reading('indicator-09', 'professional', { titles })).toBe(1);
    expect(reading('indicator-09', 'allMakerSpaces', { titles })).toBe(2);
    expect(reading('indicator-09', 'provincialMakerSpaces', { titles })).toBe(1);
    expect(reading('indicator-09', 'makerSpacesAndIncubators', { titles })).toBe(2);
    expect(reading('indicator-10', 'incubatorsThemselves', { titles })).toBe(1);
    expect(carrierTotal({ titles, tenancies: [] }, '2026-11-23').map(({ organizationId }) => organizationId)).toEqual([
      'a',
      'b',
    ]);
  });

  it('count tenants, not incubators, and say so in two readings', () => {
    const tenancies = [
      tenancy(),
      tenancy({ tenancyId: 's2', incubatorOrganizationId: 'b', enterpriseOrganizationId: 'f' }),
      tenancy({ tenancyId: 's3', enterpriseOrganizationId: 'g', technologyBased: false }),
      tenancy({ tenancyId: 's4', enterpriseOrganizationId: 'h', endedOn: '2026-11-23' }),
    ];
    const titles = [title({ kind: 'incubator' })];
    expect(reading('indicator-10', 'inIncubators', { titles, tenancies })).toBe(1);
    expect(reading('indicator-10', 'byDefinition', { titles, tenancies })).toBe(1);
    expect(reading('indicator-10', 'inAnyCarrier', { titles, tenancies })).toBe(2);
    expect(reading('indicator-10', 'inAnyCarrier', { titles, tenancies }, '2026-11-22')).toBe(3);
  });

  const anyTitle = fc.record({
    titleId: fc.uuid(),
    organizationId: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom(...carrierKinds),
    level: fc.constantFrom(...carrierLevels),
    professional: fc.boolean(),
    recognizedOn: fc.constantFrom('2024-01-01', '2026-06-01', null),
    validUntil: fc.constantFrom('2026-12-31', null),
    endedOn: fc.constantFrom('2026-07-01', null),
  });
  it('never count an organization twice, nor depend on the order of rows', () => {
    fc.assert(
      fc.property(fc.array(anyTitle, { maxLength: 12 }), (titles) => {
        for (const { counted } of Object.values(carrierIndicators).flat()) {
          const rows = counted({ titles, tenancies: [] }, '2026-11-23');
          expect(new Set(rows.map(({ organizationId }) => organizationId)).size).toBe(rows.length);
          expect(counted({ titles: [...titles].reverse(), tenancies: [] }, '2026-11-23')).toEqual(rows);
          expect(rows.length).toBeLessThanOrEqual(carrierTotal({ titles, tenancies: [] }, '2026-11-23').length);
        }
      }),
    );
  });
});
