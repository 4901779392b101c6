import { patentCheckCharacter } from '#domain/identifiers/patent-number.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import { layOn, pledgeTo } from '../support/rights.js';

/** An institute registers its patents, and the market lets it offer only what the law lets it offer. */
describe('专利', () => {
  let market: TestMarket;
  let institute: Caller;
  let buyer: Caller;
  let serial = 0;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    institute = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    buyer = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());

  const numberOf = (year: number, kind: 1 | 2 | 3): string => {
    serial += 1;
    const digits = `${year}${kind}${String(serial).padStart(7, '0')}`;
    return `ZL${digits}.${patentCheckCharacter(digits)}`;
  };

  const patentOn = async (achievementId: string | undefined, patent: object) =>
    (
      await institute
        .post('/v1/patents', { title: '一种代乳料', state: 'granted', achievementId, ...patent })
        .expect(201)
    ).body;

  const listed = async (transferMode = 'transfer') => {
    const { body } = await institute
      .post('/v1/achievements', {
        title: '代乳料配方',
        summary: '成活率由 88% 提高到 96%。',
        inventors: [{ name: '甲', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    await institute.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    const listing = await institute
      .post('/v1/listings', { achievementId: body.id, pricingMethod: 'negotiated', transferMode, priceYuan: '9' })
      .expect(201);
    return {
      achievementId: body.id as string,
      publication: `/v1/listings/${listing.body.id}/publication`,
      id: listing.body.id as string,
    };
  };

  it.each([
    ['an invention', 1, '2017-07-21', '2037-07-20'],
    ['a utility model', 2, '2017-07-21', '2027-07-20'],
    ['a design filed before 2021-06-01', 3, '2021-05-31', '2031-05-30'],
    ['a design filed since', 3, '2021-06-01', '2036-05-31'],
  ] as const)('counts the term of %s by the law of its filing date', async (_name, kind, filedOn, expiresOn) => {
    const patent = await patentOn(undefined, { number: numberOf(Number(filedOn.slice(0, 4)), kind), filedOn });
    expect(patent).toMatchObject({ expiresOn, state: 'granted' });
  });

  it.each([
    ['a wrong check digit', { number: 'ZL201710601862.4', filedOn: '2017-07-21' }, 'patentNumber.checkDigit'],
    ['a publication number', { number: 'CN107000000A', filedOn: '2017-07-21' }, 'patentNumber.malformed'],
    ['another year', { number: 'ZL201710601862.3', filedOn: '2018-07-21' }, 'patent.filingYear'],
    ['a filing date to come', { number: 'ZL201710601862.3', filedOn: '2030-01-01' }, 'patent.filingDay'],
    [
      'a shorter term',
      { number: 'ZL201710601862.3', filedOn: '2017-07-21', expiresOn: '2030-01-01' },
      'patent.termShorter',
    ],
    [
      'a longer term of a utility model',
      { number: 'ZL201720000001.5', filedOn: '2017-07-21', expiresOn: '2030-01-01' },
      'patent.notCompensable',
    ],
    [
      'a term longer than any compensation',
      { number: 'ZL201710601862.3', filedOn: '2017-07-21', expiresOn: '9999-12-31' },
      'patent.notCompensable',
    ],
    [
      'a publication number of another kind',
      { number: 'ZL201710601862.3', filedOn: '2017-07-21', publicationNumber: 'CN207000000U' },
      'publicationNumber.malformed',
    ],
    [
      'a grant before the filing',
      { number: 'ZL201710601862.3', filedOn: '2017-07-21', grantedOn: '2017-07-20' },
      'patent.filingDay',
    ],
  ])('refuses %s', async (_name, patent, code) => {
    const { body } = await institute
      .post('/v1/patents', { title: '一种代乳料', state: 'granted', ...patent })
      .expect(422);
    expect(body.code).toBe(code);
  });

  it('guards listings: pledged without consent, invalid, expired, exclusively licensed', async () => {
    const { achievementId, publication, id } = await listed();
    const patent = await patentOn(achievementId, { number: numberOf(2017, 1), filedOn: '2017-07-21' });
    const path = `/v1/patents/${patent.id}`;
    const bank = await market.member({ roles: ['enterprise'] });
    const pledge = await layOn(institute, patent.id, pledgeTo(bank));
    expect((await institute.post(publication).expect(422)).body).toMatchObject({
      code: 'right.pledged',
      article: '民法典第四百四十四条',
    });
    await bank.post(`/v1/right-overlays/${pledge}/consents`, { acts: ['transfer'], basis: '同意函' }).expect(201);
    expect((await institute.post(publication).expect(201)).body.state).toBe('underNotice');

    market.clock.moveTo(new Date('2026-12-09T02:00:00Z'));
    await eventually(async () =>
      (await market.anonymous.get(`/v1/listings/${id}`)).body.state === 'listed' ? true : null,
    );
    await buyer.get(`/v1/listings/${id}/signability`).expect(200);
    await institute
      .post(`${path}/legal-events`, { event: 'invalidate', reason: '无效宣告请求审查决定（示例）' })
      .expect(201);
    expect((await buyer.get(`/v1/listings/${id}/signability`).expect(422)).body).toMatchObject({
      code: 'right.ended',
      detail: expect.stringContaining('invalid'),
    });
    market.clock.moveTo(new Date('2026-11-23T02:00:00Z'));

    const licence = await listed('licence');
    const exclusive = await patentOn(licence.achievementId, { number: numberOf(2019, 2), filedOn: '2019-03-01' });
    await layOn(institute, exclusive.id, { kind: 'licence', manner: 'exclusive', holderName: '示例被许可人' });
    expect((await institute.post(licence.publication).expect(422)).body.code).toBe('right.licensedExclusively');

    const old = await listed();
    await patentOn(old.achievementId, { number: numberOf(2015, 2), filedOn: '2015-03-01' });
    expect((await institute.post(old.publication).expect(422)).body.code).toBe('right.ended');
  });

  it('expires by the clock, and belongs to its owner alone', async () => {
    const patent = await patentOn(undefined, { number: numberOf(2016, 2), filedOn: '2016-11-24' });
    expect(patent.expiresOn).toBe('2026-11-23');
    const path = `/v1/patents/${patent.id}`;
    await buyer.get(path).expect(404);
    await buyer.patch(path, 1, { publicationNumber: null }).expect(404);
    await buyer.post(`${path}/legal-events`, { event: 'surrender', reason: '放弃声明' }).expect(404);
    await market.anonymous.get(path).expect(401);
    market.clock.moveTo(new Date('2026-11-23T16:00:00Z'));
    await eventually(async () => ((await institute.get(path)).body.state === 'expired' ? true : null));
    const taken = await institute
      .post('/v1/patents', { number: patent.number, title: '重复', state: 'granted', filedOn: '2016-11-24' })
      .expect(409);
    expect(taken.body.code).toBe('patent.numberTaken');
    market.clock.moveTo(new Date('2026-11-23T02:00:00Z'));
  });
});
