import fc from 'fast-check';
import { parsePublicationNumber } from '../identifiers/publication-number.js';
import { unreachableStates } from '../shared/state-machine.js';
import { rightConsentTransitions } from './co-ownership.js';
import { areasOf, disposalOfContract, disposalOfListing } from './disposal.js';
import { licenceFilingDue, reminderDue, rightFilingTransitions } from './filing.js';
import { rightOverlayTransitions, territoriesMeet } from './overlay.js';
import { parseRightNumber } from './right-number.js';
import { lastDayOfRight } from './right-term.js';
import { advanceIpRight, ipRightTransitions, type IpRight } from './right.js';

const now = new Date('2026-11-23T02:00:00Z');
const right = (changes: Partial<IpRight> = {}): IpRight => ({
  id: 'right',
  organizationId: 'owner',
  achievementId: null,
  kind: 'newVariety',
  state: 'applied',
  number: 'CNA20191001234',
  title: '陇示1号',
  filedOn: '2019-05-01',
  grantedOn: null,
  firstUsedOn: null,
  ownerKind: 'organization',
  woody: false,
  expiresOn: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  ...changes,
});

describe('the register of intellectual property', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(ipRightTransitions, 'applied')).toEqual([]);
    expect(unreachableStates(rightOverlayTransitions, 'registered')).toEqual([]);
    expect(unreachableStates(rightConsentTransitions, 'stated')).toEqual([]);
    expect(unreachableStates(rightFilingTransitions, 'due')).toEqual([]);
  });

  it.each([
    ['a variety before the revision', { grantedOn: '2025-05-31' }, '2040-05-30'],
    ['a variety since', { grantedOn: '2025-06-01' }, '2045-05-31'],
    ['a tree before', { grantedOn: '2025-05-31', woody: true }, '2045-05-30'],
    ['a tree since', { grantedOn: '2025-06-01', woody: true }, '2050-05-31'],
    ['a variety not granted yet', {}, null],
    ['a layout design by its filing', { kind: 'layoutDesign', filedOn: '2024-02-29' }, '2034-02-27'],
    [
      'a layout design used before',
      { kind: 'layoutDesign', filedOn: '2024-03-01', firstUsedOn: '2023-01-15' },
      '2033-01-14',
    ],
    [
      'software of a unit, published',
      { kind: 'softwareCopyright', filedOn: '2020-12-31', firstUsedOn: '2021-01-01' },
      '2071-12-31',
    ],
    ['software of a unit, unpublished', { kind: 'softwareCopyright', filedOn: '2020-12-31' }, '2070-12-31'],
    ['software of a person: a life', { kind: 'softwareCopyright', ownerKind: 'person' }, null],
  ] as [string, Partial<IpRight>, string | null][])('counts the term of %s', (_name, changes, lastDay) => {
    expect(lastDayOfRight(right(changes))).toBe(lastDay);
  });

  it('knows that only a variety has fees to lapse for', () => {
    const granted = { state: 'granted' } as const;
    expect(advanceIpRight(right(granted), 'lapse', now).ok).toBe(true);
    expect(advanceIpRight(right({ ...granted, kind: 'softwareCopyright' }), 'lapse', now)).toMatchObject({
      refusal: { code: 'right.neverLapses' },
    });
    expect(advanceIpRight(right({ state: 'rejected' }), 'grant', now).ok).toBe(false);
  });

  it.each([
    ['softwareCopyright', '2023sr0123456', '2023SR0123456'],
    ['softwareCopyright', '２０２３ＳＲ０１２３４５６', '2023SR0123456'],
    ['softwareCopyright', '2009SR012345', '2009SR012345'],
    ['softwareCopyright', '软著登字第1234567号', null],
    ['newVariety', 'CNA20151234.5', 'CNA201512345'],
    ['newVariety', 'CNA20191001234', 'CNA20191001234'],
    ['newVariety', '20190123', '20190123'],
    ['newVariety', 'CNA2019', null],
    ['layoutDesign', 'BS.205014852', 'BS205014852'],
    ['layoutDesign', 'BS.08500145X', 'BS08500145X'],
    ['layoutDesign', '205014852', null],
  ] as const)('reads the number of %s: %s', (kind, text, number) => {
    const read = parseRightNumber(kind, text);
    expect(read.ok ? read.value : null).toBe(number);
  });

  it.each([
    ['CN107000000A', { kind: 'invention', granted: false }],
    ['CN 107000000 B', { kind: 'invention', granted: true }],
    ['cn1234567C', { kind: 'invention', granted: true }],
    ['CN207000000U', { kind: 'utilityModel', granted: true }],
    ['CN2345678Y', { kind: 'utilityModel', granted: true }],
    ['CN306000000S', { kind: 'design', granted: true }],
    ['CN207000000A', null],
    ['CN10700000B', null],
    ['ZL201710601862.3', null],
    ['107000000B', null],
  ] as const)('reads the publication number %s', (text, expected) => {
    const read = parsePublicationNumber(text);
    if (expected === null) expect(read.ok).toBe(false);
    else expect(read).toMatchObject({ ok: true, value: expected });
  });

  it('takes no number twice for another, whatever the writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 0, max: 9_999_999 }), (year, serial) => {
        const number = `${year}SR${String(serial).padStart(7, '0')}`;
        const written = [number, number.toLowerCase(), ` ${number} `, number.replace('SR', ' SR ')];
        expect(new Set(written.map((text) => JSON.stringify(parseRightNumber('softwareCopyright', text)))).size).toBe(
          1,
        );
      }),
    );
  });

  it.each([
    [[], ['620000'], true],
    [['620000'], ['621022'], true],
    [['621000'], ['621022'], true],
    [['621022'], ['621023'], false],
    [['620000'], ['610000'], false],
    [['610000', '621022'], ['620000'], true],
  ])('areas %j and %j meet: %s', (a, b, meet) => {
    expect(territoriesMeet(a, b)).toBe(meet);
    expect(territoriesMeet(b, a)).toBe(meet);
  });

  it.each([
    ['621022', ['621022']],
    ['620000、610000', ['620000', '610000']],
    ['甘肃省', []],
    ['620000 及周边', []],
    [null, []],
  ])('reads the territory %s', (text, areas) => {
    expect(areasOf(text)).toEqual(areas);
  });

  it('asks nothing of cooperation and service, and takes a silent licence for an ordinary one', () => {
    const today = '2026-11-23';
    expect(disposalOfListing('cooperation', today)).toBeNull();
    expect(disposalOfListing('service', today)).toBeNull();
    expect(disposalOfListing('equityContribution', today)?.act).toBe('equityContribution');
    const party = { role: 'buyer', organizationId: 'B', countryCode: '840' } as never;
    const contract = {
      type: 'licence',
      licence: null,
      parties: [party],
      validFrom: null,
      validUntil: '2030-12-31',
    } as const;
    expect(disposalOfContract(contract, today)).toMatchObject({
      act: 'ordinaryLicence',
      until: '2030-12-31',
      foreign: true,
    });
    expect(disposalOfContract({ ...contract, type: 'consulting' }, today)).toBeNull();
  });

  it.each([
    ['an ordinary day', '2026-03-10', { dueOn: '2026-06-10', provisional: false }],
    ['a last day on a Sunday moves on', '2026-05-14', { dueOn: '2026-08-14', provisional: false }],
    ['the National Day holiday moves it', '2026-07-01', { dueOn: '2026-10-08', provisional: false }],
    ['30 November and a short month', '2025-11-30', { dueOn: '2026-02-28', provisional: false }],
    [
      'into a year not announced: the plain day, never too late',
      '2026-11-23',
      { dueOn: '2027-02-23', provisional: true },
    ],
  ])('a licence is to be filed within three months: %s', (_name, effectiveOn, expected) => {
    expect(licenceFilingDue(effectiveOn)).toEqual(expected);
  });

  it.each([
    ['2026-08-01', null],
    ['2026-09-02', 'days90'],
    ['2026-11-01', 'days30'],
    ['2026-11-24', 'days7'],
    ['2026-12-01', 'days7'],
    ['2026-12-02', 'overdue'],
    ['2027-05-02', 'lastMonth'],
    ['2027-06-02', null],
  ])('reminds of a fee due on 2026-12-01 on %s: %s', (today, threshold) => {
    expect(reminderDue('2026-12-01', '2027-06-01', today)).toBe(threshold);
  });
});
