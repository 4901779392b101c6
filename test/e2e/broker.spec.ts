import { systemActor } from '#domain/shared/actor.js';
import { BrokerRecognitionService } from '#application/broker-recognition/broker-recognition.service.js';
import { PublicNoticeService } from '#application/public-notice/public-notice.service.js';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** Somebody becomes a broker: trained, examined blind, recognized by two officers after a notice; counts while it lasts. */
describe('技术经纪人认定', () => {
  let market: TestMarket;
  let broker: Caller;
  let manager: Caller;
  let first: Caller;
  let second: Caller;
  let third: Caller;
  let stranger: Caller;

  beforeAll(async () => {
    market = await startMarket({ now: '2026-11-02T02:00:00Z' });
    manager = await market.member({ roles: ['agencyManager'], organizationKind: 'transferAgency' });
    broker = await market.member({ roles: ['broker'], organizationId: manager.identity.organizationId });
    first = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau', countyCode: '621000' });
    const organizationId = first.identity.organizationId;
    [second, third] = await Promise.all([
      market.member({ roles: ['reviewer'], organizationId }),
      market.member({ roles: ['reviewer'], organizationId }),
    ]);
    stranger = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
  });
  afterAll(() => market.close());

  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const content = {
    kind: 'first',
    grade: 'junior',
    certificateNumber: '甘技培2026-0101',
    certificateIssuer: '示例国家技术转移人才培养基地',
    certificateIssuedOn: '2026-05-20',
    statement: '从事农业技术转移三年。',
    publicConsent: false,
    creditConsent: false,
  };
  const training = {
    course: '技术合同认定登记实务',
    provider: '示例基地',
    heldOn: '2026-05-18',
    evidence: '结业证明 1',
  };
  const reason = { reason: '材料齐全，符合条件。' };
  const examine = { decision: 'examine', ...reason };
  const publicize = { decision: 'publicize', ...reason };
  const counted = async () => {
    const { body } = await market.anonymous.get('/v1/broker-count').expect(200);
    return body.readings.map(({ count }: { count: number }) => count) as number[];
  };
  const trained = async (caller: Caller, hours: number, over: object = {}) => {
    const { body } = await caller.post('/v1/broker-trainings', { ...training, hours, ...over }).expect(201);
    await first.post(`/v1/broker-trainings/${body.id}/decision`, { decision: 'confirm', ...reason }).expect(201);
  };
  const later = async (instant: string) => {
    market.clock.moveTo(new Date(instant));
    await market.api.get(PublicNoticeService, { strict: false }).endDue(systemActor('test', 'test'));
  };
  const applied = async (caller: Caller, over: object = {}) => {
    const { body } = await caller.post('/v1/broker-recognitions', { ...content, ...over }).expect(201);
    const path = `/v1/broker-recognitions/${body.id}`;
    await caller.post(`${path}/submission`).expect(201);
    return path;
  };
  let path: string;

  it('is applied for once, and is nobody else’s to see', async () => {
    path = await applied(broker);
    expect(codeOf(await broker.post('/v1/broker-recognitions', content).expect(409))).toBe(
      'brokerRecognition.openAlready',
    );
    await stranger.get(path).expect(404);
    await manager.get(path).expect(404);
    await stranger.post(`${path}/withdrawal`, reason).expect(404);
    await first.get(path).expect(200);
    // Returned, it is in the applicant's hands alone, until he hands it in again.
    const { body: returned } = await first.post(`${path}/examination`, { decision: 'return', ...reason }).expect(201);
    expect(returned.state).toBe('draft');
    await first.get(path).expect(404);
    await broker.post(`${path}/submission`).expect(201);
    const renewal = { ...content, kind: 'renewal' };
    expect(codeOf(await stranger.post('/v1/broker-recognitions', renewal).expect(422))).toBe(
      'brokerRecognition.nothingToRenew',
    );
  });

  it('asks for confirmed hours and a paper that two have marked without seeing each other', async () => {
    expect(codeOf(await first.post(`${path}/examination`, examine).expect(422))).toBe('brokerRecognition.hoursMissing');
    await trained(broker, 16);
    const unconfirmed = await broker
      .post('/v1/broker-trainings', { ...training, course: '另一课程', hours: 40 })
      .expect(201);
    expect(codeOf(await first.post(`${path}/examination`, examine).expect(422))).toBe('brokerRecognition.hoursMissing');
    expect(codeOf(await broker.post('/v1/broker-trainings', { ...training, hours: 8 }).expect(409))).toBe(
      'brokerTraining.recordedAlready',
    );
    await first
      .post(`/v1/broker-trainings/${unconfirmed.body.id}/decision`, { decision: 'reject', reason: '证明不符' })
      .expect(201);
    await trained(broker, 8, { course: '专利导航' });
    expect(codeOf(await first.post(`${path}/examination`, examine).expect(422))).toBe(
      'brokerRecognition.casebookPending',
    );
    const mark = { caseCode: 'ANLI-07', note: '权属核查完整' };
    await first.post(`${path}/casebook-marks`, { ...mark, score: 50 }).expect(201);
    expect(codeOf(await first.post(`${path}/casebook-marks`, { ...mark, score: 90 }).expect(409))).toBe(
      'casebook.writtenAlready',
    );
    await second.post(`${path}/casebook-marks`, { ...mark, score: 80 }).expect(201);
    expect((await broker.get(path).expect(200)).body.casebookScore).toBeNull();
    expect(codeOf(await first.post(`${path}/examination`, examine).expect(422))).toBe(
      'brokerRecognition.casebookPending',
    );
    await third.post(`${path}/casebook-marks`, { ...mark, score: 70 }).expect(201);
    expect((await broker.get(path).expect(200)).body.casebookScore).toBe(70);
  });

  it('is examined by one officer and decided by another, none of them related', async () => {
    const { body: relation } = await first
      .post('/v1/relations', {
        ...{ fromKind: 'person', fromId: first.identity.personId, toKind: 'person', toId: broker.identity.personId },
        ...{ kind: 'relative', note: '配偶' },
      })
      .expect(201);
    expect(codeOf(await first.post(`${path}/examination`, examine).expect(422))).toBe('brokerRecognition.conflict');
    await first.post(`/v1/relations/${relation.id}/end`).expect(204);
    expect((await first.post(`${path}/examination`, examine).expect(201)).body.state).toBe('examined');
    expect(codeOf(await first.post(`${path}/decision`, publicize).expect(422))).toBe('brokerRecognition.sameEyes');
    const { body } = await second.post(`${path}/decision`, publicize).expect(201);
    expect(body).toMatchObject({ state: 'publicized' });
    expect(await counted()).toEqual([0, 0]);
    const notice = (await market.anonymous.get(`/v1/public-notices/${body.noticeId}`).expect(200)).body;
    expect(notice.title).toContain('初级技术经纪人');
  });

  it('counts from the end of the notice, in two readings, and is shown by name only with consent', async () => {
    await later('2026-11-20T02:00:00Z');
    const { body } = await broker.get(path).expect(200);
    expect(body).toMatchObject({
      state: 'recognized',
      active: true,
      validFrom: '2026-11-20',
      validUntil: '2029-11-19',
    });
    expect(body.recognitionNumber).toBe('QYJJ-2026-0001');
    expect(await counted()).toEqual([1, 0]);
    expect((await market.anonymous.get('/v1/brokers').expect(200)).body.items).toEqual([]);
    await broker.post(`${path}/consent`, { publicConsent: true, creditConsent: true }).expect(201);
    const id = path.split('/').at(-1) ?? '';
    const shown = (await market.anonymous.get(`/v1/brokers/${id}`).expect(200)).body;
    expect(shown).toMatchObject({ gradeTitle: '初级技术经纪人', agencyName: null, creditLevel: 'B' });
    expect(JSON.stringify(shown)).not.toContain(broker.identity.personId);
  });

  it('practises for one agency at a time; a second one takes the place of the first', async () => {
    const asked = (await broker.post('/v1/broker-affiliations').expect(201)).body;
    await stranger.get(`/v1/broker-affiliations/${asked.id}`).expect(404);
    await manager.post(`/v1/broker-affiliations/${asked.id}/confirmation`).expect(201);
    expect(await counted()).toEqual([1, 1]);
    expect(codeOf(await broker.post('/v1/broker-affiliations').expect(409))).toBe('brokerAffiliation.sameAgency');
    const { personId } = broker.identity;
    await expect(
      market.database.owner.query(
        `INSERT INTO broker_affiliation (id, person_id, agency_organization_id, state, since, created_at)
         VALUES (gen_random_uuid(), $1, $2, 'active', now(), now())`,
        [personId, stranger.identity.organizationId],
      ),
    ).rejects.toThrow(/broker_affiliation/);
    const next = await market.member({ roles: ['agencyManager'], organizationKind: 'transferAgency' });
    await market.database.owner.query(
      `INSERT INTO membership (person_id, organization_id, roles, since) VALUES ($1, $2, '{broker}', now())`,
      [personId, next.identity.organizationId],
    );
    await market.database.owner.query(
      `INSERT INTO broker_affiliation (id, person_id, agency_organization_id, state, created_at)
       VALUES ('0193f0a2-7c1e-7000-8000-00000000c0de', $1, $2, 'requested', now())`,
      [personId, next.identity.organizationId],
    );
    market.clock.moveTo(new Date('2026-11-21T02:00:00Z'));
    await next.post('/v1/broker-affiliations/0193f0a2-7c1e-7000-8000-00000000c0de/confirmation').expect(201);
    const { body } = await broker.get('/v1/broker-affiliations').expect(200);
    expect(body.items.map(({ state }: { state: string }) => state).sort()).toEqual(['active', 'ended']);
  });

  it('is suspended, restored and withdrawn by an officer with a reason, and then does not count', async () => {
    const rule = (decision: string) => first.post(`${path}/ruling`, { decision, reason: '投诉调查期间' });
    expect((await rule('suspend').expect(201)).body.active).toBe(false);
    expect(await counted()).toEqual([0, 0]);
    expect((await market.anonymous.get('/v1/brokers').expect(200)).body.items).toEqual([]);
    await rule('restore').expect(201);
    expect(await counted()).toEqual([1, 1]);
    expect(codeOf(await rule('restore').expect(409))).toBe('state.notAllowed');
  });

  it('reminds of its end, is renewed with continuing hours from the day after, and ends by itself', async () => {
    const service = market.api.get(BrokerRecognitionService, { strict: false });
    const system = systemActor('test', 'test');
    market.clock.moveTo(new Date('2029-09-01T02:00:00Z'));
    expect((await broker.get(path).expect(200)).body.reminder).toContain('90');
    expect([await service.remind(system), await service.remind(system)]).toEqual([1, 0]);
    await trained(broker, 24, { course: '继续教育', heldOn: '2028-03-01' });
    expect(codeOf(await broker.post('/v1/broker-recognitions', content).expect(409))).toBe(
      'brokerRecognition.standsAlready',
    );
    const renewal = await applied(broker, { kind: 'renewal' });
    await first.post(`${renewal}/examination`, examine).expect(201);
    await second.post(`${renewal}/decision`, publicize).expect(201);
    await later('2029-10-20T02:00:00Z');
    expect((await broker.get(renewal).expect(200)).body).toMatchObject({
      ...{ state: 'recognized', active: false, validFrom: '2029-11-20', validUntil: '2032-11-19' },
    });
    expect((await counted())[0]).toBe(1);
    market.clock.moveTo(new Date('2029-11-21T02:00:00Z'));
    expect([await service.expireDue(system), await service.expireDue(system)]).toEqual([1, 0]);
    expect((await broker.get(path).expect(200)).body.state).toBe('expired');
    expect((await counted())[0]).toBe(1);
    await first.post(`${renewal}/ruling`, { decision: 'revoke', reason: '伪造业绩，撤销认定' }).expect(201);
    expect((await counted())[0]).toBe(0);
  });
});
