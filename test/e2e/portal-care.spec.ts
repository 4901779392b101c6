import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

interface Answer {
  readonly number: string;
  readonly state: string;
  readonly dueOn: string;
  readonly answer: string | null;
}

/** The portal is kept up: mistakes that visitors find, columns that grow stale, the day that terms are counted by. */
describe('门户维护', () => {
  let market: TestMarket;
  let reviewer: Caller;
  let auditor: Caller;
  beforeAll(async () => {
    market = await startMarket({ now: '2026-11-23T16:30:00Z' }); // already the 24th in Beijing
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    auditor = await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  const found = { kind: 'wrongContent', page: '/zones/apple', words: '核心区乡镇与建设方案不一致。' };
  const report = async (): Promise<Answer> =>
    (await market.anonymous.post('/v1/mistake-reports', found).expect(201)).body;
  const idOf = async (number: string): Promise<string> => {
    const { body } = await reviewer.get('/v1/mistake-reports?limit=100').expect(200);
    return (body as { items: (Answer & { id: string })[] }).items.find((one) => one.number === number)!.id;
  };

  it('counts days by the market’s clock, in Beijing', async () => {
    const { body } = await market.anonymous.get('/v1/business-date').expect(200);
    expect(body).toEqual({ today: '2026-11-24', now: '2026-11-23T16:30:00.000Z', workingDay: true });
  });

  it('takes a mistake from a stranger, and shows its answer to whoever has the number', async () => {
    const told = await report();
    expect(told).toMatchObject({ state: 'received', dueOn: '2026-12-15', answer: null });
    expect(told.number).toMatch(/^ZC-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const id = await idOf(told.number);
    await reviewer.post(`/v1/mistake-reports/${id}/examination`).expect(201);
    const answer = { outcome: 'correct', answer: '已按建设方案改正。' };
    await reviewer.post(`/v1/mistake-reports/${id}/answer`, answer).expect(201);
    const { body } = await market.anonymous.get(`/v1/mistake-answers/${told.number}`).expect(200);
    expect(body).toMatchObject({ state: 'corrected', answer: '已按建设方案改正。', answeredOn: '2026-11-24' });
    expect(body).not.toHaveProperty('id');
    await reviewer.post(`/v1/mistake-reports/${id}/answer`, answer).expect(409);
    const journal = await market.database.owner.query<{ event: string }>(
      `SELECT event FROM transition WHERE subject_id = $1 ORDER BY at, id`,
      [id],
    );
    expect(journal.rows.map(({ event }) => event)).toEqual(['create', 'take', 'correct']);
  });

  it('tells a wrong number, a wrong role and a wrong form', async () => {
    await market.anonymous.get('/v1/mistake-answers/ZC-0000-0000-0000').expect(404);
    await market.anonymous.get('/v1/mistake-answers/ZC-1').expect(400);
    for (const page of ['zones', 'https://example.org/', '/zones?name=1', '']) {
      await market.anonymous.post('/v1/mistake-reports', { ...found, page }).expect(400);
    }
    await market.anonymous.get('/v1/mistake-reports').expect(401);
    const enterprise = await market.member({ roles: ['enterprise'] });
    await enterprise.get('/v1/mistake-reports').expect(403);
    const id = await idOf((await report()).number);
    await auditor.get(`/v1/mistake-reports/${id}`).expect(200);
    await auditor.post(`/v1/mistake-reports/${id}/answer`, { outcome: 'keep', answer: '经核实无误。' }).expect(403);
    await reviewer.get(`/v1/mistake-reports/${uuid()}`).expect(404);
  });

  it('lists the unanswered ones apart', async () => {
    const { body } = await reviewer.get('/v1/mistake-reports?open=yes&limit=100').expect(200);
    const states = (body as { items: Answer[] }).items.map(({ state }) => state);
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['received']));
  });

  it('warns of columns that grow stale, and of mistakes that wait', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const demand = {
      title: '羔羊早期断奶死亡率偏高，求代乳料',
      summary: '存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，求代乳料配方与饲喂方案。',
      countyCode: '621022',
    };
    const { id } = (await enterprise.post('/v1/demands', demand).expect(201)).body as { id: string };
    await enterprise.post(`/v1/demands/${id}/publication`).expect(201);
    const { body } = await auditor.get('/v1/site-freshness').expect(200);
    expect(columnOf(body, 'demands')).toMatchObject({
      count: 1,
      lastOn: '2026-11-24',
      daysLeft: 14,
      standing: 'fresh',
    });
    expect(columnOf(body, 'achievements')).toMatchObject({ count: 0, lastOn: null, standing: 'empty' });
    expect(columnOf(body, 'policies')).toMatchObject({ standing: 'stale' });
    expect(body).toMatchObject({ mistakes: { count: 1, dueOn: '2026-12-15', failsOn: '2027-02-25' } });
    expect((body as { failing: string[] }).failing.join()).toContain('空白栏目');
    await market.database.owner.query(`UPDATE demand SET published_at = '2026-11-12T02:00:00Z' WHERE id = $1`, [id]);
    const later = await auditor.get('/v1/site-freshness').expect(200);
    expect(columnOf(later.body, 'demands')).toMatchObject({ daysLeft: 2, standing: 'soon' });
    expect(later.body).toMatchObject({ home: { standing: 'soon' } });
    await enterprise.get('/v1/site-freshness').expect(403);
  });

  const columnOf = (board: unknown, code: string) =>
    (board as { columns: { code: string }[] }).columns.find((column) => column.code === code);
});
