import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPublicKeys } from '#application/certificate/certificate.verification.js';
import { AuctionRepository } from '#application/auction/auction.repository.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { systemActor } from '#domain/shared/actor.js';
import { verifyBundle } from '#application/evidence/bundle.verification.js';
import { announced, auctionTerms, listedTerms, listingByBids, qualifiedBidder } from '../support/auctions.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import { unzipped } from '../support/zip.js';

/** How a university sells by bids: an auction with a secret reserve, and a listed sale that finds its bidders. */
describe('竞价', () => {
  let market: TestMarket;
  let university: Caller;
  let registrar: Caller;
  let reviewer: Caller;
  let stranger: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    stranger = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());
  beforeEach(() => market.clock.moveTo(new Date('2026-11-23T02:00:00Z')));

  const at = (time: string): void => market.clock.moveTo(new Date(time));
  const state = async (path: string): Promise<string> => (await market.anonymous.get(path).expect(200)).body.state;
  const inState = (path: string, wanted: string) =>
    eventually(async () => ((await state(path)) === wanted ? wanted : null), 10);
  const bidder = (path: string, caller?: Caller) => qualifiedBidder(market, university, registrar, path, caller);
  const bid = (caller: Caller, path: string, amountYuan: string) => caller.post(`${path}/bids`, { amountYuan });
  const record = async (path: string) =>
    (await market.anonymous.get(`${path}/record?limit=100`).expect(200)).body.items;
  const deposits = async (path: string): Promise<Record<string, string>> => {
    const { body } = await registrar.get(`${path}/registrations?limit=100`).expect(200);
    return Object.fromEntries(
      body.items.map((one: { paddle: number; deposit: { state: string } | null }) => [one.paddle, one.deposit?.state]),
    );
  };
  const books = async (path: string) => {
    const { body } = await registrar.get(`${path}/deposit-ledger`).expect(200);
    const { received, held, returned, forfeited, appliedToPrice, balanced } = body;
    const fen = [received, held, returned, forfeited, appliedToPrice].map(({ yuan }: { yuan: string }) => Number(yuan));
    return [...fen, balanced] as const;
  };
  const verified = async (path: string, change: (bytes: Buffer) => Buffer = (bytes) => bytes) => {
    const { body } = await market.anonymous.get(`${path}/proof.zip`).responseType('blob').expect(200);
    const keys = (await market.anonymous.get('/v1/certificate-keys').expect(200)).body;
    const folder = await mkdtemp(join(tmpdir(), 'auction-proof-'));
    try {
      await writeFile(join(folder, 'proof.zip'), change(body as Buffer));
      return await verifyBundle(join(folder, 'proof.zip'), readPublicKeys(JSON.stringify(keys)));
    } finally {
      await rm(folder, { recursive: true });
    }
  };
  const signed = async (path: string, winner: Caller, price: string) => {
    const { body: deals } = await winner.get('/v1/deals').expect(200);
    const deal = deals.items.find((one: { auctionId: string }) => path.endsWith(one.auctionId));
    expect(deal).toMatchObject({ state: 'agreed', introductionId: null });
    const draft = await university
      .post('/v1/contracts', {
        dealId: deal.id,
        title: '肉羊精准营养配方转让',
        type: 'transfer',
        subType: 'technicalSecret',
        contractValueYuan: price,
        nonTechnologyItems: [],
      })
      .expect(201);
    const contract = `/v1/contracts/${draft.body.id}`;
    const { textHash } = draft.body;
    await university.post(`${contract}/signatures`, { textHash }).expect(201);
    const last = await winner.post(`${contract}/signatures`, { textHash }).expect(201);
    expect(last.body.state).toBe('effective');
    return { contractId: draft.body.id as string, dealId: deal.id as string };
  };

  it('a university sells by auction: announced a week before, bid for under paddles, sold above the secret reserve', async () => {
    const { path, listingId } = await announced(university, auctionTerms, '800000.00');
    expect((await market.anonymous.get(`/v1/listings/${listingId}`).expect(200)).body.state).toBe('listed');
    const first = await bidder(path);
    const second = await bidder(path);
    const third = await bidder(path);
    await bid(first.caller, path, '600000').expect(409); // not before the hour
    at('2026-12-01T02:00:00Z');
    expect((await bid(first.caller, path, '599999').expect(422)).body.code).toBe('auction.bidTooLow');
    expect((await bid(first.caller, path, '600000').expect(201)).body).toMatchObject({
      kind: 'bid',
      paddle: first.paddle,
    });
    expect((await bid(first.caller, path, '700000').expect(409)).body.code).toBe('auction.alreadyHighest');
    expect((await bid(second.caller, path, '600000').expect(422)).body.code).toBe('auction.bidTooLow');
    await bid(second.caller, path, '700000').expect(201);
    await bid(stranger, path, '900000').expect(403);

    at('2026-12-01T02:56:00Z'); // within the last five minutes: the close moves
    const late = await bid(third.caller, path, '850000').expect(201);
    expect(late.body.closesAt).toBe('2026-12-01T03:01:00.000Z');
    at('2026-12-01T03:01:00Z');
    expect((await bid(first.caller, path, '990000').expect(409)).body.code).toBe('auction.closed');
    await inState(path, 'sold');
    expect(await deposits(path)).toEqual({ 1: 'returned', 2: 'returned', 3: 'held' });
    expect(await books(path)).toEqual([180_000, 60_000, 120_000, 0, 0, true]);

    const refused = await stranger.get(`/v1/listings/${listingId}/signability`).expect(409);
    expect(refused.body.code).toBe('listing.soldByBids');
    const { contractId } = await signed(path, third.caller, '850000.00');
    expect(await state(path)).toBe('settled');
    expect((await deposits(path))[third.paddle]).toBe('appliedToPrice');
    expect(await books(path)).toEqual([180_000, 0, 120_000, 0, 60_000, true]);
    const entries = await record(path);
    expect(entries.map((one: { kind: string }) => one.kind)).toEqual([
      'announce',
      'open',
      'bid',
      'bid',
      'bid',
      'close',
      'settle',
    ]);
    expect(JSON.stringify(entries)).not.toContain(third.caller.identity.organizationId);
    expect((await verified(path)).findings).toEqual([]);
    const forged = await verified(path, (bytes) => bytes.fill(bytes[500] === 48 ? 49 : 48, 500, 501));
    expect(forged.findings).not.toEqual([]);

    const certificate = await registrar.post('/v1/trading-certificates', { contractId }).expect(201);
    const { number } = certificate.body;
    expect(number).toMatch(/^QYJZ-2026-\d{6}$/);
    expect(certificate.body.content).toMatchObject({
      method: '拍卖',
      announcedOn: '2026-11-23',
      concludedOn: '2026-12-01',
      bidders: '3',
      price: { yuan: '850000.00' },
      evidenceKind: '竞价记录',
      evidenceHash: entries.at(-1).hash,
    });
    const again = await registrar.post('/v1/trading-certificates', { contractId }).expect(409);
    expect(again.body.code).toBe('tradingCertificate.alreadyIssued');
    const shown = await market.anonymous.get(`/v1/trading-certificates/${number}`).expect(200);
    expect(shown.body).toMatchObject({ state: 'valid', stateOn: 'valid', method: '拍卖' });
    expect(JSON.stringify(shown.body)).not.toContain('850000');
  });

  it('below the reserve there is no sale; nobody but the seller reads the reserve before, anybody opens it after', async () => {
    const { path, listingId } = await announced(university, auctionTerms, '987654.32');
    const { reserveCommitment } = (await market.anonymous.get(path).expect(200)).body;
    expect(reserveCommitment).toMatch(/^[0-9a-f]{64}$/);
    const only = await bidder(path);
    const rival = await bidder(path);
    const shown = await university.get(`${path}/reserve`).expect(200);
    expect(shown.body.reserve.yuan).toBe('987654.32');
    await only.caller.get(`${path}/reserve`).expect(404);
    await reviewer.get(`${path}/reserve`).expect(403);
    await university.put(`${path}/reserve`, { reserveYuan: '1.00' }).expect(409); // promised with the announcement
    // Nor the system, but while it decides: row-level security, whatever the code asks.
    const asSystem = () =>
      market.api
        .get(UnitOfWork, { strict: false })
        .run(systemActor('test', 'test'), (tx) =>
          market.api.get(AuctionRepository, { strict: false }).reserve(tx, path.split('/').at(-1) ?? ''),
        );
    expect(await asSystem()).toBeNull();
    at('2026-12-01T02:10:00Z');
    await bid(only.caller, path, '900000').expect(201);
    at('2026-12-01T03:00:00Z');
    await inState(path, 'unsold');
    const after = (await market.anonymous.get(path).expect(200)).body;
    expect(after).toMatchObject({ outcome: 'belowReserve', signBy: null, hasReserve: true });
    expect(await deposits(path)).toEqual({ [only.paddle]: 'returned', [rival.paddle]: 'returned' });
    expect((await only.caller.get('/v1/deals').expect(200)).body.items).toEqual([]);
    expect((await market.anonymous.get(`/v1/listings/${listingId}`).expect(200)).body.state).toBe('expired');
    expect((await verified(path)).findings).toEqual([]);
    const { body: zipped } = await market.anonymous.get(`${path}/proof.zip`).responseType('blob').expect(200);
    const opened = JSON.parse((await unzipped(zipped as Buffer)).get('reserve.json')?.toString() ?? '') as Record<
      string,
      string
    >;
    expect(opened).toEqual({ auctionId: path.split('/').at(-1), amount: '98765432', salt: shown.body.salt });
    expect(
      hash('sha256', `qingyang-auction-reserve\n${opened['auctionId']}\n${opened['amount']}\n${opened['salt']}`),
    ).toBe(after.reserveCommitment);

    const { rows: tables } = await market.database.owner.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables as { name: string }[]) {
      const { rows } = await market.database.owner.query(`SELECT 1 FROM ${name} t WHERE t::text ~ '987654[.]?32'`);
      expect([name, rows.length]).toEqual([name, name === 'auction_reserve' ? 1 : 0]);
    }
  });

  it('a listed sale finds two bidders: offers in its period, then bids from the highest of them', async () => {
    const { path } = await announced(university, listedTerms);
    const first = await bidder(path);
    const second = await bidder(path);
    expect((await bid(first.caller, path, '599999.99').expect(422)).body.code).toBe('auction.offerTooLow');
    expect((await bid(first.caller, path, '610000').expect(201)).body.kind).toBe('offer');
    await bid(second.caller, path, '650000').expect(201);
    await bid(first.caller, path, '640000').expect(201); // its own is raised; the other still leads
    at('2026-12-04T09:00:00Z');
    expect((await bid(second.caller, path, '660000').expect(409)).body.code).toBe('auction.notOpenYet');
    at('2026-12-07T02:00:00Z');
    await inState(path, 'bidding');
    expect((await bid(second.caller, path, '700000').expect(409)).body.code).toBe('auction.alreadyHighest');
    await bid(first.caller, path, '680000').expect(201);
    at('2026-12-07T03:00:00Z');
    await inState(path, 'sold');
    const sold = (await market.anonymous.get(path).expect(200)).body;
    expect(sold).toMatchObject({ outcome: 'sold', highest: { yuan: '680000.00' }, highestPaddle: first.paddle });
    expect(sold.signBy).toBe('2027-01-06');
    expect((await verified(path)).findings).toEqual([]);

    // The winner does not sign: only after the last day, and then the deposit is kept.
    expect((await university.post(`${path}/default`, { reason: '逾期未签约' }).expect(409)).body.code).toBe(
      'auction.signingNotOver',
    );
    at('2027-01-07T02:00:00Z');
    await university.post(`${path}/default`, { reason: '逾期未签约' }).expect(201);
    expect(await deposits(path)).toEqual({ [first.paddle]: 'forfeited', [second.paddle]: 'returned' });
    expect(await books(path)).toEqual([120_000, 0, 60_000, 60_000, 0, true]);
    const { body: entries } = await registrar.get(`${path}/deposit-entries?limit=100`).expect(200);
    expect(entries.items).toHaveLength(4);
    for (const { postings } of entries.items as { postings: { amount: { fen: string } }[] }[])
      expect(postings.reduce((total, { amount }) => total + BigInt(amount.fen), 0n)).toBe(0n);
    for (const what of ['deposit-ledger', 'deposit-entries']) {
      await first.caller.get(`${path}/${what}`).expect(403);
      await registrar.get(`/v1/auctions/0193f0a2-7c1e-7000-8000-00000000aaaa/${what}`).expect(404);
    }
    const { body: deals } = await first.caller.get('/v1/deals').expect(200);
    expect(deals.items[0]).toMatchObject({ state: 'brokenOff', closeReason: '逾期未签约' });
  });

  it('proves the books of deposits every time: what does not agree is named, and nobody can post it away', async () => {
    const { path } = await announced(university);
    await bidder(path);
    const ledger = market.api.get(LedgerService, { strict: false });
    const check = () => ledger.check(systemActor('test', 'test'));
    expect(await check()).toEqual([]);
    const { owner } = market.database;
    const id = path.split('/').at(-1) ?? '';
    // Behind the service's back: a state without its entry, and postings that are changed, taken away or do not balance.
    await owner.query(`UPDATE auction_deposit SET state = 'forfeited', settled_at = now() WHERE auction_id = $1`, [id]);
    expect((await check()).join()).toMatch(/is forfeited with 6000000, its account forfeited says 0/);
    expect(await books(path)).toEqual([60_000, 60_000, 0, 0, 0, false]);
    await owner.query(`UPDATE auction_deposit SET state = 'held', settled_at = NULL WHERE auction_id = $1`, [id]);
    expect(await check()).toEqual([]);
    for (const change of [
      `UPDATE auction_deposit_posting SET amount_fen = amount_fen + 1`,
      `DELETE FROM auction_deposit_posting`,
      `INSERT INTO auction_deposit_posting SELECT gen_random_uuid(), 1, auction_id, deposit_id, 'returned', 7, at
         FROM auction_deposit_posting LIMIT 1`,
      `SET app.clearing = 'on'; SET ROLE qy_app; DELETE FROM auction_deposit_posting`,
    ]) {
      const client = await owner.connect();
      await expect(client.query(change)).rejects.toThrow(/append-only|does not balance|permission denied/);
      client.release(true);
    }
    expect(await books(path)).toEqual([60_000, 60_000, 0, 0, 0, true]);
  });

  it('a listed sale that one bidder came to is agreed at the listed price; one that nobody came to is extended, then ends', async () => {
    const one = await announced(university, listedTerms);
    const nobody = await announced(university, { ...listedTerms, periodExtensionDays: 5, periodExtensionsMax: 1 });
    const only = await bidder(one.path);
    at('2026-12-04T09:00:00Z');
    await inState(one.path, 'sold');
    const sold = (await market.anonymous.get(one.path).expect(200)).body;
    expect(sold).toMatchObject({ highest: { yuan: '600000.00' }, highestPaddle: only.paddle });
    expect((await verified(one.path)).findings).toEqual([]);
    const extended = await eventually(async () => {
      const { body } = await market.anonymous.get(nobody.path).expect(200);
      return body.periodExtensions === 1 ? body : null;
    });
    expect(extended).toMatchObject({ state: 'announced', registrationClosesAt: '2026-12-09T09:00:00.000Z' });
    at('2026-12-09T09:00:00Z');
    await inState(nobody.path, 'unsold');
    expect((await verified(nobody.path)).findings).toEqual([]);
  });

  it('keeps the seller and whoever is tied to it out, and deposits must be there', async () => {
    const { path } = await announced(university);
    const contact = { contactName: '示例', contactPhone: '0934-7654321', statement: '符合。' };
    expect((await university.post(`${path}/registrations`, contact).expect(422)).body.code).toBe('auction.ownAuction');
    const colleague = await market.member({ roles: ['enterprise'] });
    await market.database.owner.query(
      `INSERT INTO membership (person_id, organization_id, roles, since) VALUES ($1, $2, '{enterprise}', now())`,
      [university.identity.personId, colleague.identity.organizationId],
    );
    const refused = await colleague.post(`${path}/registrations`, contact).expect(422);
    expect(refused.body).toMatchObject({ code: 'auction.relatedBidder', detail: expect.stringContaining('任职') });
    const { body } = await stranger.post(`${path}/registrations`, contact).expect(201);
    const registration = `${path}/registrations/${body.id}`;
    expect((await university.post(`${registration}/qualification`).expect(409)).body.code).toBe(
      'auction.depositMissing',
    );
    const slip = { amountYuan: '50000.00', reference: '回单-x', receivedOn: '2026-11-23' };
    expect((await registrar.post(`${registration}/deposit`, slip).expect(422)).body.code).toBe(
      'auction.depositDiffers',
    );
    await university.post(`${registration}/deposit`, { ...slip, amountYuan: '60000.00' }).expect(403);
    await stranger.post(`${registration}/qualification`).expect(404);
    const rejected = await university.post(`${registration}/rejection`, { reason: '没有生产许可' }).expect(201);
    expect(rejected.body).toMatchObject({ state: 'rejected', paddle: null });
    expect((await colleague.get(`${path}/registrations`).expect(200)).body.items).toEqual([]);
  });

  it('is not announced a day too late, and stands once announced', async () => {
    const { listingId } = await listingByBids(university, 'auction');
    const early = {
      ...auctionTerms,
      listingId,
      registrationClosesAt: '2026-11-30T09:00:00+08:00',
      opensAt: '2026-11-30T10:00:00+08:00',
      closesAt: '2026-11-30T11:00:00+08:00',
    };
    const { body } = await university.post('/v1/auctions', early).expect(201);
    const path = `/v1/auctions/${body.id}`;
    const refused = await university.post(`${path}/announcement`).expect(422);
    expect(refused.body).toMatchObject({ code: 'auction.tooEarly', detail: expect.stringContaining('2026-12-01') });
    await market.anonymous.get(path).expect(404);
    await stranger.post(`${path}/announcement`).expect(404);
    expect((await university.post('/v1/auctions', early).expect(409)).body.code).toBe('auction.alreadyPlanned');
    await university.post(`${path}/withdrawal`, { reason: '改期' }).expect(201);
    const next = await university.post('/v1/auctions', { ...auctionTerms, listingId }).expect(201);
    await university.post(`/v1/auctions/${next.body.id}/announcement`).expect(201);
    expect((await university.post(`/v1/listings/${listingId}/withdrawal`).expect(409)).body.code).toBe(
      'listing.inBidding',
    );
  });

  it('returns every deposit when the seller withdraws in time, or the bureau ends it', async () => {
    const own = await announced(university);
    const other = await announced(university);
    const held = await bidder(own.path);
    const bidding = await bidder(other.path);
    await university.post(`${own.path}/withdrawal`, { reason: '成果另作他用' }).expect(201);
    expect(await deposits(own.path)).toEqual({ [held.paddle]: 'returned' });
    at('2026-12-01T02:00:00Z');
    await bid(bidding.caller, other.path, '700000').expect(201);
    await university.post(`${other.path}/withdrawal`, { reason: '后悔' }).expect(409);
    await university.post(`${other.path}/termination`, { reason: '后悔' }).expect(403);
    const kin = { fromKind: 'person', fromId: reviewer.identity.personId, toKind: 'organization', kind: 'shareholder' };
    const tie = { ...kin, toId: bidding.caller.identity.organizationId, note: '本人申报' };
    const { body: relation } = await registrar.post('/v1/relations', tie).expect(201);
    const kept = await reviewer.post(`${other.path}/termination`, { reason: '收到串通线索。' }).expect(403);
    expect(kept.body.code).toBe('auction.conflict');
    await registrar.post(`/v1/relations/${relation.id}/end`).expect(204);
    await reviewer.post(`${other.path}/termination`, { reason: '收到串通线索，核查属实。' }).expect(201);
    expect(await deposits(other.path)).toEqual({ [bidding.paddle]: 'returned' });
    await bid(bidding.caller, other.path, '900000').expect(409);
  });
});
