import { statisticsEnterCommand } from '../../apps/cli/src/statistics.command.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract, type ContractFacts } from '../support/contracts.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const header =
  '登记编号,项目名称,合同类别,卖方名称,卖方性质,买方名称,登记日期,合同成交总额（元）,技术交易额（元）,社会经济目标,国民经济行业,支付方式,涉外';
const line = (number: string, name: string, rest = '农林牧渔业发展,A,提成支付,否'): string =>
  `${number},${name},技术开发,示例农科院,021,示例羊业,2019-03-31,1000000,800000,${rest}`;

/** The register of registered contracts: what goes in by file comes out by file, and what the office does is in it. */
describe('登记台账', () => {
  let market: TestMarket;
  let registrar: Caller;
  let reviewer: Caller;
  let auditor: Caller;
  let seller: Caller;
  let buyer: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
    const bureau = { organizationKind: 'cityBureau', countyCode: '621000' } as const;
    [registrar, reviewer, auditor, seller, buyer] = await Promise.all([
      market.member({ roles: ['registrar'], ...bureau }),
      market.member({ roles: ['reviewer'], ...bureau }),
      market.member({ roles: ['auditor'], ...bureau }),
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
    ]);
  });
  afterAll(() => market.close());

  const send = (content: string | Buffer, query = '', type = 'text/csv', key = newKey()) =>
    registrar.post(`/v1/imports?kind=registrations${query}`, undefined, key).set('Content-Type', type).send(content);
  const upload = async (content: string | Buffer, query = '', type = 'text/csv') => {
    const { body } = await send(content, query, type).expect(202);
    return eventually(async () => {
      const progress = await registrar.get(`/v1/imports/${body.id}`).expect(200);
      return progress.body.state === 'finished' ? progress.body : null;
    }, 30);
  };
  const errorsOf = async (id: string): Promise<{ line: number; errors: { column: string }[] }[]> =>
    (await registrar.get(`/v1/imports/${id}/errors`).expect(200)).body.items;
  const exported = async (format: 'csv' | 'xlsx'): Promise<Buffer> => {
    const { body } = await registrar
      .get(`/v1/registration-entries/export?format=${format}&status=all`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk)));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    return body as Buffer;
  };
  const entry = async (number: string) =>
    (await registrar.get(`/v1/registration-entries?number=${number}`).expect(200)).body.items[0];

  const filed = async (
    facts: Partial<ContractFacts> = {},
  ): Promise<{ id: string; path: string; contractId: string }> => {
    const contractId = await effectiveContract(market.database, {
      ...{ seller: seller.identity, buyer: buyer.identity },
      ...facts,
    });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    return { id: body.id, path: `/v1/contract-registrations/${body.id}`, contractId };
  };
  const verdict = (yuan: number) => ({
    ...{ verifiedTechnologyValueYuan: `${yuan}.00`, type: 'development', reason: '核定', landingConfirmed: true },
  });
  const registered = async (facts: Partial<ContractFacts> = {}) => {
    const found = await filed(facts);
    await registrar.post(`${found.path}/acceptance`, {}).expect(201);
    const { body } = await registrar.post(`${found.path}/determination`, verdict(1_000_000)).expect(201);
    return { ...found, number: body.registrationNumber as string };
  };
  const versions = async (
    number: string,
  ): Promise<{ technology: string; valid_from: string; valid_to: string | null }[]> =>
    (
      await market.database.owner.query(
        `SELECT technology_value_fen::text AS technology, valid_from::text, valid_to::text FROM registration_entry
         WHERE registration_number = $1 ORDER BY valid_from`,
        [number],
      )
    ).rows;

  it('takes the whole form in, and gives it out as it came: CSV that survives a spreadsheet, and a workbook', async () => {
    const rows = [
      line('2019621001000001', '湖羊代乳料'),
      line('2019621001000002', '2019-06', '09,农、林、牧、渔业,royalty,是'),
    ];
    expect(await upload([header, ...rows].join('\n'))).toMatchObject({ created: 2, failed: 0, ignoredColumns: [] });
    expect(await entry('2019621001000002')).toMatchObject({
      ...{ goal: '09', industry: 'A', payment: 'royalty', foreign: true, title: '2019-06' },
    });
    const csv = (await exported('csv')).toString();
    expect(csv).toContain('"=""2019621001000001"""');
    expect(csv).toContain('农林牧渔业发展');
    expect(csv).toContain('提成支付');
    for (const [content, type] of [
      [csv, 'text/csv'],
      [csv.replaceAll('"=""', '"').replaceAll('""",', '",'), 'text/csv'], // as a spreadsheet saves it again
      [await exported('xlsx'), xlsxType],
    ] as const) {
      const back = await upload(content, '', type);
      expect(await errorsOf(back.id)).toEqual([]);
      expect(back).toMatchObject({ total: 2, unchanged: 2, updated: 0, failed: 0, ignoredColumns: [] });
    }
  });

  it('rehearses a workbook, tells each wrong row, and refuses what is no workbook', async () => {
    const file = await exported('xlsx');
    expect(await upload(file, '&dryRun=true', xlsxType)).toMatchObject({ dryRun: true, total: 2, unchanged: 2 });
    const { body } = await send(Buffer.from('名称\n湖羊'), '', xlsxType).expect(422);
    expect(body.code).toBe('import.workbookUnreadable');
    const key = newKey();
    const first = await send(file, '', xlsxType, key).expect(202);
    expect((await send(file, '', xlsxType, key).expect(202)).body.id).toBe(first.body.id);
    await send(Buffer.concat([file, Buffer.from('x')]), '', xlsxType, key).expect(422);

    const broken = [
      header,
      line('2.01962E+15', '科学计数法'),
      line('2019621001000003', '湖羊', '不存在的目标,A,提成支付,否'),
    ];
    const done = await upload(broken.join('\n'));
    expect((await errorsOf(done.id)).map((row) => [row.line, row.errors[0]?.column])).toEqual([
      [2, '登记编号'],
      [3, '社会经济目标'],
    ]);
  });

  it('covers the later columns by the hash of an edition, and leaves the hash of those frozen before them as it was', async () => {
    const old = header.split(',').slice(0, 9).join(',');
    await upload([old, '2018621001000001,老合同,技术服务,甲,021,乙,2018-05-01,1000,800'].join('\n'));
    const frozen = async (period: string) => {
      const asked = { period, cutOff: `${period}-12-31` };
      return (await registrar.post('/v1/statistics-editions', asked).expect(201)).body;
    };
    const intact = async (id: string) =>
      (await auditor.get(`/v1/statistics-editions/${id}/verification`).expect(200)).body.intact;
    const { owner } = market.database;
    const before = await frozen('2018');
    const { rows } = await owner.query(
      `SELECT encode(sha256(convert_to(jsonb_build_array(side, registration_number, source, rule_set_id, title, type, sub_type,
         field, ip_kind, plan, seller_name, seller_credit_code, seller_nature, seller_country, seller_place_code, buyer_name,
         buyer_credit_code, buyer_nature, buyer_country, buyer_place_code, contract_value_fen::text, technology_value_fen::text,
         technology_income_fen::text, related_party, signed_on, valid_until, registered_on, valid_from)::text, 'UTF8')), 'hex') AS hash
       FROM statistics_edition_line WHERE edition_id = $1`,
      [before.id],
    );
    expect(rows).toEqual([{ hash: before.listHash }]);

    const after = await frozen('2019');
    expect(await intact(after.id)).toBe(true);
    await owner.query(`ALTER TABLE statistics_edition_line DISABLE TRIGGER USER`);
    await owner.query(`UPDATE statistics_edition_line SET is_foreign = NOT is_foreign`);
    await owner.query(`ALTER TABLE statistics_edition_line ENABLE TRIGGER USER`);
    expect([await intact(before.id), await intact(after.id)]).toEqual([true, false]);
  });

  it('follows a change of a registration from the day it was decided', async () => {
    const { path, number } = await registered({ valueFen: 120_000_000n });
    await eventually(async () => ((await versions(number)).length === 1 ? true : null));
    market.clock.moveTo(new Date('2026-12-01T02:00:00Z'));
    const terms = { contractValueYuan: '1100000.00', declaredTechnologyValueYuan: '900000.00' };
    const asked = { ...terms, reason: '补充协议', evidence: ['补充协议'] };
    const { body } = await seller.post(`${path}/changes`, asked).expect(201);
    const change = `/v1/registration-changes/${body.id}`;
    const verified = await registrar
      .post(`${change}/verification`, { verifiedTechnologyValueYuan: '900000.00', type: 'development', reason: '核定' })
      .expect(201);
    if (verified.body.state === 'verified') await reviewer.post(`${change}/approval`).expect(201);
    await eventually(async () => ((await versions(number)).length === 2 ? true : null));
    expect(await versions(number)).toEqual([
      { technology: '100000000', valid_from: '2026-11-23', valid_to: '2026-12-01' },
      { technology: '90000000', valid_from: '2026-12-01', valid_to: null },
    ]);
  });

  it('enters by command what the register does not know, once', async () => {
    const { number } = await registered();
    await eventually(async () => ((await versions(number)).length === 1 ? true : null));
    await market.database.owner.query(`DELETE FROM registration_entry WHERE registration_number = $1`, [number]);
    const lines: string[] = [];
    const run = () =>
      statisticsEnterCommand.run({ config: market.database.config, args: [], print: (text) => void lines.push(text) });
    expect([await run(), await run(), lines]).toEqual([0, 0, ['补入 1 项', '补入 0 项']]);
    expect((await versions(number)).map((version) => version.technology)).toEqual(['100000000']);
  });

  it('earns nobody a reward by a historic row', async () => {
    const count = async (): Promise<string> =>
      (
        await market.database.owner.query(
          `SELECT (SELECT count(*) FROM reward_accrual) || '/' || (SELECT count(*) FROM outbox_event WHERE topic LIKE 'contractRegistration.%') AS n`,
        )
      ).rows[0].n;
    const before = await count();
    const done = await upload(
      [header, line('2019621001000009', '额度很大').replace('1000000,800000', '90000000,90000000')].join('\n'),
    );
    expect(done).toMatchObject({ created: 1 });
    const { rows } = await market.database.owner.query(
      `SELECT topic FROM outbox_event WHERE payload::text LIKE '%' || (SELECT id FROM registration_entry
         WHERE registration_number = '2019621001000009')::text || '%'`,
    );
    expect(rows).toEqual([]);
    expect(await count()).toBe(before);
  });

  it('counts a contract of several sellers once, with all of its amount, at the seller that leads', async () => {
    // Joined earlier, so that no order of ids puts the leading one first.
    const leading = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const contractId = await effectiveContract(market.database, { seller: leading.identity, buyer: buyer.identity });
    const { owner } = market.database;
    await owner.query(
      `INSERT INTO contract_party (contract_id, organization_id, role, name, credit_code, county_code, signed_at)
       VALUES ($1, $2, 'seller', '另一卖方', 'OTHER', '621002', now())`,
      [contractId, seller.identity.organizationId],
    );
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await leading.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${body.id}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    const done = await registrar.post(`${path}/determination`, verdict(1_000_000)).expect(201);
    const number = done.body.registrationNumber as string;
    await eventually(async () => ((await versions(number)).length === 1 ? true : null));
    expect(await entry(number)).toMatchObject({
      seller: { name: '甘肃省示例农业科学院', nature: '022' },
      contractValue: { yuan: '1200000.00' },
    });
    const [{ sellers }] = (await auditor.get(`/v1/inspection-registrations?number=${number}`).expect(200)).body.items;
    expect(sellers).toEqual(['甘肃省示例农业科学院', '另一卖方']);
  });

  it('finds returned and refused cases for the audit, and nobody else finds any', async () => {
    const returned = await filed({ title: '材料不全的合同' });
    await registrar.post(`${returned.path}/return`, { reason: '缺少合同文本' }).expect(201);
    const refused = await filed({ title: '重复的合同', valueFen: 777_700_000n });
    await registrar.post(`${refused.path}/acceptance`, {}).expect(201);
    const ground = { code: 'duplicate', evidence: '与 2026621001000001 相同' };
    await registrar.post(`${refused.path}/refusal`, { grounds: [ground] }).expect(201);
    const found = async (query: string) =>
      (await auditor.get(`/v1/inspection-registrations?${query}`).expect(200)).body.items;
    expect(await found('state=returned')).toMatchObject([
      { id: returned.id, title: '材料不全的合同', closingReason: '缺少合同文本', registrationNumber: null },
    ]);
    expect(await found(`text=${encodeURIComponent('重复的')}&minValueYuan=7777000&maxValueYuan=7777000`)).toMatchObject(
      [{ id: refused.id, state: 'refused', refusalGrounds: [{ code: 'duplicate', evidence: ground.evidence }] }],
    );
    const [{ provisionalNumber, filedOn }] = await found('state=refused');
    expect(
      await found(`number=${provisionalNumber}&from=${filedOn}&to=${filedOn}&creditCode=TEST-seller`),
    ).toHaveLength(1);
    expect(await found(`text=${encodeURIComponent('环县示例羊业')}&limit=2`)).toHaveLength(2);
    await seller.get('/v1/inspection-registrations').expect(403);
    await market.anonymous.get('/v1/inspection-registrations').expect(401);
    const paged = await auditor.get('/v1/inspection-registrations?limit=1').expect(200);
    const next = await auditor.get(`/v1/inspection-registrations?limit=1&cursor=${paged.body.nextCursor}`).expect(200);
    expect(next.body.items[0].id).not.toBe(paged.body.items[0].id);
  });
});
