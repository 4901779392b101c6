import { join } from 'node:path';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { systemActor } from '#domain/shared/actor.js';
import { readCatalogue } from '../../apps/cli/src/catalogue.command.js';
import { startMarket, type TestMarket } from '../support/market.js';

const document = '《庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）》';
const contents = () => readCatalogue(join(__dirname, '../../data/catalogue'));
const operator = systemActor('catalogue.load', 'test');

/** Anybody reads the city's plan, with the place each fact stands in. */
describe('方案目录', () => {
  let market: TestMarket;
  let service: CatalogueService;
  beforeAll(async () => {
    market = await startMarket();
    service = market.api.get(CatalogueService, { strict: false });
    await service.load(operator, contents());
  });
  afterAll(() => market.close());

  const items = async (path: string) => (await market.anonymous.get(path).expect(200)).body.items;

  it('has 8 counties, 12 zones, 21 indicators, 26 rows of 17 tasks, 16 demonstration tasks, 7 stages', async () => {
    expect(await items('/v1/counties')).toHaveLength(8);
    const zones = await items('/v1/zones');
    expect(zones.map((zone: { kind: string }) => zone.kind).sort()).toEqual(
      ['area', 'belt', 'park'].flatMap((kind) => Array.from({ length: 4 }, () => kind)),
    );
    expect(await items('/v1/indicators')).toHaveLength(21);
    const tasks = await items('/v1/tasks');
    expect(tasks).toHaveLength(26);
    expect(new Set(tasks.map((task: { number: number }) => task.number)).size).toBe(17);
    expect(await items('/v1/demonstration-tasks')).toHaveLength(16);
    expect((await items('/v1/procedure-stages')).map((stage: { name: string }) => stage.name).join('、')).toBe(
      '发起、初审、评估、论证、决策、公示、实施',
    );
    const [conference] = await items('/v1/joint-conferences');
    expect(conference.members).toHaveLength(13);
  });

  it('prints an indicator as the table does and says what is unclear', async () => {
    const indicators = await items('/v1/indicators');
    expect(indicators[0]).toMatchObject({
      name: '技术合同成交额（亿元）',
      source: `${document}附表1 第1行`,
      base: { printed: '6.69', value: '6.69' },
      target: { printed: '12', value: '12', comparison: '>=' },
    });
    expect(indicators[5]).toMatchObject({ target: { printed: '0.1以上', value: '0.1', comparison: '>=' } });
    expect(indicators[5].unitNote).toContain('0.08');
    expect(
      indicators
        .filter((row: { qualitative: boolean }) => row.qualitative)
        .map((row: { number: number }) => row.number),
    ).toEqual([11, 12, 13]);
    expect(indicators[10].target).toEqual({ printed: '持续推进', value: null, comparison: null });
  });

  it('shows a zone with its areas, what is promoted, and its targets of 附表2', async () => {
    const { body } = await market.anonymous.get('/v1/zones/mutton-sheep-dairy-goat').expect(200);
    const cores = body.areas.filter((area: { level: string }) => area.level === 'core');
    expect(cores.map((area: { countyCode: string; branch: string }) => [area.countyCode, area.branch])).toEqual([
      ['621022', '肉羊'],
      ['621024', '奶山羊'],
    ]);
    expect(body.townships).toEqual([
      { count: 47, branch: '肉羊' },
      { count: 24, branch: '奶山羊' },
    ]);
    expect(body.promotedTechnologies).toContain('同期发情、早期配种、诱发分娩技术');
    expect(body.tasks[0].targets[1]).toMatchObject({ value: '22000', unit: '户' });
    const park = await market.anonymous.get('/v1/zones/big-data').expect(200);
    expect(park.body.promotedKind).toBe('applicationTheme');
    const none = await market.anonymous.get('/v1/zones/no-such-zone').expect(404);
    expect(none.body.code).toBe('zone.notFound');
    await market.anonymous.get('/v1/zones/%00').expect(400);
  });

  it('keeps deadlines of two kinds, milestones inside task 1, and several leads', async () => {
    const tasks = await items('/v1/tasks');
    const [parks] = tasks;
    expect(parks).toMatchObject({ leads: ['市科技局', '市农业农村局'], due: { kind: 'year', year: 2023 } });
    expect(parks.milestones.map((step: { year: number }) => step.year)).toEqual([2020, 2021, 2023]);
    const ongoing = tasks.filter((task: { due: { kind: string } }) => task.due.kind === 'ongoing');
    expect(ongoing.map((task: { number: number }) => task.number)).toEqual([9, 10, 11, 15, 16, 17]);
  });

  it('puts the contradictions of the plan side by side', async () => {
    const conflicts = await items('/v1/seed-conflicts');
    for (const conflict of conflicts) expect(conflict.readings.length).toBeGreaterThanOrEqual(2);
    const coal = conflicts.find((conflict: { code: string }) => conflict.code === 'coal-output');
    expect(coal.readings.map((reading: { quote: string }) => reading.quote)).toEqual([
      '建设年产超亿吨级原煤生产示范基地',
      '带动全市煤炭产能达到6000万吨以上',
    ]);
    const departments = await items('/v1/departments');
    const agriculture = departments.find((entry: { code: string }) => entry.code === 'agriculture-bureau');
    expect(agriculture.aliases).toEqual([{ name: '市农牧局', source: '三（二）4' }]);
  });

  it('answers 304 to a reader who has the version', async () => {
    const { headers } = await market.anonymous.get('/v1/zones').expect(200);
    const again = await market.anonymous
      .get('/v1/zones')
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(304);
    expect(again.text).toBe('');
  });

  it('loads the same data again without a change; a record that left is retired, not deleted, and comes back', async () => {
    const again = await service.load(operator, contents());
    expect(again.map(({ added, changed, retired }) => added + changed + retired.length)).toEqual(again.map(() => 0));

    const without = contents() as Record<string, { seedConflicts: unknown[] }>;
    const removed = without['seed-conflicts.json']?.seedConflicts.pop() as { code: string };
    const report = (await service.load(operator, without as never)).find(({ table }) => table === 'seed_conflict');
    expect(report?.retired).toEqual([removed.code]);
    const { rows } = await market.database.owner.query(`SELECT retired_at FROM seed_conflict WHERE code = $1`, [
      removed.code,
    ]);
    expect(rows[0].retired_at).not.toBeNull();
    await service.load(operator, contents());
    expect((await items('/v1/seed-conflicts')).map((entry: { code: string }) => entry.code)).toContain(removed.code);
  });

  it('refuses wrong data as a whole, naming file and path', async () => {
    const wrong = structuredClone(contents()) as Record<string, { zones: { areas: { countyCode: string }[] }[] }>;
    const area = wrong['zones.json']?.zones[3]?.areas[0];
    if (area) area.countyCode = '110000';
    await expect(service.load(operator, wrong as never)).rejects.toThrow('zones.json/zones/3/areas/0/countyCode');
    await expect(
      market.database.owner.query(`SELECT count(*)::int AS n FROM zone`).then(({ rows }) => rows[0]),
    ).resolves.toEqual({ n: 12 });
  });
});
