import { patentCheckCharacter } from '#domain/identifiers/patent-number.js';
import type { Caller } from './caller.js';
import { newKey, type TestMarket } from './market.js';

let serial = 0;

/** A number nobody has yet. Kind 1 invention, 2 utility model, 3 design. */
export function newPatentNumber(year: number, kind: 1 | 2 | 3): string {
  serial += 1;
  const digits = `${year}${kind}${String(serial).padStart(7, '0')}`;
  return `ZL${digits}.${patentCheckCharacter(digits)}`;
}

/** A granted invention of 2017 in force, unless said otherwise; gives its id. */
export async function newPatent(owner: Caller, given: object = {}): Promise<string> {
  const { body } = await owner
    .post('/v1/patents', {
      number: newPatentNumber(2017, 1),
      title: '一种羔羊代乳料',
      state: 'granted',
      filedOn: '2017-07-21',
      ...given,
    })
    .expect(201);
  return body.id;
}

/** A paper handed in for a right; gives the attachment's id. */
export async function evidenceFor(caller: Caller, rightId: string, text = newKey()): Promise<string> {
  const name = encodeURIComponent('登记簿副本.pdf');
  const { body } = await caller
    .post(`/v1/attachments?subjectKind=right&subjectId=${rightId}&materialKind=rightCertificate&fileName=${name}`)
    .set('content-type', 'application/octet-stream')
    .send(Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`))
    .expect(201);
  return body.id;
}

/** Something laid on a right by its owner; gives its id. */
export async function layOn(owner: Caller, rightId: string, overlay: object): Promise<string> {
  const given = { from: '2026-11-01', basis: '登记通知书（示例）', ...overlay };
  const { body } = await owner.post(`/v1/rights/${rightId}/overlays`, given).expect(201);
  return body.id;
}

export const pledgeTo = (bank: Caller | string, changes: object = {}): object => ({
  kind: 'pledge',
  ...(typeof bank === 'string' ? { holderName: bank } : { holderOrganizationId: bank.identity.organizationId }),
  securedAmountYuan: '500000.00',
  until: '2027-10-31',
  ...changes,
});

/** A listed achievement's way out: draft listing of a registered achievement of a firm, which needs no public notice. */
export async function draftListing(
  owner: Caller,
  transferMode = 'transfer',
): Promise<{ id: string; achievementId: string }> {
  const { body } = await owner
    .post('/v1/achievements', {
      title: `代乳料配方${newKey().slice(-6)}`,
      summary: '羔羊 35 日龄断奶，成活率由 88% 提高到 96%。',
      inventors: [{ name: '甲', shareBasisPoints: 10_000 }],
    })
    .expect(201);
  await owner.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
  const listing = await owner
    .post('/v1/listings', { achievementId: body.id, pricingMethod: 'negotiated', transferMode, priceYuan: '9' })
    .expect(201);
  return { id: listing.body.id, achievementId: body.id };
}

/** A deal agreed on 120万元, as introductions and offers make it; they have their own spec. Gives the deal's id. */
export async function agreedDeal(
  { database }: Pick<TestMarket, 'database'>,
  seller: Caller,
  buyer: Caller,
  mode: 'transfer' | 'licence',
): Promise<string> {
  const { achievementId } = await draftListing(seller, mode);
  await seller.post(`/v1/achievements/${achievementId}/publication`).expect(201);
  const need = { title: '羔羊断奶后生长慢', summary: '求代乳料配方与饲喂技术。', countyCode: '621022' };
  const demand = await buyer.post('/v1/demands', need).expect(201);
  await buyer.post(`/v1/demands/${demand.body.id}/publication`).expect(201);
  const matchId = newKey();
  await database.owner.query(
    `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
       grade, reasons, model_version, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'proposed', 60, 'strong', $6, 'test', now(), now())`,
    [
      matchId,
      demand.body.id,
      achievementId,
      buyer.identity.organizationId,
      seller.identity.organizationId,
      { summary: '', agreements: [], gaps: [], signals: [] },
    ],
  );
  const { body } = await buyer.post('/v1/introductions', { matchId, message: '想与贵方洽谈' }).expect(201);
  for (const side of [buyer, seller]) {
    await side.post(`/v1/introductions/${body.id}/acceptances`, { contact: '电话' }).expect(201);
  }
  const deal = await buyer.post('/v1/deals', { introductionId: body.id }).expect(201);
  const offer = { priceYuan: '1200000', mode, terms: '按约定' };
  await seller.post(`/v1/deals/${deal.body.id}/offers`, offer).expect(201);
  await buyer.post(`/v1/deals/${deal.body.id}/agreement`, { serial: 1 }).expect(201);
  return deal.body.id;
}

/** The contract of such a deal on one patent of the seller's, not signed by anybody. */
export async function draftContract(
  market: Pick<TestMarket, 'database'>,
  seller: Caller,
  buyer: Caller,
  terms: {
    readonly mode: 'transfer' | 'licence';
    readonly number: string;
    readonly licence?: object;
    readonly kind?: 'softwareCopyright';
  },
): Promise<{ readonly id: string; readonly textHash: string }> {
  const dealId = await agreedDeal(market, seller, buyer, terms.mode);
  const { body } = await seller
    .post('/v1/contracts', {
      dealId,
      title: '羔羊代乳料专利合同',
      type: terms.mode,
      subType: terms.kind ?? (terms.mode === 'transfer' ? 'patentRight' : 'patent'),
      contractValueYuan: '1200000',
      nonTechnologyItems: [],
      rights: [
        { kind: terms.kind ?? 'inventionPatent', title: '一种羔羊代乳料', number: terms.number, state: 'inForce' },
      ],
      ...(terms.licence && { licence: terms.licence }),
    })
    .expect(201);
  return { id: body.id, textHash: body.textHash };
}
