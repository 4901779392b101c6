import { systemActor } from '#domain/shared/actor.js';
import { MatchIndex } from '#application/matching/match.index.js';
import { MatchRuns } from '#application/matching/match.runs.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

const offersPublished = 26;
const mostProposed = 20;
const actor = systemActor('test', 'test');

/** Many achievements at once: matched together, each for the request that published it, the best for each demand. */
describe('一批成果同时发布', () => {
  let market: TestMarket;
  let enterprise: Caller;
  let university: Caller;
  let demandId: string;
  const ids: string[] = [];
  const sql = async (text: string, params: unknown[] = []) => (await market.database.owner.query(text, params)).rows;
  const matched = () =>
    eventually(async () => {
      const [{ n }] = await sql(
        `SELECT count(*)::int AS n FROM outbox_delivery WHERE job_name LIKE '%.match' AND handled_at IS NULL`,
      );
      return n === 0 ? true : null;
    }, 30);
  const again = async (where = '') => {
    await sql(
      `UPDATE outbox_delivery d SET handled_at = NULL, next_dispatch_at = clock_timestamp()
       WHERE job_name = 'achievement.match' ${where}`,
    );
    await matched();
  };
  const states = async () => {
    const rows = await sql(`SELECT achievement_id AS id, state, score FROM match WHERE demand_id = $1`, [demandId]);
    return new Map<string, { state: string; score: number }>(rows.map(({ id, ...rest }) => [id, rest]));
  };

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    enterprise = await market.member({ roles: ['enterprise'] });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const demand = await enterprise
      .post('/v1/demands', {
        title: '小羊断奶后拉稀死得多',
        summary: '羊羔断奶后拉稀，死亡率 12%，想找代乳料和饲喂办法。',
        countyCode: '621022',
      })
      .expect(201);
    demandId = demand.body.id;
    await enterprise.post(`/v1/demands/${demandId}/publication`).expect(201);
    await matched();
    const parts = ['羔羊', '羊羔断奶', '代乳粉', '早期断奶', '腹泻防治', '饲喂'];
    for (let at = 0; at < offersPublished; at += 1) {
      const { body } = await university
        .post('/v1/achievements', {
          title: `湖羊${parts.filter((_, part) => (at >> (part % 5)) % 2 === part % 2).join('')}技术第 ${at} 号`,
          summary: `羔羊断奶前后的营养与管理，第 ${at} 项，示范 ${at + 10} 个羊场，成活率提高 ${at} 个百分点。`,
          inventors: [{ name: '示例完成人', shareBasisPoints: 10000 }],
        })
        .expect(201);
      await university.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
      ids.push(body.id);
    }
    await Promise.all(ids.map((id) => university.post(`/v1/achievements/${id}/publication`).expect(201)));
    await matched();
  });
  afterAll(() => market.close());

  it('keeps the best for a demand, whatever the order in which they come', async () => {
    const index = market.worker?.get(MatchIndex, { strict: false }) as MatchIndex;
    const need = index.matcher.needOf(demandId);
    const offers = await index.readAchievements(ids);
    if (!need) throw new Error('the demand is not remembered');
    const worth = offers
      .map((offer) => ({ id: offer.id, ...index.matcher.assess(need, offer, market.clock.now()) }))
      .filter(({ grade }) => grade !== 'none');
    expect(worth.length).toBeGreaterThan(mostProposed);
    const open = [...(await states())].filter(([, { state }]) => state === 'proposed');
    expect(open).toHaveLength(mostProposed);
    const least = Math.min(...open.map(([, { score }]) => score));
    const proposed = new Set(open.map(([id]) => id));
    for (const { id, score } of worth) if (!proposed.has(id)) expect(score).toBeLessThanOrEqual(least);
  });

  it('matches them together, and each pair names the request that published its achievement', async () => {
    await sql(`UPDATE match SET state = 'superseded' WHERE demand_id = $1`, [demandId]);
    const [{ id: before }] = await sql(`SELECT coalesce(max(id), 0) AS id FROM audit_record`);
    await again();
    const told = await sql(
      `SELECT a.request_id AS told, e.request_id AS caused FROM audit_record a JOIN match m ON m.id = a.subject_id
       JOIN outbox_event e ON e.topic = 'achievement.published' AND e.payload->>'achievementId' = m.achievement_id::text
       WHERE a.id > $1 AND a.action = 'match.propose'`,
      [before],
    );
    expect(told.length).toBeGreaterThanOrEqual(mostProposed);
    for (const { told: name, caused } of told) expect(name).toBe(caused);
    expect(new Set(told.map(({ caused }) => caused)).size).toBe(told.length);
    // One run wrote them all: the moment of a transaction is one.
    const moments = await sql(
      `SELECT count(DISTINCT m.xmin::text)::int AS n FROM match m WHERE demand_id = $1 AND state = 'proposed'`,
      [demandId],
    );
    expect(moments[0].n).toBeLessThanOrEqual(3);
  });

  it('changes nothing when the wave comes again, nor what people decided', async () => {
    const { items } = (await enterprise.get(`/v1/demands/${demandId}/matches`).expect(200)).body;
    await enterprise.post(`/v1/matches/${items[0].id}/decline`, { reason: 'tooFar' }).expect(201);
    await enterprise.post(`/v1/matches/${items[1].id}/acceptance`).expect(201);
    await again();
    const once = await states();
    expect(once.get(items[0].achievementId)?.state).toBe('declined');
    expect(once.get(items[1].achievementId)?.state).toBe('accepted');
    const count = async () =>
      (await sql(`SELECT count(*)::int AS n FROM audit_record WHERE subject_kind = 'match'`))[0].n;
    const before = await count();
    await again();
    expect(await states()).toEqual(once);
    expect(await count()).toBe(before);
  });

  it('loses none that comes while its demand is being thought about', async () => {
    const runs = market.worker?.get(MatchRuns, { strict: false }) as MatchRuns;
    const work = market.worker?.get(UnitOfWork, { strict: false }) as UnitOfWork;
    const [thought] = await runs.think(actor, [demandId]);
    if (!thought) throw new Error('nothing was thought');
    const { body } = await university
      .post('/v1/achievements', {
        title: '滩羊羔羊代乳料配制、早期断奶与腹泻防治饲喂技术',
        summary: '羊羔断奶后拉稀、死亡率高的成套办法：代乳料配方、饲喂程序、腹泻防治，死亡率由 12% 降到 4%。',
        readinessLevel: 9,
        inventors: [{ name: '示例完成人', shareBasisPoints: 10000 }],
      })
      .expect(201);
    await university.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await university.post(`/v1/achievements/${body.id}/publication`).expect(201);
    await matched();
    expect((await states()).get(body.id)?.state).toBe('proposed');
    const still = await work.run(actor, async (tx) => {
      const [held] = await runs.hold(tx, [demandId]);
      return held ? runs.still(held, thought) : [];
    });
    expect(thought.found.map(({ achievementId }) => achievementId)).not.toContain(body.id);
    expect(still.map(({ achievementId }) => achievementId)).toContain(body.id);
  });

  it('lets go of those that left the market, and of none else', async () => {
    const before = await states();
    const leaving = [...before].filter(([, { state }]) => state === 'proposed').slice(0, 2);
    for (const [id] of leaving) await university.post(`/v1/achievements/${id}/withdrawal`).expect(201);
    await eventually(async () => {
      const now = await states();
      return leaving.every(([id]) => now.get(id)?.state === 'superseded') ? true : null;
    }, 20);
    const after = await states();
    for (const [id, { state }] of before)
      if (!leaving.some(([gone]) => gone === id) && state === 'proposed') expect(after.get(id)?.state).toBe('proposed');
  });
});
