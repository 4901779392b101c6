import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A tenant meets a mentor who agreed to be one. */
describe('导师', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket();
  });
  afterAll(() => market.close());

  const words = {
    displayName: '示例导师',
    introduction: '从事饲草加工二十年。',
    expertise: ['饲草加工'],
    consent: 'agreed',
  };
  const hour = (from: string, until: string) => ({
    startsAt: `2026-11-25T${from}:00+08:00`,
    endsAt: `2026-11-25T${until}:00+08:00`,
    place: '线上会议',
  });
  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const tenantOf = async (home: Caller): Promise<Caller> => {
    const company = await market.member({ roles: ['enterprise'] });
    const application = {
      incubatorOrganizationId: home.identity.organizationId,
      plan: '开发苹果采后分级设备，三年内形成两个型号。',
      technologyBased: true,
      foundedOn: '2025-06-01',
      onPremises: true,
    };
    const { body } = await company.post('/v1/tenancies', application).expect(201);
    const admission = { decision: 'admit', plannedUntil: '2029-12-31', reason: '符合条件。' };
    await home.post(`/v1/tenancies/${body.id}/decision`, admission).expect(201);
    return company;
  };

  it('offers hours that tenants book once, writes the meeting down and is told what they think', async () => {
    const home = await market.member({ roles: ['incubatorManager'], organizationKind: 'incubator' });
    const [tenant, rival] = [await tenantOf(home), await tenantOf(home)];
    const mentor = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const { body } = await mentor.post('/v1/mentors', words).expect(201);
    expect(codeOf(await mentor.post('/v1/mentors', words).expect(409))).toBe('mentor.already');
    const slot = (await mentor.post('/v1/office-hours', hour('09:00', '10:00')).expect(201)).body;
    expect(codeOf(await mentor.post('/v1/office-hours', hour('09:30', '10:30')).expect(409))).toBe('mentor.overlap');
    const outsider = await market.member({ roles: ['enterprise'] });
    const book = { topic: '代乳料中试放大的成本控制。' };
    expect(codeOf(await outsider.post(`/v1/office-hours/${slot.id}/meeting`, book).expect(422))).toBe(
      'mentor.tenantsOnly',
    );
    expect((await tenant.get(`/v1/mentors/${body.id}/office-hours`).expect(200)).body.items).toHaveLength(1);
    const answers = await Promise.all(
      [tenant, rival].map((one) => one.post(`/v1/office-hours/${slot.id}/meeting`, book)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [winner, loser] = answers[0]!.status === 201 ? [tenant, rival] : [rival, tenant];
    const meeting = answers.find(({ status }) => status === 201)!.body;
    const path = `/v1/mentor-meetings/${meeting.id}`;
    await loser.get(path).expect(404);
    await home.get(path).expect(200);
    const log = { outcome: 'hold', log: '讨论了原料替代与能耗。', advice: '先做 50 公斤批次试验。' };
    expect(codeOf(await mentor.post(`${path}/log`, log).expect(409))).toBe('mentorMeeting.notBegun');
    const feedback = { score: 5, feedback: '建议具体可行。' };
    expect(codeOf(await winner.post(`${path}/feedback`, feedback).expect(409))).toBe('mentorMeeting.notHeld');
    market.clock.moveTo(new Date('2026-11-25T03:00:00Z'));
    await winner.post(`${path}/log`, log).expect(404);
    await mentor.post(`${path}/log`, log).expect(201);
    expect((await winner.post(`${path}/feedback`, feedback).expect(201)).body).toMatchObject({
      state: 'held',
      score: 5,
    });

    await mentor.post('/v1/mentors/withdrawal').expect(201);
    await market.anonymous.get(`/v1/mentors/${body.id}`).expect(404);
    const { rows } = await market.database.owner.query('SELECT display_name, expertise FROM mentor WHERE id = $1', [
      body.id,
    ]);
    expect(rows).toEqual([{ display_name: '', expertise: [] }]);
  });

  it('shows a known relation, which must be acknowledged and stays with the meeting', async () => {
    const home = await market.member({ roles: ['incubatorManager'], organizationKind: 'incubator' });
    const tenant = await tenantOf(home);
    const mentor = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    await mentor.post('/v1/mentors', words).expect(201);
    const slot = {
      startsAt: '2026-11-27T09:00:00+08:00',
      endsAt: '2026-11-27T10:00:00+08:00',
      place: '线上会议',
    };
    const { body } = await mentor.post('/v1/office-hours', slot).expect(201);
    await mentor
      .post('/v1/relations', {
        fromKind: 'person',
        fromId: mentor.identity.personId,
        toKind: 'organization',
        toId: tenant.identity.organizationId,
        kind: 'shareholder',
        note: '持股 5%',
      })
      .expect(201);
    const book = { topic: '股权融资。' };
    expect(codeOf(await tenant.post(`/v1/office-hours/${body.id}/meeting`, book).expect(422))).toBe('mentor.related');
    const booked = await tenant
      .post(`/v1/office-hours/${body.id}/meeting`, { ...book, relationAcknowledged: true })
      .expect(201);
    expect(booked.body.relation).toBe('持股');
  });
});
