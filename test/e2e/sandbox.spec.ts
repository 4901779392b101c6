import type { Test } from 'supertest';
import type { Caller } from '../support/caller.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';

const mark = 'SANDBOXCANARY';
const demand = {
  title: `羔羊早期断奶死亡率偏高${mark}`,
  summary: `存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望降到 5% 以下，求代乳料配方与饲喂方案。${mark}`,
  countyCode: '621022',
};

describe('a sandbox is a market of its own', () => {
  let market: TestMarket;
  let owner: Caller;
  let key: string;
  let sandboxId: string;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    owner = await market.member({ roles: ['enterprise'] });
    ({ key, organizationId: sandboxId } = await open());
  });
  afterAll(() => market.close());

  const open = async (caller = owner): Promise<{ key: string; organizationId: string }> =>
    (await caller.post('/v1/sandbox').expect(201)).body as { key: string; organizationId: string };
  const get = (path: string): Test => market.anonymous.get(path).set('X-API-Key', key);
  const post = (path: string, body?: object): Test => market.anonymous.post(path, body).set('X-API-Key', key);
  const publish = async (): Promise<string> => {
    const { body } = await post('/v1/demands', demand).expect(201);
    const { id } = body as { id: string };
    await post(`/v1/demands/${id}/publication`).expect(201);
    return id;
  };

  it('is opened with a key that shows what it is, and its unit looks like its own', async () => {
    expect(key).toMatch(/^qytt_test_[A-Za-z0-9]{43}_[0-9a-f]{8}$/);
    expect(sandboxId).toMatch(/^5a4db0c5-/);
    expect((await owner.get('/v1/sandbox').expect(200)).body).toMatchObject({ organizationId: sandboxId });
    const again = await open();
    expect(again.organizationId).toBe(sandboxId);
    await get('/v1/demands/mine').expect(401); // the key before is over
    key = again.key;
    await get('/v1/demands/mine').expect(200);
    await market.anonymous.post('/v1/sandbox').set('X-API-Key', key).expect(403);
  });

  it('hides what is done in it from everybody in the market, the bureau included', async () => {
    const id = await publish();
    expect((await get(`/v1/demands/${id}`).expect(200)).body).toMatchObject({ id, state: 'published' });
    const roles = [
      'registrar',
      'reviewer',
      'auditor',
      'rewardOfficer',
      'securityAdmin',
      'broker',
      'enterprise',
    ] as const;
    for (const role of roles) {
      const bureau = !['broker', 'enterprise'].includes(role);
      const caller = await market.member({ roles: [role], ...(bureau && { organizationKind: 'cityBureau' }) });
      await caller.get(`/v1/demands/${id}`).expect(404);
      expect((await caller.get('/v1/events?since=0&limit=100').expect(200)).text).not.toContain(id);
    }
    await owner.get(`/v1/demands/${id}`).expect(404);
    await market.anonymous.get(`/v1/demands/${id}`).expect(404);
    for (const path of [
      '/v1/demands?limit=100',
      `/v1/search?kind=demands&q=${encodeURIComponent('羔羊断奶')}`,
      '/v1/organizations?limit=100',
    ])
      expect((await market.anonymous.get(path).expect(200)).text).not.toMatch(new RegExp(`${mark}|${sandboxId}`));
  });

  it('shows nothing of the market but what is published', async () => {
    const { body } = await owner.post('/v1/demands', { ...demand, title: '真实的需求，只是草稿' }).expect(201);
    const { id } = body as { id: string };
    await get(`/v1/demands/${id}`).expect(404);
    await post(`/v1/demands/${id}/publication`).expect(404);
    expect((await get('/v1/demands/mine').expect(200)).text).not.toContain(id);
  });

  it('wakes none of the work behind the market: no search document, no match, no statistics', async () => {
    const id = await publish();
    await market.database.owner.query(`SELECT pg_sleep(0.5)`);
    const { rows } = await market.database.owner.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM outbox_event e JOIN outbox_delivery d ON d.event_id = e.id
                WHERE e.payload::text LIKE '%' || $1 || '%' AND d.job_name NOT LIKE 'sandbox.%')
            + (SELECT count(*) FROM search_document WHERE id = $1::uuid)
            + (SELECT count(*) FROM match WHERE demand_id = $1::uuid) AS n`,
      [id],
    );
    expect(Number(rows[0]?.n)).toBe(0);
  });

  /** The proof below the services: whatever they forget, PostgreSQL keeps the two worlds apart, for the system too. */
  it('is kept apart by row-level security in every table with a unit in it', async () => {
    await publish();
    const client = await market.database.owner.connect();
    const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
      `SELECT c.relname AS name, array_agg(a.attname::text) AS columns, bool_or(p.polname IS NOT NULL) AS apart
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname ~ '(^|_)organization_id$'
         AND a.atttypid = 'uuid'::regtype AND NOT a.attisdropped
       LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'sandbox_apart'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity GROUP BY c.relname`,
    );
    const technical = [
      'sandbox',
      'membership',
      'session',
      'api_key',
      'transition',
      'audit_record',
      'import',
      'import_row',
      'webhook_endpoint',
      'webhook_delivery',
      'webhook_attempt',
    ];
    expect(tables.length).toBeGreaterThan(30);
    const faults: string[] = [];
    for (const { name, columns } of tables.filter((table) => !technical.includes(table.name))) {
      for (const sandbox of ['on', '']) {
        await client.query(
          `BEGIN; SET LOCAL ROLE qy_app; SELECT set_config('app.actor_kind', 'system', true), set_config('app.sandbox', '${sandbox}', true)`,
        );
        const other = columns.map((column) => `app_is_sandbox(${column}) = ${sandbox === ''}`).join(' OR ');
        const { rows } = await client
          .query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name} WHERE ${other}`)
          .catch((error: Error) => ({ rows: [{ n: /permission denied/.test(error.message) ? 0 : -1 }] }));
        if (rows[0]?.n !== 0) faults.push(`${name} with sandbox '${sandbox}': ${rows[0]?.n}`);
        await client.query('ROLLBACK');
      }
    }
    await client.query(`BEGIN; SET LOCAL ROLE qy_app; SELECT set_config('app.actor_kind', 'system', true)`);
    // It can fail: in its own world the row is there.
    await client.query(`SELECT set_config('app.sandbox', 'on', true)`);
    const { rowCount } = await client.query(`SELECT FROM demand WHERE organization_id = $1`, [sandboxId]);
    await client.query('ROLLBACK');
    client.release();
    expect(faults).toEqual([]);
    expect(rowCount).toBeGreaterThan(0);
  });

  it.each([
    ['沙箱:限流', 429, 'rate.limited'],
    ['沙箱：繁忙', 503, 'service.unavailable'],
    ['沙箱:重复', 409, 'demand.externalKeyTaken'],
    ['沙箱:错误:access.forbidden', 201, undefined],
    ['沙箱:没有这个', 201, undefined],
  ])('takes the magic value %s', async (title, status, code) => {
    const answer = await post('/v1/demands', { ...demand, title });
    expect([answer.status, (answer.body as { code?: string }).code]).toEqual([status, code]);
    if (status === 429 || status === 503) expect(answer.headers['retry-after']).toMatch(/^\d+$/);
  });

  it('is slow when it is told to, and does not know magic outside', async () => {
    const began = Date.now();
    await post('/v1/demands', { ...demand, title: '沙箱:缓慢' }).expect(201);
    expect(Date.now() - began).toBeGreaterThan(2_900);
    await owner.post('/v1/demands', { ...demand, title: '沙箱:限流' }).expect(201);
    expect((await market.anonymous.get('/v1/sandbox/magic-values').expect(200)).text).toContain('沙箱:限流');
  });

  it('tells its own events, and pretends receivers that fail', async () => {
    const url = 'https://sandbox.invalid/server-error';
    const hook = { url, description: '模拟', eventTypes: ['demand.publish'] };
    await owner.post('/v1/webhook-endpoints', hook).expect(422);
    const { body } = await post('/v1/webhook-endpoints', hook).expect(201);
    const id = await publish();
    const events = await eventually(async () => {
      const { text } = await get('/v1/events?since=0&limit=100&types=demand.publish').expect(200);
      return text.includes(id) ? text : null;
    });
    expect(events).toContain(id);
    const failed = await eventually(async () => {
      const { body: page } = await get(`/v1/webhook-endpoints/${(body as { id: string }).id}/deliveries`).expect(200);
      return (page as { items: { attempts: number; state: string }[] }).items.find(({ attempts }) => attempts > 0);
    });
    expect(failed).toMatchObject({ state: 'pending', attempts: 1 });
  });

  it('imports files like the market', async () => {
    const { body } = await post('/v1/imports?kind=demands&dryRun=false')
      .set('Idempotency-Key', newKey())
      .set('Content-Type', 'text/csv')
      .send('编号,名称\nS-1,沙箱里的需求\n')
      .expect(202);
    const done = await eventually(async () => {
      const progress = await get(`/v1/imports/${(body as { id: string }).id}`).expect(200);
      return (progress.body as { state: string }).state === 'finished' ? (progress.body as object) : null;
    });
    expect(done).toMatchObject({ created: 1, failed: 0 });
  });

  it('is gone with everything in it when it is cleared, or when its time is over', async () => {
    await publish();
    await owner.delete('/v1/sandbox').expect(204);
    await get('/v1/demands/mine').expect(401);
    expect(await remains(sandboxId)).toEqual([]);
    await owner.get('/v1/sandbox').expect(404);

    ({ key, organizationId: sandboxId } = await open());
    await publish();
    market.clock.moveTo(new Date(market.clock.now().getTime() + 31 * 86_400_000));
    await eventually(async () => ((await owner.get('/v1/sandbox')).status === 404 ? true : null), 5).catch(() => null);
    const { SandboxService } = await import('#application/sandbox/sandbox.service.js');
    const { systemActor } = await import('#domain/shared/actor.js');
    await market.api.get(SandboxService, { strict: false }).clearExpired(systemActor('sandbox.clear', 'test'));
    expect(await remains(sandboxId)).toEqual([]);
    expect((await owner.get('/v1/demands/mine').expect(200)).text).toContain('真实的需求');
  });

  /** Tables that still hold the sandbox's id anywhere, but for the record of calls. */
  async function remains(id: string): Promise<string[]> {
    const kept = ['audit_record', 'transition', 'idempotency_key', 'market_event_pending'];
    const { rows } = await market.database.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const found: string[] = [];
    for (const { name } of rows.filter((row) => !kept.includes(row.name))) {
      const { rowCount } = await market.database.owner.query(`SELECT FROM "${name}" t WHERE t::text LIKE $1 LIMIT 1`, [
        `%${id}%`,
      ]);
      if ((rowCount ?? 0) > 0) found.push(name);
    }
    return found;
  }
});
