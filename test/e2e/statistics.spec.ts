import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { systemActor } from '#domain/shared/actor.js';
import { readCatalogue } from '../../apps/cli/src/catalogue.command.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract, type ContractFacts } from '../support/contracts.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';

const header =
  '登记编号,项目名称,合同类别,合同子类,技术领域,知识产权类型,计划类别,卖方名称,卖方统一社会信用代码,卖方性质,卖方国别,卖方行政区划,买方名称,买方统一社会信用代码,买方性质,买方国别,买方行政区划,签订日期,有效期限,登记日期,合同成交总额（元）,技术交易额（元）,技术性收入（元）,关联交易,注销日期';

interface Line {
  readonly number: string;
  readonly on: string;
  readonly title?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  readonly value?: string;
  readonly cancelled?: string;
}
const line = ({
  number,
  on,
  title = '湖羊代乳料',
  type = '技术开发',
  from = '620102',
  to = '621022',
  value = '1000000.00',
  cancelled = '',
}: Line): string =>
  [
    ...[number, title, type, '', '农业', '技术秘密', '计划外', '示例农科院', '', '科研机构', '142', from],
    ...['示例羊业', '', '150', '142', to, '', '', on, value, '800000', '0', '否', cancelled],
  ].join(',');

/** The bureau counts what was registered, freezes it, and brings in the years before the market. */
describe('技术合同统计', () => {
  let market: TestMarket;
  let registrar: Caller;
  let reviewer: Caller;
  let auditor: Caller;
  let county: Caller;
  let seller: Caller;
  let buyer: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
    const bureau = { organizationKind: 'cityBureau', countyCode: '621000' };
    [registrar, reviewer, auditor, county, seller, buyer] = await Promise.all([
      market.member({ roles: ['registrar'], ...bureau }),
      market.member({ roles: ['reviewer'], ...bureau }),
      market.member({ roles: ['auditor'], ...bureau }),
      market.member({ roles: ['countyOfficer'], organizationKind: 'countyBureau', countyCode: '621002' }),
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
    ]);
  });
  afterAll(() => market.close());

  const upload = async (text: string, query = '', caller = registrar) => {
    const { body } = await caller
      .post(`/v1/imports?kind=registrations${query}`, undefined, newKey())
      .set('Content-Type', 'text/csv')
      .send(text)
      .expect(202);
    return eventually(async () => {
      const progress = await caller.get(`/v1/imports/${body.id}`).expect(200);
      return progress.body.state === 'finished' ? progress.body : null;
    }, 30);
  };

  const registered = async (facts: Partial<ContractFacts> = {}): Promise<string> => {
    const contractId = await effectiveContract(market.database, {
      seller: seller.identity,
      buyer: buyer.identity,
      ...facts,
    });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${body.id}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    const determination = {
      verifiedTechnologyValueYuan: String((facts.technologyFen ?? facts.valueFen ?? 120_000_000n) / 100n),
      type: 'development',
      landingConfirmed: true,
    };
    await registrar.post(`${path}/determination`, determination).expect(201);
    return body.id;
  };

  const tableOf = async (caller: Caller, query: string) =>
    (await caller.get(`/v1/statistics?${query}`).expect(200)).body.tables[0];
  const pageThrough = async (caller: Caller, path: string) => {
    const items: { contractValue: { fen: string }; registrationNumber: string }[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: { items: typeof items; nextCursor: string | null } } = await caller
        .get(`${path}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
        .expect(200);
      items.push(...body.items);
      cursor = body.nextCursor;
    }
    return items;
  };

  it('takes in historic registrations by their number, with a dry run and a reason for every row that fails', async () => {
    const rows = [
      line({ number: '2018621001000001', on: '2018-03-31' }),
      line({ number: '2018621001000002', on: '2018-04-01', type: '技术转让', value: '10000000' }),
      line({ number: '2018621001000003', on: '2018-05-01', cancelled: '2018-12-31' }),
      line({ number: '2018621001000004', on: '2018-05-01', title: '=HYPERLINK(1)' }),
      line({ number: '2015621001000001', on: '2015-05-01' }),
      line({ number: '2018621001000005', on: '2018-05-01', value: '700000' }),
      line({ number: '2018621001000006', on: '2018-05-01', type: '技术买卖' }),
      line({ number: '2018621001000007', on: '2018-05-01', cancelled: '2018-04-30' }),
      line({ number: '', on: '2018-05-01' }),
    ];
    const file = [header, ...rows].join('\n');
    const dry = await upload(file, '&dryRun=true');
    expect(dry).toMatchObject({ total: 9, created: 4, failed: 5, ignoredColumns: [] });
    const { body: none } = await registrar.get('/v1/registration-entries?source=historic').expect(200);
    expect(none.items).toEqual([]);

    const done = await upload(file);
    expect(done).toMatchObject({ total: 9, created: 4, updated: 0, failed: 5 });
    const { body } = await registrar.get(`/v1/imports/${done.id}/errors`).expect(200);
    expect(body.items.map((item: { errors: { code: string; column: string }[] }) => item.errors[0]?.code)).toEqual([
      'statistics.yearNotHistoric',
      'statistics.amountsDisagree',
      'import.fieldInvalid',
      'statistics.datesDisagree',
      'import.numberMissing',
    ]);
    const csv = await registrar.get(`/v1/imports/${done.id}/errors.csv`).expect(200);
    expect(csv.text).toContain('合同类别：技术开发、技术转让');

    const again = await upload(file);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 4, failed: 5 });
    const edited = await upload(
      [header, line({ number: '2018621001000001', on: '2018-03-31', value: '1100000' })].join('\n'),
    );
    expect(edited).toMatchObject({ updated: 1, unchanged: 0 });
    const enterprise = await market.member({ roles: ['enterprise'] });
    const forbidden = enterprise.post('/v1/imports?kind=registrations', undefined, newKey());
    expect((await forbidden.set('Content-Type', 'text/csv').send(file).expect(403)).body.code).toBe(
      'import.kindForbidden',
    );
  });

  it('counts by day of registration as of the cut-off day, and compares with the year before', async () => {
    const total = async (period: string, cutOff: string) =>
      (await tableOf(registrar, `period=${period}&cutOff=${cutOff}&dimension=type`)).total;
    expect((await total('2018Q1', '2018-03-31')).current).toMatchObject({
      count: 1,
      contractValue: { yuan: '1100000.00' },
    });
    expect((await total('2018Q2', '2018-12-30')).current.count).toBe(3);
    expect((await total('2018Q2', '2018-12-31')).current.count).toBe(2);
    expect((await total('2018', '2018-04-30')).current.count).toBe(2);
    const next = await total('2019', '2026-01-01');
    expect(next.current.count).toBe(0);
    expect(next.previous.count).toBe(3);
    expect(next.yearOnYear).toMatchObject({ count: '-100.00', technologyValue: '-100.00', technologyIncome: null });
  });

  it('follows the office: registered, cancelled, and as it was on any day between', async () => {
    const [, id] = [await registered(), await registered({ valueFen: 30_000_000n })];
    const totals = async (cutOff: string) =>
      (await registrar.get(`/v1/registration-entries/totals?period=2026Q4&cutOff=${cutOff}`).expect(200)).body;
    await eventually(async () => ((await totals('2026-11-23')).count === 2 ? true : null));
    expect(await totals('2026-11-22')).toMatchObject({ count: 0 });
    market.clock.moveTo(new Date('2026-11-25T02:00:00Z'));
    await registrar.post(`/v1/contract-registrations/${id}/cancellation`, { reason: '合同解除' }).expect(201);
    await eventually(async () => ((await totals('2026-11-25')).count === 1 ? true : null));
    expect(await totals('2026-11-24')).toMatchObject({ count: 2, contractValue: { yuan: '1500000.00' } });
    const { body } = await registrar.get('/v1/registration-entries?period=2026Q4&status=cancelled').expect(200);
    expect(body.items).toMatchObject([{ registrationId: id, cancelledOn: '2026-11-25', source: 'market' }]);
  });

  it('adds what came in on a contract to its technology income', async () => {
    const { body } = await registrar.get('/v1/registration-entries?period=2026Q4').expect(200);
    const { rows } = await market.database.owner.query(
      `SELECT contract_id AS id FROM contract_registration WHERE id = $1`,
      [body.items[0].registrationId],
    );
    const receipt = {
      receivedOn: '2026-11-24',
      amountYuan: '500000',
      kind: 'lumpSum',
      reference: 'PZ-1',
      evidence: '银行回单',
    };
    await seller.post(`/v1/contracts/${rows[0].id}/receipts`, receipt).expect(201);
    const income = async (cutOff: string) =>
      (await tableOf(registrar, `period=2026Q4&dimension=type&cutOff=${cutOff}`)).total.current.technologyIncome.yuan;
    await eventually(async () => ((await income('2026-11-25')) === '500000.00' ? true : null));
    expect(await income('2026-11-23')).toBe('0.00');
  });

  it('opens the list behind every figure: each list adds up to its figure', async () => {
    await upload(
      [
        header,
        line({ number: '2020621001000001', on: '2020-02-01', from: '621002', to: '621022' }),
        line({ number: '2020621001000002', on: '2020-02-02', from: '621002', to: '610102', value: '99999.99' }).replace(
          '800000',
          '80000',
        ),
        line({ number: '2020621001000003', on: '2020-02-03', from: '610102', to: '621022', value: '10000000' }),
        line({ number: '2020621001000004', on: '2020-02-04', type: '技术服务', from: '110101', to: '440100' }),
        line({ number: '2019621001000009', on: '2019-02-04', type: '技术服务' }),
      ].join('\n'),
    );
    const { body } = await reviewer.get('/v1/statistics?period=2020&cutOff=2021-01-31').expect(200);
    expect(body.tables).toHaveLength(12);
    let opened = 0;
    for (const table of body.tables) {
      for (const row of table.rows) {
        if (row.current.count === 0) continue;
        const items = await pageThrough(reviewer, row.list);
        const sum = items.reduce((all, item) => all + BigInt(item.contractValue.fen), 0n);
        expect([table.dimension, row.key, items.length, sum.toString()]).toEqual([
          table.dimension,
          row.key,
          row.current.count,
          row.current.contractValue.fen,
        ]);
        opened += 1;
      }
    }
    expect(opened).toBeGreaterThan(20);
    const direction = body.tables.find((table: { dimension: string }) => table.dimension === 'direction');
    expect(
      direction.rows.map((row: { key: string; current: { count: number } }) => [row.key, row.current.count]),
    ).toEqual([
      ['absorption', 2],
      ['output', 2],
    ]);
    expect(direction.total.current.count).toBe(4);
  });

  it("shows a county's officer the contracts of his county only, and nobody else anything", async () => {
    const { body } = await county.get('/v1/statistics?period=2020&dimension=flow').expect(200);
    expect(body.county).toBe('621002');
    expect(body.tables[0].total.current.count).toBe(2);
    const { body: all } = await registrar.get('/v1/registration-entries?number=2020621001000003').expect(200);
    await county.get(`/v1/registration-entries/${all.items[0].id}`).expect(404);
    await seller.get('/v1/statistics?period=2020').expect(403);
    await market.anonymous.get('/v1/registration-entries').expect(401);
  });

  it('exports the form and takes the same file in again without a change', async () => {
    const csv = await registrar.get('/v1/registration-entries/export?format=csv&status=all').expect(200);
    expect(csv.text.startsWith('\ufeff登记编号,项目名称,')).toBe(true);
    expect(csv.text).toContain(`'=HYPERLINK(1)`);
    const rows = csv.text.trim().split('\r\n').length - 1;
    const back = await upload(csv.text);
    const { body: failed } = await registrar.get(`/v1/imports/${back.id}/errors`).expect(200);
    expect(failed.items).toEqual([]);
    expect(back).toMatchObject({ total: rows, unchanged: rows, created: 0, updated: 0, failed: 0, ignoredColumns: [] });
  });

  it('writes a workbook in which numbers stay text and no text is a formula', async () => {
    const { body } = await registrar
      .get('/v1/registration-entries/export?format=xlsx&period=2018&cutOff=2018-12-31')
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    const sheet = unzip(body as Buffer).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<row>/g)).toHaveLength(4);
    expect(sheet).toContain('<c t="inlineStr"><is><t xml:space="preserve">2018621001000001</t></is></c>');
    expect(sheet).toContain('<c t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(1)</t></is></c>');
    expect(sheet).toContain('<c><v>1100000.00</v></c>');
    expect(sheet).not.toContain('<f>');
  });

  it('freezes an edition that nobody changes; a restatement is a new one with reason and difference', async () => {
    const asked = { period: '2018', cutOff: '2018-12-31' };
    await auditor.post('/v1/statistics-editions', asked).expect(403);
    expect(
      (await registrar.post('/v1/statistics-editions', { period: '2026', cutOff: '2026-11-24' }).expect(422)).body.code,
    ).toBe('statistics.periodOpen');
    const { body: first } = await registrar.post('/v1/statistics-editions', asked).expect(201);
    expect(first).toMatchObject({ number: 1, lineCount: 3, difference: null, supersedes: null });

    const { owner } = market.database;
    for (const sql of [
      `UPDATE statistics_edition SET line_count = 0`,
      `DELETE FROM statistics_edition_line`,
      `UPDATE statistics_edition_line SET contract_value_fen = 1`,
      `INSERT INTO statistics_edition_line SELECT * FROM statistics_edition_line LIMIT 1`,
      `TRUNCATE statistics_edition CASCADE`,
    ]) {
      await expect(owner.query(sql)).rejects.toThrow();
    }

    // The register is corrected; the frozen edition is as it was.
    await upload(
      [header, line({ number: '2018621001000002', on: '2018-04-01', type: '技术转让', value: '12000000' })].join('\n'),
    );
    await upload([header, line({ number: '2018621001000008', on: '2018-07-01' })].join('\n'));
    const figures = await auditor.get(`/v1/statistics-editions/${first.id}/figures`).expect(200);
    expect(figures.body.tables).toEqual(first.tables);
    const verified = await auditor.get(`/v1/statistics-editions/${first.id}/verification`).expect(200);
    expect(verified.body).toMatchObject({ intact: true, listHash: first.listHash });

    expect((await registrar.post('/v1/statistics-editions', asked).expect(422)).body.code).toBe(
      'statistics.reasonMissing',
    );
    const { body: second } = await registrar
      .post('/v1/statistics-editions', { ...asked, reason: '补报一项，更正一项' })
      .expect(201);
    expect(second).toMatchObject({ number: 2, supersedes: first.id, reason: '补报一项，更正一项' });
    expect(second.difference).toMatchObject({
      added: 1,
      removed: 0,
      changed: 1,
      before: { count: 3 },
      after: { count: 4 },
    });
    const { body: changes } = await auditor.get(`/v1/statistics-editions/${second.id}/changes`).expect(200);
    expect(
      changes.items.map((item: { registrationNumber: string; change: string }) => [
        item.registrationNumber,
        item.change,
      ]),
    ).toEqual([
      ['2018621001000002', 'changed'],
      ['2018621001000008', 'added'],
    ]);
    const again = await registrar.post('/v1/statistics-editions', { ...asked, reason: '再来' }).expect(409);
    expect(again.body.code).toBe('statistics.nothingToRestate');
    for (const table of second.tables) {
      for (const row of table.rows) {
        const items = await pageThrough(auditor, row.list);
        expect([row.key, items.length]).toEqual([row.key, row.current.count]);
      }
    }
  });

  it("shows the plan's indicators with value, day and edition", async () => {
    const catalogue = market.api.get(CatalogueService, { strict: false });
    await catalogue.load(systemActor('catalogue.load', 'test'), readCatalogue(join(__dirname, '../../data/catalogue')));
    const { body } = await market.anonymous.get('/v1/indicator-values').expect(200);
    expect(body.items).toHaveLength(21);
    expect(body.items[0]).toMatchObject({
      ...{ code: 'indicator-01', value: '0.151', asOf: '2018-12-31', source: 'edition' },
      ...{ editionPeriod: '2018', editionNumber: 2, reached: false },
    });
    expect(body.items[4]).toMatchObject({ code: 'indicator-05', value: '0', source: 'live' });
    expect(body.items[10]).toMatchObject({ value: null, source: null });
  });

  it('publishes editions with small cells masked', async () => {
    const { body } = await market.anonymous.get('/v1/statistics-editions?period=2018').expect(200);
    expect(body.items.map((item: { number: number }) => item.number)).toEqual([2, 1]);
    const type = body.items[0].tables.find((table: { dimension: string }) => table.dimension === 'type');
    expect(type.rows.map((row: { current: unknown; list: unknown }) => [row.current, row.list])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(type.total.current.count).toBe(4);
    await market.anonymous.get(`/v1/statistics-editions/${body.items[0].id}/figures`).expect(401);
    await market.anonymous.get(`/v1/statistics-editions/${body.items[0].id}`).expect(200);
  });
});

/** Entries of a zip by its central directory. */
function unzip(file: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < file.readUInt16LE(end + 10); i += 1) {
    const [compressed, nameLength, offset] = [
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt32LE(at + 42),
    ];
    const name = file.subarray(at + 46, at + 46 + nameLength).toString();
    const start = offset + 30 + file.readUInt16LE(offset + 26);
    entries.set(name, inflateRawSync(file.subarray(start, start + compressed)).toString());
    at += 46 + nameLength;
  }
  return entries;
}
