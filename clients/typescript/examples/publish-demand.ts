// 发布一条技术需求，并看看撮合到了什么。
import { createMarket, must, pages, type Market } from '../src/index.js';

export async function publishDemand(market: Market): Promise<string> {
  const demand = await must(
    market.POST('/v1/demands', {
      body: {
        title: '羔羊早期断奶死亡率偏高，求代乳料与饲喂方案',
        summary: '存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望降到 5% 以下，求代乳料配方与饲喂方案。',
        countyCode: '621022',
        budgetYuan: '300000.00',
      },
    }),
  );
  await must(market.POST('/v1/demands/{id}/publication', { params: { path: { id: demand.id } } }));
  return demand.id;
}

/** 本单位的需求，一页一页读完。 */
export async function ownDemands(market: Market): Promise<string[]> {
  const titles: string[] = [];
  const read = (cursor: string | undefined) =>
    market.GET('/v1/demands/mine', { params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } } });
  for await (const { title } of pages(read)) titles.push(title);
  return titles;
}

export async function matchesOf(market: Market, id: string) {
  const { items, verdict } = await must(market.GET('/v1/demands/{id}/matches', { params: { path: { id } } }));
  return { verdict, titles: items.map((match) => match.achievementTitle) };
}

export const connect = (): Market => createMarket({ baseUrl: 'http://127.0.0.1:3000', apiKey: 'qytt_test_…' });
