import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import { HousekeepingService } from '#application/housekeeping/housekeeping.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { startMarket, type TestMarket } from '../support/market.js';

const day = 24 * 60 * 60 * 1000;
const system = systemActor('spec', 'housekeeping');

describe('housekeeping', () => {
  let market: TestMarket;
  let unitOfWork: UnitOfWork;
  let housekeeping: HousekeepingService;
  beforeAll(async () => {
    market = await startMarket(); // without a worker, which would clear by itself
    unitOfWork = market.api.get(UnitOfWork, { strict: false });
    housekeeping = new HousekeepingService(unitOfWork);
  });
  afterAll(() => market.close());

  /** An event of `days` ago with one delivery for each way in which it may stand. */
  const event = async (days: number, ...deliveries: ('handled' | 'open' | 'failed')[]): Promise<string> => {
    const at = new Date(Date.now() - days * day);
    const id = uuid({ msecs: at.getTime() });
    await market.database.owner.query(
      `INSERT INTO outbox_event (id, topic, payload, request_id, occurred_at) VALUES ($1, 'spec.old', '{}', 'spec', $2)`,
      [id, at],
    );
    for (const state of deliveries)
      await market.database.owner.query(
        `INSERT INTO outbox_delivery (id, event_id, job_name, next_dispatch_at, handled_at, failed_at)
         VALUES ($1, $2, 'spec.nobody', $3, $4, $5)`,
        [randomUUID(), id, at, state === 'handled' ? at : null, state === 'failed' ? at : null],
      );
    return id;
  };
  const kept = async (): Promise<string[]> => {
    const { rows } = await market.database.owner.query(
      `SELECT id FROM outbox_event WHERE topic = 'spec.old' ORDER BY id`,
    );
    return rows.map(({ id }: { id: string }) => id);
  };

  it('removes what was handled long ago, and nothing that is young, open or failed', async () => {
    await event(91, 'handled', 'handled');
    await event(400);
    const stay = [
      await event(400, 'handled', 'failed'),
      await event(120, 'handled', 'open'),
      await event(89, 'handled'),
    ];
    expect(await housekeeping.clear(system)).toMatchObject({ handledEvents: 2 });
    expect(await kept()).toEqual(stay);
    expect(await housekeeping.clear(system)).toMatchObject({ handledEvents: 0 });
  });

  it('forgets an idempotency key after half a year, not before', async () => {
    await market.database.owner.query(
      `INSERT INTO idempotency_key (owner, key, input_hash, created_at)
       VALUES ('spec', 'old', 'h', now() - interval '181 days'), ('spec', 'kept', 'h', now() - interval '179 days')`,
    );
    expect(await housekeeping.clear(system)).toMatchObject({ idempotencyKeys: 1 });
    const { rows } = await market.database.owner.query(`SELECT key FROM idempotency_key WHERE owner = 'spec'`);
    expect(rows).toEqual([{ key: 'kept' }]);
  });

  it('lets the program neither delete of the outbox what it likes, nor the last 30 days', async () => {
    const tried = (sql: string) => unitOfWork.run(system, (tx) => tx.query(sql));
    await expect(tried(`SELECT app_prune_outbox(29, 10)`)).rejects.toThrow(/30 days/);
    await expect(tried(`DELETE FROM outbox_event`)).rejects.toThrow(/permission denied/);
  });
});
