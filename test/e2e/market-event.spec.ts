import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

const demand = {
  title: '苹果矮砧密植园春季晚霜冻防控',
  summary: '苹果矮砧密植园 300 亩，四月花期晚霜冻造成减产三成左右，求防霜设备与花期管理方案，希望损失降到一成以下。',
  countyCode: '621022',
};

interface Feed {
  readonly items: readonly {
    readonly id: string;
    readonly sequence: string;
    readonly type: string;
    readonly subject: { readonly id: string };
  }[];
  readonly next: string;
  readonly more: boolean;
}

describe('the feed of events', () => {
  let market: TestMarket;
  let owner: Caller;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    owner = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());

  const read = async (query: string, caller = owner): Promise<Feed> =>
    (await caller.get(`/v1/events?${query}`).expect(200)).body as Feed;
  const draft = async (caller = owner): Promise<string> =>
    ((await caller.post('/v1/demands', demand).expect(201)).body as { id: string }).id;
  const numbered = (): Promise<true> =>
    eventually(async () => {
      const { rows } = await market.database.owner.query(`SELECT FROM market_event_pending`);
      return rows.length === 0 ? true : null;
    });

  it('is read page by page, each event once, and tells nothing new when nothing happened', async () => {
    const ids = [await draft(), await draft(), await draft()];
    await numbered();
    const seen: string[] = [];
    let since = '0';
    for (let page = 0; page < 5; page += 1) {
      const { items, next } = await read(`since=${since}&limit=2`);
      seen.push(...items.map(({ subject }) => subject.id));
      since = next;
    }
    expect(seen).toEqual(ids);
    expect(await read(`since=${since}`)).toEqual({ items: [], next: since, more: false });
  });

  it('shows drafts to their unit, what is public to everybody, and all to the bureau', async () => {
    const stranger = await market.member({ roles: ['broker'] });
    const registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    const hidden = await draft();
    const shown = await draft();
    await owner.post(`/v1/demands/${shown}/publication`).expect(201);
    await numbered();
    const of = async (caller: Caller, id: string): Promise<string[]> =>
      (await read('since=0&limit=100', caller)).items
        .filter(({ subject }) => subject.id === id)
        .map(({ type }) => type);
    expect(await of(owner, shown)).toEqual(['demand.create', 'demand.publish']);
    expect(await of(stranger, shown)).toEqual(['demand.publish']);
    expect(await of(stranger, hidden)).toEqual([]);
    expect(await of(registrar, hidden)).toEqual(['demand.create']);
    await market.anonymous.get('/v1/events?since=0').expect(401);
    // What left the market is told to those who knew it.
    await owner.post(`/v1/demands/${shown}/withdrawal`).expect(201);
    await numbered();
    expect(await of(stranger, shown)).toEqual(['demand.withdraw']);
  });

  it('waits for what comes, and no longer than it was told to', async () => {
    await numbered();
    const { next } = await read('since=0&limit=100');
    const began = Date.now();
    const waiting = read(`since=${next}&wait=10`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const id = await draft();
    expect((await waiting).items.map(({ subject }) => subject.id)).toEqual([id]);
    expect(Date.now() - began).toBeLessThan(8_000);
    const { next: last } = await read('since=0&limit=100');
    expect((await read(`since=${last}&wait=1`)).items).toEqual([]);
  });

  it.each([
    ['since=-1', 400],
    ['since=99999999999999999999', 400],
    ['', 400],
    ['since=0&types=nothing.happened', 422],
    ['since=0&types=%00', 400],
    ['since=0&wait=21', 400],
    ['since=0&limit=101', 400],
    ['since=999999999999999999', 200],
  ])('answers "%s" with %i', async (query, status) => {
    await owner.get(`/v1/events?${query}`).expect(status);
  });

  it('tells of a place that is no longer kept', async () => {
    const id = await draft();
    await numbered();
    await market.database.owner.query(
      `DELETE FROM market_event WHERE sequence <= (SELECT sequence FROM market_event WHERE subject_id = $1)`,
      [id],
    );
    await draft();
    await numbered();
    const { body } = await owner.get('/v1/events?since=1').expect(422);
    expect((body as { code: string }).code).toBe('marketEvent.sinceTooOld');
  });

  it('publishes what each type looks like, versioned', async () => {
    const { body } = await market.anonymous.get('/v1/event-types').expect(200);
    const [type] = (body as { items: { type: string; schema: string; schemaVersion: string }[] }).items;
    expect(type?.schemaVersion).toBe('1');
    const { body: found } = await market.anonymous.get(type?.schema ?? '').expect(200);
    expect(found).toMatchObject({
      type: type?.type,
      version: '1',
      schema: { properties: { type: { const: type?.type } } },
    });
    await market.anonymous.get('/v1/event-types/nothing.happened/schema').expect(404);
    await market.anonymous.get('/v1/event-types/%00/schema').expect(400);
  });

  /** A reader who follows with `next` must meet every event, in whatever order transactions commit. */
  it('has no hole that fills later, with 40 transactions that commit in another order than they began', async () => {
    const start = (await read('since=0&limit=1&types=demand.publish').catch(() => null)) && (await head());
    const readerSaw: string[] = [];
    let since = start ?? '0';
    let done = false;
    const follow = (async () => {
      while (!done) {
        const page = await read(`since=${since}&limit=3&types=demand.meet`);
        readerSaw.push(...page.items.map(({ id }) => id));
        since = page.next;
      }
    })();
    const written = await Promise.all(Array.from({ length: 40 }, (_, at) => slowTransition(40 - at)));
    await numbered();
    done = true;
    await follow;
    for (let page = await read(`since=${since}&limit=100&types=demand.meet`); page.items.length > 0;) {
      readerSaw.push(...page.items.map(({ id }) => id));
      since = page.next;
      page = await read(`since=${since}&limit=100&types=demand.meet`);
    }
    expect(new Set(readerSaw)).toEqual(new Set(written));
    expect(readerSaw).toHaveLength(40);
  }, 20_000);

  const head = async (): Promise<string> => {
    const { rows } = await market.database.owner.query<{ last: string }>(
      `SELECT last_sequence::text AS last FROM market_event_counter`,
    );
    return rows[0]?.last ?? '0';
  };

  let subject: Promise<string> | null = null;
  /** Writes a transition and holds its transaction open, so that later ones commit first. */
  async function slowTransition(turn: number): Promise<string> {
    subject ??= draft();
    const subjectId = await subject;
    const client = new pg.Client({ connectionString: market.database.config.databaseOwnerUrl });
    await client.connect();
    const id = uuid();
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO transition (id, subject_kind, subject_id, event, from_state, to_state, actor_kind, visible_to, at)
       VALUES ($1, 'demand', $2, 'meet', 'published', 'met', 'system', ARRAY[$3::uuid], now())`,
      [id, subjectId, owner.identity.organizationId],
    );
    await new Promise((resolve) => setTimeout(resolve, turn * 30));
    await client.query('COMMIT');
    await client.end();
    return id;
  }
});
