import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import { Receiver, type Received } from '../support/receiver.js';

const demand = {
  title: '羔羊早期断奶死亡率偏高，求代乳料与饲喂方案',
  summary: '存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望降到 5% 以下，求代乳料配方与饲喂方案。',
  countyCode: '621022',
};
const hour = 3_600_000;

/** As the Standard Webhooks library of any language checks it. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(signed).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => one.startsWith('v1,') && timingSafeEqual(Buffer.from(one.slice(3), 'base64'), expected));
}

describe('events are sent to a unit that asked for them', () => {
  let market: TestMarket;
  let receiver: Receiver;
  let owner: Caller;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
  });
  beforeEach(async () => {
    receiver = await Receiver.start();
    owner = await market.member({ roles: ['enterprise'] });
  });
  afterEach(() => receiver.close());
  afterAll(() => market.close());

  interface Made {
    readonly id: string;
    readonly secret: string;
    readonly version: number;
  }
  const endpoint = async (caller = owner, eventTypes: string[] = [], url = `${receiver.url}/hook`): Promise<Made> => {
    const answer = await caller.post('/v1/webhook-endpoints', { url, description: '测试', eventTypes });
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ state: 'active' })]);
    return answer.body as Made;
  };
  const draft = async (caller = owner): Promise<string> =>
    ((await caller.post('/v1/demands', demand).expect(201)).body as { id: string }).id;
  const publish = async (id: string, caller = owner): Promise<void> =>
    void (await caller.post(`/v1/demands/${id}/publication`).expect(201));
  const received = (count: number): Promise<Received[]> =>
    eventually(async () => (receiver.got.length >= count ? receiver.got : null));
  const typesOf = (messages: readonly Received[]): string[] =>
    messages.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  const deliveries = async (id: string, caller = owner) =>
    ((await caller.get(`/v1/webhook-endpoints/${id}/deliveries`).expect(200)).body as { items: Delivery[] }).items;
  interface Delivery {
    readonly id: string;
    readonly state: string;
    readonly attempts: number;
    readonly eventType: string;
    readonly nextAttemptAt: string | null;
    readonly messageId: string;
  }

  it('signed, in order, with ids and states and no word of the content', async () => {
    const { secret } = await endpoint();
    const id = await draft();
    await publish(id);
    const messages = await received(3);
    expect(typesOf(messages)).toEqual(['webhookEndpoint.create', 'demand.create', 'demand.publish']);
    expect(messages.every((message) => isSigned(message, secret))).toBe(true);
    expect(isSigned(messages[0] as Received, `whsec_${'A'.repeat(44)}`)).toBe(false);
    const last = JSON.parse(messages[2]?.body ?? '') as { data: { id: string; sequence: string } };
    expect(last).toEqual({
      type: 'demand.publish',
      timestamp: expect.any(String),
      data: {
        ...{ id: messages[2]?.headers['webhook-id'], sequence: expect.stringMatching(/^\d+$/) },
        ...{ subject: { kind: 'demand', id }, from: 'draft', to: 'published' },
      },
    });
    expect(messages.map(({ body }) => body).join()).not.toContain('羔羊');
  });

  it('of the chosen types only, and never what another unit keeps to itself', async () => {
    const stranger = await market.member({ roles: ['enterprise'] });
    await endpoint(owner, ['demand.create', 'demand.publish']);
    const secretDraft = await draft(stranger);
    const id = await draft(stranger);
    await publish(id, stranger);
    await draft();
    const messages = await received(2);
    expect(typesOf(messages)).toEqual(['demand.publish', 'demand.create']);
    expect(messages.map(({ body }) => body).join()).not.toContain(secretDraft);
  });

  it('asks at the moment of sending whether the unit may still be told', async () => {
    receiver.answer = () => ({ status: 500 });
    const { id } = await endpoint(owner, ['demand.publish']);
    const seller = await market.member({ roles: ['enterprise'] });
    const published = await draft(seller);
    await publish(published, seller);
    await received(1);
    await seller.post(`/v1/demands/${published}/withdrawal`).expect(201);
    market.clock.moveTo(new Date(market.clock.now().getTime() + hour));
    const skipped = await eventually(async () => (await deliveries(id)).find(({ state }) => state === 'skipped'));
    expect(skipped.attempts).toBe(1);
    expect(receiver.got).toHaveLength(1);
  });

  it('writes down status, time and a redacted beginning of the answer; follows no redirect', async () => {
    const other = await Receiver.start();
    receiver.answer = () => ({
      status: 302,
      headers: { location: `${other.url}/inside` },
      body: `token=abcdef123456 联系人 13812345678 a@b.cn ${'x'.repeat(3_000)}`,
    });
    const { id } = await endpoint(owner, ['demand.create']);
    await draft();
    const delivery = await eventually(async () => (await deliveries(id)).find(({ attempts }) => attempts === 1));
    const { body } = await owner.get(`/v1/webhook-endpoints/${id}/deliveries/${delivery.id}`).expect(200);
    const [attempt] = (body as { log: { status: number; answer: string; durationMs: number }[] }).log;
    expect(attempt).toMatchObject({ status: 302, error: null });
    expect(attempt?.answer).toMatch(/^token=\*\*\* 联系人 138\*\*\* \*\*\*@\*\*\* x+$/);
    expect(attempt?.answer).toHaveLength(1024);
    expect(other.got).toEqual([]);
    await other.close();
  });

  it('tries ten times over 75 hours, then lists the message for replay and switches the address off', async () => {
    receiver.answer = () => ({ status: 503 });
    const { id } = await endpoint(owner, ['demand.create']);
    await draft();
    const started = market.clock.now().getTime();
    let due = started;
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const one = await eventually(async () =>
        (await deliveries(id)).find((delivery) => delivery.attempts === attempt),
      );
      if (one.nextAttemptAt === null) break;
      due = Date.parse(one.nextAttemptAt);
      market.clock.moveTo(new Date(due));
    }
    expect((due - started) / hour).toBeGreaterThan(75.58);
    expect((due - started) / hour).toBeLessThan(75.6 * 1.1);
    const off = (await owner.get(`/v1/webhook-endpoints/${id}`).expect(200)).body as Made;
    expect(off).toMatchObject({ state: 'disabled', disabledReason: 'failing' });
    const told = await eventually(async () => {
      const { body } = await owner.get('/v1/events?since=0&limit=100&types=webhookEndpoint.disable').expect(200);
      return (body as { items: { subject: object }[] }).items[0]?.subject;
    });
    expect(told).toEqual({ kind: 'webhookEndpoint', id });

    // What happened meanwhile waits; the failed one is sent again by hand, under the same id.
    await draft();
    receiver.answer = () => ({ status: 204 });
    const [failed] = await deliveries(id);
    expect(failed).toMatchObject({ state: 'failed', attempts: 10 });
    await owner.post(`/v1/webhook-endpoints/${id}/replays`, { deliveryId: failed?.id }).expect(409);
    await owner.post(`/v1/webhook-endpoints/${id}/enablement`).expect(200);
    await owner.post(`/v1/webhook-endpoints/${id}/replays`, { deliveryId: failed?.id }).expect(202);
    await received(12);
    await eventually(async () => ((await deliveries(id)).every(({ state }) => state === 'delivered') ? true : null));
    const ids = receiver.got.map(({ headers }) => String(headers['webhook-id']));
    expect(ids).toHaveLength(12);
    expect(new Set(ids)).toEqual(new Set((await deliveries(id)).map(({ messageId }) => messageId)));
  }, 30_000);

  it('signs with two secrets for a day after a rotation, then with the new one alone', async () => {
    const { id, secret } = await endpoint(owner, ['demand.create']);
    const { body } = await owner.post(`/v1/webhook-endpoints/${id}/secrets`).expect(201);
    const { secret: next } = body as Made;
    expect(next).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await draft();
    const [both] = await received(1);
    expect([isSigned(both as Received, secret), isSigned(both as Received, next)]).toEqual([true, true]);
    market.clock.moveTo(new Date(market.clock.now().getTime() + 25 * hour));
    await draft();
    const [, one] = await received(2);
    expect([isSigned(one as Received, secret), isSigned(one as Received, next)]).toEqual([false, true]);
    const { rows } = await market.database.owner.query(`SELECT * FROM webhook_endpoint WHERE id = $1`, [id]);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
  });

  it('stops for good where the receiver says that it is gone, and tests and replays on demand', async () => {
    const { id } = await endpoint(owner, ['demand.withdraw']);
    await owner.post(`/v1/webhook-endpoints/${id}/tests`).expect(202);
    expect(typesOf(await received(1))).toEqual(['webhook.test']);
    await owner.post(`/v1/webhook-endpoints/${id}/replays`, { since: '2026-01-01T00:00:00Z' }).expect(202);
    await owner.post(`/v1/webhook-endpoints/${id}/replays`, {}).expect(400);
    receiver.answer = () => ({ status: 410 });
    await owner.post(`/v1/webhook-endpoints/${id}/tests`).expect(202);
    const off = await eventually(async () => {
      const { body } = await owner.get(`/v1/webhook-endpoints/${id}`).expect(200);
      return (body as { state: string }).state === 'disabled' ? (body as object) : null;
    });
    expect(off).toMatchObject({ disabledReason: 'gone' });
  });

  it('sends all since a moment again, in their order and under their own ids', async () => {
    const { id } = await endpoint(owner, ['demand.create', 'demand.publish']);
    const since = market.clock.now().toISOString();
    const drafted = await draft();
    await publish(drafted);
    const first = await received(2);
    await eventually(async () => ((await deliveries(id)).every(({ state }) => state === 'delivered') ? true : null));
    const { body } = await owner.post(`/v1/webhook-endpoints/${id}/replays`, { since }).expect(202);
    expect(body).toMatchObject({ count: 2 });
    const again = await received(4);
    const idsOf = (messages: readonly Received[]) => messages.map(({ headers }) => String(headers['webhook-id']));
    expect(idsOf(again.slice(2))).toEqual(idsOf(first.slice(0, 2)));
    expect(again.slice(2).map(({ body: sent }) => sent)).toEqual(first.slice(0, 2).map(({ body: sent }) => sent));
  });

  it('a slow receiver holds up nobody else', async () => {
    const slow = await Receiver.start();
    slow.answer = () => ({ status: 200, afterMs: 4_000 });
    await endpoint(owner, ['demand.create'], slow.url);
    await endpoint(owner, ['demand.create']);
    const began = Date.now();
    await draft();
    await received(1);
    await eventually(async () => (slow.got.length === 1 ? true : null));
    await draft();
    await received(2);
    expect(Date.now() - began).toBeLessThan(4_000);
    await slow.close();
  });

  it('belongs to the unit: another unit finds nothing of it', async () => {
    const { id, version } = await endpoint();
    const stranger = await market.member({ roles: ['enterprise'] });
    await stranger.get(`/v1/webhook-endpoints/${id}`).expect(404);
    await stranger.patch(`/v1/webhook-endpoints/${id}`, version, { description: '改' }).expect(404);
    await stranger.delete(`/v1/webhook-endpoints/${id}`).expect(404);
    await stranger.post(`/v1/webhook-endpoints/${id}/secrets`).expect(404);
    const amended = await owner.patch(`/v1/webhook-endpoints/${id}`, version, { description: '改' }).expect(200);
    expect(amended.body).toMatchObject({ description: '改', version: version + 1 });
    await owner.patch(`/v1/webhook-endpoints/${id}`, version, { description: '再改' }).expect(412);
    await owner.delete(`/v1/webhook-endpoints/${id}`).expect(204);
    await owner.get(`/v1/webhook-endpoints/${id}`).expect(404);
  });

  it.each([
    'ftp://hooks.example.com/x',
    'http://hooks.example.com/x',
    'https://user:pass@hooks.example.com/x',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:10.0.0.1]/',
    'https://192.168.1.1/',
    'https://intranet/',
  ])('refuses the address %s', async (url) => {
    const { status, body } = await owner.post('/v1/webhook-endpoints', { url, description: '测试', eventTypes: [] });
    expect([status, (body as { code: string }).code]).toEqual(
      url.startsWith('ftp') ? [400, 'request.invalid'] : [422, 'webhook.addressForbidden'],
    );
  });
});
