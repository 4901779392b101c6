import { checkStatement, licensedOn, type OpenLicenceTerms } from './open-licence.js';
import { openLicenceTransitions, openLicenceUptakeTransitions } from './open-licence.js';
import { unreachableStates } from '../shared/state-machine.js';

const terms = (changes: Partial<OpenLicenceTerms> = {}): OpenLicenceTerms => ({
  feeManner: 'perYear',
  fee: 2_000_000n,
  royaltyBasisPoints: null,
  feeBasis: '每年 1 月 31 日前转账支付当年使用费。',
  from: '2026-12-01',
  until: '2030-11-30',
  territory: [],
  otherTerms: null,
  contact: '技术转移中心，0934-0000000',
  ...changes,
});
const invention = { kind: 'inventionPatent', expiresOn: '2037-07-20' } as const;

describe('an open-licence statement', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(openLicenceTransitions, 'draft')).toEqual([]);
    expect(unreachableStates(openLicenceUptakeTransitions, 'notified')).toEqual([]);
  });

  it.each<[string, Partial<OpenLicenceTerms>, readonly string[]]>([
    ['plain words', {}, []],
    ['superlatives', { otherTerms: '本专利国际领先，独一无二。' }, ['openLicence.advertising']],
    ['superlatives in full-width and with spaces', { otherTerms: '本专利国 际 领 先。' }, ['openLicence.advertising']],
    ['sales talk', { feeBasis: '限时优惠，每年 2 万元。' }, ['openLicence.advertising']],
    ['a guarantee', { otherTerms: '保证亩产翻番，稳赚。' }, ['openLicence.advertising']],
    ['a guarantee of 100％', { otherTerms: '１００％有效。' }, ['openLicence.advertising']],
    ['a promise of exclusivity', { otherTerms: '可给予独占许可。' }, ['openLicence.exclusivityClaimed']],
    ['a chosen licensee', { otherTerms: '仅限庆阳企业。' }, ['openLicence.restrictsLicensees']],
    ['a tie-in', { otherTerms: '须购买本单位原料。' }, ['openLicence.restrictsLicensees']],
    ['no fee', { fee: null }, ['openLicence.feeMissing']],
    ['free, with a fee', { feeManner: 'free' }, ['openLicence.feeSuperfluous']],
    ['free', { feeManner: 'free', fee: null }, []],
    ['no words on payment', { feeBasis: ' ' }, ['openLicence.feeBasisMissing']],
    ['2000万元', { fee: 2_000_000_000n }, []],
    ['a fen more', { fee: 2_000_000_001n }, ['openLicence.feeTooHigh']],
    ['20 % of net sales', { feeManner: 'netSalesRoyalty', fee: null, royaltyBasisPoints: 2000 }, []],
    ['more', { feeManner: 'netSalesRoyalty', fee: null, royaltyBasisPoints: 2001 }, ['openLicence.royaltyTooHigh']],
    ['40 % of profit', { feeManner: 'profitRoyalty', fee: null, royaltyBasisPoints: 4000 }, []],
    [
      'more of profit',
      { feeManner: 'profitRoyalty', fee: null, royaltyBasisPoints: 4001 },
      ['openLicence.royaltyTooHigh'],
    ],
    ['a royalty without its rate', { feeManner: 'profitRoyalty', fee: null }, ['openLicence.feeMissing']],
    ['to the last day of the patent', { until: '2037-07-20' }, []],
    ['longer than the patent', { until: '2037-07-21' }, ['openLicence.outlastsPatent']],
    ['an end before the beginning', { until: '2026-11-30' }, ['openLicence.termWrong']],
  ])('%s', (_name, changes, codes) => {
    const found = checkStatement(terms(changes), invention, false);
    expect(found.map(({ code }) => code)).toEqual(codes);
    expect(found.every(({ article, text }) => /[\u4e00-\u9fff]/u.test(article + text))).toBe(true);
  });

  it('asks of utility models and designs for the evaluation report', () => {
    for (const kind of ['utilityModelPatent', 'designPatent'] as const) {
      const patent = { kind, expiresOn: '2031-01-01' };
      expect(checkStatement(terms(), patent, true)).toEqual([]);
      expect(checkStatement(terms(), patent, false)).toMatchObject([{ code: 'openLicence.evaluationReportMissing' }]);
    }
  });

  it.each([
    ['told, not paid', terms(), null, null],
    ['told, then paid', terms(), '2026-12-05', '2026-12-05'],
    ['paid, then told', terms(), '2026-11-01', '2026-12-01'],
    ['free of charge', terms({ feeManner: 'free', fee: null }), null, '2026-12-01'],
    ['by sales', terms({ feeManner: 'netSalesRoyalty', fee: null, royaltyBasisPoints: 500 }), null, '2026-12-01'],
    ['by sales after an entry fee', terms({ feeManner: 'netSalesRoyalty', royaltyBasisPoints: 500 }), null, null],
  ] as const)('is taken up when %s', (_name, offered, paidOn, effectiveOn) => {
    expect(licensedOn(offered, '2026-12-01', paidOn)).toBe(effectiveOn);
  });
});
