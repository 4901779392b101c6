import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { gateDecision, gateState, pilotState, spendingCategory } from '../../text/codes/evaluation.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CodeField, DayItem, TextField, YuanField } from '../../ui/fields.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { EvidenceTable } from './evidence-table.tsx';

type Project = Schemas['PilotProjectView'];
type Gate = Schemas['PilotGateView'];
type GateLevel = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

const words = bilingual(
  {
    list: '中试熟化',
    facts: '项目',
    state: '状态',
    plan: '中试方案',
    site: '地点',
    equipment: '设备',
    levels: '等级',
    budget: '预算',
    spent: '已支出',
    term: '起止',
    reason: '理由',
    start: '启动项目',
    startText: '启动后按阶段门逐级推进。',
    resume: '恢复项目',
    resumeText: '补充完成后恢复，暂缓的阶段门可以重新提交。',
    stop: '终止项目',
    documents: '附件',
    gates: '阶段门',
    gate: (level: number) => `TRL ${level} 阶段门`,
    criteria: '通过标准',
    due: '期限',
    report: '阶段报告',
    decision: '决定',
    submit: '提交阶段门',
    submitted: '已提交，等待评审。',
    decide: '评审',
    decided: '已评审。通过的，相应等级的成熟度申报随即提出。',
    spendings: '支出',
    spend: '记录支出',
    category: '科目',
    amount: '金额（元）',
    on: '支出日期',
    note: '用途',
    noSpending: '还没有支出。',
  },
  {
    list: 'Pilot projects',
    facts: 'Project',
    state: 'State',
    plan: 'Plan',
    site: 'Site',
    equipment: 'Equipment',
    levels: 'Levels',
    budget: 'Budget',
    spent: 'Spent',
    term: 'Term',
    reason: 'Reason',
    start: 'Start',
    startText: 'From then on it goes gate by gate.',
    resume: 'Resume',
    resumeText: 'The gate that was held may be submitted again.',
    stop: 'Stop',
    documents: 'Documents',
    gates: 'Gates',
    gate: (level) => `Gate of TRL ${level}`,
    criteria: 'Criteria',
    due: 'Due',
    report: 'Report',
    decision: 'Decision',
    submit: 'Submit',
    submitted: 'Submitted for review.',
    decide: 'Decide',
    decided: 'Decided; a passed gate claims its level at once.',
    spendings: 'Spending',
    spend: 'Record spending',
    category: 'Category',
    amount: 'Amount (yuan)',
    on: 'Spent on',
    note: 'For',
    noSpending: 'Nothing spent yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const project = api.useQuery('get', '/v1/pilot-projects/{id}', { params: { path: { id } } });
  const own = project.data?.organizationId === me.data?.organizationId;
  return (
    <Page title={project.data?.title ?? t.facts} crumbs={[{ title: t.list, to: '/workbench/pilot-projects' }]}>
      <QueryView query={project}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Overview project={shown} />
              {own && <OwnActs project={shown} />}
            </Section>
            <Section title={t.documents}>
              <Attachments
                subjectKind="pilotProject"
                subjectId={id}
                {...(own && { kinds: ['readinessEvidence', 'projectReport', 'testReport'] as const })}
              />
            </Section>
            <Section title={t.gates}>
              <ol className="hits">
                {shown.gates.map((gate) => (
                  <GateItem key={gate.id} gate={gate} project={shown} own={own} />
                ))}
              </ol>
            </Section>
            <Spendings id={id} open={own && shown.state === 'running'} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ project: shown }: { readonly project: Project }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [t.state, <StateTag key="state" codes={pilotState} value={shown.state} />],
        ...(shown.stateReason ? ([[t.reason, shown.stateReason]] as const) : []),
        [t.levels, `TRL ${shown.fromLevel} → ${shown.toLevel}`],
        [t.plan, shown.plan],
        [t.site, shown.site],
        [t.equipment, shown.equipment],
        [t.budget, <Money key="budget" value={shown.budget} />],
        [t.spent, <Money key="spent" value={shown.spent} />],
        [
          t.term,
          <span key="term">
            <Day value={shown.startsOn} /> – <Day value={shown.endsOn} />
          </span>,
        ],
      ]}
    />
  );
}

