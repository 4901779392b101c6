import type { Caller } from '../support/caller.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';

/** 成果信息库: whoever wants it takes it along, and what leaves comes back as it was. */
describe('成果信息库的开放导出', () => {
  let market: TestMarket;
  let unit: Caller;
  const made: string[] = [];

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    for (let i = 0; i < 5; i += 1) {
      const { body } = await unit.post('/v1/achievements', {
        title: i === 0 ? '=HYPERLINK("x") 黄花菜，"干制"技术' : `黄花菜节水技术${i}`,
        summary: '膜下滴灌，亩均节水 35%，增产 12%。\n第二行。',
        detail: '内部配方',
        contact: '内线 8001',
        keywords: ['黄花菜', '节水'],
        readinessLevel: 7,
        farmStage: 'demonstration',
        transferModes: ['transfer', 'licence'],
        priceYuan: '1200000.50',
        countyCode: '621022',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
      });
      made.push(body.id);
      await unit.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
      if (i < 4) await unit.post(`/v1/achievements/${body.id}/publication`).expect(201);
    }
  });
  afterAll(() => market.close());

  const take = async (path: string) => {
    const answer = await market.anonymous
      .get(path)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
      })
      .expect(200);
    return { text: answer.body as string, headers: answer.headers as Record<string, string> };
  };

  it('gives published ones page by page, with public fields only', async () => {
    const first = await take('/v1/library/achievements.jsonl?limit=3');
    expect(first.headers['x-format']).toBe('qingyang-achievement-library/1');
    const lines = first.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; priceYuan: string });
    expect(lines.map(({ id }) => id)).toEqual(made.slice(0, 3));
    expect(lines[0]).toMatchObject({ format: 'qingyang-achievement-library/1', priceYuan: '1200000.50', trl: 7 });
    const second = await take(`/v1/library/achievements.jsonl?limit=3&after=${first.headers['x-next-after']}`);
    expect(second.text.trim().split('\n')).toHaveLength(1);
    expect(second.headers['x-next-after']).toBeUndefined();
    for (const secret of ['内部配方', '8001', '示例完成人', made[4] as string])
      expect(first.text + second.text).not.toContain(secret);
    for (const bad of ['limit=0', 'limit=5001', 'limit=a', 'after=x'])
      await market.anonymous.get(`/v1/library/achievements.csv?${bad}`).expect(400);
  });

  it.each([
    ['jsonl', 'application/x-ndjson'],
    ['csv', 'text/csv'],
  ])('comes back as it left, as %s', async (format, type) => {
    const { text } = await take(`/v1/library/achievements.${format}`);
    const other = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const { body } = await other
      .post('/v1/imports?kind=achievements&publish=false', undefined, newKey())
      .set('content-type', type)
      .send(text)
      .expect(202);
    const done = await eventually(async () => {
      const now = (await other.get(`/v1/imports/${body.id}`).expect(200)).body;
      return now.state === 'finished' ? now : null;
    });
    expect(done).toMatchObject({ created: 4, failed: 0 });
    const mine = (await other.get('/v1/achievements/mine').expect(200)).body.items as Record<string, unknown>[];
    const kept = [
      'title',
      'summary',
      'field',
      'keywords',
      'readinessLevel',
      'farmStage',
      'countyCode',
      'zoneCode',
      'transferModes',
      'price',
    ];
    const only = (one: Record<string, unknown>) => Object.fromEntries(kept.map((name) => [name, one[name]]));
    const originals = await Promise.all(
      made.slice(0, 4).map(async (id) => (await market.anonymous.get(`/v1/achievements/${id}`).expect(200)).body),
    );
    expect([...mine].reverse().map(only)).toEqual(originals.map(only));
  });
});
