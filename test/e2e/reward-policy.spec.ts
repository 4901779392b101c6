import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** 奖补政策: the bureau writes a new version, sees what it would have changed, and another officer publishes it. */
describe('奖补政策版本', () => {
  let market: TestMarket;
  let drafter: Caller;
  let publisher: Caller;
  const proposal = {
    scheme: 'agencyAward',
    title: '服务机构奖补（试行）',
    beneficiary: 'organization',
    beneficiaryKinds: ['transferAgency', 'university', 'institute'],
    rateBasisPoints: 20,
    thresholdYuan: '5000000.00',
    capPerYearYuan: '300000.00',
    topRanks: 3,
    wording: '按促成技术交易合同额的2‰给予一次性奖励，最高不超过30万元',
    source: '测试文件',
    reading: '按机构、按登记日期所属年度合计核定技术交易额。',
    effectiveFrom: '2027-01-01',
    reason: '提高对服务机构的支持',
  };
  const draft = async (over: object = {}) =>
    (await drafter.post('/v1/reward-policy-versions', { ...proposal, ...over }).expect(201)).body as {
      id: string;
      differences: { term: string; before: string; after: string }[];
    };

  beforeAll(async () => {
    market = await startMarket({ now: '2026-11-23T04:00:00Z' });
    drafter = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
    publisher = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  it('shows term by term what changes, and takes effect only as another officer publishes it after a trial', async () => {
    const version = await draft();
    const path = `/v1/reward-policy-versions/${version.id}`;
    expect(version.differences).toEqual(
      expect.arrayContaining([
        { term: '比例', before: '1‰', after: '2‰' },
        { term: '每年度上限', before: '200000.00 元', after: '300000.00 元' },
      ]),
    );
    const reason = { reason: '经局务会审定' };
    expect((await publisher.post(`${path}/publication`, reason).expect(422)).body.code).toBe(
      'rewardPolicy.notSimulated',
    );
    const trial = await drafter.post(`${path}/simulations`, { fiscalYear: 2026 }).expect(201);
    expect(trial.body).toMatchObject({ contracts: 0, beforePolicyId: 'agencyAward-2020', changed: [] });
    expect((await drafter.post(`${path}/publication`, reason).expect(422)).body.code).toBe('rewardPolicy.ownDraft');
    expect((await publisher.post(`${path}/publication`, reason).expect(201)).body.state).toBe('published');
    const published = (await market.anonymous.get('/v1/reward-policies').expect(200)).body.items as { id: string }[];
    expect(published.map((policy) => policy.id)).toContain(version.id);

    // The same year twice is one version too many; the first may be withdrawn until it takes effect.
    const rival = await draft({ title: '另一版本' });
    await drafter.post(`/v1/reward-policy-versions/${rival.id}/simulations`, { fiscalYear: 2026 }).expect(201);
    const taken = await publisher.post(`/v1/reward-policy-versions/${rival.id}/publication`, reason).expect(409);
    expect(taken.body.code).toBe('rewardPolicy.taken');

    const supposed = { scheme: 'agencyAward', contracts: [{ technologyValueYuan: '12000000.00' }] };
    const today = await market.anonymous.post('/v1/reward-simulations', supposed).expect(200);
    expect(today.body.amount.yuan).toBe('12000.00');
    market.clock.moveTo(new Date('2026-12-31T16:00:00Z')); // 2027-01-01 00:00 in Beijing
    const tomorrow = await market.anonymous.post('/v1/reward-simulations', supposed).expect(200);
    expect(tomorrow.body).toMatchObject({ amount: { yuan: '24000.00' }, policy: { id: version.id } });
    const later = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
    expect((await later.post(`${path}/withdrawal`, reason).expect(409)).body.code).toBe('rewardPolicy.inForce');
    market.clock.moveTo(new Date('2026-11-23T04:00:00Z'));
  });

  it.each([
    ['in the middle of a year', { effectiveFrom: '2028-07-01' }, 'rewardPolicy.notYearStart'],
    ['for a year that has begun', { effectiveFrom: '2026-01-01' }, 'rewardPolicy.tooEarly'],
    ['that pays nobody', { effectiveFrom: '2029-01-01', capPerYearYuan: '0.00' }, 'rewardPolicy.paysNothing'],
  ])('refuses a version %s', async (_name, over, code) => {
    const { body } = await drafter.post('/v1/reward-policy-versions', { ...proposal, ...over }).expect(422);
    expect(body.code).toBe(code);
  });

  it('is nobody else’s to see or touch', async () => {
    const { id } = await draft({ effectiveFrom: '2030-01-01' });
    const registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    await registrar.get(`/v1/reward-policy-versions/${id}`).expect(403);
    await market.anonymous.get(`/v1/reward-policy-versions/${id}`).expect(401);
    const unitRows = await market.database.owner.query(`SELECT state FROM reward_policy_version WHERE id = $1`, [id]);
    expect(unitRows.rows).toEqual([{ state: 'draft' }]);
  });
});
