import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { organizationState } from '../../text/codes/identity.codes.ts';
import { organizationKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCountyName } from '../../ui/places.ts';

type Organization = Schemas['OrganizationView'];

const words = bilingual(
  {
    title: '单位核验',
    lead: '核对单位名称与统一社会信用代码；核验通过后，单位才能发布和签约。',
    workbench: '我的工作台',
    waiting: '待核验',
    verified: '已核验的单位',
    name: '单位',
    kind: '种类',
    code: '统一社会信用代码',
    county: '县区',
    state: '状态',
    since: '注册时间',
    noWaiting: '没有待核验的单位。新单位注册后显示在这里。',
    noVerified: '还没有已核验的单位。',
  },
  {
    title: 'Organizations to verify',
    lead: 'Compare name and credit code; only a verified organization may publish and sign.',
    workbench: 'Workbench',
    waiting: 'To verify',
    verified: 'Verified organizations',
    name: 'Organization',
    kind: 'Kind',
    code: 'Credit code',
    county: 'County',
    state: 'State',
    since: 'Signed up',
    noWaiting: 'None waits. New organizations appear here.',
    noVerified: 'None is verified yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = { params: { query: { limit: 20 } } };
  const waiting = api.useInfiniteQuery('get', '/v1/organizations/unverified', query, byCursor);
  const verified = api.useInfiniteQuery('get', '/v1/organizations', query, byCursor);
  const columns = useColumns();
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.waiting}>
        <PagedTable caption={t.waiting} query={waiting} columns={columns} empty={t.noWaiting} />
      </Section>
      <Section title={t.verified}>
        <PagedTable caption={t.verified} query={verified} columns={columns} empty={t.noVerified} />
      </Section>
    </Page>
  );
}

function useColumns(): Column<Organization>[] {
  const t = useWords(words);
  const countyName = useCountyName();
  return [
    {
      key: 'name',
      title: t.name,
      render: ({ id, name }) => <Link to={`/workbench/organizations/${id}`}>{name}</Link>,
    },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={organizationKind} value={kind} /> },
    { key: 'code', title: t.code, render: ({ creditCode }) => <span className="figure">{creditCode}</span> },
    { key: 'county', title: t.county, render: ({ countyCode }) => countyName(countyCode) },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={organizationState} value={state} /> },
    { key: 'since', title: t.since, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
}
