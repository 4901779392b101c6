import { patentCheckCharacter } from '#domain/identifiers/patent-number.js';
import type { Caller } from './caller.js';
import { newKey } from './market.js';

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
