import type { Caller } from './caller.js';
import type { TestMarket } from './market.js';

let serial = 0;

/** An achievement of the seller, registered and ready to be offered, with a listing that is priced by bids. */
export async function listingByBids(
  seller: Caller,
  method: 'auction' | 'listed',
  transferMode = 'transfer',
): Promise<{ listingId: string; achievementId: string }> {
  serial += 1;
  const { body } = await seller
    .post('/v1/achievements', {
      title: `肉羊精准营养配方 ${serial}`,
      summary: '以本地饲草为基础的肉羊分阶段日粮配方，日增重提高 18%，已在两个合作社示范。',
      inventors: [{ name: '示例完成人甲', shareBasisPoints: 10_000 }],
    })
    .expect(201);
  await seller.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
  const listing = await seller
    .post('/v1/listings', { achievementId: body.id, pricingMethod: method, transferMode })
    .expect(201);
  return { listingId: listing.body.id, achievementId: body.id };
}

/** On 2026-11-23, the first day a market of a test stands on: bidding on 1 December from 10:00 to 11:00 in Beijing. */
export const auctionTerms = {
  method: 'auction',
  conditions: '一次性付清，签约后三个月内完成技术交底。',
  qualification: '依法设立的企业，具备饲料生产许可。',
  startPriceYuan: '600000.00',
  depositYuan: '60000.00',
  registrationClosesAt: '2026-11-30T17:00:00+08:00',
  opensAt: '2026-12-01T10:00:00+08:00',
  closesAt: '2026-12-01T11:00:00+08:00',
};

/** The period of a listed sale: at least ten days from 23 November, so it ends on 4 December at the earliest. */
export const listedTerms = {
  ...auctionTerms,
  method: 'listed',
  registrationClosesAt: '2026-12-04T17:00:00+08:00',
  opensAt: '2026-12-07T10:00:00+08:00',
  closesAt: '2026-12-07T11:00:00+08:00',
};

export interface Announced {
  readonly id: string;
  readonly path: string;
  readonly listingId: string;
  readonly achievementId: string;
}

export async function announced(
  seller: Caller,
  terms: object = auctionTerms,
  reserveYuan?: string,
): Promise<Announced> {
  const { method } = terms as { method: 'auction' | 'listed' };
  const listing = await listingByBids(seller, method);
  const { body } = await seller.post('/v1/auctions', { ...terms, listingId: listing.listingId }).expect(201);
  const path = `/v1/auctions/${body.id}`;
  if (reserveYuan !== undefined) await seller.put(`${path}/reserve`, { reserveYuan }).expect(200);
  await seller.post(`${path}/announcement`).expect(201);
  return { id: body.id, path, ...listing };
}

let slips = 0;

/** A bidder who registers, pays the deposit and is qualified. */
export async function qualifiedBidder(
  market: TestMarket,
  seller: Caller,
  registrar: Caller,
  path: string,
  bidder?: Caller,
): Promise<{ caller: Caller; registrationId: string; paddle: number }> {
  const caller = bidder ?? (await market.member({ roles: ['enterprise'] }));
  slips += 1;
  const { body } = await caller
    .post(`${path}/registrations`, {
      contactName: `联系人${slips}`,
      contactPhone: `0934-${1_000_000 + slips}`,
      statement: '持有饲料生产许可证。',
    })
    .expect(201);
  const registration = `${path}/registrations/${body.id}`;
  const slip = { amountYuan: '60000.00', reference: `回单-${slips}`, receivedOn: '2026-11-23' };
  await registrar.post(`${registration}/deposit`, slip).expect(201);
  const qualified = await seller.post(`${registration}/qualification`).expect(201);
  return { caller, registrationId: body.id, paddle: qualified.body.paddle };
}
