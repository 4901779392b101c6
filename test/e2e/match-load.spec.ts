import { beijingDate } from '#domain/calendar/local-date.js';
import { systemActor } from '#domain/shared/actor.js';
import { MatchRunQueue } from '#application/matching/match-run.queue.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** A university that answers everything is not flooded in one night: the rest comes night after night. */
describe('重新撮合的均衡', () => {
  let market: TestMarket;
  const teams = new Map<string, string>();
  const cap = 4;
  const sql = (text: string, params: unknown[] = []) => market.database.owner.query(text, params);
  const actor = systemActor('test', 'test');
  let night = 23;

  async function publish(owner: Caller, title: string): Promise<void> {
    const summary = '羔羊 35 日龄断奶的代乳粉与饲喂办法，成活率由 88% 提高到 96%。';
    const inventors = [{ name: '示例完成人', shareBasisPoints: 10000 }];
    const { body } = await owner.post('/v1/achievements', { title, summary, inventors }).expect(201);
    await owner.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await owner.post(`/v1/achievements/${body.id}/publication`).expect(201);
  }
  const rest = () =>
    eventually(async () => {
      const { rows } = await sql(
        `SELECT count(*)::int AS n FROM outbox_delivery WHERE job_name LIKE '%.match' AND handled_at IS NULL`,
      );
      return rows[0].n === 0 ? true : null;
    }, 20);
  /** Open proposals of each team. */
  async function load(): Promise<Record<string, number>> {
    const { rows } = await sql(
      `SELECT achievement_organization_id AS id, count(*)::int AS n FROM match WHERE state = 'proposed' GROUP BY 1`,
    );
    return Object.fromEntries(rows.map(({ id, n }: { id: string; n: number }) => [teams.get(id) ?? id, n]));
  }
  async function runNight(): Promise<{ state: string; done: number; total: number }> {
    market.clock.moveTo(new Date(Date.UTC(2026, 10, night, 19)));
    night += 1;
    const queue = market.worker?.get(MatchRunQueue, { strict: false }) as MatchRunQueue;
    await queue.queueNight(actor);
    return eventually(async () => {
      await queue.workOff(actor);
      const { rows } = await sql(
        `SELECT state, done, total FROM match_run WHERE night = $1::date AND state IN ('done', 'failed')`,
        [beijingDate(market.clock.now())],
      );
      return rows[0];
    }, 20);
  }

  beforeAll(async () => {
    market = await startMarket({ worker: true, env: { MATCH_TEAM_PROPOSALS: String(cap) } });
    const enterprise = await market.member({ roles: ['enterprise'] });
    for (const name of ['busy', 'quiet']) {
      const team = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
      teams.set(team.identity.organizationId, name);
      await publish(team, `羔羊早期断奶与代乳粉技术（${name}）`);
      if (name === 'busy') await publish(team, '湖羊羔羊代乳料配方与断奶饲喂规程');
    }
    for (let at = 0; at < 6; at += 1) {
      const { body } = await enterprise
        .post('/v1/demands', {
          title: `羔羊断奶后腹泻第 ${at} 场`,
          summary: '羊羔断奶后拉稀，死亡率 12%，想找代乳料和饲喂办法。',
          countyCode: '621022',
        })
        .expect(201);
      await enterprise.post(`/v1/demands/${body.id}/publication`).expect(201);
    }
    await rest();
  });
  afterAll(() => market.close());

  it('gives no team more than its cap of new proposals in one night, and the rest in the nights after', async () => {
    expect(await load()).toEqual({ busy: 12, quiet: 6 });
    await sql(`DELETE FROM match; DELETE FROM match_mark WHERE kind = 'demand'`);
    expect(await runNight()).toEqual({ state: 'done', done: 6, total: 6 });
    expect(await load()).toEqual({ busy: 4, quiet: 4 });
    await runNight();
    expect(await load()).toEqual({ busy: 8, quiet: 6 });
    await runNight();
    expect(await load()).toEqual({ busy: 12, quiet: 6 });
    // Everything was proposed: the next night finds nothing to do.
    expect(await runNight()).toEqual({ state: 'done', done: 0, total: 0 });
  });

  it('holds for achievements whose own job was lost, and counts them in its progress', async () => {
    await sql(`DELETE FROM match; DELETE FROM match_mark WHERE kind = 'achievement'`);
    expect(await runNight()).toEqual({ state: 'done', done: 3, total: 3 });
    expect(await load()).toEqual({ busy: 4, quiet: 4 });
    // Those that had to wait are looked at again.
    expect((await runNight()).done).toBe(3);
    expect(await load()).toEqual({ busy: 8, quiet: 6 });
    await runNight();
    expect(await load()).toEqual({ busy: 12, quiet: 6 });
    expect((await runNight()).done).toBe(0);
  });

  it('holds when a killed run is taken up again', async () => {
    await sql(`DELETE FROM match; DELETE FROM match_mark WHERE kind = 'demand'`);
    const { rows } = await sql(
      `INSERT INTO match_run (id, scope, reason, state, total, done, leased_until, attempts, created_at, started_at)
       SELECT gen_random_uuid(), 'incremental', 'command', 'running', 6, 0, clock_timestamp() - interval '1 second', 1, now(),
         now() RETURNING id`,
    );
    const [[busy]] = [[...teams].find(([, name]) => name === 'busy') ?? []];
    await sql(`INSERT INTO match_run_load (run_id, organization_id, proposals) VALUES ($1, $2, 3)`, [rows[0].id, busy]);
    await eventually(async () => {
      const { rows: runs } = await sql(`SELECT 1 FROM match_run WHERE id = $1 AND state = 'done'`, [rows[0].id]);
      return runs[0];
    }, 20);
    expect(await load()).toEqual({ busy: 1, quiet: 4 });
  });
});
