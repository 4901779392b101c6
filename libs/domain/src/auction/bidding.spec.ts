import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import {
  auctionDepositTransitions,
  auctionRegistrationTransitions,
  auctionTransitions,
  type Auction,
} from './auction.js';
import { announceAuction, checkTerms, earliestStep } from './announcement.js';
import {
  agreedWithOne,
  decideAuction,
  defaultAuction,
  dueStep,
  extendPeriod,
  minimumBid,
  outcomeOf,
  placeBid,
  placeOffer,
} from './bidding.js';
import { marketRuleOn, marketRules } from './market-rule.policy.js';

const rule = marketRules[0]!;
const at = (time: string): Date => new Date(`2026-12-01T${time}+08:00`);

export const auction = (change: Partial<Auction> = {}): Auction => ({
  id: 'a',
  organizationId: 'seller',
  listingId: 'l',
  achievementId: 'h',
  method: 'auction',
  state: 'bidding',
  title: '配方',
  conditions: '一次性付清',
  qualification: '企业',
  startPrice: 60_000_000n,
  deposit: 6_000_000n,
  increments: rule.increments,
  registrationClosesAt: new Date('2026-11-30T17:00:00+08:00'),
  opensAt: at('10:00:00'),
  closesAt: at('11:00:00'),
  minimumBidders: 1,
  periodExtensionDays: 5,
  periodExtensionsMax: 1,
  ruleVersion: rule.version,
  antiSniping: rule.antiSniping,
  extensions: 0,
  periodExtensions: 0,
  reserveCommitment: null,
  lastSequence: 0,
  lastHash: null,
  lastEventAt: null,
  lastPaddle: 3,
  highestAmount: null,
  highestPaddle: null,
  dealId: null,
  signBy: null,
  outcome: null,
  announcedAt: null,
  closedAt: null,
  version: 1,
  createdAt: at('00:00:00'),
  updatedAt: at('00:00:00'),
  ...change,
});
const code = (result: { ok: boolean; refusal?: { code: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.code ?? '');

describe('the tables', () => {
  it('have no state that nothing leads to', () => {
    expect(unreachableStates(auctionTransitions, 'draft')).toEqual([]);
    expect(unreachableStates(auctionRegistrationTransitions, 'registered')).toEqual([]);
    expect(unreachableStates(auctionDepositTransitions, 'held')).toEqual([]);
  });
});

describe('the announcement (拍卖法 art. 45)', () => {
  const draft = (change: Partial<Auction>) => auction({ state: 'draft', ...change });
  it.each([
    // announced on, first day of bidding, may it go out?
    ['2026-11-23', '2026-12-01', 'ok'],
    ['2026-11-23', '2026-11-30', 'auction.tooEarly'],
    ['2026-11-24', '2026-12-01', 'auction.tooEarly'],
    ['2026-11-20', '2026-12-01', 'ok'],
    ['2026-05-20', '2026-12-01', 'auction.tooFar'],
  ])('of %s for bidding on %s: %s', (announcedOn, day, expected) => {
    const opensAt = new Date(`${day}T10:00:00+08:00`);
    const closesAt = new Date(`${day}T11:00:00+08:00`);
    const result = announceAuction(
      draft({ opensAt, closesAt, registrationClosesAt: opensAt }),
      new Date(`${announcedOn}T23:59:59+08:00`),
    );
    expect(code(result)).toBe(expected);
  });
  it('counts whole days after the day of the announcement, and past a holiday', () => {
    expect(earliestStep({ method: 'auction' }, new Date('2026-11-23T00:00:00+08:00'), rule)).toEqual(
      new Date('2026-12-01T00:00:00+08:00'),
    );
    // 7 days from 24 September end on 1 October, National Day: moved behind the holiday.
    expect(earliestStep({ method: 'auction' }, new Date('2026-09-24T10:00:00+08:00'), rule).getTime()).toBeGreaterThan(
      new Date('2026-10-08T00:00:00+08:00').getTime() - 1,
    );
  });
  it.each([
    ['no price', { startPrice: 0n }, 'auction.startPriceMissing'],
    ['a deposit of 30%', { deposit: 18_000_000n }, 'ok'],
    ['a deposit above 30%', { deposit: 18_000_001n }, 'auction.depositTooHigh'],
    ['a ladder from above 0', { increments: [{ from: 1n, step: 1n }] }, 'auction.ladderWrong'],
    ['a step of nothing', { increments: [{ from: 0n, step: 0n }] }, 'auction.ladderWrong'],
    ['no ladder', { increments: [] }, 'auction.ladderWrong'],
    [
      'a ladder that falls',
      {
        increments: [
          { from: 0n, step: 1n },
          { from: 0n, step: 2n },
        ],
      },
      'auction.ladderWrong',
    ],
    ['registration after the opening', { registrationClosesAt: at('10:00:01') }, 'auction.timesWrong'],
    ['nine minutes', { closesAt: at('10:09:59') }, 'auction.biddingLength'],
    ['ten minutes', { closesAt: at('10:10:00') }, 'ok'],
    ['six bidders at least', { minimumBidders: 6 }, 'auction.minimumBiddersWrong'],
    ['seven extensions', { periodExtensionsMax: 7 }, 'auction.extensionWrong'],
  ] as const)('with %s: %s', (_name, change, expected) => {
    expect(code(checkTerms(auction(change as Partial<Auction>), rule))).toBe(expected);
  });
  it('names the law or says that a rule is the market’s own', () => {
    for (const { clauses } of marketRules) {
      expect(clauses.map(({ number }) => number)).toEqual(clauses.map((_clause, index) => index + 1));
      for (const { source, article } of clauses) expect(article !== null).toBe(source === 'law');
    }
    expect(marketRuleOn('2020-01-01').version).toBe('2026-1');
    expect(['2026-11-22', '2026-11-23'].map((day) => marketRuleOn(day).version)).toEqual(['2026-1', '2026-2']);
  });
});

describe('a bid', () => {
  const led = { highestAmount: 60_000_000n, highestPaddle: 1 };
  it.each([
    ['at the opening', {}, 1, 60_000_000n, '10:00:00', 'ok'],
    ['a fen below the start', {}, 1, 59_999_999n, '10:00:00', 'auction.bidTooLow'],
    ['in the last instant', {}, 1, 60_000_000n, '10:59:59.999', 'ok'],
    ['at the close', {}, 1, 60_000_000n, '11:00:00', 'auction.closed'],
    ['after the close', {}, 1, 90_000_000n, '11:00:00.001', 'auction.closed'],
    ['of one step', led, 2, 60_500_000n, '10:30:00', 'ok'],
    ['of a fen less than a step', led, 2, 60_499_999n, '10:30:00', 'auction.bidTooLow'],
    ['equal to the highest', led, 2, 60_000_000n, '10:30:00', 'auction.bidTooLow'],
    ['over one’s own', led, 1, 90_000_000n, '10:30:00', 'auction.alreadyHighest'],
    ['before it was opened', { state: 'announced' }, 1, 60_000_000n, '09:59:59', 'auction.notOpenYet'],
    ['on one that is sold', { state: 'sold' }, 1, 90_000_000n, '10:30:00', 'auction.closed'],
  ] as const)('%s: %s', (_name, change, paddle, amount, time, expected) => {
    expect(code(placeBid(auction(change as Partial<Auction>), paddle, amount, at(time)))).toBe(expected);
  });
  it('takes the step of the price it stands on', () => {
    expect(minimumBid(auction({ highestAmount: 100_000_000n, highestPaddle: 1 }))).toBe(102_000_000n);
    expect(minimumBid(auction({ highestAmount: 99_999_999n, highestPaddle: 1 }))).toBe(100_499_999n);
  });
  it.each([
    ['before the last five minutes', '10:54:59', 0, '11:00:00', 0],
    ['as they begin', '10:55:00', 0, '11:00:00', 0],
    ['within them', '10:56:00', 0, '11:01:00', 1],
    ['in the last second', '10:59:59', 59, '11:04:59', 60],
    ['when all extensions are used', '10:59:59', 60, '11:00:00', 60],
  ] as const)('%s: the close is as it should be', (_name, time, used, closes, after) => {
    const placed = placeBid(auction({ extensions: used }), 1, 60_000_000n, at(time));
    expect(placed.ok && [placed.value.closesAt, placed.value.extensions]).toEqual([at(closes), after]);
  });
});

describe('a listed sale', () => {
  const sale = (change: Partial<Auction> = {}) => auction({ method: 'listed', state: 'announced', ...change });
  const over = new Date('2026-11-30T17:00:00+08:00');
  it.each([
    ['nobody, extension left', { minimumBidders: 1 }, 0, 'extendPeriod'],
    ['nobody, none left', { periodExtensions: 1 }, 0, 'fail'],
    ['one', {}, 1, 'agree'],
    ['one where two are wanted', { minimumBidders: 2 }, 1, 'extendPeriod'],
    ['one where two are wanted, none left', { minimumBidders: 2, periodExtensions: 1 }, 1, 'agree'],
    ['two', {}, 2, undefined],
  ] as const)('whose period ends with %s: %s', (_name, change, qualified, expected) => {
    expect(dueStep(sale(change as Partial<Auction>), qualified, over)?.event).toBe(expected);
    expect(dueStep(sale(change as Partial<Auction>), qualified, new Date(over.getTime() - 1))).toBeNull();
  });
  it('opens for two at the announced hour', () => {
    expect(dueStep(sale(), 2, at('10:00:00'))?.event).toBe('open');
  });
  it('moves everything by the announced days', () => {
    const moved = extendPeriod(sale());
    expect([moved.registrationClosesAt, moved.opensAt, moved.closesAt, moved.periodExtensions]).toEqual([
      new Date('2026-12-05T17:00:00+08:00'),
      new Date('2026-12-06T10:00:00+08:00'),
      new Date('2026-12-06T11:00:00+08:00'),
      1,
    ]);
  });
  it.each([
    ['at the listed price', null, 60_000_000n, 'ok'],
    ['below it', null, 59_999_999n, 'auction.offerTooLow'],
    ['not above one’s own', 70_000_000n, 70_000_000n, 'auction.offerTooLow'],
    ['above one’s own', 70_000_000n, 70_000_001n, 'ok'],
  ])('takes an offer %s: %s', (_name, own, amount, expected) => {
    expect(code(placeOffer(sale(), 1, own, amount, new Date(over.getTime() - 1)))).toBe(expected);
  });
  it('keeps the earlier of two equal offers in the lead, and agrees with the only bidder at its offer', () => {
    const led = sale({ highestAmount: 70_000_000n, highestPaddle: 1 });
    const placed = placeOffer(led, 2, null, 70_000_000n, new Date(over.getTime() - 1));
    expect(placed.ok && placed.value.highestPaddle).toBe(1);
    expect(agreedWithOne(led, 1).highestAmount).toBe(70_000_000n);
    expect(agreedWithOne(sale(), 1).highestAmount).toBe(60_000_000n);
  });
});

describe('the close (拍卖法 art. 50)', () => {
  it.each([
    [null, null, 'noBid'],
    [60_000_000n, null, 'sold'],
    [60_000_000n, 60_000_000n, 'sold'],
    [60_000_000n, 60_000_001n, 'belowReserve'],
  ] as const)('highest %s, reserve %s: %s', (highestAmount, reserve, expected) => {
    expect(outcomeOf({ highestAmount }, reserve)).toBe(expected);
  });
  it('gives thirty days to sign, and no default before they are over', () => {
    const decided = decideAuction(
      auction({ state: 'deciding', highestAmount: 1n, highestPaddle: 1 }),
      'sold',
      at('11:00:00'),
    );
    if (!decided.ok) throw new Error();
    expect(decided.value).toMatchObject({ state: 'sold', signBy: '2026-12-31' });
    const last = new Date('2026-12-31T23:59:59+08:00');
    expect(code(defaultAuction(decided.value, last))).toBe('auction.signingNotOver');
    expect(code(defaultAuction(decided.value, new Date(last.getTime() + 1000)))).toBe('ok');
  });
});

/** Against a model that knows nothing but the rule: any bids, by anybody, at any time. */
describe('any course of bidding', () => {
  const course = fc.array(
    fc.record({
      paddle: fc.integer({ min: 1, max: 4 }),
      amount: fc.bigInt({ min: 0n, max: 200_000_000n }),
      afterMs: fc.oneof(fc.integer({ min: 0, max: 600_000 }), fc.constantFrom(0, 1, 299_999, 300_000, 300_001)),
    }),
    { maxLength: 60 },
  );

  it('rises strictly by its steps, never takes a bid outside its time, and ends with the highest', () => {
    fc.assert(
      fc.property(course, (bids) => {
        let lot = auction();
        let now = lot.opensAt.getTime();
        const taken: { paddle: number; amount: bigint; now: number }[] = [];
        for (const { paddle, amount, afterMs } of bids) {
          now += afterMs;
          const before = lot;
          const placed = placeBid(lot, paddle, amount, new Date(now));
          const last = taken.at(-1);
          const may =
            now < before.closesAt.getTime() &&
            last?.paddle !== paddle &&
            amount >= (last ? last.amount + step(last.amount) : before.startPrice);
          expect(placed.ok).toBe(may);
          if (!placed.ok) continue;
          taken.push({ paddle, amount, now });
          lot = placed.value;
          expect(lot.closesAt.getTime()).toBeGreaterThanOrEqual(before.closesAt.getTime());
          expect(lot.extensions - before.extensions).toBe(lot.closesAt > before.closesAt ? 1 : 0);
          if (lot.closesAt > before.closesAt) expect(lot.closesAt.getTime()).toBe(now + 300_000);
        }
        expect(lot.highestAmount).toBe(taken.at(-1)?.amount ?? null);
        expect(lot.highestPaddle).toBe(taken.at(-1)?.paddle ?? null);
        expect(lot.extensions).toBeLessThanOrEqual(rule.antiSniping.maxExtensions);
      }),
    );
  });

  it('is decided at exactly one instant: bids before it, the close from it on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_600_000, max: 3_600_000 }), (offset) => {
        const lot = auction();
        const now = new Date(lot.closesAt.getTime() + offset);
        const bid = placeBid(lot, 1, 60_000_000n, now).ok;
        expect(bid).toBe(dueStep(lot, 2, now) === null);
      }),
    );
  });

  const step = (price: bigint): bigint =>
    price >= 100_000_000n ? 2_000_000n : price >= 10_000_000n ? 500_000n : 100_000n;
});
