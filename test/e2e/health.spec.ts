import { get as httpGet, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import request from 'supertest';
import { HealthServer } from '../../apps/worker/src/health/health.server.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** What an operator and a load balancer ask. */
describe('运行状态', () => {
  let market: TestMarket;
  let url: string;
  beforeAll(async () => {
    market = await startMarket({ worker: true, env: { METRICS_TOKEN: 'scraper' } });
    url = await market.api.getUrl();
  });
  afterAll(() => market.close());

  it('says that it lives, is ready and what it stands on', async () => {
    await market.anonymous.get('/livez').expect(200, { state: 'ok' });
    await market.anonymous.get('/readyz').expect(200, { state: 'ok' });
    const short = await market.anonymous.get('/healthz').expect(200);
    expect(short.body.components).toBeUndefined();
    const { body } = await market.anonymous.get('/healthz?verbose').expect(200);
    const states = Object.fromEntries(body.components.map((c: { name: string; state: string }) => [c.name, c.state]));
    expect(states).toMatchObject({ database: 'ok', queue: 'ok', search: 'ok', outbox: 'ok' });
  });

  it('is degraded, not dead, when deliveries wait too long', async () => {
    const { owner } = market.database;
    await owner.query(
      `WITH event AS (INSERT INTO outbox_event (id, topic, payload, request_id, occurred_at)
         VALUES (gen_random_uuid(), 'old', '{}', 'r', now() - interval '1 hour') RETURNING id)
       INSERT INTO outbox_delivery (id, event_id, job_name, next_dispatch_at)
       SELECT gen_random_uuid(), id, 'none', 'infinity' FROM event`,
    );
    const { body } = await market.anonymous.get('/healthz?verbose').expect(200);
    expect(body.state).toBe('degraded');
    expect(body.components.find((c: { name: string }) => c.name === 'outbox').lagSeconds).toBeGreaterThan(3500);
    await market.anonymous.get('/readyz').expect(200);
    await owner.query(`DELETE FROM outbox_delivery WHERE job_name = 'none'`);
  });

  it('gives its figures to this machine and to the token, to nobody else', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const secret = '不应出现在指标中的名称';
    await enterprise
      .post('/v1/demands', { title: secret, summary: secret.repeat(2), countyCode: '621022' })
      .expect(201);
    await enterprise.get('/v1/demands/mine').expect(200);
    const { text } = await request(url)
      .get('/metrics')
      .expect(200)
      .expect('Content-Type', /text\/plain/);
    expect(text).toMatch(/market_http_request_duration_seconds_count\{[^}]*route="\/v1\/demands\/mine"/);
    expect(text).toMatch(/market_subjects\{concept="demand",state="draft",process="api"\} 1/);
    expect(text).toMatch(/market_outbox_lag_seconds\{/);
    expect(text).toMatch(/market_database_pool_connections\{state="busy"/);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(enterprise.identity.organizationId);

    const forwarded = () => request(url).get('/metrics').set('X-Forwarded-For', '10.0.0.7');
    expect((await forwarded().expect(403)).body.code).toBe('access.forbidden');
    await forwarded().set('X-Metrics-Token', 'guess').expect(403);
    await forwarded().set('X-Metrics-Token', 'scraper').expect(200);
  });

  it('answers for the worker too', async () => {
    const base = `http://127.0.0.1:${market.worker?.get(HealthServer).port}`;
    await request(base).get('/livez').expect(200, { state: 'ok' });
    await request(base).get('/readyz').expect(200, { state: 'ok' });
    const { text } = await request(base).get('/metrics').expect(200);
    expect(text).toMatch(/market_queue_waiting\{queue="matching",process="worker"\} \d+/);
    await request(base).get('/metrics').set('X-Forwarded-For', '10.0.0.7').expect(403);
    await request(base).get('/else').expect(404);
    await request(base).post('/livez').expect(405);
  });

  it('answers what is in flight when it stops, and closes open connections', async () => {
    const other = await startMarket();
    const base = await other.api.getUrl();
    const client = await other.database.owner.connect();
    await client.query('BEGIN; LOCK TABLE demand IN ACCESS EXCLUSIVE MODE');
    const pending = new Promise<IncomingMessage>((resolve, reject) =>
      httpGet(`${base}/v1/demands`, (answer) => resolve(answer.resume())).on('error', reject),
    );
    await eventually(async () => {
      const { rows } = await other.database.owner.query(`SELECT 1 FROM pg_locks WHERE NOT granted`);
      return rows[0];
    });
    const closed = other.api.close();
    await eventually(async () => ((await refuses(base)) ? true : null)); // nobody new comes in
    await client.query('ROLLBACK');
    client.release();
    const answer = await pending;
    expect(answer.statusCode).toBe(200);
    expect(answer.headers.connection).toBe('close'); // a kept-alive connection would hold the stop
    await closed;
    await other.database.drop();
  });
});

/** True when nothing listens there any more. */
const refuses = (base: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', () => resolve(true));
  });
