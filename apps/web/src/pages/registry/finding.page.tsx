import { Link, useParams } from 'react-router';
import { Form, Input, Radio } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { findingGrade, findingState, reminderKind } from '../../text/codes/inspection.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useOfficerName } from './people.ts';

const words = bilingual(
  {
    title: (number: string) => `抽查发现：${number}`,
    findings: '抽查发现',
    finding: '发现',
    state: '状态',
    grade: '程度',
    number: '登记编号',
    plan: '抽查计划',
    open: '打开',
    text: '发现的问题',
    evidence: '依据',
    by: '提出人',
    answer: '答复',
    reason: '决定的理由',
    measure: '整改措施',
    due: '整改期限',
    report: '整改情况',
    reminders: '提醒',
    act: '办理',
    notYours: '这一步不由您办理：答复和整改由登记员，决定和确认由复核员（经办过这件登记或提出发现的人除外）。',
    answerSubmit: '提交答复',
    reportSubmit: '报告整改情况',
    textMissing: '请写明内容。',
    decide: '作出决定',
    uphold: '成立，限期整改',
    dismiss: '不成立',
    confirm: '确认已整改',
    sendBack: '退回继续整改',
    decision: '决定',
    decisionMissing: '请选择。',
    measureMissing: '请写明整改措施。',
    dueMissing: '请选择整改期限。',
    conclude: '提交结论',
    done: '已办理。',
    sure: '确认提交？',
    sureText: '提交后送达登记机构，不能撤回。',
  },
  {
    title: (number) => `Finding: ${number}`,
    findings: 'Findings',
    finding: 'Finding',
    state: 'State',
    grade: 'Grade',
    number: 'Registration number',
    plan: 'Plan',
    open: 'Open',
    text: 'What was found',
    evidence: 'Evidence',
    by: 'Raised by',
    answer: 'Answer',
    reason: 'Reason of the decision',
    measure: 'Measure',
    due: 'Due on',
    report: 'What was mended',
    reminders: 'Reminders',
    act: 'Act',
    notYours: 'Not yours: registrars answer and mend; reviewers who did not handle the case decide and confirm.',
    answerSubmit: 'Send the answer',
    reportSubmit: 'Report what was mended',
    textMissing: 'Write it here.',
    decide: 'Decide',
    uphold: 'Uphold, to be mended',
    dismiss: 'Dismiss',
    confirm: 'Confirm that it is mended',
    sendBack: 'Send back',
    decision: 'Decision',
    decisionMissing: 'Choose one.',
    measureMissing: 'Say what is to be done.',
    dueMissing: 'Choose the day.',
    conclude: 'Conclude',
    done: 'Done.',
    sure: 'Send it?',
    sureText: 'It reaches the office and cannot be taken back.',
  },
);

type Finding = Schemas['InspectionFindingDetailView'];

