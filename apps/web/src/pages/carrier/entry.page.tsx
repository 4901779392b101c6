import { Link, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { competitionStage, entryState } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { decimals } from '../bureau/decimals.ts';

const words = bilingual(
  {
    list: '大赛',
    entry: '作品',
    track: '赛道',
    code: '匿名代号',
    reason: '最近一次办理的理由',
    competition: '看大赛',
    withdraw: '撤回参赛',
    withdrawn: '已撤回。',
    feedback: '评审反馈',
    none: '结果排定后，这里有名次、各项平均分和评语。',
    place: '名次',
    of: (place: number, of: number) => `第 ${place} 名，共 ${of} 件`,
    prize: '奖项',
    comments: '评语',
  },
  {
    list: 'Competitions',
    entry: 'Entry',
    track: 'Track',
    code: 'Code',
    reason: 'Reason of the last step',
    competition: 'See the competition',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    feedback: 'Feedback',
    none: 'Place, means and comments appear once it is ranked.',
    place: 'Place',
    of: (place, of) => `${place} of ${of}`,
    prize: 'Prize',
    comments: 'Comments',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const done = useDone();
  const stageNames = useChoices(competitionStage);
  const feedback = api.useQuery('get', '/v1/competition-entries/{id}', { params: { path: { id } } });
  const withdraw = api.useMutation('post', '/v1/competition-entries/{id}/withdrawal');
  return (
    <Page title={feedback.data?.entry.title ?? t.entry} crumbs={[{ title: t.list, to: '/workbench/competitions' }]}>
      <QueryView query={feedback}>
        {({ entry, stages }) => (
          <>
            <Section title={t.entry} actions={<StateTag codes={entryState} value={entry.state} />}>
              <Facts
                items={[
                  [t.track, entry.track],
                  [t.code, entry.code],
                  [t.reason, entry.reason],
                ]}
              />
              <p className="prose">{entry.summary}</p>
              <div className="form-foot">
                <Link to={`/competitions/${entry.competitionId}`}>{t.competition}</Link>
                {(entry.state === 'submitted' || entry.state === 'accepted') && (
                  <Decision
                    button={t.withdraw}
                    max={1000}
                    onSubmit={(body) => done(withdraw.mutateAsync({ params: { path: { id } }, body }), t.withdrawn)}
                  />
                )}
              </div>
            </Section>
            <Section title={t.feedback}>
              {stages.length === 0 && <p className="empty">{t.none}</p>}
              {stages.map(({ stage, place, of, prize, criteria, comments }) => (
                <div key={stage}>
                  <h3>{stageNames.find(({ value }) => value === stage)?.label}</h3>
                  <Facts
                    items={[
                      [t.place, t.of(place, of)],
                      [t.prize, prize],
                      ...criteria.map(({ title, mean }) => [title, decimals(mean, 1)] as const),
                    ]}
                  />
                  {comments.length > 0 && <h4>{t.comments}</h4>}
                  <ul>
                    {comments.map((comment) => (
                      <li key={comment}>{comment}</li>
                    ))}
                  </ul>
                </div>
              ))}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}
