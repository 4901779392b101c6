import fc from 'fast-check';
import { listingQualityPolicies, listingQualityPolicyOn, statementFields } from './listing-quality.policy.js';
import { emptyStatement, listingQuality, mayPublishStatement, type ListingStatement } from './listing-quality.js';

const policy = listingQualityPolicyOn('2026-11-23');
const good: ListingStatement = {
  problem: '羔羊 35 日龄断奶后腹泻多，死亡率约 12%',
  improvement: '死亡率降到 4%，日增重提高 15%',
  comparedWith: '与现用全乳饲喂相比',
  evidence: '三个批次第三方检验报告，两家羊场示范',
  economics: '每只羔羊增加成本 18 元，少损失 60 元',
};
const verdict = (field: keyof ListingStatement, text: string) =>
  listingQuality({ ...emptyStatement, [field]: text }, policy).findings.find((each) => each.field === field)?.verdict;

describe('quality of a listing', () => {
  it('is whole when everything is said, nothing when nothing is', () => {
    expect(listingQuality(good, policy).score).toBe(100);
    expect(listingQuality(emptyStatement, policy).score).toBe(0);
    expect(mayPublishStatement(good, policy).ok).toBe(true);
    expect(mayPublishStatement(emptyStatement, policy).ok).toBe(true);
  });

  it.each([
    ['improvement', '效果显著，国内领先', 'unclear'],
    ['improvement', '死亡率降到百分之四', 'clear'],
    ['improvement', '产量提高三成以上', 'clear'],
    ['problem', '养羊难', 'unclear'],
    ['problem', '本技术填补空白，性能优越，前景广阔', 'unclear'],
    ['evidence', '专家一致认为很好', 'unclear'],
    ['evidence', '第三方检测报告两份', 'clear'],
    ['economics', '经济效益可观可推广', 'unclear'],
    ['economics', '每亩节约 80 元', 'clear'],
    ['comparedWith', '同类', 'unclear'],
  ] as const)('%s 「%s」 is %s', (field, text, expected) => {
    expect(verdict(field, text)).toBe(expected);
  });

  it('blocks what is written but unclear, and names the field', () => {
    const refused = mayPublishStatement({ ...good, improvement: '大幅提高' }, policy);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'listing.statementUnclear', params: { fields: '改进多少' } },
    });
  });

  it('never falls when an unclear or missing field becomes clear, and stays within 0 and 100', () => {
    const texts = fc.option(
      fc.oneof(fc.string(), fc.constantFrom('大幅提高', '好', ...Object.values(good).map(String))),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.tuple(texts, texts, texts, texts, texts), fc.constantFrom(...statementFields), (given, field) => {
        const statement = Object.fromEntries(
          statementFields.map((name, at) => [name, given[at] ?? null]),
        ) as ListingStatement;
        const { score } = listingQuality(statement, policy);
        expect(score >= 0 && score <= 100).toBe(true);
        expect(listingQuality({ ...statement, [field]: good[field] }, policy).score).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it('weighs to a hundred', () => {
    for (const { fields } of listingQualityPolicies) {
      expect(Object.values(fields).reduce((total, { weight }) => total + weight, 0)).toBe(100);
    }
  });
});
