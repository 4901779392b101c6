import { Form, Input, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { changeState, contractType } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '变更登记',
    none: '没有变更申请。变更由登记主体提出。',
    due: '合同已变更，登记主体应当申请变更登记。',
    state: '状态',
    asked: '申请时间',
    decided: '决定时间',
    reason: '变更理由',
    name: '新的项目名称',
    value: '新的成交额',
    declared: '新的申报技术交易额',
    valid: '新的有效期至',
    related: '关联交易',
    yes: '是',
    no: '否',
    evidence: '证明材料',
    type: '核定合同类型',
    verified: '核定技术交易额',
    decision: '决定理由',
    change: (count: number) => `第 ${count} 次变更申请`,
    verify: '核定变更',
    valueField: '核定技术交易额（元）',
    valueWrong: '应为元，至多两位小数。',
    typeMissing: '请选择合同类型。',
    why: '理由（与申报不一致时必填）',
    verifyText: '不需要复核的，提交后立即变更登记并重新出具证明。',
    approve: '复核同意',
    approveText: '须由核定人以外的另一人复核。同意后立即变更登记并重新出具证明，原证明失效。',
    refuse: '不予变更',
    whyMissing: '请写明理由。',
    done: '已办理。',
  },
  {
    title: 'Changes',
    none: 'No change was asked for; the applicant asks.',
    due: 'The contract was changed: the applicant is to ask for a change of the registration.',
    state: 'State',
    asked: 'Asked at',
    decided: 'Decided at',
    reason: 'Reason',
    name: 'New name',
    value: 'New contract value',
    declared: 'New declared technology value',
    valid: 'New last day',
    related: 'Related parties',
    yes: 'Yes',
    no: 'No',
    evidence: 'Evidence',
    type: 'Verified type',
    verified: 'Verified technology value',
    decision: 'Reason of the decision',
    change: (count) => `Change ${count}`,
    verify: 'Verify the change',
    valueField: 'Verified technology value (yuan)',
    valueWrong: 'Yuan with at most two decimals.',
    typeMissing: 'Choose a type.',
    why: 'Reason (when it differs from what was declared)',
    verifyText: 'Unless a second review is due, the registration is changed at once and a new certificate made.',
    approve: 'Approve',
    approveText: 'A second person approves. The registration is changed at once and the old certificate is replaced.',
    refuse: 'Refuse the change',
    whyMissing: 'Give the reason.',
    done: 'Done.',
  },
);

type Change = Schemas['RegistrationChangeView'];
type Registration = Schemas['ContractRegistrationView'];

/** Changes asked for after registration, and what the office decided. */
export function CaseChanges({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const changes = api.useQuery('get', '/v1/contract-registrations/{id}/changes', {
    params: { path: { id: registration.id } },
  });
  return (
    <Section title={t.title}>
      {registration.changeDue && <p>{t.due}</p>}
      <QueryView query={changes}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            items.map((change, index) => (
              <OneChange key={change.id} title={t.change(index + 1)} change={change} registration={registration} />
            ))
          )
        }
      </QueryView>
    </Section>
  );
}

function OneChange(props: { readonly title: string; readonly change: Change; readonly registration: Registration }) {
  const t = useWords(words);
  const { change } = props;
  const related = change.relatedParty === null ? null : change.relatedParty ? t.yes : t.no;
  const asked = (
    [
      [t.name, change.title],
      [t.value, change.contractValue && <Money key="value" value={change.contractValue} />],
      [t.declared, change.declaredTechnologyValue && <Money key="declared" value={change.declaredTechnologyValue} />],
      [t.valid, change.validUntil && <Day key="valid" value={change.validUntil} />],
      [t.related, related],
    ] as const
  ).filter(([, value]) => value !== null); // what is not asked for stays as it is
  return (
    <article>
      <h3>{props.title}</h3>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={changeState} value={change.state} />],
          [t.asked, <Instant key="asked" value={change.requestedAt} />],
          ...asked,
          [t.reason, change.reason],
          [t.evidence, change.evidence.join('；')],
          [t.type, <Code key="type" codes={contractType} value={change.verifiedType} />],
          [t.verified, <Money key="verified" value={change.verifiedTechnologyValue} />],
          [t.decided, <Instant key="decided" value={change.decidedAt} />],
          [t.decision, change.decisionReason],
        ]}
      />
      <ChangeActions change={change} registration={props.registration} />
    </article>
  );
}

function ChangeActions({ change, registration }: { readonly change: Change; readonly registration: Registration }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const types = useChoices(contractType);
  const path = { params: { path: { id: change.id } } };
  const verify = api.useMutation('post', '/v1/registration-changes/{id}/verification');
  const approve = api.useMutation('post', '/v1/registration-changes/{id}/approval');
  const refuse = api.useMutation('post', '/v1/registration-changes/{id}/refusal');
  const open = change.state === 'requested' || change.state === 'verified';
  if (!open || !hasRole(me.data, 'registrar', 'reviewer')) return null;
  return (
    <div className="kinds">
      {change.state === 'requested' && hasRole(me.data, 'registrar') && (
        <DialogForm<Schemas['ChangeVerificationDto']>
          button={t.verify}
          title={t.verify}
          primary
          initial={{
            type: registration.verifiedType ?? registration.declaredType,
            verifiedTechnologyValueYuan: (
              change.declaredTechnologyValue ??
              registration.verifiedTechnologyValue ??
              registration.declaredTechnologyValue
            ).yuan,
          }}
          onSubmit={(values) => {
            const body = { ...values, reason: values.reason || undefined };
            return done(verify.mutateAsync({ ...path, body }), t.done);
          }}
        >
          <p>{t.verifyText}</p>
          <Form.Item name="type" label={t.type} rules={[{ required: true, message: t.typeMissing }]}>
            <Select options={types} />
          </Form.Item>
          <Form.Item
            name="verifiedTechnologyValueYuan"
            label={t.valueField}
            rules={[{ required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.valueWrong }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="reason" label={t.why}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
        </DialogForm>
      )}
      {change.state === 'verified' && (
        <DialogForm<object>
          button={t.approve}
          title={t.approve}
          primary
          onSubmit={() => done(approve.mutateAsync(path), t.done)}
        >
          <p>{t.approveText}</p>
        </DialogForm>
      )}
      <DialogForm<Schemas['ContractRegistrationReasonDto']>
        button={t.refuse}
        title={t.refuse}
        onSubmit={(body) => done(refuse.mutateAsync({ ...path, body }), t.done)}
      >
        <Form.Item name="reason" label={t.decision} rules={[{ required: true, message: t.whyMissing }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </DialogForm>
    </div>
  );
}
