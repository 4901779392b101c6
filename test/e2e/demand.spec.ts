import { newKey, startMarket, type TestMarket } from '../support/market.js';

/** An enterprise of 环县 posts a technology need. */
describe('技术需求', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket();
  });
  afterAll(() => market.close());

  const need = {
    title: '羔羊早期断奶死亡率偏高',
    summary: '羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望降到 5% 以下。',
    countyCode: '621022',
    budgetYuan: '300000.5',
  };

  it('is a draft that only its organization sees, then public once published', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const stranger = await market.member({ roles: ['enterprise'] });
    const created = await enterprise.post('/v1/demands', need).expect(201);
    expect(created.body).toMatchObject({ state: 'draft', budget: { yuan: '300000.50', fen: '30000050' }, version: 1 });
    const path = `/v1/demands/${created.body.id}`;
    await enterprise.get(path).expect(200).expect('ETag', '"1"');
    await stranger.get(path).expect(404);
    await market.anonymous.get(path).expect(404);
    await stranger.post(`${path}/publication`).expect(404);

    const published = await enterprise.post(`${path}/publication`).expect(201);
    expect(published.body).toMatchObject({ state: 'published', version: 2 });
    await market.anonymous.get(path).expect(200);
    const list = await market.anonymous.get('/v1/demands').expect(200);
    expect(list.body.items.map((item: { id: string }) => item.id)).toContain(created.body.id);
    const again = await enterprise.post(`${path}/publication`).expect(409);
    expect(again.body).toMatchObject({ code: 'state.notAllowed' });
  });

  it('is not published while it says nothing; the refusal shows how its industry says it', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const { body } = await enterprise.post('/v1/demands', { ...need, summary: '求合作', field: '养羊' }).expect(201);
    const refused = await enterprise.post(`/v1/demands/${body.id}/publication`).expect(422);
    expect(refused.body).toMatchObject({ code: 'demand.tooVague', errors: [{ pointer: '/summary' }] });
    expect(JSON.stringify(refused.body)).toContain('断奶死亡率约 12%，希望降到 5% 以下');
  });

  it('names every wrong field in Chinese, and refuses members it does not know', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const answer = await enterprise
      .post('/v1/demands', { ...need, title: '', budgetYuan: '1.234', state: 'published' })
      .expect(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/budgetYuan',
      '/state',
      '/title',
    ]);
  });

  it('writes once for one Idempotency-Key, and refuses other content under it', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => enterprise.post('/v1/demands', need, key)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const other = await enterprise.post('/v1/demands', { ...need, title: '另一条需求' }, key).expect(422);
    expect(other.body.code).toBe('idempotency.keyReused');
    const { rows } = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM demand WHERE organization_id = $1`,
      [enterprise.identity.organizationId],
    );
    expect(rows[0]).toEqual({ n: 1 });
  });

  it('loses no update: without If-Match 428, with a stale one 412', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const { body } = await enterprise.post('/v1/demands', need).expect(201);
    const path = `/v1/demands/${body.id}`;
    const edits = await Promise.all(
      Array.from({ length: 5 }, (_unused, i) => enterprise.patch(path, 1, { title: `改名 ${i}` })),
    );
    expect(edits.filter((edit) => edit.status === 200)).toHaveLength(1);
    expect(edits.filter((edit) => edit.status === 412)).toHaveLength(4);
  });

  it('needs sign-in and a role to write', async () => {
    await market.anonymous.post('/v1/demands', need).expect(401);
    const registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    await registrar.post('/v1/demands', need).expect(403);
  });
});
