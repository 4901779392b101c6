import type { AddressInfo } from 'node:net';
import { createMarket, MarketError, must, verifyWebhook, type Market } from '../../clients/typescript/src/index.js';
import { follow } from '../../clients/typescript/examples/follow-events.js';
import { importAchievements } from '../../clients/typescript/examples/import-achievements.js';
import { ownDemands, publishDemand } from '../../clients/typescript/examples/publish-demand.js';
import { receiver, subscribe } from '../../clients/typescript/examples/receive-webhook.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** The packaged client and its examples, run as a unit's own programmer would run them. */
describe('the TypeScript client', () => {
  let market: TestMarket;
  let owner: Caller;
  let client: Market;
  let baseUrl: string;
  let apiKey: string;
  beforeAll(async () => {
    market = await startMarket({ worker: true, now: new Date().toISOString() });
    baseUrl = await market.api.getUrl();
    owner = await market.member({ roles: ['enterprise'] });
    const wanted = {
      name: '客户端',
      scopes: [
        'platform.trading.read',
        'platform.trading.write',
        'platform.integration.read',
        'platform.integration.write',
      ],
      lifeDays: 30,
      addresses: ['127.0.0.0/8', '::1'],
    };
    ({ key: apiKey } = (await owner.post('/v1/api-keys', wanted).expect(201)).body as { key: string });
    client = createMarket({ baseUrl, apiKey });
  });
  afterAll(() => market.close());

  it('publishes a demand, reads lists to their end, and follows events from where it stopped', async () => {
    const id = await publishDemand(client);
    expect(await ownDemands(client)).toEqual(['羔羊早期断奶死亡率偏高，求代乳料与饲喂方案']);
    const told: string[] = [];
    let place = '0';
    const place_ = { load: async () => place, save: async (next: string) => void (place = next) };
    await follow(client, place_, async (type, subjectId) => void told.push(`${type} ${subjectId}`), 1);
    expect(told).toEqual([`demand.publish ${id}`]);
    expect(Number(place)).toBeGreaterThan(0);
  });

  it('receives a webhook, checks its signature, and takes no forged or old one', async () => {
    const messages: string[] = [];
    let secret = '';
    const server = receiver('', () => undefined);
    server.removeAllListeners('request');
    const real = (message: { type: string }): void => void messages.push(message.type);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    secret = await subscribe(client, url);
    server.on('request', (request, response) => void receiver(secret, real).emit('request', request, response));
    await publishDemand(client);
    await eventually(async () => (messages.length > 0 ? true : null));
    expect(messages).toEqual(['demand.publish']);
    server.closeAllConnections();
    server.close();
    const headers = { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' };
    expect(verifyWebhook(secret, headers, '{}')).toBeNull();
    expect(verifyWebhook(secret, headers, '{}', new Date(1_000))).toBeNull();
  });

  it('imports achievements after a rehearsal', async () => {
    const csv = '编号,名称\nK-1,湖羊羔羊代乳料\nK-2,苹果矮砧苗木\n';
    expect(await importAchievements(client, csv)).toMatchObject({ dryRun: false, created: 2 });
    expect(await importAchievements(client, '编号,名称\nK-3,羊\n')).toMatchObject({ dryRun: true, failed: 1 });
  });

  it('makes a refused call again with the same key, so that nothing is done twice', async () => {
    const keys: (string | null)[] = [];
    let refusals = 2;
    const unlucky = async (request: Request): Promise<Response> => {
      keys.push(request.headers.get('idempotency-key'));
      const answer = await fetch(request.clone());
      return refusals-- > 0 ? new Response('', { status: 503, headers: { 'retry-after': '0' } }) : answer;
    };
    const before = (await ownDemands(client)).length;
    await publishDemand(createMarket({ baseUrl, apiKey, fetch: unlucky }));
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect((await ownDemands(client)).length).toBe(before + 1);
  });

  it('tells refusals as typed problems, or throws them', async () => {
    const id = '0193f0a2-7c1e-7000-8000-000000000000';
    const { error, response } = await client.GET('/v1/demands/{id}', { params: { path: { id } } });
    expect([response.status, error?.code]).toEqual([404, 'demand.notFound']);
    await expect(must(client.GET('/v1/demands/{id}', { params: { path: { id } } }))).rejects.toThrow(MarketError);
  });

  it('a key works from its own addresses only', async () => {
    const other = await market.member({ roles: ['enterprise'] });
    const wanted = { name: '别处', scopes: ['demand.read'], lifeDays: 30, addresses: ['203.0.113.0/24'] };
    const { key } = (await other.post('/v1/api-keys', wanted).expect(201)).body as { key: string };
    await market.anonymous.get('/v1/demands/mine').set('X-API-Key', key).expect(401);
    await other.post('/v1/api-keys', { ...wanted, addresses: ['1.2.3.4/40'] }).expect(422);
    await other.post('/v1/api-keys', { ...wanted, addresses: ['nowhere'] }).expect(400);
  });
});
