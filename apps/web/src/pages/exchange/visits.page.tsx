import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { visitPlanState } from '../../text/codes/exchange.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { ChoiceField, DayItem, TextField } from '../../ui/fields.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCounties, useCountyName } from '../../ui/places.ts';
import { Coverage, Duties } from './visit-coverage.tsx';

const words = bilingual(
  {
    title: '企业大走访',
    lead: '每年至少一轮（建设方案三-4）。走访发现的技术难题，经企业同意，一步写成该企业的需求草稿。',
    workbench: '我的工作台',
    visit: '填写走访记录',
    visits: '走访记录',
    noVisit: '还没有走访记录。',
    on: '走访日期',
    enterprise: '企业',
    by: '走访单位',
    findings: '发现事项',
    look: '查看',
    plans: '走访计划',
    noPlan: '还没有走访计划。',
    plan: '制定走访计划',
    name: '名称',
    county: '县区',
    starts: '开始日期',
    ends: '结束日期',
    state: '状态',
    close: '结束计划',
    closeText: '结束后不再计入进行中的走访。',
    act: '办理',
  },
  {
    title: 'Visits to enterprises',
    lead: 'At least one round a year. A need found becomes, with consent, the enterprise’s draft demand.',
    workbench: 'Workbench',
    visit: 'Write up a visit',
    visits: 'Visits',
    noVisit: 'None yet.',
    on: 'Visited on',
    enterprise: 'Enterprise',
    by: 'Visited by',
    findings: 'Findings',
    look: 'See',
    plans: 'Plans',
    noPlan: 'None yet.',
    plan: 'Make a plan',
    name: 'Name',
    county: 'County',
    starts: 'Starts',
    ends: 'Ends',
    state: 'State',
    close: 'Close',
    closeText: 'It no longer counts as under way.',
    act: 'Act',
  },
);

export const visitingRoles = ['countyOfficer', 'registrar', 'reviewer', 'researchUnit', 'agencyManager'] as const;

export function Component() {
  const t = useWords(words);
  const { data: me } = useMe();
  const visiting = hasRole(me, ...visitingRoles);
  const query = api.useInfiniteQuery('get', '/v1/enterprise-visits', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['EnterpriseVisitView']>[] = [
    {
      key: 'on',
      title: t.on,
      render: ({ id, visitedOn }) => (
        <Link to={`/workbench/visits/${id}`}>
          <span className="visually-hidden">{t.look}：</span>
          <Day value={visitedOn} />
        </Link>
      ),
    },
    { key: 'enterprise', title: t.enterprise, render: (row) => <OrganizationName id={row.visitedOrganizationId} /> },
    { key: 'by', title: t.by, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'findings', title: t.findings, numeric: true, render: ({ findings }) => findings.length },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        visiting && (
          <Link className="button-link" to="/workbench/visits/new">
            {t.visit}
          </Link>
        )
      }
    >
      <Duties />
      <Section title={t.visits}>
        <PagedTable caption={t.visits} query={query} columns={columns} empty={t.noVisit} />
      </Section>
      {visiting && <Plans />}
      {hasRole(me, 'countyOfficer', 'registrar', 'reviewer', 'auditor') && <Coverage />}
    </Page>
  );
}

function Plans() {
  const t = useWords(words);
  const counties = useCounties();
  const countyName = useCountyName();
  const query = api.useInfiniteQuery('get', '/v1/visit-plans', { params: { query: { limit: 20 } } }, byCursor);
  const plan = api.useMutation('post', '/v1/visit-plans');
  const columns: Column<Schemas['VisitPlanView']>[] = [
    { key: 'name', title: t.name, render: ({ title }) => title },
    { key: 'county', title: t.county, render: ({ countyCode }) => countyName(countyCode) },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={visitPlanState} value={state} /> },
    { key: 'starts', title: t.starts, render: ({ startsOn }) => <Day value={startsOn} /> },
    { key: 'ends', title: t.ends, render: ({ endsOn }) => <Day value={endsOn} /> },
    { key: 'act', title: t.act, render: (row) => (row.state === 'active' ? <ClosePlan plan={row} /> : '—') },
  ];
  return (
    <Section
      title={t.plans}
      actions={
        <FormAct<Schemas['PlanVisitsDto']> button={t.plan} work={(body) => plan.mutateAsync({ body })}>
          <TextField name="title" label={t.name} max={200} />
          <ChoiceField name="countyCode" label={t.county} choices={counties} />
          <DayItem name="startsOn" label={t.starts} />
          <DayItem name="endsOn" label={t.ends} />
        </FormAct>
      }
    >
      <PagedTable caption={t.plans} query={query} columns={columns} empty={t.noPlan} />
    </Section>
  );
}

function ClosePlan({ plan }: { readonly plan: Schemas['VisitPlanView'] }) {
  const t = useWords(words);
  const close = api.useMutation('post', '/v1/visit-plans/{id}/closing');
  return (
    <Act
      button={t.close}
      about={plan.title}
      text={t.closeText}
      work={() => close.mutateAsync({ params: { path: { id: plan.id } } })}
    />
  );
}
