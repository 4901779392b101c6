import type { Caller } from '../support/caller.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';

/** Full size by `npm run bench:statistics`; a small part in every run of the tests. */
const rows = Number(process.env['STATISTICS_ROWS'] ?? 600);
const maxGrowthMiB = 256;

const header =
  '登记编号,项目名称,合同类别,技术领域,知识产权类型,计划类别,卖方名称,卖方性质,卖方行政区划,买方名称,买方性质,买方行政区划,签订日期,登记日期,合同成交总额（元）,技术交易额（元）';
const types = ['技术开发', '技术转让', '技术许可', '技术咨询', '技术服务'];
const places = ['621002', '621021', '621022', '621027', '620102', '610102', '110101', '310101'];
const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

function lineOf(at: number): string {
  const year = 2016 + (at % 10);
  const day = `${year}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
  return [
    `${year}621001${String(at + 1).padStart(6, '0')}`,
    `第${at + 1}号技术合同：黄土高原苹果矮砧密植与湖羊舍饲技术示范`,
    ...[of(types, at), '农业', of(['技术秘密', '发明专利', ''], at), '计划外'],
    ...[`示例卖方${at % 500}`, of(['021', '022', '150'], at), of(places, at)],
    ...[`示例买方${at % 900}`, '150', of(places, at * 7 + 3)],
    ...[day, day, `${(at % 2000) * 10_000 + 10_000}.00`, `${(at % 2000) * 8_000 + 8_000}.00`],
  ].join(',');
}

describe(`登记台账 ${rows} 行`, () => {
  let market: TestMarket;
  let registrar: Caller;
  const figures: Record<string, number> = {};
  let seen = 0;

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau', countyCode: '621000' });
  });
  afterAll(async () => {
    if (process.env['STATISTICS_ROWS'] !== undefined) process.stderr.write(`${JSON.stringify({ rows, ...figures })}\n`);
    await market.close();
  });

  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const value = await work();
    figures[name] = Math.round(performance.now() - started);
    return value;
  };

  const imported = async (text: string): Promise<{ created: number; unchanged: number; failed: number }> => {
    const upload = registrar
      .post('/v1/imports?kind=registrations', undefined, newKey())
      .set('Content-Type', 'text/csv');
    const { body } = await upload.send(text).expect(202);
    return eventually(async () => {
      const { body: progress } = await registrar.get(`/v1/imports/${body.id}`).expect(200);
      expect(progress.done).toBeGreaterThanOrEqual(seen); // progress is visible and never goes back
      seen = progress.done;
      return progress.state === 'finished' ? progress : null;
    }, 900);
  };

  it('takes a whole file in, in bounded memory, and the same file again without a change', async () => {
    const text = [header, ...Array.from({ length: rows }, (_, at) => lineOf(at))].join('\n');
    global.gc?.();
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
    try {
      expect(await timed('importMs', () => imported(text))).toMatchObject({ created: rows, failed: 0 });
      figures['importGrowthMiB'] = Math.round((peak - before) / 1_048_576);
      seen = 0;
      expect(await timed('againMs', () => imported(text))).toMatchObject({ unchanged: rows, failed: 0 });
    } finally {
      clearInterval(watch);
    }
    expect(figures['importGrowthMiB']).toBeLessThan(maxGrowthMiB);
  }, 1_800_000);

  it('counts a year in every dimension, and what is counted are the rows of that year', async () => {
    await market.database.owner.query('ANALYZE registration_entry');
    const report = () => registrar.get('/v1/statistics?period=2020').expect(200);
    await report();
    const { body } = await timed('yearMs', report);
    await timed('oneTableMs', () => registrar.get('/v1/statistics?period=2020&dimension=field').expect(200));
    const expected = Array.from({ length: rows }, (_, at) => at).filter((at) => at % 10 === 4).length;
    expect(body.tables[0].total.current.count).toBe(expected);
    const frozen = { period: '2020', cutOff: '2020-12-31' };
    const { body: edition } = await timed('freezeMs', () =>
      registrar.post('/v1/statistics-editions', frozen).expect(201),
    );
    expect(edition.lineCount).toBe(expected);
  }, 300_000);

  it('exports everything in bounded memory', async () => {
    for (const format of ['csv', 'xlsx']) {
      const before = process.memoryUsage.rss();
      let bytes = 0;
      await timed(`${format}Ms`, () =>
        registrar
          .get(`/v1/registration-entries/export?format=${format}`)
          .buffer(true)
          .parse((res, done) => {
            res.on('data', (chunk: Buffer | string) => (bytes += chunk.length));
            res.on('end', () => done(null, null));
          })
          .expect(200),
      );
      expect(bytes).toBeGreaterThan(rows * 20);
      figures[`${format}GrowthMiB`] = Math.round((process.memoryUsage.rss() - before) / 1_048_576);
      expect(figures[`${format}GrowthMiB`]).toBeLessThan(maxGrowthMiB);
    }
  }, 600_000);
});
