import { transferModes } from '../achievement/achievement.js';
import { unreachableStates } from '../shared/state-machine.js';
import { firstFilingDay, lastDayOfTerm } from './patent-term.js';
import { advancePatent, mayOffer, patentTransitions, type Patent } from './patent.js';

const now = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';
const patent = (changes: Partial<Patent> = {}): Patent => ({
  id: '0193f0a2-7c1e-7000-8000-000000000001',
  organizationId: '0193f0a2-7c1e-7000-8000-000000000002',
  achievementId: null,
  state: 'granted',
  number: '2017106018623',
  kind: 'invention',
  title: '代乳料',
  filedOn: '2017-07-21',
  expiresOn: '2037-07-20',
  pledged: false,
  pledgeeConsents: false,
  licence: 'none',
  version: 1,
  createdAt: now,
  updatedAt: now,
  ...changes,
});

describe('patent', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(patentTransitions, 'applied')).toEqual([]);
  });

  it.each<[string, Partial<Patent>, string]>([
    ['in force', {}, 'ok'],
    ['applied for', { state: 'applied' }, 'ok'],
    ['on its last day', { expiresOn: today }, 'ok'],
    ['the day after, the worker not yet there', { expiresOn: '2026-11-22' }, 'patent.ended'],
    ['invalid', { state: 'invalid' }, 'patent.ended'],
    ['lapsed', { state: 'lapsed' }, 'patent.ended'],
    ['surrendered', { state: 'surrendered' }, 'patent.ended'],
    ['rejected', { state: 'rejected' }, 'patent.ended'],
    ['pledged', { pledged: true }, 'patent.pledged'],
    ['pledged, the pledgee agreeing', { pledged: true, pledgeeConsents: true }, 'ok'],
  ])('may be transferred when %s: %s', (_name, changes, code) => {
    const offered = mayOffer(patent(changes), 'transfer', today);
    expect(offered.ok ? 'ok' : offered.refusal.code).toBe(code);
  });

  it('shuts out another licensee after a sole or exclusive licence, but not a buyer', () => {
    for (const licence of ['sole', 'exclusive'] as const) {
      expect(mayOffer(patent({ licence }), 'licence', today).ok).toBe(false);
      expect(mayOffer(patent({ licence }), 'transfer', today).ok).toBe(true);
    }
    expect(mayOffer(patent({ licence: 'ordinary' }), 'licence', today).ok).toBe(true);
  });

  it('does not stand in the way of cooperation and service', () => {
    for (const mode of transferModes) {
      const free = mode === 'cooperation' || mode === 'service';
      expect(mayOffer(patent({ state: 'invalid', pledged: true }), mode, today).ok).toBe(free);
    }
  });

  it.each([
    ['utilityModel', '1999-09-06', '2009-09-05'], // the example of the examination guidelines
    ['invention', '2006-05-08', '2026-05-07'],
    ['invention', '2024-02-29', '2044-02-28'],
    ['design', '2021-05-31', '2031-05-30'],
    ['design', '2021-06-01', '2036-05-31'],
  ] as const)('%s filed on %s ends with %s', (kind, filedOn, lastDay) => {
    expect(lastDayOfTerm(kind, filedOn)).toBe(lastDay);
  });

  it('knows no term before the law it has', () => {
    expect(() => lastDayOfTerm('invention', '1992-12-31')).toThrow(RangeError);
    expect(() => lastDayOfTerm('design', firstFilingDay)).not.toThrow();
  });

  it('publishes applications for inventions only', () => {
    expect(advancePatent(patent({ state: 'applied' }), 'publish', now).ok).toBe(true);
    expect(advancePatent(patent({ state: 'applied', kind: 'design' }), 'publish', now)).toMatchObject({
      refusal: { code: 'patent.designNotPublished' },
    });
    expect(advancePatent(patent({ state: 'invalid' }), 'restore', now).ok).toBe(false);
  });
});
