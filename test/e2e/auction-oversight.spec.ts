import { announced, auctionTerms, listingByBids, qualifiedBidder } from '../support/auctions.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** What the bureau sees of collusion, and what a seller is told of comparable prices. */
describe('竞价的线索与参考', () => {
  let market: TestMarket;
  let university: Caller;
  let registrar: Caller;

  beforeAll(async () => {
    market = await startMarket();
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  it('shows the bureau who shares an address and who is related: as signals, not as a verdict', async () => {
    const { path } = await announced(university);
    const one = await qualifiedBidder(market, university, registrar, path);
    const other = await qualifiedBidder(market, university, registrar, path);
    await registrar
      .post('/v1/relations', {
        fromKind: 'organization',
        fromId: one.caller.identity.organizationId,
        toKind: 'organization',
        toId: other.caller.identity.organizationId,
        kind: 'shareholder',
        note: '工商登记',
      })
      .expect(201);
    const { body } = await registrar.get(`${path}/signals`).expect(200);
    const kinds = body.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['sharedAddress', 'relatedOrganizations']));
    expect(body.note).toContain('不构成');
    await university.get(`${path}/signals`).expect(403);
    await one.caller.get(`${path}/signals`).expect(403);
    // The address is the bureau's to see: the seller's list has none.
    expect(JSON.stringify((await university.get(`${path}/registrations`).expect(200)).body)).not.toContain('127.0.0.1');
    expect((await one.caller.get(`${path}/registrations`).expect(200)).body.items).toHaveLength(1);
  });

  it('advises a reserve from five comparable deals or more, and names them', async () => {
    const { listingId, achievementId } = await listingByBids(university, 'auction');
    const { body } = await university.post('/v1/auctions', { ...auctionTerms, listingId }).expect(201);
    const advice = `/v1/auctions/${body.id}/reserve-advice`;
    const refused = await university.get(advice).expect(422);
    expect(refused.body).toMatchObject({ code: 'auction.tooFewDeals', detail: expect.stringContaining('0') });
    const sold: string[] = [];
    const buyer = await market.member({ roles: ['enterprise'] });
    for (const wan of [50, 60, 70, 80, 90]) {
      const comparable = await listingByBids(university, 'auction');
      const facts = { seller: university.identity, buyer: buyer.identity, valueFen: BigInt(wan) * 1_000_000n };
      const contractId = await effectiveContract(market.database, facts);
      const { owner } = market.database;
      await owner.query(`UPDATE contract SET listing_id = $2 WHERE id = $1`, [contractId, comparable.listingId]);
      await owner.query(`UPDATE listing SET state = 'sold' WHERE id = $1`, [comparable.listingId]);
      sold.push(comparable.listingId);
    }
    const given = await university.get(advice).expect(200);
    expect(given.body).toMatchObject({
      low: { yuan: '600000.00' },
      middle: { yuan: '700000.00' },
      high: { yuan: '800000.00' },
    });
    expect(given.body.deals.map((deal: { listingId: string }) => deal.listingId).sort()).toEqual(sold.sort());
    await buyer.get(advice).expect(404);
    expect(achievementId).toBeTruthy();
  });
});
