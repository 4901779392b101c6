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
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useDaysLeft } from '../../ui/today.ts';
import './public.css';

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
    left: '还有几天',
    leftText: (days: number) =>
      days < 0 ? '公示期已满' : days === 0 ? '今天是最后一天，至 24 时止' : `还有 ${days} 天`,
    who: '谁可以提异议',
    whoText: '任何单位和个人，不限于有利害关系的人。登录后提出，以便处理后答复您。',
    computation: '期间从公示日的次日起算；最后一日是法定节假日的，顺延到节假日后的第一日。',
    law: '依据：《民法典》第二百零一条、第二百零三条。',
    sealLine: '（公示单位盖章）',
    answer: '答复',
    waiting: '公示单位还没有答复。',
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
    left: 'Time left',
    leftText: (days) => (days < 0 ? 'The term is over' : days === 0 ? 'Last day, until midnight' : `${days} days`),
    who: 'Who may object',
    whoText: 'Any organization or person, concerned or not. Sign in, so that you can be answered.',
    computation: 'The day of posting is not counted; a last day on a legal holiday moves to the day after it.',
    law: 'Basis: Civil Code, arts. 201 and 203.',
    sealLine: '(Seal)',
    answer: 'Answer',
    waiting: 'Not answered yet.',
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
  },
);

export function Component() {
  const t = useWords(words);
  const daysLeft = useDaysLeft();
  const leftOf = (lastDay: string): string => {
    const days = daysLeft(lastDay);
    return days === null ? '…' : t.leftText(days);
  };
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
          <div className="notice-page">
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
                  ...(open(shown.state) ? [[t.left, leftOf(shown.lastDay)] as const] : []),
                  [t.by, <OrganizationName key="by" id={shown.organizationId} />],
                ]}
              />
              <p>{t.computation}</p>
              <p className="fine">{t.law}</p>
              {shown.lastDayNote && <p className="fine">{shown.lastDayNote}</p>}
              <h3>{t.who}</h3>
              <p>{t.whoText}</p>
              <h3>{t.how}</h3>
              <p className="prose">{shown.objectionProcedure}</p>
            </Section>
            <p className="seal-line">
              <OrganizationName id={shown.organizationId} /> {t.sealLine}
              <br />
              <Day value={shown.postedOn} />
            </p>
            {open(shown.state) && (
              <div className="no-print">
                <Section title={t.object}>
                  {signedIn ? (
                    <ObjectionForm noticeId={id} />
                  ) : (
                    <Link to={`/sign-in?to=${encodeURIComponent(`/public-notices/${id}`)}`}>{t.signIn}</Link>
                  )}
                </Section>
              </div>
            )}
            {signedIn && (
              <div className="no-print">
                <Objections noticeId={id} />
              </div>
            )}
          </div>
        )}
      </QueryView>
    </Page>
  );
}

/** While it runs, or rests for an objection, another may be made. */
const open = (state: Schemas['PublicNoticeView']['state']): boolean => state === 'running' || state === 'suspended';

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
                  <p className="prose">
                    {t.answer}：{decisionReason ?? t.waiting}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
