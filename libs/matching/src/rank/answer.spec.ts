import fc from 'fast-check';
import { diversify, verdictOf } from './answer.js';

type Shown = ReturnType<typeof shown>;
const varied = (ranked: readonly Shown[], limit: number) =>
  diversify(ranked, limit, ({ offer }) => ({ organizationId: offer.organizationId, title: () => offer.title }));
const shown = (organizationId: string, title: string) => ({ offer: { organizationId, title } });

describe('a varied ranking', () => {
  it('lets others in before the third of one institution', () => {
    const ranked = [
      shown('a', '羔羊代乳粉'),
      shown('a', '母羊同期发情'),
      shown('a', '肉羊口蹄疫免疫'),
      shown('b', '苹果矮砧育苗'),
    ];
    expect(varied(ranked, 3).map(({ offer }) => offer.organizationId)).toEqual(['a', 'a', 'b']);
    expect(varied(ranked, 4)).toHaveLength(4);
  });

  it('lets others in before a title that nearly repeats one above', () => {
    const ranked = [
      shown('a', '一种羔羊代乳粉及其制备方法'),
      shown('b', '一种羔羊代乳粉及其制备方法。'),
      shown('c', '羔羊早期断奶开食料'),
    ];
    expect(varied(ranked, 2).map(({ offer }) => offer.organizationId)).toEqual(['a', 'c']);
  });

  it('keeps the first, loses and repeats none', () => {
    const item = fc
      .record({ organizationId: fc.constantFrom('a', 'b', 'c'), title: fc.string() })
      .map(({ organizationId, title }) => shown(organizationId, title));
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), fc.nat({ max: 40 }), (ranked, limit) => {
        const chosen = varied(ranked, limit);
        expect(chosen).toHaveLength(Math.min(limit, ranked.length));
        expect(new Set(chosen).size).toBe(chosen.length);
        if (chosen.length > 0) expect(chosen[0]).toBe(ranked[0]);
      }),
    );
  });
});

it.each([
  [['strong', 'related'], 'solved'],
  [['related'], 'adaptable'],
  [[], 'none'],
] as const)('the verdict of %j is %s', (grades, verdict) => {
  expect(verdictOf(grades.map((grade) => ({ grade })))).toBe(verdict);
});
