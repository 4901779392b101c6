import { systemActor } from '#domain/shared/actor.js';
import { NonDisclosureService } from '#application/non-disclosure/non-disclosure.service.js';
import type { Caller } from '../support/caller.js';
import { leaksOf, newMark } from '../support/canary.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** What is kept back is read by whoever agreed to keep it, and by nobody else; each reading stays on record. */
describe('保密协议与两层披露', () => {
  let market: TestMarket;
  let institute: Caller;
  let farm: Caller;
  let rival: Caller;
  let auditor: Caller;
  const secret = newMark();

  beforeAll(async () => {
    market = await startMarket();
    institute = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    farm = await market.member({ roles: ['enterprise'] });
    rival = await market.member({ roles: ['enterprise'] });
    auditor = await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  const achievement = async (): Promise<string> => {
    const { body } = await institute
      .post('/v1/achievements', {
        title: '羔羊早期断奶代乳料',
        summary: '30 日龄断奶代乳料配方及饲喂规程，死亡率由 12% 降到 4%。',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
        detail: `配方：乳清粉 ${secret} 与微囊丁酸钠的比例`,
      })
      .expect(201);
    await institute.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await institute.post(`/v1/achievements/${body.id}/publication`).expect(201);
    return body.id;
  };
  const demand = async (): Promise<string> => {
    const need = { title: '羔羊断奶死亡率高', summary: '断奶后死亡率约 12%，希望降到 5% 以下。', countyCode: '621022' };
    const { body } = await farm.post('/v1/demands', need).expect(201);
    await farm.post(`/v1/demands/${body.id}/publication`).expect(201);
    await farm.post(`/v1/protected-details/demand/${body.id}/versions`, { detail: `台账 ${secret}` }).expect(201);
    return body.id;
  };
  const asked = async (who: Caller, kind: string, id: string) => {
    const face = await who.get(`/v1/protected-details/${kind}/${id}`).expect(200);
    const { hash } = face.body.agreement;
    const request = { subjectKind: kind, subjectId: id, textHash: hash, purpose: '评估能否用于本场' };
    return { id: (await who.post('/v1/non-disclosures', request).expect(201)).body.id as string, hash };
  };

  it('tells everybody that there is more and how to read it, and shows it after both sides agreed', async () => {
    const id = await achievement();
    const path = `/v1/protected-details/achievement/${id}`;
    const face = await market.anonymous.get(path).expect(200);
    expect(face.body).toMatchObject({ holdsDetails: true, access: 'signInFirst', agreement: { source: 'market' } });
    expect(face.body.agreement.body).toContain('第五百零一条');
    expect(leaksOf(secret, face.text, 'face')).toEqual([]);
    await market.anonymous.get(`${path}/content`).expect(401);
    expect((await farm.get(`${path}/content`).expect(403)).body.code).toBe('protectedDetail.agreementNeeded');

    const agreement = await asked(farm, 'achievement', id);
    await farm.get(`${path}/content`).expect(403);
    expect(
      (await farm.post(`/v1/non-disclosures/${agreement.id}/acceptance`, { textHash: agreement.hash })).status,
    ).toBe(422);
    await rival.get(`/v1/non-disclosures/${agreement.id}`).expect(404);
    await rival.post(`/v1/non-disclosures/${agreement.id}/acceptance`, { textHash: agreement.hash }).expect(404);
    const accepted = await institute
      .post(`/v1/non-disclosures/${agreement.id}/acceptance`, { textHash: agreement.hash })
      .expect(201);
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      confidentialUntil: '2029-11-23',
      requested: { organizationId: farm.identity.organizationId, personId: farm.identity.personId },
      accepted: { organizationId: institute.identity.organizationId },
    });
    expect(accepted.body.accepted.address).not.toBe('');

    const content = await farm.get(`${path}/content`).expect(200);
    expect(content.body.detail).toContain(secret);
    await rival.get(`${path}/content`).expect(403);
    await auditor.get(`${path}/content`).expect(200);
    const readings = (await institute.get(`${path}/readings`).expect(200)).body.items;
    expect(readings).toMatchObject([
      { basis: 'bureau', readerOrganizationId: auditor.identity.organizationId },
      {
        basis: 'agreement',
        agreementId: agreement.id,
        personId: farm.identity.personId,
        contentHash: content.body.hash,
      },
    ]);
    expect((await farm.get(`${path}/readings`).expect(200)).body.items).toHaveLength(1);
    expect((await rival.get(`${path}/readings`).expect(200)).body.items).toEqual([]);
  });

  it('keeps the details of a demand in versions, and says which one was read', async () => {
    const id = await demand();
    const path = `/v1/protected-details/demand/${id}`;
    await rival.post(`${path}/versions`, { detail: '别人的' }).expect(404);
    const agreement = await asked(institute, 'demand', id);
    await farm.post(`/v1/non-disclosures/${agreement.id}/acceptance`, { textHash: agreement.hash }).expect(201);
    await institute.get(`${path}/content`).expect(200);
    await farm.post(`${path}/versions`, { detail: '第二版台账' }).expect(201);
    expect((await institute.get(`${path}/content`).expect(200)).body).toMatchObject({
      serial: 2,
      detail: '第二版台账',
    });
    const parts = (await farm.get(`${path}/readings`).expect(200)).body.items.map(
      (read: { part: string }) => read.part,
    );
    expect(parts).toEqual(['详细资料第 2 版', '详细资料第 1 版']);
    await institute.get(`${path}/versions`).expect(404);
    expect((await farm.get(`${path}/versions`).expect(200)).body.items).toHaveLength(2);
  });

  it('is refused with a reason, asked for again, withdrawn, and open once at a time', async () => {
    const id = await achievement();
    const first = await asked(rival, 'achievement', id);
    const again = { subjectKind: 'achievement', subjectId: id, textHash: first.hash, purpose: '再次申请' };
    expect((await rival.post('/v1/non-disclosures', again).expect(409)).body.code).toBe('nonDisclosure.alreadyOpen');
    await institute.post(`/v1/non-disclosures/${first.id}/refusal`, { reason: '没有原因代码' }).expect(400);
    const refused = await institute
      .post(`/v1/non-disclosures/${first.id}/refusal`, { reasonCode: 'competitor', reason: '贵方生产同类产品' })
      .expect(201);
    expect(refused.body).toMatchObject({ state: 'refused', refusalReasonTitle: '申请方与本单位有竞争关系' });
    const second = await asked(rival, 'achievement', id);
    await institute.post(`/v1/non-disclosures/${second.id}/withdrawal`, { reason: '不是我方申请' }).expect(422);
    await rival.post(`/v1/non-disclosures/${second.id}/withdrawal`, { reason: '不再需要' }).expect(201);
    await rival.get(`/v1/protected-details/achievement/${id}/content`).expect(403);
  });

  it('binds to the text that was read: a new text of the owner asks for a new reading', async () => {
    const id = await achievement();
    const face = await farm.get(`/v1/protected-details/achievement/${id}`).expect(200);
    const own = { title: '本院保密协议', body: '接收方对所查看的全部资料保密，不自行实施，不向他人披露。' };
    const text = await institute.post('/v1/non-disclosure-texts', { ...own, confidentialMonths: 12 }).expect(201);
    const stale = { subjectKind: 'achievement', subjectId: id, textHash: face.body.agreement.hash, purpose: '评估' };
    expect((await farm.post('/v1/non-disclosures', stale).expect(409)).body.code).toBe('nonDisclosure.textChanged');
    const agreement = await asked(farm, 'achievement', id);
    expect(agreement.hash).toBe(text.body.hash);
    await institute.post(`/v1/non-disclosures/${agreement.id}/acceptance`, { textHash: agreement.hash }).expect(201);
    await institute.post(`/v1/non-disclosure-texts/${text.body.id}/retirement`).expect(201);
    // The agreement stands as it was accepted, whatever the owner offers next.
    const kept = await farm.get(`/v1/non-disclosures/${agreement.id}`).expect(200);
    expect(kept.body).toMatchObject({ text: { title: '本院保密协议' }, confidentialUntil: '2027-11-23' });
  });

  it('lets the owner invite, close, and ends by itself when the term is over', async () => {
    const id = await achievement();
    const path = `/v1/protected-details/achievement/${id}`;
    const { hash } = (await institute.get(path).expect(200)).body.agreement;
    const invitation = { subjectKind: 'achievement', subjectId: id, textHash: hash, purpose: '请评估' };
    await institute.post('/v1/non-disclosures', invitation).expect(422);
    const invited = { ...invitation, recipientOrganizationId: farm.identity.organizationId };
    const { body } = await institute.post('/v1/non-disclosures', invited).expect(201);
    await farm.post(`/v1/non-disclosures/${body.id}/acceptance`, { textHash: hash }).expect(201);
    await farm.get(`${path}/content`).expect(200);
    await farm.post(`/v1/non-disclosures/${body.id}/closure`, { reason: '不看了' }).expect(422);
    await institute.post(`/v1/non-disclosures/${body.id}/closure`, { reason: '洽谈结束' }).expect(201);
    await farm.get(`${path}/content`).expect(403);
    market.clock.moveTo(new Date('2029-11-24T02:00:00Z'));
    await market.api.get(NonDisclosureService, { strict: false }).expireDue(systemActor('test', 'test'));
    expect((await farm.get(`/v1/non-disclosures/${body.id}`)).body.state).toBe('expired');
    market.clock.moveTo(new Date('2026-11-23T02:00:00Z'));
  });

  it('leaks no protected word through what strangers read', async () => {
    const [achievementId, demandId] = [await achievement(), await demand()];
    const paths = [
      '/v1/achievements',
      `/v1/achievements/${achievementId}`,
      '/v1/demands',
      `/v1/demands/${demandId}`,
      '/v1/listings',
      `/v1/search?q=${encodeURIComponent('羔羊断奶')}`,
      '/v1/public-notices',
      `/v1/protected-details/achievement/${achievementId}`,
      `/v1/protected-details/demand/${demandId}`,
      `/v1/protected-details/demand/${demandId}/content`,
      `/v1/protected-details/demand/${demandId}/readings`,
      '/v1/non-disclosures',
    ];
    const leaks: string[] = [];
    for (const caller of [market.anonymous, rival]) {
      for (const path of paths) leaks.push(...leaksOf(secret, (await caller.get(path)).text, path));
    }
    expect(leaks).toEqual([]);
    // Who searches for the words themselves gets them back in the advice, but no hit.
    const search = await rival.get(`/v1/search?q=${encodeURIComponent(secret)}`).expect(200);
    expect(search.body.items).toEqual([]);
    const { rows } = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM search_document d WHERE d::text LIKE $1`,
      [`%${secret}%`],
    );
    expect(rows[0]).toEqual({ n: 0 });
  });
});
