import { useState, type ReactNode } from 'react';
import { App, Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { contractType } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { RefusalForm } from './refusal-form.tsx';

type Registration = Schemas['ContractRegistrationView'];

const words = bilingual(
  {
    title: '办理',
    wait: '这一步不由您办理：请看“现由谁办理”。',
    accept: '受理',
    return: '退回',
    examine: '领取审查',
    determine: '认定',
    supplement: '要求补正',
    refuse: '不予登记',
    review: '复核',
    done: '已办理。',
    disputed: '合同有争议（须专家审核或复核）',
    reason: '理由',
    reasonMissing: '请写明理由。',
    request: '需补正的内容',
    requestHelp: '逐项写明缺什么、哪里不对、怎样改；登记主体只看到这里写的。补正后期限重新起算。',
    requestMissing: '请写明需补正的内容。',
    type: '核定合同类型',
    typeMissing: '请选择合同类型。',
    value: '核定技术交易额（元）',
    valueWrong: '应为元，至多两位小数。',
    why: '理由（与申报不一致时必填）',
    landing: '已核实在示范区落地',
    decision: '复核结论',
    approve: '同意',
    sendBack: '退回重新认定',
    decisionMissing: '请选择结论。',
    whyBack: '理由（退回时必填）',
    choose: '选择要办的事',
  },
  {
    title: 'Act',
    wait: 'This step is not yours: see who holds the case.',
    accept: 'Accept',
    return: 'Return',
    examine: 'Take for examination',
    determine: 'Determine',
    supplement: 'Ask for a supplement',
    refuse: 'Refuse',
    review: 'Second review',
    done: 'Done.',
    disputed: 'The contract is disputed',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    request: 'What is to be supplied',
    requestHelp: 'Item by item: what is missing or wrong, and how to mend it. The term starts anew.',
    requestMissing: 'Say what is to be supplied.',
    type: 'Verified type',
    typeMissing: 'Choose a type.',
    value: 'Verified technology value (yuan)',
    valueWrong: 'Yuan with at most two decimals.',
    why: 'Reason (when it differs from what was declared)',
    landing: 'Use in a zone was verified',
    decision: 'Conclusion',
    approve: 'Approve',
    sendBack: 'Send back',
    decisionMissing: 'Choose a conclusion.',
    whyBack: 'Reason (when sent back)',
    choose: 'What to do',
  },
);

type Action = 'accept' | 'return' | 'examine' | 'determine' | 'supplement' | 'refuse' | 'review';

/** What the state of a case lets its officers do, and who. */
const open: Readonly<Partial<Record<Registration['state'], readonly Action[]>>> = {
  filed: ['accept', 'return'],
  accepted: ['examine'],
  underReview: ['determine', 'supplement', 'refuse'],
  secondReview: ['review', 'refuse'],
};

export function CaseActions({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const me = useMe();
  const [chosen, setChosen] = useState<Action | null>(null);
  const actions = hasRole(me.data, 'registrar', 'reviewer') ? (open[registration.state] ?? []) : [];
  const current = actions.find((action) => action === chosen) ?? (actions.length === 1 ? actions[0] : undefined);
  return (
    <Section title={t.title}>
      {actions.length === 0 ? (
        <p className="empty">{t.wait}</p>
      ) : (
        <>
          <div className="kinds" role="group" aria-label={t.choose}>
            {actions.map((action) => (
              <Button key={action} aria-pressed={action === current} onClick={() => setChosen(action)}>
                {t[action]}
              </Button>
            ))}
          </div>
          {current && <ActionForm key={current} action={current} registration={registration} />}
        </>
      )}
    </Section>
  );
}

function ActionForm({ action, registration }: { readonly action: Action; readonly registration: Registration }) {
  const t = useWords(words);
  const { message } = App.useApp();
  const client = useQueryClient();
  const path = { params: { path: { id: registration.id } } };
  const accept = api.useMutation('post', '/v1/contract-registrations/{id}/acceptance');
  const giveBack = api.useMutation('post', '/v1/contract-registrations/{id}/return');
  const examine = api.useMutation('post', '/v1/contract-registrations/{id}/examination');
  const supplement = api.useMutation('post', '/v1/contract-registrations/{id}/supplement-requests');
  const done = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await client.invalidateQueries();
    void message.success(t.done);
  };
  const draftKey = `case.${registration.id}.${action}`;
  switch (action) {
    case 'accept':
      return (
        <ApiForm<Schemas['AcceptanceDto']>
          submit={t.accept}
          onSubmit={(body) => done(accept.mutateAsync({ ...path, body }))}
        >
          <Form.Item name="disputed" valuePropName="checked">
            <Checkbox>{t.disputed}</Checkbox>
          </Form.Item>
        </ApiForm>
      );
    case 'return':
      return (
        <ApiForm<Schemas['ReasonDto']>
          submit={t.return}
          draftKey={draftKey}
          onSubmit={(body) => done(giveBack.mutateAsync({ ...path, body }))}
        >
          <Reason label={t.reason} missing={t.reasonMissing} />
        </ApiForm>
      );
    case 'examine':
      return (
        <ApiForm<object> submit={t.examine} onSubmit={() => done(examine.mutateAsync(path))}>
          {null}
        </ApiForm>
      );
    case 'supplement':
      return (
        <ApiForm<Schemas['SupplementRequestDto']>
          submit={t.supplement}
          draftKey={draftKey}
          onSubmit={(body) => done(supplement.mutateAsync({ ...path, body }))}
        >
          <Form.Item
            name="request"
            label={t.request}
            extra={t.requestHelp}
            rules={[{ required: true, message: t.requestMissing }]}
          >
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} />
          </Form.Item>
        </ApiForm>
      );
    case 'determine':
      return <Determination registration={registration} draftKey={draftKey} done={done} />;
    case 'review':
      return <SecondReview id={registration.id} done={done} />;
    case 'refuse':
      return <RefusalForm registrationId={registration.id} draftKey={draftKey} done={done} />;
  }
}

