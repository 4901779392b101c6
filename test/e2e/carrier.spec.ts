import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** Organizations become carriers: recognized with four eyes and a notice, reviewed every year, counted once. */
describe('创新创业载体', () => {
  let market: TestMarket;
  let examiner: Caller;
  let decider: Caller;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    examiner = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau', countyCode: '621000' });
    const bureau = examiner.identity.organizationId;
    decider = await market.member({ roles: ['reviewer'], organizationId: bureau });
    await market.database.owner.query(
      `INSERT INTO indicator (code, position, source, content, content_hash, loaded_at)
       VALUES ('indicator-09', 9, '附表1 第9行', $1, 'test', now())`,
      [
        JSON.stringify({
          code: 'indicator-09',
          number: 9,
          source: '附表1 第9行',
          group: '支撑保障',
          name: '专业化众创空间数量（个）',
          unit: '个',
          base: { printed: '2', value: '2' },
          target: { printed: '10', value: '10', comparison: '>=' },
          qualitative: false,
          unitNote: null,
          note: null,
        }),
      ],
    );
  });
  afterAll(() => market.close());

  const content = {
    kind: 'makerSpace',
    level: 'city',
    name: '陇东装备制造众创空间',
    countyCode: '621002',
    professionalField: '装备制造',
    statement: '场地 1200 平方米，服务团队 8 人，围绕装备制造提供中试与检测。',
    facts: { areaSquareMetres: 1200, mentors: 0 },
  };
  const sound = { reason: '材料齐全，符合条件。' };
  const code = (answer: { body: { code: string } }) => answer.body.code;
  const recorded = async (organization: Caller, over: object) => {
    const { body } = await examiner
      .post('/v1/carrier-title-records', {
        ...content,
        organizationId: organization.identity.organizationId,
        document: '甘科创〔2024〕12号',
        recognizedOn: '2024-09-30',
        ...over,
      })
      .expect(201);
    await decider.post(`/v1/carrier-titles/${body.id}/decision`, { decision: 'confirm', ...sound }).expect(201);
    return body.id as string;
  };
  const counts = async (asOf = '') =>
    (await market.anonymous.get(`/v1/carrier-indicators${asOf && `?asOf=${asOf}`}`).expect(200)).body;
  const valueOf = (body: { indicators: { readings: { code: string; value: number }[] }[] }, reading: string) =>
    body.indicators[0]?.readings.find((one) => one.code === reading)?.value;

  it('is applied for, examined by one officer, decided by another, posted, and begins when nobody objected', async () => {
    const company = await market.member({ roles: ['enterprise'] });
    const stranger = await market.member({ roles: ['enterprise'] });
    expect(code(await company.post('/v1/carrier-titles', { ...content, level: 'provincial' }).expect(422))).toBe(
      'carrier.levelNotOurs',
    );
    const { body } = await company.post('/v1/carrier-titles', content).expect(201);
    const path = `/v1/carrier-titles/${body.id}`;
    expect(body.conditions).toContainEqual(expect.objectContaining({ code: 'mentorsOwn', outcome: 'notMet' }));
    expect(code(await company.post('/v1/carrier-titles', content).expect(409))).toBe('carrier.taken');
    await stranger.get(path).expect(404);
    await market.anonymous.get(path).expect(404);

    const tie = { fromKind: 'person', fromId: examiner.identity.personId, toKind: 'organization', kind: 'adviser' };
    const { body: relation } = await decider
      .post('/v1/relations', { ...tie, toId: company.identity.organizationId, note: '本人申报' })
      .expect(201);
    const kept = await examiner.post(`${path}/examination`, { opinion: 'examine', ...sound }).expect(403);
    expect(code(kept)).toBe('carrier.conflict');
    await decider.post(`/v1/relations/${relation.id}/end`).expect(204);
    await examiner.post(`${path}/examination`, { opinion: 'return', reason: '请补充导师名单。' }).expect(201);
    await company
      .post(`${path}/resubmission`, { statement: '补充了导师名单，共 6 人。', facts: { mentors: 6 } })
      .expect(201);
    await examiner.post(`${path}/examination`, { opinion: 'examine', ...sound }).expect(201);
    const own = await examiner.post(`${path}/decision`, { decision: 'publicize', ...sound }).expect(403);
    expect(code(own)).toBe('carrier.sameOfficer');
    const posted = await decider.post(`${path}/decision`, { decision: 'publicize', ...sound, years: 3 }).expect(201);
    expect(posted.body).toMatchObject({ state: 'publicized' });
    await market.anonymous.get(path).expect(404); // not a title yet
    const notice = await market.anonymous.get(`/v1/public-notices/${posted.body.noticeId}`).expect(200);
    expect(notice.text).toContain('陇东装备制造众创空间');

    market.clock.moveTo(new Date('2026-12-05T02:00:00Z'));
    const recognized = await eventually(async () => {
      const { body: now } = await company.get(path).expect(200);
      return now.state === 'recognized' ? now : null;
    });
    expect(recognized).toMatchObject({ recognizedOn: '2026-12-05', document: null });
    const shown = await market.anonymous.get(path).expect(200);
    expect(shown.body).toMatchObject({ state: 'recognized', statement: null, opinion: null, conditions: [] });
    const page = await market.anonymous.get(`/v1/carriers/${company.identity.organizationId}`).expect(200);
    expect(page.body.titles).toHaveLength(1);
  });

  it('counts one organization with several titles once, by every reading and on any day', async () => {
    const before = await counts();
    const home = await market.member({ roles: ['incubatorManager'], organizationKind: 'incubator' });
    await recorded(home, { level: 'provincial' });
    await recorded(home, { level: 'national', document: '国科发火〔2024〕1号' });
    await recorded(home, { kind: 'incubator', level: 'provincial' });
    const village = await market.member({ roles: ['enterprise'], organizationKind: 'village' });
    await recorded(village, { kind: 'demonstrationVillage', level: 'city', name: '环县曲子镇科技示范村' });
    const after = await counts();
    expect(after.total - before.total).toBe(2);
    for (const reading of ['professional', 'allMakerSpaces', 'provincialMakerSpaces', 'makerSpacesAndIncubators']) {
      expect([reading, valueOf(after, reading)! - valueOf(before, reading)!]).toEqual([reading, 1]);
    }
    expect(after.indicators[0].readings[0].rows).toContainEqual(
      expect.objectContaining({
        organizationId: home.identity.organizationId,
        rowIds: [expect.any(String), expect.any(String)],
      }),
    );
    expect(after.indicators[0]).toMatchObject({ base: '2', target: '10' });
    expect(after.indicators[0].readings[2].progressBasisPoints).toBe(-1250); // (1 − 2) ÷ (10 − 2): honest, and below zero
    expect((await counts('2024-09-29')).total).toBe(0);
    const stranger = await market.member({ roles: ['enterprise'] });
    const twice = {
      ...content,
      organizationId: home.identity.organizationId,
      level: 'provincial',
      document: '甘科创〔2024〕12号',
    };
    expect(
      code(await examiner.post('/v1/carrier-title-records', { ...twice, recognizedOn: '2024-09-30' }).expect(409)),
    ).toBe('carrier.taken');
    await stranger.post('/v1/carrier-title-records', { ...twice, recognizedOn: '2024-09-30' }).expect(403);
  });

  it('lets a county’s officer judge its own county’s titles only', async () => {
    const officer = { roles: ['reviewer'] as const, organizationKind: 'countyBureau', countyCode: '621022' };
    const county = await market.member(officer);
    const company = await market.member({ roles: ['enterprise'] });
    const city = await company.post('/v1/carrier-titles', { ...content, kind: 'expertStation' }).expect(201);
    const examination = { opinion: 'examine', ...sound };
    expect(code(await county.post(`/v1/carrier-titles/${city.body.id}/examination`, examination).expect(403))).toBe(
      'carrier.notYourCounty',
    );
    const own = { ...content, kind: 'demonstrationBase', level: 'county', countyCode: '621022' };
    const { body } = await company.post('/v1/carrier-titles', own).expect(201);
    await county.post(`/v1/carrier-titles/${body.id}/examination`, examination).expect(201);
  });

  it('is reviewed every year: report, two officers, rectified or withdrawn; a late one can be examined without a report', async () => {
    const home = await market.member({ roles: ['incubatorManager'], organizationKind: 'incubator' });
    const titleId = await recorded(home, { kind: 'agriStarSpace', level: 'city' });
    const review = await eventually(async () => {
      const { body } = await home.get('/v1/carrier-reviews').expect(200);
      return body.items[0];
    });
    expect(review).toMatchObject({ titleId, year: 2025, state: 'due', dueOn: '2026-03-31', overdue: true });
    const path = `/v1/carrier-reviews/${review.id}`;
    const figures = {
      tenants: 6,
      graduates: 1,
      jobs: 40,
      serviceEvents: 12,
      intellectualProperty: 3,
      investmentYuan: '0',
      tenantRevenueYuan: '1800000.00',
    };
    const report = { report: '全年在孵 6 家，毕业 1 家，组织对接活动 12 次。', figures };
    const stranger = await market.member({ roles: ['enterprise'] });
    await stranger.get(path).expect(404);
    await stranger.post(`${path}/report`, report).expect(404);
    await home.post(`${path}/report`, report).expect(201);
    await examiner.post(`${path}/examination`, { proposal: 'rectify', reason: '服务人员不足。' }).expect(201);
    const rectify = { decision: 'rectify', reason: '限期补足服务人员。', rectifyUntil: '2027-03-31' };
    expect(code(await examiner.post(`${path}/decision`, rectify).expect(403))).toBe('carrier.sameOfficer');
    await decider.post(`${path}/decision`, { ...rectify, rectifyUntil: undefined }).expect(422);
    await decider.post(`${path}/decision`, rectify).expect(201);
    expect((await market.anonymous.get(`/v1/carrier-titles/${titleId}`).expect(200)).body.state).toBe('rectifying');
    const early = await examiner.post(`${path}/examination`, { proposal: 'withdraw', reason: '未整改。' }).expect(409);
    expect(code(early)).toBe('carrierReview.notOverdue');

    market.clock.moveTo(new Date('2027-04-01T02:00:00Z'));
    await examiner.post(`${path}/examination`, { proposal: 'withdraw', reason: '逾期未整改。' }).expect(201);
    await decider.post(`${path}/decision`, { decision: 'withdraw', reason: '撤销称号。' }).expect(201);
    const ended = await market.anonymous.get(`/v1/carrier-titles/${titleId}`).expect(200);
    expect(ended.body).toMatchObject({ state: 'withdrawn', endedOn: '2027-04-01' });
  });

  it('expires on the day after its last', async () => {
    const home = await market.member({ roles: ['enterprise'] });
    const id = await recorded(home, { level: 'provincial', validUntil: '2027-05-01' });
    market.clock.moveTo(new Date('2027-05-02T02:00:00Z'));
    await eventually(async () => {
      const { body } = await home.get(`/v1/carrier-titles/${id}`).expect(200);
      return body.state === 'expired' ? body : null;
    });
  });
});
