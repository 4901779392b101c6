import { Form, Input, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { nonDisclosureRefusal, nonDisclosureState, nonDisclosureSubject } from '../../text/codes/deal-room.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Agreement = Schemas['NonDisclosureView'];

const words = bilingual(
  {
    title: '保密协议',
    lead: '对方发起的由本单位答复；签后才能看到公开内容以外的资料，每次查看都有记录。',
    workbench: '我的工作台',
    empty: '还没有保密协议。看成果或洽谈文件的详细资料时，先发起保密协议。',
    owner: '资料所有方',
    recipient: '查看方',
    purpose: '用途',
    kind: '标的种类',
    until: '保密至',
    at: '发起时间',
    text: '协议全文',
    why: '原因',
    accept: '接受并签署',
    acceptText: '签署后协议生效，对方可以查看；保密义务到期前一直有效。您签署的是以下文本：',
    accepted: '协议已生效。',
    refuse: '拒绝',
    reason: '原因',
    reasonMissing: '请选择原因。',
    more: '说明',
    moreMissing: '请说明，对方会看到。',
    refused: '已拒绝。',
    withdraw: '撤回申请',
    withdrawn: '已撤回。',
    close: '停止向对方展示',
    closeText: '停止后对方不能再看；对方的保密义务继续。',
    closed: '已停止展示。',
  },
  {
    title: 'Non-disclosures',
    lead: 'You answer what others ask; what lies behind is read only once signed, and each look is recorded.',
    workbench: 'Workbench',
    empty: 'None yet. One is asked for when details of an achievement or a document are to be read.',
    owner: 'Owner',
    recipient: 'Reader',
    purpose: 'Purpose',
    kind: 'Kind',
    until: 'Confidential until',
    at: 'Asked',
    text: 'The text',
    why: 'Reason',
    accept: 'Accept and sign',
    acceptText: 'The agreement takes effect and the other side may read. You sign this text:',
    accepted: 'In force.',
    refuse: 'Refuse',
    reason: 'Reason',
    reasonMissing: 'Choose a reason.',
    more: 'Explanation',
    moreMissing: 'Explain; the other side reads it.',
    refused: 'Refused.',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    close: 'Stop showing',
    closeText: 'They can no longer read; their duty of confidence goes on.',
    closed: 'No longer shown.',
  },
);

export function Component() {
  const t = useWords(words);
  const agreements = api.useQuery('get', '/v1/non-disclosures', { params: { query: { limit: 100 } } });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <QueryView query={agreements}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.empty}</p>}
            {items.map((agreement) => (
              <AgreementSection key={agreement.id} agreement={agreement} />
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function AgreementSection({ agreement: shown }: { readonly agreement: Agreement }) {
  const t = useWords(words);
  const why = shown.refusalReason ?? shown.closeReason;
  return (
    <Section title={shown.subjectTitle} actions={<StateTag codes={nonDisclosureState} value={shown.state} />}>
      <Facts
        items={[
          [t.kind, <Code key="kind" codes={nonDisclosureSubject} value={shown.subjectKind} />],
          [t.owner, <OrganizationName key="owner" id={shown.ownerOrganizationId} />],
          [t.recipient, <OrganizationName key="recipient" id={shown.recipientOrganizationId} />],
          [t.purpose, shown.purpose],
          [t.at, <Instant key="at" value={shown.createdAt} />],
          [t.until, <Day key="until" value={shown.confidentialUntil} />],
          ...(why ? ([[t.why, why]] as const) : []),
        ]}
      />
      <details>
        <summary>{t.text}</summary>
        <h3>{shown.text.title}</h3>
        <p className="prose">{shown.text.body}</p>
      </details>
      <Actions agreement={shown} />
    </Section>
  );
}

function Actions({ agreement: shown }: { readonly agreement: Agreement }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const refusals = useChoices(nonDisclosureRefusal);
  const params = { path: { id: shown.id } };
  const accept = api.useMutation('post', '/v1/non-disclosures/{id}/acceptance');
  const refuse = api.useMutation('post', '/v1/non-disclosures/{id}/refusal');
  const withdraw = api.useMutation('post', '/v1/non-disclosures/{id}/withdrawal');
  const close = api.useMutation('post', '/v1/non-disclosures/{id}/closure');
  const ours = me.data?.organizationId;
  const asker = shown.requested.organizationId === ours;
  return (
    <div className="form-foot">
      {shown.state === 'requested' && !asker && (
        <>
          <DialogForm<object>
            primary
            button={t.accept}
            about={shown.subjectTitle}
            title={t.accept}
            onSubmit={() => done(accept.mutateAsync({ params, body: { textHash: shown.text.hash } }), t.accepted)}
          >
            <p>{t.acceptText}</p>
            <p className="prose">{shown.text.body}</p>
          </DialogForm>
          <DialogForm<Schemas['RefuseNonDisclosureDto']>
            button={t.refuse}
            about={shown.subjectTitle}
            title={t.refuse}
            onSubmit={(body) => done(refuse.mutateAsync({ params, body }), t.refused)}
          >
            <Form.Item name="reasonCode" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
              <Select options={refusals} />
            </Form.Item>
            <Form.Item name="reason" label={t.more} rules={[{ required: true, message: t.moreMissing }]}>
              <Input.TextArea maxLength={500} />
            </Form.Item>
          </DialogForm>
        </>
      )}
      {shown.state === 'requested' && asker && (
        <DialogForm<{ reason: string }>
          button={t.withdraw}
          about={shown.subjectTitle}
          title={t.withdraw}
          onSubmit={(body) => done(withdraw.mutateAsync({ params, body }), t.withdrawn)}
        >
          <Why />
        </DialogForm>
      )}
      {shown.state === 'accepted' && shown.ownerOrganizationId === ours && (
        <DialogForm<{ reason: string }>
          button={t.close}
          about={shown.subjectTitle}
          title={t.close}
          onSubmit={(body) => done(close.mutateAsync({ params, body }), t.closed)}
        >
          <p>{t.closeText}</p>
          <Why />
        </DialogForm>
      )}
    </div>
  );
}

function Why() {
  const t = useWords(words);
  return (
    <Form.Item name="reason" label={t.more} rules={[{ required: true, message: t.moreMissing }]}>
      <Input.TextArea maxLength={500} />
    </Form.Item>
  );
}
