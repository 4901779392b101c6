import { agencyHelper, byScore, expertHelper, institutionHelper, type ExpertFacts } from './match-helper.js';

const need = { field: '畜牧', countyCode: '621022' };
const fitting = [
  { id: 'a', title: '羔羊代乳粉', organizationId: 'u', score: 61 },
  { id: 'b', title: '断奶饲喂', organizationId: 'u', score: 48 },
  { id: 'c', title: '青贮', organizationId: 'v', score: 30 },
];
const expert = (more: Partial<ExpertFacts>): ExpertFacts => ({
  profileId: 'p',
  name: '示例专家',
  introduction: '做羔羊营养',
  fields: [],
  organizationId: 'u',
  organizationName: '示例大学',
  achievementIds: [],
  ...more,
});
const sum = (reasons: readonly { points: number }[] = []) => reasons.reduce((total, { points }) => total + points, 0);

describe('who may help with a need', () => {
  it('puts the inventor of what fits before his colleague, and leaves out who has nothing to do with it', () => {
    const inventor = expertHelper(need, expert({ achievementIds: ['a', 'b'], fields: ['畜牧'] }), fitting);
    const colleague = expertHelper(need, expert({}), fitting);
    expect(inventor?.score).toBe(61 + 3 + 6);
    expect(inventor?.reasons[0]?.text).toBe('完成过《羔羊代乳粉》，与本需求匹配 61 分');
    expect(colleague?.score).toBe(31);
    expect(expertHelper(need, expert({ organizationId: 'elsewhere' }), fitting)).toBeNull();
  });

  it('shows reasons that sum to the score, also at the top', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ id: `${at}`, title: 't', organizationId: 'u', score: 97 }));
    const helper = institutionHelper(need, { organizationId: 'u', organizationName: 'U', countyCode: '621022' }, many);
    expect(helper?.score).toBe(100);
    expect(sum(helper?.reasons)).toBe(100);
  });

  it('knows an agency by what it was entrusted with and whom it brought together', () => {
    const agency = {
      organizationId: 'x',
      organizationName: 'X',
      countyCode: '621002',
      mandatesInField: 2,
      introductionsMade: 1,
    };
    expect(agencyHelper(need, agency)?.score).toBe(25 + 13);
    expect(agencyHelper(need, { ...agency, mandatesInField: 0, introductionsMade: 0 })).toBeNull();
    expect(
      agencyHelper(need, { ...agency, mandatesInField: 99, introductionsMade: 99, countyCode: '621022' })?.score,
    ).toBe(95);
  });

  it('sorts by score, then by name', () => {
    const base = {
      kind: 'broker' as const,
      profileId: null,
      organizationId: 'o',
      name: null,
      introduction: null,
      reasons: [],
    };
    const names = [
      { ...base, organizationName: '乙', score: 3 },
      { ...base, organizationName: '丁', score: 9 },
      { ...base, organizationName: '丁', score: 3 },
    ].sort(byScore);
    expect(names.map(({ score }) => score)).toEqual([9, 3, 3]);
  });
});
