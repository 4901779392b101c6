import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** Whoever holds the number asks how far the case is; nobody else learns of it, and nobody learns a name. */
describe('凭编号查进度', () => {
  let market: TestMarket;
  let seller: Caller;
  let registrar: Caller;
  let path: string;
  let number: string;

  beforeAll(async () => {
    market = await startMarket({ now: '2026-11-02T02:00:00Z' });
    const buyer = await market.member({ roles: ['enterprise'] });
    seller = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau', countyCode: '621000' });
    const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    path = `/v1/contract-registrations/${body.id}`;
    number = body.provisionalNumber;
  });
  afterAll(() => market.close());

  const progress = (asked: string) => market.anonymous.get(`/v1/registration-progress/${asked}`);

  it('tells the step, who holds it and the legal term, without a name or an amount', async () => {
    const filed = await progress(number).expect(200);
    expect(filed.body).toMatchObject({ number, state: 'filed', holder: 'registrationOffice', dueOn: null });
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    const accepted = await progress(number).expect(200);
    expect(accepted.body).toMatchObject({ state: 'accepted', acceptedOn: '2026-11-02', overdue: false });
    expect(accepted.body.dueOn).toMatch(/^2026-\d\d-\d\d$/);
    expect(accepted.body.article).toMatch(/条/);
    expect(Object.keys(accepted.body as object).sort()).toEqual(
      [
        'acceptedOn',
        'article',
        'daysLeft',
        'daysLeftUnit',
        'dueOn',
        'heldSince',
        'holder',
        'number',
        'office',
        'overdue',
        'state',
      ].sort(),
    );
  });

  it('knows the registration number too, and nothing that is not the full number', async () => {
    await registrar.post(`${path}/examination`, {}).expect(201);
    const decision = { verifiedTechnologyValueYuan: '1200000.00', type: 'development' };
    const { body } = await registrar.post(`${path}/determination`, decision).expect(201);
    const check = number.slice(-10);
    const found = await progress(`${body.registrationNumber}-${check}`).expect(200);
    expect(found.body).toMatchObject({ state: 'registered', holder: 'nobody' });
    await progress(`QY-2026-999999-${check}`).expect(404);
    for (const wrong of ['QY-2026-1', 'QY-2026-%25', '%00', '123', 'x'.repeat(400)]) {
      expect((await progress(wrong)).status).toBeLessThan(500);
      expect((await progress(wrong)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('cannot be counted through: without its own check part a number tells nothing, and no two parts are alike', async () => {
    const parts = new Set([number.slice(-10)]);
    const serial = number.slice(0, -11);
    for (let made = 0; made < 5; made += 1) {
      const buyer = await market.member({ roles: ['enterprise'] });
      const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
      const landing = { countyCode: '621022', evidence: [] };
      const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
      const other = body.provisionalNumber as string;
      await progress(other).expect(200);
      await progress(`${serial}${other.slice(-11)}`).expect(404);
      parts.add(other.slice(-10));
    }
    expect(parts.size).toBe(6);
    // The bare number, as it was printed once, and guesses near the right one: malformed or unknown, never a case.
    await progress(serial).expect(400);
    for (const guess of ['0000000000', 'FFFFFFFFFF', `${number.slice(-10, -1)}${number.endsWith('0') ? '1' : '0'}`]) {
      await progress(`${serial}-${guess}`).expect(404);
    }
    // The office finds a case by the number that an old receipt bears.
    const desk = await registrar.get(`/v1/inspection-registrations?number=${serial}`).expect(200);
    expect(desk.body.items.map((one: { provisionalNumber: string }) => one.provisionalNumber)).toEqual([number]);
  });

  it('reads a credit code by its own rule, without telling who has it', async () => {
    const read = (code: string) => market.anonymous.get(`/v1/credit-codes/${encodeURIComponent(code)}`);
    const good = await read('9１350100 m000100Y43').expect(200); // GB 32100-2015's own example, typed carelessly
    expect(good.body).toEqual({ code: '91350100M000100Y43', kind: 'enterprise', placeCode: '350100', warnings: [] });
    const wrong = await read('91350100M000100Y44').expect(200);
    expect(wrong.body.warnings).toEqual(['creditCode.checkCharacter']);
    expect((await read('915')).body.code).toBe('creditCode.malformed');
  });
});
