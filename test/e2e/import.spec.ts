import { join } from 'node:path';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { systemActor } from '#domain/shared/actor.js';
import { readCatalogue } from '../../apps/cli/src/catalogue.command.js';
import type { Caller } from '../support/caller.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';

/** A unit brings in many achievements or needs with one file. */
describe('批量导入', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    const catalogue = market.api.get(CatalogueService, { strict: false });
    await catalogue.load(systemActor('catalogue.load', 'test'), readCatalogue(join(__dirname, '../../data/catalogue')));
  });
  afterAll(() => market.close());

  const upload = (caller: Caller, query: string, text: string | Buffer, type = 'text/csv', key = newKey()) =>
    caller.post(`/v1/imports?${query}`, undefined, key).set('Content-Type', type).send(text);

  async function finished(caller: Caller, query: string, text: string | Buffer, type?: string) {
    const { body } = await upload(caller, query, text, type).expect(202);
    return eventually(async () => {
      const progress = await caller.get(`/v1/imports/${body.id}`).expect(200);
      return progress.body.state === 'finished' ? progress.body : null;
    }, 20);
  }

  const countOf = async (table: string, caller: Caller): Promise<number> => {
    const { organizationId } = caller.identity;
    const sql = `SELECT count(*)::int AS n FROM ${table} WHERE organization_id = $1`;
    return (await market.database.owner.query(sql, [organizationId])).rows[0].n;
  };

  const sheet = [
    '编号,成果名称,摘要,技术领域,县区,关键词,成熟度,转化方式,价格（元）,备注',
    'CG-1,湖羊羔羊代乳料,"35 日龄断奶,成活率 96%",农业,环县,湖羊；代乳料,7,转让、许可,120000.5,内部',
    'CG-2,苹果矮砧苗木繁育,,,,,,,,',
  ].join('\n');

  it('takes a file from an API key, in either header', async () => {
    const unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const asked = { name: '批量导入', scopes: ['import.write'], lifeDays: 30 };
    const { key } = (await unit.post('/v1/api-keys', asked).expect(201)).body;
    for (const credentials of [{ 'x-api-key': key }, { authorization: `Bearer ${key}` }]) {
      const upload = market.anonymous.post('/v1/imports?kind=achievements&dryRun=true');
      await upload
        .set({ 'content-type': 'text/csv', ...credentials })
        .send(sheet)
        .expect(202);
    }
  });

  it('creates achievements from Chinese columns; what the file does not say stays unknown', async () => {
    const unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const done = await finished(unit, 'kind=achievements&publish=true', sheet);
    expect(done).toMatchObject({ total: 2, done: 2, created: 2, failed: 0, ignoredColumns: ['备注'] });
    const { body } = await unit.get('/v1/achievements/mine').expect(200);
    const [second, first] = body.items;
    expect(first).toMatchObject({
      ...{ state: 'published', title: '湖羊羔羊代乳料', countyCode: '621022', readinessLevel: 7 },
      ...{ keywords: ['湖羊', '代乳料'], transferModes: ['transfer', 'licence'] },
    });
    expect(first.price.yuan).toBe('120000.50');
    expect(second).toMatchObject({
      state: 'published',
      summary: null,
      readinessLevel: null,
      countyCode: null,
      price: null,
    });
    await market.anonymous.get(`/v1/achievements/${first.id}`).expect(200);
  });

  it('changes nothing when the same file comes again, and only what differs when it was edited', async () => {
    const unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    await finished(unit, 'kind=achievements&publish=true', sheet);
    const again = await finished(unit, 'kind=achievements&publish=true', sheet);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 0 });
    const edited = await finished(unit, 'kind=achievements&publish=true', sheet.replace('120000.5', '130000'));
    expect(edited).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await countOf('achievement', unit)).toBe(2);
    // A file without the price column leaves the price alone.
    const partly = await finished(unit, 'kind=achievements', '编号,名称\nCG-1,湖羊羔羊代乳料');
    expect(partly).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it('rehearses: says what would happen and changes nothing', async () => {
    const unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const dry = await finished(unit, 'kind=achievements&dryRun=true&publish=true', sheet);
    expect(dry).toMatchObject({ dryRun: true, total: 2, created: 2, failed: 0 });
    expect(await countOf('achievement', unit)).toBe(0);
    const { rows } = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM audit_record WHERE organization_id = $1 AND subject_kind = 'achievement'`,
      [unit.identity.organizationId],
    );
    expect(rows[0].n).toBe(0);
  });

  it('tells each wrong row its line, column and reason, and lets the others pass', async () => {
    const unit = await market.member({ roles: ['enterprise'] });
    const text = [
      '编号,需求名称,描述,预算（元）,有效期至',
      'A,羔羊断奶腹泻,断奶后腹泻多，死亡率高，求方案。,300000,2027-06-30',
      'B,果园滴灌,塬面果园滴灌堵塞严重，求过滤方案。,三十万,2027-06-30',
      'C,,没有名称,,',
      'A,编号重复的一行,描述描述描述描述描述描述,,',
      'D,列数不对,少两列',
      '=cmd,有效期已过的需求,描述描述描述描述描述描述,,2020-01-01',
    ].join('\n');
    const done = await finished(unit, 'kind=demands&publish=true', text);
    expect(done).toMatchObject({ total: 6, created: 1, failed: 5 });
    const { body } = await unit.get(`/v1/imports/${done.id}/errors`).expect(200);
    const told = body.items.map(({ line, errors }: { line: number; errors: { code: string }[] }) => [
      line,
      errors[0]?.code,
    ]);
    expect(told).toEqual([
      [3, 'import.fieldInvalid'],
      [4, 'import.titleMissing'],
      [5, 'import.keyTwice'],
      [6, 'import.rowUnreadable'],
      [7, 'demand.expired'],
    ]);
    expect(body.items[0].errors[0]).toMatchObject({
      column: '预算（元）',
      detail: '应为以元为单位的金额，最多两位小数。',
    });
    const csv = await unit
      .get(`/v1/imports/${done.id}/errors.csv`)
      .expect(200)
      .expect('Content-Type', /text\/csv/);
    expect(csv.text).toContain(`7,'=cmd,validUntil,有效期至 2020-01-01`);
    expect(csv.text.split('\r\n')).toHaveLength(7);
  });

  it('takes JSON lines as other platforms write them: id is the key, unknown members are named', async () => {
    const unit = await market.member({ roles: ['enterprise'], countyCode: '621026' });
    const lines = [
      { id: 'D1', kind: 'demand', title: '车门锁', field: '其他', source_url: 'https://example.org/1' },
      { id: 'D2', kind: 'demand', title: '高效固液分离机', summary: '水泡粪固液分离后含固率仍高，求更好的分离机。' },
      'not json',
    ].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    const done = await finished(unit, 'kind=demands&publish=true', lines.join('\n'), 'application/x-ndjson');
    expect(done).toMatchObject({ created: 2, failed: 1, ignoredColumns: ['kind', 'source_url'] });
    const { body } = await unit.get('/v1/demands/mine').expect(200);
    expect(body.items.map((item: { countyCode: string; state: string }) => [item.countyCode, item.state])).toEqual([
      ['621026', 'published'],
      ['621026', 'published'],
    ]);
  });

  it('reads a sheet saved as GB18030', async () => {
    const unit = await market.member({ roles: ['enterprise'] });
    const gbk = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xc6, 0xbb, 0xb9, 0xfb, 0x0a]); // 名称 / 苹果
    const done = await finished(unit, 'kind=achievements', gbk);
    expect(done).toMatchObject({ created: 1 });
    const { body } = await unit.get('/v1/achievements/mine').expect(200);
    expect(body.items[0]).toMatchObject({ title: '苹果', state: 'collected' });
  });

  it('goes on where it was cut off: rows that are done are not done again', async () => {
    const unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const many = ['编号,名称', ...Array.from({ length: 450 }, (_unused, i) => `K${i},示例成果 ${i}`)].join('\n');
    const { body } = await upload(unit, 'kind=achievements', many).expect(202);
    const { owner } = market.database;
    // As after a kill: a third of the rows done, the import still running.
    await eventually(
      async () => ((await unit.get(`/v1/imports/${body.id}`)).body.state === 'finished' ? true : null),
      20,
    );
    await owner.query(`UPDATE import SET state = 'running', created = created - 200, ended_at = NULL WHERE id = $1`, [
      body.id,
    ]);
    await owner.query(
      `UPDATE import_row SET outcome = NULL, content = jsonb_build_object('title', '示例成果 ' || substr(external_key, 2), 'externalKey', external_key)
       WHERE import_id = $1 AND line > 251`,
      [body.id],
    );
    await owner.query(
      `UPDATE outbox_delivery d SET handled_at = NULL, next_dispatch_at = now() FROM outbox_event e
       WHERE e.id = d.event_id AND e.payload->>'importId' = $1`,
      [body.id],
    );
    const done = await eventually(async () => {
      const progress = (await unit.get(`/v1/imports/${body.id}`)).body;
      return progress.state === 'finished' && progress.done === 450 ? progress : null;
    }, 20);
    expect(done).toMatchObject({ created: 250, unchanged: 200 });
    expect(await countOf('achievement', unit)).toBe(450);
  });

  it('writes once for one Idempotency-Key, and refuses another file under it', async () => {
    const unit = await market.member({ roles: ['enterprise'] });
    const key = newKey();
    const first = await upload(unit, 'kind=demands&dryRun=true', '名称\n苹果分选', 'text/csv', key).expect(202);
    const second = await upload(unit, 'kind=demands&dryRun=true', '名称\n苹果分选', 'text/csv', key).expect(202);
    expect(second.body.id).toBe(first.body.id);
    await upload(unit, 'kind=demands&dryRun=true', '名称\n苹果储藏', 'text/csv', key).expect(422);
    await upload(unit, 'kind=demands', '名称\n苹果分选', 'text/csv', key).expect(422);
  });

  it('refuses what it cannot read, and hides a foreign import', async () => {
    const unit = await market.member({ roles: ['enterprise'] });
    const stranger = await market.member({ roles: ['enterprise'] });
    const code = async (query: string, text: string, status: number, type?: string) =>
      (await upload(unit, query, text, type).expect(status)).body.code;
    expect(await code('kind=demands', '名称\n"没有结束的引号', 422)).toBe('import.malformed');
    expect(await code('kind=demands', '名称\n', 422)).toBe('import.empty');
    expect(await code('kind=patents', '名称\n甲乙', 400)).toBe('request.invalid');
    expect(await code('kind=demands', '{}', 415, 'application/json')).toBe('request.mediaType');
    expect(await code('kind=demands', '名称\n甲乙', 415, 'application/xml')).toBe('request.mediaType');
    expect(await code('kind=demands', `名称\n${'甲'.repeat(12 * 1024 * 1024)}`, 413)).toBe('request.tooLarge');
    await market.anonymous.post('/v1/imports?kind=demands').set('Content-Type', 'text/csv').send('名称').expect(401);
    await unit.post('/v1/demands').set('Content-Type', 'text/csv').send('名称').expect(415);
    const broker = await market.member({ roles: ['broker'] });
    expect((await upload(broker, 'kind=achievements', sheet).expect(403)).body.code).toBe('import.kindForbidden');

    const { body } = await upload(unit, 'kind=demands&dryRun=true', '名称\n苹果分选').expect(202);
    for (const path of ['', '/errors', '/errors.csv']) await stranger.get(`/v1/imports/${body.id}${path}`).expect(404);
    expect((await stranger.get('/v1/imports').expect(200)).body.items).toEqual([]);
    const auditor = await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' });
    await auditor.get(`/v1/imports/${body.id}`).expect(403);
  });
});
