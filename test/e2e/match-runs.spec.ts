import { systemActor } from '#domain/shared/actor.js';
import { MatchModels } from '#application/matching/match-models.js';
import { MatchRunQueue } from '#application/matching/match-run.queue.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** Re-matches by night and on demand: watched, resumed after a kill, and only of what changed; models switched and back. */
describe('重新撮合与模型', () => {
  let market: TestMarket;
  let admin: Caller;
  let enterprise: Caller;
  let university: Caller;
  const sql = (text: string, params: unknown[] = []) => market.database.owner.query(text, params);
  const queue = () => market.worker?.get(MatchRunQueue, { strict: false }) as MatchRunQueue;
  const actor = systemActor('test', 'test');
  const ended = (id: string) =>
    eventually(async () => {
      const { body } = await admin.get(`/v1/match-runs/${id}`).expect(200);
      return body.state === 'done' || body.state === 'failed' ? body : null;
    });

  beforeAll(async () => {
    // 03:00 in Beijing is night; the worker starts by day.
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
    admin = await market.member({ roles: ['systemAdmin'], organizationKind: 'cityBureau' });
    enterprise = await market.member({ roles: ['enterprise'] });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const { body } = await university
      .post('/v1/achievements', {
        title: '湖羊羔羊代乳粉配制与提前断奶技术',
        summary: '用乳清粉配制代乳粉，羔羊 35 日龄断奶，成活率由 88% 提高到 96%。',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10000 }],
      })
      .expect(201);
    await university.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await university.post(`/v1/achievements/${body.id}/publication`).expect(201);
    for (let at = 0; at < 4; at += 1) {
      const demand = await enterprise
        .post('/v1/demands', {
          title: `羔羊断奶后腹泻第 ${at} 场`,
          summary: '羊羔断奶后拉稀，死亡率 12%，想找代乳料和饲喂办法。',
          countyCode: '621022',
        })
        .expect(201);
      await enterprise.post(`/v1/demands/${demand.body.id}/publication`).expect(201);
    }
    await eventually(async () => {
      const { rows } = await sql(
        `SELECT count(*)::int AS n FROM outbox_delivery WHERE job_name LIKE '%.match' AND handled_at IS NULL`,
      );
      return rows[0].n === 0 ? true : null;
    }, 20);
  });
  afterAll(() => market.close());

  it('matches everything on demand and tells how far it is', async () => {
    const { body } = await admin.post('/v1/match-runs', { scope: 'full' }).expect(201);
    expect(body).toMatchObject({ state: 'queued', scope: 'full', reason: 'requested', done: 0 });
    expect(await ended(body.id)).toMatchObject({
      state: 'done',
      done: 4,
      total: 4,
      engine: expect.stringContaining('/'),
    });
    await enterprise.get(`/v1/match-runs/${body.id}`).expect(403);
    await enterprise.post('/v1/match-runs', { scope: 'full' }).expect(403);
    await admin.get('/v1/match-runs/0193f0a2-7c1e-7000-8000-000000000000').expect(404);
  });

  it('looks by night, once, only at what changed since it was matched', async () => {
    market.clock.moveTo(new Date('2026-11-23T19:00:00Z'));
    await sql(
      `UPDATE match_mark SET version = version - 1 WHERE subject_id = (SELECT id FROM demand ORDER BY id LIMIT 1)`,
    );
    const night = await eventually(
      async () =>
        (await admin.get('/v1/match-runs').expect(200)).body.items.find(
          ({ reason, state }: { reason: string; state: string }) => reason === 'night' && state === 'done',
        ) ?? (await queue().queueNight(actor), null),
    );
    expect(night).toMatchObject({ scope: 'incremental', done: 1, total: 1 });
    expect(await queue().queueNight(actor)).toBeNull();
    market.clock.moveTo(new Date('2026-11-24T02:00:00Z'));
    expect(await queue().queueNight(actor)).toBeNull();
  });

  it('matches everything again when the engine is another one', async () => {
    await sql(`UPDATE match_mark SET engine = 'another'`);
    const { body } = await admin.post('/v1/match-runs', { scope: 'incremental' }).expect(201);
    expect(await ended(body.id)).toMatchObject({ state: 'done', done: 4 });
    const again = await admin.post('/v1/match-runs', { scope: 'incremental' }).expect(201);
    expect(await ended(again.body.id)).toMatchObject({ state: 'done', done: 0 });
  });

  it('goes on where a killed worker stood', async () => {
    const { rows } = await sql(
      `INSERT INTO match_run (id, scope, reason, state, total, done, after_id, leased_until, attempts, created_at, started_at)
       SELECT gen_random_uuid(), 'full', 'command', 'running', 4, 3, (SELECT id FROM demand ORDER BY id OFFSET 2 LIMIT 1),
         clock_timestamp() - interval '1 second', 1, now(), now() RETURNING id`,
    );
    expect(await ended(rows[0].id)).toMatchObject({ state: 'done', done: 4 });
    const { rows: marks } = await sql(
      `SELECT count(*)::int AS n FROM match_mark WHERE kind = 'demand' AND matched_at = $1`,
      [market.clock.now()],
    );
    expect(marks[0].n).toBeGreaterThan(0);
  });

  it('gives up a run that fails again and again, and says why', async () => {
    const { rows } = await sql(
      `INSERT INTO match_run (id, scope, reason, state, total, done, after_id, leased_until, attempts, created_at, started_at)
       SELECT gen_random_uuid(), 'full', 'command', 'running', 4, 2147483647, NULL,
         clock_timestamp() - interval '1 second', 4, now(), now() RETURNING id`,
    );
    const run = await ended(rows[0].id);
    expect(run.state).toBe('failed');
    expect(run.error.length).toBeGreaterThan(3);
  });

  it('learns, replays, switches on, matches anew, and switches back by hand with a reason in the audit', async () => {
    const models = market.worker?.get(MatchModels, { strict: false }) as MatchModels;
    expect(await models.train(actor)).toBeNull();
    const { organizationId: buyer } = enterprise.identity;
    const { organizationId: seller } = university.identity;
    await sql(
      `BEGIN; SET LOCAL session_replication_role = replica; -- achievements that are only named
       INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       SELECT gen_random_uuid(), (SELECT id FROM demand ORDER BY id LIMIT 1), gen_random_uuid(), '${buyer}', '${seller}',
         CASE WHEN i % 2 = 0 THEN 'introduced' ELSE 'proposed' END, 50, 'strong',
         jsonb_build_object('summary', '', 'agreements', '[]'::jsonb, 'gaps', '[]'::jsonb, 'signals', jsonb_build_array(
           jsonb_build_object('name', 'price', 'points', CASE WHEN i % 2 = 0 THEN 3 ELSE -3 END))),
         'test', now(), now() FROM generate_series(1, 60) AS i;
       COMMIT`,
    );
    const learned = await models.train(actor);
    expect(learned).toMatchObject({ state: 'active' });
    expect(learned?.weights['price']).toBeGreaterThan(1);
    expect((learned?.referenceNdcg ?? 0) - (learned?.ndcg ?? 1)).toBeLessThanOrEqual(0.02);
    const switched = await eventually(async () =>
      (await admin.get('/v1/match-runs').expect(200)).body.items.find(
        ({ reason, state }: { reason: string; state: string }) => reason === 'modelSwitched' && state === 'done',
      ),
    );
    expect(switched.engine).toContain(learned?.version);
    const registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    const path = `/v1/match-models/${learned?.id}/activation`;
    await registrar.post('/v1/match-model-rollbacks', { reason: '试试看' }).expect(403);
    const back = await admin.post('/v1/match-model-rollbacks', { reason: '企业反映排序变差' }).expect(201);
    expect(back.body).toMatchObject({ id: learned?.id, state: 'retired' });
    await admin.post('/v1/match-model-rollbacks', { reason: '再来一次' }).expect(404);
    expect((await admin.post(path, { reason: '恢复学得的版本' }).expect(201)).body.state).toBe('active');
    expect((await admin.post(path, { reason: '恢复学得的版本' }).expect(409)).body.code).toBe('state.notAllowed');
    const { rows } = await sql(`SELECT action, reason FROM audit_record WHERE subject_kind = 'matchModel' ORDER BY id`);
    expect(rows).toContainEqual({ action: 'matchModel.retire', reason: '企业反映排序变差' });
    expect((await admin.get('/v1/match-models').expect(200)).body.items[0].weights.length).toBeGreaterThan(5);
  });
});