function OwnActs({ project: { id, state } }: { readonly project: Project }) {
  const t = useWords(words);
  const params = { path: { id } };
  const start = api.useMutation('post', '/v1/pilot-projects/{id}/start');
  const resume = api.useMutation('post', '/v1/pilot-projects/{id}/resumption');
  const stop = api.useMutation('post', '/v1/pilot-projects/{id}/stop');
  return (
    <div className="form-foot">
      {state === 'planned' && (
        <Act primary button={t.start} text={t.startText} work={() => start.mutateAsync({ params })} />
      )}
      {state === 'held' && (
        <Act primary button={t.resume} text={t.resumeText} work={() => resume.mutateAsync({ params })} />
      )}
      {state !== 'stopped' && state !== 'completed' && (
        <ReasonedAct button={t.stop} work={(body) => stop.mutateAsync({ params, body })} />
      )}
    </div>
  );
}

function GateItem(props: { readonly gate: Gate; readonly project: Project; readonly own: boolean }) {
  const t = useWords(words);
  const me = useMe();
  const { gate, project, own } = props;
  const params = { path: { id: project.id, level: String(gate.level) as GateLevel } };
  const submit = api.useMutation('post', '/v1/pilot-projects/{id}/gates/{level}/submission');
  const decide = api.useMutation('post', '/v1/pilot-projects/{id}/gates/{level}/decision');
  const reviewing = hasRole(me.data, 'reviewer') && !own && gate.state === 'submitted';
  const first = project.gates.find(({ state }) => state !== 'passed');
  return (
    <li>
      <h3>
        {t.gate(gate.level)} <StateTag codes={gateState} value={gate.state} />
      </h3>
      <Facts
        items={[
          [t.criteria, gate.criteria],
          [t.due, <Day key="due" value={gate.dueOn} />],
          ...(gate.report ? ([[t.report, gate.report]] as const) : []),
          ...(gate.decision
            ? ([[t.decision, <StateTag key="decision" codes={gateDecision} value={gate.decision} />]] as const)
            : []),
          ...(gate.decisionReason ? ([[t.reason, gate.decisionReason]] as const) : []),
        ]}
      />
      {gate.evidence.length > 0 && <EvidenceTable evidence={gate.evidence} />}
      {own && project.state === 'running' && gate.id === first?.id && gate.state !== 'submitted' && (
        <FormAct<Schemas['SubmitGateDto']>
          primary
          button={t.submit}
          about={t.gate(gate.level)}
          said={t.submitted}
          initial={{ evidence: [{}] as never }}
          work={(body) => submit.mutateAsync({ params, body })}
        >
          <TextField name="report" label={t.report} max={10_000} long />
          <EvidenceFields subject={{ subjectKind: 'pilotProject', subjectId: project.id }} />
        </FormAct>
      )}
      {reviewing && (
        <FormAct<Schemas['DecideGateDto']>
          primary
          button={t.decide}
          about={t.gate(gate.level)}
          said={t.decided}
          work={(body) => decide.mutateAsync({ params, body })}
        >
          <CodeField name="decision" label={t.decision} codes={gateDecision} />
          <TextField name="reason" label={t.reason} max={1000} long />
        </FormAct>
      )}
    </li>
  );
}

function Spendings({ id, open }: { readonly id: string; readonly open: boolean }) {
  const t = useWords(words);
  const spend = api.useMutation('post', '/v1/pilot-projects/{id}/spendings');
  const page = { params: { path: { id }, query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/pilot-projects/{id}/spendings', page, byCursor);
  return (
    <Section
      title={t.spendings}
      actions={
        open && (
          <FormAct<Schemas['RecordSpendingDto']>
            button={t.spend}
            work={(body) => spend.mutateAsync({ params: { path: { id } }, body })}
          >
            <CodeField name="category" label={t.category} codes={spendingCategory} />
            <YuanField name="amountYuan" label={t.amount} />
            <DayItem name="spentOn" label={t.on} />
            <TextField name="note" label={t.note} />
          </FormAct>
        )
      }
    >
      <PagedTable
        caption={t.spendings}
        query={query}
        empty={t.noSpending}
        columns={[
          {
            key: 'category',
            title: t.category,
            render: (row) => <Code codes={spendingCategory} value={row.category} />,
          },
          { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
          { key: 'on', title: t.on, render: ({ spentOn }) => <Day value={spentOn} /> },
          { key: 'note', title: t.note, render: ({ note }) => note },
        ]}
      />
    </Section>
  );
}
