import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { demandState } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '本单位的技术需求',
    workbench: '我的工作台',
    post: '发布需求',
    name: '需求',
    state: '状态',
    budget: '预算',
    validUntil: '有效期至',
    created: '创建时间',
    empty: '还没有需求。把遇到的技术难题写下来，系统会自动寻找能解决它的成果。',
  },
  {
    title: 'Our demands',
    workbench: 'Workbench',
    post: 'Post a demand',
    name: 'Demand',
    state: 'State',
    budget: 'Budget',
    validUntil: 'Valid until',
    created: 'Created',
    empty: 'No demand yet. Write down a technical problem; the market looks for what solves it.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/demands/mine', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['DemandView']>[] = [
    { key: 'title', title: t.name, render: ({ id, title }) => <Link to={`/workbench/demands/${id}`}>{title}</Link> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={demandState} value={state} /> },
    { key: 'budget', title: t.budget, numeric: true, render: ({ budget }) => <Money value={budget} /> },
    {
      key: 'validUntil',
      title: t.validUntil,
      render: ({ validUntil, aliveUntil }) => <Day value={validUntil ?? aliveUntil} />,
    },
    { key: 'created', title: t.created, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Page
      title={t.title}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Link to="/workbench/demands/new">{t.post}</Link>}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
