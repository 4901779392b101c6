import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { auctionState, listingState, pricingMethod } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AchievementTitle } from './achievement-title.tsx';

type Listing = Schemas['ListingView'];

const words = bilingual(
  {
    list: '挂牌',
    signing: '能不能签约',
    sign: {
      draft: '还没有挂牌，不能签约。',
      underNotice: '公示期内，不能签约。公示期满且没有异议的，次日起可以签约。',
      suspended: '有人提出异议，公示中止。异议处理完之前不能签约，由公示单位处理并答复。',
      listed: '可以签约。与持有单位在平台上洽谈，签订技术合同。',
      sold: '已经成交，不能再签约。可以检索类似的成果。',
      stopped: '异议成立，已停止，不能签约。',
      expired: '有效期已过，不能签约；由挂牌单位决定是否续期。',
      withdrawn: '挂牌单位已撤回，不能签约。',
    },
    method: {
      negotiated: '协议定价：双方商定价格，签约前须在持有单位公示成果名称和拟交易价格，不少于 15 日。',
      listed: '挂牌交易：在平台公开挂牌，期内公开征集受让方。',
      auction: '拍卖：公开竞价，出价最高的成为买受人。',
    },
    article:
      '依据：《促进科技成果转化法》第十八条；国务院关于印发实施促进科技成果转化法若干规定的通知（国发〔2016〕16号）一（二）。',
    related: '拟受让方与完成人有关联关系，已在公示中说明。',
    notice: '查看公示和异议办法',
    signableFrom: '可签约起始时间',
    facts: '要点',
    state: '状态',
    achievement: '成果',
    holder: '挂牌单位',
    mode: '转化方式',
    pricing: '定价方式',
    price: '拟交易价格',
    negotiable: '面议',
    noticeDays: '公示日数',
    days: (days: number) => `${days} 日`,
    validUntil: '有效期至',
    aliveUntil: '在架至',
    listedAt: '挂牌时间',
    auction: '竞价',
    noAuction: '还没有竞价公告。公告后可在平台报名，缴纳保证金后参加。',
    highest: '当前最高报价',
    closes: '截止时刻',
    open: '打开竞价公告和记录',
    freezes: '权利状况冻结经过',
    frozen: '冻结',
    lifted: '解冻',
    contact: '有意向？登录后从撮合结果发起洽谈，或把您的要求发布为技术需求，由技术经纪人协助对接。',
    post: '发布需求',
    similar: '检索类似的成果',
  },
  {
    list: 'Listings',
    signing: 'Can it be signed?',
    sign: {
      draft: 'Not listed yet.',
      underNotice: 'Not while the notice runs; from the day after its last day, unless somebody objects.',
      suspended: 'Somebody objected. Not before whoever posted the notice has decided.',
      listed: 'Yes: negotiate with the holder and sign a technology contract here.',
      sold: 'Sold.',
      stopped: 'No: an objection was upheld.',
      expired: 'No: the listing has run out.',
      withdrawn: 'No: the holder withdrew it.',
    },
    method: {
      negotiated: 'Negotiated: name and price are posted at the holder for at least 15 days before signing.',
      listed: 'Listed price: open to any buyer while it is listed.',
      auction: 'Auction: the highest bidder buys.',
    },
    article: 'Basis: Law on promoting the transformation of results, art. 18; State Council 2016 no. 16, 1(2).',
    related: 'The intended buyer is related to an inventor; the notice says so.',
    notice: 'The notice, and how to object',
    signableFrom: 'May be signed from',
    facts: 'Key facts',
    state: 'State',
    achievement: 'Achievement',
    holder: 'Listed by',
    mode: 'Way of transfer',
    pricing: 'Pricing',
    price: 'Price',
    negotiable: 'Negotiable',
    noticeDays: 'Days of notice',
    days: (days) => `${days} days`,
    validUntil: 'Valid until',
    aliveUntil: 'Alive until',
    listedAt: 'Listed',
    auction: 'Auction',
    noAuction: 'No auction has been announced yet.',
    highest: 'Highest bid',
    closes: 'Closes',
    open: 'Open the auction and its record',
    freezes: 'Freezes by the state of the rights',
    frozen: 'Frozen',
    lifted: 'Lifted',
    contact: 'Interested? Sign in and begin from a match, or post what you need as a demand.',
    post: 'Post a demand',
    similar: 'Search similar achievements',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const listing = api.useQuery('get', '/v1/listings/{id}', { params: { path: { id } } });
  const achievement = api.useQuery(
    'get',
    '/v1/achievements/{id}',
    { params: { path: { id: listing.data?.achievementId ?? '' } } },
    { enabled: listing.data !== undefined, retry: false },
  );
  return (
    <Page title={achievement.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/listings' }]}>
      <QueryView query={listing}>
        {(shown) => (
          <>
            <Signing listing={shown} />
            <ListingFacts listing={shown} />
            {(shown.pricingMethod === 'auction' || shown.pricingMethod === 'listed') && <Auction listingId={id} />}
            <Freezes listingId={id} />
            <Section title={t.post}>
              <p>{t.contact}</p>
              <p>
                <Link to="/workbench/demands/new">{t.post}</Link> ·{' '}
                <Link to={`/search?kind=achievements&q=${encodeURIComponent(achievement.data?.title ?? '')}`}>
                  {t.similar}
                </Link>
              </p>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Signing({ listing }: { readonly listing: Listing }) {
  const t = useWords(words);
  return (
    <Section title={t.signing}>
      <p>
        <StateTag codes={listingState} value={listing.state} /> {t.sign[listing.state]}
      </p>
      {listing.pricingMethod && <p className="prose">{t.method[listing.pricingMethod]}</p>}
      {listing.relatedParty && <p>{t.related}</p>}
      {listing.noticeId && (
        <p>
          <Link to={`/public-notices/${listing.noticeId}`}>{t.notice}</Link>
        </p>
      )}
      <p className="fine">{t.article}</p>
    </Section>
  );
}

function ListingFacts({ listing }: { readonly listing: Listing }) {
  const t = useWords(words);
  return (
    <Section title={t.facts}>
      <Facts
        items={[
          [t.achievement, <AchievementTitle key="achievement" id={listing.achievementId} />],
          [t.holder, <OrganizationName key="holder" id={listing.organizationId} />],
          [t.mode, <Code key="mode" codes={transferMode} value={listing.transferMode} />],
          [t.pricing, <Code key="pricing" codes={pricingMethod} value={listing.pricingMethod} />],
          [t.price, listing.price ? <Money key="price" value={listing.price} /> : t.negotiable],
          [t.noticeDays, listing.noticeId ? t.days(listing.noticeDays) : null],
          [t.signableFrom, <Instant key="listed" value={listing.listedAt} />],
          [t.validUntil, <Day key="valid" value={listing.validUntil} />],
          [t.aliveUntil, <Day key="alive" value={listing.aliveUntil} />],
        ]}
      />
    </Section>
  );
}

function Auction({ listingId }: { readonly listingId: string }) {
  const t = useWords(words);
  const auctions = api.useQuery('get', '/v1/auctions', { params: { query: { limit: 100 } } });
  return (
    <Section title={t.auction}>
      <QueryView query={auctions}>
        {({ items }) => {
          const found = items.find((one) => one.listingId === listingId);
          if (!found) return <p className="empty">{t.noAuction}</p>;
          return (
            <>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={auctionState} value={found.state} />],
                  [t.highest, <Money key="highest" value={found.highest} />],
                  [t.closes, <Instant key="closes" value={found.closesAt} />],
                ]}
              />
              <p>
                <Link to={`/auctions/${found.id}`}>{t.open}</Link>
              </p>
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}

/** Shown only when there was one: most listings have none. */
function Freezes({ listingId }: { readonly listingId: string }) {
  const t = useWords(words);
  const { data } = api.useQuery('get', '/v1/listings/{id}/freezes', {
    params: { path: { id: listingId }, query: { limit: 20 } },
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t.freezes}>
      <ul className="hits">
        {data.items.map(({ id, title, frozenAt, liftedAt }) => (
          <li key={id}>
            <p>{title}</p>
            <p className="hit-line">
              <span>
                {t.frozen} <Instant value={frozenAt} />
              </span>
              {liftedAt && (
                <span>
                  {t.lifted} <Instant value={liftedAt} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
