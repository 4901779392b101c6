import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** Both sides answer what the market proposes; authors learn from it; nobody reads what is not theirs. */
describe('撮合的答复', () => {
  let market: TestMarket;
  let enterprise: Caller;
  let university: Caller;
  let broker: Caller;
  let registrar: Caller;

  const publish = async (caller: Caller, body: object): Promise<string> => {
    const { body: created } = await caller
      .post('/v1/achievements', { ...body, inventors: [{ name: '示例完成人', shareBasisPoints: 10000 }] })
      .expect(201);
    await caller.post(`/v1/achievements/${created.id}/registration`, { kind: 'applied' }).expect(201);
    await caller.post(`/v1/achievements/${created.id}/publication`).expect(201);
    return created.id;
  };
  const publishDemand = async (caller: Caller, title: string): Promise<string> => {
    const { body } = await caller
      .post('/v1/demands', {
        title,
        summary: '羊羔断奶后拉稀，死亡率 12%，想找代乳料和饲喂办法，降到 5% 以下。',
        countyCode: '621022',
        field: '畜牧',
      })
      .expect(201);
    await caller.post(`/v1/demands/${body.id}/publication`).expect(201);
    return body.id;
  };
  const matchOf = (caller: Caller, demandId: string) =>
    eventually(async () => (await caller.get(`/v1/demands/${demandId}/matches`).expect(200)).body.items[0]);

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    enterprise = await market.member({ roles: ['enterprise'] });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    broker = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    await publish(university, {
      title: '湖羊羔羊代乳粉配制与提前断奶技术',
      summary: '用乳清粉和本地饲草配制代乳粉，羔羊 35 日龄断奶，成活率由 88% 提高到 96%。',
      field: '畜牧',
      readinessLevel: 8,
    });
  });
  afterAll(() => market.close());

  it('suggests an introduction when both sides said yes, and takes a yes out of the engine’s hands', async () => {
    const demandId = await publishDemand(enterprise, '小羊断奶后拉稀死得多');
    const { id } = await matchOf(enterprise, demandId);
    const path = `/v1/matches/${id}/acceptance`;
    await broker.post(path).expect(403);
    await (await market.member({ roles: ['enterprise'] })).post(path).expect(404);
    const first = await enterprise.post(path).expect(201);
    expect(first.body).toMatchObject({ state: 'accepted', acceptedBy: ['demand'], introductionSuggested: false });
    expect((await enterprise.post(path).expect(409)).body.code).toBe('match.alreadyAccepted');
    await enterprise.post(`/v1/demands/${demandId}/withdrawal`).expect(201);
    const second = await university.post(path).expect(201);
    expect(second.body).toMatchObject({
      state: 'accepted',
      acceptedBy: ['demand', 'achievement'],
      introductionSuggested: true,
    });
    await university.post(`/v1/matches/${id}/decline`, { reason: 'tooFar' }).expect(201);
    expect((await university.post(path).expect(409)).body.code).toBe('state.notAllowed');
  });

  it('leads to an introduction and, with the contract, to the best answer of all', async () => {
    const demandId = await publishDemand(enterprise, '羔羊早期断奶腹泻');
    const { id } = await matchOf(enterprise, demandId);
    await enterprise.post(`/v1/matches/${id}/acceptance`).expect(201);
    await university.post(`/v1/matches/${id}/acceptance`).expect(201);
    const { body } = await university.post('/v1/introductions', { matchId: id, message: '想与贵方洽谈' }).expect(201);
    await enterprise.post(`/v1/introductions/${body.id}/acceptances`, { contact: '买方' }).expect(201);
    await university.post(`/v1/introductions/${body.id}/acceptances`, { contact: '卖方' }).expect(201);
    expect((await matchOf(enterprise, demandId)).state).toBe('introduced');
  });

  it('does not let a broker read why somebody declined, not even from the database', async () => {
    const demandId = await publishDemand(enterprise, '滩羊羔断奶拉稀');
    const { id } = await matchOf(enterprise, demandId);
    await enterprise.post(`/v1/matches/${id}/decline`, { reason: 'other', text: '已与别家谈妥' }).expect(201);
    const readAs = async (caller: Caller, roles: string): Promise<unknown[]> => {
      const client = await market.database.owner.connect();
      try {
        await client.query(`BEGIN; SET LOCAL ROLE qy_app`);
        await client.query(
          `SELECT set_config('app.actor_kind', 'person', true), set_config('app.organization_id', $1, true),
             set_config('app.roles', $2, true)`,
          [caller.identity.organizationId, roles],
        );
        expect((await client.query(`SELECT id FROM match WHERE id = $1`, [id])).rowCount).toBe(1);
        return (await client.query(`SELECT text FROM match_decline WHERE match_id = $1`, [id])).rows;
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    expect(await readAs(broker, 'broker')).toEqual([]);
    expect(await readAs(university, 'researchUnit')).toEqual([{ text: '已与别家谈妥' }]);
    expect(await readAs(registrar, 'registrar')).toEqual([{ text: '已与别家谈妥' }]);
  });

  it('tells the author what several found wrong, and not what one did', async () => {
    const achievementId = await publish(university, {
      title: '羔羊代乳料与补饲一体技术',
      summary: '羔羊代乳料配方与隔栏补饲，断奶腹泻减少，成活率提高 6%。',
      field: '畜牧',
      priceYuan: '3000000',
    });
    for (const [at, reason] of ['tooDear', 'tooDear', 'tooDear', 'immature'].entries()) {
      const other = await market.member({ roles: ['enterprise'] });
      const demandId = await publishDemand(other, `羔羊代乳料补饲第${at}`);
      const match = await eventually(async () =>
        (await other.get(`/v1/demands/${demandId}/matches`).expect(200)).body.items.find(
          (item: { achievementId: string }) => item.achievementId === achievementId,
        ),
      );
      await other.post(`/v1/matches/${match.id}/decline`, { reason }).expect(201);
    }
    const path = `/v1/achievements/${achievementId}/match-feedback`;
    const { body } = await university.get(path).expect(200);
    const of = (reason: string) => body.reasons.find((row: { reason: string }) => row.reason === reason);
    expect(of('tooDear')).toMatchObject({ count: 3, advice: expect.stringContaining('价格') });
    expect(of('immature')).toEqual({ reason: 'immature', count: null, advice: null });
    await enterprise.get(path).expect(403);
    await broker.get(path).expect(403);
    const fields = await registrar.get('/v1/match-feedback').expect(200);
    expect(fields.body.items.find(({ field }: { field: string }) => field === '畜牧').declined).toBeGreaterThan(3);
    await university.get('/v1/match-feedback').expect(403);
  });

  it('plans a matchmaking day on which nobody has more than the cap', async () => {
    const plan = await registrar
      .post('/v1/match-allocations', { meetingsPerDemand: 2, meetingsPerTeam: 2 })
      .expect(200);
    expect(plan.body.meetings.length).toBeGreaterThan(0);
    expect(plan.body.meetings.length).toBeLessThanOrEqual(2);
    expect(new Set(plan.body.meetings.map(({ slot }: { slot: number }) => slot)).size).toBe(plan.body.meetings.length);
    await enterprise.post('/v1/match-allocations', { meetingsPerDemand: 2, meetingsPerTeam: 2 }).expect(403);
    await registrar.post('/v1/match-allocations', { meetingsPerDemand: 0, meetingsPerTeam: 2 }).expect(400);
  });

  it('advises before publishing without consequence, and with the publication', async () => {
    const vague = { title: '想要好技术', summary: '想找一项好的技术合作一下。', field: '煤炭' };
    const check = await market.anonymous.post('/v1/description-checks', { kind: 'demand', ...vague }).expect(200);
    expect(check.body.advice.map(({ part }: { part: string }) => part)).toEqual([
      'problem',
      'magnitude',
      'evidence',
      'economics',
    ]);
    expect(check.body.advice[0].example).toContain('巷道');
    const { body } = await enterprise.post('/v1/demands', { ...vague, countyCode: '621022' }).expect(201);
    const published = await enterprise.post(`/v1/demands/${body.id}/publication`).expect(201);
    expect(published.body).toMatchObject({ state: 'published', advice: check.body.advice });
  });
});
