import { unreachableStates } from '../shared/state-machine.js';
import { firstFilingDay, lastDayOfTerm } from './patent-term.js';
import { advancePatent, patentTransitions, type Patent } from './patent.js';

const now = new Date('2026-11-23T02:00:00Z');
const patent = (changes: Partial<Patent> = {}): Patent => ({
  id: '0193f0a2-7c1e-7000-8000-000000000001',
  organizationId: '0193f0a2-7c1e-7000-8000-000000000002',
  achievementId: null,
  state: 'granted',
  number: '2017106018623',
  kind: 'invention',
  title: '代乳料',
  publicationNumber: null,
  filedOn: '2017-07-21',
  grantedOn: '2019-05-07',
  expiresOn: '2037-07-20',
  secret: false,
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
