import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { brokerGrade, recognitionKind, recognitionState, trainingState } from '../../text/codes/broker-life.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day } from '../../ui/figures.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { DayRow, FlagRow, NumberRow, SelectRow, TextRow } from '../../ui/rows.tsx';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '技术经纪人认定',
    lead: '凭培训证书和学时申请认定；审查、公示后发给认定编号，有有效期。公布姓名和信用等级由本人决定。',
    grades: '等级与条件',
    grade: '等级',
    hours: '要求的学时',
    window: (years: number, validity: number) => `学时计入最近 ${years} 年；认定有效 ${validity} 年。`,
    mine: '我的认定',
    kind: '种类',
    state: '状态',
    number: '认定编号',
    until: '有效期至',
    none: '还没有申请。请先申报培训学时，再起草申请。',
    draft: '起草认定申请',
    certificate: '培训证书编号',
    issuer: '证书颁发单位',
    issuedOn: '证书颁发日期',
    statement: '从业情况',
    publish: '同意在公开名册上公布姓名',
    publishCredit: '同意在公开名册上公布信用等级',
    drafted: '已起草，请核对后提交。',
    trainings: '培训学时',
    course: '课程',
    provider: '培训机构',
    heldOn: '培训日期',
    count: '学时',
    evidence: '证明（结业证明编号或者存放处）',
    decision: '核对意见',
    noTraining: '还没有申报培训。',
    submit: '申报培训',
    submitted: '已申报，等科技部门核对。',
  },
  {
    workbench: 'Workbench',
    title: 'Recognition as a broker',
    lead: 'By a certificate and hours of training; examined, publicized, then numbered for a term. You decide whether your name and credit are shown.',
    grades: 'Grades and conditions',
    grade: 'Grade',
    hours: 'Hours needed',
    window: (years, validity) => `Hours of the last ${years} years count; a recognition lasts ${validity} years.`,
    mine: 'My recognitions',
    kind: 'Kind',
    state: 'State',
    number: 'Number',
    until: 'Valid until',
    none: 'None yet. Enter your training first, then draft an application.',
    draft: 'Draft an application',
    certificate: 'Number of the certificate',
    issuer: 'Issued by',
    issuedOn: 'Issued on',
    statement: 'Your work as a broker',
    publish: 'Show my name in the public register',
    publishCredit: 'Show my credit level in the public register',
    drafted: 'Drafted; check it and submit.',
    trainings: 'Training',
    course: 'Course',
    provider: 'Provider',
    heldOn: 'Held on',
    count: 'Hours',
    evidence: 'Evidence (number of the certificate, or where it lies)',
    decision: 'Finding',
    noTraining: 'No training yet.',
    submit: 'Enter a training',
    submitted: 'Entered; the bureau checks it next.',
  },
);

const page20 = { params: { query: { limit: 20 } } };

export function Component() {
  const t = useWords(words);
  const policy = api.useQuery('get', '/v1/broker-policy', {});
  const recognitions = api.useInfiniteQuery('get', '/v1/broker-recognitions', page20, byCursor);
  const columns: Column<Schemas['BrokerRecognitionView']>[] = [
    {
      key: 'grade',
      title: t.grade,
      render: ({ id, gradeTitle }) => <Link to={`/workbench/broker-recognitions/${id}`}>{gradeTitle}</Link>,
    },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={recognitionKind} value={kind} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={recognitionState} value={state} /> },
    { key: 'number', title: t.number, render: ({ recognitionNumber }) => recognitionNumber ?? '—' },
    { key: 'until', title: t.until, render: ({ validUntil }) => <Day value={validUntil} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[workbenchCrumb(t.workbench)]} actions={<Draft />}>
      <Section title={t.mine}>
        <PagedTable caption={t.mine} query={recognitions} columns={columns} empty={t.none} />
      </Section>
      <Trainings />
      <Section title={t.grades}>
        <QueryView query={policy}>
          {(shown) => (
            <>
              <ListTable
                caption={t.grades}
                rows={shown.grades}
                rowKey={({ grade }) => grade}
                empty=""
                columns={[
                  { key: 'grade', title: t.grade, render: ({ title }) => title },
                  { key: 'hours', title: t.hours, numeric: true, render: ({ requiredHours }) => requiredHours },
                ]}
              />
              <p className="fine">
                {t.window(shown.hoursWindowYears, shown.validityYears)} {shown.source}
              </p>
            </>
          )}
        </QueryView>
      </Section>
    </Page>
  );
}

function Draft() {
  const t = useWords(words);
  const done = useDone();
  const navigate = useNavigate();
  const draft = api.useMutation('post', '/v1/broker-recognitions');
  return (
    <DialogForm<Schemas['DraftRecognitionDto']>
      button={t.draft}
      title={t.draft}
      primary
      initial={{ kind: 'first', grade: 'junior', publicConsent: false, creditConsent: false }}
      onSubmit={async (body) => {
        const made = await draft.mutateAsync({ body });
        await done(Promise.resolve(), t.drafted);
        await navigate(`/workbench/broker-recognitions/${made.id}`);
      }}
    >
      <SelectRow name="kind" label={t.kind} codes={recognitionKind} />
      <SelectRow name="grade" label={t.grade} codes={brokerGrade} />
      <TextRow name="certificateNumber" label={t.certificate} min={2} max={60} />
      <TextRow name="certificateIssuer" label={t.issuer} min={2} max={100} />
      <DayRow name="certificateIssuedOn" label={t.issuedOn} />
      <TextRow name="statement" label={t.statement} min={4} max={5000} rows={4} />
      <FlagRow name="publicConsent" label={t.publish} />
      <FlagRow name="creditConsent" label={t.publishCredit} />
    </DialogForm>
  );
}

function Trainings() {
  const t = useWords(words);
  const done = useDone();
  const trainings = api.useInfiniteQuery('get', '/v1/broker-trainings', page20, byCursor);
  const submit = api.useMutation('post', '/v1/broker-trainings');
  const columns: Column<Schemas['BrokerTrainingView']>[] = [
    { key: 'course', title: t.course, render: ({ course }) => course },
    { key: 'provider', title: t.provider, render: ({ provider }) => provider },
    { key: 'on', title: t.heldOn, render: ({ heldOn }) => <Day value={heldOn} /> },
    { key: 'hours', title: t.count, numeric: true, render: ({ hours }) => hours },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={trainingState} value={state} /> },
    { key: 'why', title: t.decision, render: ({ decisionReason }) => decisionReason ?? '—' },
  ];
  const add = (
    <DialogForm<Schemas['SubmitTrainingDto']>
      button={t.submit}
      title={t.submit}
      onSubmit={(body) => done(submit.mutateAsync({ body }), t.submitted)}
    >
      <TextRow name="course" label={t.course} min={2} max={200} />
      <TextRow name="provider" label={t.provider} min={2} max={100} />
      <DayRow name="heldOn" label={t.heldOn} />
      <NumberRow name="hours" label={t.count} min={1} max={200} />
      <TextRow name="evidence" label={t.evidence} min={2} max={500} />
    </DialogForm>
  );
  return (
    <Section title={t.trainings} actions={add}>
      <PagedTable caption={t.trainings} query={trainings} columns={columns} empty={t.noTraining} />
    </Section>
  );
}
