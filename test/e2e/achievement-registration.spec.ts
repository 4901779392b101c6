import type { Caller } from '../support/caller.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';
import { agreedAchievement, procedureUnit, upload, type ProcedureUnit } from '../support/transfer-procedure.js';

/** 成果登记: the unit fills the form in, the bureau looks at it, and then there is a number. */
describe('成果登记', () => {
  let market: TestMarket;
  let people: ProcedureUnit;
  let officer: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
    people = await procedureUnit(market);
    officer = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau', countyCode: '621000' });
  });
  afterAll(() => market.close());

  const form = {
    title: '湖羊代乳料配方',
    summary: '以本地饲草配制的代乳料，成活率由 88% 提高到 96%。',
    keywords: ['湖羊'],
    embodiment: '新产品',
    attribute: 'original',
    phase: 'mature',
    level: 'nationalAdvanced',
    startedOn: '2022-01-01',
    endedOn: '2025-12-31',
    firstUnit: '示例大学',
    inventors: ['完成人'],
    projectSource: '市级科技计划',
    intellectualProperty: '发明专利 1 件',
    evaluationManner: 'thirdParty',
    evaluationUnit: '示例评价机构',
    evaluatedOn: '2026-03-01',
    evaluationPositive: true,
    industry: '畜牧业',
    transferScope: '许可，全市',
  };
  const draft = async (title: string, over: object = {}): Promise<{ id: string; achievementId: string }> => {
    const achievementId = await agreedAchievement(people, title);
    const { body } = await people.unit
      .post('/v1/achievement-registrations', { achievementId, kind: 'applied', form: { ...form, title, ...over } })
      .expect(201);
    return { id: body.id, achievementId };
  };
  const papers = async (achievementId: string) => {
    for (const kind of ['evaluationReport', 'developmentReport', 'testReport'])
      await upload(people.unit, 'achievement', achievementId, kind);
  };
  const ready = async (title: string, over: object = {}) => {
    const made = await draft(title, over);
    await papers(made.achievementId);
    await people.unit.post(`/v1/achievement-registrations/${made.id}/submission`).expect(201);
    return made;
  };

  it('is drafted, told what is missing, returned with what is wrong, accepted with a number, seen by anybody', async () => {
    const { unit } = people;
    const { id, achievementId } = await draft('羔羊早期断奶技术', { phase: undefined });
    const path = `/v1/achievement-registrations/${id}`;
    const seen = await unit.get(path).expect(200);
    expect(seen.body.gaps.map(({ title }: { title: string }) => title)).toEqual([
      '成果所处阶段',
      '评价证明（鉴定、验收、第三方评价等）',
      '研制报告',
      '查新报告、检测报告或用户应用证明之一',
    ]);
    expect((await unit.post(`${path}/submission`).expect(422)).body.code).toBe('achievementRegistration.incomplete');
    await officer.post(`${path}/acceptance`, {}).expect(404); // a draft is the unit's own
    await papers(achievementId);
    const rewritten = { kind: 'applied', form: { ...form, title: '羔羊早期断奶技术' } };
    await unit.put(`${path}/form`, rewritten).expect(428);
    await unit.put(`${path}/form`, rewritten).set('If-Match', '"9"').expect(412);
    await unit.put(`${path}/form`, rewritten).set('If-Match', '"1"').expect(200);
    await unit.post(`${path}/submission`).expect(201);
    await unit.post(`${path}/acceptance`, {}).expect(403);
    const returned = await officer
      .post(`${path}/return`, { findings: ['评价日期与报告不符', '缺少用户证明'] })
      .expect(201);
    expect(returned.body).toMatchObject({ state: 'returned', findings: ['评价日期与报告不符', '缺少用户证明'] });
    await unit.post(`${path}/submission`).expect(201);
    const accepted = await officer.post(`${path}/acceptance`, {}).expect(201);
    expect(accepted.body).toMatchObject({ state: 'registered', registeredOn: '2026-11-23' });
    expect(accepted.body.number).toMatch(/^9622026Y\d{4}$/);
    const { body: achievement } = await unit.get(`/v1/achievements/${achievementId}`).expect(200);
    expect(achievement).toMatchObject({ state: 'registered', registrationNumber: accepted.body.number });
    const line = await market.anonymous.get(`/v1/registered-achievements/${accepted.body.number}`).expect(200);
    expect(line.body).toMatchObject({ title: '羔羊早期断奶技术', firstUnit: '示例大学', state: 'registered' });
    expect(line.text).not.toContain('完成人');
    const receipt = await unit.get(`${path}/receipt.pdf`).expect(200);
    expect(receipt.headers['content-type']).toContain('application/pdf');

    await officer.post(`${path}/revocation`, { reason: '经查评价报告不实。' }).expect(201);
    expect(
      (await market.anonymous.get(`/v1/registered-achievements/${accepted.body.number}`).expect(200)).body.state,
    ).toBe('revoked');
    expect((await unit.get(`/v1/achievements/${achievementId}`).expect(200)).body.registrationNumber).toBeNull();
  });

  it('issues numbers without gaps, however many are accepted at once and whatever fails', async () => {
    const made = [];
    for (let i = 0; i < 6; i += 1) made.push(await ready(`并发登记的成果${i}`));
    await people.unit.post(`/v1/achievement-registrations/${made[5]?.id}/withdrawal`).expect(201);
    const answers = await Promise.all(
      made.map(({ id }) => officer.post(`/v1/achievement-registrations/${id}/acceptance`, {})),
    );
    const serials = answers.filter(({ status }) => status === 201).map(({ body }) => Number(body.number.slice(-4)));
    serials.sort((a, b) => a - b);
    expect(serials).toHaveLength(5);
    expect((serials.at(-1) ?? 0) - (serials[0] ?? 0)).toBe(4);
    expect(answers[5]?.status).toBe(409);
  });

  it('asks about one of the same name, refuses with a ground, and registers an achievement once', async () => {
    const first = await ready('同名成果');
    await officer.post(`/v1/achievement-registrations/${first.id}/acceptance`, {}).expect(201);
    const second = await ready('同名 成果（）');
    const asked = await officer.post(`/v1/achievement-registrations/${second.id}/acceptance`, {}).expect(422);
    expect(asked.body.code).toBe('achievementRegistration.duplicateUnexplained');
    const refused = await officer
      .post(`/v1/achievement-registrations/${second.id}/refusal`, {
        ground: 'duplicate',
        reason: '与已登记的同名成果相同。',
      })
      .expect(201);
    expect(refused.body).toMatchObject({ state: 'refused', refusalGround: 'duplicate', number: null });
    const again = { achievementId: first.achievementId, kind: 'applied', form };
    expect((await people.unit.post('/v1/achievement-registrations', again).expect(409)).body.code).toBe(
      'achievementRegistration.openAlready',
    );
  });

  it('changes what was registered when the bureau agrees; the number stays', async () => {
    const { id } = await ready('待变更的成果');
    const { body } = await officer.post(`/v1/achievement-registrations/${id}/acceptance`, {}).expect(201);
    const change = { form: { ...form, title: '待变更的成果', firstUnit: '示例大学（新名）' }, reason: '单位更名。' };
    const asked = await people.unit.post(`/v1/achievement-registrations/${id}/changes`, change).expect(201);
    expect((await people.unit.post(`/v1/achievement-registrations/${id}/changes`, change).expect(409)).body.code).toBe(
      'achievementRegistration.changeOpen',
    );
    await officer
      .post(`/v1/registration-form-changes/${asked.body.id}/decision`, { decision: 'approve', reason: '材料属实。' })
      .expect(201);
    const line = await market.anonymous.get(`/v1/registered-achievements/${body.number}`).expect(200);
    expect(line.body).toMatchObject({ firstUnit: '示例大学（新名）', revision: 2 });
  });

  it('is held to what the inventors signed, to a positive evaluation, and is nobody else’s', async () => {
    const { unit, inventor } = people;
    const { id, achievementId } = await draft('完成人不符的成果', { inventors: ['别人'] });
    await papers(achievementId);
    const path = `/v1/achievement-registrations/${id}`;
    expect((await unit.post(`${path}/submission`).expect(422)).body.code).toBe(
      'achievementRegistration.inventorsDiffer',
    );
    const negative = { kind: 'applied', form: { ...form, title: '完成人不符的成果', evaluationPositive: false } };
    await unit.put(`${path}/form`, negative).set('If-Match', '"1"').expect(200);
    expect((await unit.post(`${path}/submission`).expect(422)).body.code).toBe(
      'achievementRegistration.evaluationNegative',
    );
    const stranger = await market.member({ roles: ['researchUnit'] });
    await stranger.get(path).expect(404);
    await stranger.post(`${path}/submission`).expect(404);
    // An inventor who works for the bureau does not review.
    const unsigned = await unit.post('/v1/achievements', {
      title: '没有签署的成果',
      inventors: [{ name: '甲', shareBasisPoints: 10_000 }],
    });
    const open = await unit
      .post('/v1/achievement-registrations', { achievementId: unsigned.body.id, kind: 'basic', form })
      .expect(201);
    expect((await unit.post(`/v1/achievement-registrations/${open.body.id}/submission`).expect(422)).body.code).toBe(
      'shareAgreement.notAgreed',
    );
    await inventor.get(path).expect(200);
  });

  it('takes an old register over with its checks, and never issues its numbers again', async () => {
    const csv = [
      '登记号,成果名称,第一完成单位,登记日期,完成人',
      '9622016Y0001,旧成果一,示例大学,2016-05-01,甲;乙',
      '9622016X0002,号码有误,示例大学,2016-05-01,',
      '9622016Y0003,年份不符,示例大学,2017-05-01,',
      '9622016Y0004,没有单位,,2016-05-01,',
      '9622026J0007,今年的旧号,示例大学,2026-02-01,丙',
    ].join('\n');
    const send = (dryRun: string) =>
      officer
        .post(`/v1/imports?kind=achievementRegister&dryRun=${dryRun}`, undefined, newKey())
        .set('content-type', 'text/csv')
        .send(csv);
    const done = async (dryRun: string) => {
      const { body } = await send(dryRun).expect(202);
      return eventually(async () => {
        const now = (await officer.get(`/v1/imports/${body.id}`).expect(200)).body;
        return now.state === 'finished' ? now : null;
      });
    };
    expect(await done('true')).toMatchObject({ created: 2, failed: 3 });
    await market.anonymous.get('/v1/registered-achievements/9622016Y0001').expect(404); // a rehearsal wrote nothing
    expect(await done('false')).toMatchObject({ created: 2, failed: 3 });
    expect(await done('false')).toMatchObject({ unchanged: 2, failed: 3 });
    const line = await market.anonymous.get('/v1/registered-achievements/9622016Y0001').expect(200);
    expect(line.body).toMatchObject({ title: '旧成果一', registeredOn: '2016-05-01', kind: 'applied' });
    const { unit } = people;
    await unit
      .post('/v1/imports?kind=achievementRegister', undefined, newKey())
      .set('content-type', 'text/csv')
      .send(csv)
      .expect(403);
    const { id, achievementId } = await draft('基础理论成果', {});
    await unit
      .put(`/v1/achievement-registrations/${id}/form`, {
        kind: 'basic',
        form: { ...form, title: '基础理论成果', papers: '论文 3 篇' },
      })
      .set('If-Match', '"1"')
      .expect(200);
    await upload(unit, 'achievement', achievementId, 'evaluationReport');
    await upload(unit, 'achievement', achievementId, 'publication');
    await unit.post(`/v1/achievement-registrations/${id}/submission`).expect(201);
    const accepted = await officer.post(`/v1/achievement-registrations/${id}/acceptance`, {}).expect(201);
    expect(accepted.body.number).toBe('9622026J0008');
  });
});
