import { feedbackOf, leastCount } from './match-feedback.js';

describe('statistics of answers', () => {
  const raw = { states: { proposed: 4, declined: 9 }, reasons: { tooDear: 5, immature: 2, other: 3 } } as const;

  it('advises on what several said, and does not tell of the few', () => {
    const { reasons, declined, accepted } = feedbackOf(raw, leastCount.ofAchievement);
    expect([declined, accepted]).toEqual([9, 0]);
    expect(reasons.map(({ reason, count }) => [reason, count])).toEqual([
      ['immature', null],
      ['tooDear', 5],
      ['other', 3],
    ]);
    expect(reasons.find(({ reason }) => reason === 'tooDear')?.advice).toContain('价格');
    expect(reasons.find(({ reason }) => reason === 'immature')?.advice).toBeNull();
  });

  it('says nothing where nobody declined', () => {
    expect(feedbackOf({ states: {}, reasons: {} }, 5).reasons).toEqual([]);
  });
});
