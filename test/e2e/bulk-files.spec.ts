import type { Response } from 'supertest';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** What a unit brings in, it gets out in the same shape; what failed comes back with the reason beside it. */
describe('files that go out as they come in', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
  });
  afterAll(() => market.close());

  const types = {
    csv: 'text/csv',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    jsonl: 'application/x-ndjson',
  } as const;

  async function bring(
    caller: Caller,
    kind: string,
    file: string | Buffer,
    type: keyof typeof types = 'csv',
    dryRun = false,
  ) {
    const query = `kind=${kind}&dryRun=${dryRun}`;
    const { body } = await caller
      .post(`/v1/imports?${query}`, undefined)
      .set('Content-Type', types[type])
      .send(file)
      .expect(202);
    return eventually(async () => {
      const progress = await caller.get(`/v1/imports/${body.id}`).expect(200);
      return progress.body.state === 'finished' ? progress.body : null;
    }, 20);
  }
  const bytes = (response: Response, done: (error: Error | null, body: Buffer) => void): void => {
    const chunks: Buffer[] = [];
    const stream = response as unknown as NodeJS.ReadableStream;
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => done(null, Buffer.concat(chunks)));
  };
  const download = async (caller: Caller, path: string): Promise<Buffer> =>
    (
      await caller
        .get(path)
        .buffer(true)
        .parse(bytes as never)
        .expect(200)
    ).body as Buffer;

  const sheets = {
    achievements: [
      '编号,成果名称,摘要,技术领域,县区代码,关键词,成熟度,转化方式,价格（元）,农业成果阶段',
      'CG-1,湖羊羔羊代乳料,"35 日龄断奶,成活率 ""96%""",农业,621022,湖羊；代乳料,7,转让、许可,120000.50,示范',
      '021,=苹果矮砧苗木,,,,,,,,',
    ].join('\n'),
    demands: [
      '编号,需求名称,需求描述,县区代码,预算（元）,合作方式,需用日期,最低成熟度,排除地区,有效期至',
      'XQ-1,羔羊腹泻防治,羔羊断奶后腹泻多，求方案,621022,300000,许可；合作实施,2027-12-31,7,610000；621002,2027-06-30',
      '2026-01,苹果晚霜,四月花期晚霜冻，求防霜设备,621022,,,,,,',
    ].join('\n'),
  };

  it.each([
    ['achievements', 'csv'],
    ['achievements', 'xlsx'],
    ['demands', 'csv'],
    ['demands', 'xlsx'],
  ] as const)('%s as %s: exported, imported again, nothing changes', async (kind, format) => {
    const unit = await market.member({ roles: ['enterprise'] });
    expect(await bring(unit, kind, sheets[kind])).toMatchObject({ created: 2, failed: 0, ignoredColumns: [] });
    const file = await download(unit, `/v1/exports?kind=${kind}&format=${format}`);
    expect(await bring(unit, kind, file, format)).toMatchObject({
      total: 2,
      unchanged: 2,
      failed: 0,
      ignoredColumns: [],
    });
  });

  it('what was made by hand, without a number of its own, is found again by its id and updated', async () => {
    const unit = await market.member({ roles: ['enterprise'] });
    const made = { title: '苹果矮砧密植园防霜', summary: '四月花期晚霜冻，求防霜设备', countyCode: '621022' };
    const { id } = (await unit.post('/v1/demands', made).expect(201)).body as { id: string };
    const file = (await download(unit, '/v1/exports?kind=demands&format=csv')).toString('utf8');
    expect(file).toContain(id);
    expect(await bring(unit, 'demands', file)).toMatchObject({ unchanged: 1 });
    expect(await bring(unit, 'demands', file.replace('防霜设备', '防霜机'))).toMatchObject({ updated: 1 });
    const { body } = await unit.get('/v1/demands/mine').expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ id, summary: '四月花期晚霜冻，求防霜机' });
    // Nobody else's: the id of another unit's demand is just a key.
    const stranger = await market.member({ roles: ['enterprise'] });
    expect(await bring(stranger, 'demands', file)).toMatchObject({ created: 1 });
  });

  it.each(['csv', 'xlsx'] as const)(
    'failed rows come back as they were, with their errors in a last column; mended, the same file goes in (%s)',
    async (format) => {
      const unit = await market.member({ roles: ['enterprise'] });
      const wrong = [
        '编号,名称,描述,成熟度,价格（元）,备注',
        '1,湖羊羔羊代乳料,说明,10,12,内部资料',
        '021,苹果矮砧苗木,说明,7,一万元,"=HYPERLINK(""x"")"',
        '3,好的一行,说明,7,100,',
      ].join('\n');
      const done = await bring(unit, 'achievements', wrong, 'csv', true);
      expect(done).toMatchObject({ created: 1, failed: 2, dryRun: true });
      const file = await download(unit, `/v1/imports/${done.id}/error-file?format=${format}`);
      if (format === 'csv') {
        const text = file.toString('utf8');
        expect(text.startsWith('\ufeff编号,名称,描述,成熟度,价格（元）,备注,错误\r\n')).toBe(true);
        expect(text).toContain('第 2 行：【成熟度】应为技术成熟度 1 至 9');
        expect(text).toContain('【价格（元）】应为以元为单位的金额');
        expect(text).toContain(`"'=HYPERLINK(""x"")"`);
        expect(text).not.toContain('好的一行');
        const mended = text.replace(',"=""10""",', ',9,').replace(',10,', ',9,').replace('一万元', '10000');
        expect(await bring(unit, 'achievements', mended)).toMatchObject({ created: 2, failed: 0 });
      } else {
        expect(await bring(unit, 'achievements', file, 'xlsx')).toMatchObject({ total: 2, failed: 2 });
      }
    },
  );

  it('keeps to the unit, to its roles, and to what it knows', async () => {
    const unit = await market.member({ roles: ['enterprise'] });
    const stranger = await market.member({ roles: ['enterprise'] });
    const { id } = await bring(unit, 'demands', '名称\n羊\n');
    await stranger.get(`/v1/imports/${id}/error-file?format=csv`).expect(404);
    await unit.get(`/v1/imports/${id}/error-file?format=pdf`).expect(400);
    await unit.get('/v1/exports?kind=registrations&format=csv').expect(400);
    const broker = await market.member({ roles: ['broker'] });
    await broker.get('/v1/exports?kind=achievements&format=csv').expect(403);
    expect(
      (await download(stranger, '/v1/exports?kind=demands&format=csv')).toString('utf8').split('\r\n'),
    ).toHaveLength(2);
  });

  it('keeps a cell that PostgreSQL could not keep as it is', async () => {
    const unit = await market.member({ roles: ['enterprise'] });
    const done = await bring(unit, 'demands', '{"title":"湖\\u0000羊","x":["\\ud83d",{"a":1}]}\n', 'jsonl');
    expect(done).toMatchObject({ failed: 1 });
    const text = (await download(unit, `/v1/imports/${done.id}/error-file?format=csv`)).toString('utf8');
    expect(text).toContain('湖\ufffd羊');
  });
});
