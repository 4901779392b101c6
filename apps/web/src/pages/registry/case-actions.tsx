import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { DeterminationForm } from './determination-form.tsx';
import { RefusalForm } from './refusal-form.tsx';
import { SecondReview } from './second-review.tsx';
import { SupplementForm } from './supplement-form.tsx';

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
    examineText: '领取后由您经办，期限提醒发给您和负责人。',
    reason: '理由',
    reasonMissing: '请写明理由。',
    returnSure: '退回这份申请？',
    returnText: '退回后这一件办结，登记主体须重新申请；只缺材料的，请受理后要求补正。',
    cancel: '注销登记',
    cancelSure: '注销这项登记？',
    cancelText: '注销后登记证明失效、登记编号不再使用，不能恢复；已享受的奖补和税收优惠会另行处理。',
    cancelDue: '合同已解除，应予注销。',
    choose: '请选择要办的事',
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
    examineText: 'The case becomes yours; reminders of its term come to you and to the head.',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    returnSure: 'Return this application?',
    returnText:
      'The case ends and must be filed anew. When only papers are missing, accept it and ask for a supplement.',
    cancel: 'Cancel the registration',
    cancelSure: 'Cancel this registration?',
    cancelText: 'The certificate loses its force and the number is never used again. This cannot be undone.',
    cancelDue: 'The contract was ended: the registration is to be cancelled.',
    choose: 'What to do',
  },
);

type Action = 'accept' | 'return' | 'examine' | 'determine' | 'supplement' | 'refuse' | 'review' | 'cancel';

/** What the state of a case lets its officers do. */
const open: Readonly<Partial<Record<Registration['state'], readonly Action[]>>> = {
  filed: ['accept', 'return'],
  accepted: ['examine'],
  underReview: ['determine', 'supplement', 'refuse'],
  supplementRequested: ['refuse'],
  secondReview: ['review', 'refuse'],
  registered: ['cancel'],
};

/** Reviewers decide a second review, and refuse; everything else is the registrars'. */
const ofReviewers: readonly Action[] = ['review', 'refuse'];

export function CaseActions({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const me = useMe();
  const [chosen, setChosen] = useState<Action | null>(null);
  const actions = (open[registration.state] ?? []).filter(
    (action) => hasRole(me.data, 'registrar') || (ofReviewers.includes(action) && hasRole(me.data, 'reviewer')),
  );
  const current = actions.find((action) => action === chosen) ?? (actions.length === 1 ? actions[0] : undefined);
  return (
    <Section title={t.title}>
      {actions.length === 0 ? (
        <p className="empty">{t.wait}</p>
      ) : (
        <>
          {actions.length > 1 && (
            <div className="kinds" role="group" aria-label={t.choose}>
              {actions.map((action) => (
                <Button key={action} aria-pressed={action === current} onClick={() => setChosen(action)}>
                  {t[action]}
                </Button>
              ))}
            </div>
          )}
          {!current && <p className="fine">{t.choose}</p>}
          {current && <ActionForm key={current} action={current} registration={registration} />}
        </>
      )}
    </Section>
  );
}

function ActionForm({ action, registration }: { readonly action: Action; readonly registration: Registration }) {
  const t = useWords(words);
  const said = useDone();
  const path = { params: { path: { id: registration.id } } };
  const accept = api.useMutation('post', '/v1/contract-registrations/{id}/acceptance');
  const giveBack = api.useMutation('post', '/v1/contract-registrations/{id}/return');
  const examine = api.useMutation('post', '/v1/contract-registrations/{id}/examination');
  const cancel = api.useMutation('post', '/v1/contract-registrations/{id}/cancellation');
  const done = (work: Promise<unknown>): Promise<void> => said(work, t.done);
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
        <ApiForm<Schemas['ContractRegistrationReasonDto']>
          submit={t.return}
          draftKey={draftKey}
          confirm={() => ({ title: t.returnSure, text: t.returnText })}
          onSubmit={(body) => done(giveBack.mutateAsync({ ...path, body }))}
        >
          <Reason label={t.reason} missing={t.reasonMissing} />
        </ApiForm>
      );
    case 'examine':
      return (
        <ApiForm<object> submit={t.examine} onSubmit={() => done(examine.mutateAsync(path))}>
          <p className="fine">{t.examineText}</p>
        </ApiForm>
      );
    case 'supplement':
      return <SupplementForm registrationId={registration.id} draftKey={draftKey} done={done} />;
    case 'determine':
      return <DeterminationForm registration={registration} draftKey={draftKey} done={done} />;
    case 'review':
      return <SecondReview registrationId={registration.id} done={done} />;
    case 'cancel':
      return (
        <ApiForm<Schemas['ContractRegistrationReasonDto']>
          submit={t.cancel}
          draftKey={draftKey}
          confirm={() => ({ title: t.cancelSure, text: t.cancelText })}
          onSubmit={(body) => done(cancel.mutateAsync({ ...path, body }))}
        >
          {registration.cancellationDue && <p>{t.cancelDue}</p>}
          <Reason label={t.reason} missing={t.reasonMissing} />
        </ApiForm>
      );
    case 'refuse':
      return <RefusalForm registrationId={registration.id} draftKey={draftKey} done={done} />;
  }
}

function Reason({ label, missing }: { readonly label: ReactNode; readonly missing: string }) {
  return (
    <Form.Item name="reason" label={label} rules={[{ required: true, message: missing }]}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
    </Form.Item>
  );
}
