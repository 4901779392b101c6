import type { Caller } from '../support/caller.js';
import { attached, publishedAchievement } from '../support/evaluations.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A university has its achievement judged by a third party that gains nothing by what it finds. */
describe('第三方评价', () => {
  let market: TestMarket;
  let university: Caller;
  let evaluator: Caller;
  let reviewer: Caller;
  let stranger: Caller;
  let achievementId: string;

  const values = ['science', 'technology', 'economy', 'society', 'culture'].map((value) => ({
    value,
    grade: value === 'culture' ? 'notAssessed' : 'good',
    grounds: '见报告第三章',
  }));
  const qualification = (organizationId: string) => ({
    organizationId,
    certificateNumber: 'PJ-2026-001',
    issuer: '甘肃省科学技术厅',
    fields: '农业',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  });
  const commission = (change: object = {}) => ({
    achievementId,
    evaluatorOrganizationId: evaluator.identity.organizationId,
    scope: '代乳料配方的先进性与成熟度',
    feeYuan: '20000.00',
    feePayer: '委托单位',
    dueOn: '2026-12-20',
    ...change,
  });
  const conclusion = (reportAttachmentId: string, change: object = {}) => ({
    values,
    publicSummary: '该技术成熟可用，适合规模羊场推广。',
    detail: '秘密细节：配方比例与成本构成不宜公开。',
    readinessLevel: 8,
    standard: 'GB/T 22900-2022',
    experts: [{ name: '示例专家', unit: '示例农业大学' }],
    reportAttachmentId,
    concludedOn: '2026-11-22',
    ...change,
  });
  const codeOf = (answer: { body: { code: string } }) => answer.body.code;

  beforeAll(async () => {
    market = await startMarket();
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    evaluator = await market.member({ roles: ['enterprise'], organizationKind: 'evaluationAgency' });
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    stranger = await market.member({ roles: ['enterprise'] });
    achievementId = await publishedAchievement(university);
  });
  afterAll(() => market.close());

  const concluded = async (change: object = {}): Promise<string> => {
    const { body } = await university.post('/v1/evaluations', commission(change)).expect(201);
    const path = `/v1/evaluations/${body.id}`;
    await evaluator.post(`${path}/acceptance`).expect(201);
    const report = await attached(evaluator, 'evaluation', body.id, 'evaluationReport', body.id);
    await evaluator.post(`${path}/conclusion`, conclusion(report)).expect(201);
    return body.id;
  };

  it('goes to a qualified evaluator only, and never to oneself', async () => {
    expect(codeOf(await university.post('/v1/evaluations', commission()).expect(422))).toBe(
      'evaluation.evaluatorUnqualified',
    );
    await university.post('/v1/evaluator-qualifications', qualification(evaluator.identity.organizationId)).expect(403);
    for (const organizationId of [evaluator.identity.organizationId, university.identity.organizationId]) {
      await reviewer.post('/v1/evaluator-qualifications', qualification(organizationId)).expect(201);
    }
    const again = await reviewer
      .post('/v1/evaluator-qualifications', qualification(evaluator.identity.organizationId))
      .expect(409);
    expect(codeOf(again)).toBe('evaluatorQualification.recordedAlready');
    expect((await market.anonymous.get('/v1/evaluator-qualifications').expect(200)).body.items).toHaveLength(2);
    const own = commission({ evaluatorOrganizationId: university.identity.organizationId });
    expect(codeOf(await university.post('/v1/evaluations', own).expect(422))).toBe('evaluation.conflict');
    expect(codeOf(await stranger.post('/v1/evaluations', commission()).expect(404))).toBe('achievement.notFound');
  });

  it('is accepted, reported, concluded once, and shown with the achievement without its secrets', async () => {
    const { body } = await university.post('/v1/evaluations', commission()).expect(201);
    const path = `/v1/evaluations/${body.id}`;
    await stranger.get(path).expect(404);
    await stranger.post(`${path}/acceptance`).expect(404);
    await university.post(`${path}/conclusion`, conclusion(body.id)).expect(404);
    await evaluator.post(`${path}/acceptance`).expect(201);
    expect(codeOf(await evaluator.post(`${path}/conclusion`, conclusion(body.id)).expect(422))).toBe(
      'evaluation.reportMissing',
    );
    const report = await attached(evaluator, 'evaluation', body.id, 'evaluationReport');
    const four = conclusion(report, { values: values.slice(1) });
    expect(codeOf(await evaluator.post(`${path}/conclusion`, four).expect(422))).toBe('evaluation.valuesIncomplete');
    const inventor = conclusion(report, { experts: [{ name: '示例完成人', unit: '示例大学' }] });
    expect(codeOf(await evaluator.post(`${path}/conclusion`, inventor).expect(422))).toBe('evaluation.inventorJudges');
    const done = await evaluator.post(`${path}/conclusion`, conclusion(report)).expect(201);
    expect(done.body).toMatchObject({ state: 'concluded', fee: { yuan: '20000.00' } });
    await evaluator.post(`${path}/conclusion`, conclusion(report)).expect(409);

    const shown = await market.anonymous.get(`/v1/achievements/${achievementId}/evaluations`).expect(200);
    expect(shown.body.items[0]).toMatchObject({ id: body.id, state: 'concluded', experts: 1 });
    expect(JSON.stringify(shown.body)).not.toMatch(/秘密细节|示例专家|20000/);
    expect((await university.get(path).expect(200)).body.conclusion.detail).toContain('秘密细节');
  });

  it('cannot be changed, even in the database; another evaluation supersedes it', async () => {
    const first = await concluded();
    await expect(
      market.database.owner.query(`UPDATE evaluation SET conclusion = '{}', public_part = '{}' WHERE id = $1`, [first]),
    ).rejects.toThrow('superseded, never changed');
    const second = await concluded({ supersedesId: first });
    expect((await university.get(`/v1/evaluations/${first}`)).body.state).toBe('superseded');
    expect((await university.get(`/v1/evaluations/${second}`)).body).toMatchObject({
      state: 'concluded',
      supersedesId: first,
    });
    const twice = await university.post('/v1/evaluations', commission({ supersedesId: first })).expect(422);
    expect(codeOf(twice)).toBe('evaluation.supersedesUnknown');
  });

  it('is blocked by a relation of the evaluator, of an expert, or of whoever signs', async () => {
    const { body } = await university.post('/v1/evaluations', commission()).expect(201);
    const path = `/v1/evaluations/${body.id}`;
    await evaluator.post(`${path}/acceptance`).expect(201);
    const report = await attached(evaluator, 'evaluation', body.id, 'evaluationReport', 'related');
    const related = [{ name: '另一专家', unit: '示例大学', personId: university.identity.personId }];
    const blocked = await evaluator.post(`${path}/conclusion`, conclusion(report, { experts: related })).expect(422);
    expect(blocked.body).toMatchObject({ code: 'evaluation.conflict', detail: expect.stringContaining('任职') });
    await market.database.owner.query(
      `INSERT INTO relation (id, from_kind, from_id, to_kind, to_id, kind, note, declared_by, at)
       VALUES (gen_random_uuid(), 'organization', $1, 'organization', $2, 'shareholder', '持股', $3, now())`,
      [evaluator.identity.organizationId, university.identity.organizationId, university.identity.personId],
    );
    const shares = await evaluator.post(`${path}/conclusion`, conclusion(report)).expect(422);
    expect(shares.body.detail).toContain('持股');
    expect(codeOf(await university.post('/v1/evaluations', commission()).expect(422))).toBe('evaluation.conflict');
  });
});
