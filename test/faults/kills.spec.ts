import { seeded } from '../support/registration-journeys.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import { RewardWorkers, zones } from './reward-workers.js';
import { UnreliableYear } from './unreliable-year.js';

/** `npm run test:faults`: 1,000. */
const kills = Number(process.env['FAULT_KILLS'] ?? 3);
const seed = Number(process.env['FAULT_SEED'] ?? 1);
const backlog = 300;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Workers of every time zone are killed at moments that the seed chooses, while contracts come, change and go. */
describe(`奖补 while its workers are killed ${kills} times (seed ${seed})`, () => {
  let market: TestMarket | undefined;
  let workers: RewardWorkers | undefined;
  beforeAll(async () => {
    market = await startMarket();
    workers = new RewardWorkers(market.database);
  });
  afterAll(async () => {
    await workers?.killAll();
    await market?.close();
  });

  it('loses nothing, doubles nothing, leaves nothing for more than 60 s, and knows the fiscal year in any time zone', async () => {
    if (!market || !workers) throw new Error('the market did not start');
    const random = seeded(seed);
    const year = new UnreliableYear(market, random);
    await year.begin();
    let next = workers.start();
    for (let kill = 0; kill < kills; kill += 1) {
      const worker = await next;
      next = workers.start(); // boots while this one works
      next.catch(() => undefined);
      const before = await year.handled();
      // On a machine too busy to keep up there is work enough to die over: the last worker has to settle what was left in time.
      if ((await year.open()) < backlog) await year.happen(5);
      // Some workers die at once, most while there is work in their hands.
      if (random() < 0.8) await eventually(async () => ((await year.handled()) > before ? true : null), 60);
      await pause(random() * 150);
      await workers.kill(worker);
    }
    await next; // the one that lives on
    await year.happen(10);
    await year.settle(60);
    expect(await year.faults()).toEqual([]);
    expect(await year.count(`SELECT count(*)::int AS n FROM outbox_delivery WHERE failed_at IS NOT NULL`)).toBe(0);
    // The kills did meet work: something was taken up a second time.
    const again = await year.count(`SELECT count(*)::int AS n FROM outbox_delivery WHERE dispatches > 1`);
    if (kills > 20) expect(again).toBeGreaterThan(0);
    if (kills > zones.length) expect(workers.started).toBeGreaterThan(zones.length);
    process.stdout.write(
      `${kills} kills, ${year.registrations.size} registrations, ${again} deliveries taken up again\n`,
    );
  }, 7_200_000);
});
