import { startMarket, type TestMarket } from '../support/market.js';

/** 财政科技经费投入: both figures of a unit and year, judged by the plan, corrected by another record. */
describe('财政科技经费投入占比', () => {
  let market: TestMarket;
  beforeAll(async () => (market = await startMarket({ now: '2026-11-23T02:00:00Z' })));
  afterAll(() => market.close());

  it('is told by the office, read by everybody, and the latest figures count', async () => {
    const officer = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
    const told = {
      fiscalYear: 2025,
      unitCode: '621000',
      scienceYuan: '149999999.99',
      expenditureYuan: '10000000000.00',
      document: '（测试）2025年财政决算报告',
    };
    const first = await officer.post('/v1/science-spendings', told).expect(201);
    expect(first.body).toMatchObject({ level: 'city', percent: '1.4999', met: false, missing: { yuan: '0.01' } });
    await officer.post('/v1/science-spendings', { ...told, scienceYuan: '150000000.00' }).expect(201);
    const county = { ...told, unitCode: '621022', scienceYuan: '12000000.00', expenditureYuan: '1000000000.00' };
    await officer.post('/v1/science-spendings', county).expect(201);

    const { body } = await market.anonymous.get('/v1/science-spendings?year=2025').expect(200);
    expect(body).toMatchObject({
      year: 2025,
      items: [
        { unitCode: '621000', percent: '1.5000', met: true, least: '15‰', missing: { yuan: '0.00' } },
        { unitCode: '621022', level: 'county', percent: '1.2000', met: true, least: '12‰' },
      ],
    });
    expect((await market.anonymous.get('/v1/science-spendings?year=2024').expect(200)).body.items).toEqual([]);
    const { rows } = await market.database.owner.query(`SELECT count(*)::int AS n FROM science_spending`);
    expect(rows[0].n).toBe(3); // what was corrected stays

    for (const [change, code] of [
      [{ fiscalYear: 2027 }, 'scienceSpending.yearAhead'],
      [{ scienceYuan: '10000000000.01' }, 'scienceSpending.notAPart'],
      [{ scienceYuan: '0.00', expenditureYuan: '0.00' }, 'scienceSpending.notAPart'],
    ] as const) {
      const refused = await officer.post('/v1/science-spendings', { ...told, ...change }).expect(422);
      expect(refused.body.code).toBe(code);
    }
    const other = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    await other.post('/v1/science-spendings', told).expect(403);
  });
});
