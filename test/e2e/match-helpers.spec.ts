import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** Who else may help with a need: people who agreed to be named, agencies by what they did, units by what they hold. */
describe('能帮忙的人和单位', () => {
  let market: TestMarket;
  let enterprise: Caller;
  let inventor: Caller;
  let demandId: string;
  const path = () => `/v1/demands/${demandId}/helpers`;

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    enterprise = await market.member({ roles: ['enterprise'] });
    inventor = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    await market.database.owner.query(`UPDATE person SET display_name = '甲完成人' WHERE id = $1`, [
      inventor.identity.personId,
    ]);
    const { body } = await inventor
      .post('/v1/achievements', {
        title: '湖羊羔羊代乳粉配制与提前断奶技术',
        summary: '用乳清粉配制代乳粉，羔羊 35 日龄断奶，成活率由 88% 提高到 96%。',
        field: '畜牧',
        inventors: [
          { name: '甲完成人', shareBasisPoints: 6000 },
          { name: '乙不愿公开', shareBasisPoints: 4000 },
        ],
      })
      .expect(201);
    await inventor.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await inventor.post(`/v1/achievements/${body.id}/publication`).expect(201);
    const demand = await enterprise
      .post('/v1/demands', {
        title: '小羊断奶后拉稀死得多',
        summary: '羊羔断奶后拉稀，死亡率 12%，想找代乳料和饲喂办法。',
        countyCode: '621022',
        field: '畜牧',
      })
      .expect(201);
    demandId = demand.body.id;
    await enterprise.post(`/v1/demands/${demandId}/publication`).expect(201);
    await eventually(async () => (await enterprise.get(`/v1/demands/${demandId}/matches`).expect(200)).body.items[0]);
  });
  afterAll(() => market.close());

  it('names the unit, and nobody who did not agree', async () => {
    const { body, text } = await enterprise.get(path()).expect(200);
    expect(body.institutions[0]).toMatchObject({ organizationId: inventor.identity.organizationId, name: null });
    expect(body.experts).toEqual([]);
    expect(text).not.toMatch(/完成人|不愿公开/);
  });

  it('names an inventor as he agreed to be named, says why, and forgets him when he withdraws', async () => {
    const profile = { name: '甲教授', fields: ['畜牧'], introduction: '做羔羊营养与早期断奶。' };
    await inventor.get('/v1/me/expert-profile').expect(404);
    await inventor.put('/v1/me/expert-profile', profile).expect(200);
    const { body, text } = await enterprise.get(path()).expect(200);
    const [expert] = body.experts;
    expect(expert).toMatchObject({ name: '甲教授', introduction: profile.introduction });
    expect(expert.reasons[0].text).toContain('完成过《湖羊羔羊代乳粉');
    expect(expert.reasons.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(expert.score);
    expect(text).not.toContain('乙不愿公开');
    await inventor.delete('/v1/me/expert-profile').expect(204);
    expect((await enterprise.get(path()).expect(200)).body.experts).toEqual([]);
    const { rows } = await market.database.owner.query(`SELECT public_name, introduction FROM expert_profile`);
    expect(rows).toEqual([{ public_name: '', introduction: '' }]);
    await inventor.delete('/v1/me/expert-profile').expect(404);
  });

  it('is for those who read the matches', async () => {
    await (await market.member({ roles: ['enterprise'] })).get(path()).expect(403);
    await (await market.member({ roles: ['broker'] })).get(path()).expect(200);
    await market.anonymous.get(path()).expect(401);
  });

  it('knows an agency by what it was entrusted with in the field', async () => {
    const agency = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
    await market.database.owner.query(
      `INSERT INTO mandate (id, broker_person_id, agency_organization_id, principal_organization_id, subject_kind, subject_id,
         state, fee_kind, fee_amount_fen, exclusive, expires_on, tail_days, created_at, updated_at, accepted_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'demand', $4, 'accepted', 'fixed', 100, false, '2027-01-01', 0, now(), now(), now())`,
      [agency.identity.personId, agency.identity.organizationId, enterprise.identity.organizationId, demandId],
    );
    const { body } = await enterprise.get(path()).expect(200);
    const [first] = body.brokers;
    expect(first).toMatchObject({ organizationId: agency.identity.organizationId, name: null });
    expect(first.reasons[0].text).toBe('在「畜牧」领域受过 1 次委托');
  });
});
