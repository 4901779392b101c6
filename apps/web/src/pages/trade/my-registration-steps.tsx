import { Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { changeState, reexaminationOutcome, reexaminationState } from '../../text/codes/registration-steps.codes.ts';
import { registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Registration = Schemas['ContractRegistrationView'];

const words = bilingual(
  {
    withdraw: '撤回申请',
    withdrawText: '撤回后本次申请作废；要登记须重新申请。',
    withdrawn: '申请已撤回。',
    file: '提交草稿',
    fileText: '提交后由登记机构办理，期限从受理起算。',
    filed: '已提交。',
    changes: '变更登记',
    noChange: '没有变更申请。',
    change: '申请变更',
    changeHelp: '只填要变更的内容；不变的留空。变更不影响登记在批准前的效力。',
    name: '项目名称',
    value: '成交总额（元）',
    technology: '申报技术交易额（元）',
    money: '应为元，至多两位小数，例如 300000。',
    until: '有效期至',
    reason: '变更原因',
    evidence: '证明材料（每行一条）',
    missing: '请填写。',
    changeSent: '变更申请已提交。',
    decision: '答复',
    objections: '异议',
    noObjection: '没有提出过异议。',
    object: '提出异议',
    objectHelp: '对登记、不予登记或核定的金额有异议的，写明理由；登记机构由另一人重新审查。',
    grounds: '异议理由',
    objected: '异议已提交。',
    history: '办理经过',
    revisions: '版次',
    revision: (serial: number) => `第 ${serial} 版`,
  },
  {
    withdraw: 'Withdraw',
    withdrawText: 'The application lapses; to register, apply anew.',
    withdrawn: 'Withdrawn.',
    file: 'File the draft',
    fileText: 'The office takes it up; its term runs from acceptance.',
    filed: 'Filed.',
    changes: 'Changes',
    noChange: 'No change was asked for.',
    change: 'Ask for a change',
    changeHelp: 'Only what changes; the registration stays in force meanwhile.',
    name: 'Project',
    value: 'Contract value (yuan)',
    technology: 'Declared technology value (yuan)',
    money: 'Yuan with at most two decimals, e.g. 300000.',
    until: 'Valid until',
    reason: 'Reason',
    evidence: 'Evidence (one a line)',
    missing: 'Fill this in.',
    changeSent: 'Sent.',
    decision: 'Decision',
    objections: 'Objections',
    noObjection: 'No objection was made.',
    object: 'Object',
    objectHelp: 'Against a registration, a refusal or an amount; somebody else examines it anew.',
    grounds: 'Grounds',
    objected: 'Sent.',
    history: 'What has happened',
    revisions: 'Revisions',
    revision: (serial) => `Revision ${serial}`,
  },
);

/** What the seller may still do with an application: file the draft, or take it back before it is accepted. */
export function ApplicationActions({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: registration.id } };
  const withdraw = api.useMutation('post', '/v1/contract-registrations/{id}/withdrawal');
  const file = api.useMutation('post', '/v1/contract-registrations/{id}/filing');
  return (
    <>
      {registration.state === 'draft' && (
        <DialogForm<object>
          primary
          button={t.file}
          title={t.file}
          onSubmit={() => done(file.mutateAsync({ params, body: {} }), t.filed)}
        >
          <p>{t.fileText}</p>
        </DialogForm>
      )}
      {(registration.state === 'draft' || registration.state === 'filed') && (
        <DialogForm<object>
          button={t.withdraw}
          title={t.withdraw}
          onSubmit={() => done(withdraw.mutateAsync({ params }), t.withdrawn)}
        >
          <p>{t.withdrawText}</p>
        </DialogForm>
      )}
    </>
  );
}

interface ChangeValues {
  readonly title?: string;
  readonly contractValueYuan?: string;
  readonly declaredTechnologyValueYuan?: string;
  readonly validUntil?: string;
  readonly reason: string;
  readonly evidence: string;
}

export function Changes({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: registration.id } };
  const changes = api.useQuery('get', '/v1/contract-registrations/{id}/changes', { params });
  const change = api.useMutation('post', '/v1/contract-registrations/{id}/changes');
  const send = ({ evidence, ...values }: ChangeValues): Promise<void> => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as typeof values;
    return done(change.mutateAsync({ params, body: { ...given, evidence: linesOf(evidence) } }), t.changeSent);
  };
  return (
    <Section title={t.changes}>
      <QueryView query={changes}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.noChange}</p>
          ) : (
            <ul className="hits">
              {items.map((one) => (
                <li key={one.id}>
                  <p className="hit-line">
                    <StateTag codes={changeState} value={one.state} />
                    <Instant value={one.requestedAt} />
                    {one.title && <span>{one.title}</span>}
                    {one.contractValue && <Money value={one.contractValue} />}
                    {one.validUntil && <Day value={one.validUntil} />}
                  </p>
                  <p>{one.reason}</p>
                  {one.decisionReason && (
                    <p>
                      {t.decision}：{one.decisionReason}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {registration.state === 'registered' && registration.openChange === null && (
        <DialogForm<ChangeValues> button={t.change} title={t.change} onSubmit={send}>
          <p>{t.changeHelp}</p>
          <Form.Item name="title" label={t.name}>
            <Input maxLength={200} />
          </Form.Item>
          <MoneyItem name="contractValueYuan" label={t.value} />
          <MoneyItem name="declaredTechnologyValueYuan" label={t.technology} />
          <Form.Item name="validUntil" label={t.until}>
            <DayField />
          </Form.Item>
          <TextItem name="reason" label={t.reason} />
          <TextItem name="evidence" label={t.evidence} />
        </DialogForm>
      )}
    </Section>
  );
}

export function Objections({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: registration.id } };
  const list = api.useQuery('get', '/v1/contract-registrations/{id}/reexaminations', { params });
  const object = api.useMutation('post', '/v1/contract-registrations/{id}/reexaminations');
  const decided = registration.state === 'registered' || registration.state === 'refused';
  return (
    <Section title={t.objections}>
      <QueryView query={list}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.noObjection}</p>}
            <ul className="hits">
              {items.map((one) => (
                <li key={one.id}>
                  <p className="hit-line">
                    <StateTag codes={reexaminationState} value={one.state} />
                    <Instant value={one.requestedAt} />
                  </p>
                  <p>{one.reason}</p>
                  {one.outcome && (
                    <p>
                      {t.decision}：<Code codes={reexaminationOutcome} value={one.outcome} />，{one.decisionReason}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            {decided && items.every(({ state }) => state !== 'requested') && (
              <DialogForm<{ reason: string }>
                button={t.object}
                title={t.object}
                onSubmit={({ reason }) => {
                  const body = { objector: 'registrant' as const, reason };
                  return done(object.mutateAsync({ params, body }), t.objected);
                }}
              >
                <p>{t.objectHelp}</p>
                <TextItem name="reason" label={t.grounds} />
              </DialogForm>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}

/** Every step with its reason, and the revisions of a changed registration. */
export function History({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const params = { path: { id: registrationId } };
  const history = api.useQuery('get', '/v1/contract-registrations/{id}/history', { params });
  return (
    <Section title={t.history}>
      <QueryView query={history}>
        {({ steps, revisions }) => (
          <>
            <ol>
              {steps.map(({ at, toState, reason }, index) => (
                <li key={`${at}${index}`}>
                  <Instant value={at} />，<Code codes={registrationState} value={toState} />
                  {reason && `：${reason}`}
                </li>
              ))}
            </ol>
            {revisions.length > 1 && (
              <>
                <h3>{t.revisions}</h3>
                <ul>
                  {revisions.map(({ revision, effectiveOn, technologyValue, reason }) => (
                    <li key={revision}>
                      {t.revision(revision)}，<Day value={effectiveOn} />，<Money value={technologyValue} />
                      {reason && `：${reason}`}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function TextItem({ name, label }: { readonly name: string; readonly label: string }) {
  const t = useWords(words);
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t.missing }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
    </Form.Item>
  );
}

function MoneyItem({ name, label }: { readonly name: string; readonly label: string }) {
  const t = useWords(words);
  return (
    <Form.Item name={name} label={label} rules={[{ pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.money }]}>
      <Input inputMode="decimal" />
    </Form.Item>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
