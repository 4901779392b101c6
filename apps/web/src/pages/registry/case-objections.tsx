import { Form, Input, Radio, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import {
  contractType,
  objector,
  reexaminationOutcome,
  reexaminationState,
} from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '异议与重新认定',
    none: '没有异议。',
    record: '代录税务、财政机关来函',
    who: '提出方',
    whoMissing: '请选择提出方。',
    letter: '来函文号',
    letterMissing: '请填写来函文号。',
    reason: '异议的理由',
    reasonMissing: '请写明理由。',
    state: '状态',
    asked: '提出时间',
    decided: '结论时间',
    outcome: '结论',
    outcomeMissing: '请选择结论。',
    why: '结论的理由',
    decide: '作出结论',
    decideText: '须由原经办人、复核人和来函代录人以外的人作出；结论送达提出方，不能撤回。',
    type: '核定合同类型（重新核定时必填）',
    value: '核定技术交易额（元，重新核定时必填）',
    valueWrong: '应为元，至多两位小数。',
    done: '已办理。',
    one: (count: number) => `第 ${count} 次异议`,
  },
  {
    title: 'Objections',
    none: 'No objection.',
    record: 'Record a letter of the tax or finance authority',
    who: 'From',
    whoMissing: 'Choose who objects.',
    letter: 'Number of the letter',
    letterMissing: 'Give the number of the letter.',
    reason: 'Reason of the objection',
    reasonMissing: 'Give the reason.',
    state: 'State',
    asked: 'Raised at',
    decided: 'Decided at',
    outcome: 'Conclusion',
    outcomeMissing: 'Choose a conclusion.',
    why: 'Reason of the conclusion',
    decide: 'Decide',
    decideText: 'By somebody who neither determined, reviewed nor recorded it; it cannot be taken back.',
    type: 'Verified type (when verified anew)',
    value: 'Verified technology value (yuan, when verified anew)',
    valueWrong: 'Yuan with at most two decimals.',
    done: 'Done.',
    one: (count) => `Objection ${count}`,
  },
);

type Registration = Schemas['ContractRegistrationView'];

/** Objections to a registration or a refusal, and how they were decided. */
export function CaseObjections({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const me = useMe();
  const objections = api.useQuery('get', '/v1/contract-registrations/{id}/reexaminations', {
    params: { path: { id: registration.id } },
  });
  const officer = hasRole(me.data, 'registrar', 'reviewer');
  const possible = registration.state === 'registered' || registration.state === 'refused';
  return (
    <Section title={t.title} actions={officer && possible && <RecordLetter registrationId={registration.id} />}>
      <QueryView query={objections}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            items.map((one, index) => (
              <article key={one.id}>
                <h3>{t.one(index + 1)}</h3>
                <Facts
                  items={[
                    [t.state, <StateTag key="state" codes={reexaminationState} value={one.state} />],
                    [t.who, <Code key="who" codes={objector} value={one.objector} />],
                    [t.letter, one.letter],
                    [t.reason, one.reason],
                    [t.asked, <Instant key="asked" value={one.requestedAt} />],
                    [t.outcome, <Code key="outcome" codes={reexaminationOutcome} value={one.outcome} />],
                    [t.why, one.decisionReason],
                    [t.decided, <Instant key="decided" value={one.decidedAt} />],
                  ]}
                />
                {officer && one.state === 'requested' && <Decide id={one.id} registration={registration} />}
              </article>
            ))
          )
        }
      </QueryView>
    </Section>
  );
}

function RecordLetter({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const done = useDone();
  const choices = useChoices(objector).filter(({ value }) => value !== 'registrant');
  const record = api.useMutation('post', '/v1/contract-registrations/{id}/reexaminations');
  return (
    <DialogForm<Schemas['ReexaminationRequestDto']>
      button={t.record}
      title={t.record}
      onSubmit={(body) => done(record.mutateAsync({ params: { path: { id: registrationId } }, body }), t.done)}
    >
      <Form.Item name="objector" label={t.who} rules={[{ required: true, message: t.whoMissing }]}>
        <Radio.Group options={choices} />
      </Form.Item>
      <Form.Item name="letter" label={t.letter} rules={[{ required: true, message: t.letterMissing }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </DialogForm>
  );
}

function Decide({ id, registration }: { readonly id: string; readonly registration: Registration }) {
  const t = useWords(words);
  const done = useDone();
  const types = useChoices(contractType);
  const outcomes = useChoices(reexaminationOutcome).filter(({ value }) =>
    registration.state === 'refused' ? ['upheld', 'reopened'].includes(value) : value !== 'reopened',
  );
  const decide = api.useMutation('post', '/v1/reexaminations/{id}/decision');
  return (
    <DialogForm<Schemas['ReexaminationDecisionDto']>
      button={t.decide}
      title={t.decide}
      primary
      onSubmit={({ outcome, reason, type, verifiedTechnologyValueYuan }) => {
        const anew = outcome === 'changed' && {
          type,
          verifiedTechnologyValueYuan: verifiedTechnologyValueYuan || undefined,
        };
        const body = { outcome, reason, ...anew };
        return done(decide.mutateAsync({ params: { path: { id } }, body }), t.done);
      }}
    >
      <p>{t.decideText}</p>
      <Form.Item name="outcome" label={t.outcome} rules={[{ required: true, message: t.outcomeMissing }]}>
        <Radio.Group options={outcomes} />
      </Form.Item>
      <Form.Item noStyle dependencies={['outcome']}>
        {({ getFieldValue }) =>
          getFieldValue('outcome') === 'changed' && (
            <>
              <Form.Item name="type" label={t.type} rules={[{ required: true, message: t.whoMissing }]}>
                <Select options={types} />
              </Form.Item>
              <Form.Item
                name="verifiedTechnologyValueYuan"
                label={t.value}
                rules={[{ required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.valueWrong }]}
              >
                <Input inputMode="decimal" />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
      <Form.Item name="reason" label={t.why} rules={[{ required: true, message: t.reasonMissing }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </DialogForm>
  );
}
