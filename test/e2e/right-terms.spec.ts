import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import { draftContract, evidenceFor, newPatent, newPatentNumber } from '../support/rights.js';

/** What falls due for a right: filings of licences, annual fees, and what reminds of them. */
describe('知识产权的期限', () => {
  let market: TestMarket;
  let firm: Caller;
  let buyer: Caller;
  let stranger: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    const member = () => market.member({ roles: ['enterprise'] });
    [firm, buyer, stranger] = await Promise.all([member(), member(), member()]);
  });
  afterAll(() => market.close());
  afterEach(() => market.clock.moveTo(new Date('2026-11-23T02:00:00Z')));

  const ask = async (caller: Caller, right: string, act: string) =>
    (await caller.get(`/v1/rights/${right}/disposal-check?act=${act}`).expect(200)).body;

  it('a licence is filed within three months, and reminded of once at each threshold', async () => {
    const number = newPatentNumber(2017, 1);
    const patent = await newPatent(firm, { number });
    const licence = { manner: 'exclusive', until: '2030-12-31' };
    const { id, textHash } = await draftContract(market, firm, buyer, { mode: 'licence', number, licence });
    for (const side of [firm, buyer]) await side.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
    expect((await firm.get(`/v1/rights/${patent}`).expect(200)).body.overlays).toMatchObject([
      { kind: 'licence', manner: 'exclusive', until: '2030-12-31', contractId: id },
    ]);
    const filings = (await firm.get('/v1/right-filings').expect(200)).body.items;
    const filing = filings.find(({ contractId }: { contractId: string }) => contractId === id);
    expect(filing).toMatchObject({ dueOn: '2027-02-23', provisional: true, startedOn: '2026-11-23' });
    const reminded = async () =>
      ((await firm.get('/v1/right-reminders').expect(200)).body.items as { subjectId: string; threshold: string }[])
        .filter(({ subjectId }) => subjectId === filing.id)
        .map(({ threshold }) => threshold);
    for (const [day, expected] of [
      ['2027-01-24', ['days30']],
      ['2027-02-16', ['days7', 'days30']],
      ['2027-02-24', ['overdue', 'days7', 'days30']],
    ] as const) {
      market.clock.moveTo(new Date(`${day}T02:00:00Z`));
      await eventually(async () => ((await reminded()).length === expected.length ? true : null), 30);
      expect(await reminded()).toEqual(expected);
    }
    const evidenceId = await evidenceFor(buyer, patent);
    const report = { filedOn: '2027-02-20', filingNumber: 'X2027620000001', evidenceId };
    await buyer.post(`/v1/right-filings/${filing.id}/report`, report).expect(201);
    expect(
      (await firm.post(`/v1/right-filings/${filing.id}/confirmation`, { agreed: true }).expect(201)).body,
    ).toMatchObject({
      state: 'filed',
      filingNumber: 'X2027620000001',
    });
  });

  it('fees fall due, are late with a surcharge, and are paid', async () => {
    const owner = await market.member({ roles: ['enterprise'] });
    const patent = await newPatent(owner, { filedOn: '2017-12-01', grantedOn: '2019-05-07' });
    const path = `/v1/patents/${patent}/annual-fees`;
    for (const [year, paidOn, amountYuan] of [
      [3, '2019-11-20', '900.00'],
      [4, '2020-11-20', '1200.00'],
      [5, '2021-11-20', '1200.00'],
      [6, '2022-11-20', '1200.00'],
      [7, '2023-11-20', '2000.00'],
      [8, '2024-11-20', '2000.00'],
      [9, '2025-11-20', '2000.00'],
    ] as const) {
      await owner.post(path, { year, paidOn, amountYuan, receiptNumber: `示例-${year}` }).expect(201);
    }
    const due = (await owner.get(path).expect(200)).body;
    expect(due.next).toMatchObject({ year: 10, state: 'due', dueOn: '2026-12-01', amount: { yuan: '4000.00' } });
    expect(due.hint).toMatchObject({ yearsLeft: 11, remainingCost: { yuan: '70000.00' }, advice: 'license' });
    expect((await owner.get(`${path}?expectedIncomeYuan=7000`).expect(200)).body.hint.advice).toBe('keep');
    await stranger.get(path).expect(404);
    const pay = (year: number, paidOn = '2026-11-23') =>
      owner.post(path, { year, paidOn, amountYuan: '4000.00', receiptNumber: '示例' });
    expect((await pay(11).expect(422)).body.code).toBe('right.feeYear');
    expect((await pay(9).expect(409)).body.code).toBe('right.feePaidTwice');
    expect((await pay(10, '2026-11-24').expect(422)).body.code).toBe('right.datesWrong');
    const reminded = async () =>
      ((await owner.get('/v1/right-reminders').expect(200)).body.items as { threshold: string }[]).map(
        ({ threshold }) => threshold,
      );
    await eventually(async () => ((await reminded()).length === 1 ? true : null), 30);
    expect(await reminded()).toEqual(['days30']);

    market.clock.moveTo(new Date('2027-02-15T02:00:00Z'));
    await eventually(async () => ((await reminded()).length === 2 ? true : null), 30);
    expect(await reminded()).toEqual(['overdue', 'days30']);
    const late = (await owner.get(path).expect(200)).body;
    expect(late.next).toMatchObject({ state: 'late', surcharge: { yuan: '400.00' }, graceUntil: '2027-06-01' });
    expect((await ask(owner, patent, 'pledge')).code).toBe('right.feeOverdue');
    expect((await ask(owner, patent, 'transfer')).flags).toContain('feeOverdue');
    await pay(10, '2027-02-15').expect(201);
    expect((await ask(owner, patent, 'pledge')).allowed).toBe(true);
  });
});
