import { barredForAll, ineligible, type PairFacts } from './eligibility.js';
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

it.each([
  ['a county', '621022', '621022'],
  ['a county of a city', '610100', '610104'],
  ['a county of a province', '610000', '610104'],
])('a pair is left out when the need will not work with %s', (_name, region, countyCode) => {
  const unwilling = { ...need, excludedRegionCodes: ['330000', region] };
  expect(ineligible(unwilling, { ...offer, countyCode }, open)).toBe('regionUnwanted');
});

it.each<[string, Partial<Offer>, Partial<PairFacts>, Partial<Need>]>([
  ['its region is another one', { countyCode: '620104' }, {}, { excludedRegionCodes: ['610000', '621000', '620102'] }],
  ['its region is unknown', {}, {}, { excludedRegionCodes: ['610000'] }],
  ['nothing is known', {}, {}, {}],
  ['its patent is in force', { rights: clear }, {}, {}],
  ['its licence is an ordinary one', { rights: { ...clear, licence: 'ordinary' } }, {}, {}],
  ['another county is excluded', {}, { excludedCountyCodes: ['621027'] }, {}],
  ['the county of the need is unknown', {}, { excludedCountyCodes: ['621022'] }, { countyCode: null }],
])('a pair may be proposed when %s', (_name, change, facts, needChange) => {
  expect(ineligible({ ...need, ...needChange }, { ...offer, ...change }, { ...open, ...facts })).toBeNull();
});

it.each([
  ['secret', { offerIsPublic: false, secret: true }, clear],
  ['notPublic', { offerIsPublic: false }, clear],
  ['patentEnded', { offerIsPublic: true }, { ...clear, patents: 'ended' as const }],
  ['patentPledged', { offerIsPublic: true }, { ...clear, pledged: true }],
  ['exclusivelyLicensed', { offerIsPublic: true }, { ...clear, licence: 'exclusive' as const }],
  [null, { offerIsPublic: true }, clear],
  [null, { offerIsPublic: true }, null],
])('its owner is told why no need gets it: %s', (reason, facts, rights) => {
  expect(barredForAll(facts, rights)).toBe(reason);
});
