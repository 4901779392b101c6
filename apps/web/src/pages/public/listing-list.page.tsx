import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { listingState, pricingMethod } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { AchievementTitle } from './achievement-title.tsx';
import { LibraryFacets } from './facets.tsx';

const words = bilingual(
  {
    title: '挂牌',
    lead: '正在公示或可以签约的成果转让、许可和作价投资。定价方式决定能不能马上签约。',
    name: '成果',
    mode: '转化方式',
    method: '定价方式',
    price: '拟交易价格',
    state: '能否签约',
    until: '有效期至',
    empty: '目前没有挂牌。可以先看看已发布的成果。',
    achievements: '浏览科技成果',
    auctions: '竞价公告',
    search: '按条件检索',
  },
  {
    title: 'Listings',
    lead: 'Assignments, licences and contributions under notice or ready to sign; the way of pricing decides which.',
    name: 'Achievement',
    mode: 'Way of transfer',
    method: 'Pricing',
    price: 'Price',
    state: 'Can it be signed?',
    until: 'Valid until',
    empty: 'No listing at present. Look at the achievements.',
    achievements: 'Browse achievements',
    auctions: 'Auctions',
    search: 'Search with facets',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/listings', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['ListingView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, achievementId }) => <AchievementTitle id={achievementId} to={`/listings/${id}`} />,
    },
    { key: 'mode', title: t.mode, render: (row) => <Code codes={transferMode} value={row.transferMode} /> },
    { key: 'method', title: t.method, render: (row) => <Code codes={pricingMethod} value={row.pricingMethod} /> },
    { key: 'price', title: t.price, numeric: true, render: ({ price }) => <Money value={price} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={listingState} value={state} /> },
    { key: 'until', title: t.until, render: ({ validUntil }) => <Day value={validUntil} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <Link to="/search?kind=listings">{t.search}</Link> <Link to="/auctions">{t.auctions}</Link>
        </>
      }
    >
      <Section title={t.title}>
        <LibraryFacets kind="listings">
          <PagedTable
            caption={t.title}
            query={query}
            columns={columns}
            empty={
              <>
                <p>{t.empty}</p>
                <Link to="/achievements">{t.achievements}</Link>
              </>
            }
          />
        </LibraryFacets>
      </Section>
    </Page>
  );
}
