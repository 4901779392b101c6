import { Form, Input, Radio } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { noticeState, objectionState } from '../../text/codes/public.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useAddressBox } from '../../ui/address-box.tsx';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { byCursor } from '../../ui/paged.ts';

const words = bilingual(
  {
    title: '公示异议处理',
    lead: '有异议的公示暂停办理，直到逐件处理并答复：成立则公示事项终止，不成立则恢复公示。',
    workbench: '我的工作台',
    none: '没有需要您处理的公示。有人提出异议时，公示会显示在这里。',
    state: '状态',
    reason: '事实和理由',
    at: '提出时间',
    act: '办理',
    decide: '处理',
    decision: '结论',
    uphold: '异议成立，终止公示事项',
    dismiss: '异议不成立，恢复公示',
    decisionMissing: '请选择结论。',
    why: '处理理由（异议人能看到）',
    whyMissing: '请写明理由。',
    done: '已处理并答复。',
    decided: '已处理',
    waits: '由公示单位或科技局复核员处理',
    noObjection: '没有异议。',
    notice: '公示',
    noticeState: '公示状态',
    all: '连同已处理的和本单位提出的',
  },
  {
    title: 'Objections to decide',
    lead: 'A notice with an objection stands still until each is decided and answered.',
    workbench: 'Workbench',
    none: 'Nothing for you to decide. Notices appear here when somebody objects.',
    state: 'State',
    reason: 'Facts and reasons',
    at: 'Raised',
    act: 'Act',
    decide: 'Decide',
    decision: 'Conclusion',
    uphold: 'Upheld: the matter ends',
    dismiss: 'Dismissed: the notice goes on',
    decisionMissing: 'Choose a conclusion.',
    why: 'Reason (the objector reads it)',
    whyMissing: 'Give the reason.',
    done: 'Decided and answered.',
    decided: 'Decided',
    waits: 'For whoever posted the notice, or a reviewer of the bureau',
    noObjection: 'No objection.',
    notice: 'Notice',
    noticeState: 'State of the notice',
    all: 'With those decided, and our own',
  },
);

type Noticed = Schemas['NoticedObjectionView'];

export function Component() {
  const t = useWords(words);
  const [all, box] = useAddressBox('all', t.all);
  const objections = api.useInfiniteQuery(
    'get',
    '/v1/objections',
    { params: { query: { limit: 50, ...(!all && { waiting: 'yes' as const }) } } },
    byCursor,
  );
  const columns: Column<Noticed>[] = [
    {
      key: 'notice',
      title: t.notice,
      render: (row) => <Link to={`/public-notices/${row.noticeId}`}>{row.noticeTitle}</Link>,
    },
    {
      key: 'noticeState',
      title: t.noticeState,
      render: (row) => <StateTag codes={noticeState} value={row.noticeState} />,
    },
    { key: 'at', title: t.at, render: ({ createdAt }) => <Instant value={createdAt} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={objectionState} value={state} /> },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason },
    { key: 'act', title: t.act, render: (row) => <Act objection={row} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={objections}
      columns={columns}
      empty={all ? t.noObjection : t.none}
    >
      {box}
    </ListPage>
  );
}

function Act({ objection }: { readonly objection: Noticed }) {
  const t = useWords(words);
  const me = useMe();
  const { id, state, noticeId, noticeOrganizationId, decisionReason } = objection;
  if (state !== 'open') return <>{decisionReason ?? t.decided}</>;
  const own = noticeOrganizationId === me.data?.organizationId && hasRole(me.data, 'researchUnit', 'enterprise');
  return own || hasRole(me.data, 'reviewer') ? <Decide noticeId={noticeId} id={id} /> : <>{t.waits}</>;
}

function Decide({ noticeId, id }: { readonly noticeId: string; readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const decide = api.useMutation('post', '/v1/public-notices/{id}/objections/{objectionId}/decision');
  return (
    <DialogForm<Schemas['DecideObjectionDto']>
      button={t.decide}
      title={t.decide}
      about={id.slice(-8)}
      primary
      onSubmit={(body) =>
        done(decide.mutateAsync({ params: { path: { id: noticeId, objectionId: id } }, body }), t.done)
      }
    >
      <Form.Item name="decision" label={t.decision} rules={[{ required: true, message: t.decisionMissing }]}>
        <Radio.Group
          options={[
            { value: 'uphold', label: t.uphold },
            { value: 'dismiss', label: t.dismiss },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t.why} rules={[{ required: true, message: t.whyMissing }]}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </DialogForm>
  );
}
