// 对接成功后就一项挂牌开始洽谈，看对方最近的报价。
import { must, type Market } from '../src/index.js';

export async function openDeal(market: Market, introductionId: string, listingId: string) {
  return must(market.POST('/v1/deals', { body: { introductionId, listingId } }));
}

export async function lastOffer(market: Market, dealId: string) {
  const { items } = await must(market.GET('/v1/deals/{id}/offers', { params: { path: { id: dealId } } }));
  return items.at(-1) ?? null;
}
