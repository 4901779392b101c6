import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { recognitionKind, recognitionState } from '../../text/codes/broker-life.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { FlagRow, NumberRow, TextRow } from '../../ui/rows.tsx';

type Detail = Schemas['RecognitionDetailView'];

const words = bilingual(
  {
    list: '技术经纪人认定',
    queue: '经纪人认定办理',
    applicant: '姓名',
    unit: '申请时所在单位',
    state: '状态',
    kind: '种类',
    certificate: '培训证书',
    number: '认定编号',
    term: '有效期',
    consent: '公布',
    nameShown: '公布姓名',
    creditShown: '公布信用等级',
    hidden: '不公布',
    score: '案例考核得分',
    noScore: '评分未齐备',
    statement: '从业情况',
    why: '最近一步的理由',
    notice: '查看公示',
    steps: '办理',
    submit: '提交申请',
    submitted: '已提交，等科技部门审查。',
    withdraw: '撤回申请',
    withdrawn: '已撤回。',
    changeConsent: '改变公布',
    publish: '同意在公开名册上公布姓名',
    publishCredit: '同意在公开名册上公布信用等级',
    consented: '已记录。',
    examine: '审查',
    proposed: '拟予认定',
    returned: '退回补充',
    refused: '不予认定',
    examined: '已审查。决定由另一名复核员作出。',
    decide: '决定',
    publicize: '公示拟认定的技术经纪人',
    sendBack: '退回审查',
    decided: '已决定。',
    rule: '暂停、恢复或者撤销',
    suspend: '暂停',
    restore: '恢复',
    revoke: '撤销认定',
    ruled: '已处理。',
    mark: '案例考核评分',
    caseCode: '案例编号',
    points: '得分',
    note: '评语',
    marked: '已评分；各考评人互不可见。',
    credit: '看信用',
  },
  {
    list: 'Recognition as a broker',
    queue: 'Recognitions to act on',
    applicant: 'Name',
    unit: 'Organization at the time',
    state: 'State',
    kind: 'Kind',
    certificate: 'Certificate',
    number: 'Number',
    term: 'Term',
    consent: 'Shown to the public',
    nameShown: 'The name',
    creditShown: 'The credit level',
    hidden: 'Nothing',
    score: 'Score of the case paper',
    noScore: 'Not all marks are in',
    statement: 'Work as a broker',
    why: 'Reason of the last step',
    notice: 'See the notice',
    steps: 'Steps',
    submit: 'Submit',
    submitted: 'Submitted; the bureau examines it next.',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn.',
    changeConsent: 'Change what is shown',
    publish: 'Show my name in the public register',
    publishCredit: 'Show my credit level in the public register',
    consented: 'Kept.',
    examine: 'Examine',
    proposed: 'To be recognized',
    returned: 'Send back',
    refused: 'Not to be recognized',
    examined: 'Examined. Another reviewer decides.',
    decide: 'Decide',
    publicize: 'Publicize',
    sendBack: 'Back to examination',
    decided: 'Decided.',
    rule: 'Suspend, restore or revoke',
    suspend: 'Suspend',
    restore: 'Restore',
    revoke: 'Revoke',
    ruled: 'Done.',
    mark: 'Mark the case paper',
    caseCode: 'Case',
    points: 'Score',
    note: 'Comment',
    marked: 'Marked; examiners do not see one another’s marks.',
    credit: 'See the credit',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const recognition = api.useQuery('get', '/v1/broker-recognitions/{id}', { params: { path: { id } } });
  const staff = hasRole(me.data, 'reviewer', 'auditor');
  const crumb = staff
    ? { title: t.queue, to: '/workbench/broker-recognition-queue' }
    : { title: t.list, to: '/workbench/broker-recognitions' };
  return (
    <Page
      title={recognition.data ? `${recognition.data.personName} ${recognition.data.gradeTitle}` : t.list}
      crumbs={[crumb]}
    >
      <QueryView query={recognition}>
        {(shown) => (
          <>
            {shown.reminder && <Alert type="warning" showIcon title={shown.reminder} />}
            <About shown={shown} />
            <Section title={t.steps}>
              <div className="form-foot">
                {shown.personId === me.data?.id && <OwnSteps shown={shown} />}
                {hasRole(me.data, 'reviewer') && <BureauSteps shown={shown} />}
                {staff && <Link to={`/workbench/broker-credit/${shown.personId}`}>{t.credit}</Link>}
              </div>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function About({ shown }: { readonly shown: Detail }) {
  const t = useWords(words);
  const consents = [...(shown.publicConsent ? [t.nameShown] : []), ...(shown.creditConsent ? [t.creditShown] : [])];
  return (
    <Section title={t.list} actions={<StateTag codes={recognitionState} value={shown.state} />}>
      <Facts
        items={[
          [t.applicant, shown.personName],
          [t.unit, <OrganizationName key="unit" id={shown.organizationId} />],
          [t.kind, <Code key="kind" codes={recognitionKind} value={shown.kind} />],
          [t.certificate, `${shown.certificateNumber}，${shown.certificateIssuer}，${shown.certificateIssuedOn}`],
          [t.score, shown.casebookScore ?? t.noScore],
          [t.number, shown.recognitionNumber],
          [
            t.term,
            shown.validFrom && (
              <span key="term">
                <Day value={shown.validFrom} /> — <Day value={shown.validUntil} />
              </span>
            ),
          ],
          [t.consent, consents.join('、') || t.hidden],
          [t.why, shown.stateReason],
        ]}
      />
      <h3>{t.statement}</h3>
      <p className="prose">{shown.statement}</p>
      {shown.noticeId && <Link to={`/public-notices/${shown.noticeId}`}>{t.notice}</Link>}
    </Section>
  );
}

function OwnSteps({ shown }: { readonly shown: Detail }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: shown.id } };
  const submit = api.useMutation('post', '/v1/broker-recognitions/{id}/submission');
  const withdraw = api.useMutation('post', '/v1/broker-recognitions/{id}/withdrawal');
  const consent = api.useMutation('post', '/v1/broker-recognitions/{id}/consent');
  const { creditConsent, publicConsent, state } = shown;
  const open = state === 'draft' || state === 'submitted' || state === 'examined';
  return (
    <>
      {state === 'draft' && (
        <DialogForm
          button={t.submit}
          title={t.submit}
          primary
          onSubmit={() => done(submit.mutateAsync({ params }), t.submitted)}
        />
      )}
      {open && (
        <Decision
          button={t.withdraw}
          max={1000}
          onSubmit={(body) => done(withdraw.mutateAsync({ params, body }), t.withdrawn)}
        />
      )}
      <DialogForm<Schemas['RecognitionConsentDto']>
        button={t.changeConsent}
        title={t.changeConsent}
        initial={{ publicConsent, creditConsent }}
        onSubmit={(body) => done(consent.mutateAsync({ params, body }), t.consented)}
      >
        <FlagRow name="publicConsent" label={t.publish} />
        <FlagRow name="creditConsent" label={t.publishCredit} />
      </DialogForm>
    </>
  );
}

function BureauSteps({ shown }: { readonly shown: Detail }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: shown.id } };
  const examine = api.useMutation('post', '/v1/broker-recognitions/{id}/examination');
  const decide = api.useMutation('post', '/v1/broker-recognitions/{id}/decision');
  const rule = api.useMutation('post', '/v1/broker-recognitions/{id}/ruling');
  const options = (pairs: readonly (readonly [string, string])[]) => ({
    name: 'decision',
    options: pairs.map(([value, label]) => ({ value, label })),
  });
  const { state } = shown;
  return (
    <>
      {state === 'submitted' && (
        <>
          <Mark id={shown.id} />
          <Decision
            button={t.examine}
            primary
            max={1000}
            outcome={options([
              ['examine', t.proposed],
              ['return', t.returned],
              ['refuse', t.refused],
            ])}
            onSubmit={(body) => done(examine.mutateAsync({ params, body }), t.examined)}
          />
        </>
      )}
      {state === 'examined' && (
        <Decision
          button={t.decide}
          primary
          max={1000}
          outcome={options([
            ['publicize', t.publicize],
            ['sendBack', t.sendBack],
          ])}
          onSubmit={(body) => done(decide.mutateAsync({ params, body }), t.decided)}
        />
      )}
      {(state === 'recognized' || state === 'suspended') && (
        <Decision
          button={t.rule}
          max={1000}
          outcome={options([
            state === 'recognized' ? (['suspend', t.suspend] as const) : (['restore', t.restore] as const),
            ['revoke', t.revoke],
          ])}
          onSubmit={(body) => done(rule.mutateAsync({ params, body }), t.ruled)}
        />
      )}
    </>
  );
}

function Mark({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const mark = api.useMutation('post', '/v1/broker-recognitions/{id}/casebook-marks');
  return (
    <DialogForm<Schemas['MarkCasebookDto']>
      button={t.mark}
      title={t.mark}
      onSubmit={(body) => done(mark.mutateAsync({ params: { path: { id } }, body }), t.marked)}
    >
      <TextRow name="caseCode" label={t.caseCode} max={40} />
      <NumberRow name="score" label={t.points} min={0} max={100} />
      <TextRow name="note" label={t.note} min={2} max={2000} rows={2} />
    </DialogForm>
  );
}
