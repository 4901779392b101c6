import { api, type Schemas } from '../../api/client.ts';
import { loserReason } from '../../text/codes/challenge.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '结果和逐项意见',
    rank: '名次',
    of: (rank: number | null, of: number) =>
      rank === null ? `未参加排名（共 ${of} 份）` : `第 ${rank} 名，共 ${of} 份`,
    mean: '加权平均分',
    points: '平均分',
    reason: '主要原因',
  },
  {
    title: 'Result, criterion by criterion',
    rank: 'Rank',
    of: (rank, of) => (rank === null ? `not ranked (of ${of})` : `${rank} of ${of}`),
    mean: 'Weighted mean',
    points: 'mean',
    reason: 'Main reason',
  },
);

/** What a bidder is told in the end: rank, means, and for who won nothing why, criterion by criterion. */
export function BidAnswer(props: { readonly bidId: string; readonly challenge: Schemas['OpenChallengeView'] }) {
  const t = useWords(words);
  const { bidId, challenge } = props;
  const answer = api.useQuery('get', '/v1/open-challenge-bids/{id}/answer', { params: { path: { id: bidId } } });
  const title = (code: string): string => challenge.criteria.find((one) => one.code === code)?.title ?? code;
  return (
    <>
      <h3>{t.title}</h3>
      <QueryView query={answer}>
        {(shown) => (
          <Facts
            items={[
              [t.rank, t.of(shown.rank, shown.of)],
              [t.mean, shown.mean],
              ...shown.criteria.map(({ code, mean }) => [`${title(code)} ${t.points}`, mean] as const),
              ...(shown.feedback
                ? ([
                    [t.reason, <Code key="reason" codes={loserReason} value={shown.feedback.reason} />],
                    ...shown.feedback.texts.map(({ criterion, text }) => [title(criterion), text] as const),
                  ] as const)
                : []),
            ]}
          />
        )}
      </QueryView>
    </>
  );
}
