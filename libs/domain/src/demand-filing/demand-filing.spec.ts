import { checkConsent, mayFileIn, mayTakeOver, type DemandFiling } from './demand-filing.js';

const today = '2026-11-23';
const filing: DemandFiling = {
  demandId: 'd',
  filerOrganizationId: 'bureau',
  filerPersonId: 'officer',
  mandateId: null,
  principal: { kind: 'cooperative', name: '示例合作社', organizationId: 'coop' },
  consent: { how: 'phone', givenOn: today, givenBy: '示例社员', note: '电话确认', withdrawnAt: null },
  handoverIssuedAt: null,
  takenOverAt: null,
  takenOverByOrganizationId: null,
  createdAt: new Date('2026-11-23T02:00:00Z'),
};

describe('filing for somebody else', () => {
  it.each([
    ['today', '2026-11-23', true],
    ['a year ago', '2025-11-23', true],
    ['more than a year ago', '2025-11-22', false],
    ['tomorrow', '2026-11-24', false],
  ])('a consent given %s', (_name, givenOn, allowed) => {
    expect(checkConsent({ givenOn }, today).ok).toBe(allowed);
  });

  it.each([
    ['own county', '621022', '621022', true],
    ['another county', '621022', '621021', false],
    ['the city for its county', '621000', '621022', true],
    ['the city for another city', '621000', '620822', false],
  ])('%s', (_name, officer, demand, allowed) => {
    expect(mayFileIn(officer, demand)).toBe(allowed);
  });

  it.each<[string, Partial<DemandFiling>, string, boolean, string]>([
    ['the named cooperative', {}, 'coop', false, 'ok'],
    ['somebody with the code', {}, 'other', true, 'ok'],
    ['somebody without it', {}, 'other', false, 'demand.notFound'],
    ['twice', { takenOverAt: new Date() }, 'coop', false, 'demandFiling.takenOver'],
    [
      'after the consent was withdrawn',
      { consent: { ...filing.consent, withdrawnAt: new Date() } },
      'coop',
      false,
      'demandFiling.consentWithdrawn',
    ],
  ])('taken over by %s', (_name, changes, organizationId, fits, expected) => {
    const result = mayTakeOver({ ...filing, ...changes }, organizationId, fits);
    expect(result.ok ? 'ok' : result.refusal.code).toBe(expected);
  });
});
