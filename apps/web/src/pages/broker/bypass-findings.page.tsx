import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bypassState } from '../../text/codes/broker-life.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { byCursor } from '../../ui/paged.ts';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '绕开中介线索',
    lead: '平台比对引荐和合同：引荐后、延续期内直接订立且未载明经纪人的，列为线索；听取三方意见后由科技部门认定（民法典第九百六十五条）。',
    signed: '合同订立',
    introduced: '引荐',
    agency: '服务机构',
    principal: '委托单位',
    counterpart: '对方单位',
    state: '状态',
    none: '没有线索。',
  },
  {
    workbench: 'Workbench',
    title: 'Bypass findings',
    lead: 'Contracts made within the tail of an introduction without naming its broker are raised; all three are heard, the bureau decides (Civil Code, art. 965).',
    signed: 'Contract signed',
    introduced: 'Introduced',
    agency: 'Agency',
    principal: 'Principal',
    counterpart: 'Other side',
    state: 'State',
    none: 'There is none.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/bypass-findings', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['BypassFindingView']>[] = [
    {
      key: 'signed',
      title: t.signed,
      render: ({ id, signedOn }) => <Link to={`/workbench/bypass-findings/${id}`}>{signedOn}</Link>,
    },
    { key: 'introduced', title: t.introduced, render: ({ introducedOn }) => <Day value={introducedOn} /> },
    { key: 'agency', title: t.agency, render: (row) => <OrganizationName id={row.agencyOrganizationId} /> },
    { key: 'principal', title: t.principal, render: (row) => <OrganizationName id={row.principalOrganizationId} /> },
    {
      key: 'counterpart',
      title: t.counterpart,
      render: (row) => <OrganizationName id={row.counterpartOrganizationId} />,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={bypassState} value={state} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
    />
  );
}
