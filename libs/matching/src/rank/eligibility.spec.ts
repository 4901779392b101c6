import { ineligible, type PairFacts } from './eligibility.js';
import type { Need, Offer } from './subject.js';

const need: Need = {
  id: 'n',
  organizationId: 'needing',
  title: '',
  summary: null,
  field: null,
  zoneCode: null,
  countyCode: '621022',
  budgetFen: null,
};
const offer: Offer = {
  id: 'a',
  organizationId: 'offering',
  title: '',
  summary: null,
  keywords: [],
  field: null,
  zoneCode: null,
  countyCode: null,
  readinessLevel: null,
  priceFen: null,
  publishedAt: null,
};
const open: PairFacts = { offerIsPublic: true, declined: false };
const clear = { patents: 'granted', pledged: false, licence: 'none' } as const;

describe('a pair is left out', () => {
  it.each<[string, Partial<Offer>, Partial<PairFacts>]>([
    ['ownOrganization', { organizationId: 'needing' }, {}],
    ['declined', {}, { declined: true }],
    ['notPublic', {}, { offerIsPublic: false }],
    ['secret', {}, { secret: true, offerIsPublic: false }],
    ['patentEnded', { rights: { ...clear, patents: 'ended' } }, {}],
    ['patentPledged', { rights: { ...clear, pledged: true } }, {}],
    ['exclusivelyLicensed', { rights: { ...clear, licence: 'exclusive' } }, {}],
    ['regionExcluded', {}, { excludedCountyCodes: ['621022'] }],
  ])('for %s', (reason, change, facts) => {
    expect(ineligible(need, { ...offer, ...change }, { ...open, ...facts })).toBe(reason);
  });
});

it.each<[string, Partial<Offer>, Partial<PairFacts>, Partial<Need>]>([
  ['nothing is known', {}, {}, {}],
  ['its patent is in force', { rights: clear }, {}, {}],
  ['its licence is an ordinary one', { rights: { ...clear, licence: 'ordinary' } }, {}, {}],
  ['another county is excluded', {}, { excludedCountyCodes: ['621027'] }, {}],
  ['the county of the need is unknown', {}, { excludedCountyCodes: ['621022'] }, { countyCode: null }],
])('a pair may be proposed when %s', (_name, change, facts, needChange) => {
  expect(ineligible({ ...need, ...needChange }, { ...offer, ...change }, { ...open, ...facts })).toBeNull();
});
