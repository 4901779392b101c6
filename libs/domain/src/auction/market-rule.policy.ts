import type { LocalDate } from '../calendar/local-date.js';
import type { AntiSniping, IncrementStep } from './auction.js';

/** A clause of the rule text under which bids are taken. `market`: the law is silent, and this is the market's own rule. */
export interface RuleClause {
  readonly number: number;
  readonly text: string;
  readonly source: 'law' | 'market';
  readonly article: string | null;
}

/** One version of the market's rule for public sales. An auction keeps the version it was announced under. */
export interface MarketRule {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  /** Whole days between the announcement and the first day of bidding (拍卖法 art. 45: 七日前). */
  readonly auctionNoticeDays: number;
  /** Whole days a listed sale stays open for bidders: the law names none. */
  readonly listedPeriodDays: number;
  readonly antiSniping: AntiSniping;
  readonly increments: readonly IncrementStep[];
  /** Of the start price. */
  readonly maxDepositPercent: number;
  readonly maxMinimumBidders: number;
  readonly periodExtensionDays: number;
  readonly maxPeriodExtensions: number;
  readonly minBiddingSeconds: number;
  readonly maxBiddingSeconds: number;
  /** Farthest day of bidding from the announcement. */
  readonly maxLeadDays: number;
  /** Days that the winner has to sign. */
  readonly signWithinDays: number;
  /** Whether a reserve that decided the outcome is opened to all after the close. */
  readonly opensReserve: boolean;
  readonly clauses: readonly RuleClause[];
}

const law = (number: number, article: string, text: string): RuleClause => ({ number, text, source: 'law', article });
const own = (number: number, text: string): RuleClause => ({ number, text, source: 'market', article: null });

const first: MarketRule = {
  version: '2026-1',
  effectiveFrom: '2026-01-01',
  effectiveTo: '2026-11-22',
  auctionNoticeDays: 7,
  listedPeriodDays: 10,
  antiSniping: { windowSeconds: 300, extensionSeconds: 300, maxExtensions: 60 },
  increments: [
    { from: 0n, step: 100_000n },
    { from: 10_000_000n, step: 500_000n },
    { from: 100_000_000n, step: 2_000_000n },
    { from: 1_000_000_000n, step: 10_000_000n },
  ],
  maxDepositPercent: 30,
  maxMinimumBidders: 5,
  periodExtensionDays: 5,
  maxPeriodExtensions: 6,
  minBiddingSeconds: 600,
  maxBiddingSeconds: 7 * 86_400,
  maxLeadDays: 180,
  signWithinDays: 30,
  opensReserve: false,
  clauses: [
    law(
      1,
      '促进科技成果转化法第十八条',
      '国家设立的研发机构、高等院校可以通过协议定价、在技术交易市场挂牌交易、拍卖等方式确定价格。',
    ),
    law(2, '拍卖法第四十五条', '拍卖公告应当于拍卖日七日前发布；公告日不计入，遇放假顺延。'),
    law(
      3,
      '拍卖法第二十八条',
      '保留价可以保密。有保留价的，公布其摘要（加盐的 SHA-256）；没有保留价的，在公告中说明。',
    ),
    law(4, '拍卖法第五十条', '最高应价未达到保留价的，该应价不发生效力，不成交。'),
    law(5, '拍卖法第三十六条', '竞买人一经应价不得撤回；其他竞买人有更高应价时，该应价即丧失约束力。'),
    law(6, '拍卖法第二十二条', '拍卖人及其工作人员不得以竞买人身份参与，也不得委托他人代为竞买。'),
    law(7, '拍卖法第三十七条', '竞买人之间、竞买人与拍卖人之间不得恶意串通，损害他人利益。'),
    own(
      8,
      '转让方及与其有任职、近亲属、持股、顾问、合作项目等利害关系（两步以内）的单位和人员不得报名；报名和资格确认时各核对一次。',
    ),
    own(9, '转让方在竞价开始前可以撤回，应说明理由，保证金全部退还；竞价开始后不得撤回。'),
    own(10, '挂牌期不少于 10 个自然日（公告日不计入，遇放假顺延），报名、交纳保证金、资格确认均应在报名截止前完成。'),
    own(
      11,
      '挂牌期满，符合条件的意向受让方少于公告的最少人数或没有的，按公告的日数和次数延长；延长后仍没有的，未成交。',
    ),
    own(
      12,
      '报名即承诺以不低于挂牌价受让。只有一个符合条件的意向受让方的，以其报价（没有报价的以挂牌价）成交；两个以上的，按公告的时间竞价，从最高报价起加价。',
    ),
    own(13, '竞价时间以本平台服务器为准，含开始时刻，不含截止时刻；请求在截止前发出而在截止后到达的，不接受。'),
    own(
      14,
      '截止前 5 分钟内有人应价的，截止时间改为该次应价后 5 分钟，最多延长 60 次；每次应价不低于当前价加公告的加价幅度，不得自行加价。',
    ),
    own(15, '应价按平台确定的唯一顺序记录并逐条链接摘要；公众只看到竞买号。'),
    own(
      16,
      '保证金由交易机构登记，平台不收付款项。未成交人的保证金在成交或未成交的同时登记退还；买受人的，签约时抵作价款。',
    ),
    own(
      17,
      '买受人应在成交之日起 30 日内签约；逾期不签约的，转让方可以登记违约，其保证金不予退还，成交失效，可以重新挂牌。',
    ),
    own(18, '平台故障或有违法线索的，科技主管部门可以终止竞价并说明理由，保证金全部退还。'),
  ],
};

export const marketRules: readonly MarketRule[] = [
  first,
  {
    ...first,
    version: '2026-2',
    effectiveFrom: '2026-11-23',
    effectiveTo: null,
    opensReserve: true,
    clauses: [
      ...first.clauses,
      own(
        19,
        '竞价截止前保留价只有转让方知道。保留价决定了成交与否的，截止后在证据包中揭示保留价和盐值，任何人可以与公告的摘要核对；无人应价、撤回或终止的，不揭示。',
      ),
    ],
  },
];

/** The rule in force on a day; before the first one, the first. */
export function marketRuleOn(day: LocalDate): MarketRule {
  const found = marketRules.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
  return found ?? marketRules[0]!;
}

export function marketRule(version: string): MarketRule {
  const found = marketRules.find((rule) => rule.version === version);
  if (!found) throw new Error(`no market rule ${version}`);
  return found;
}
