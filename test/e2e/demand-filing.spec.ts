import { eventually, startMarket, type TestMarket } from '../support/market.js';
import type { Caller } from '../support/caller.js';

/** A farmer's problem is filed by a county officer, screened, published, expires and is renewed. */
describe('代填、筛选、到期与续期', () => {
  let market: TestMarket;
  let officer: Caller;
  let expert: Caller;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    officer = await market.member({ roles: ['countyOfficer'], organizationKind: 'countyBureau' });
    expert = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
  });
  afterAll(() => market.close());

  const answers = [
    { question: 'stage', value: '羔羊培育' },
    { question: 'head', value: '800', unit: '只' },
    { question: 'breed', value: '湖羊' },
    { question: 'current', value: '12', unit: '%' },
    { question: 'target', value: '5', unit: '%' },
    { question: 'budget', value: '30', unit: '元/只' },
    { question: 'term', value: '6', unit: '个月' },
    { question: 'tried', value: '换过两种代乳料，腹泻没有减轻' },
  ];
  const demand = {
    title: '羔羊断奶后腹泻死亡多',
    summary: '羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望降到 5% 以下。',
    countyCode: '621022',
    template: { code: 'mutton-sheep-dairy-goat', version: 1, answers },
  };
  const filing = {
    demand,
    principal: { kind: 'farmerGroup', name: '环县某村养羊小组', contactName: '示例农户', contactPhone: '0934-5550123' },
    consent: { how: 'phone', givenOn: '2026-11-20', givenBy: '示例农户', note: '电话回访，同意公开需求、不公开电话' },
  };

  async function recommended(demandId: string, filer = officer): Promise<void> {
    const asked = await filer.post(`/v1/demands/${demandId}/screenings`, {}).expect(201);
    const path = `/v1/demand-screenings/${asked.body.id}`;
    await officer.post(`${path}/experts`, { personId: expert.identity.personId }).expect(201);
    const done = await expert.post(`${path}/opinions`, { opinion: 'publish' }).expect(201);
    expect(done.body.state).toBe('recommended');
  }

  it('offers interview templates of the city’s industries, each with the five figures', async () => {
    const { body } = await market.anonymous.get('/v1/demand-templates').expect(200);
    expect(body.items.length).toBeGreaterThanOrEqual(12);
    for (const template of body.items as { questions: { figure: string | null }[] }[]) {
      const asked = template.questions.map(({ figure }) => figure);
      expect(asked).toEqual(expect.arrayContaining(['current', 'target', 'budget', 'term', 'tried']));
    }
    await market.anonymous.get('/v1/demand-templates/apple?version=1').expect(200);
    await market.anonymous.get('/v1/demand-templates/apple?version=9').expect(404);
  });

  it('is filed with consent, screened word for word, published, frozen after its day, and renewed in one step', async () => {
    const filed = await officer.post('/v1/demand-filings', filing).expect(201);
    const id = filed.body.demandId as string;
    const path = `/v1/demands/${id}`;
    expect((await officer.get(`${path}/quality`).expect(200)).body).toMatchObject({ unclear: [] });

    const early = await officer.post(`${path}/publication`).expect(422);
    expect(early.body.code).toBe('demand.screeningNeeded');
    await recommended(id);
    const version = (await officer.get(path)).body.version as number;
    await officer.patch(path, version, { summary: `${demand.summary}另有口蹄疫疑似。` }).expect(200);
    expect((await officer.post(`${path}/publication`).expect(422)).body.detail).toContain('又有改动');
    await recommended(id);
    const published = await officer.post(`${path}/publication`).expect(201);
    expect(published.body).toMatchObject({ state: 'published', frozen: false, aliveUntil: '2027-05-22' });

    const fixed = await officer.patch(path, published.body.version, { title: '另一个题目换掉' }).expect(409);
    expect(fixed.body.code).toBe('demand.screenedFixed');

    market.clock.moveTo(new Date('2027-05-20T02:00:00Z'));
    const told = await eventually(async () => (await officer.get('/v1/alive-reminders')).body.items[0]);
    expect(told).toMatchObject({ subjectKind: 'demand', subjectId: id, daysBefore: 7 });
    market.clock.moveTo(new Date('2027-05-23T02:00:00Z'));
    await eventually(async () => ((await officer.get(path)).body.state === 'expired' ? true : null));
    const frozen = await market.anonymous.get(path).expect(200);
    expect(frozen.body).toMatchObject({ state: 'expired', frozen: true });
    const listed = await market.anonymous.get('/v1/demands').expect(200);
    expect(listed.body.items.map((item: { id: string }) => item.id)).not.toContain(id);
    expect((await market.anonymous.get('/v1/vitality')).body.demand).toMatchObject({ alive: 0, frozen: 1 });
    await eventually(async () => ((await found('腹泻')).includes(id) ? null : true));

    const renewed = await officer.post(`${path}/renewal`, {}).expect(201);
    expect(renewed.body).toMatchObject({ state: 'published', aliveUntil: '2027-11-19' });
    expect((await market.anonymous.get('/v1/vitality')).body.demand).toMatchObject({ alive: 1, frozen: 0 });
    await eventually(async () => ((await found('腹泻')).includes(id) ? true : null));

    const funnel = await officer.get('/v1/demand-funnel?from=2026-11-01&to=2026-12-31').expect(200);
    expect(funnel.body).toMatchObject({ collected: 1, onBehalf: 1, screened: 1, recommended: 1, published: 1, met: 0 });
    market.clock.moveTo(new Date('2026-11-23T02:00:00Z'));
  });

  const found = async (q: string): Promise<string[]> =>
    (await market.anonymous.get(`/v1/search?kind=demands&q=${encodeURIComponent(q)}`).expect(200)).body.items.map(
      (item: { id: string }) => item.id,
    );

  it('shows the farmer’s telephone to nobody but the office, and lets the farmers take it over', async () => {
    const filed = await officer.post('/v1/demand-filings', filing).expect(201);
    const path = `/v1/demands/${filed.body.demandId}`;
    expect(filed.body.contactPhone).toBe('0934-5550123');
    const registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    expect((await registrar.get(`${path}/filing`).expect(200)).body.contactPhone).toBeNull();
    const farmers = await market.member({ roles: ['enterprise'], organizationKind: 'cooperative' });
    await farmers.get(`${path}/filing`).expect(404);
    await farmers.post(`${path}/filing/takeover`, {}).expect(404);
    await farmers.post(`${path}/filing/takeover`, { code: 'AAAAA-AAAAA-AAAAA-AAAAA' }).expect(404);

    const { code } = (await officer.post(`${path}/filing/handover-code`).expect(201)).body;
    const taken = await farmers.post(`${path}/filing/takeover`, { code: String(code).toLowerCase() }).expect(201);
    expect(taken.body.organizationId).toBe(farmers.identity.organizationId);
    expect((await farmers.get(`${path}/filing`).expect(200)).body.contactPhone).toBe('0934-5550123');
    expect((await officer.get(`${path}/filing`).expect(200)).body.contactPhone).toBeNull();
    await officer.post(`${path}/withdrawal`).expect(404);
    await farmers.post(`${path}/publication`).expect(201); // a cooperative answers for its own words
    const logged = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM audit_record WHERE audit_record::text LIKE '%5550123%'`,
    );
    expect(logged.rows[0]).toEqual({ n: 0 });
  });

  it('erases the contact at once when the consent is withdrawn', async () => {
    const filed = await officer.post('/v1/demand-filings', filing).expect(201);
    const path = `/v1/demands/${filed.body.demandId}`;
    const gone = await officer.post(`${path}/filing/consent-withdrawal`, { reason: '农户来电不再需要' }).expect(201);
    expect(gone.body).toMatchObject({ contactPhone: null, demand: { state: 'withdrawn' } });
    const { rows } = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM demand_filing_contact WHERE demand_id = $1`,
      [filed.body.demandId],
    );
    expect(rows[0]).toEqual({ n: 0 });
  });

  it.each([
    ['without a fresh consent', { consent: { ...filing.consent, givenOn: '2025-11-01' } }, 'demandFiling.consentDate'],
    ['of another county', { demand: { ...demand, countyCode: '621021' } }, 'demandFiling.otherCounty'],
    [
      'with an answer of another shape',
      { demand: { ...demand, template: { ...demand.template, answers: [{ question: 'current', value: '很多' }] } } },
      'demand.answerMalformed',
    ],
    [
      'with a template that is unknown',
      { demand: { ...demand, template: { code: 'moon', version: 1, answers: [] } } },
      'demand.templateUnknown',
    ],
  ])('is not filed %s', async (_name, change, code) => {
    expect((await officer.post('/v1/demand-filings', { ...filing, ...change }).expect(422)).body.code).toBe(code);
  });

  it('needs a mandate when a broker files', async () => {
    const broker = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
    expect((await broker.post('/v1/demand-filings', filing).expect(422)).body.code).toBe('demandFiling.mandateNeeded');
  });

  it('is filed by a broker under a mandate of the cooperative, which takes it over by its own name', async () => {
    const cooperative = await market.member({ roles: ['enterprise'], organizationKind: 'cooperative' });
    const { organizationId } = cooperative.identity;
    const broker = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
    const { body: first } = await cooperative.post('/v1/demands', { ...demand, title: '羔羊早期断奶技术' }).expect(201);
    await cooperative.post(`/v1/demands/${first.id}/publication`).expect(201);
    const { body: mandate } = await broker
      .post('/v1/mandates', {
        subject: { kind: 'demand', id: first.id },
        fee: { kind: 'percent', basisPoints: 300, base: 'technologyValue' },
        expiresOn: '2027-05-31',
        tailDays: 180,
      })
      .expect(201);
    const principal = { ...filing.principal, kind: 'cooperative', name: '示例养羊合作社', organizationId };
    const body = { ...filing, principal, mandateId: mandate.id };
    // Proposed is not given: the cooperative has to accept first; nor does it serve another broker or another principal.
    expect((await broker.post('/v1/demand-filings', body).expect(422)).body.code).toBe('demandFiling.mandateNeeded');
    await cooperative.post(`/v1/mandates/${mandate.id}/acceptance`).expect(201);
    const rival = await market.member({ roles: ['broker'], organizationId: broker.identity.organizationId });
    await rival.post('/v1/demand-filings', body).expect(422);
    await broker.post('/v1/demand-filings', { ...body, principal: filing.principal }).expect(422);

    const { body: filed } = await broker.post('/v1/demand-filings', body).expect(201);
    expect(filed).toMatchObject({
      mandateId: mandate.id,
      principalKind: 'cooperative',
      principalOrganizationId: organizationId,
    });
    const path = `/v1/demands/${filed.demandId}`;
    await recommended(filed.demandId, broker);
    await broker.post(`${path}/publication`).expect(201);
    expect((await market.anonymous.get(path).expect(200)).text).not.toContain('5550123');
    await broker.post(`${path}/withdrawal`).expect(201);

    const { body: second } = await broker.post('/v1/demand-filings', body).expect(201);
    await rival.get(`/v1/demands/${second.demandId}/filing`).expect(200); // the agency's colleague
    const taken = await cooperative.post(`/v1/demands/${second.demandId}/filing/takeover`, {}).expect(201);
    expect(taken.body.organizationId).toBe(organizationId);
    await broker.post(`/v1/mandates/${mandate.id}/termination`, { reason: '委托事项已办结' }).expect(201);
    expect((await broker.post('/v1/demand-filings', body).expect(422)).body.code).toBe('demandFiling.mandateNeeded');
  });

  it('is kept from publication by fields that say nothing, each by its name', async () => {
    const owner = await market.member({ roles: ['enterprise'] });
    const unclear = answers.map((one) =>
      one.question === 'target' ? { ...one, value: '12' } : one.question === 'tried' ? { ...one, value: '略' } : one,
    );
    const body = { ...demand, title: '求技术', template: { ...demand.template, answers: unclear.slice(1) } };
    const { body: made } = await owner.post('/v1/demands', body).expect(201);
    const refused = await owner.post(`/v1/demands/${made.id}/publication`).expect(422);
    expect(refused.body.code).toBe('demand.fieldsUnclear');
    for (const named of ['需求名称', '问题出在哪个环节', '目标值（与现状值相同）', '已试过的办法']) {
      expect(refused.body.detail).toContain(named);
    }
    const quality = await owner.get(`/v1/demands/${made.id}/quality`).expect(200);
    expect(quality.body.missing.map(({ code }: { code: string }) => code)).toContain('tried');
  });

  it('names nobody as an expert who is related to the owner, or who wrote it down; says why it was returned', async () => {
    const owner = await market.member({ roles: ['enterprise'] });
    const { body: made } = await owner.post('/v1/demands', demand).expect(201);
    const asked = await owner.post(`/v1/demands/${made.id}/screenings`, { note: '请专家看看' }).expect(201);
    const path = `/v1/demand-screenings/${asked.body.id}`;
    const conflict = await officer.post(`${path}/experts`, { personId: owner.identity.personId }).expect(422);
    expect(conflict.body).toMatchObject({ code: 'demandScreening.conflict' });
    expect(conflict.body.detail).toContain('任职');
    await officer.post(`${path}/experts`, { personId: expert.identity.personId }).expect(201);
    await expert.get(path).expect(200);
    const stranger = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    await stranger.get(path).expect(404);
    await stranger.post(`${path}/opinions`, { opinion: 'publish' }).expect(404);
    expect((await expert.post(`${path}/opinions`, { opinion: 'return' }).expect(422)).body.code).toBe(
      'demandScreening.reasonMissing',
    );
    await expert.post(`${path}/opinions`, { opinion: 'return', reason: '请补充腹泻的检测记录' }).expect(201);
    expect((await owner.get(path).expect(200)).body).toMatchObject({
      state: 'returned',
      outcomeReason: '请补充腹泻的检测记录',
      experts: [],
    });

    const written = await officer.post('/v1/demand-filings', filing).expect(201);
    const own = await officer.post(`/v1/demands/${written.body.demandId}/screenings`, {}).expect(201);
    const self = await officer
      .post(`/v1/demand-screenings/${own.body.id}/experts`, { personId: officer.identity.personId })
      .expect(422);
    expect(self.body.detail).toContain('本人代填');
  });
});
