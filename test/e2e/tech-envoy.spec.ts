import { systemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** 科技特派员: 300元 a person and month, once, for service that the county confirmed. */
describe('科技特派员补助', () => {
  let market: TestMarket;
  let officer: Caller;
  let county: Caller;
  let envoy: Caller;
  let posts: string[];
  const ledger = () => market.api.get(LedgerService, { strict: false }).check(systemActor('test', 'test'));

  beforeAll(async () => {
    market = await startMarket({ now: '2026-05-10T02:00:00Z' });
    officer = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
    county = await market.member({ roles: ['countyOfficer'], organizationKind: 'countyBureau', countyCode: '621022' });
    envoy = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const post = {
      personId: envoy.identity.personId,
      countyCode: '621022',
      villages: ['甲村', '乙村'],
      field: '肉羊',
      postedFrom: '2026-03-10',
      documentNumber: '测试文号',
    };
    posts = [];
    for (const villages of [['甲村', '乙村'], ['丙村']]) {
      posts.push((await officer.post('/v1/tech-envoys', { ...post, villages }).expect(201)).body.id);
    }
  });
  afterAll(() => market.close());

  const serve = async (post: string, servedOn: string, village: string): Promise<string> =>
    (await envoy.post(`/v1/tech-envoys/${post}/logs`, { servedOn, village, content: '指导羔羊早期断奶' }).expect(201))
      .body.id;
  const decide = (id: string, outcome = 'confirm') =>
    county.post(`/v1/envoy-logs/${id}/decision`, { outcome, reason: '属实' });
  const run = async (month: string) => (await officer.post('/v1/envoy-months', { month }).expect(201)).body;

  it('waits for a budget of its own, pays two posts once, and takes late confirmations on the next run', async () => {
    const [first = '', second = ''] = posts;
    for (const id of [await serve(first, '2026-04-01', '甲村'), await serve(second, '2026-04-02', '丙村')]) {
      await decide(id).expect(201);
    }
    const late = await serve(first, '2026-03-20', '乙村');
    const again = { servedOn: '2026-04-01', village: '甲村', content: '再填一次同一天' };
    expect((await envoy.post(`/v1/tech-envoys/${first}/logs`, again).expect(409)).body.code).toBe(
      'techEnvoy.loggedAlready',
    );

    expect(await run('2026-04')).toEqual({ month: '2026-04', accrued: 0, waiting: 1 });
    const budget = { fund: 'envoyFund', fiscalYear: 2026, amountYuan: '1800000.00', documentNumber: '测试文号' };
    await officer.post('/v1/budget-lines', budget).expect(201);
    expect(await run('2026-04')).toEqual({ month: '2026-04', accrued: 1, waiting: 0 });
    expect(await run('2026-04')).toEqual({ month: '2026-04', accrued: 0, waiting: 0 });
    expect(await run('2026-03')).toMatchObject({ accrued: 0 });
    await decide(late).expect(201);
    expect(await run('2026-03')).toMatchObject({ accrued: 1 });
    expect((await officer.post('/v1/envoy-months', { month: '2026-05' }).expect(409)).body.code).toBe(
      'techEnvoy.monthRunning',
    );

    const payment = { month: '2026-04', documentNumber: '测试凭证', paidOn: '2026-05-10' };
    expect((await officer.post('/v1/envoy-months/payment', payment).expect(201)).body).toEqual({
      month: '2026-04',
      paid: 1,
    });
    expect((await officer.post('/v1/envoy-months/payment', payment).expect(201)).body.paid).toBe(0);
    const own = (await envoy.get('/v1/envoy-months').expect(200)).body.items as {
      month: string;
      state: string;
      amount: { yuan: string };
    }[];
    expect(own.map(({ month, state, amount }) => [month, state, amount.yuan])).toEqual([
      ['2026-03', 'accrued', '300.00'],
      ['2026-04', 'paid', '300.00'],
    ]);
    const lines = (await officer.get('/v1/budget-lines').expect(200)).body.items;
    expect(lines).toEqual([
      expect.objectContaining({
        fund: 'envoyFund',
        committed: { yuan: '300.00', fen: '30000' },
        paid: { yuan: '300.00', fen: '30000' },
      }),
    ]);
    expect(await ledger()).toEqual([]);
    const coverage = (await market.anonymous.get('/v1/tech-envoy-coverage').expect(200)).body.items;
    expect(coverage).toContainEqual({ countyCode: '621022', village: '甲村', envoys: 1, lastServedOn: '2026-04-01' });
  });

  it('is confirmed by the county alone, and never by the envoy himself', async () => {
    const [first = ''] = posts;
    const id = await serve(first, '2026-05-01', '甲村');
    const elsewhere = await market.member({
      roles: ['countyOfficer'],
      organizationKind: 'countyBureau',
      countyCode: '621023',
    });
    await elsewhere.post(`/v1/envoy-logs/${id}/decision`, { outcome: 'confirm', reason: '属实' }).expect(404);
    await envoy.post(`/v1/envoy-logs/${id}/decision`, { outcome: 'confirm', reason: '属实' }).expect(403);
    expect((await elsewhere.get('/v1/envoy-logs').expect(200)).body.items).toEqual([]);
    await expect(
      market.database.owner.query(`UPDATE envoy_log SET state = 'confirmed', decided_by = person_id WHERE id = $1`, [
        id,
      ]),
    ).rejects.toThrow('envoy_log_other_eyes');
    expect((await decide(id, 'reject').expect(201)).body.state).toBe('rejected');
    await decide(id).expect(409);
    const stranger = await market.member({ roles: ['enterprise'] });
    const log = { servedOn: '2026-05-02', village: '甲村', content: '不是我的岗位' };
    await stranger.post(`/v1/tech-envoys/${first}/logs`, log).expect(404);
  });
});
