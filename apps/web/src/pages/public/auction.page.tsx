import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { auctionEntry, auctionState, pricingMethod } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import './public.css';

type Auction = Schemas['AuctionView'];
const refreshMs = 5_000;

const words = bilingual(
  {
    list: '竞价公告',
    now: '现在',
    terms: '公告条件',
    record: '竞价记录',
    recordLead: '竞买人只显示竞买号。每条记录带前一条的摘要，可下载证据包离线复核。',
    proof: '下载证据包（ZIP）',
    state: '状态',
    highest: '当前最高报价',
    paddle: '竞买号',
    minimum: '下一次应价至少',
    closes: '竞价截止',
    extensions: '已延时',
    times: (count: number) => `${count} 次`,
    signBy: '买受人应签约的最后一日',
    seller: '转让方',
    method: '方式',
    listing: '挂牌',
    openListing: '查看挂牌',
    start: '起拍价或挂牌价',
    deposit: '保证金',
    increments: '加价幅度',
    from: '自',
    step: '每次加',
    register: '报名截止',
    opens: '竞价开始',
    sniping: '延时规则',
    snipingText: (window: number, extension: number, most: number) =>
      `截止前 ${window} 秒内有应价的，延时 ${extension} 秒，最多 ${most} 次`,
    reserve: '保留价',
    reserveYes: '有保留价，摘要已公告',
    reserveNo: '没有保留价',
    least: '最少竞买人数',
    conditions: '交易条件',
    qualification: '资格条件',
    how: '登录后在工作台报名；报名经转让方或市场审查、缴纳保证金后取得竞买号。',
    sequence: '序号',
    entry: '事项',
    amount: '金额',
    at: '服务器时刻',
    hash: '摘要',
    empty: '还没有记录。',
  },
  {
    list: 'Auctions',
    now: 'Now',
    terms: 'Terms',
    record: 'Record',
    recordLead: 'Bidders are shown by paddle number. Each entry carries the hash of the one before.',
    proof: 'Download the proof (ZIP)',
    state: 'State',
    highest: 'Highest bid',
    paddle: 'Paddle',
    minimum: 'Next bid at least',
    closes: 'Closes',
    extensions: 'Extended',
    times: (count) => `${count} times`,
    signBy: 'The buyer signs by',
    seller: 'Seller',
    method: 'Method',
    listing: 'Listing',
    openListing: 'See the listing',
    start: 'Starting price',
    deposit: 'Deposit',
    increments: 'Increments',
    from: 'From',
    step: 'step',
    register: 'Register by',
    opens: 'Opens',
    sniping: 'Extension rule',
    snipingText: (window, extension, most) =>
      `a bid in the last ${window} s extends by ${extension} s, at most ${most} times`,
    reserve: 'Reserve',
    reserveYes: 'Has a reserve; its hash is announced',
    reserveNo: 'None',
    least: 'Fewest bidders',
    conditions: 'Conditions',
    qualification: 'Who may bid',
    how: 'Sign in and register from the workbench; the deposit gives you a paddle.',
    sequence: 'No.',
    entry: 'Entry',
    amount: 'Amount',
    at: 'Server time',
    hash: 'Hash',
    empty: 'No entry yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const live = (state: Auction['state'] | undefined) =>
    state === 'bidding' || state === 'announced' ? refreshMs : false;
  const auction = api.useQuery(
    'get',
    '/v1/auctions/{id}',
    { params: { path: { id } } },
    { refetchInterval: (query) => live(query.state.data?.state) },
  );
  return (
    <Page title={auction.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/auctions' }]}>
      <QueryView query={auction}>
        {(shown) => (
          <>
            <Section title={t.now}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={auctionState} value={shown.state} />],
                  [t.highest, <Money key="highest" value={shown.highest} />],
                  [t.paddle, shown.highestPaddle],
                  [t.minimum, <Money key="minimum" value={shown.minimumBid} />],
                  [t.closes, <Instant key="closes" value={shown.closesAt} />],
                  [t.extensions, t.times(shown.extensions)],
                  [t.signBy, <Day key="sign" value={shown.signBy} />],
                ]}
              />
              <p className="fine">{t.how}</p>
            </Section>
            <Terms auction={shown} />
            <AuctionRecord auctionId={id} refetchInterval={live(shown.state)} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Terms({ auction }: { readonly auction: Auction }) {
  const t = useWords(words);
  const { windowSeconds, extensionSeconds, maxExtensions } = auction.antiSniping;
  return (
    <Section title={t.terms}>
      <Facts
        items={[
          [t.seller, <OrganizationName key="seller" id={auction.organizationId} />],
          [
            t.listing,
            <Link key="listing" to={`/listings/${auction.listingId}`}>
              {t.openListing}
            </Link>,
          ],
          [t.method, <Code key="method" codes={pricingMethod} value={auction.method} />],
          [t.start, <Money key="start" value={auction.startPrice} />],
          [t.deposit, <Money key="deposit" value={auction.deposit} />],
          [
            t.increments,
            auction.increments.map(({ from, step }, index) => (
              <span key={index} className="line">
                {t.from} <Money value={from} /> {t.step} <Money value={step} />
              </span>
            )),
          ],
          [t.register, <Instant key="register" value={auction.registrationClosesAt} />],
          [t.opens, <Instant key="opens" value={auction.opensAt} />],
          [t.sniping, t.snipingText(windowSeconds, extensionSeconds, maxExtensions)],
          [t.reserve, auction.hasReserve ? t.reserveYes : t.reserveNo],
          [t.least, auction.minimumBidders],
          [t.conditions, auction.conditions],
          [t.qualification, auction.qualification],
        ]}
      />
    </Section>
  );
}

function AuctionRecord(props: { readonly auctionId: string; readonly refetchInterval: number | false }) {
  const t = useWords(words);
  const record = api.useQuery(
    'get',
    '/v1/auctions/{id}/record',
    { params: { path: { id: props.auctionId }, query: { limit: 100 } } },
    { refetchInterval: props.refetchInterval },
  );
  const columns: Column<Schemas['RecordEntryView']>[] = [
    { key: 'sequence', title: t.sequence, numeric: true, render: ({ sequence }) => sequence },
    { key: 'entry', title: t.entry, render: ({ kind }) => <Code codes={auctionEntry} value={kind} /> },
    { key: 'paddle', title: t.paddle, render: ({ paddle }) => paddle ?? '—' },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    { key: 'hash', title: t.hash, render: ({ hash }) => <code>{hash.slice(0, 12)}</code> },
  ];
  return (
    <Section title={t.record} actions={<a href={`/v1/auctions/${props.auctionId}/proof.zip`}>{t.proof}</a>}>
      <p className="fine">{t.recordLead}</p>
      <QueryView query={record}>
        {({ items }) => (
          <ListTable
            caption={t.record}
            columns={columns}
            rows={items}
            rowKey={({ sequence }) => String(sequence)}
            empty={t.empty}
          />
        )}
      </QueryView>
    </Section>
  );
}
