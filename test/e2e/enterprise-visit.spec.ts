import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A county officer visits a sheep farm without a network, hands the sheet in later, and leaves a demand behind. */
describe('企业大走访', () => {
  let market: TestMarket;
  let officer: Caller;
  let otherCounty: Caller;
  let firm: Caller;
  let stranger: Caller;
  const county = '621022';

  beforeAll(async () => {
    market = await startMarket();
    officer = await market.member({ roles: ['countyOfficer'], organizationKind: 'countyBureau', countyCode: county });
    otherCounty = await market.member({
      roles: ['countyOfficer'],
      organizationKind: 'countyBureau',
      countyCode: '621002',
    });
    firm = await market.member({ roles: ['enterprise'], countyCode: county });
    stranger = await market.member({ roles: ['enterprise'], countyCode: county });
  });
  afterAll(() => market.close());

  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const finding = (text = '羔羊断奶后腹泻多，死亡率约 12%') => ({ id: uuid(), kind: 'technologyNeed', text });
  const sheet = (change: object = {}) => ({
    visitedOrganizationId: firm.identity.organizationId,
    visitedOn: '2026-11-16',
    visitors: '示例人员甲',
    receivedBy: '示例人员乙',
    summary: '存栏湖羊 800 只，现场查看了羔羊舍。',
    findings: [finding()],
    ...change,
  });
  const uncovered = async (caller: Caller, year = 2026) =>
    ((await caller.get(`/v1/enterprise-visit-coverage?year=${year}`).expect(200)).body.items as { id: string }[]).map(
      ({ id }) => id,
    );
  const rounds = async () =>
    (await market.anonymous.get('/v1/exchange-duties?year=2026').expect(200)).body.items.find(
      ({ code }: { code: string }) => code === 'enterpriseVisits',
    );

  it('is handed in late and any number of times, with one effect; other content is refused, a foreign id hidden', async () => {
    const id = uuid();
    const body = sheet();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => officer.put(`/v1/enterprise-visits/${id}`, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const again = await officer.put(`/v1/enterprise-visits/${id}`, body).expect(200);
    expect(again.body).toMatchObject({ id, visitedOn: '2026-11-16', findings: [{ state: 'noted' }] });
    const changed = await officer.put(`/v1/enterprise-visits/${id}`, { ...body, summary: '改写过的情况' }).expect(409);
    expect(codeOf(changed)).toBe('enterpriseVisit.differs');
    await otherCounty.put(`/v1/enterprise-visits/${id}`, body).expect(404);
    const taken = await officer.put(`/v1/enterprise-visits/${uuid()}`, body).expect(409);
    expect(codeOf(taken)).toBe('enterpriseVisit.findingTaken');
    const ahead = await officer.put(`/v1/enterprise-visits/${uuid()}`, sheet({ visitedOn: '2026-11-24' })).expect(422);
    expect(codeOf(ahead)).toBe('enterpriseVisit.visitedAhead');
    await firm.get(`/v1/enterprise-visits/${id}`).expect(200);
    await stranger.get(`/v1/enterprise-visits/${id}`).expect(404);
    const { rows } = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM enterprise_visit WHERE organization_id = $1`,
      [officer.identity.organizationId],
    );
    expect(rows[0]).toEqual({ n: 1 });
  });

  it('ends in a demand of the enterprise in one step, by its consent, which only the enterprise publishes', async () => {
    const need = finding();
    await officer
      .put(`/v1/enterprise-visits/${uuid()}`, sheet({ findings: [need, finding('缺少配料工程师')] }))
      .expect(200);
    const path = `/v1/visit-findings/${need.id}/demand`;
    const consent = { givenBy: '示例人员乙（总经理）', givenOn: '2026-11-16', manner: 'onSite' };
    const body = { title: '羔羊早期断奶死亡率偏高，求代乳料', countyCode: county, consent };
    expect((await officer.post(path, { ...body, consent: undefined }).expect(400)).body.errors[0].pointer).toBe(
      '/consent',
    );
    expect(
      codeOf(await officer.post(path, { ...body, consent: { ...consent, givenOn: '2027-01-01' } }).expect(422)),
    ).toBe('visitFinding.consentAhead');
    await otherCounty.post(path, body).expect(404);
    const { demandId } = (await officer.post(path, body).expect(201)).body;
    await officer.post(path, body).expect(409);
    await officer.post(`/v1/demands/${demandId}/publication`).expect(404);
    const mine = (await firm.get(`/v1/demands/${demandId}`).expect(200)).body;
    expect(mine).toMatchObject({ state: 'draft', summary: need.text, organizationId: firm.identity.organizationId });
    await stranger.get(`/v1/demands/${demandId}`).expect(404);
  });

  it('is planned, counted for the year, and shows who was not visited', async () => {
    expect(await uncovered(officer)).not.toContain(firm.identity.organizationId);
    expect(await uncovered(officer)).toContain(stranger.identity.organizationId);
    expect(await uncovered(officer, 2025)).toContain(firm.identity.organizationId);
    expect(await uncovered(otherCounty)).not.toContain(stranger.identity.organizationId);
    await firm.get('/v1/enterprise-visit-coverage?year=2026').expect(403);
    expect(await rounds()).toMatchObject({ leastPerYear: 1, count: 0, met: false });
    const plan = {
      title: '2026 年环县企业大走访',
      countyCode: county,
      startsOn: '2026-11-01',
      endsOn: '2026-12-31',
      targetIds: [stranger.identity.organizationId],
    };
    const unknown = await officer.post('/v1/visit-plans', { ...plan, targetIds: [uuid()] }).expect(422);
    expect(codeOf(unknown)).toBe('visitPlan.targetUnknown');
    const { body } = await officer.post('/v1/visit-plans', plan).expect(201);
    expect(await rounds()).toMatchObject({ count: 0 });
    const visit = sheet({ planId: body.id, visitedOrganizationId: stranger.identity.organizationId });
    await otherCounty.put(`/v1/enterprise-visits/${uuid()}`, { ...visit, findings: [] }).expect(404);
    for (let i = 0; i < 2; i += 1)
      await officer.put(`/v1/enterprise-visits/${uuid()}`, { ...visit, findings: [] }).expect(200);
    expect(await rounds()).toMatchObject({
      count: 1,
      met: true,
      byOrganization: [{ organizationId: officer.identity.organizationId, count: 1, met: true }],
      byCounty: [{ countyCode: county, count: 1, met: true }],
    });
    expect(await uncovered(officer)).not.toContain(stranger.identity.organizationId);
    await officer.post(`/v1/visit-plans/${body.id}/closing`).expect(201);
    await officer.post(`/v1/visit-plans/${body.id}/closing`).expect(409);
  });
});
