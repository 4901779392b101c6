import { Link, useNavigate } from 'react-router';
import { Form, Input, InputNumber } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { planState } from '../../text/codes/inspection.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '登记抽查',
    lead: '先冻结总体名单、公布哈希和种子来源，种子公布后抽取一次；任何人可以用公布的名单和种子复算。',
    workbench: '我的工作台',
    findings: '抽查发现',
    plans: '抽查计划',
    empty: '还没有抽查计划。稽核人员或复核员可以冻结一个。',
    name: '计划',
    period: '登记日期所在期',
    state: '状态',
    population: '总体',
    large: '其中大额',
    small: '其他抽取数',
    at: '冻结时间',
    freeze: '冻结抽查计划',
    freezeText: '冻结后总体名单、大额标准和种子来源不能再改；冻结之后登记的合同不在其中。',
    nameMissing: '请填写计划名称。',
    periodWrong: '格式：2026（全年）、2026Q3（三季度）、2026Q1-Q3（累计）。',
    smallMissing: '请填写其他合同的抽取数。',
    source: '种子来源（公布前无人知道的号码）',
    sourceHelp: '例如：2026年12月1日双色球开奖号码。',
    sourceMissing: '请写明种子来源。',
    done: '抽查计划已冻结。',
  },
  {
    title: 'Inspections',
    lead: 'The population is frozen and its hash published first; the seed comes later; anybody can repeat the draw.',
    workbench: 'Workbench',
    findings: 'Findings',
    plans: 'Plans',
    empty: 'No plan yet. An auditor or a reviewer freezes one.',
    name: 'Plan',
    period: 'Registered in',
    state: 'State',
    population: 'Population',
    large: 'Large ones',
    small: 'Others to be drawn',
    at: 'Frozen at',
    freeze: 'Freeze a plan',
    freezeText: 'The population, the threshold and the source of the seed cannot be changed afterwards.',
    nameMissing: 'Name the plan.',
    periodWrong: 'Like 2026, 2026Q3 or 2026Q1-Q3.',
    smallMissing: 'Say how many others are drawn.',
    source: 'Source of the seed (a number nobody knows yet)',
    sourceHelp: 'For example the lottery numbers of a coming day.',
    sourceMissing: 'Say where the seed comes from.',
    done: 'The plan is frozen.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const plans = api.useInfiniteQuery('get', '/v1/inspection-plans', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['InspectionPlanView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/workbench/inspections/${id}`}>{title}</Link> },
    { key: 'period', title: t.period, render: ({ period }) => period },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={planState} value={state} /> },
    { key: 'population', title: t.population, numeric: true, render: ({ populationCount }) => populationCount },
    { key: 'large', title: t.large, numeric: true, render: ({ largeCount }) => largeCount },
    { key: 'small', title: t.small, numeric: true, render: ({ smallCount }) => smallCount },
    { key: 'at', title: t.at, render: ({ frozenAt }) => <Instant value={frozenAt} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={hasRole(me.data, 'auditor', 'reviewer') && <Freeze />}
    >
      <p>
        <Link to="/workbench/inspection-findings">{t.findings}</Link>
      </p>
      <Section title={t.plans}>
        <PagedTable caption={t.plans} query={plans} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Freeze() {
  const t = useWords(words);
  const done = useDone();
  const navigate = useNavigate();
  const freeze = api.useMutation('post', '/v1/inspection-plans');
  return (
    <DialogForm<Schemas['FreezePlanDto']>
      button={t.freeze}
      title={t.freeze}
      primary
      initial={{ smallCount: 10 }}
      onSubmit={async (body) => {
        const plan = freeze.mutateAsync({ body });
        await done(plan, t.done);
        void navigate(`/workbench/inspections/${(await plan).id}`);
      }}
    >
      <p>{t.freezeText}</p>
      <Form.Item name="title" label={t.name} rules={[{ required: true, message: t.nameMissing }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="period"
        label={t.period}
        extra={t.periodWrong}
        rules={[{ required: true, pattern: /^(20\d{2})(?:Q([1-4])|Q1-Q([23]))?$/, message: t.periodWrong }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name="smallCount" label={t.small} rules={[{ required: true, message: t.smallMissing }]}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item
        name="seedSource"
        label={t.source}
        extra={t.sourceHelp}
        rules={[{ required: true, message: t.sourceMissing }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </DialogForm>
  );
}
