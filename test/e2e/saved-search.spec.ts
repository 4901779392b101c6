import { systemActor } from '#domain/shared/actor.js';
import { SavedSearchService } from '#application/saved-search/saved-search.service.js';
import type { Caller } from '../support/caller.js';
import { eventually, newKey, startMarket, type TestMarket } from '../support/market.js';

/** A person keeps a search and is told of what comes new, once. */
describe('已存检索', () => {
  let market: TestMarket;
  let person: Caller;
  let university: Caller;

  const publish = async (title: string, summary: string): Promise<string> => {
    const { body } = await university
      .post('/v1/achievements', { title, summary, inventors: [{ name: '示例完成人', shareBasisPoints: 10000 }] })
      .expect(201);
    await university.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await university.post(`/v1/achievements/${body.id}/publication`).expect(201);
    return body.id;
  };
  const alertsOf = async (caller: Caller, query = '') =>
    (await caller.get(`/v1/search-alerts${query}`).expect(200)).body.items;
  const search = { name: '羔羊断奶', q: '羔羊 早期断奶', kind: 'achievements' };

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    person = await market.member({ roles: ['enterprise'] });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
  });
  afterAll(() => market.close());

  it('tells of what is new, not of what was there, once, and marks what was read', async () => {
    const old = await publish('羔羊早期断奶饲养技术', '羔羊早期断奶的饲养管理办法。');
    await eventually(async () => {
      const { body } = await person.get(`/v1/search?q=${encodeURIComponent('羔羊 早期断奶')}`).expect(200);
      return body.items.find(({ id }: { id: string }) => id === old);
    });
    await person.post('/v1/saved-searches', search).expect(201);
    const fresh = await publish('羔羊早期断奶代乳粉', '羔羊早期断奶专用代乳粉配方。');
    await publish('煤矿巷道锚网支护', '软岩巷道围岩控制与锚网支护参数。');
    const [alert] = await eventually(async () => {
      const items = await alertsOf(person);
      return items.length > 0 ? items : null;
    }, 20);
    expect(alert).toMatchObject({
      subjectId: fresh,
      title: '羔羊早期断奶代乳粉',
      savedSearchName: '羔羊断奶',
      readAt: null,
    });

    const worker = market.worker?.get(SavedSearchService, { strict: false });
    await worker?.lookAll(systemActor('test', 'again'));
    await worker?.lookAll(systemActor('test', 'again'));
    expect(await alertsOf(person)).toHaveLength(1);

    const [saved] = (await person.get('/v1/saved-searches').expect(200)).body.items;
    expect(saved.unread).toBe(1);
    const read = await person.post(`/v1/search-alerts/${alert.id}/reading`).expect(201);
    expect(read.body.readAt).not.toBeNull();
    expect(await alertsOf(person, '?unread=yes')).toEqual([]);
    expect(await alertsOf(person)).toHaveLength(1);
  });

  it('tells of everything that is new, however much comes at once, and of nothing that was there', async () => {
    const wide = { name: '苹果', q: '苹果 矮砧', kind: 'achievements' };
    const early = await market.member({ roles: ['enterprise'] });
    const late = await market.member({ roles: ['enterprise'] });
    const told = async (caller: Caller): Promise<number> => {
      const { rows } = await market.database.owner.query(
        `SELECT count(*)::int AS n FROM search_alert WHERE person_id = $1`,
        [caller.identity.personId],
      );
      return rows[0].n;
    };
    await early.post('/v1/saved-searches', wide).expect(201);
    const rows = Array.from({ length: 130 }, (_, at) => `P-${at},苹果矮砧密植栽培技术第${at}号,苹果矮砧集约栽培`);
    await university
      .post('/v1/imports?kind=achievements&publish=true', undefined, newKey())
      .set('Content-Type', 'text/csv')
      .send(['编号,成果名称,摘要', ...rows].join('\n'))
      .expect(202);
    await eventually(async () => ((await told(early)) >= 130 ? true : null), 30);

    // Saved when they all stand there: a change of theirs is nothing new.
    await late.post('/v1/saved-searches', wide).expect(201);
    await market.database.owner.query(`UPDATE search_document SET changed_at = clock_timestamp()`);
    const worker = market.worker?.get(SavedSearchService, { strict: false });
    await worker?.lookAll(systemActor('test', 'again'));
    expect([await told(early), await told(late)]).toEqual([130, 0]);
  });

  it('belongs to the person alone, also within one organization', async () => {
    const { body } = await person.post('/v1/saved-searches', { ...search, county: '621022' }).expect(201);
    expect(body.filters).toEqual([{ name: 'county', value: '621022' }]);
    const colleague = await market.member({
      roles: ['enterprise'],
      organizationId: person.identity.organizationId,
    });
    expect((await colleague.get('/v1/saved-searches').expect(200)).body.items).toEqual([]);
    expect(await alertsOf(colleague)).toEqual([]);
    await colleague.delete(`/v1/saved-searches/${body.id}`).expect(404);
    const [alert] = await alertsOf(person);
    await colleague.post(`/v1/search-alerts/${alert.id}/reading`).expect(404);
    await person.delete(`/v1/saved-searches/${body.id}`).expect(204);
    await person.delete(`/v1/saved-searches/${body.id}`).expect(404);
    await market.anonymous.get('/v1/saved-searches').expect(401);
  });

  it('has a limit, also for many at once, and takes no filter that a search does not know', async () => {
    const eager = await market.member({ roles: ['enterprise'] });
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) => eager.post('/v1/saved-searches', { ...search, name: `第${at}条` })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('savedSearch.tooMany');
    await eager.post('/v1/saved-searches', { ...search, colour: 'red' }).expect(400);
  });
});
