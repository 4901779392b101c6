import { systemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { PurchaseReserveService } from '#application/purchase-reserve/purchase-reserve.service.js';
import type { Caller } from '../support/caller.js';
import { publishedAchievement } from '../support/evaluations.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** The fund buys an achievement, hands it on to firms and gets its money back, every 分 through the ledger. */
describe('成果购买储备', () => {
  let market: TestMarket;
  let university: Caller;
  let officer: Caller;
  let approver: Caller;
  let firm: Caller;

  beforeAll(async () => {
    market = await startMarket();
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    officer = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
    approver = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    firm = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());
  afterEach(async () => {
    const wrong = await market.api.get(LedgerService, { strict: false }).check(systemActor('test', 'test'));
    expect(wrong).toEqual([]);
  });

  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const fund = async () =>
    (await officer.get('/v1/budget-lines').expect(200)).body.items.find(
      (line: { fund: string; fiscalYear: number }) => line.fund === 'conversionFund' && line.fiscalYear === 2026,
    ) as { committed: { yuan: string }; paid: { yuan: string }; receivable: { yuan: string } } | undefined;
  const proposed = async (change: object = {}): Promise<string> => {
    const achievementId = await publishedAchievement(university);
    const body = {
      achievementId,
      kind: 'purchase',
      purpose: '面向湖羊养殖企业许可',
      priceYuan: '500000.00',
      ...change,
    };
    return `/v1/purchase-reserves/${(await officer.post('/v1/purchase-reserves', body).expect(201)).body.id}`;
  };
  const approved = { outcome: 'approve', reason: '联席会议纪要' };
  const held = async (): Promise<string> => {
    const path = await proposed();
    await approver.post(`${path}/decision`, approved).expect(201);
    await university.post(`${path}/answer`, { answer: 'accept', reason: '同意' }).expect(201);
    await officer.post(`${path}/payment`, { documentNumber: '财付1号' }).expect(201);
    return path;
  };
  const moneyOf = async (path: string) => {
    const { money } = (await officer.get(path).expect(200)).body as { money: Record<string, { yuan: string }> };
    return Object.fromEntries(Object.entries(money).map(([name, { yuan }]) => [name, Number(yuan)]));
  };

  it('is approved by other eyes, agreed by the owner, paid, licensed and recovered; surplus is told apart', async () => {
    const path = await proposed();
    expect(codeOf(await officer.post(`${path}/decision`, approved).expect(422))).toBe('purchaseReserve.sameEyes');
    await firm.get(path).expect(404);
    await university.get(path).expect(200);
    await officer.post(`${path}/payment`, { documentNumber: '财付0号' }).expect(409);
    await approver.post(`${path}/decision`, approved).expect(201);
    expect((await fund())?.committed.yuan).toBe('500000.00');
    await firm.post(`${path}/answer`, { answer: 'accept', reason: '冒充' }).expect(404);
    await university.post(`${path}/answer`, { answer: 'accept', reason: '同意' }).expect(201);
    await officer.post(`${path}/payment`, { documentNumber: '财付1号' }).expect(201);
    expect(await fund()).toMatchObject({ committed: { yuan: '0.00' }, paid: { yuan: '500000.00' } });
    const stock = (await market.anonymous.get('/v1/purchase-reserve-stock').expect(200)).body.items;
    expect(stock.map(({ id }: { id: string }) => path.endsWith(id))).toContain(true);
    expect(JSON.stringify(stock)).not.toContain('500000');

    const licence = { buyerOrganizationId: firm.identity.organizationId, mode: 'licence', priceYuan: '400000.00' };
    const placements: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      placements.push(
        `/v1/reserve-placements/${(await officer.post(`${path}/placements`, licence).expect(201)).body.id}`,
      );
    }
    const [first = '', second = ''] = placements;
    expect(codeOf(await officer.post(`${first}/decision`, approved).expect(422))).toBe('purchaseReserve.sameEyes');
    expect((await approver.post(`${first}/decision`, approved).expect(201)).body.claimed.yuan).toBe('400000.00');
    expect((await approver.post(`${second}/decision`, approved).expect(201)).body.claimed.yuan).toBe('100000.00');
    expect(await moneyOf(path)).toMatchObject({ paid: 0, receivable: 500_000, recovered: 0 });
    const receive = (placement: string, amountYuan: string) =>
      officer.post(`${placement}/receipts`, { amountYuan, documentNumber: '收1号' });
    await receive(second, '150000.00').expect(201);
    expect(await moneyOf(path)).toMatchObject({ receivable: 400_000, recovered: 100_000, surplus: 50_000 });
    expect(codeOf(await receive(second, '250000.01').expect(422))).toBe('purchaseReserve.receiptTooLarge');
    expect((await receive(second, '250000.00').expect(201)).body.state).toBe('settled');
    await receive(second, '1.00').expect(409);
    await receive(first, '100000.00').expect(201);
    await officer.post(`${first}/cancellation`, { reason: '企业停产' }).expect(201);
    expect(await moneyOf(path)).toMatchObject({ paid: 300_000, receivable: 0, recovered: 200_000, surplus: 300_000 });
    expect(await fund()).toMatchObject({ paid: { yuan: '300000.00' }, receivable: { yuan: '0.00' } });
  });

  it('takes an option: exercise pays what was set aside, lapse frees it', async () => {
    const terms = { kind: 'option', priceYuan: '10000.00', exercisePriceYuan: '90000.00', optionUntil: '2026-12-31' };
    const paths = [await proposed(terms), await proposed(terms)];
    for (const path of paths) {
      await approver.post(`${path}/decision`, approved).expect(201);
      await university.post(`${path}/answer`, { answer: 'accept', reason: '同意' }).expect(201);
      expect((await officer.post(`${path}/payment`, { documentNumber: '财付2号' }).expect(201)).body.state).toBe(
        'optioned',
      );
    }
    const [exercised = '', lapsing = ''] = paths;
    await officer.post(`${exercised}/exercise`, { documentNumber: '财付3号' }).expect(201);
    expect(await moneyOf(exercised)).toMatchObject({ approved: 100_000, committed: 0, paid: 100_000 });
    const before = market.clock.now();
    market.clock.moveTo(new Date('2027-01-01T02:00:00Z'));
    expect(codeOf(await officer.post(`${lapsing}/exercise`, { documentNumber: '晚了' }).expect(422))).toBe(
      'purchaseReserve.optionOver',
    );
    const reserves = market.api.get(PurchaseReserveService, { strict: false });
    await reserves.lapseDue(systemActor('test', 'test'));
    await reserves.lapseDue(systemActor('test', 'test'));
    expect((await officer.get(lapsing)).body.state).toBe('lapsed');
    expect(await moneyOf(lapsing)).toMatchObject({ committed: 0, paid: 10_000, released: 90_000 });
    market.clock.moveTo(before);
  });

  it('commits no more than the budget has, whoever comes first', async () => {
    const paths = [await proposed({ priceYuan: '900000.00' }), await proposed({ priceYuan: '900000.00' })];
    const answers = await Promise.all(paths.map((path) => approver.post(`${path}/decision`, approved)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const poor = answers.find(({ status }) => status === 422);
    expect(poor?.body.code).toBe('purchaseReserve.budgetShort');
    const taken = paths[answers.findIndex(({ status }) => status === 201)] ?? '';
    await officer.post(`${taken}/withdrawal`, { reason: '不再需要' }).expect(201);
    expect(await moneyOf(taken)).toMatchObject({ approved: 900_000, committed: 0, released: 900_000 });
  });

  it('is sold once, comes back when the firm does not pay, and is written off by other eyes', async () => {
    const path = await held();
    const sale = { buyerOrganizationId: firm.identity.organizationId, mode: 'transfer', priceYuan: '300000.00' };
    const ids: string[] = [];
    for (let i = 0; i < 2; i += 1) ids.push((await officer.post(`${path}/placements`, sale).expect(201)).body.id);
    const both = await Promise.all(ids.map((id) => approver.post(`/v1/reserve-placements/${id}/decision`, approved)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await officer.get(path)).body.state).toBe('placed');
    const sold = ids[both.findIndex(({ status }) => status === 201)] ?? '';
    await officer.post(`/v1/reserve-placements/${sold}/cancellation`, { reason: '未付款' }).expect(201);
    expect((await officer.get(path)).body.state).toBe('held');
    await officer.post(`${path}/write-off`, { reason: '技术已被替代' }).expect(201);
    const decide = (caller: Caller) =>
      caller.post(`${path}/write-off/decision`, { outcome: 'writeOff', reason: '同意核销' });
    expect(codeOf(await decide(officer).expect(422))).toBe('purchaseReserve.sameEyes');
    expect((await decide(approver).expect(201)).body).toMatchObject({ state: 'writtenOff' });
    expect(await moneyOf(path)).toMatchObject({ paid: 500_000, receivable: 0 });
  });
});
