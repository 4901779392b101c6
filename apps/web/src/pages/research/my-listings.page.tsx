import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { listingState, pricingMethod } from '../../text/codes/achievement.codes.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { AchievementTitle } from './achievement-choice.tsx';

const words = bilingual(
  {
    title: '本单位的挂牌',
    workbench: '我的工作台',
    make: '起草挂牌',
    achievement: '成果',
    state: '状态',
    method: '定价方式',
    mode: '转化方式',
    price: '拟交易价格',
    alive: '在架至',
    created: '创建时间',
    empty: '还没有挂牌。选一项已入库的成果，写明定价方式和价格；高校和科研院所的协议定价先公示十五日。',
  },
  {
    title: 'Our listings',
    workbench: 'Workbench',
    make: 'Draft a listing',
    achievement: 'Achievement',
    state: 'State',
    method: 'Pricing',
    mode: 'Transfer',
    price: 'Price',
    alive: 'Listed until',
    created: 'Created',
    empty: 'No listing yet. Choose an achievement from the library and state method and price.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/listings/mine', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['ListingView']>[] = [
    {
      key: 'achievement',
      title: t.achievement,
      render: ({ id, achievementId }) => (
        <Link to={`/workbench/listings/${id}`}>
          <AchievementTitle id={achievementId} />
        </Link>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={listingState} value={state} /> },
    { key: 'method', title: t.method, render: (row) => <Code codes={pricingMethod} value={row.pricingMethod} /> },
    { key: 'mode', title: t.mode, render: (row) => <Code codes={transferMode} value={row.transferMode} /> },
    { key: 'price', title: t.price, numeric: true, render: ({ price }) => <Money value={price} /> },
    { key: 'alive', title: t.alive, render: ({ aliveUntil }) => <Day value={aliveUntil} /> },
    { key: 'created', title: t.created, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Page
      title={t.title}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Link to="/workbench/listings/new">{t.make}</Link>}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
