import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { achievementState } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '本单位的科技成果',
    workbench: '我的工作台',
    disclose: '披露成果',
    name: '成果',
    state: '状态',
    number: '成果登记号',
    none: '尚未编发',
    price: '意向价',
    created: '创建时间',
    empty: '还没有成果。先披露一项：写清是什么、谁完成的、各占多少份额。',
  },
  {
    title: 'Our achievements',
    workbench: 'Workbench',
    disclose: 'Disclose an achievement',
    name: 'Achievement',
    state: 'State',
    number: 'Registration number',
    none: 'not issued yet',
    price: 'Asking price',
    created: 'Created',
    empty: 'No achievement yet. Disclose one: what it is, who made it, and each share.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/achievements/mine', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['AchievementView']>[] = [
    {
      key: 'title',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/achievements/${id}`}>{title}</Link>,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={achievementState} value={state} /> },
    {
      key: 'number',
      title: t.number,
      render: ({ registrationNumber }) => registrationNumber ?? <span className="none">{t.none}</span>,
    },
    { key: 'price', title: t.price, numeric: true, render: ({ price }) => <Money value={price} /> },
    { key: 'created', title: t.created, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Page
      title={t.title}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Link to="/workbench/achievements/new">{t.disclose}</Link>}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
