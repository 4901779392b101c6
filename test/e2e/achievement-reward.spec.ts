import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** 职务科技成果奖酬: a unit's plan is published, receipts are shared out, everybody sees how much and why. */
describe('职务成果奖酬', () => {
  let market: TestMarket;
  let unit: Caller;
  let inventor: Caller;
  let achievementId: string;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-02T02:00:00Z' });
    unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    inventor = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const achievement = {
      title: '肉羊精准饲喂技术',
      summary: '按生长阶段配方并自动投喂的一套技术，已在三个规模羊场验证。',
      keywords: ['肉羊'],
      transferModes: ['licence'],
      inventors: [{ name: '主要完成人', shareBasisPoints: 10_000 }],
    };
    achievementId = (await unit.post('/v1/achievements', achievement).expect(201)).body.id;
  });
  afterAll(() => market.close());

  const participants = () => [
    { personId: inventor.identity.personId, name: '主要完成人', main: true, leader: 'none', shareBasisPoints: 6_667 },
    { name: '参加人', main: false, leader: 'none', shareBasisPoints: 3_333 },
  ];
  const plan = (over: object = {}) => ({
    achievementId,
    mode: 'profit',
    poolBasisPoints: 500,
    years: 3,
    basis: 'unitRule',
    participants: participants(),
    ...over,
  });

  it('is published for fifteen working days, then shares each year out to the 分 with its arithmetic', async () => {
    const drafted = (await unit.post('/v1/achievement-reward-plans', plan()).expect(201)).body as { id: string };
    const path = `/v1/achievement-reward-plans/${drafted.id}`;
    const year = { reference: '2026年度', onDate: '2027-01-31', grossYuan: '1000000.01', taxYuan: '250000.00' };
    expect((await unit.post(`${path}/distributions`, year).expect(409)).body.code).toBe(
      'achievementReward.notEffective',
    );
    const { noticeId } = (await unit.post(`${path}/publication`, {}).expect(201)).body as { noticeId: string };
    const notice = (await market.anonymous.get(`/v1/public-notices/${noticeId}`).expect(200)).body;
    expect(notice).toMatchObject({ postedOn: '2026-11-02', lastDay: '2026-11-23' });

    market.clock.moveTo(new Date('2026-11-24T02:00:00Z'));
    const back = await market.member({ roles: ['researchUnit'], organizationId: unit.identity.organizationId });
    await eventually(async () => ((await back.get(path).expect(200)).body.state === 'effective' ? true : null));
    const loss = { ...year, reference: '2025年度', grossYuan: '100000.00', taxYuan: '150000.00' };
    expect((await back.post(`${path}/distributions`, loss).expect(201)).body).toMatchObject({
      pool: { yuan: '0.00' },
      carried: { yuan: '-50000.00' },
    });
    const done = (await back.post(`${path}/distributions`, year).expect(201)).body;
    // 1,000,000.01 − 250,000.00 − 50,000.00 carried = 700,000.01; 5% = 35,000.00 (half a fen rounds down to …00)
    expect(done).toMatchObject({ net: { yuan: '700000.01' }, pool: { yuan: '35000.00' } });
    expect(done.shares.map((share: { amount: { yuan: string } }) => share.amount.yuan)).toEqual([
      '23334.50',
      '11665.50',
    ]);
    expect((await back.post(`${path}/distributions`, year).expect(409)).body.code).toBe(
      'achievementReward.distributedAlready',
    );
    const third = { ...year, reference: '2027年度' };
    await back.post(`${path}/distributions`, third).expect(201);
    expect((await back.post(`${path}/distributions`, { ...year, reference: '2028年度' }).expect(422)).body.code).toBe(
      'achievementReward.tooManyYears',
    );

    const own = await market.member({ roles: ['researchUnit'], organizationId: inventor.identity.organizationId });
    await own.get(path).expect(404);
    const { rows } = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM reward_distribution WHERE plan_id = $1`,
      [drafted.id],
    );
    expect(rows).toEqual([{ n: 3 }]);
    const statements = (await back.get(path).expect(200)).body.statements as { name: string; lines: string[] }[];
    expect(statements[0]?.lines.join('\n')).toContain('第四十五条第三项');
  });

  it.each([
    ['below the law’s floor', { poolBasisPoints: 499 }, 'achievementReward.belowFloor'],
    ['for two years', { years: 2 }, 'achievementReward.years'],
    [
      'of another unit’s achievement',
      { achievementId: '0190a000-0000-7000-8000-000000000001' },
      'achievementReward.notYourAchievement',
    ],
  ])('refuses a plan %s', async (_name, over, code) => {
    const back = await market.member({ roles: ['researchUnit'], organizationId: unit.identity.organizationId });
    expect((await back.post('/v1/achievement-reward-plans', plan(over)).expect(422)).body.code).toBe(code);
  });

  it('shows a beneficiary his own plan, although he belongs to another unit', async () => {
    const session = await market.member({ roles: ['researchUnit'], organizationId: unit.identity.organizationId });
    const beneficiary = await market.member({ roles: ['enterprise'] });
    const shared = [
      {
        personId: beneficiary.identity.personId,
        name: '外聘专家',
        main: true,
        leader: 'none',
        shareBasisPoints: 10_000,
      },
    ];
    const { id } = (await session.post('/v1/achievement-reward-plans', plan({ participants: shared })).expect(201))
      .body as { id: string };
    expect((await beneficiary.get(`/v1/achievement-reward-plans/${id}`).expect(200)).body.participants).toHaveLength(1);
    await beneficiary.post(`/v1/achievement-reward-plans/${id}/publication`, {}).expect(404);
  });
});
