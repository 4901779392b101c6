import { Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { noticeState, objectionState } from '../../text/codes/public.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Deadline, Instant } from '../../ui/figures.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useDaysLeft } from '../../ui/today.ts';

const words = bilingual(
  {
    notice: '公示',
    state: '状态',
    posted: '公示日',
    days: '公示日数',
    daysText: (days: number) => `${days} 日`,
    lastDay: '最后一日',
    page: '查看公示页面',
    objections: '异议与处理',
    none: '没有人提出异议。',
    decide: '处理异议',
    decision: '处理结果',
    uphold: '异议成立，停止',
    dismiss: '异议不成立，继续',
    decisionMissing: '请选择处理结果。',
    reason: '处理理由（答复提出异议的人）',
    reasonMissing: '请写明理由。',
    decided: '已处理，并已答复提出异议的人。',
    because: '处理理由',
  },
  {
    notice: 'Public notice',
    state: 'State',
    posted: 'Posted',
    days: 'Days',
    daysText: (days) => `${days} days`,
    lastDay: 'Last day',
    page: 'The notice as anybody sees it',
    objections: 'Objections',
    none: 'Nobody has objected.',
    decide: 'Decide the objection',
    decision: 'Decision',
    uphold: 'Upheld: it stops',
    dismiss: 'Dismissed: it goes on',
    decisionMissing: 'Choose the decision.',
    reason: 'Reason (sent to who objected)',
    reasonMissing: 'Give the reason.',
    decided: 'Decided and answered.',
    because: 'Reason of the decision',
  },
);

/** The notice that runs for something of the unit's own: how long yet, who objects, and the answer. */
export function NoticePart({ noticeId }: { readonly noticeId: string }) {
  const t = useWords(words);
  const daysLeft = useDaysLeft();
  const path = { id: noticeId };
  const notice = api.useQuery('get', '/v1/public-notices/{id}', { params: { path } });
  const objections = api.useQuery('get', '/v1/public-notices/{id}/objections', {
    params: { path, query: { limit: 100 } },
  });
  return (
    <Section title={t.notice} actions={<Link to={`/public-notices/${noticeId}`}>{t.page}</Link>}>
      <QueryView query={notice}>
        {(shown) => (
          <>
            <Facts
              items={[
                [t.state, <StateTag key="state" codes={noticeState} value={shown.state} />],
                [t.posted, <Day key="posted" value={shown.postedOn} />],
                [t.days, t.daysText(shown.days)],
                [
                  t.lastDay,
                  shown.state === 'running' ? (
                    <Deadline key="last" day={shown.lastDay} daysLeft={daysLeft(shown.lastDay)} />
                  ) : (
                    <Day key="last" value={shown.lastDay} />
                  ),
                ],
              ]}
            />
            {shown.lastDayNote && <p className="fine">{shown.lastDayNote}</p>}
          </>
        )}
      </QueryView>
      <h3>{t.objections}</h3>
      <QueryView query={objections}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <ul className="hits">
              {items.map((objection) => (
                <li key={objection.id}>
                  <p className="hit-line">
                    <StateTag codes={objectionState} value={objection.state} />
                    <Instant value={objection.createdAt} />
                  </p>
                  <p className="prose">{objection.reason}</p>
                  {objection.decisionReason && (
                    <p className="prose">
                      {t.because}：{objection.decisionReason}
                    </p>
                  )}
                  {objection.state === 'open' && <Decide objection={objection} />}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function Decide({ objection }: { readonly objection: Schemas['ObjectionView'] }) {
  const t = useWords(words);
  const done = useDone();
  const decide = api.useMutation('post', '/v1/public-notices/{id}/objections/{objectionId}/decision');
  const path = { id: objection.noticeId, objectionId: objection.id };
  return (
    <DialogForm<Schemas['DecideObjectionDto']>
      primary
      button={t.decide}
      about={objection.reason.slice(0, 20)}
      title={t.decide}
      onSubmit={(body) => done(decide.mutateAsync({ params: { path }, body }), t.decided)}
    >
      <Form.Item name="decision" label={t.decision} rules={[{ required: true, message: t.decisionMissing }]}>
        <Select
          options={[
            { value: 'dismiss', label: t.dismiss },
            { value: 'uphold', label: t.uphold },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
    </DialogForm>
  );
}
