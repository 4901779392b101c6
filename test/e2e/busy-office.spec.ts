import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** What an officer meets when others are in the way for longer than a request waits. */
describe('认定 while others hold what it needs', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let officer: Caller;

  beforeAll(async () => {
    market = await startMarket({ now: '2026-03-02T02:00:00Z' });
    [seller, buyer, officer] = await Promise.all([
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['registrar'], organizationKind: 'cityBureau' }),
    ]);
  });
  afterAll(() => market.close());

  const accepted = async (): Promise<string> => {
    const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    await officer.post(`/v1/contract-registrations/${body.id}/acceptance`, { disputed: false }).expect(201);
    return `/v1/contract-registrations/${body.id}`;
  };
  const verdict = { verifiedTechnologyValueYuan: '1200000.00', type: 'development' };
  const determine = (path: string, key = uuid()) => officer.post(`${path}/determination`, verdict, key);
  const turn = `SELECT pg_advisory_xact_lock(hashtext('registration_counter'), 202601)`;

  it.each([
    ['the case', (id: string) => `SELECT FROM contract_registration WHERE id = '${id}' FOR UPDATE`],
    ['the turn to take a number', () => turn],
  ])('is asked to try again when %s stays taken, and then registers once, with the next number', async (_what, sql) => {
    const path = await accepted();
    const key = uuid();
    const { owner } = market.database;
    await owner.query('BEGIN');
    await owner.query(sql(path.split('/').at(-1) ?? ''));
    const busy = await determine(path, key);
    await owner.query('ROLLBACK');
    expect(busy.status).toBe(503);
    expect(busy.headers['retry-after']).toBe('2');
    expect(busy.body).toMatchObject({ code: 'service.unavailable', title: '服务暂时不可用' });
    const done = await determine(path, key).expect(201);
    const again = await determine(path, key).expect(201);
    expect(again.body).toEqual(done.body);
    const { rows } = await owner.query(`SELECT last_serial AS last FROM registration_counter`);
    expect(Number(done.body.registrationNumber.slice(10))).toBe(rows[0].last);
    const issued = await owner.query(`SELECT count(*)::int AS n FROM issued_number`);
    expect(issued.rows[0].n).toBe(rows[0].last);
  });

  it('gives numbers to those who wait in the order they came, and the certificate at once', async () => {
    const paths = await Promise.all(Array.from({ length: 3 }, accepted));
    const { owner } = market.database;
    await owner.query('BEGIN');
    await owner.query(turn);
    const answers = [];
    for (const [index, path] of paths.entries()) {
      answers.push(determine(path).then((answer) => answer)); // supertest sends when it is awaited
      await eventually(async () => {
        const { rows } = await owner.query(
          `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
        return rows[0].n === index + 1 ? true : null;
      });
    }
    await owner.query('COMMIT');
    const numbers = (await Promise.all(answers)).map((answer) => Number(answer.body.registrationNumber));
    expect(numbers).toEqual(paths.map((_path, index) => (numbers[0] ?? 0) + index));
    const certificate = await officer.get(`${paths[0]}/certificate`).expect(200);
    expect(certificate.body).toMatchObject({ state: 'valid', content: { registrationNumber: String(numbers[0]) } });
  });
});
