import { systemActor } from '#domain/shared/actor.js';
import { ReadinessService } from '#application/readiness/readiness.service.js';
import type { Caller } from '../support/caller.js';
import { attached, publishedAchievement } from '../support/evaluations.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A readiness level is what evidence shows, level by level, and it fades unless shown again; a pilot earns it gate by gate. */
describe('成熟度与中试', () => {
  let market: TestMarket;
  let university: Caller;
  let reviewer: Caller;
  let stranger: Caller;

  const kinds = ['theory', 'concept', 'laboratoryReport', 'prototypeTest', 'relevantTest', 'regionalTrial'];
  const evidence = (levels: readonly number[], provenOn = '2026-10-01') =>
    levels.map((level) => ({ level, kind: kinds[level - 1], description: `第 ${level} 级的报告`, provenOn }));
  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const levelOf = async (id: string) =>
    (await market.anonymous.get(`/v1/achievements/${id}`).expect(200)).body as {
      readinessLevel: number | null;
      farmStage: string | null;
    };

  beforeAll(async () => {
    market = await startMarket();
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    stranger = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
  });
  afterAll(() => market.close());

  const claimed = async (achievementId: string, level: number, given: object[]): Promise<string> => {
    const draft = { achievementId, level, farming: true };
    const { body } = await university.post('/v1/readiness-claims', draft).expect(201);
    await university.post(`/v1/readiness-claims/${body.id}/submission`, { evidence: given }).expect(201);
    return body.id;
  };
  const proven = async (achievementId: string, level: number, given: object[]): Promise<void> => {
    const id = await claimed(achievementId, level, given);
    await reviewer
      .post(`/v1/readiness-claims/${id}/decision`, { outcome: 'prove', reason: '与现场核验一致' })
      .expect(201);
  };

  it('is proven with every level below, shows in the achievement, and is not written by hand any more', async () => {
    const id = await publishedAchievement(university, { readinessLevel: 9 });
    const { body } = await university
      .post('/v1/readiness-claims', { achievementId: id, level: 3, farming: true })
      .expect(201);
    const path = `/v1/readiness-claims/${body.id}`;
    await stranger.get(path).expect(404);
    await stranger.post(`${path}/submission`, { evidence: evidence([1, 2, 3]) }).expect(404);
    const gap = await university.post(`${path}/submission`, { evidence: evidence([1, 3]) }).expect(422);
    expect(gap.body).toMatchObject({
      code: 'readinessClaim.levelsMissing',
      detail: expect.stringContaining('第 2 级'),
    });
    const file = await attached(university, 'readinessClaim', body.id, 'readinessEvidence');
    const given = evidence([1, 2, 3]).map((item, at) => (at === 2 ? { ...item, attachmentId: file } : item));
    const foreign = given.map((item) => ({ ...item, attachmentId: id }));
    expect(codeOf(await university.post(`${path}/submission`, { evidence: foreign }).expect(422))).toBe(
      'readinessClaim.attachmentUnknown',
    );
    await university.post(`${path}/submission`, { evidence: given }).expect(201);
    expect((await levelOf(id)).readinessLevel).toBe(9);
    await university.post(`${path}/decision`, { outcome: 'prove', reason: '自己认可' }).expect(403);
    await reviewer.post(`${path}/decision`, { outcome: 'prove', reason: '与现场核验一致' }).expect(201);
    expect(await levelOf(id)).toMatchObject({ readinessLevel: 3, farmStage: null });
    const { version } = (await university.get(`/v1/achievements/${id}`)).body;
    const raised = await university.patch(`/v1/achievements/${id}`, version, { readinessLevel: 9 }).expect(409);
    expect(codeOf(raised)).toBe('achievement.readinessProven');
    await proven(id, 6, evidence([4, 5, 6]));
    expect(await levelOf(id)).toMatchObject({ readinessLevel: 6, farmStage: 'regionalTrial' });
  });

  it('falls with time to what still counts, and with a proof that is revoked', async () => {
    const id = await publishedAchievement(university);
    await proven(id, 6, evidence([1, 2, 3, 4, 5, 6], '2023-01-10'));
    const shown = async () => (await market.anonymous.get(`/v1/achievements/${id}/readiness`).expect(200)).body;
    expect(await shown()).toMatchObject({ provenLevel: 6, currentLevel: 6 });
    const before = market.clock.now();
    market.clock.moveTo(new Date('2027-02-01T02:00:00Z'));
    const decay = () =>
      market.api.get(ReadinessService, { strict: false }).decay(systemActor('readiness.decay', 'test'));
    await decay();
    await decay();
    expect(await shown()).toMatchObject({ provenLevel: 6, currentLevel: 5 });
    expect((await shown()).levels.at(-1)).toEqual({
      level: 6,
      lastProvenOn: '2023-01-10',
      provenUntil: '2027-01-10',
      stale: true,
    });
    expect(await levelOf(id)).toMatchObject({ readinessLevel: 5, farmStage: 'smallTrial' });
    await proven(id, 6, evidence([6], '2027-01-20'));
    expect(await levelOf(id)).toMatchObject({ readinessLevel: 6 });
    const second = (await shown()).proofs.find((proof: { level: number }) => proof.level === 2);
    const path = `/v1/readiness-proofs/${second.id}/revocation`;
    await university.post(path, { reason: '不该由我撤销' }).expect(403);
    await reviewer.post(path, { reason: '论证材料系伪造' }).expect(201);
    await reviewer.post(path, { reason: '再撤一次也无用' }).expect(409);
    expect(await levelOf(id)).toMatchObject({ readinessLevel: 1, farmStage: null });
    market.clock.moveTo(before);
  });

  it('is earned by a pilot gate by gate: hold, go, and a claim raised by the gate', async () => {
    const id = await publishedAchievement(university);
    await proven(id, 3, evidence([1, 2, 3]));
    const plan = {
      achievementId: id,
      title: '代乳料中试',
      plan: '在环县两个羊场开展小试与区域试验。',
      site: '环县示范羊场',
      farming: true,
      fromLevel: 3,
      toLevel: 5,
      budgetYuan: '1000.00',
      startsOn: '2026-11-01',
      endsOn: '2027-06-30',
      gates: [
        { level: 4, criteria: '小试成活率不低于 95%', dueOn: '2027-01-31' },
        { level: 5, criteria: '相关环境验证通过', dueOn: '2027-05-31' },
      ],
    };
    const tooHigh = { ...plan, fromLevel: 4, gates: plan.gates.slice(1) };
    expect(codeOf(await university.post('/v1/pilot-projects', tooHigh).expect(422))).toBe('pilotProject.startUnproven');
    const { body } = await university.post('/v1/pilot-projects', plan).expect(201);
    const path = `/v1/pilot-projects/${body.id}`;
    await stranger.get(path).expect(404);
    const gate = (kind: string) => ({
      report: '完成小试三批，指标达到通过标准。',
      evidence: [{ kind, description: '小试测试报告', provenOn: '2026-11-20' }],
    });
    await university.post(`${path}/gates/4/submission`, gate('prototypeTest')).expect(409);
    await university.post(`${path}/start`).expect(201);
    expect(codeOf(await university.post(`${path}/gates/5/submission`, gate('relevantTest')).expect(409))).toBe(
      'pilotProject.gateNotInTurn',
    );
    expect(codeOf(await university.post(`${path}/gates/4/submission`, gate('theory')).expect(422))).toBe(
      'readinessClaim.evidenceUnfit',
    );
    const spend = (amountYuan: string) =>
      university.post(`${path}/spendings`, { category: 'testing', amountYuan, spentOn: '2026-11-20', note: '检测费' });
    await spend('999.99').expect(201);
    expect(codeOf(await spend('0.02').expect(422))).toBe('pilotProject.overBudget');
    await spend('0.01').expect(201);
    await university.post(`${path}/gates/4/submission`, gate('prototypeTest')).expect(201);
    const decide = (decision: string) =>
      reviewer.post(`${path}/gates/4/decision`, { decision, reason: '数据已经核对' });
    expect((await decide('hold').expect(201)).body.state).toBe('held');
    await university.post(`${path}/resumption`).expect(201);
    await university.post(`${path}/gates/4/submission`, gate('prototypeTest')).expect(201);
    const passed = (await decide('go').expect(201)).body;
    expect(passed).toMatchObject({ state: 'running', spent: { yuan: '1000.00' } });
    const { items } = (await university.get('/v1/readiness-claims').expect(200)).body;
    const raised = items.find((claim: { pilotGateId: string }) => claim.pilotGateId === passed.gates[0].id);
    expect(raised).toMatchObject({ state: 'submitted', level: 4 });
    await reviewer
      .post(`/v1/readiness-claims/${raised.id}/decision`, { outcome: 'prove', reason: '阶段门已通过' })
      .expect(201);
    expect(await levelOf(id)).toMatchObject({ readinessLevel: 4, farmStage: 'smallTrial' });
    await university.post(`${path}/stop`, { reason: '试验羊群染疫' }).expect(201);
    await university.post(`${path}/start`).expect(409);
  });

  it('is not decided by somebody who is related to the owner', async () => {
    const id = await publishedAchievement(university);
    const claim = await claimed(id, 1, evidence([1]));
    const related = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    await market.database.owner.query(
      `INSERT INTO relation (id, from_kind, from_id, to_kind, to_id, kind, note, declared_by, at)
       VALUES (gen_random_uuid(), 'person', $1, 'organization', $2, 'adviser', '顾问', $1, now())`,
      [related.identity.personId, university.identity.organizationId],
    );
    const refused = await related
      .post(`/v1/readiness-claims/${claim}/decision`, { outcome: 'prove', reason: '没有问题' })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'readinessClaim.conflict', detail: expect.stringContaining('顾问') });
  });
});
