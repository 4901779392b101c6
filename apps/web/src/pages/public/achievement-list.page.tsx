import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { LibraryFacets } from './facets.tsx';

const words = bilingual(
  {
    title: '科技成果',
    lead: '高校、院所和企业发布的可转化成果。',
    name: '成果',
    field: '技术领域',
    readiness: '成熟度',
    price: '意向价',
    published: '发布日',
    empty: '还没有发布的成果。',
    search: '按条件检索',
  },
  {
    title: 'Achievements',
    lead: 'Results that universities, institutes and companies offer.',
    name: 'Achievement',
    field: 'Field',
    readiness: 'Readiness',
    price: 'Asking price',
    published: 'Published',
    empty: 'No achievement has been published yet.',
    search: 'Search with facets',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/achievements', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['AchievementView']>[] = [
    { key: 'title', title: t.name, render: ({ id, title }) => <Link to={`/achievements/${id}`}>{title}</Link> },
    { key: 'field', title: t.field, render: ({ field }) => field ?? '—' },
    {
      key: 'readiness',
      title: t.readiness,
      render: ({ readinessLevel }) => (readinessLevel === null ? '—' : `TRL ${readinessLevel}`),
    },
    { key: 'price', title: t.price, numeric: true, render: ({ price }) => <Money value={price} /> },
    { key: 'published', title: t.published, render: ({ publishedAt }) => <Day value={publishedAt?.slice(0, 10)} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} actions={<Link to="/search?kind=achievements">{t.search}</Link>}>
      <Section title={t.title}>
        <LibraryFacets kind="achievements">
          <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
        </LibraryFacets>
      </Section>
    </Page>
  );
}
