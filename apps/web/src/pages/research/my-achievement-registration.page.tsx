import { useState } from 'react';
import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { achievementRegistrationState, refusalGround } from '../../text/codes/achievement.codes.ts';
import { achievementKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Attachments } from '../../ui/attachments.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RegistrationForm } from './registration-form.tsx';

type Registration = Schemas['AchievementRegistrationDetailView'];

const words = bilingual(
  {
    list: '成果登记',
    facts: '登记',
    state: '状态',
    kind: '类型',
    number: '登记号',
    none: '审核通过后编发',
    on: '登记日期',
    unit: '第一完成单位',
    inventors: '完成人',
    achievement: '查看成果',
    findings: '请改正以下各项后再提交：',
    refused: '不予登记',
    gaps: '还缺什么',
    complete: '各项齐备，可以提交。',
    same: '有同名的成果，审核时会核对：',
    materials: '证明材料',
    edit: '修改登记表',
    stop: '不改了',
    save: '保存登记表',
    saved: '已保存。',
    submit: '提交审核',
    submitted: '已提交，由科技主管部门审核。',
    withdraw: '撤回申请',
    withdrawText: '撤回后这份申请终止，可以另行申请。',
    withdrawn: '已撤回。',
    receipt: '打印登记回执（PDF）',
  },
  {
    list: 'Registrations of achievements',
    facts: 'Registration',
    state: 'State',
    kind: 'Type',
    number: 'Number',
    none: 'issued when accepted',
    on: 'Registered',
    unit: 'First unit',
    inventors: 'Inventors',
    achievement: 'The achievement',
    findings: 'Mend these and submit again:',
    refused: 'Refused',
    gaps: 'What is missing',
    complete: 'Complete: it can be submitted.',
    same: 'There are achievements of the same name:',
    materials: 'Proofs',
    edit: 'Mend the form',
    stop: 'Leave it',
    save: 'Save the form',
    saved: 'Saved.',
    submit: 'Submit',
    submitted: 'Submitted to the bureau.',
    withdraw: 'Withdraw',
    withdrawText: 'This application ends; another can be made.',
    withdrawn: 'Withdrawn.',
    receipt: 'Receipt (PDF)',
  },
);

const proofs = [
  'evaluationReport',
  'developmentReport',
  'noveltySearch',
  'testReport',
  'userProof',
  'publication',
  'adoptionProof',
  'other',
] as const;

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const registration = api.useQuery('get', '/v1/achievement-registrations/{id}', { params: { path: { id } } });
  const shown = registration.data;
  return (
    <Page
      title={shown?.form.title ?? t.list}
      crumbs={[{ title: t.list, to: '/workbench/achievement-registrations' }]}
      actions={
        shown?.number && (
          <Button
            onClick={() =>
              void download(`/v1/achievement-registrations/${id}/receipt.pdf`, `${shown.number ?? id}.pdf`)
            }
          >
            {t.receipt}
          </Button>
        )
      }
    >
      <QueryView query={registration}>{(one) => <Parts registration={one} />}</QueryView>
    </Page>
  );
}

function Parts({ registration: shown }: { readonly registration: Registration }) {
  const t = useWords(words);
  const open = shown.state === 'draft' || shown.state === 'returned';
  return (
    <>
      {shown.findings.length > 0 && shown.state === 'returned' && (
        <Alert
          type="warning"
          showIcon
          title={t.findings}
          description={
            <ol>
              {shown.findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ol>
          }
        />
      )}
      {shown.refusalGround && (
        <Alert
          type="error"
          showIcon
          title={t.refused}
          description={
            <>
              <Code codes={refusalGround} value={shown.refusalGround} />：{shown.reason}
            </>
          }
        />
      )}
      <Section
        title={t.facts}
        actions={
          shown.achievementId && <Link to={`/workbench/achievements/${shown.achievementId}`}>{t.achievement}</Link>
        }
      >
        <Facts
          items={[
            [t.state, <StateTag key="state" codes={achievementRegistrationState} value={shown.state} />],
            [t.kind, <Code key="kind" codes={achievementKind} value={shown.kind} />],
            [t.number, shown.number ?? t.none],
            [t.on, <Day key="on" value={shown.registeredOn} />],
            [t.unit, shown.form.firstUnit],
            [t.inventors, shown.form.inventors.join('、')],
          ]}
        />
        <p className="prose">{shown.form.summary}</p>
      </Section>
      {open && <Gaps registration={shown} />}
      {shown.achievementId && (
        <Section title={t.materials}>
          <Attachments subjectKind="achievement" subjectId={shown.achievementId} kinds={open ? proofs : []} />
        </Section>
      )}
      {open && <Mend registration={shown} />}
    </>
  );
}

function Gaps({ registration: shown }: { readonly registration: Registration }) {
  const t = useWords(words);
  const done = useDone();
  const path = { params: { path: { id: shown.id } } };
  const submit = api.useMutation('post', '/v1/achievement-registrations/{id}/submission');
  const withdraw = api.useMutation('post', '/v1/achievement-registrations/{id}/withdrawal');
  return (
    <Section title={t.gaps}>
      {shown.gaps.length === 0 ? (
        <p>{t.complete}</p>
      ) : (
        <ul>
          {shown.gaps.map(({ field, title }) => (
            <li key={field}>{title}</li>
          ))}
        </ul>
      )}
      {shown.sameTitle.length > 0 && (
        <>
          <p>{t.same}</p>
          <ul>
            {shown.sameTitle.map(({ id, firstUnit, number, state }) => (
              <li key={id}>
                {number} {firstUnit} <StateTag codes={achievementRegistrationState} value={state} />
              </li>
            ))}
          </ul>
        </>
      )}
      {submit.error && <ProblemNotice error={submit.error} />}
      <div className="form-foot">
        <Button
          type="primary"
          loading={submit.isPending}
          onClick={() => void done(submit.mutateAsync(path), t.submitted).catch(() => undefined)}
        >
          {t.submit}
        </Button>
        <DialogForm
          button={t.withdraw}
          title={t.withdraw}
          onSubmit={() => done(withdraw.mutateAsync(path), t.withdrawn)}
        >
          <p>{t.withdrawText}</p>
        </DialogForm>
      </div>
    </Section>
  );
}

function Mend({ registration: shown }: { readonly registration: Registration }) {
  const t = useWords(words);
  const done = useDone();
  const [open, setOpen] = useState(false);
  const rewrite = api.useMutation('put', '/v1/achievement-registrations/{id}/form');
  if (!open) {
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{t.edit}</Button>
      </p>
    );
  }
  return (
    <Section title={t.edit} actions={<Button onClick={() => setOpen(false)}>{t.stop}</Button>}>
      <div className="narrow">
        <RegistrationForm
          draftKey={`registration.${shown.id}.${shown.version}`}
          submit={t.save}
          initial={{ kind: shown.kind, ...filled(shown.form) } as never}
          onSubmit={async (kind, form) => {
            const header = { 'If-Match': `"${shown.version}"` };
            const params = { path: { id: shown.id }, header };
            await done(rewrite.mutateAsync({ params, body: { kind, form } }), t.saved);
            setOpen(false);
          }}
        />
      </div>
    </Section>
  );
}
