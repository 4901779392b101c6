import { byUrgency, topicOf, type TopicFacts } from './research-topic.js';

const facts = (changes: Partial<TopicFacts>): TopicFacts => ({
  field: '石油化工',
  unanswered: 0,
  met: 0,
  returned: 0,
  failedChallenges: 0,
  reasons: {},
  ...changes,
});

describe('research topics', () => {
  it.each<[string, Partial<TopicFacts>, readonly string[]]>([
    ['nothing happened', {}, []],
    ['a call failed', { failedChallenges: 1 }, ['research']],
    ['two needs without an answer are no topic yet', { unanswered: 2 }, []],
    ['three are', { unanswered: 3 }, ['research']],
    ['mostly too early', { reasons: { immature: 7, tooDear: 5 } }, ['pilot']],
    ['mostly too dear, and nobody answers', { unanswered: 4, reasons: { tooDear: 6 } }, ['research', 'funding']],
    ['too few reasons to say', { reasons: { immature: 4 } }, []],
    ['experts send back', { returned: 5 }, ['wording']],
  ])('%s', (_name, changes, advice) => {
    expect(topicOf(facts(changes)).advice).toEqual(advice);
  });

  it('counts every refusal, and tells no count that could be traced to single organizations', () => {
    expect(topicOf(facts({ reasons: { immature: 4, tooDear: 5 } }))).toMatchObject({
      refusals: 9,
      reasons: [
        { reason: 'immature', count: null },
        { reason: 'tooDear', count: 5 },
      ],
    });
  });

  it('puts what nobody could solve first', () => {
    const topics = [
      facts({ field: '甲', reasons: { other: 9 } }),
      facts({ field: '乙', unanswered: 1 }),
      facts({ field: '丙', failedChallenges: 1 }),
    ];
    expect(
      topics
        .map(topicOf)
        .sort(byUrgency)
        .map(({ field }) => field),
    ).toEqual(['丙', '乙', '甲']);
  });
});
