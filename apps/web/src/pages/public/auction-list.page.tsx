import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { auctionState, pricingMethod } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '竞价公告',
    lead: '挂牌交易和拍卖的公告。竞价记录逐条公开，每条带前一条的摘要，任何人都可以复核。',
    name: '标的',
    method: '方式',
    state: '状态',
    start: '起拍价或挂牌价',
    highest: '当前最高',
    register: '报名截止',
    closes: '竞价截止',
    empty: '目前没有竞价公告。',
    listings: '浏览挂牌',
  },
  {
    title: 'Auctions',
    lead: 'Each record is open to all and chained by hash: anybody can check it.',
    name: 'Subject',
    method: 'Method',
    state: 'State',
    start: 'Starting price',
    highest: 'Highest',
    register: 'Register by',
    closes: 'Closes',
    empty: 'No auction at present.',
    listings: 'Browse listings',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/auctions', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['AuctionView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/auctions/${id}`}>{title}</Link> },
    { key: 'method', title: t.method, render: ({ method }) => <Code codes={pricingMethod} value={method} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={auctionState} value={state} /> },
    { key: 'start', title: t.start, numeric: true, render: ({ startPrice }) => <Money value={startPrice} /> },
    { key: 'highest', title: t.highest, numeric: true, render: ({ highest }) => <Money value={highest} /> },
    { key: 'register', title: t.register, render: (row) => <Instant value={row.registrationClosesAt} /> },
    { key: 'closes', title: t.closes, render: ({ closesAt }) => <Instant value={closesAt} /> },
  ];
  const empty = (
    <>
      <p>{t.empty}</p>
      <Link to="/listings">{t.listings}</Link>
    </>
  );
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.listings, to: '/listings' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={empty} />
      </Section>
    </Page>
  );
}
