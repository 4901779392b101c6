import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import { BypassService } from '#application/bypass/bypass.service.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** What protects a broker, and what is held against one: contracts around the introduction, and credit with a right to answer. */
describe('绕开中介与经纪人信用', () => {
  let market: TestMarket;
  let broker: Caller;
  let seller: Caller;
  let buyer: Caller;
  let officer: Caller;
  let other: Caller;
  let stranger: Caller;

  beforeAll(async () => {
    market = await startMarket({ now: '2026-01-04T02:00:00Z' });
    broker = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
    seller = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    buyer = await market.member({ roles: ['enterprise'] });
    stranger = await market.member({ roles: ['enterprise'] });
    officer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau', countyCode: '621000' });
    other = await market.member({ roles: ['reviewer'], organizationId: officer.identity.organizationId });
  });
  afterAll(() => market.close());

  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const demand = async () => {
    const need = { title: '肉牛育肥慢', summary: '育肥牛日增重低，求日粮配方与饲喂技术。', countyCode: '621022' };
    const { body } = await buyer.post('/v1/demands', need).expect(201);
    await buyer.post(`/v1/demands/${body.id}/publication`).expect(201);
    return body.id as string;
  };
  const terms = (demandId: string) => ({
    subject: { kind: 'demand', id: demandId },
    fee: { kind: 'percent', basisPoints: 300, base: 'technologyValue' },
    expiresOn: '2026-06-30',
    tailDays: 180,
  });
  const related = async (kind: string) => {
    const ends = { fromKind: 'person', fromId: broker.identity.personId, toKind: 'organization' };
    const relation = { ...ends, toId: buyer.identity.organizationId, kind, note: '测试申报' };
    return (await broker.post('/v1/relations', relation).expect(201)).body.id as string;
  };

  it('keeps a broker with an interest away, and tells the principal of a slighter one', async () => {
    const demandId = await demand();
    const shares = await related('shareholder');
    expect(codeOf(await broker.post('/v1/mandates', terms(demandId)).expect(422))).toBe('mandate.conflictOfInterest');
    await broker.post(`/v1/relations/${shares}/end`).expect(204);
    const project = await related('project');
    const { body } = await broker.post('/v1/mandates', terms(demandId)).expect(201);
    expect(body.interestNote).toBe('合作项目');
    await buyer.post(`/v1/mandates/${body.id}/acceptance`).expect(201);
    await broker.post(`/v1/relations/${project}/end`).expect(204);
  });

  it('finds a contract that goes around the introduction, hears all three, and lets an officer decide', async () => {
    const demandId = await demand();
    const { body: mandate } = await broker.post('/v1/mandates', terms(demandId)).expect(201);
    await buyer.post(`/v1/mandates/${mandate.id}/acceptance`).expect(201);
    const { body: offered } = await seller
      .post('/v1/achievements', {
        title: '湖羊高效繁殖技术',
        summary: '同期发情与早期妊娠诊断，产羔率由 180% 提高到 230%。',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    const matchId = uuid();
    await market.database.owner.query(
      `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'proposed', 60, 'strong', '{"agreements":[],"gaps":[],"signals":[]}', 'test', now(), now())`,
      [matchId, demandId, offered.id, buyer.identity.organizationId, seller.identity.organizationId],
    );
    await market.database.owner.query(
      `INSERT INTO introduction (id, match_id, demand_id, achievement_id, demand_organization_id, achievement_organization_id,
         introducer_kind, introducer_person_id, introducer_organization_id, mandate_ids, state, message, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'broker', $7, $8, $9, 'accepted', '引荐', $10, $10)`,
      [
        ...[uuid(), matchId, demandId, offered.id, buyer.identity.organizationId, seller.identity.organizationId],
        ...[broker.identity.personId, broker.identity.organizationId, [mandate.id], new Date('2026-01-04T03:00:00Z')],
      ],
    );
    const { personId, organizationId: agencyId } = broker.identity;
    const sides = { seller: seller.identity, buyer: buyer.identity };
    await effectiveContract(market.database, { ...sides, brokerage: [{ personId, agencyId, share: 10_000 }] });
    const service = market.api.get(BypassService, { strict: false });
    expect(await service.look(systemActor('test', 'test'))).toBe(0);
    const contractId = await effectiveContract(market.database, sides);
    expect(await service.look(systemActor('test', 'test'))).toBe(1);
    expect(await service.look(systemActor('test', 'test'))).toBe(0);
    for (const party of [broker, buyer, seller]) {
      const { body } = await party.get('/v1/bypass-findings').expect(200);
      expect(body.items).toHaveLength(1);
      expect(body.items[0]).toMatchObject({ contractId, state: 'raised', signedOn: '2026-01-05' });
      expect(body.items[0].article).toContain('第九百六十五条');
    }
    const { body: list } = await broker.get('/v1/bypass-findings').expect(200);
    const path = `/v1/bypass-findings/${list.items[0].id}`;
    await stranger.get(path).expect(404);
    await buyer.post(`${path}/statements`, { text: '双方此前已有合作' }).expect(201);
    expect(codeOf(await buyer.post(`${path}/statements`, { text: '再次说明' }).expect(409))).toBe(
      'bypassFinding.statedAlready',
    );
    await stranger.post(`${path}/statements`, { text: '与我无关' }).expect(404);
    // The broker tells its side too, once; an officer who is related to any of the three does not decide.
    const told = await broker.post(`${path}/statements`, { text: '撮合记录编号 0104，双方由我引荐认识' }).expect(201);
    expect(told.body.statements.map(({ text }: { text: string }) => text)).toContain(
      '撮合记录编号 0104，双方由我引荐认识',
    );
    expect(codeOf(await broker.post(`${path}/statements`, { text: '再补充说明一次' }).expect(409))).toBe(
      'bypassFinding.statedAlready',
    );
    expect((await seller.get(path).expect(200)).body.statements).toHaveLength(2);
    const kin = { fromKind: 'person', fromId: officer.identity.personId, toKind: 'person', kind: 'relative' };
    const { body: tie } = await other
      .post('/v1/relations', { ...kin, toId: broker.identity.personId, note: '本人申报' })
      .expect(201);
    const verdict = { decision: 'uphold', reason: '未提出此前往来的证据' };
    expect(codeOf(await officer.post(`${path}/decision`, verdict).expect(422))).toBe('bypassFinding.conflict');
    await other.post(`/v1/relations/${tie.id}/end`).expect(204);
    await broker.post(`${path}/decision`, { decision: 'uphold', reason: '自己认定' }).expect(403);
    const decided = await officer
      .post(`${path}/decision`, { decision: 'uphold', reason: '未提出此前往来的证据' })
      .expect(201);
    expect(decided.body.state).toBe('upheld');
    const said = decided.body.statements.map(({ text }: { text: string }) => text);
    expect(said.sort()).toEqual(['双方此前已有合作', '撮合记录编号 0104，双方由我引荐认识'].sort());
    const late = await seller.post(`${path}/statements`, { text: '我方意见' }).expect(409);
    expect(codeOf(late)).toBe('bypassFinding.closed');
  });

  it('looks again at what changed since only, and at everything once a day', async () => {
    const service = market.api.get(BypassService, { strict: false });
    const look = () => service.look(systemActor('test', 'test'));
    const sides = { seller: seller.identity, buyer: buyer.identity };
    expect(await look()).toBe(0);
    const contractId = await effectiveContract(market.database, sides);
    // Dated before the last look: a change that the look has passed already.
    await market.database.owner.query(`UPDATE contract SET updated_at = '2026-01-03' WHERE id = $1`, [contractId]);
    await market.database.owner.query(`UPDATE introduction SET created_at = '2026-01-03T02:00:00Z'`);
    expect(await look()).toBe(0);
    market.clock.moveTo(new Date('2026-01-05T02:00:00Z'));
    expect(await look()).toBe(1);
    await effectiveContract(market.database, sides);
    expect(await look()).toBe(1);
    await effectiveContract(market.database, sides);
    // Another worker is at it: this one goes home at once.
    const client = await market.database.owner.connect();
    await client.query(`BEGIN; SELECT FROM bypass_look FOR UPDATE`);
    expect(await look()).toBe(0);
    await client.query('ROLLBACK');
    client.release();
    expect(await look()).toBe(1);
    market.clock.moveTo(new Date('2026-01-04T02:00:00Z'));
  });

  it('records a fault with its source, shows it to the broker, and corrects it on appeal by another officer', async () => {
    const fault = {
      ...{ personId: broker.identity.personId, kind: 'complaintUpheld', occurredOn: '2026-01-03' },
      ...{ sourceKind: 'other', sourceId: uuid(), reason: '未告知对方的付款条件' },
    };
    const { body } = await officer.post('/v1/broker-credit-events', fault).expect(201);
    expect(codeOf(await officer.post('/v1/broker-credit-events', fault).expect(409))).toBe(
      'brokerCredit.recordedAlready',
    );
    const path = `/v1/broker-credit-events/${body.id}`;
    const mine = async () => (await broker.get('/v1/broker-credit').expect(200)).body;
    expect(await mine()).toMatchObject({ level: 'C', events: [{ reason: '未告知对方的付款条件', points: -15 }] });
    await stranger.get(path).expect(404);
    await stranger.post(`${path}/appeal`, { reason: '与我无关' }).expect(404);
    await broker.post(`${path}/appeal`, { reason: '当日已书面告知' }).expect(201);
    const uphold = { decision: 'uphold', reason: '查有书面告知' };
    expect(codeOf(await officer.post(`${path}/decision`, uphold).expect(422))).toBe('brokerCredit.sameEyes');
    await other.post(`${path}/decision`, uphold).expect(201);
    expect(await mine()).toMatchObject({ score: '100.00', level: 'B', contested: false });
  });
});
