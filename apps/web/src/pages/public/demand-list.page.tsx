import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useCountyName } from '../../ui/places.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { LibraryFacets } from './facets.tsx';

const words = bilingual(
  {
    title: '技术需求',
    lead: '企业、合作社等发布的技术难题。能解决的，可以登录后提出对接。',
    name: '需求',
    county: '县区',
    budget: '预算',
    neededBy: '希望用上的日期',
    published: '发布日',
    empty: '还没有发布的需求。',
    post: '发布需求',
  },
  {
    title: 'Demands',
    lead: 'Technical problems posted by companies and cooperatives. Who can solve one may sign in and offer.',
    name: 'Demand',
    county: 'County',
    budget: 'Budget',
    neededBy: 'Needed by',
    published: 'Published',
    empty: 'No demand has been published yet.',
    post: 'Post a demand',
  },
);

export function Component() {
  const t = useWords(words);
  const countyName = useCountyName();
  const query = api.useInfiniteQuery('get', '/v1/demands', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['DemandView']>[] = [
    { key: 'title', title: t.name, render: ({ id, title }) => <Link to={`/demands/${id}`}>{title}</Link> },
    { key: 'county', title: t.county, render: ({ countyCode }) => countyName(countyCode) },
    { key: 'budget', title: t.budget, numeric: true, render: ({ budget }) => <Money value={budget} /> },
    { key: 'neededBy', title: t.neededBy, render: ({ neededBy }) => <Day value={neededBy} /> },
    { key: 'published', title: t.published, render: ({ publishedAt }) => <Day value={publishedAt?.slice(0, 10)} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} actions={<Link to="/workbench/demands/new">{t.post}</Link>}>
      <Section title={t.title}>
        <LibraryFacets kind="demands">
          <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
        </LibraryFacets>
      </Section>
    </Page>
  );
}
