import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bidderState, depositState } from '../../text/codes/auction.codes.ts';
import { auctionState, pricingMethod } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '拍卖和挂牌交易',
    lead: '转让方起草竞价、设保留价、发公告、确认竞买人；受让方报名、缴保证金、应价。',
    workbench: '我的工作台',
    make: '起草竞价',
    rules: '竞价规则',
    all: '全部竞价公告',
    mine: '本单位转让的',
    noMine: '还没有竞价。先以拍卖或挂牌交易方式挂牌，再起草竞价。',
    entered: '本单位报名的',
    noEntered: '还没有报名。在竞价公告中选择标的报名。',
    watched: '竞价公告',
    noWatched: '没有竞价公告。',
    name: '标的',
    method: '方式',
    state: '状态',
    start: '起拍价或挂牌价',
    opens: '竞价开始',
    bidder: '资格',
    paddle: '竞买号',
    deposit: '保证金',
    at: '报名时间',
    enter: '进入竞价',
  },
  {
    title: 'Auctions and listed sales',
    lead: 'The seller drafts, sets the reserve, announces and qualifies; buyers register, deposit and bid.',
    workbench: 'Workbench',
    make: 'Draft',
    rules: 'Rules',
    all: 'All auctions',
    mine: 'Sold by us',
    noMine: 'None yet: list something by auction or listed price first.',
    entered: 'Entered by us',
    noEntered: 'None yet: choose among the announced.',
    watched: 'Announced',
    noWatched: 'None is announced.',
    name: 'Lot',
    method: 'Method',
    state: 'State',
    start: 'Starting price',
    opens: 'Opens',
    bidder: 'Standing',
    paddle: 'Paddle',
    deposit: 'Deposit',
    at: 'Registered',
    enter: 'Enter',
  },
);

export function Component() {
  const t = useWords(words);
  const { data: me } = useMe();
  const trading = hasRole(me, 'researchUnit', 'enterprise');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Link to="/auction-rules">{t.rules}</Link>
          <Link to="/auctions">{t.all}</Link>
          {trading && (
            <Link className="button-link" to="/workbench/auctions/new">
              {t.make}
            </Link>
          )}
        </>
      }
    >
      {trading && (
        <>
          <Mine />
          <Entered />
        </>
      )}
      {hasRole(me, 'registrar', 'reviewer', 'auditor') && <Watched />}
    </Page>
  );
}

function useAuctionColumns(): Column<Schemas['AuctionView']>[] {
  const t = useWords(words);
  return [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/workbench/auctions/${id}`}>{title}</Link> },
    { key: 'method', title: t.method, render: ({ method }) => <Code codes={pricingMethod} value={method} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={auctionState} value={state} /> },
    { key: 'start', title: t.start, numeric: true, render: ({ startPrice }) => <Money value={startPrice} /> },
    { key: 'opens', title: t.opens, render: ({ opensAt }) => <Instant value={opensAt} /> },
  ];
}

function Mine() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/auctions/mine', { params: { query: { limit: 20 } } }, byCursor);
  return (
    <Section title={t.mine}>
      <PagedTable caption={t.mine} query={query} columns={useAuctionColumns()} empty={t.noMine} />
    </Section>
  );
}

function Watched() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/auctions', { params: { query: { limit: 20 } } }, byCursor);
  return (
    <Section title={t.watched}>
      <PagedTable caption={t.watched} query={query} columns={useAuctionColumns()} empty={t.noWatched} />
    </Section>
  );
}

function Entered() {
  const t = useWords(words);
  const page = { params: { query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/auction-registrations/mine', page, byCursor);
  const columns: Column<Schemas['AuctionRegistrationView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ auctionId }) => (
        <Link to={`/workbench/auctions/${auctionId}/bids`}>
          <AuctionTitle id={auctionId} />
        </Link>
      ),
    },
    { key: 'bidder', title: t.bidder, render: ({ state }) => <StateTag codes={bidderState} value={state} /> },
    { key: 'paddle', title: t.paddle, render: ({ paddle }) => paddle ?? '—' },
    {
      key: 'deposit',
      title: t.deposit,
      render: ({ deposit }) => <StateTag codes={depositState} value={deposit?.state} />,
    },
    { key: 'at', title: t.at, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Section title={t.entered}>
      <PagedTable caption={t.entered} query={query} columns={columns} empty={t.noEntered} />
    </Section>
  );
}

function AuctionTitle({ id }: { readonly id: string }) {
  const { data } = api.useQuery('get', '/v1/auctions/{id}', { params: { path: { id } } });
  return <>{data?.title ?? '…'}</>;
}
