import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A research unit discloses, registers and publishes what its people made. */
describe('科技成果', () => {
  let market: TestMarket;
  let unit: Caller;
  beforeAll(async () => {
    market = await startMarket();
    unit = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
  });
  afterAll(() => market.close());

  const secretDetail = '配方：乳清粉 40%，酵母 3%（内部）';
  const disclosure = {
    title: '湖羊羔羊早期断奶代乳料',
    summary: '35 日龄断奶成活率由 88% 提高到 96%。',
    detail: secretDetail,
    contact: '示例联系人 内线 8001',
    keywords: ['湖羊', '代乳料'],
    readinessLevel: 7,
    farmStage: 'demonstration',
    transferModes: ['transfer', 'licence'],
    priceYuan: '1200000',
    inventors: [
      { name: '示例完成人甲', shareBasisPoints: 6000 },
      { name: '示例完成人乙', shareBasisPoints: 4000 },
    ],
  };
  const disclose = async (changes: object = {}): Promise<string> =>
    (await unit.post('/v1/achievements', { ...disclosure, ...changes }).expect(201)).body.id;

  it('is not published while its public words say nothing; the refusal shows how its industry says it', async () => {
    const path = `/v1/achievements/${await disclose({ title: '湖羊成套技术', summary: '详见附件', field: '养羊' })}`;
    await unit.post(`${path}/registration`, { kind: 'applied' }).expect(201);
    const refused = await unit.post(`${path}/publication`).expect(422);
    expect(refused.body).toMatchObject({ code: 'achievement.tooVague', errors: [{ pointer: '/summary' }] });
    expect(JSON.stringify(refused.body)).toContain('成活率由 88% 提高到 96%');
    const { body } = await unit.get(path).expect(200);
    await unit.patch(path, body.version, { summary: '湖羊同期发情、定时输精和分群饲喂的规程。' }).expect(200);
    await unit.post(`${path}/publication`).expect(201);
  });

  it('is disclosed, taken into the library, published; the second layer stays inside', async () => {
    const created = await unit.post('/v1/achievements', disclosure).expect(201);
    expect(created.body).toMatchObject({ state: 'disclosed', disclosure: { inventors: disclosure.inventors } });
    const path = `/v1/achievements/${created.body.id}`;
    const stranger = await market.member({ roles: ['researchUnit'] });
    await stranger.get(path).expect(404);
    await market.anonymous.get(path).expect(404);
    expect((await unit.post(`${path}/publication`).expect(409)).body.code).toBe('state.notAllowed'); // register first
    const registered = await unit.post(`${path}/registration`, { kind: 'applied' }).expect(201);
    expect(registered.body).toMatchObject({ state: 'registered', kind: 'applied', registrationNumber: null });
    const twice = await unit.post(`${path}/registration`, { kind: 'basic' }).expect(409);
    expect(twice.body.code).toBe('achievement.alreadyRegistered');
    await unit.post(`${path}/publication`).expect(201);

    const readers = [market.anonymous, stranger, await market.member({ roles: ['enterprise'] })];
    for (const reader of readers) {
      const { body, text } = await reader.get(path).expect(200);
      expect(body).toMatchObject({ state: 'published', disclosure: null });
      for (const inside of [secretDetail, '示例完成人甲', '内线', 'shareBasisPoints'])
        expect(text).not.toContain(inside);
      expect((await reader.get('/v1/achievements').expect(200)).text).not.toContain('示例完成人甲');
    }
    const registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    for (const reader of [unit, registrar]) {
      expect((await reader.get(path).expect(200)).body.disclosure).toMatchObject({ detail: secretDetail });
    }
  });

  it('keeps the second layer from a foreign tenant in the database too', async () => {
    const id = await disclose();
    await unit.post(`/v1/achievements/${id}/registration`, { kind: 'basic' }).expect(201);
    await unit.post(`/v1/achievements/${id}/publication`).expect(201);
    const client = await market.database.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `SELECT set_config('app.actor_kind', 'person', true), set_config('app.organization_id', $1, true)`,
        ['0193f0a2-7c1e-7000-8000-000000000000'],
      );
      await client.query('SET LOCAL ROLE qy_app');
      const seen = async (table: string) =>
        (
          await client.query(
            `SELECT count(*)::int AS n FROM ${table} WHERE ${table === 'achievement' ? 'id' : 'achievement_id'} = $1`,
            [id],
          )
        ).rows[0].n;
      expect([
        await seen('achievement'),
        await seen('achievement_disclosure'),
        await seen('achievement_inventor'),
      ]).toEqual([1, 0, 0]);
      await client.query('SET LOCAL ROLE qy_public');
      await expect(client.query('SELECT detail FROM achievement_disclosure')).rejects.toThrow(/permission denied/);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('never lets a secret one out', async () => {
    const id = await disclose({ secret: true });
    for (const step of ['registration', 'publication']) {
      const { body } = await unit
        .post(`/v1/achievements/${id}/${step}`, step === 'registration' ? { kind: 'applied' } : undefined)
        .expect(422);
      expect(body.code).toBe('achievement.secret');
    }
    const open = await disclose();
    await unit.post(`/v1/achievements/${open}/registration`, { kind: 'applied' }).expect(201);
    await unit.post(`/v1/achievements/${open}/publication`).expect(201);
    expect((await unit.patch(`/v1/achievements/${open}`, 3, { secret: true }).expect(422)).body.code).toBe(
      'achievement.secret',
    );
  });

  it.each([
    ['shares of 99.99 %', { inventors: [{ name: '甲', shareBasisPoints: 9999 }] }, 422, 'achievement.sharesNotWhole'],
    [
      'an inventor named twice',
      {
        inventors: [
          { name: '甲', shareBasisPoints: 5000 },
          { name: '甲', shareBasisPoints: 5000 },
        ],
      },
      422,
      'achievement.inventorTwice',
    ],
    ['a share of nothing', { inventors: [{ name: '甲', shareBasisPoints: 0 }] }, 400, 'request.invalid'],
    ['no inventors', { inventors: [] }, 400, 'request.invalid'],
    ['four keywords', { keywords: ['一', '二', '三', '四'] }, 400, 'request.invalid'],
    ['readiness level 10', { readinessLevel: 10 }, 400, 'request.invalid'],
    ['a NUL in the title', { title: '成果\u0000' }, 400, 'request.invalid'],
    ['a number as price', { priceYuan: 12 }, 400, 'request.invalid'],
  ])('refuses %s', async (_name, change, status, code) => {
    const { body } = await unit.post('/v1/achievements', { ...disclosure, ...change }).expect(status);
    expect(body.code).toBe(code);
  });

  it('clears what null may clear, and refuses null where something must be', async () => {
    const id = await disclose();
    const path = `/v1/achievements/${id}`;
    const cleared = await unit
      .patch(path, 1, { summary: null, readinessLevel: null, priceYuan: null, keywords: null, contact: null })
      .expect(200);
    expect(cleared.body).toMatchObject({ summary: null, readinessLevel: null, price: null, keywords: [] });
    expect(cleared.body.disclosure).toMatchObject({ contact: null, detail: secretDetail });
    await unit.patch(path, 2, { title: null }).expect(400);
    await unit.patch(path, 2, { inventors: null }).expect(400);
    expect((await unit.post(`${path}/registration`, { kind: 'applied' }).expect(422)).body).toMatchObject({
      code: 'achievement.incomplete',
      detail: expect.stringContaining('公开摘要'),
    });
  });

  it('takes one key once, and hides what a stranger may not change', async () => {
    await disclose({ externalKey: 'CG-1' });
    expect((await unit.post('/v1/achievements', { ...disclosure, externalKey: 'CG-1' }).expect(409)).body.code).toBe(
      'achievement.externalKeyTaken',
    );
    const id = await disclose();
    const stranger = await market.member({ roles: ['researchUnit'] });
    await stranger.patch(`/v1/achievements/${id}`, 1, { title: '改名' }).expect(404);
    await stranger.post(`/v1/achievements/${id}/withdrawal`).expect(404);
    await market.anonymous.post('/v1/achievements', disclosure).expect(401);
    const auditor = await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' });
    await auditor.post('/v1/achievements', disclosure).expect(403);
    await unit.post(`/v1/achievements/${id}/withdrawal`).expect(201);
    await unit.post(`/v1/achievements/${id}/publication`).expect(409); // never public before
  });
});
