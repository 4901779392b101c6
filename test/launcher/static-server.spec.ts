import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import request from 'supertest';
import { securityHeaders } from '../../apps/api/src/http/security.headers.js';
import { openStream } from '../support/event-stream.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/web');
const present = spawnSync('caddy', ['version']).status === 0;
if (!present) process.stdout.write('skipped: no caddy on the PATH, the static server is not tried\n');

/** Production's front: the portal's files come from the static server, everything else from the API behind it. */
(present ? describe : describe.skip)('the static server', () => {
  let market: TestMarket;
  let server: ChildProcess;
  let url: string;
  beforeAll(async () => {
    market = await startMarket({ env: { PORTAL_FOLDER: '/nowhere', TRUST_PROXY: 'true', RATE_LIMIT: 'on' } });
    const [port, health] = [await freePort(), await freePort()];
    url = `http://127.0.0.1:${port}`;
    server = spawn('caddy', ['run', '--config', join(root, 'deploy/web/Caddyfile'), '--adapter', 'caddyfile'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        SITE_ADDRESS: url,
        HEALTH_ADDRESS: `http://127.0.0.1:${health}`,
        PORTAL_FOLDER: folder,
        API_ADDRESS: (await market.api.getUrl()).replace('http://', ''),
      },
    });
    await eventually(() =>
      fetch(`http://127.0.0.1:${health}/`).then(
        ({ status }) => (status === 204 ? true : null),
        () => null,
      ),
    );
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    await market.close();
  });

  const page = (path: string) => request(url).get(path).set('Accept', 'text/html,*/*;q=0.8');

  it.each(['/', '/achievements/019a', '/index.html'])('gives a browser the portal at %s', async (path) => {
    const answer = await page(path).expect(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    expect(answer.text).toContain('<div id="root">');
  });

  it('guards its own answers as the API does', async () => {
    const { headers } = await page('/');
    expect(headers).toMatchObject(securityHeaders);
    expect(headers['server']).toBeUndefined();
  });

  it('lets browsers keep what is named by its content, and sends it compressed', async () => {
    const file = readdirSync(join(folder, 'assets')).find((name) => name.endsWith('.js'));
    const answer = await request(url).get(`/assets/${file}`).set('Accept-Encoding', 'br').expect(200);
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
    });
    const missing = await request(url).get('/assets/gone.js').set('Accept', '*/*').expect(404);
    expect(missing.headers['content-type']).toContain('application/problem+json');
  });

  it('takes everything else to the API, whose answers stay whole', async () => {
    const program = await request(url).get('/none').set('Accept', 'application/json').expect(404);
    expect(program.body).toMatchObject({ code: 'route.notFound' });
    const list = await page('/v1/demands').expect(200);
    expect(list.body).toMatchObject({ items: [] });
    expect(list.headers['x-request-id']).toBeDefined();
    await request(url).get('/metrics').expect(403);
  });

  it('passes a stream on as it comes', async () => {
    const stream = await openStream(`${url}/v1/hall/events`);
    await eventually(async () => stream.events.find(({ event }) => event === 'snapshot'));
    stream.close();
  });

  it('does not believe an address that the visitor claims', async () => {
    const statuses: number[] = [];
    for (let from = 1; from <= 21; from++) {
      const signUp = request(url).post('/v1/organizations').set('X-Forwarded-For', `198.51.100.${from}`);
      statuses.push((await signUp.send({})).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
