import { systemActor } from '#domain/shared/actor.js';
import { CaseStudyService } from '#application/case-study/case-study.service.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A transfer that went well is told: proved by its registered contract, with everybody's consent, after a look for secrets. */
describe('优秀案例', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let reviewer: Caller;
  let registrar: Caller;
  let stranger: Caller;

  beforeAll(async () => {
    market = await startMarket();
    seller = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    buyer = await market.member({ roles: ['enterprise'] });
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau', countyCode: '621000' });
    stranger = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());

  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const text = {
    title: '一项代乳料技术让环县羔羊成活率提高',
    story: '企业提出需求后两周内完成撮合，半年后签订合同。',
    effect: '成活率由 88% 提高到 96%。',
  };
  const filed = async (): Promise<{ contractId: string; path: string }> => {
    const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    return { contractId, path: `/v1/contract-registrations/${body.id}` };
  };
  const registered = async (): Promise<{ contractId: string; path: string }> => {
    const { contractId, path } = await filed();
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    await registrar.post(`${path}/examination`, {}).expect(201);
    const decision = { verifiedTechnologyValueYuan: '1200000.00', type: 'development' };
    await registrar.post(`${path}/determination`, decision).expect(201);
    return { contractId, path };
  };
  const shown = async () =>
    ((await market.anonymous.get('/v1/published-cases').expect(200)).body.items as { id: string }[]).map(
      ({ id }) => id,
    );

  it('needs a registered contract that its author may read', async () => {
    const { contractId } = await filed();
    expect(codeOf(await seller.post('/v1/case-studies', { ...text, contractId }).expect(422))).toBe(
      'caseStudy.unproved',
    );
    expect(codeOf(await stranger.post('/v1/case-studies', { ...text, contractId }).expect(422))).toBe(
      'caseStudy.contractUnknown',
    );
  });

  it('is public only with the consent of both to this very text and a secrecy check by other eyes', async () => {
    const { contractId, path: registration } = await registered();
    const { body } = await seller.post('/v1/case-studies', { ...text, contractId }).expect(201);
    const path = `/v1/case-studies/${body.id}`;
    await stranger.get(path).expect(404);
    await buyer.get(path).expect(200);
    const first = (await seller.post(`${path}/submission`, text).expect(201)).body;
    await stranger.post(`${path}/consent`, { textHash: first.textHash }).expect(404);
    expect(codeOf(await buyer.post(`${path}/consent`, { textHash: 'a'.repeat(64) }).expect(409))).toBe(
      'caseStudy.textChanged',
    );
    await buyer.post(`${path}/consent`, { textHash: first.textHash }).expect(201);
    const check = { outcome: 'publish', note: '未见国家秘密与商业秘密' };
    await reviewer.post(`${path}/secrecy-check`, check).expect(409);
    const both = (await seller.post(`${path}/consent`, { textHash: first.textHash }).expect(201)).body;
    expect(both.state).toBe('checking');
    const returned = { outcome: 'return', note: '请删去配方比例' };
    expect((await reviewer.post(`${path}/secrecy-check`, returned).expect(201)).body).toMatchObject({
      state: 'draft',
      consentedIds: [],
    });
    const second = (await seller.post(`${path}/submission`, { ...text, effect: '成活率明显提高。' }).expect(201)).body;
    expect(second.textHash).not.toBe(first.textHash);
    for (const party of [buyer, seller]) await party.post(`${path}/consent`, { textHash: second.textHash }).expect(201);
    expect(await shown()).not.toContain(body.id);
    await reviewer.post(`${path}/secrecy-check`, check).expect(201);
    const told = (await market.anonymous.get(`/v1/published-cases/${body.id}`).expect(200)).body;
    expect(told).toMatchObject({ effect: '成活率明显提高。' });
    expect(told.parties).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain(contractId);

    await registrar.post(`${registration}/cancellation`, { reason: '当事人申请注销' }).expect(201);
    const cases = market.api.get(CaseStudyService, { strict: false });
    const registrationId = registration.split('/').at(-1) ?? '';
    for (let i = 0; i < 2; i += 1) await cases.registrationCancelled(systemActor('test', 'test'), registrationId);
    expect(await shown()).not.toContain(body.id);
    expect((await seller.get(path).expect(200)).body).toMatchObject({
      state: 'withdrawn',
      stateReason: '合同认定登记已注销',
    });
  });

  it('leaves the public when a party takes its consent back', async () => {
    const { contractId } = await registered();
    const { body } = await reviewer.post('/v1/case-studies', { ...text, contractId }).expect(201);
    const path = `/v1/case-studies/${body.id}`;
    const { textHash } = (await reviewer.post(`${path}/submission`, text).expect(201)).body;
    for (const party of [buyer, seller]) await party.post(`${path}/consent`, { textHash }).expect(201);
    const check = { outcome: 'publish', note: '未见国家秘密与商业秘密' };
    expect(codeOf(await reviewer.post(`${path}/secrecy-check`, check).expect(422))).toBe('caseStudy.sameEyes');
    const other = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    await other.post(`${path}/secrecy-check`, check).expect(201);
    expect(await shown()).toContain(body.id);
    await stranger.post(`${path}/withdrawal`, { reason: '与我无关' }).expect(404);
    await buyer.post(`${path}/withdrawal`, { reason: '收回同意' }).expect(201);
    expect(await shown()).not.toContain(body.id);
  });
});
