import { useState } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useSignedIn } from '../../api/session.ts';
import { noticeState, objectionState } from '../../text/codes/public.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '公示',
    content: '公示内容',
    term: '公示期',
    state: '状态',
    posted: '公示日',
    days: '公示日数',
    daysText: (days: number) => `${days} 日`,
    lastDay: '最后一日',
    by: '公示单位',
    how: '异议办法',
    print: '打印',
    object: '提出异议',
    signIn: '登录后提出异议',
    reason: '事实和理由',
    reasonHelp: '写明对哪一项有异议、依据的事实；处理结果会答复您。',
    reasonMissing: '请写明事实和理由。',
    sent: '异议已收到',
    number: '编号',
    next: '下一步：公示单位处理并答复；处理完之前，公示事项不能签约或发放。',
    objections: '异议与处理',
    none: '没有您可以查看的异议。',
    decision: '处理理由',
  },
  {
    list: 'Public notices',
    content: 'Content',
    term: 'Term',
    state: 'State',
    posted: 'Posted',
    days: 'Days',
    daysText: (days) => `${days} days`,
    lastDay: 'Last day',
    by: 'Posted by',
    how: 'How to object',
    print: 'Print',
    object: 'Object',
    signIn: 'Sign in to object',
    reason: 'Facts and reasons',
    reasonHelp: 'Name the item and the facts; you will get an answer.',
    reasonMissing: 'Give facts and reasons.',
    sent: 'Your objection was received',
    number: 'Number',
    next: 'Next: whoever posted the notice decides and answers; until then nothing is signed or paid.',
    objections: 'Objections',
    none: 'No objection that you may read.',
    decision: 'Reason of the decision',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const signedIn = useSignedIn();
  const notice = api.useQuery('get', '/v1/public-notices/{id}', { params: { path: { id } } });
  return (
    <Page
      title={notice.data?.title ?? t.list}
      crumbs={[{ title: t.list, to: '/public-notices' }]}
      actions={<Button onClick={() => print()}>{t.print}</Button>}
    >
      <QueryView query={notice}>
        {(shown) => (
          <>
            <Section title={t.content}>
              <Facts items={shown.items.map(({ label, value }) => [label, value] as const)} />
            </Section>
            <Section title={t.term}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={noticeState} value={shown.state} />],
                  [t.posted, <Day key="posted" value={shown.postedOn} />],
                  [t.days, t.daysText(shown.days)],
                  [t.lastDay, <Day key="last" value={shown.lastDay} />],
                ]}
              />
              {shown.lastDayNote && <p className="fine">{shown.lastDayNote}</p>}
              <h3>{t.how}</h3>
              <p className="prose">{shown.objectionProcedure}</p>
            </Section>
            {(shown.state === 'running' || shown.state === 'suspended') && (
              <Section title={t.object}>
                {signedIn ? (
                  <ObjectionForm noticeId={id} />
                ) : (
                  <Link to={`/sign-in?to=${encodeURIComponent(`/public-notices/${id}`)}`}>{t.signIn}</Link>
                )}
              </Section>
            )}
            {signedIn && <Objections noticeId={id} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function ObjectionForm({ noticeId }: { readonly noticeId: string }) {
  const t = useWords(words);
  const client = useQueryClient();
  const [receipt, setReceipt] = useState<Schemas['ObjectionView'] | null>(null);
  const object = api.useMutation('post', '/v1/public-notices/{id}/objections');
  if (receipt) {
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={t.sent}
        description={
          <>
            {t.number} {receipt.id}
            <br />
            {t.next}
          </>
        }
      />
    );
  }
  return (
    <ApiForm<Schemas['CreateObjectionDto']>
      submit={t.object}
      draftKey={`objection.${noticeId}`}
      onSubmit={async (body) => {
        setReceipt(await object.mutateAsync({ params: { path: { id: noticeId } }, body }));
        await client.invalidateQueries();
      }}
    >
      <Form.Item
        name="reason"
        label={t.reason}
        extra={t.reasonHelp}
        rules={[{ required: true, message: t.reasonMissing }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={2000} />
      </Form.Item>
    </ApiForm>
  );
}

function Objections({ noticeId }: { readonly noticeId: string }) {
  const t = useWords(words);
  const objections = api.useQuery('get', '/v1/public-notices/{id}/objections', {
    params: { path: { id: noticeId }, query: { limit: 100 } },
  });
  return (
    <Section title={t.objections}>
      <QueryView query={objections}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            <ul className="hits">
              {items.map(({ id, state, reason, decisionReason, createdAt }) => (
                <li key={id}>
                  <p className="hit-line">
                    <StateTag codes={objectionState} value={state} />
                    <Instant value={createdAt} />
                  </p>
                  <p className="prose">{reason}</p>
                  {decisionReason && (
                    <p className="prose">
                      {t.decision}：{decisionReason}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
