import fc from 'fast-check';
import { defaultModel } from './model.js';
import { relateObjects } from './objects.js';
import { signalNames } from './signal.js';
import { signalsOf, wholeSignals, type TextFacts } from './signals.js';
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
const inMonths = (months: number): Date => new Date(now.getTime() + months * 30 * 86_400_000);
const facts: TextFacts = {
  agreement: 0.3,
  coverage: { object: 0.2, process: 0.2, effect: 0.1, other: 0 },
  objects: { kind: 'shared', needNames: ['羊'], offerNames: ['羊'] },
  promoted: false,
};
const pointsOf = (name: string, change: Partial<Offer>, needChange: Partial<Need> = {}) =>
  signalsOf({ ...need, ...needChange }, { ...offer, ...change }, facts, defaultModel, now).find(
    (signal) => signal.name === name,
  )?.points ?? 0;
const clear = { patents: 'granted', pledged: false, licence: 'none' } as const;

describe('signals', () => {
  it('sum to 100 when everything agrees', () => {
    const everything = signalsOf(
      { ...need, modes: ['transfer'], neededBy: inMonths(6) },
      {
        ...offer,
        readinessLevel: 9,
        modes: ['transfer'],
        rights: clear,
        record: { introduced: 1e9, contracted: 1e9 },
      },
      { ...facts, agreement: 1, coverage: { object: 0.4, process: 0.3, effect: 0.2, other: 0.1 }, promoted: true },
      defaultModel,
      now,
    );
    expect(everything.map(({ name }) => name)).toEqual([...signalNames]);
    expect(wholeSignals(everything).score).toBe(100);
  });

  it.each([
    ['price', { priceFen: null }],
    ['readiness', { readinessLevel: null }],
    ['field', { field: null }],
    ['field', { field: '其他' }],
    ['zone', { zoneCode: null }],
    ['county', { countyCode: null }],
    ['freshness', { publishedAt: null }],
    ['mode', { modes: ['transfer'] }],
    ['mode', {}],
    ['deadline', {}],
    ['ip', { rights: null }],
    ['record', { record: null }],
    ['record', { record: { introduced: 0, contracted: 0 } }],
  ])('take an unknown %s as neutral', (name, change) => {
    expect(pointsOf(name, change)).toBe(0);
  });

  it.each<[string, string, Partial<Offer>, number]>([
    ['price within the budget counts for it', 'price', { priceFen: 100n }, 1],
    ['price over the budget counts against it', 'price', { priceFen: 101n }, -1],
    ['readiness of a first idea counts against it', 'readiness', { readinessLevel: 2 }, -1],
    ['a patent in force counts for it', 'ip', { rights: clear }, 1],
    ['a pledged patent counts against it', 'ip', { rights: { ...clear, pledged: true } }, -1],
    ['a sole licence counts against it', 'ip', { rights: { ...clear, licence: 'sole' } }, -1],
    ['a record better than usual counts for it', 'record', { record: { introduced: 20, contracted: 10 } }, 1],
    ['a record worse than usual counts against it', 'record', { record: { introduced: 20, contracted: 0 } }, -1],
    ['old news counts against it', 'freshness', { publishedAt: new Date('2019-01-01') }, -1],
  ])('%s', (_name, signal, change, sign) => {
    expect(Math.sign(pointsOf(signal, change))).toBe(sign);
  });

  it('take another field as neutral: labels are coarse, and counting against them was measured to lose', () => {
    expect(pointsOf('field', { field: '煤炭' })).toBe(0);
  });

  it('weigh the way of cooperation and the time left, where both sides told', () => {
    expect(pointsOf('mode', { modes: ['licence'] }, { modes: ['licence', 'service'] })).toBeGreaterThan(0);
    expect(pointsOf('mode', { modes: ['transfer'] }, { modes: ['licence'] })).toBeLessThan(0);
    expect(pointsOf('readiness', { readinessLevel: 5 }, { leastReadiness: 5 })).toBeGreaterThan(0);
    expect(pointsOf('readiness', { readinessLevel: 8 }, { leastReadiness: 9 })).toBeLessThan(0);
    expect(pointsOf('readiness', { readinessLevel: null }, { leastReadiness: 9 })).toBe(0);
    expect(pointsOf('deadline', { readinessLevel: 9 }, { neededBy: inMonths(6) })).toBeGreaterThan(0);
    expect(pointsOf('deadline', { readinessLevel: 4 }, { neededBy: inMonths(6) })).toBeLessThan(0);
    expect(pointsOf('deadline', { readinessLevel: 4 }, { neededBy: inMonths(30) })).toBe(0);
  });

  it('believe one success less than many', () => {
    const one = pointsOf('record', { record: { introduced: 1, contracted: 1 } });
    const many = pointsOf('record', { record: { introduced: 50, contracted: 50 } });
    expect(one).toBeLessThan(many / 2);
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
