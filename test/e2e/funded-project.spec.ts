import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import { upload } from '../support/transfer-procedure.js';

/** 转化法 arts. 11, 21 and 46: who was paid to find something out hands it in. */
describe('财政资金项目', () => {
  let market: TestMarket;
  let unit: Caller;
  let officer: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-02T02:00:00Z' });
    unit = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    officer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau', countyCode: '621000' });
  });
  afterAll(() => market.close());

  let serial = 0;
  const project = (over: object = {}) => ({
    organizationId: unit.identity.organizationId,
    number: `QYKJ-${(serial += 1)}`,
    title: '湖羊羔羊早期断奶关键技术研究',
    level: 'city',
    funder: '庆阳市科技局',
    fiscalYuan: '300000.00',
    startsOn: '2024-01-01',
    endsOn: '2026-07-31',
    agreed: [
      { kind: 'achievement', count: 1 },
      { kind: 'patent', count: 1 },
    ],
    ...over,
  });
  const register = async (over: object = {}) =>
    (await officer.post('/v1/funded-projects', project(over)).expect(201)).body as { id: string };
  const achievement = async (caller = unit) =>
    (
      await caller.post('/v1/achievements', {
        title: '断奶技术成果',
        inventors: [{ name: '甲', shareBasisPoints: 10_000 }],
      })
    ).body.id as string;

  it('lists who owes results, reminds once at each threshold, and climbs the ladder of art. 46', async () => {
    const { id } = await register();
    const path = `/v1/funded-projects/${id}`;
    const listed = await officer.get('/v1/funded-projects?overdue=true').expect(200);
    expect(listed.body.items[0]).toMatchObject({ id, dueOn: '2026-10-31', duty: 'overdue', daysOverdue: 2 });
    await eventually(async () => {
      const { reminders } = (await unit.get(path).expect(200)).body;
      return reminders.length >= 2 ? reminders : null;
    });
    const { body } = await unit.get(path).expect(200);
    expect(body.reminders.map(({ days }: { days: number }) => days)).toEqual([-30, 0]);
    const measure = (kind: string, until?: string) =>
      officer.post(`${path}/measures`, { kind, reason: '逾期未汇交成果。', ...(until && { until }) });
    expect((await measure('criticism').expect(409)).body.code).toBe('fundedProject.orderFirst');
    await measure('order', '2026-11-30').expect(201);
    expect((await measure('bar', '2028-12-31').expect(409)).body.code).toBe('fundedProject.orderRunning');
    await unit.post(`${path}/measures`, { kind: 'order', reason: '自己责令自己' }).expect(403);
    market.clock.moveTo(new Date('2026-12-02T02:00:00Z'));
    const [later, mine] = [
      await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' }),
      await market.member({ roles: ['researchUnit'], organizationId: unit.identity.organizationId }),
    ];
    const act = (kind: string, until?: string) =>
      later.post(`${path}/measures`, { kind, reason: '逾期未汇交成果。', ...(until && { until }) });
    await act('criticism').expect(201);
    expect((await act('bar', '2028-12-31').expect(201)).body.duty).toBe('barred');
    const barred = await mine
      .post('/v1/funded-projects', project({ startsOn: '2027-01-01', endsOn: '2028-01-01' }))
      .expect(409);
    expect(barred.body.code).toBe('fundedProject.unitBarred');
    // Handing in late is still handing in.
    const achievementIds = [await achievement(mine)];
    await mine
      .post(`${path}/submission`, { reportNumber: 'KJBG-1', achievementIds, others: [{ kind: 'patent', count: 1 }] })
      .expect(201);
    await later.post(`${path}/acceptance`, { reason: '已补交。' }).expect(201);
    await market.database.owner.query(`DELETE FROM project_measure`);
    market.clock.moveTo(new Date('2026-11-02T02:00:00Z'));
  });

  it('is handed in with the report and every result that was agreed, or the reason', async () => {
    const { id } = await register();
    const path = `/v1/funded-projects/${id}`;
    const mine = [await achievement()];
    const submit = (body: object) => unit.post(`${path}/submission`, body);
    const stranger = await market.member({ roles: ['researchUnit'] });
    const foreign = [await achievement(stranger)];
    expect((await submit({ achievementIds: foreign }).expect(422)).body.code).toBe('fundedProject.notYourAchievement');
    expect((await submit({ achievementIds: mine }).expect(422)).body.code).toBe('fundedProject.reportMissing');
    await upload(unit, 'fundedProject', id, 'projectReport');
    const short = await submit({ achievementIds: mine }).expect(422);
    expect(short.body).toMatchObject({
      code: 'fundedProject.shortfallUnexplained',
      detail: expect.stringContaining('patent 0/1'),
    });
    const done = await submit({ achievementIds: mine, shortfallReason: '专利申请尚在审查中。' }).expect(201);
    expect(done.body).toMatchObject({ state: 'submitted', duty: 'met' });
    await officer.post(`${path}/return`, { reason: '请补充科技报告页码。' }).expect(201);
    await submit({ achievementIds: mine, shortfallReason: '专利申请尚在审查中。' }).expect(201);
    expect((await officer.post(`${path}/acceptance`, { reason: '齐全。' }).expect(201)).body.state).toBe('settled');
    const figures = await officer.get('/v1/funded-projects/figures').expect(200);
    expect(figures.body).toMatchObject({ overdue: 0, settled: expect.any(Number), convertedAchievements: 0 });
    expect(figures.body.achievements).toBeGreaterThanOrEqual(1);
    await stranger.get(path).expect(404);
    await stranger.post(`${path}/submission`, { achievementIds: [] }).expect(404);
    await stranger.post('/v1/funded-projects', project()).expect(403);
    const taken = project();
    await officer.post('/v1/funded-projects', taken).expect(201);
    expect((await officer.post('/v1/funded-projects', taken).expect(409)).body.code).toBe('fundedProject.numberTaken');
  });

  it('reports a year with figures the platform counts, and shows the bureau who is late (art. 21)', async () => {
    const write = (year: number) => unit.post('/v1/transfer-reports', { year, narrative: '本年度转化情况说明如下。' });
    expect((await write(2026).expect(422)).body.code).toBe('transferReport.yearOpen');
    const owed = await officer.get('/v1/transfer-reports/owed?year=2025&limit=100').expect(200);
    const ours = (list: { organizationId: string }[]) =>
      list.find((one) => one.organizationId === unit.identity.organizationId);
    expect(ours(owed.body.items)).toMatchObject({ state: null, dueOn: '2026-03-30', late: true });
    const { body } = await write(2025).expect(201);
    expect(body).toMatchObject({
      state: 'draft',
      figures: { achievements: 0, contracts: 0, contractValue: { yuan: '0.00' } },
    });
    await write(2025).expect(201); // a draft is written anew
    expect((await unit.post(`/v1/transfer-reports/${body.id}/submission`).expect(201)).body).toMatchObject({
      late: true,
    });
    expect((await write(2025).expect(409)).body.code).toBe('state.notAllowed');
    await officer.post(`/v1/transfer-reports/${body.id}/return`, { reason: '请补充收入分配情况。' }).expect(201);
    await unit.post(`/v1/transfer-reports/${body.id}/submission`).expect(201);
    expect((await officer.post(`/v1/transfer-reports/${body.id}/acceptance`).expect(201)).body.state).toBe('accepted');
    const firm = await market.member({ roles: ['researchUnit'], organizationKind: 'enterprise' });
    expect(
      (await firm.post('/v1/transfer-reports', { year: 2025, narrative: '企业不必提交年度报告。' }).expect(422)).body
        .code,
    ).toBe('transferReport.notOwed');
    await firm.get(`/v1/transfer-reports/${body.id}`).expect(404);
  });
});
