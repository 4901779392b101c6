import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { v7 as uuid } from 'uuid';
import { readAnnouncedTerms, readRecord, termsAsAnnounced, verifyRecord } from '#domain/auction/auction-record.js';
import { systemActor } from '#domain/shared/actor.js';
import { AuctionRepository } from '#application/auction/auction.repository.js';
import { BiddingService } from '#application/auction/bidding.service.js';
import { createLogger } from '#platform/telemetry/logger.js';
import { contentHash } from '#platform/text/canonical.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { streamLimits } from '../../apps/api/src/auction/auction.streams.js';
import { announced, qualifiedBidder } from '../support/auctions.js';
import { Caller } from '../support/caller.js';
import { openStream } from '../support/event-stream.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** AUCTION_BIDS=1000 plays the full size; AUCTION_REPORT=yes prints its figures. */
const bidCount = Number(process.env['AUCTION_BIDS'] ?? 150);
const bidderCount = 10;

interface Bidder {
  readonly caller: Caller;
  readonly paddle: number;
}
interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly sequence: number; readonly paddle: number };
  readonly amount: number;
  readonly tries: number;
  readonly ms: number;
}

/** Many bid on one lot at once, through two API processes, and many watch. */
describe('竞价现场', () => {
  let market: TestMarket;
  let second: NestFastifyApplication;
  let urls: [string, string];
  let university: Caller;
  let registrar: Caller;
  let reviewer: Caller;

  beforeAll(async () => {
    market = await startMarket();
    second = await createApi(market.database.config, market.clock, createLogger(market.database.config, 'test'));
    await second.listen(0, '127.0.0.1');
    urls = [await market.api.getUrl(), await second.getUrl()];
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
  });
  afterAll(async () => {
    await second.close();
    await market.close();
  });
  beforeEach(() => market.clock.moveTo(new Date('2026-11-23T02:00:00Z')));

  const lot = async (bidders: number): Promise<{ path: string; id: string; bidders: Bidder[] }> => {
    const { path, id } = await announced(university);
    const all: Bidder[] = [];
    for (let made = 0; made < bidders; made += 1) all.push(await qualifiedBidder(market, university, registrar, path));
    market.clock.moveTo(new Date('2026-12-01T02:00:00Z'));
    return { path, id, bidders: all };
  };

  /** As a client does it: a 503 is tried again with the same key. */
  async function sent(url: string, path: string, { caller }: Bidder, amount: number): Promise<Answer> {
    const key = uuid();
    const from = Date.now();
    for (let tries = 1; ; tries += 1) {
      const { status, body } = await request(url)
        .post(`${path}/bids`)
        .set(caller.authorization)
        .set('Idempotency-Key', key)
        .send({ amountYuan: String(amount) });
      if (status !== 503 || tries === 10) return { status, body, amount, tries, ms: Date.now() - from };
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async function recordOf(path: string) {
    const entries: {
      sequence: number;
      kind: string;
      paddle: number;
      at: string;
      amount: { yuan: string; fen: string };
    }[] = [];
    for (let after: number | null = 0; after !== null;) {
      const { body } = await market.anonymous.get(`${path}/record?limit=100&after=${after}`).expect(200);
      entries.push(...body.items);
      after = body.nextAfter as number | null;
    }
    return entries;
  }

  /** Terms and record as the proof holds them, gone through again. */
  async function faultsOf(id: string) {
    const { owner } = market.database;
    const { rows } = await owner.query<{ entry: Record<string, unknown> }>(
      `SELECT jsonb_build_object('auctionId', auction_id, 'sequence', sequence, 'kind', kind, 'paddle', paddle, 'amount',
         amount_fen::text, 'closesAt', closes_at, 'detail', detail, 'at', at, 'previousHash', previous_hash, 'hash', hash) AS entry
       FROM auction_record_entry WHERE auction_id = $1 ORDER BY sequence`,
      [id],
    );
    const auction = await market.api.get(AuctionRepository, { strict: false }).findPublic(id);
    const entries = readRecord(JSON.stringify(rows.map(({ entry }) => entry)));
    if (!auction || !entries) throw new Error('no record');
    const terms = termsAsAnnounced(auction, entries[0]?.closesAt ?? auction.closesAt);
    const read = readAnnouncedTerms(
      JSON.stringify(terms, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    );
    return verifyRecord(read ?? terms, entries, contentHash);
  }

  it(`takes ${bidCount} bids at once in one order, strictly rising, with one winner, and none after the close`, async () => {
    const { path, id, bidders } = await lot(bidderCount);
    const from = Date.now();
    let answered = 0;
    const closing = Math.floor(bidCount * 0.8);
    const answers = await Promise.all(
      Array.from({ length: bidCount }, async (_unused, index) => {
        const bidder = bidders[index % bidderCount] as Bidder;
        const answer = await sent(urls[index % 2] as string, path, bidder, 600_000 + index * 100_000);
        answered += 1;
        // The clock strikes while requests are on their way: they were sent before, and arrive after.
        if (answered === closing) market.clock.moveTo(new Date('2026-12-01T03:00:00Z'));
        return answer;
      }),
    );
    const elapsed = Date.now() - from;
    const accepted = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.filter(({ body }) => !expectedCodes.includes(body.code ?? ''))).toEqual([]);
    const entries = await recordOf(path);
    const bids = entries.filter(({ kind }) => kind === 'bid');
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_entry, index) => index + 1));
    expect(bids.length).toBe(accepted.length);
    expect(bids.map(({ sequence, paddle, amount }) => [sequence, paddle, Number(amount.yuan)])).toEqual(
      accepted.map(({ body, amount }) => [body.sequence, body.paddle, amount]).sort(([a = 0], [b = 0]) => a - b),
    );
    const fen = bids.map(({ amount }) => BigInt(amount.fen));
    expect(fen.every((amount, index) => index === 0 || amount > (fen[index - 1] ?? 0n))).toBe(true);
    expect(bids.every(({ at }) => at < '2026-12-01T03:00:00.000Z')).toBe(true);
    expect(answers.filter(({ body }) => body.code === 'auction.closed').length).toBeGreaterThan(0);

    // The close, by four workers at once: one result, one deal, everybody else's deposit back.
    const service = market.api.get(BiddingService, { strict: false });
    await Promise.all(
      Array.from({ length: 4 }, (_unused, run) => service.advanceDue(systemActor('test', `run-${run}`))),
    );
    const { body: over } = await market.anonymous.get(path).expect(200);
    expect(over).toMatchObject({ state: 'sold', highestPaddle: bids.at(-1)?.paddle, highest: bids.at(-1)?.amount });
    const { rows } = await market.database.owner.query(
      `SELECT (SELECT count(*) FROM deal WHERE auction_id = $1) AS deals,
           (SELECT count(*) FROM auction_deposit WHERE auction_id = $1 AND state = 'held') AS held,
           (SELECT count(*) FROM auction_deposit WHERE auction_id = $1 AND state = 'returned') AS returned`,
      [id],
    );
    expect(rows).toEqual([{ deals: '1', held: '1', returned: String(bidderCount - 1) }]);
    expect(await faultsOf(id)).toEqual([]);
    if (process.env['AUCTION_REPORT'] === 'yes') report(answers, bids.length, elapsed);
  }, 120_000);

  const expectedCodes = ['auction.bidTooLow', 'auction.alreadyHighest', 'auction.closed'];

  function report(answers: readonly Answer[], accepted: number, elapsed: number): void {
    const ms = answers.map((answer) => answer.ms).sort((a, b) => a - b);
    const at = (share: number) => ms[Math.floor((ms.length - 1) * share)];
    const again = answers.filter(({ tries }) => tries > 1).length;
    process.stderr.write(
      `${answers.length} bids in ${elapsed} ms: ${accepted} accepted; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, last ${at(1)} ms; ${again} tried again after 503\n`,
    );
  }

  it('answers a repeated bid as the first time, and records it once', async () => {
    const { path, bidders } = await lot(2);
    const [first] = bidders as [Bidder, Bidder];
    const key = uuid();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => first.caller.post(`${path}/bids`, { amountYuan: '600000' }, key)),
    );
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const again = await first.caller.post(`${path}/bids`, { amountYuan: '600000' }, key).expect(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await recordOf(path)).filter(({ kind }) => kind === 'bid')).toHaveLength(1);
  });

  it('shows the bids live from another process, and goes on after a break where it stopped', async () => {
    const { path, bidders } = await lot(2);
    const [one, other] = bidders as [Bidder, Bidder];
    const watching = await openStream(`${urls[1]}${path}/events`);
    expect([watching.status, watching.type]).toEqual([200, 'text/event-stream']);
    await one.caller.post(`${path}/bids`, { amountYuan: '600000' }).expect(201);
    await eventually(async () => watching.events.find(({ event }) => event === 'bid'));
    expect(watching.events.map(({ id, event }) => `${id} ${event}`)).toEqual(['1 announce', '2 open', '3 bid']);
    watching.close();
    await other.caller.post(`${path}/bids`, { amountYuan: '700000' }).expect(201);
    await one.caller.post(`${path}/bids`, { amountYuan: '800000' }).expect(201);
    const resumed = await openStream(`${urls[0]}${path}/events`, { 'last-event-id': '3' });
    await eventually(async () => (resumed.events.length >= 2 ? true : null));
    expect(resumed.events.map(({ id, data }) => [id, data['paddle']])).toEqual([
      ['4', other.paddle],
      ['5', one.paddle],
    ]);
    for (const { caller } of bidders) {
      expect(watching.text() + resumed.text()).not.toContain(caller.identity.organizationId);
      expect(watching.text() + resumed.text()).not.toContain(caller.identity.personId);
    }
    await reviewer.post(`${path}/termination`, { reason: '核查线索' }).expect(201);
    await resumed.ended;
    expect(resumed.events.slice(-2).map(({ event }) => event)).toEqual(['terminate', 'end']);
    const late = await openStream(`${urls[0]}${path}/events`, { 'last-event-id': '6' });
    expect(late.status).toBe(204);
  });

  it('lets so many watch from one address, and takes the next when one goes', async () => {
    const { path } = await lot(0);
    const streams = await Promise.all(
      Array.from({ length: streamLimits.streamsPerAddress }, () => openStream(`${urls[0]}${path}/events`)),
    );
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
    const refused = await market.anonymous.get(`${path}/events`).expect(429);
    expect(refused.body.code).toBe('auction.tooManyStreams');
    streams[0]?.close();
    const next = await eventually(async () => {
      const stream = await openStream(`${urls[0]}${path}/events`);
      return stream.status === 200 ? stream : null;
    });
    for (const stream of [...streams, next]) stream.close();
    await market.anonymous.get(`/v1/auctions/${uuid()}/events`).expect(404);
    await market.anonymous.get(`${path}/events?after=x`).expect(400);
  });
});