export function Component() {
  const t = useWords(words);
  const nameOf = useOfficerName();
  const { id = '' } = useParams();
  const finding = api.useQuery('get', '/v1/inspection-findings/{id}', { params: { path: { id } } });
  return (
    <Page
      title={finding.data ? t.title(finding.data.registrationNumber) : t.finding}
      crumbs={[{ title: t.findings, to: '/workbench/inspection-findings' }]}
    >
      <QueryView query={finding}>
        {(shown) => (
          <>
            <Section title={t.finding}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={findingState} value={shown.state} />],
                  [t.grade, <StateTag key="grade" codes={findingGrade} value={shown.grade} />],
                  [t.number, <RegistrationNumber key="number" finding={shown} />],
                  [
                    t.plan,
                    <Link key="plan" to={`/workbench/inspections/${shown.planId}`}>
                      {t.open}
                    </Link>,
                  ],
                  [t.text, shown.text],
                  [t.evidence, shown.evidence.join('；')],
                  [t.by, nameOf(shown.raisedBy)],
                  [t.answer, shown.answer],
                  [t.reason, shown.decisionReason],
                  [t.measure, shown.measure],
                  [t.due, <Day key="due" value={shown.dueOn} />],
                  [t.report, shown.report],
                ]}
              />
              {shown.reminders.length > 0 && (
                <>
                  <h3>{t.reminders}</h3>
                  <ul>
                    {shown.reminders.map(({ kind, at, dueOn }) => (
                      <li key={`${kind}${at}`}>
                        <Code codes={reminderKind} value={kind} />（<Day value={dueOn} />） <Instant value={at} />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </Section>
            <Actions finding={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function RegistrationNumber({ finding }: { readonly finding: Finding }) {
  return finding.registrationId === null ? (
    <>{finding.registrationNumber}</>
  ) : (
    <Link to={`/workbench/registrations/${finding.registrationId}`}>{finding.registrationNumber}</Link>
  );
}

function Actions({ finding }: { readonly finding: Finding }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const path = { params: { path: { id: finding.id } } };
  const answer = api.useMutation('post', '/v1/inspection-findings/{id}/answer');
  const report = api.useMutation('post', '/v1/inspection-findings/{id}/rectification');
  if (finding.state === 'dismissed' || finding.state === 'closed') return null;
  const registrar = hasRole(me.data, 'registrar');
  const reviewer = hasRole(me.data, 'reviewer');
  return (
    <Section title={t.act}>
      {finding.state === 'raised' && registrar ? (
        <TextForm submit={t.answerSubmit} onSubmit={(body) => done(answer.mutateAsync({ ...path, body }), t.done)} />
      ) : finding.state === 'rectifying' && registrar ? (
        <TextForm submit={t.reportSubmit} onSubmit={(body) => done(report.mutateAsync({ ...path, body }), t.done)} />
      ) : finding.state === 'answered' && reviewer ? (
        <Decide id={finding.id} />
      ) : finding.state === 'reported' && reviewer ? (
        <Conclude id={finding.id} />
      ) : (
        <p className="empty">{t.notYours}</p>
      )}
    </Section>
  );
}

function TextForm(props: {
  readonly submit: string;
  readonly onSubmit: (body: Schemas['AnswerDto']) => Promise<unknown>;
}) {
  const t = useWords(words);
  return (
    <ApiForm<Schemas['AnswerDto']> submit={props.submit} onSubmit={props.onSubmit}>
      <Form.Item name="text" label={props.submit} rules={[{ required: true, message: t.textMissing }]}>
        <Input.TextArea maxLength={5000} autoSize={{ minRows: 4, maxRows: 16 }} />
      </Form.Item>
    </ApiForm>
  );
}

function Decide({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const decide = api.useMutation('post', '/v1/inspection-findings/{id}/decision');
  return (
    <ApiForm<Schemas['DecideFindingDto']>
      submit={t.decide}
      confirm={() => ({ title: t.sure, text: t.sureText })}
      onSubmit={({ decision, reason, measure, dueOn }) => {
        const body = { decision, reason, ...(decision === 'uphold' && { measure, dueOn }) };
        return done(decide.mutateAsync({ params: { path: { id } }, body }), t.done);
      }}
    >
      <Judgement options={['uphold', 'dismiss']} />
      <Form.Item noStyle dependencies={['decision']}>
        {({ getFieldValue }) =>
          getFieldValue('decision') === 'uphold' && (
            <>
              <Form.Item name="measure" label={t.measure} rules={[{ required: true, message: t.measureMissing }]}>
                <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
              </Form.Item>
              <DueDay />
            </>
          )
        }
      </Form.Item>
    </ApiForm>
  );
}

function Conclude({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const conclude = api.useMutation('post', '/v1/inspection-findings/{id}/conclusion');
  return (
    <ApiForm<Schemas['ConcludeFindingDto']>
      submit={t.conclude}
      confirm={() => ({ title: t.sure, text: t.sureText })}
      onSubmit={({ decision, reason, dueOn }) => {
        const body = { decision, reason, ...(decision === 'sendBack' && { dueOn }) };
        return done(conclude.mutateAsync({ params: { path: { id } }, body }), t.done);
      }}
    >
      <Judgement options={['confirm', 'sendBack']} />
      <Form.Item noStyle dependencies={['decision']}>
        {({ getFieldValue }) => getFieldValue('decision') === 'sendBack' && <DueDay />}
      </Form.Item>
    </ApiForm>
  );
}

function Judgement({ options }: { readonly options: readonly ('uphold' | 'dismiss' | 'confirm' | 'sendBack')[] }) {
  const t = useWords(words);
  return (
    <>
      <Form.Item name="decision" label={t.decision} rules={[{ required: true, message: t.decisionMissing }]}>
        <Radio.Group options={options.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.textMissing }]}>
        <Input.TextArea maxLength={5000} autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
    </>
  );
}

function DueDay() {
  const t = useWords(words);
  return (
    <Form.Item name="dueOn" label={t.due} rules={[{ required: true, message: t.dueMissing }]}>
      <DayField />
    </Form.Item>
  );
}