type Done = (work: Promise<unknown>) => Promise<void>;

function Determination(props: { readonly registration: Registration; readonly draftKey: string; readonly done: Done }) {
  const t = useWords(words);
  const { registration } = props;
  const types = useChoices(contractType);
  const determine = api.useMutation('post', '/v1/contract-registrations/{id}/determination');
  return (
    <ApiForm<Schemas['DeterminationDto']>
      submit={t.determine}
      draftKey={props.draftKey}
      initial={{
        type: registration.declaredType,
        verifiedTechnologyValueYuan: registration.declaredTechnologyValue.yuan,
      }}
      onSubmit={(values) => {
        const body = { ...values, reason: values.reason || undefined };
        return props.done(determine.mutateAsync({ params: { path: { id: registration.id } }, body }));
      }}
    >
      <Form.Item name="type" label={t.type} rules={[{ required: true, message: t.typeMissing }]}>
        <Select options={types} />
      </Form.Item>
      <Form.Item
        name="verifiedTechnologyValueYuan"
        label={t.value}
        rules={[{ required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.valueWrong }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="reason" label={t.why}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="landingConfirmed" valuePropName="checked">
        <Checkbox>{t.landing}</Checkbox>
      </Form.Item>
    </ApiForm>
  );
}

function SecondReview({ id, done }: { readonly id: string; readonly done: Done }) {
  const t = useWords(words);
  const review = api.useMutation('post', '/v1/contract-registrations/{id}/second-review');
  return (
    <ApiForm<Schemas['SecondReviewDto']>
      submit={t.review}
      onSubmit={(values) => {
        const body = { ...values, reason: values.reason || undefined };
        return done(review.mutateAsync({ params: { path: { id } }, body }));
      }}
    >
      <Form.Item name="decision" label={t.decision} rules={[{ required: true, message: t.decisionMissing }]}>
        <Radio.Group
          options={[
            { value: 'approve', label: t.approve },
            { value: 'sendBack', label: t.sendBack },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t.whyBack}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
    </ApiForm>
  );
}

function Reason({ label, missing }: { readonly label: ReactNode; readonly missing: string }) {
  return (
    <Form.Item name="reason" label={label} rules={[{ required: true, message: missing }]}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
    </Form.Item>
  );
}
