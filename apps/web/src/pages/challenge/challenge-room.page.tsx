import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { challengeState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CallersBids } from './callers-bids.tsx';
import { Questions } from './questions.tsx';

type Challenge = Schemas['OpenChallengeView'];

const words = bilingual(
  {
    list: '技术难题竞标',
    now: '现在',
    state: '状态',
    questions: '提问截止',
    commit: '提交承诺截止',
    reveal: '揭示截止',
    scoring: '评审截止日',
    reason: '流标或取消的原因',
    public: '公众看到的页面',
    notice: '查看公示',
    edit: '修改草稿',
    publish: '发布征集',
    publishText: '发布后，知识产权条款、评分项、奖金和日期不再改变。',
    published: '征集已发布。',
    rank: '计算排名',
    rankText: '按总分、权重大的分项、报价依次排名；仍并列的由评审组裁定。',
    announce: '公示结果',
    announceText: '公示期内有异议的，处理完毕前不能授奖。',
    award: '授奖',
    awardText: '先向每个未获奖者说明原因；授奖后与每个获奖者建立洽谈。',
    awarded: '已授奖，洽谈已建立。',
    fail: '宣布流标',
    cancel: '取消征集',
    panel: '评审组',
    panelLead: '揭示期满后指定。评审人员在下面的地址评分；有利害关系的自动回避，也可以自行申请。',
    sheetPage: '评审评分表的地址',
    appoint: '指定评审人员',
    person: '评审人员编号（由本人在“技术难题竞标”页底查看后告知）',
    judges: '已指定',
    count: (count: number) => `${count} 人`,
    recusals: '回避',
    sheets: '已有评分表',
    stats: '统计',
    joined: '接受条款',
    asked: '提问',
    committed: '提交承诺',
    revealed: '已揭示',
    lapsed: '出局',
    later: '截止前不公布',
  },
  {
    list: 'Open challenges',
    now: 'Now',
    state: 'State',
    questions: 'Ask by',
    commit: 'Commit by',
    reveal: 'Reveal by',
    scoring: 'Scored by',
    reason: 'Why it failed or was cancelled',
    public: 'What the public sees',
    notice: 'See the notice',
    edit: 'Amend the draft',
    publish: 'Publish',
    publishText: 'Terms, criteria, prizes and dates never change after.',
    published: 'Published.',
    rank: 'Rank',
    rankText: 'By score, then the weightiest criterion, then price; what is still tied the panel decides.',
    announce: 'Publish the results',
    announceText: 'Objections are answered before anything is awarded.',
    award: 'Award',
    awardText: 'First tell everybody who won nothing why; a deal opens with each winner.',
    awarded: 'Awarded; deals are open.',
    fail: 'Declare it failed',
    cancel: 'Cancel',
    panel: 'Panel',
    panelLead: 'Appointed once bids are revealed. Judges score at the address below; who is related is recused.',
    sheetPage: 'Address of the score sheets',
    appoint: 'Appoint a judge',
    person: 'Number of the person (at the foot of “Open challenges”)',
    judges: 'Appointed',
    count: (count) => String(count),
    recusals: 'Recused',
    sheets: 'Sheets',
    stats: 'Figures',
    joined: 'Accepted the terms',
    asked: 'Questions',
    committed: 'Committed',
    revealed: 'Revealed',
    lapsed: 'Out',
    later: 'not told before the deadline',
  },
);

/** The caller's room: publish, answer, appoint, rank, tell why, award. */
export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const challenge = api.useQuery('get', '/v1/open-challenges/{id}', { params: { path: { id } } });
  return (
    <Page
      title={challenge.data?.title ?? t.list}
      crumbs={[{ title: t.list, to: '/workbench/challenges' }]}
      actions={challenge.data?.state === 'draft' && <Link to={`/workbench/challenges/${id}/edit`}>{t.edit}</Link>}
    >
      <QueryView query={challenge}>
        {(shown) => (
          <>
            <Section title={t.now}>
              <Overview challenge={shown} />
              <Acts challenge={shown} />
            </Section>
            {shown.state !== 'draft' && (
              <>
                <Statistics id={id} />
                <Panel challenge={shown} />
                <CallersBids challenge={shown} />
                <Questions challenge={shown} answering />
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ challenge: shown }: { readonly challenge: Challenge }) {
  const t = useWords(words);
  return (
    <>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={challengeState} value={shown.state} />],
          ...(shown.outcomeReason ? ([[t.reason, shown.outcomeReason]] as const) : []),
          [t.questions, <Instant key="questions" value={shown.questionsUntil} />],
          [t.commit, <Instant key="commit" value={shown.commitUntil} />],
          [t.reveal, <Instant key="reveal" value={shown.revealUntil} />],
          [t.scoring, <Day key="scoring" value={shown.scoringUntil} />],
        ]}
      />
      <p className="hit-line">
        {shown.state !== 'draft' && <Link to={`/challenges/${shown.id}`}>{t.public}</Link>}
        {shown.noticeId && <Link to={`/public-notices/${shown.noticeId}`}>{t.notice}</Link>}
      </p>
    </>
  );
}

