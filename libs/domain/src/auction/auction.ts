import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import type { StateOf, EventOf, TransitionTable } from '../shared/state-machine.js';

/** One public sale of one listing by competing bids (公开竞价): an auction (拍卖) or a listed sale (挂牌交易). */
export interface Auction extends AuctionTerms {
  readonly id: string;
  readonly organizationId: string;
  readonly listingId: string;
  readonly achievementId: string;
  readonly method: AuctionMethod;
  readonly state: AuctionState;
  /** Version of the market's rule under which it was announced. */
  readonly ruleVersion: string;
  readonly antiSniping: AntiSniping;
  /** Extensions given by late bids so far. */
  readonly extensions: number;
  /** Extensions of the period of a listed sale so far. */
  readonly periodExtensions: number;
  /** Hash over the secret reserve and a salt, public; null: there is no reserve, and the announcement says so. */
  readonly reserveCommitment: string | null;
  /** The last entry of the record: the next one follows it. */
  readonly lastSequence: number;
  readonly lastHash: string | null;
  readonly lastEventAt: Date | null;
  /** Paddle numbers given so far. */
  readonly lastPaddle: number;
  readonly highestAmount: Fen | null;
  readonly highestPaddle: number | null;
  readonly dealId: string | null;
  /** Last day on which the winner may sign. */
  readonly signBy: LocalDate | null;
  readonly outcome: AuctionOutcome | null;
  readonly announcedAt: Date | null;
  readonly closedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface AuctionTerms {
  readonly title: string;
  /** 交易条件. */
  readonly conditions: string;
  /** 受让方（竞买人）资格条件. */
  readonly qualification: string;
  /** 起拍价; the listed price (挂牌价) of a listed sale. */
  readonly startPrice: Fen;
  /** 0: none is asked. */
  readonly deposit: Fen;
  readonly increments: readonly IncrementStep[];
  /** Last instant (exclusive) for registering; of a listed sale the end of its period. */
  readonly registrationClosesAt: Date;
  /** Bids are taken from `opensAt` until `closesAt`, which is no longer part of it. */
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** A listed sale with fewer qualified bidders is extended. */
  readonly minimumBidders: number;
  readonly periodExtensionDays: number;
  readonly periodExtensionsMax: number;
}

/** From this price on, the next bid is at least this much higher. */
export interface IncrementStep {
  readonly from: Fen;
  readonly step: Fen;
}

/** A bid in the last `windowSeconds` moves the close to `extensionSeconds` after the bid, at most `maxExtensions` times. */
export interface AntiSniping {
  readonly windowSeconds: number;
  readonly extensionSeconds: number;
  readonly maxExtensions: number;
}

export const auctionMethods = ['listed', 'auction'] as const;
export type AuctionMethod = (typeof auctionMethods)[number];

export const auctionMethodNames = { listed: '挂牌交易', auction: '拍卖' } as const satisfies Record<
  AuctionMethod,
  string
>;

/** `sold`: agreed with the winner by law of the close; `settled`: its contract is signed; `defaulted`: it was not, in time. */
export const auctionTransitions = {
  draft: { announce: 'announced', withdraw: 'withdrawn' },
  announced: {
    open: 'bidding',
    extendPeriod: 'announced',
    agree: 'deciding',
    fail: 'unsold',
    withdraw: 'withdrawn',
    terminate: 'terminated',
  },
  bidding: { close: 'deciding', terminate: 'terminated' },
  deciding: { sell: 'sold', fail: 'unsold' },
  sold: { settle: 'settled', default: 'defaulted' },
  unsold: {},
  settled: {},
  defaulted: {},
  withdrawn: {},
  terminated: {},
} as const satisfies TransitionTable;

export type AuctionState = StateOf<typeof auctionTransitions>;
export type AuctionEvent = EventOf<typeof auctionTransitions>;

/** States in which nothing more can happen. */
export const overAuctionStates: readonly AuctionState[] = ['unsold', 'settled', 'defaulted', 'withdrawn', 'terminated'];

export const auctionOutcomes = ['sold', 'noBidder', 'noBid', 'belowReserve'] as const;
export type AuctionOutcome = (typeof auctionOutcomes)[number];

export const auctionOutcomeNames = {
  sold: '成交',
  noBidder: '无符合条件的意向受让方（竞买人），未成交',
  noBid: '无人应价，未成交',
  belowReserve: '最高应价未达到保留价，未成交',
} as const satisfies Record<AuctionOutcome, string>;

/** A bidder of one auction (意向受让方、竞买人). The public knows its paddle number only. */
export interface AuctionRegistration {
  readonly id: string;
  readonly auctionId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly state: AuctionRegistrationState;
  /** Given when qualified; null before. */
  readonly paddle: number | null;
  readonly contactName: string;
  readonly contactPhone: string;
  /** How the bidder meets the qualification. */
  readonly statement: string;
  /** Network address the registration came from; for the bureau only. */
  readonly address: string;
  readonly decisionReason: string | null;
  readonly deposit: AuctionDeposit | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
}

export const auctionRegistrationTransitions = {
  registered: { qualify: 'qualified', reject: 'rejected', withdraw: 'withdrawn' },
  qualified: { withdraw: 'withdrawn' },
  rejected: {},
  withdrawn: {},
} as const satisfies TransitionTable;

export type AuctionRegistrationState = StateOf<typeof auctionRegistrationTransitions>;

/** A deposit (保证金) as the market office recorded it: no money moves here. */
export interface AuctionDeposit {
  readonly id: string;
  readonly state: AuctionDepositState;
  readonly amount: Fen;
  /** Number of the bank's slip. */
  readonly reference: string;
  readonly receivedOn: LocalDate;
  readonly settledAt: Date | null;
  readonly settleReason: string | null;
}

export const auctionDepositTransitions = {
  held: { return: 'returned', forfeit: 'forfeited', apply: 'appliedToPrice' },
  returned: {},
  forfeited: {},
  appliedToPrice: {},
} as const satisfies TransitionTable;

export type AuctionDepositState = StateOf<typeof auctionDepositTransitions>;
export type AuctionDepositEvent = EventOf<typeof auctionDepositTransitions>;
