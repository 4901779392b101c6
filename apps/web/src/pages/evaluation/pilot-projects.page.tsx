import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { pilotState } from '../../text/codes/evaluation.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { CountField, DayItem, TextField, TickField, YuanField } from '../../ui/fields.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';
import { AchievementField } from '../research/achievement-choice.tsx';

const words = bilingual(
  {
    title: '中试熟化',
    lead: '从已证明的成熟度开始，每升一级设一个阶段门；通过后自动提出相应等级的成熟度申报。',
    workbench: '我的工作台',
    make: '建立中试项目',
    name: '项目名称',
    plan: '中试方案',
    site: '地点',
    equipment: '设备',
    farming: '种植、养殖类成果',
    from: '起始等级（0 为尚无）',
    to: '目标等级',
    budget: '预算（元）',
    spent: '已支出',
    starts: '开始日期',
    ends: '结束日期',
    gate: (serial: number) => `第 ${serial} 个阶段门`,
    level: '等级',
    criteria: '通过标准',
    due: '期限',
    add: '再加一个阶段门',
    remove: '删除',
    state: '状态',
    levels: '等级',
    empty: '还没有中试项目。',
  },
  {
    title: 'Pilot projects',
    lead: 'From what is proven, one gate a level; a passed gate claims its level by itself.',
    workbench: 'Workbench',
    make: 'Plan a pilot project',
    name: 'Title',
    plan: 'Plan',
    site: 'Site',
    equipment: 'Equipment',
    farming: 'Of farming',
    from: 'From level (0: none yet)',
    to: 'To level',
    budget: 'Budget (yuan)',
    spent: 'Spent',
    starts: 'Starts',
    ends: 'Ends',
    gate: (serial) => `Gate ${serial}`,
    level: 'Level',
    criteria: 'Criteria',
    due: 'Due',
    add: 'Another gate',
    remove: 'Remove',
    state: 'State',
    levels: 'Levels',
    empty: 'No pilot project yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const query = api.useInfiniteQuery('get', '/v1/pilot-projects', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['PilotProjectView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/pilot-projects/${id}`}>{title}</Link>,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={pilotState} value={state} /> },
    { key: 'levels', title: t.levels, render: ({ fromLevel, toLevel }) => `TRL ${fromLevel} → ${toLevel}` },
    { key: 'budget', title: t.budget, numeric: true, render: ({ budget }) => <Money value={budget} /> },
    { key: 'spent', title: t.spent, numeric: true, render: ({ spent }) => <Money value={spent} /> },
    { key: 'ends', title: t.ends, render: ({ endsOn }) => <Day value={endsOn} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={hasRole(me.data, 'researchUnit', 'enterprise') && <PlanAct />}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function PlanAct() {
  const t = useWords(words);
  const navigate = useNavigate();
  const plan = api.useMutation('post', '/v1/pilot-projects');
  return (
    <FormAct<Schemas['PlanPilotDto']>
      primary
      button={t.make}
      initial={{ gates: [{}] as never }}
      work={async (body) => {
        const made = await plan.mutateAsync({ body });
        await navigate(`/workbench/pilot-projects/${made.id}`);
      }}
    >
      <AchievementField only={(state) => state !== 'withdrawn'} />
      <TextField name="title" label={t.name} max={200} />
      <TextField name="plan" label={t.plan} max={10_000} long />
      <TextField name="site" label={t.site} max={200} />
      <TextField name="equipment" label={t.equipment} max={1000} optional />
      <TickField name="farming" label={t.farming} />
      <CountField name="fromLevel" label={t.from} min={0} max={8} />
      <CountField name="toLevel" label={t.to} max={9} />
      <YuanField name="budgetYuan" label={t.budget} />
      <DayItem name="startsOn" label={t.starts} />
      <DayItem name="endsOn" label={t.ends} />
      <Gates />
    </FormAct>
  );
}

function Gates() {
  const t = useWords(words);
  return (
    <RepeatedFields
      name="gates"
      title={(n) => t.gate(n)}
      remove={(n) => `${t.remove} ${t.gate(n)}`}
      add={t.add}
      least={1}
    >
      {(name) => (
        <>
          <CountField name={[name, 'level']} label={t.level} max={9} />
          <TextField name={[name, 'criteria']} label={t.criteria} max={1000} long />
          <DayItem name={[name, 'dueOn']} label={t.due} />
        </>
      )}
    </RepeatedFields>
  );
}
