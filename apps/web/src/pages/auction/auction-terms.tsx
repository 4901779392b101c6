import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { auctionOutcome } from '../../text/codes/auction.codes.ts';
import { auctionState, pricingMethod } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Section } from '../../ui/page.tsx';

type Auction = Schemas['AuctionView'];

const words = bilingual(
  {
    now: '现在',
    state: '状态',
    outcome: '结果',
    highest: '当前最高报价',
    paddle: '竞买号',
    minimum: '下一次应价至少',
    closes: '竞价截止',
    extensions: '已延时',
    times: (count: number) => `${count} 次`,
    signBy: '买受人应签约的最后一日',
    terms: '公告条件',
    seller: '转让方',
    listing: '挂牌',
    openListing: '查看挂牌',
    method: '方式',
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
    rule: '竞价规则版本',
  },
  {
    now: 'Now',
    state: 'State',
    outcome: 'Outcome',
    highest: 'Highest bid',
    paddle: 'Paddle',
    minimum: 'Next bid at least',
    closes: 'Closes',
    extensions: 'Extended',
    times: (count) => `${count} times`,
    signBy: 'The buyer signs by',
    terms: 'Terms',
    seller: 'Seller',
    listing: 'Listing',
    openListing: 'See the listing',
    method: 'Method',
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
    rule: 'Rules',
  },
);

/** How an auction stands at this moment. */
export function AuctionNow({ auction: shown }: { readonly auction: Auction }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [t.state, <StateTag key="state" codes={auctionState} value={shown.state} />],
        ...(shown.outcome
          ? ([[t.outcome, <StateTag key="outcome" codes={auctionOutcome} value={shown.outcome} />]] as const)
          : []),
        [t.highest, <Money key="highest" value={shown.highest} />],
        [t.paddle, shown.highestPaddle],
        [t.minimum, <Money key="minimum" value={shown.minimumBid} />],
        [t.closes, <Instant key="closes" value={shown.closesAt} />],
        [t.extensions, t.times(shown.extensions)],
        [t.signBy, <Day key="sign" value={shown.signBy} />],
      ]}
    />
  );
}

/** What was announced, and never changes after. */
export function AuctionTerms({ auction }: { readonly auction: Auction }) {
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
          [
            t.rule,
            <Link key="rule" to="/auction-rules">
              {auction.ruleVersion}
            </Link>,
          ],
        ]}
      />
    </Section>
  );
}
