import fc from 'fast-check';
import { defaultModel } from './model.js';
import { relateObjects } from './objects.js';
import { signalNames } from './signal.js';
import { signalsOf, wholeSignals } from './signals.js';
import type { Need, Offer } from './subject.js';

const need: Need = {
  id: 'n',
  organizationId: 'o1',
  title: '',
  summary: null,
  field: '肉羊',
  zoneCode: 'z',
  countyCode: '621022',
  budgetFen: 100n,
};
const offer: Offer = {
  id: 'a',
  organizationId: 'o2',
  title: '',
  summary: null,
  keywords: [],
  field: '肉羊',
  zoneCode: 'z',
  countyCode: '621022',
  readinessLevel: 8,
  priceFen: 100n,
  publishedAt: new Date('2026-11-01'),
};
const now = new Date('2026-11-23');
const shared = { kind: 'shared', needNames: ['羊'], offerNames: ['羊'] } as const;
const pointsOf = (name: string, change: Partial<Offer>, needChange: Partial<Need> = {}) =>
  signalsOf({ ...need, ...needChange }, { ...offer, ...change }, 0.5, shared, defaultModel, now).find(
    (signal) => signal.name === name,
  )?.points ?? 0;

describe('signals', () => {
  it('sum to 100 when everything agrees', () => {
    expect(wholeSignals(signalsOf(need, offer, 1, shared, defaultModel, now)).score).toBe(100);
  });

  it.each([
    ['price', { priceFen: null }],
    ['readiness', { readinessLevel: null }],
    ['field', { field: null }],
    ['field', { field: '其他' }],
    ['zone', { zoneCode: null }],
    ['county', { countyCode: null }],
    ['freshness', { publishedAt: null }],
  ])('take an unknown %s as neutral', (name, change) => {
    expect(pointsOf(name, change)).toBe(0);
  });

  it.each([
    ['price within the budget counts for it', 'price', { priceFen: 100n }, 1],
    ['price over the budget counts against it', 'price', { priceFen: 101n }, -1],
    ['readiness of a first idea counts against it', 'readiness', { readinessLevel: 2 }, -1],
    ['another known field counts against it', 'field', { field: '煤炭' }, -1],
    ['old news counts against it', 'freshness', { publishedAt: new Date('2019-01-01') }, -1],
  ])('%s', (_name, signal, change, sign) => {
    expect(Math.sign(pointsOf(signal, change))).toBe(sign);
  });

  it('always show whole points that sum to the score, between 0 and 100', () => {
    const signal = fc.record({
      name: fc.constantFrom(...signalNames),
      points: fc.double({ min: -60, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 8 }), (signals) => {
        const whole = wholeSignals(signals);
        expect(whole.score).toBeGreaterThanOrEqual(0);
        expect(whole.score).toBeLessThanOrEqual(100);
        if (signals.length > 0) expect(whole.signals.reduce((sum, { points }) => sum + points, 0)).toBe(whole.score);
        for (const { points } of whole.signals) expect(Number.isInteger(points)).toBe(true);
      }),
    );
  });
});

describe('objects', () => {
  const of = (kind: string, name: string) => ({ class: kind, name, term: name });
  it.each([
    ['the same animal', [of('animal', '羊')], [of('animal', '羊')], 'shared'],
    ['another animal', [of('animal', '羊')], [of('animal', '猪')], 'otherObject'],
    ['an animal and one of several', [of('animal', '羊')], [of('animal', '猪'), of('animal', '羊')], 'shared'],
    ['an animal and none named', [of('animal', '羊')], [], 'unknown'],
    ['a stock farm and a clinic', [of('animal', '羊')], [of('industry', '医学')], 'otherTrade'],
    ['none named and a clinic', [], [of('industry', '医学')], 'unknown'],
    ['a mine and an oil field', [of('industry', '煤炭')], [of('industry', '石油')], 'otherTrade'],
  ])('%s', (_name, left, right, kind) => {
    expect(relateObjects(left, right).kind).toBe(kind);
  });
});
