import { createHash } from 'node:crypto';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The auditor inspects what the office registered: by a draw that anybody can repeat, and to the end. */
describe('登记抽查', () => {
  let market: TestMarket;
  let registrar: Caller;
  let second: Caller;
  let head: Caller;
  let auditor: Caller;
  let seller: Caller;
  let buyer: Caller;
  let planPath: string;
  let drawn: { registrationNumber: string; stratum: string; drawKey: string | null }[];

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
    const bureau = { organizationKind: 'cityBureau', countyCode: '621000' };
    [registrar, second, head, auditor, seller, buyer] = await Promise.all([
      market.member({ roles: ['registrar'], ...bureau }),
      market.member({ roles: ['reviewer'], ...bureau }),
      market.member({ roles: ['reviewer'], ...bureau }),
      market.member({ roles: ['auditor'], ...bureau }),
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
    ]);
    for (const fen of [500_000_000n, 499_999_999n, 1_000_000n, 2_000_000n, 3_000_000n]) await register(fen);
    await eventually(async () => {
      const { body } = await auditor.get('/v1/registration-entries/totals').expect(200);
      return body.count === 5 ? true : null;
    });
  });
  afterAll(() => market.close());

  async function register(valueFen: bigint): Promise<void> {
    const contractId = await effectiveContract(market.database, {
      seller: seller.identity,
      buyer: buyer.identity,
      valueFen,
      title: `技术开发合同${valueFen}`,
    });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${body.id}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    const yuan = `${valueFen / 100n}.${String(valueFen % 100n).padStart(2, '0')}`;
    const determination = { verifiedTechnologyValueYuan: yuan, type: 'development', landingConfirmed: true };
    const { body: determined } = await registrar.post(`${path}/determination`, determination).expect(201);
    if (determined.state === 'secondReview')
      await second.post(`${path}/second-review`, { decision: 'approve' }).expect(201);
  }

  const plan = { title: '四季度登记抽查', period: '2026Q4', smallCount: 2, seedSource: '2026年12月1日双色球开奖号码' };

  it('freezes what may be drawn and publishes its hash before the seed is known', async () => {
    await registrar.post('/v1/inspection-plans', plan).expect(403);
    const { body } = await auditor.post('/v1/inspection-plans', plan).expect(201);
    expect(body).toMatchObject({ state: 'frozen', populationCount: 5, largeCount: 1, seed: null });
    planPath = `/v1/inspection-plans/${body.id}`;
    const { body: population } = await market.anonymous.get(`${planPath}/population?limit=100`).expect(200);
    const text = population.items
      .map((item: { registrationNumber: string; stratum: string }) => `${item.registrationNumber},${item.stratum}\n`)
      .join('');
    expect(sha256(text)).toBe(body.populationHash);
    // A contract registered later is not in it.
    await register(4_000_000n);
    const { owner } = market.database;
    for (const sql of [
      `UPDATE inspection_plan SET small_count = 0`,
      `INSERT INTO inspection_member SELECT plan_id, '2026621001999999', 'small' FROM inspection_member LIMIT 1`,
      `DELETE FROM inspection_member`,
    ]) {
      await expect(owner.query(sql)).rejects.toThrow();
    }
  });

  it('draws all large ones and some small ones by the published seed, so that anybody draws the same', async () => {
    const seed = '03 09 12 18 27 31 06';
    const { body } = await auditor.post(`${planPath}/drawing`, { seed }).expect(201);
    expect(body).toMatchObject({ state: 'drawn', seed });
    await auditor.post(`${planPath}/drawing`, { seed: 'another seed' }).expect(409);
    await expect(market.database.owner.query(`UPDATE inspection_plan SET seed = 'x'`)).rejects.toThrow();

    const { body: cases } = await auditor.get(`${planPath}/cases`).expect(200);
    drawn = cases.items;
    const { body: population } = await market.anonymous.get(`${planPath}/population`).expect(200);
    const numbers = (stratum: string): string[] =>
      population.items
        .filter((item: { stratum: string }) => item.stratum === stratum)
        .map((item: { registrationNumber: string }) => item.registrationNumber);
    const again = numbers('small')
      .map((number) => ({ number, key: sha256(`${seed}\n${number}`) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, 2)
      .map(({ number }) => number);
    expect(drawn.map((each) => each.registrationNumber)).toEqual([...numbers('large'), ...again]);
  });

  it('goes from a finding by way of answer and decision to its follow-up, with reminders of the due days', async () => {
    const [large, small] = drawn;
    const raise = (registrationNumber: string | undefined, caller = auditor) =>
      caller.post(`${planPath}/findings`, {
        registrationNumber,
        grade: 'major',
        text: '设备款未从技术交易额中扣除。',
        evidence: ['合同第三条'],
      });
    await raise('2026621001999998').expect(422);
    await raise(small?.registrationNumber, registrar).expect(403);
    const { body: finding } = await raise(large?.registrationNumber).expect(201);
    expect(finding).toMatchObject({ state: 'raised', dueOn: '2026-12-03' });
    const path = `/v1/inspection-findings/${finding.id}`;

    market.clock.moveTo(new Date('2026-12-01T02:00:00Z'));
    const reminded = async (count: number) =>
      eventually(async () => {
        const { body } = await auditor.get(path).expect(200);
        return body.reminders.length === count ? body.reminders : null;
      }, 20);
    expect(await reminded(1)).toMatchObject([{ kind: 'soon', dueOn: '2026-12-03' }]);
    market.clock.moveTo(new Date('2026-12-04T02:00:00Z'));
    expect((await reminded(2))[1]).toMatchObject({ kind: 'overdue', dueOn: '2026-12-03' });

    const uphold = {
      decision: 'uphold',
      reason: '设备款不属于技术性款项',
      measure: '办理变更登记',
      dueOn: '2026-12-31',
    };
    await head.post(`${path}/decision`, uphold).expect(409);
    const { body: answered } = await registrar.post(`${path}/answer`, { text: '设备为样机' }).expect(201);
    expect(answered).toMatchObject({ state: 'answered', dueOn: null });
    // The second reviewer handled this case himself; the auditor does not decide.
    expect((await second.post(`${path}/decision`, uphold).expect(403)).body.code).toBe('inspection.handledCase');
    await auditor.post(`${path}/decision`, uphold).expect(403);
    await head.post(`${path}/decision`, { decision: 'uphold', reason: '属实' }).expect(422);
    expect((await head.post(`${path}/decision`, uphold).expect(201)).body).toMatchObject({
      state: 'rectifying',
      dueOn: '2026-12-31',
    });
    await registrar.post(`${path}/rectification`, { text: '已变更' }).expect(201);
    const back = { decision: 'sendBack', reason: '证明未换发', dueOn: '2027-01-15' };
    expect((await head.post(`${path}/conclusion`, back).expect(201)).body.state).toBe('rectifying');
    await registrar.post(`${path}/rectification`, { text: '已换发' }).expect(201);
    const { body: closed } = await head.post(`${path}/conclusion`, { decision: 'confirm', reason: '办结' }).expect(201);
    expect(closed).toMatchObject({ state: 'closed', decidedBy: head.identity.personId });
    const { body: list } = await auditor.get('/v1/inspection-findings?state=closed').expect(200);
    expect(list.items).toHaveLength(1);
    await seller.get(path).expect(403);
  });

  it('lets nobody inspect what he handled: a clerk who became auditor', async () => {
    const small = drawn.find((each) => each.stratum === 'small');
    const { personId, organizationId } = registrar.identity;
    await market.database.owner.query(
      `UPDATE membership SET roles = ARRAY['registrar', 'auditor'] WHERE person_id = $1 AND organization_id = $2`,
      [personId, organizationId],
    );
    const refused = await registrar
      .post(`${planPath}/findings`, {
        registrationNumber: small?.registrationNumber,
        grade: 'minor',
        text: '材料缺页，第三页空白。',
        evidence: ['附件一'],
      })
      .expect(403);
    expect(refused.body.code).toBe('inspection.handledCase');
  });
});
