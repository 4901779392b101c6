import { v7 as uuid } from 'uuid';
import type { Caller } from './caller.js';
import type { TestMarket } from './market.js';

/** Brings two sides to the table as they would come: a match, an introduction that both accept, a deal. Gives its id. */
export async function openDeal(market: TestMarket, seller: Caller, buyer: Caller): Promise<string> {
  const made = await seller.post('/v1/achievements', {
    title: '肉牛全混合日粮配制技术',
    summary: '以玉米秸秆青贮为主的全混合日粮配方与饲喂规程，日增重提高 15%。',
    inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
  });
  const achievementId = idOf(made);
  await seller.post(`/v1/achievements/${achievementId}/registration`, { kind: 'applied' }).expect(201);
  await seller.post(`/v1/achievements/${achievementId}/publication`).expect(201);
  const need = { title: '肉牛育肥慢', summary: '育肥牛日增重低，求日粮配方与饲喂技术。', countyCode: '621022' };
  const demandId = idOf(await buyer.post('/v1/demands', need));
  await buyer.post(`/v1/demands/${demandId}/publication`).expect(201);
  const matchId = uuid();
  await market.database.owner.query(
    `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
       grade, reasons, model_version, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'proposed', 60, 'strong', $6, 'test', now(), now())`,
    [
      ...[matchId, demandId, achievementId, buyer.identity.organizationId, seller.identity.organizationId],
      { summary: '', agreements: [], gaps: [], signals: [] },
    ],
  );
  const introductionId = idOf(await buyer.post('/v1/introductions', { matchId, message: '想与贵方洽谈' }));
  await buyer.post(`/v1/introductions/${introductionId}/acceptances`, { contact: '买方电话' }).expect(201);
  await seller.post(`/v1/introductions/${introductionId}/acceptances`, { contact: '卖方电话' }).expect(201);
  return idOf(await buyer.post('/v1/deals', { introductionId }));
}

function idOf({ status, body }: { readonly status: number; readonly body: { readonly id?: string } }): string {
  if (status !== 201 || body.id === undefined) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body.id;
}
