import { v7 as uuid } from 'uuid';
import { kindFacets, searchKinds, settledKinds, type SearchKind } from '#application/search/search.kinds.js';
import { SearchUpkeep } from '#application/search/search.upkeep.js';
import { systemActor } from '#domain/shared/actor.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

interface Facet {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** On a machine that is busy otherwise. */
const seconds = 90;
jest.setTimeout(240_000);

/** People are found by their consent alone, and good cases while they are public; in step with both by the outbox. */
describe('检索技术经纪人、专家与优秀案例', () => {
  let market: TestMarket;
  let professor: Caller;
  let buyer: Caller;
  let manager: Caller;
  let broker: Caller;
  let reviewer: Caller;
  const system = systemActor('test', 'search');

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    professor = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    buyer = await market.member({ roles: ['enterprise'] });
    manager = await market.member({ roles: ['agencyManager'], organizationKind: 'transferAgency' });
    broker = await market.member({ roles: ['broker'], organizationId: manager.identity.organizationId });
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  const find = async (kind: SearchKind, q: string) =>
    (
      await market.anonymous
        .get(`/v1/search?${new URLSearchParams({ kind, ...(q !== '' && { q }) }).toString()}`)
        .expect(200)
    ).body;
  const found = (kind: SearchKind, q: string) =>
    eventually(async () => {
      const answer = await find(kind, q);
      return answer.items.length > 0 ? answer : null;
    }, seconds);
  const gone = (kind: SearchKind, q: string) =>
    eventually(async () => ((await find(kind, q)).total === 0 ? true : null), seconds);
  const counts = (answer: { facets: readonly Facet[] }, name: string) =>
    Object.fromEntries(
      answer.facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
    );
  const upkeep = (): SearchUpkeep => {
    if (!market.worker) throw new Error('no worker');
    return market.worker.get(SearchUpkeep, { strict: false });
  };
  const differences = async () =>
    (await upkeep().check(system))
      .filter(({ kind }) => (settledKinds as readonly SearchKind[]).includes(kind)) // units of a test enter by the back door
      .flatMap(({ missing, foreign, outdated }) => [...missing, ...foreign, ...outdated]);

  describe('an expert', () => {
    const profile = { name: '甲教授', fields: ['畜牧', '饲料'], introduction: '做羔羊营养与早期断奶。' };
    const mine = '/v1/me/expert-profile';
    let id: string;

    it('is found by nobody who was not allowed to, though the market may name him to those with a need', async () => {
      const { body } = await professor.put(mine, profile).expect(200);
      expect(body.publicSearch).toBe(false);
      await upkeep().settle(system);
      expect((await find('experts', '羔羊营养')).total).toBe(0);
      const { rows } = await market.database.owner.query(`SELECT id FROM expert_profile`);
      id = rows[0].id;
      await market.anonymous.get(`/v1/experts/${id}`).expect(404);
    });

    it('is found by what he does, his field and county, in his own words, once he agreed', async () => {
      await professor.put(mine, { ...profile, publicSearch: true }).expect(200);
      const answer = await found('experts', '羔羊营养');
      const { organizationId, personId } = professor.identity;
      expect(answer.items).toMatchObject([
        {
          id,
          kind: 'experts',
          title: '甲教授',
          organizationId,
          summary: profile.introduction,
          publishedAt: expect.any(String),
        },
      ]);
      expect(counts(answer, 'field')).toEqual({ 畜牧: 1, 饲料: 1 });
      expect(counts(answer, 'institutionKind')).toEqual({ university: 1 });
      const shown = (await market.anonymous.get(answer.items[0].path).expect(200)).body;
      expect(shown).toMatchObject({ ...profile, organizationId });
      expect(JSON.stringify([answer, shown])).not.toContain(personId);
      expect(await differences()).toEqual([]);
    });

    it('is hidden at once while his account is disabled, and by the index soon', async () => {
      const security = await market.member({ roles: ['securityAdmin'], organizationKind: 'cityBureau' });
      const reason = { reason: '账号疑似被盗用' };
      await security.post(`/v1/people/${professor.identity.personId}/disablement`, reason).expect(201);
      expect((await find('experts', '羔羊营养')).items).toEqual([]);
      await market.anonymous.get(`/v1/experts/${id}`).expect(404);
      await gone('experts', '羔羊营养');
      await security.post(`/v1/people/${professor.identity.personId}/enablement`, reason).expect(201);
      await found('experts', '羔羊营养');
    });

    it('is forgotten when he takes the consent back, words and all', async () => {
      await market.database.owner.query(`UPDATE session SET revoked_at = NULL WHERE person_id = $1`, [
        professor.identity.personId,
      ]);
      await professor.put(mine, profile).expect(200);
      expect((await find('experts', '羔羊营养')).items).toEqual([]);
      await gone('experts', '羔羊营养');
      const { rows } = await market.database.owner.query(
        `SELECT title, body FROM search_document WHERE index_name = 'experts'`,
      );
      expect(rows).toEqual([{ title: '', body: '' }]);
    });
  });

  describe('a broker', () => {
    const id = uuid();
    const path = `/v1/broker-recognitions/${id}`;
    const rule = (decision: string) =>
      reviewer.post(`${path}/ruling`, { decision, reason: '投诉调查期间' }).expect(201);
    const consent = (publicConsent: boolean) =>
      broker.post(`${path}/consent`, { publicConsent, creditConsent: false }).expect(201);

    it('is found by name, grade and agency from the public register, once he agreed to stand in it', async () => {
      await market.database.owner.query(
        `INSERT INTO broker_recognition (id, person_id, person_name, organization_id, kind, grade, state, certificate_number,
           certificate_issuer, certificate_issued_on, statement, public_consent, credit_consent, recognition_number, valid_from,
           valid_until, created_at, updated_at)
         VALUES ($1, $2, '示例经纪人丙', $3, 'first', 'intermediate', 'recognized', '甘技培2026-0101', '示例基地', '2026-05-20',
           '从事农业技术转移三年。', false, false, 'QYJJ-2026-0001', '2026-11-20', '2029-11-19', now(), now())`,
        [id, broker.identity.personId, broker.identity.organizationId],
      );
      await upkeep().settle(system);
      expect((await find('brokers', '示例经纪人丙')).total).toBe(0);
      await consent(true);
      const asked = (await broker.post('/v1/broker-affiliations').expect(201)).body;
      await manager.post(`/v1/broker-affiliations/${asked.id}/confirmation`).expect(201);
      const answer = await eventually(async () => {
        const body = await find('brokers', '中级技术经纪人');
        return body.items[0]?.organizationId ? body : null;
      }, seconds);
      expect(answer.items).toMatchObject([
        { id, kind: 'brokers', title: '示例经纪人丙', organizationId: manager.identity.organizationId },
      ]);
      expect(answer.items[0].summary).toContain('执业机构：');
      await eventually(async () =>
        counts(await find('brokers', ''), 'institutionKind')['transferAgency'] === 1 ? true : null,
      );
      expect(counts(await find('brokers', ''), 'year')).toEqual({ 2026: 1 });
      await market.anonymous.get(answer.items[0].path).expect(200);
      expect(JSON.stringify(answer)).not.toContain(broker.identity.personId);
      expect(await differences()).toEqual([]);
    });

    it('leaves while suspended, comes back, and leaves when he takes his consent back', async () => {
      await rule('suspend');
      expect((await find('brokers', '示例经纪人丙')).items).toEqual([]);
      await gone('brokers', '示例经纪人丙');
      await rule('restore');
      await found('brokers', '示例经纪人丙');
      await consent(false);
      expect((await find('brokers', '示例经纪人丙')).items).toEqual([]);
      await gone('brokers', '示例经纪人丙');
      await consent(true);
      await found('brokers', '示例经纪人丙');
    });

    it('leaves with the day that ends his term', async () => {
      const now = market.clock.now();
      market.clock.moveTo(new Date('2029-11-20T02:00:00Z'));
      expect((await find('brokers', '示例经纪人丙')).items).toEqual([]);
      await upkeep().settle(system);
      expect((await find('brokers', '示例经纪人丙')).total).toBe(0);
      market.clock.moveTo(now);
      await upkeep().settle(system);
      expect((await find('brokers', '示例经纪人丙')).total).toBe(1);
    });
  });

  describe('a good case', () => {
    const text = {
      title: '一项代乳料技术让环县羔羊成活率提高',
      story: '企业提出需求后两周内完成撮合，半年后签订合同。',
      effect: '成活率由 88% 提高到 96%。',
    };

    it('is found while it is public, by its story and its parties, and not a moment longer', async () => {
      const contractId = await effectiveContract(market.database, {
        seller: professor.identity,
        buyer: buyer.identity,
      });
      const registrar = await market.member({
        roles: ['registrar'],
        organizationKind: 'cityBureau',
        countyCode: '621000',
      });
      const landing = { countyCode: '621022', evidence: [] };
      const filed = await professor.post('/v1/contract-registrations', { contractId, landing }).expect(201);
      const registration = `/v1/contract-registrations/${filed.body.id}`;
      await registrar.post(`${registration}/acceptance`, {}).expect(201);
      await registrar.post(`${registration}/examination`, {}).expect(201);
      const decision = { verifiedTechnologyValueYuan: '1200000.00', type: 'development' };
      await registrar.post(`${registration}/determination`, decision).expect(201);
      const { body } = await professor.post('/v1/case-studies', { ...text, contractId }).expect(201);
      const path = `/v1/case-studies/${body.id}`;
      const { textHash } = (await professor.post(`${path}/submission`, text).expect(201)).body;
      for (const party of [buyer, professor]) await party.post(`${path}/consent`, { textHash }).expect(201);
      expect((await find('cases', '代乳料')).total).toBe(0);
      await reviewer.post(`${path}/secrecy-check`, { outcome: 'publish', note: '未见秘密' }).expect(201);
      const answer = await found('cases', '成活率');
      expect(answer.items).toMatchObject([{ id: body.id, kind: 'cases', title: text.title }]);
      expect(counts(answer, 'institutionKind')).toMatchObject({ university: 1 });
      expect(counts(answer, 'year')).toEqual({ 2026: 1 });
      await market.anonymous.get(answer.items[0].path).expect(200);
      expect(JSON.stringify(answer)).not.toContain(contractId);
      expect(await differences()).toEqual([]);
      await buyer.post(`${path}/withdrawal`, { reason: '收回同意' }).expect(201);
      expect((await find('cases', '成活率')).items).toEqual([]);
      await gone('cases', '成活率');
    });
  });

  it('what was public before its index was made comes in by itself; a rebuild holds the same', async () => {
    await market.database.owner.query(`DELETE FROM search_document WHERE index_name = 'brokers'`);
    expect(await differences()).toHaveLength(1);
    await upkeep().settle(system);
    expect(await differences()).toEqual([]);
    const reports = await upkeep().rebuild(system, () => undefined);
    expect(reports.map(({ index }) => index)).toEqual([...searchKinds]);
    expect(reports.find(({ index }) => index === 'brokers')).toMatchObject({
      count: 1,
      added: [],
      changed: 0,
      removed: 0,
    });
  });

  it.each(searchKinds)('%s: has the facets that fit it, and suggests', async (kind) => {
    const { facets } = (await market.anonymous.get(`/v1/search?kind=${kind}`).expect(200)).body;
    expect(facets.map(({ name }: Facet) => name)).toEqual(kindFacets[kind]);
    await market.anonymous.get(`/v1/search/suggestions?kind=${kind}&q=shili`).expect(200);
  });
});
