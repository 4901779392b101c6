import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** An enterprise moves into an incubator, grows and graduates. */
describe('孵化', () => {
  let market: TestMarket;
  let incubator: Caller;
  beforeAll(async () => {
    market = await startMarket();
    incubator = await market.member({ roles: ['incubatorManager'], organizationKind: 'incubator' });
  });
  afterAll(() => market.close());

  const plan = '开发苹果采后分级设备，三年内形成两个产品型号。';
  const application = (home = incubator) => ({
    incubatorOrganizationId: home.identity.organizationId,
    plan,
    technologyBased: true,
    foundedOn: '2025-06-01',
    onPremises: true,
  });
  const admission = { decision: 'admit', plannedUntil: '2029-12-31', reason: '符合入驻条件。' };
  const countsOf = async () =>
    (await market.anonymous.get(`/v1/incubators/${incubator.identity.organizationId}`).expect(200)).body;

  it('is applied for, admitted, reaches milestones and graduates; the public sees counts only', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const { body } = await enterprise.post('/v1/tenancies', application()).expect(201);
    const path = `/v1/tenancies/${body.id}`;
    expect(body).toMatchObject({ state: 'applied', appliedOn: '2026-11-23' });
    expect((await enterprise.post('/v1/tenancies', application()).expect(409)).body.code).toBe(
      'tenancy.appliedAlready',
    );
    await enterprise.post(`${path}/decision`, admission).expect(404); // nobody admits itself
    await incubator.post(`${path}/decision`, { ...admission, plannedUntil: '2026-11-23' }).expect(422);
    await incubator.post(`${path}/decision`, admission).expect(201);
    expect(await countsOf()).toMatchObject({ admitted: 1, graduated: 0 });

    const graduation = { decision: 'graduate', graduationGround: 'carrierRule', reason: '达到毕业条件。' };
    expect(
      (await incubator.post(`${path}/decision`, { decision: 'graduate', reason: '达标' }).expect(422)).body.code,
    ).toBe('tenancy.groundMissing');
    expect((await incubator.post(`${path}/decision`, graduation).expect(422)).body.code).toBe(
      'tenancy.milestoneMissing',
    );
    const milestone = { kind: 'product', note: '首台样机通过检测。', reachedOn: '2026-11-23' };
    await enterprise.post(`${path}/milestones`, { ...milestone, reachedOn: '2026-11-24' }).expect(422);
    await enterprise.post(`${path}/milestones`, milestone).expect(201);
    const support = { kind: 'funding', amountYuan: '20000.00', givenOn: '2026-11-23', note: '首年房租补助。' };
    await enterprise.post(`${path}/supports`, support).expect(404); // the carrier says what it gave
    await incubator.post(`${path}/supports`, support).expect(201);
    await incubator.post(`${path}/decision`, graduation).expect(201);
    expect((await enterprise.get(path).expect(200)).body).toMatchObject({
      state: 'graduated',
      endedOn: '2026-11-23',
      byDefinition: true,
      milestones: [milestone],
      supports: [{ kind: 'funding', amount: { yuan: '20000.00' } }],
    });
    expect(await countsOf()).toMatchObject({ admitted: 0, graduated: 1 });
    expect((await market.anonymous.get('/v1/incubators').expect(200)).text).not.toContain('苹果');
  });

  it('counts an enterprise in one incubator at a time', async () => {
    const other = await market.member({ roles: ['incubatorManager'], organizationKind: 'incubator' });
    const enterprise = await market.member({ roles: ['enterprise'] });
    const first = await enterprise.post('/v1/tenancies', application()).expect(201);
    const second = await enterprise.post('/v1/tenancies', application(other)).expect(201);
    await incubator.post(`/v1/tenancies/${first.body.id}/decision`, admission).expect(201);
    expect((await other.post(`/v1/tenancies/${second.body.id}/decision`, admission).expect(409)).body.code).toBe(
      'tenancy.admittedElsewhere',
    );
    await enterprise
      .post(`/v1/tenancies/${first.body.id}/decision`, { decision: 'leave', reason: '迁出。' })
      .expect(201);
    await other.post(`/v1/tenancies/${second.body.id}/decision`, admission).expect(201);
  });

  it('rests on the definition of a tenant, or on a reason that is kept and not counted', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const { body } = await enterprise.post('/v1/tenancies', { ...application(), foundedOn: '2020-01-01' }).expect(201);
    const path = `/v1/tenancies/${body.id}`;
    const refused = await incubator.post(`${path}/decision`, admission).expect(422);
    expect(refused.body).toMatchObject({ code: 'tenancy.notEligible', errors: [{ pointer: '/exceptionReason' }] });
    expect(refused.body.detail).toContain('24个月');
    const exception = { ...admission, exceptionReason: '市里引进的重点项目。' };
    const admitted = await incubator.post(`${path}/decision`, exception).expect(201);
    expect(admitted.body).toMatchObject({
      state: 'admitted',
      byDefinition: false,
      exceptionReason: '市里引进的重点项目。',
    });
    await incubator.post(`${path}/decision`, { decision: 'lose', reason: '电话、地址均无法联系。' }).expect(201);
    await incubator.post(`${path}/decision`, { decision: 'return', reason: '重新取得联系。' }).expect(201);
    await incubator.post(`${path}/decision`, { decision: 'fail', reason: '企业注销。' }).expect(201);

    const id = incubator.identity.organizationId;
    const table = await market.anonymous.get(`/v1/incubation-cohorts?incubatorOrganizationId=${id}`).expect(200);
    const [cohort] = table.body.cohorts;
    expect(cohort).toMatchObject({ year: 2026, failed: 1, survivalBasisPoints: [null, null, null] });
    expect(cohort.inIncubation + cohort.graduated + cohort.left + cohort.failed + cohort.unknown).toBe(cohort.entered);
    expect(cohort.censored).toBe(cohort.entered - 1);
    expect(table.body.note).toContain('右删失');
  });

  it('is nobody else’s business', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const stranger = await market.member({ roles: ['enterprise'] });
    const { body } = await enterprise.post('/v1/tenancies', application()).expect(201);
    const path = `/v1/tenancies/${body.id}`;
    await stranger.get(path).expect(404);
    await stranger.post(`${path}/decision`, admission).expect(404);
    await stranger.post(`${path}/milestones`, { kind: 'other', note: '冒名', reachedOn: '2026-11-23' }).expect(404);
    expect((await stranger.get('/v1/tenancies').expect(200)).body.items).toEqual([]);
    await market.anonymous.get('/v1/tenancies').expect(401);
    await incubator.post(`${path}/decision`, { decision: 'cancel', reason: '不是我的申请' }).expect(404);
    await enterprise.post('/v1/tenancies', { ...application(stranger) }).expect(404); // no incubator
    await enterprise.post(`${path}/decision`, { decision: 'cancel', reason: '改变计划。' }).expect(201);
  });
});
