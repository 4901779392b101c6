import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { tenancyState } from '../../text/codes/carrier.codes.ts';
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
    title: '在孵企业',
    lead: '入驻申请、在孵、里程碑、支持、毕业和退出。企业看自己的，载体看本载体的。',
    enterprise: '企业',
    carrier: '载体',
    state: '状态',
    applied: '申请日',
    admitted: '入驻日',
    until: '约定截止',
    open: '打开',
    none: '没有在孵记录。企业在载体页面申请入驻。',
    carriers: '浏览载体',
  },
  {
    workbench: 'Workbench',
    title: 'Tenants',
    lead: 'Applications, milestones, supports, graduation. A company sees its own, a carrier those of the carrier.',
    enterprise: 'Company',
    carrier: 'Carrier',
    state: 'State',
    applied: 'Applied',
    admitted: 'Admitted',
    until: 'Until',
    open: 'Open',
    none: 'None. A company applies on the page of a carrier.',
    carriers: 'Browse carriers',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/tenancies', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['TenancyView']>[] = [
    { key: 'enterprise', title: t.enterprise, render: (row) => <OrganizationName id={row.enterpriseOrganizationId} /> },
    { key: 'carrier', title: t.carrier, render: (row) => <OrganizationName id={row.incubatorOrganizationId} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={tenancyState} value={state} /> },
    { key: 'applied', title: t.applied, render: ({ appliedOn }) => <Day value={appliedOn} /> },
    { key: 'admitted', title: t.admitted, render: ({ admittedOn }) => <Day value={admittedOn} /> },
    { key: 'until', title: t.until, render: ({ plannedUntil }) => <Day value={plannedUntil} /> },
    {
      key: 'open',
      title: t.open,
      render: ({ id, appliedOn }) => (
        <Link to={`/workbench/tenancies/${id}`}>
          {t.open}
          <span className="visually-hidden">：{appliedOn}</span>
        </Link>
      ),
    },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
      next={{ to: '/carriers', title: t.carriers }}
    />
  );
}
