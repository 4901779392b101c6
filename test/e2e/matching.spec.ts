import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** An enterprise of 环县 tells its trouble in its own words; the market proposes, says why, and takes no for an answer. */
describe('撮合', () => {
  let market: TestMarket;
  let enterprise: Caller;
  let university: Caller;
  const achievements = new Map<string, string>();

  const publish = async (caller: Caller, body: object): Promise<string> => {
    const created = await caller
      .post('/v1/achievements', { ...body, inventors: [{ name: '示例完成人', shareBasisPoints: 10000 }] })
      .expect(201);
    const path = `/v1/achievements/${created.body.id}`;
    await caller.post(`${path}/registration`, { kind: 'applied' }).expect(201);
    await caller.post(`${path}/publication`).expect(201);
    return created.body.id;
  };
  const publishDemand = async (caller: Caller, body: object): Promise<string> => {
    const created = await caller.post('/v1/demands', { countyCode: '621022', ...body }).expect(201);
    await caller.post(`/v1/demands/${created.body.id}/publication`).expect(201);
    return created.body.id;
  };
  const matchesOf = (caller: Caller, demandId: string) =>
    eventually(async () => {
      const answer = await caller.get(`/v1/demands/${demandId}/matches`).expect(200);
      return answer.body.items.length > 0 ? answer.body : null;
    });

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    enterprise = await market.member({ roles: ['enterprise'] });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    for (const body of [
      {
        title: '湖羊羔羊代乳粉配制与提前断奶技术',
        summary: '用乳清粉和本地饲草配制代乳粉，35 日龄断奶，成活率由 88% 提高到 96%。',
        readinessLevel: 8,
        countyCode: '620104',
        transferModes: ['licence'],
      },
      { title: '仔猪教槽料与早期断奶技术', summary: '仔猪 21 日龄断奶的教槽料配方，降低腹泻和死亡率。' },
      { title: '煤矿巷道锚网索联合支护技术', summary: '软岩巷道围岩控制与锚索支护参数设计。' },
      { title: '新生儿腹泻的临床护理研究', summary: '医院新生儿腹泻护理方法与疗效观察。' },
    ])
      achievements.set(body.title, await publish(university, body));
  });
  afterAll(() => market.close());

  const need = {
    title: '小羊断奶后拉稀死得多',
    summary: '存栏滩羊 800 只，羊羔断奶后拉稀，死亡率 12%，想找代乳料和饲喂办法，降到 5% 以下。',
    budgetYuan: '300000',
  };

  it('proposes the achievement that solves it, though it says it in other words, with reasons and a gap', async () => {
    const demandId = await publishDemand(enterprise, need);
    const { items } = await matchesOf(enterprise, demandId);
    const [first] = items;
    expect(first.achievementId).toBe(achievements.get('湖羊羔羊代乳粉配制与提前断奶技术'));
    expect(first.signals.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(first.score);
    expect(first.agreements.map(({ offerTerm }: { offerTerm: string }) => offerTerm)).toContain('代乳粉');
    expect(first.gaps.length).toBeGreaterThan(0);
    for (const { needTerm, needPlaces } of first.agreements)
      for (const { part, start, end } of needPlaces)
        expect(need[part as 'title' | 'summary'].slice(start, end).toLowerCase()).toBe(needTerm);
    const pig = items.find(
      (item: { achievementId: string }) => item.achievementId === achievements.get('仔猪教槽料与早期断奶技术'),
    );
    if (pig) {
      expect(pig.grade).not.toBe('strong');
      expect(pig.gaps[0]).toMatchObject({ kind: 'object' });
    }
    expect(items.map((item: { achievementTitle: string }) => item.achievementTitle)).not.toContain(
      '煤矿巷道锚网索联合支护技术',
    );
  });

  it('weighs what the need wants beside its text, and leaves out regions it will not work with', async () => {
    const wants = { transferModes: ['licence'], neededBy: '2027-06-30', leastReadinessLevel: 9 };
    const demandId = await publishDemand(enterprise, { ...need, ...wants, title: '羔羊断奶拉稀，求代乳料' });
    const path = `/v1/demands/${demandId}`;
    const { items } = await matchesOf(enterprise, demandId);
    const solving = achievements.get('湖羊羔羊代乳粉配制与提前断奶技术');
    const found = items.find(({ achievementId }: { achievementId: string }) => achievementId === solving);
    const pointsOf = (name: string) =>
      found.signals.find((signal: { name: string }) => signal.name === name)?.points ?? 0;
    expect(pointsOf('mode')).toBeGreaterThan(0);
    expect(pointsOf('deadline')).toBeGreaterThan(0);
    expect(pointsOf('readiness')).toBeLessThan(0);
    expect(found.gaps).toContainEqual({ kind: 'readiness', text: '成熟度为 8 级，低于需求希望的 9 级' });

    const { body } = await enterprise.get(path).expect(200);
    expect(body).toMatchObject(wants);
    await enterprise.patch(path, body.version, { excludedRegionCodes: ['不是代码'] }).expect(400);
    await enterprise.patch(path, body.version, { excludedRegionCodes: ['620100'] }).expect(200);
    await eventually(async () => {
      const { rows } = await market.database.owner.query(
        `SELECT 1 FROM match WHERE demand_id = $1 AND achievement_id = $2 AND state = 'superseded'`,
        [demandId, solving],
      );
      return rows[0];
    });
  });

  it('says so when nothing solves the need', async () => {
    const demandId = await publishDemand(enterprise, {
      title: '黄花菜采摘机器人',
      summary: '黄花菜须在清晨人工采摘，用工贵，求采摘机器人样机。',
    });
    await eventually(async () => {
      const { rows } = await market.database.owner.query(
        `SELECT 1 FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id
         WHERE e.payload->>'demandId' = $1 AND d.job_name = 'demand.match' AND d.handled_at IS NOT NULL`,
        [demandId],
      );
      return rows[0];
    });
    const answer = await enterprise.get(`/v1/demands/${demandId}/matches`).expect(200);
    expect(answer.body.items.filter((item: { grade: string }) => item.grade === 'strong')).toEqual([]);
    expect(answer.body.notice).toMatch(/没有可用的成果|无直接对应成果/);
  });

  it('finds the need for an achievement that comes later, and drops it when it leaves', async () => {
    const demandId = await publishDemand(enterprise, {
      title: '苹果园树太密透不进光',
      summary: '二十年老果园郁闭严重，果子着色差，要改造，想知道间伐和换种的做法。',
    });
    const late = await publish(university, {
      title: '郁闭苹果园间伐改造与高接换种技术',
      summary: '密闭老果园隔行间伐、多头高接更新品种，两年恢复产量。',
    });
    const { items } = await matchesOf(enterprise, demandId);
    expect(items[0]).toMatchObject({ achievementId: late });
    expect(items[0].score).toBeGreaterThanOrEqual(30);
    await university.get(`/v1/achievements/${late}/matches`).expect(200);
    await university.post(`/v1/achievements/${late}/withdrawal`).expect(201);
    await eventually(async () => {
      const { rows } = await market.database.owner.query(
        `SELECT 1 FROM match WHERE achievement_id = $1 AND state = 'superseded'`,
        [late],
      );
      return rows[0];
    });
  });

  it('lets either side decline with a reason, hides the pair from strangers, and does not propose it again', async () => {
    const demandId = await publishDemand(enterprise, { ...need, title: '羊羔提前断奶后腹泻' });
    const { items } = await matchesOf(enterprise, demandId);
    const path = `/v1/matches/${items[0].id}/decline`;
    const stranger = await market.member({ roles: ['enterprise'] });
    const broker = await market.member({ roles: ['broker'] });
    await stranger.get(`/v1/demands/${demandId}/matches`).expect(403);
    await broker.get(`/v1/demands/${demandId}/matches`).expect(200);
    await market.anonymous.get(`/v1/demands/${demandId}/matches`).expect(401);
    await stranger.post(path, { reason: 'tooDear' }).expect(404);
    await broker.post(path, { reason: 'tooDear' }).expect(403);
    await enterprise.post(path, { reason: 'becauseOfTheMoon' }).expect(400);
    const silent = await enterprise.post(path, { reason: 'other' }).expect(422);
    expect(silent.body.code).toBe('match.declineTextMissing');
    const declined = await university.post(path, { reason: 'tooFar', text: '路太远' }).expect(201);
    expect(declined.body).toMatchObject({ state: 'declined', declineReason: 'tooFar', declineText: '路太远' });
    await enterprise.post(path, { reason: 'immature' }).expect(409);
    const readBy = async (caller: Caller, list: string) => {
      const { body } = await caller.get(list).expect(200);
      return body.items.find((item: { id: string }) => item.id === items[0].id);
    };
    const ofDemand = `/v1/demands/${demandId}/matches`;
    const ofAchievement = `/v1/achievements/${items[0].achievementId}/matches`;
    const registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    const why = { declineReason: 'tooFar', declineText: '路太远' };
    expect(await readBy(enterprise, ofDemand)).toMatchObject(why);
    expect(await readBy(university, ofAchievement)).toMatchObject(why);
    expect(await readBy(registrar, ofDemand)).toMatchObject(why);
    for (const list of [ofDemand, ofAchievement])
      expect(await readBy(broker, list)).toMatchObject({ state: 'declined', declineReason: null, declineText: null });

    const before = await enterprise.get(`/v1/demands/${demandId}`).expect(200);
    await enterprise.patch(`/v1/demands/${demandId}`, before.body.version, { budgetYuan: '500000' }).expect(200);
    await eventually(async () => {
      const { rows } = await market.database.owner.query(
        `SELECT count(*)::int AS n FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id
         WHERE e.payload->>'demandId' = $1 AND d.job_name = 'demand.match' AND d.handled_at IS NOT NULL`,
        [demandId],
      );
      return rows[0].n >= 2 ? true : null;
    });
    const { rows } = await market.database.owner.query(`SELECT state FROM match WHERE id = $1`, [items[0].id]);
    expect(rows[0].state).toBe('declined');
  });

  it('changes nothing when it runs again on the same market', async () => {
    const count = async () =>
      (await market.database.owner.query(`SELECT count(*)::int AS n FROM audit_record WHERE subject_kind = 'match'`))
        .rows[0].n;
    const before = await count();
    await market.database.owner.query(
      `UPDATE outbox_delivery SET handled_at = NULL, next_dispatch_at = now() WHERE job_name = 'demand.match'`,
    );
    await eventually(async () => {
      const { rows } = await market.database.owner.query(
        `SELECT count(*)::int AS n FROM outbox_delivery WHERE job_name = 'demand.match' AND handled_at IS NULL`,
      );
      return rows[0].n === 0 ? true : null;
    });
    expect(await count()).toBe(before);
  });
});
