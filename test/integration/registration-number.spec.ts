import { v7 as uuid } from 'uuid';
import type { PersonActor } from '#domain/shared/actor.js';
import { ContractRegistrationService } from '#application/contract-registration/contract-registration.service.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** TEST_NUMBERS=10000 for the full size. */
const determinations = Number(process.env['TEST_NUMBERS'] ?? 200);

describe('登记编号 under concurrency', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket({ env: { DATABASE_POOL_MAX: '20' } });
  });
  afterAll(() => market.close());

  const acting = (caller: Caller, role: 'researchUnit' | 'registrar'): PersonActor => ({
    kind: 'person',
    ...caller.identity,
    roles: [role],
    countyCode: '621000',
    via: 'session',
    scopes: null,
    origin: { requestId: uuid(), address: '' },
  });

  it(`${determinations} determinations at once, some refused, give numbers without a duplicate or a hole`, async () => {
    const seller = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const buyer = await market.member({ roles: ['enterprise'] });
    const officer = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    const service = market.api.get(ContractRegistrationService, { strict: false });
    const landing = { countyCode: '621022', zoneCode: null, site: null, evidence: [] };
    const registrar = acting(officer, 'registrar');
    const ids: string[] = [];
    const file = async () => {
      const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
      const filed = await service.file(acting(seller, 'researchUnit'), { contractId, office: '01', landing });
      if (!filed.ok) throw new Error(filed.refusal.code);
      await service.accept(registrar, filed.value.id, false);
      ids.push(filed.value.id);
    };
    const setUp = async () => {
      while (started++ < determinations) await file();
    };
    let started = 0;
    await Promise.all(Array.from({ length: 8 }, setUp));
    // Every tenth amount is above the contract value: refused, and its serial must not be lost.
    const answers: Awaited<ReturnType<typeof service.determine>>[] = [];
    const queue = [...ids.entries()];
    const lane = async () => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const [index, id] = next;
        const technologyValue = index % 10 === 0 ? 120_000_001n : 120_000_000n;
        const decision = { type: 'development' as const, technologyValue, reason: '核定', landingConfirmed: false };
        answers.push(await service.determine(registrar, id, decision));
      }
    };
    await Promise.all(Array.from({ length: 18 }, lane));
    const serials = answers.flatMap((answer) =>
      answer.ok ? [Number(answer.value.registrationNumber?.slice(10))] : [],
    );
    expect(serials.sort((a, b) => a - b)).toEqual(
      Array.from({ length: (determinations * 9) / 10 }, (_unused, index) => index + 1),
    );
  }, 1_200_000);

  it('holds one open or valid registration a contract in a race of filings', async () => {
    const seller = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const buyer = await market.member({ roles: ['enterprise'] });
    const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
    const body = { contractId, landing: { countyCode: '621022', evidence: [] } };
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => seller.post('/v1/contract-registrations', body)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
  });
});
