import { systemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { MarketEventService } from '#application/market-event/market-event.service.js';
import { MilestoneService } from '#application/performance/milestone.service.js';
import { OverdueService } from '#application/performance/overdue.service.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** After the signature: what is delivered and accepted, where the money stands, what a licensee reports, and what is late. */
describe('履约', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let stranger: Caller;
  const worker = systemActor('test', 'test');

  beforeAll(async () => {
    market = await startMarket();
    seller = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    buyer = await market.member({ roles: ['enterprise'] });
    stranger = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());
  beforeEach(() => market.clock.moveTo(new Date('2026-11-23T02:00:00Z')));

  const contract = (terms: object = {}) =>
    effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity, terms });
  const prototype = {
    ...{ title: '样机交付', deliverable: '样机一台，连续运行 72 小时无故障。', dueOn: '2027-06-30' },
    amountYuan: '400000',
  };
  const agreedPlan = async (contractId: string, options: object = {}): Promise<string> => {
    const plan = { milestones: [prototype], withEscrow: true, ...options };
    const { body } = await seller.post(`/v1/contracts/${contractId}/milestone-plans`, plan).expect(201);
    await buyer.post(`/v1/milestone-plans/${body.id}/agreement`).expect(201);
    return body.milestones[0].id as string;
  };
  const delivered = async (milestoneId: string, amountYuan: string): Promise<string> => {
    const delivery = { description: '交付样机及测试报告', amountYuan };
    return (await seller.post(`/v1/milestones/${milestoneId}/deliveries`, delivery).expect(201)).body.id;
  };
  const stated = (who: Caller, milestoneId: string, kind: string, amountYuan: string) =>
    who.post(`/v1/milestones/${milestoneId}/escrow-moves`, {
      ...{ kind, amountYuan, reason: '按约定办理', reference: '2026-001' },
    });
  const moved = async (by: Caller, other: Caller, milestoneId: string, kind: string, amountYuan: string) => {
    const { body } = await stated(by, milestoneId, kind, amountYuan).expect(201);
    await other.post(`/v1/escrow-moves/${body.id}/confirmation`).expect(201);
  };
  const escrow = async (milestoneId: string) => {
    const { body } = await buyer.get(`/v1/milestones/${milestoneId}/escrow`).expect(200);
    expect(body.balanced).toBe(true);
    expect(body.notice).toContain('平台不经手资金');
    return ['expected', 'deposited', 'onHold', 'released', 'refunded'].map((bucket) => Number(body[bucket].yuan));
  };

  it('delivers in parts, with a return, a dispute that holds the money, and a release of what was accepted', async () => {
    const contractId = await contract();
    const path = `/v1/contracts/${contractId}/milestone-plans`;
    const tooMuch = { milestones: [{ ...prototype, amountYuan: '1200000.01' }] };
    expect((await seller.post(path, tooMuch).expect(422)).body.code).toBe('milestone.amountsAboveContract');
    await stranger.post(path, { milestones: [prototype] }).expect(404);
    const proposed = await seller.post(path, { milestones: [prototype], withEscrow: true }).expect(201);
    expect((await buyer.post(path, { milestones: [prototype] }).expect(409)).body.code).toBe('milestone.planOpen');
    await seller.post(`/v1/milestone-plans/${proposed.body.id}/agreement`).expect(422);
    await stranger.post(`/v1/milestone-plans/${proposed.body.id}/agreement`).expect(404);
    const milestoneId = proposed.body.milestones[0].id as string;
    const early = { description: '计划未商定', amountYuan: '1' };
    await seller.post(`/v1/milestones/${milestoneId}/deliveries`, early).expect(409);
    await buyer.post(`/v1/milestone-plans/${proposed.body.id}/agreement`).expect(201);
    expect(await escrow(milestoneId)).toEqual([400_000, 0, 0, 0, 0]);

    await stated(seller, milestoneId, 'deposit', '400000').expect(422);
    const deposit = (await stated(buyer, milestoneId, 'deposit', '400000').expect(201)).body;
    expect(await escrow(milestoneId)).toEqual([400_000, 0, 0, 0, 0]); // one side's word moves nothing
    await buyer.post(`/v1/escrow-moves/${deposit.id}/confirmation`).expect(422);
    await stranger.post(`/v1/escrow-moves/${deposit.id}/confirmation`).expect(404);
    await seller.post(`/v1/escrow-moves/${deposit.id}/confirmation`).expect(201);
    await seller.post(`/v1/escrow-moves/${deposit.id}/confirmation`).expect(409);
    expect(await escrow(milestoneId)).toEqual([0, 400_000, 0, 0, 0]);

    const first = await delivered(milestoneId, '250000');
    await seller
      .post(`/v1/milestones/${milestoneId}/deliveries`, { description: '太多', amountYuan: '150000.01' })
      .expect(422);
    await seller.post(`/v1/deliveries/${first}/acceptance`).expect(422);
    await buyer.post(`/v1/deliveries/${first}/return`).expect(400);
    await buyer.post(`/v1/deliveries/${first}/return`, { reason: '运行不足 72 小时' }).expect(201);
    const second = await delivered(milestoneId, '250000');
    expect((await stated(buyer, milestoneId, 'release', '1').expect(409)).body.code).toBe('escrow.notAccepted');
    await buyer.post(`/v1/deliveries/${second}/acceptance`).expect(201);
    const partly = await seller.get(`/v1/milestones/${milestoneId}`).expect(200);
    expect(partly.body).toMatchObject({ progress: 'partlyAccepted', accepted: { yuan: '250000.00' } });

    await stated(seller, milestoneId, 'hold', '400000').expect(201); // at once: there is a dispute
    expect(await escrow(milestoneId)).toEqual([0, 0, 400_000, 0, 0]);
    expect((await stated(buyer, milestoneId, 'refund', '1').expect(409)).body.code).toBe('escrow.notEnough');
    await moved(buyer, seller, milestoneId, 'resume', '400000');
    await moved(buyer, seller, milestoneId, 'release', '250000');
    await moved(buyer, seller, milestoneId, 'refund', '150000');
    expect(await escrow(milestoneId)).toEqual([0, 0, 0, 250_000, 150_000]);
    expect((await seller.get(`/v1/milestones/${milestoneId}/escrow-moves`).expect(200)).body.items).toHaveLength(5);
    await stranger.get(`/v1/milestones/${milestoneId}/escrow`).expect(404);
    expect((await buyer.get(`/v1/milestones/${milestoneId}/deliveries`).expect(200)).body.items).toMatchObject([
      { state: 'returned', reason: '运行不足 72 小时' },
      { state: 'accepted', bySilence: false },
    ]);
  });

  it('tells both sides of each step of the money, and nobody else; the books are proven and cannot be changed', async () => {
    const contractId = await contract();
    const milestoneId = await agreedPlan(contractId);
    const { body: refusedMove } = await stated(buyer, milestoneId, 'deposit', '1').expect(201);
    await seller.post(`/v1/escrow-moves/${refusedMove.id}/rejection`, { reason: '未收到托管凭证' }).expect(201);
    await moved(buyer, seller, milestoneId, 'deposit', '400000');
    await stated(seller, milestoneId, 'hold', '400000').expect(201);
    const of = async (who: Caller): Promise<string[]> => {
      const { body } = await who
        .get(
          '/v1/events?since=0&limit=100&types=escrowMove.propose,escrowMove.reject,escrowMove.confirm,escrowMove.freeze',
        )
        .expect(200);
      return body.items.slice(-5).map(({ type }: { type: string }) => type);
    };
    await market.api.get(MarketEventService, { strict: false }).number(worker);
    const steps = ['propose', 'reject', 'propose', 'confirm', 'freeze'].map((verb) => `escrowMove.${verb}`);
    expect(await of(buyer)).toEqual(steps);
    expect(await of(seller)).toEqual(steps);
    expect(await of(stranger)).toEqual([]);

    const check = () => market.api.get(LedgerService, { strict: false }).check(worker);
    expect(await check()).toEqual([]);
    const { owner } = market.database;
    for (const change of ['UPDATE escrow_posting SET amount_fen = 1', 'DELETE FROM escrow_posting'])
      await expect(owner.query(change)).rejects.toThrow('append-only');
    const lone = `INSERT INTO escrow_posting (milestone_id, contract_id, account, amount_fen) VALUES ($1, $2, 'released', 5)`;
    await expect(owner.query(lone, [milestoneId, contractId])).rejects.toThrow('does not balance');
    const shifted = `UPDATE escrow_account SET on_hold_fen = on_hold_fen - $2, released_fen = released_fen + $2 WHERE milestone_id = $1`;
    await owner.query(shifted, [milestoneId, 500]);
    expect((await check()).join()).toMatch(/says onHold 39999500, its postings 40000000/);
    await owner.query(shifted, [milestoneId, -500]);
    expect(await check()).toEqual([]);
  });

  it('lets exactly one of a release and a refund of the same money stand', async () => {
    for (let round = 0; round < 4; round += 1) {
      const milestoneId = await agreedPlan(await contract());
      await moved(buyer, seller, milestoneId, 'deposit', '400000');
      await buyer.post(`/v1/deliveries/${await delivered(milestoneId, '400000')}/acceptance`).expect(201);
      const release = (await stated(buyer, milestoneId, 'release', '400000').expect(201)).body.id;
      const refund = (await stated(buyer, milestoneId, 'refund', '400000').expect(201)).body.id;
      const answers = await Promise.all(
        [release, refund, release, refund].map((id) => seller.post(`/v1/escrow-moves/${id}/confirmation`)),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
      const [, , , released, refunded] = await escrow(milestoneId);
      expect((released ?? 0) + (refunded ?? 0)).toBe(400_000);
    }
  });

  it('takes silence for acceptance only where that was agreed', async () => {
    const agreed = await agreedPlan(await contract(), { silenceDays: 15 });
    const silent = await agreedPlan(await contract());
    const [one, other] = [await delivered(agreed, '400000'), await delivered(silent, '400000')];
    market.clock.moveTo(new Date('2027-03-01T02:00:00Z'));
    await market.api.get(MilestoneService, { strict: false }).acceptSilent(worker);
    expect((await buyer.get(`/v1/milestones/${agreed}/deliveries`)).body.items).toMatchObject([
      { id: one, state: 'accepted', bySilence: true },
    ]);
    expect((await buyer.get(`/v1/milestones/${silent}/deliveries`)).body.items).toMatchObject([
      { id: other, state: 'submitted', answerBy: null },
    ]);
  });

  it('reminds, notifies and demands once each as a milestone falls due, and stops when it is delivered', async () => {
    const contractId = await contract();
    const milestoneId = await agreedPlan(contractId);
    const late = await contract();
    const lateMilestone = await agreedPlan(late);
    const remind = async (day: string) => {
      market.clock.moveTo(new Date(`${day}T02:00:00Z`));
      // Two workers at once take each step once.
      const overdue = market.api.get(OverdueService, { strict: false });
      await Promise.all([overdue.remind(worker), overdue.remind(worker)]);
    };
    const steps = async (id: string) =>
      (await buyer.get(`/v1/contracts/${id}/overdue-steps`).expect(200)).body.items.map(
        (step: { step: string; dueOn: string }) => step.step,
      );
    await remind('2027-06-22');
    expect(await steps(contractId)).toEqual([]);
    await remind('2027-06-23');
    expect(await steps(contractId)).toEqual(['reminder']);
    const delivery = await delivered(milestoneId, '400000');
    for (const day of ['2027-07-02', '2027-07-03', '2027-07-20', '2027-07-21']) await remind(day);
    expect(await steps(contractId)).toEqual(['reminder']); // it waits for the buyer's answer
    expect(await steps(late)).toEqual(['formalDemand', 'notice', 'reminder']);
    const { items } = (await seller.get(`/v1/contracts/${late}/overdue-steps`)).body;
    expect(items[0].text).toContain('第五百六十三条');
    expect(items[0].answerBy > '2027-08-01').toBe(true);
    await buyer.post(`/v1/deliveries/${delivery}/return`, { reason: '不合格' }).expect(201);
    await remind('2027-07-22');
    expect(await steps(contractId)).toEqual(['formalDemand', 'reminder']); // owed again, on the rung of that day
    await stranger.get(`/v1/contracts/${late}/overdue-steps`).expect(404);
    await delivered(lateMilestone, '400000');
  });

  it('follows a licensee who reports late: demands, findings, a dispute, and the report that settles it', async () => {
    const royalty = {
      ...{ base: 'sales', steps: [{ from: '0', rateBasisPoints: 300 }], settlement: 'quarterly', auditRight: true },
      until: null,
    };
    const contractId = await contract({ payment: { manner: 'royalty', instalments: [], royalty } });
    const path = `/v1/contracts/${contractId}`;
    const report = (periodFrom: string, baseYuan: string, paidYuan: string) => ({
      ...{ periodFrom, baseYuan, paidYuan, statement: '代乳料销售收入，明细见台账' },
    });
    const findings = async () =>
      (await seller.get(`${path}/royalty-standing`).expect(200)).body.findings.map(
        (finding: { code: string }) => finding.code,
      );
    // From 2026-01-05 three quarters are over by 2026-11-23.
    expect(await findings()).toEqual(['missingReport', 'missingReport', 'missingReport']);
    await market.api.get(OverdueService, { strict: false }).remind(worker);
    const steps = (await buyer.get(`${path}/overdue-steps`).expect(200)).body.items;
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps[0]).toMatchObject({ obligationKind: 'royaltyReport', obligor: 'buyer' });

    await seller.post(`${path}/royalty-reports`, report('2026-01-05', '1', '0')).expect(422);
    await buyer.post(`${path}/royalty-reports`, report('2026-01-06', '1', '0')).expect(422);
    const running = await buyer.post(`${path}/royalty-reports`, report('2026-10-01', '1', '0')).expect(409);
    expect(running.body.code).toBe('royaltyReport.periodRunning');
    const first = await buyer.post(`${path}/royalty-reports`, report('2026-01-05', '2000000', '60000')).expect(201);
    expect(first.body).toMatchObject({ due: { yuan: '60000.00' }, periodTo: '2026-03-31', state: 'submitted' });
    await buyer.post(`${path}/royalty-reports`, report('2026-01-05', '1', '0')).expect(409);
    await buyer.post(`/v1/royalty-reports/${first.body.id}/confirmation`).expect(422);
    await stranger.get(`/v1/royalty-reports/${first.body.id}`).expect(404);
    await seller.post(`/v1/royalty-reports/${first.body.id}/confirmation`).expect(201);
    const second = await buyer.post(`${path}/royalty-reports`, report('2026-04-01', '500000', '0')).expect(201);
    const receipt = { receivedOn: '2026-11-20', kind: 'royalty', reference: '回单 1', evidence: '银行回单' };
    await seller.post(`${path}/receipts`, { ...receipt, amountYuan: '60000', royaltyBaseYuan: '3000000' }).expect(201);
    expect(await findings()).toEqual(['missingReport', 'suddenDrop', 'underpaid', 'baseBelowReceipts']);

    await seller.post(`/v1/royalty-reports/${second.body.id}/dispute`, { reason: '与开票金额不符' }).expect(201);
    expect(await findings()).toContain('disputed');
    const again = await buyer.post(`${path}/royalty-reports`, report('2026-04-01', '1800000', '54000')).expect(201);
    await seller.post(`/v1/royalty-reports/${again.body.id}/confirmation`).expect(201);
    await buyer.post(`${path}/royalty-reports`, report('2026-07-01', '1900000', '57000')).expect(201);
    for (const [reference, amountYuan] of [
      ['回单 2', '54000'],
      ['回单 3', '57000'],
    ]) {
      await seller.post(`${path}/receipts`, { ...receipt, reference, amountYuan, royaltyBaseYuan: '100' }).expect(201);
    }
    expect(await findings()).toEqual([]);
    const states = (await seller.get(`${path}/royalty-reports`).expect(200)).body.items.map(
      (each: { state: string }) => each.state,
    );
    expect(states).toEqual(['submitted', 'confirmed', 'superseded', 'confirmed']);
    await market.api.get(MarketEventService, { strict: false }).number(worker);
    const verbs = ['submit', 'confirm', 'dispute', 'supersede'].map((verb) => `royaltyReport.${verb}`);
    const told = async (who: Caller) =>
      (await who.get(`/v1/events?since=0&limit=100&types=${verbs.join(',')}`).expect(200)).body.items.map(
        ({ type }: { type: string }) => type,
      );
    expect([...new Set(await told(seller))].sort()).toEqual(verbs.sort());
    expect(await told(buyer)).toEqual(await told(seller));
    expect(await told(stranger)).toEqual([]);
  });
});
