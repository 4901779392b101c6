import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuid } from 'uuid';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { systemActor } from '#domain/shared/actor.js';
import { createLogger } from '#platform/telemetry/logger.js';
import { readCatalogue } from '../../apps/cli/src/catalogue.command.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { hallStreamLimits } from '../../apps/api/src/hall/hall.streams.js';
import type { Caller } from '../support/caller.js';
import { openStream } from '../support/event-stream.js';
import { registeredContracts } from '../support/hall.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** The wall in the hall: figures that anybody may see, live, and none that would tell on somebody. */
describe('展示大厅', () => {
  let market: TestMarket;
  let second: NestFastifyApplication;
  let urls: [string, string];
  let enterprise: Caller;
  let registrar: Caller;

  beforeAll(async () => {
    market = await startMarket();
    second = await createApi(market.database.config, market.clock, createLogger(market.database.config, 'test'));
    await second.listen(0, '127.0.0.1');
    urls = [await market.api.getUrl(), await second.getUrl()];
    const contents = readCatalogue(join(process.cwd(), 'data/catalogue'));
    await market.api.get(CatalogueService, { strict: false }).load(systemActor('catalogue.load', 'spec'), contents);
    enterprise = await market.member({ roles: ['enterprise'] });
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau', countyCode: '621000' });
  });
  afterAll(async () => {
    await second.close();
    await market.close();
  });

  const hall = async () => (await market.anonymous.get('/v1/hall').expect(200)).body;
  const hallWhere = (holds: (body: Awaited<ReturnType<typeof hall>>) => boolean) =>
    eventually(async () => {
      const body = await hall();
      return holds(body) ? body : null;
    }, 20);
  const publishDemand = async (title: string, zoneCode: string): Promise<string> => {
    const demand = { title, summary: '现在断奶成活率 82%，希望到 92% 以上。', countyCode: '621022', zoneCode };
    const { body } = await enterprise.post('/v1/demands', demand).expect(201);
    await enterprise.post(`/v1/demands/${body.id}/publication`).expect(201);
    return body.id;
  };

  it('shows twelve zones, 21 indicators from base to target, eight quarters, and of which moment they are', async () => {
    const body = await hall();
    expect(body.asOf).toBe('2026-11-23T02:00:00.000Z');
    expect([body.zones.length, body.indicators.length, body.quarters.length]).toEqual([12, 21, 8]);
    expect(body.quarters.map(({ quarter }: { quarter: string }) => quarter)).toEqual([
      ...['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3', '2026Q4'],
    ]);
    const [first] = body.indicators;
    expect(first).toMatchObject({ base: '6.69', target: '12', comparison: '>=', value: null, standing: 'reported' });
    const judged = body.indicators.filter(({ qualitative }: { qualitative: boolean }) => qualitative);
    expect(judged.length).toBe(3);
    for (const { standing, progressBasisPoints, standingText } of judged)
      expect([standing, progressBasisPoints, standingText.includes('定性')]).toEqual(['judged', null, true]);
  });

  it('tells sums of whole groups of three contracts, and hides the flows of few', async () => {
    await registeredContracts(market, 2, { on: '2026-02-01', yuan: 70, from: '621002', to: '621022' });
    await registeredContracts(market, 5, { on: '2026-05-01', yuan: 100, from: '620000', to: '621022' });
    await registeredContracts(market, 4, { on: '2026-05-02', yuan: 1000, from: '620000', to: '621027' });
    const body = await hallWhere(({ quarters }) => quarters[5].count !== 0);
    const of = (code: string) => body.quarters.find(({ quarter }: { quarter: string }) => quarter === code);
    expect(of('2026Q1')).toMatchObject({ count: null, contractValue: null, source: 'live', asOf: '2026-11-23' });
    expect(of('2026Q2')).toMatchObject({ count: 9, contractValue: { yuan: '4500.00' } });
    expect(of('2026Q3')).toMatchObject({ count: 0, contractValue: { yuan: '0.00' } });
    await registeredContracts(market, 1, { on: '2026-05-03', yuan: 9999, from: '620000', to: '621027' });
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // long enough to be counted again
    expect((await hall()).version).toBe(body.version); // one contract more tells nothing about itself
    await registeredContracts(market, 2, { on: '2026-05-03', yuan: 1, from: '620000', to: '621027' });
    const after = await hallWhere(({ version }) => version !== body.version);
    expect(after.quarters[5]).toMatchObject({ count: 12, contractValue: { yuan: '14501.00' } });
    expect(after.flow.rows).toContainEqual({
      ...{ sellerPlace: '620000', sellerName: '甘肃省（庆阳以外）', buyerPlace: '621022', buyerName: '环县' },
      count: null, // beside the hidden 西峰区 → 环县, it would be found by subtraction
    });
    expect(after.flow.rows.filter(({ count }: { count: number | null }) => count !== null && count < 3)).toEqual([]);
    expect(JSON.stringify(after)).not.toContain('示例卖方');
  });

  it('says what a frozen edition said, once there is one', async () => {
    const edition = { period: '2026Q2', cutOff: '2026-11-22' };
    const { body: frozen } = await registrar.post('/v1/statistics-editions', edition).expect(201);
    const body = await hallWhere(({ quarters }) => quarters[5].source === 'edition');
    expect(body.quarters[5]).toMatchObject({
      ...{ editionId: frozen.id, asOf: '2026-11-22', count: 12, contractValue: { yuan: '14501.00' } },
    });
  });

  it('brings a change to two screens at two processes, and to the one that was away', async () => {
    const [here, there] = await Promise.all(urls.map((url) => openStream(`${url}/v1/hall/events`)));
    if (!here || !there) throw new Error('two streams');
    expect([here.status, here.type]).toEqual([200, 'text/event-stream']);
    const pictures = (stream: typeof here) => stream.events.filter(({ event }) => event === 'snapshot');
    await eventually(async () => (pictures(here).length > 0 && pictures(there).length > 0 ? true : null));
    expect(pictures(here)[0]?.id).toBe(pictures(there)[0]?.id);
    await eventually(async () => here.events.find(({ event }) => event === 'heartbeat'));

    await publishDemand('湖羊羔羊断奶后腹泻多，求解决办法', 'mutton-sheep-dairy-goat');
    const zoneOf = (data: Record<string, unknown>) =>
      (data['zones'] as { code: string; demands: number }[]).find(({ code }) => code === 'mutton-sheep-dairy-goat');
    for (const stream of [here, there])
      await eventually(async () => pictures(stream).find(({ data }) => zoneOf(data)?.demands === 1));
    const last = pictures(here).at(-1);
    if (!last) throw new Error('a picture');
    expect(last.data['events']).toMatchObject([
      { kind: 'demandPublished', title: '湖羊羔羊断奶后腹泻多，求解决办法', at: '2026-11-23T02:00:00.000Z' },
    ]);
    expect(here.text()).not.toContain(enterprise.identity.organizationId);
    here.close();
    there.close();

    const same = await openStream(`${urls[1]}/v1/hall/events`, { 'last-event-id': last.id });
    await eventually(async () => same.events.find(({ event }) => event === 'heartbeat'));
    expect(pictures(same)).toEqual([]);
    await publishDemand('苹果园滴灌堵塞，求过滤办法', 'apple');
    expect((await eventually(async () => pictures(same)[0])).id).not.toBe(last.id);
    same.close();
    const away = await openStream(`${urls[0]}/v1/hall/events`, { 'last-event-id': last.id });
    await eventually(async () => pictures(away)[0]);
    away.close();
  });

  it('tells nothing of what is not published, or no longer', async () => {
    const draft = { title: '尚未发布的难题', summary: '只有本单位知道的难题。', countyCode: '621022' };
    await enterprise.post('/v1/demands', draft).expect(201);
    const id = await publishDemand('将要撤回的难题', 'apple');
    await hallWhere(({ events }) => events[0].title === '将要撤回的难题');
    await enterprise.post(`/v1/demands/${id}/withdrawal`, { reason: '已自行解决' }).expect(201);
    const body = await hallWhere(({ events }) => events[0].title !== '将要撤回的难题');
    expect(JSON.stringify(body)).not.toMatch(/尚未发布|将要撤回/);
  });

  it('lets so many screens look on from one address, and takes the next when one goes', async () => {
    const url = `${urls[0]}/v1/hall/events`;
    const streams = await Promise.all(
      Array.from({ length: hallStreamLimits.streamsPerAddress }, () => openStream(url, { 'last-event-id': uuid() })),
    );
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
    expect((await market.anonymous.get('/v1/hall/events').expect(429)).body.code).toBe('hall.tooManyStreams');
    streams[0]?.close();
    const next = await eventually(async () => {
      const stream = await openStream(url);
      return stream.status === 200 ? stream : null;
    });
    for (const stream of [...streams, next]) stream.close();
  });
});
