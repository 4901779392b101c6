import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { recognitionKind, recognitionState, trainingState } from '../../text/codes/broker-life.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PersonName } from './party-name.tsx';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '经纪人认定办理',
    lead: '审查申请、核对培训、评案例卷、决定公示；审查人不得决定。',
    count: '对照方案的目标',
    asOf: '截至',
    target: '目标人数',
    people: (count: number, reached: boolean) => `${count} 人（${reached ? '已达到' : '未达到'}）`,
    queue: '申请与认定',
    filter: '状态',
    every: '全部',
    name: '姓名',
    grade: '等级',
    kind: '种类',
    number: '认定编号',
    until: '有效期至',
    none: '没有这样的申请。',
    trainings: '待核对的培训',
    person: '人员',
    course: '课程',
    heldOn: '日期',
    hours: '学时',
    evidence: '证明',
    act: '办理',
    noTraining: '没有培训记录。',
    check: '核对',
    confirm: '确认学时',
    reject: '不予确认',
    checked: '已核对。',
  },
  {
    workbench: 'Workbench',
    title: 'Recognitions to act on',
    lead: 'Examine, check training, mark case papers, decide; who examined does not decide.',
    count: 'Against the target of the plan',
    asOf: 'As of',
    target: 'Target',
    people: (count, reached) => `${count} (${reached ? 'reached' : 'not reached'})`,
    queue: 'Applications and recognitions',
    filter: 'State',
    every: 'All',
    name: 'Name',
    grade: 'Grade',
    kind: 'Kind',
    number: 'Number',
    until: 'Valid until',
    none: 'There is none.',
    trainings: 'Training to check',
    person: 'Person',
    course: 'Course',
    heldOn: 'Day',
    hours: 'Hours',
    evidence: 'Evidence',
    act: 'Act',
    noTraining: 'No training.',
    check: 'Check',
    confirm: 'Confirm the hours',
    reject: 'Do not confirm',
    checked: 'Checked.',
  },
);

export function Component() {
  const t = useWords(words);
  const count = api.useQuery('get', '/v1/broker-count', {});
  return (
    <Page title={t.title} lead={t.lead} crumbs={[workbenchCrumb(t.workbench)]}>
      <Section title={t.count}>
        <QueryView query={count}>
          {({ asOf, target, wording, readings, source }) => (
            <>
              <p>{wording}</p>
              <Facts
                items={[
                  [t.asOf, <Day key="asOf" value={asOf} />],
                  [t.target, target],
                  ...readings.map((one) => [one.wording, t.people(one.count, one.reached)] as const),
                ]}
              />
              <p className="fine">{source}</p>
            </>
          )}
        </QueryView>
      </Section>
      <Queue />
      <Trainings />
    </Page>
  );
}

type State = Schemas['BrokerRecognitionView']['state'];

function Queue() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const states = useChoices(recognitionState).filter(({ value }) => value !== 'draft');
  const state = states.find(({ value }) => value === params.get('state'))?.value as State | undefined;
  const query = api.useInfiniteQuery(
    'get',
    '/v1/broker-recognitions',
    { params: { query: { limit: 20, ...(state && { state }) } } },
    byCursor,
  );
  const columns: Column<Schemas['BrokerRecognitionView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: (row) => <Link to={`/workbench/broker-recognitions/${row.id}`}>{row.personName}</Link>,
    },
    { key: 'grade', title: t.grade, render: ({ gradeTitle }) => gradeTitle },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={recognitionKind} value={kind} /> },
    { key: 'state', title: t.filter, render: (row) => <StateTag codes={recognitionState} value={row.state} /> },
    { key: 'number', title: t.number, render: ({ recognitionNumber }) => recognitionNumber ?? '—' },
    { key: 'until', title: t.until, render: ({ validUntil }) => <Day value={validUntil} /> },
  ];
  return (
    <Section title={t.queue}>
      <div className="fields">
        <label htmlFor="recognition-state">{t.filter}</label>
        <Select
          id="recognition-state"
          value={state ?? ''}
          options={[{ value: '', label: t.every }, ...states]}
          onChange={(value) => setParams(value ? { state: value } : {}, { replace: true })}
        />
      </div>
      <PagedTable caption={t.queue} query={query} columns={columns} empty={t.none} />
    </Section>
  );
}

function Trainings() {
  const t = useWords(words);
  const me = useMe();
  const query = api.useInfiniteQuery('get', '/v1/broker-trainings', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['BrokerTrainingView']>[] = [
    { key: 'person', title: t.person, render: ({ personId }) => <PersonName id={personId} /> },
    { key: 'course', title: t.course, render: ({ course, provider }) => `${course}（${provider}）` },
    { key: 'on', title: t.heldOn, render: ({ heldOn }) => <Day value={heldOn} /> },
    { key: 'hours', title: t.hours, numeric: true, render: ({ hours }) => hours },
    { key: 'evidence', title: t.evidence, render: ({ evidence }) => evidence },
    {
      key: 'act',
      title: t.act,
      render: (row) =>
        row.state === 'submitted' && hasRole(me.data, 'reviewer') ? (
          <Check training={row} />
        ) : (
          <StateTag codes={trainingState} value={row.state} />
        ),
    },
  ];
  return (
    <Section title={t.trainings}>
      <PagedTable caption={t.trainings} query={query} columns={columns} empty={t.noTraining} />
    </Section>
  );
}

function Check({ training }: { readonly training: Schemas['BrokerTrainingView'] }) {
  const t = useWords(words);
  const done = useDone();
  const decide = api.useMutation('post', '/v1/broker-trainings/{id}/decision');
  return (
    <Decision
      button={t.check}
      about={training.course}
      max={1000}
      outcome={{
        name: 'decision',
        options: [
          { value: 'confirm', label: t.confirm },
          { value: 'reject', label: t.reject },
        ],
      }}
      onSubmit={(body) => done(decide.mutateAsync({ params: { path: { id: training.id } }, body }), t.checked)}
    />
  );
}
