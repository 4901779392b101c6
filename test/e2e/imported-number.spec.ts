import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';

const header =
  '登记编号,项目名称,合同类别,合同子类,技术领域,知识产权类型,计划类别,卖方名称,卖方统一社会信用代码,卖方性质,卖方国别,卖方行政区划,买方名称,买方统一社会信用代码,买方性质,买方国别,买方行政区划,签订日期,有效期限,登记日期,合同成交总额（元）,技术交易额（元）,技术性收入（元）,关联交易,注销日期';
const line = (number: string): string =>
  `${number},湖羊代乳料,技术开发,,农业,技术秘密,计划外,示例农科院,,科研机构,142,620102,示例羊业,,150,142,621022,,,2025-12-31,1000000.00,800000,0,否,`;

/** Numbers that the national system gave stay what they are: none is issued again, none issued here is taken over. */
describe('登记编号 that come from the national system', () => {
  let market: TestMarket;
  let registrar: Caller;
  let auditor: Caller;
  let seller: Caller;
  let buyer: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
    const bureau = { organizationKind: 'cityBureau', countyCode: '621000' } as const;
    [registrar, auditor, seller, buyer] = await Promise.all([
      market.member({ roles: ['registrar'], ...bureau }),
      market.member({ roles: ['auditor'], ...bureau }),
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
    ]);
  });
  afterAll(() => market.close());

  const upload = async (numbers: readonly string[]) => {
    const { body } = await registrar
      .post('/v1/imports?kind=registrations', undefined, newKey())
      .set('Content-Type', 'text/csv')
      .send([header, ...numbers.map(line)].join('\n'))
      .expect(202);
    return eventually(async () => {
      const { body: progress } = await registrar.get(`/v1/imports/${body.id}`).expect(200);
      return progress.state === 'finished' ? progress : null;
    }, 30);
  };
  const registered = async (): Promise<string> => {
    const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${body.id}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    const verdict = { verifiedTechnologyValueYuan: '1200000.00', type: 'development' };
    const determined = await registrar.post(`${path}/determination`, verdict).expect(201);
    return determined.body.registrationNumber;
  };

  it('are not issued again, and explain the gap they leave', async () => {
    const done = await upload(['2026621001000001', '2026621001000003', '20186210010001']);
    expect(done).toMatchObject({ created: 3, failed: 0 });
    expect([await registered(), await registered()]).toEqual(['2026621001000002', '2026621001000004']);
    const { body } = await auditor.get('/v1/registration-numbers?year=2026').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ office: '01', lastSerial: 4, issued: 2, imported: 2, unexplained: [] }),
    ]);
    expect(await upload(['2026621001000001'])).toMatchObject({ created: 0, unchanged: 1, failed: 0 });
  });

  it('are refused row by row where they were issued here, even before the register knows the case', async () => {
    const number = await registered();
    const done = await upload([number, '2026621001900000']);
    expect(done).toMatchObject({ created: 1, failed: 1 });
    const { body } = await registrar.get(`/v1/imports/${done.id}/errors`).expect(200);
    expect(body.items[0].errors[0].code).toBe('statistics.numberOfMarket');
  });
});
