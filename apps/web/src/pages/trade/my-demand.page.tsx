import { useState } from 'react';
import { Alert, App, Button, Form, Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { demandState } from '../../text/codes/market.codes.ts';
import { declineReason, matchGrade, matchState } from '../../text/codes/match.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    mine: '本单位的技术需求',
    saved: '需求已保存',
    number: '编号',
    next: '下一步：发布后，系统自动寻找能解决它的成果。',
    facts: '需求',
    state: '状态',
    budget: '预算',
    validUntil: '有效期至',
    publish: '发布',
    published: '已发布，正在撮合。',
    withdraw: '撤回',
    withdrawn: '已撤回。',
    matches: '撮合结果',
    noMatch: '暂时没有合适的成果。有新成果发布时，系统会继续寻找。',
    notPublished: '发布以后才开始撮合。',
    why: '为什么',
    gaps: '还差什么',
    score: (score: number) => `${score} 分`,
    accept: '接受',
    accepted: '已接受。对方也接受后，可以引荐双方。',
    decline: '婉拒',
    declineTitle: '婉拒这条撮合结果',
    reason: '原因',
    reasonMissing: '请选择原因。',
    text: '补充说明（可不填）',
    declined: '已婉拒，谢谢说明原因。',
  },
  {
    mine: 'Our demands',
    saved: 'The demand is saved',
    number: 'Number',
    next: 'Next: publish it, and the market looks for what solves it.',
    facts: 'Demand',
    state: 'State',
    budget: 'Budget',
    validUntil: 'Valid until',
    publish: 'Publish',
    published: 'Published; matching has begun.',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    matches: 'Matches',
    noMatch: 'Nothing suitable for now. The market keeps looking as new achievements come.',
    notPublished: 'Matching begins once the demand is published.',
    why: 'Why',
    gaps: 'What is missing',
    score: (score) => `Score ${score}`,
    accept: 'Accept',
    accepted: 'Accepted. Once the other side accepts too, you can be introduced.',
    decline: 'Decline',
    declineTitle: 'Decline this match',
    reason: 'Reason',
    reasonMissing: 'Choose a reason.',
    text: 'More about it (optional)',
    declined: 'Declined. Thank you for the reason.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { message } = App.useApp();
  const path = { params: { path: { id } } };
  const demand = api.useQuery('get', '/v1/demands/{id}', path);
  const client = useQueryClient();
  const refresh = (said: string) => ({
    onSuccess: async () => {
      await client.invalidateQueries();
      void message.success(said);
    },
  });
  const publish = api.useMutation('post', '/v1/demands/{id}/publication', refresh(t.published));
  const withdraw = api.useMutation('post', '/v1/demands/{id}/withdrawal', refresh(t.withdrawn));
  const failure = publish.error ?? withdraw.error;
  return (
    <Page
      title={demand.data?.title ?? t.facts}
      crumbs={[{ title: t.mine, to: '/workbench/demands' }]}
      actions={
        <>
          {demand.data?.state === 'draft' && (
            <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(path)}>
              {t.publish}
            </Button>
          )}
          {demand.data?.state === 'published' && (
            <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(path)}>
              {t.withdraw}
            </Button>
          )}
        </>
      }
    >
      {params.get('new') === '1' && demand.data?.state === 'draft' && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t.saved}
          description={
            <>
              {t.number} {id}
              <br />
              {t.next}
            </>
          }
        />
      )}
      {failure !== null && <ProblemNotice error={failure} />}
      <QueryView query={demand}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={demandState} value={shown.state} />],
                  [t.budget, <Money key="budget" value={shown.budget} />],
                  [t.validUntil, <Day key="until" value={shown.validUntil} />],
                ]}
              />
              <p className="prose">{shown.summary}</p>
            </Section>
            <Section title={t.matches}>
              {shown.state === 'draft' ? <p className="empty">{t.notPublished}</p> : <Matches demandId={id} />}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Matches({ demandId }: { readonly demandId: string }) {
  const t = useWords(words);
  const matches = api.useQuery('get', '/v1/demands/{id}/matches', { params: { path: { id: demandId } } });
  return (
    <QueryView query={matches}>
      {({ items, notice }) => (
        <>
          {notice && <p>{notice}</p>}
          {items.length === 0 ? (
            <p className="empty">{t.noMatch}</p>
          ) : (
            <ol className="hits">
              {items.map((match) => (
                <MatchItem key={match.id} match={match} />
              ))}
            </ol>
          )}
        </>
      )}
    </QueryView>
  );
}

function MatchItem({ match }: { readonly match: Schemas['TitledMatchView'] }) {
  const t = useWords(words);
  const { message } = App.useApp();
  const client = useQueryClient();
  const [declining, setDeclining] = useState(false);
  const accept = api.useMutation('post', '/v1/matches/{id}/acceptance', {
    onSuccess: async () => {
      await client.invalidateQueries();
      void message.success(t.accepted);
    },
  });
  return (
    <li>
      <h3>
        <Link to={`/achievements/${match.achievementId}`}>{match.achievementTitle}</Link>
      </h3>
      <p className="hit-line">
        <span className="figure">{t.score(match.score)}</span>
        <StateTag codes={matchGrade} value={match.grade} />
        <StateTag codes={matchState} value={match.state} />
      </p>
      <p>{match.summary}</p>
      <h4>{t.gaps}</h4>
      <ul>
        {match.gaps.map((gap) => (
          <li key={JSON.stringify(gap)}>{typeof gap === 'string' ? gap : (gap as { text: string }).text}</li>
        ))}
      </ul>
      {accept.error && <ProblemNotice error={accept.error} />}
      {match.state === 'proposed' && (
        <div className="form-foot">
          <Button
            type="primary"
            loading={accept.isPending}
            disabled={match.acceptedBy.includes('demand')}
            onClick={() => accept.mutate({ params: { path: { id: match.id } } })}
          >
            {t.accept}
            <span className="visually-hidden">：{match.achievementTitle}</span>
          </Button>
          <Button onClick={() => setDeclining(true)}>
            {t.decline}
            <span className="visually-hidden">：{match.achievementTitle}</span>
          </Button>
        </div>
      )}
      <Decline matchId={match.id} open={declining} onClose={() => setDeclining(false)} />
    </li>
  );
}

function Decline(props: { readonly matchId: string; readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords(words);
  const { message } = App.useApp();
  const client = useQueryClient();
  const reasons = useChoices(declineReason);
  const decline = api.useMutation('post', '/v1/matches/{id}/decline');
  return (
    <Modal open={props.open} title={t.declineTitle} footer={null} onCancel={props.onClose} destroyOnHidden>
      <ApiForm<Schemas['DeclineMatchDto']>
        submit={t.decline}
        onSubmit={async (body) => {
          await decline.mutateAsync({ params: { path: { id: props.matchId } }, body });
          await client.invalidateQueries();
          void message.success(t.declined);
          props.onClose();
        }}
      >
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
          <Select options={reasons} />
        </Form.Item>
        <Form.Item name="text" label={t.text}>
          <Input.TextArea maxLength={500} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}