function Acts({ challenge: { id, state } }: { readonly challenge: Challenge }) {
  const t = useWords(words);
  const params = { path: { id } };
  const publish = api.useMutation('post', '/v1/open-challenges/{id}/publication');
  const rank = api.useMutation('post', '/v1/open-challenges/{id}/ranking');
  const announce = api.useMutation('post', '/v1/open-challenges/{id}/notice');
  const award = api.useMutation('post', '/v1/open-challenges/{id}/award');
  const fail = api.useMutation('post', '/v1/open-challenges/{id}/failure');
  const cancel = api.useMutation('post', '/v1/open-challenges/{id}/cancellation');
  return (
    <div className="form-foot">
      {state === 'draft' && (
        <Act
          primary
          button={t.publish}
          text={t.publishText}
          said={t.published}
          work={() => publish.mutateAsync({ params })}
        />
      )}
      {state === 'scoring' && (
        <Act primary button={t.rank} text={t.rankText} work={() => rank.mutateAsync({ params })} />
      )}
      {state === 'ranked' && (
        <Act primary button={t.announce} text={t.announceText} work={() => announce.mutateAsync({ params })} />
      )}
      {state === 'cleared' && (
        <Act primary button={t.award} text={t.awardText} said={t.awarded} work={() => award.mutateAsync({ params })} />
      )}
      {(state === 'scoring' || state === 'ranked' || state === 'cleared') && (
        <ReasonedAct button={t.fail} work={(body) => fail.mutateAsync({ params, body })} />
      )}
      {(state === 'draft' || state === 'open') && (
        <ReasonedAct button={t.cancel} work={(body) => cancel.mutateAsync({ params, body })} />
      )}
    </div>
  );
}

function Statistics({ id }: { readonly id: string }) {
  const t = useWords(words);
  const statistics = api.useQuery('get', '/v1/open-challenges/{id}/statistics', { params: { path: { id } } });
  return (
    <Section title={t.stats}>
      <QueryView query={statistics}>
        {(shown) => (
          <Facts
            items={[
              [t.joined, shown.joined],
              [t.asked, `${shown.answered} / ${shown.questions}`],
              [t.committed, shown.committed ?? t.later],
              [t.revealed, shown.revealed ?? t.later],
              [t.lapsed, shown.lapsed ?? t.later],
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Panel({ challenge: { id, state } }: { readonly challenge: Challenge }) {
  const t = useWords(words);
  const params = { path: { id } };
  const panel = api.useQuery('get', '/v1/open-challenges/{id}/judges', { params });
  const appoint = api.useMutation('post', '/v1/open-challenges/{id}/judges');
  return (
    <Section
      title={t.panel}
      actions={
        state === 'scoring' && (
          <FormAct<Schemas['AppointChallengeJudgeDto']>
            button={t.appoint}
            work={({ personId }) => appoint.mutateAsync({ params, body: { personId: personId.trim() } })}
          >
            <TextField name="personId" label={t.person} max={40} />
          </FormAct>
        )
      }
    >
      <p className="fine">{t.panelLead}</p>
      <QueryView query={panel}>
        {({ judges, recusals, sheetsOf }) => (
          <Facts
            items={[
              [
                t.sheetPage,
                <Link key="page" to={`/workbench/challenges/${id}/judging`}>
                  {`${location.origin}/workbench/challenges/${id}/judging`}
                </Link>,
              ],
              [t.judges, t.count(judges.length)],
              [t.recusals, recusals.map(({ reason }) => reason).join('；')],
              [t.sheets, sheetsOf.reduce((sum, { sheets }) => sum + sheets, 0)],
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
