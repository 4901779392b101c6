import fc from 'fast-check';
import {
  confirmShares,
  deviations,
  equalShares,
  proposeShares,
  silentInventors,
  type InventorConfirmation,
  type ProposedInventor,
  type ShareAgreement,
} from './share-agreement.js';

const at = new Date('2026-11-23T02:00:00Z');
const one = (name: string, share: number | null, over: Partial<ProposedInventor> = {}): ProposedInventor => ({
  name,
  personId: null,
  leader: 'none',
  contribution: null,
  shareBasisPoints: share,
  ...over,
});
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'ok';
const agreement = (over: Partial<ShareAgreement> = {}): ShareAgreement => ({
  id: 'a',
  achievementId: 'b',
  organizationId: 'c',
  round: 1,
  basis: 'agreed',
  statement: '按贡献',
  inventors: [
    { ...one('甲', 0), shareBasisPoints: 6_000 },
    { ...one('乙', 0), shareBasisPoints: 4_000 },
  ],
  confirmations: [],
  contentHash: 'h',
  state: 'collecting',
  proposedBy: 'p',
  version: 1,
  createdAt: at,
  agreedAt: null,
  ...over,
});
const word = (position: number, over: Partial<InventorConfirmation> = {}): InventorConfirmation => ({
  position,
  answer: 'agreed',
  manner: 'account',
  attachmentId: null,
  contentHash: 'h',
  reason: null,
  byPersonId: 'p',
  at,
  ...over,
});

describe('share agreement', () => {
  it.each<[string, 'agreed' | 'equalDefault', ProposedInventor[], string]>([
    ['shares that are 100 %', 'agreed', [one('甲', 6_000), one('乙', 4_000)], 'ok'],
    ['99.99 %', 'agreed', [one('甲', 9_999)], 'shareAgreement.sharesNotWhole'],
    ['100.01 %', 'agreed', [one('甲', 6_000), one('乙', 4_001)], 'shareAgreement.sharesNotWhole'],
    ['a share of nothing', 'agreed', [one('甲', 10_000), one('乙', 0)], 'shareAgreement.sharesNotWhole'],
    ['a share left out: equal parts are not presumed', 'agreed', [one('甲', null)], 'shareAgreement.shareMissing'],
    ['equal parts, stated', 'equalDefault', [one('甲', null), one('乙', null), one('丙', null)], 'ok'],
    ['equal parts and a share', 'equalDefault', [one('甲', 10_000)], 'shareAgreement.shareWithDefault'],
    ['a name twice', 'agreed', [one('甲', 5_000), one('甲', 5_000)], 'shareAgreement.inventorTwice'],
    [
      'one account under two names',
      'agreed',
      [one('甲', 5_000, { personId: 'x' }), one('乙', 5_000, { personId: 'x' })],
      'shareAgreement.inventorTwice',
    ],
    [
      'a leader who says nothing',
      'agreed',
      [one('甲', 10_000, { leader: 'chief' })],
      'shareAgreement.leaderUnexplained',
    ],
    ['a leader who says what he did', 'agreed', [one('甲', 10_000, { leader: 'deputy', contribution: '设计' })], 'ok'],
  ])('takes %s: %s', (_name, basis, inventors, code) => {
    expect(codeOf(proposeShares(basis, inventors))).toBe(code);
  });

  it('divides equally to the last basis point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
        const shares = equalShares(count);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(10_000);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is agreed only when everybody has said so: silence is not consent', () => {
    const first = confirmShares(agreement(), word(0));
    expect(first).toMatchObject({ ok: true, value: { state: 'collecting', agreedAt: null } });
    if (!first.ok) return;
    expect(silentInventors(first.value).map(({ name }) => name)).toEqual(['乙']);
    const second = confirmShares(first.value, word(1));
    expect(second).toMatchObject({ ok: true, value: { state: 'agreed', agreedAt: at } });
  });

  it.each<[string, Partial<ShareAgreement>, InventorConfirmation, string]>([
    ['a second word of the same inventor', { confirmations: [word(0)] }, word(0), 'shareAgreement.answered'],
    ['a word on other content', {}, word(0, { contentHash: 'x' }), 'shareAgreement.otherContent'],
    ['a stranger', {}, word(7), 'shareAgreement.notInventor'],
    ['a refusal without reason', {}, word(0, { answer: 'declined' }), 'shareAgreement.reasonMissing'],
    ['a word after the end', { state: 'superseded' }, word(0), 'state.notAllowed'],
    ['a word on an agreed round', { state: 'agreed' }, word(0), 'state.notAllowed'],
  ])('refuses %s', (_name, over, confirmation, code) => {
    expect(codeOf(confirmShares(agreement(over), confirmation))).toBe(code);
  });

  it('ends with one refusal', () => {
    const declined = confirmShares(agreement(), word(0, { answer: 'declined', reason: '份额不符' }));
    expect(declined).toMatchObject({ ok: true, value: { state: 'declined' } });
  });

  it.each<[string, { name: string; shareBasisPoints: number }[], string[]]>([
    [
      'the agreed shares',
      [
        { name: '甲', shareBasisPoints: 6_000 },
        { name: '乙', shareBasisPoints: 4_000 },
      ],
      [],
    ],
    [
      'the agreed proportions after a part for those who transferred it',
      [
        { name: '甲', shareBasisPoints: 4_800 },
        { name: '乙', shareBasisPoints: 3_200 },
        { name: '转化人员', shareBasisPoints: 2_000 },
      ],
      [],
    ],
    [
      'the reverse',
      [
        { name: '甲', shareBasisPoints: 4_000 },
        { name: '乙', shareBasisPoints: 6_000 },
      ],
      ['甲', '乙'],
    ],
    ['one left out', [{ name: '甲', shareBasisPoints: 10_000 }], ['甲', '乙']],
    ['all left out', [{ name: '丙', shareBasisPoints: 10_000 }], ['甲', '乙']],
  ])('holds a reward plan of %s against the agreement', (_name, planned, names) => {
    const found = deviations(
      agreement(),
      planned.map((each) => ({ ...each, personId: null })),
    );
    expect(found.map(({ name }) => name)).toEqual(names);
  });
});
