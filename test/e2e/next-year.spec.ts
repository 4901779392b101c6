import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** The market goes on in a year whose holidays nobody has announced: what is a minimum gets longer, what binds the office stays open. */
describe('放假安排尚未公布的年度', () => {
  let market: TestMarket;
  let university: Caller;
  let buyer: Caller;
  let registrar: Caller;

  beforeAll(async () => {
    market = await startMarket({ now: '2027-03-01T02:00:00Z' });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    buyer = await market.member({ roles: ['enterprise'] });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  it('lists and gives notice', async () => {
    const { body: achievement } = await university
      .post('/v1/achievements', {
        title: '羔羊代乳料配方',
        summary: '以本地饲草与乳清粉配制的代乳料，成活率由 88% 提高到 96%。',
        inventors: [{ name: '示例完成人甲', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    await university.post(`/v1/achievements/${achievement.id}/registration`, { kind: 'applied' }).expect(201);
    const { body: listing } = await university
      .post('/v1/listings', {
        achievementId: achievement.id,
        pricingMethod: 'negotiated',
        transferMode: 'transfer',
        priceYuan: '1200000.00',
      })
      .expect(201);
    const published = await university.post(`/v1/listings/${listing.id}/publication`).expect(201);
    const notice = await market.anonymous.get(`/v1/public-notices/${published.body.noticeId}`).expect(200);
    expect(notice.body).toMatchObject({ postedOn: '2027-03-01', lastDay: '2027-03-16', provisional: true });
    market.clock.moveTo(new Date('2027-03-16T16:00:00Z'));
    await buyer.get(`/v1/listings/${listing.id}/signability`).expect(200);
  });

  it('accepts, supplements and registers, without naming a day that nobody can know', async () => {
    const contractId = await effectiveContract(market.database, {
      seller: university.identity,
      buyer: buyer.identity,
    });
    const landing = { countyCode: '621022', evidence: [] };
    const filed = await university.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${filed.body.id}`;
    const accepted = await registrar.post(`${path}/acceptance`, {}).expect(201);
    expect(accepted.body).toMatchObject({ state: 'accepted', dueOn: null, dueNote: expect.stringContaining('2027年') });
    expect((await registrar.get('/v1/contract-registrations').expect(200)).body.items).toMatchObject([
      { id: filed.body.id, dueOn: null },
    ]);
    await registrar.post(`${path}/supplement-requests`, { request: '请补充清单。' }).expect(201);
    await university.post(`${path}/supplements`, { note: '已补充清单。', documents: ['清单'] }).expect(201);
    const done = await registrar
      .post(`${path}/determination`, { verifiedTechnologyValueYuan: '1200000.00', type: 'development' })
      .expect(201);
    expect(done.body).toMatchObject({ state: 'registered', registrationNumber: expect.stringMatching(/^2027\d{12}$/) });
  });

  it('names the day on reading once the year of the case is announced', async () => {
    const contractId = await effectiveContract(market.database, {
      seller: university.identity,
      buyer: buyer.identity,
    });
    const landing = { countyCode: '621022', evidence: [] };
    const filed = await university.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${filed.body.id}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    // As a case stands that was accepted before the holidays of 2026 were announced.
    await market.database.owner.query(
      `UPDATE contract_registration SET accepted_on = '2026-11-02', due_on = NULL, due_note = '尚未公布' WHERE id = $1`,
      [filed.body.id],
    );
    expect((await registrar.get(path).expect(200)).body).toMatchObject({ dueOn: '2026-11-23', dueNote: null });
  });
});
