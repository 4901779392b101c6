import { ListingService } from '#application/listing/listing.service.js';
import { PublicNoticeService } from '#application/public-notice/public-notice.service.js';
import { systemActor, type PersonActor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** A university of 庆阳 discloses, registers and lists an achievement at a negotiated price. */
describe('挂牌与公示', () => {
  let market: TestMarket;
  let university: Caller;
  let buyer: Caller;
  let serial = 0;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
    university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    buyer = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());
  beforeEach(() => market.clock.moveTo(new Date('2026-11-23T02:00:00Z')));

  const disclose = async (owner = university): Promise<string> => {
    serial += 1;
    const { body } = await owner
      .post('/v1/achievements', {
        title: `羔羊代乳料配方 ${serial}`,
        summary: '以本地饲草与乳清粉配制的代乳料，35 日龄断奶成活率由 88% 提高到 96%。',
        inventors: [{ name: '示例完成人甲', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    await owner.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    return body.id;
  };

  const offer = async (owner = university, terms: object = {}) => {
    const achievementId = await disclose(owner);
    const { body } = await owner
      .post('/v1/listings', {
        achievementId,
        pricingMethod: 'negotiated',
        transferMode: 'transfer',
        priceYuan: '1200000.00',
        ...terms,
      })
      .expect(201);
    return { id: body.id as string, path: `/v1/listings/${body.id}`, achievementId };
  };

  const underNotice = async () => {
    const listing = await offer();
    const { body } = await university.post(`${listing.path}/publication`).expect(201);
    expect(body.state).toBe('underNotice');
    return { ...listing, noticeId: body.noticeId as string, notice: `/v1/public-notices/${body.noticeId}` };
  };

  const stateOf = async (path: string): Promise<string> => (await market.anonymous.get(path).expect(200)).body.state;
  const inState = (path: string, state: string) =>
    eventually(async () => ((await stateOf(path)) === state ? state : null), 8);

  it('cannot be signed for 15 days, and can on the day after the last, when the worker has ended the notice', async () => {
    const { path, notice } = await underNotice();
    const posted = await market.anonymous.get(notice).expect(200);
    expect(posted.body).toMatchObject({ state: 'running', postedOn: '2026-11-23', days: 15, lastDay: '2026-12-08' });
    expect(posted.body.items).toEqual(
      expect.arrayContaining([
        { label: '成果名称', value: expect.stringContaining('羔羊代乳料配方') },
        { label: '拟交易价格', value: '1200000.00 元' },
      ]),
    );
    expect(posted.body.objectionProcedure).toContain('2026-12-08');
    const refused = await buyer.get(`${path}/signability`).expect(409);
    expect(refused.body).toMatchObject({
      code: 'publicNotice.stillRunning',
      detail: expect.stringContaining('2026-12-08'),
      article: expect.stringContaining('第十八条'),
    });

    market.clock.moveTo(new Date('2026-12-08T15:59:59Z')); // one second before midnight in Beijing
    await buyer.get(`${path}/signability`).expect(409);
    expect(await stateOf(path)).toBe('underNotice');
    market.clock.moveTo(new Date('2026-12-08T16:00:00Z'));
    await inState(path, 'listed');
    expect(await stateOf(notice)).toBe('ended');
    expect((await buyer.get(`${path}/signability`).expect(200)).body.signable).toBe(true);
  });

  it('is suspended by an objection, and goes on only when it is dismissed with a reason', async () => {
    const { path, notice } = await underNotice();
    const reason = '该成果系与我单位合作完成，权属尚未约定。';
    const objection = await buyer.post(`${notice}/objections`, { reason }).expect(201);
    expect(await stateOf(path)).toBe('suspended');
    expect((await buyer.post(`${notice}/objections`, { reason }).expect(409)).body.code).toBe(
      'publicNotice.objectionTwice',
    );
    market.clock.moveTo(new Date('2026-12-09T02:00:00Z'));
    expect((await buyer.get(`${path}/signability`).expect(409)).body.code).toBe('publicNotice.objectionOpen');

    const decision = `${notice}/objections/${objection.body.id}/decision`;
    const verdict = { decision: 'dismiss', reason: '经核对合作协议，成果归公示单位所有。' };
    await buyer.post(decision, verdict).expect(404); // the objector does not decide
    const stranger = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    await stranger.post(decision, verdict).expect(404);
    expect((await stranger.get(`${notice}/objections`).expect(200)).body.items).toEqual([]);
    expect((await university.get(`${notice}/objections`).expect(200)).body.items).toHaveLength(1);
    const decided = await university.post(decision, verdict).expect(201);
    expect(decided.body).toMatchObject({ state: 'dismissed', decisionReason: verdict.reason });
    await university.post(decision, verdict).expect(409);
    await inState(path, 'listed');
    await buyer.get(`${path}/signability`).expect(200);
    expect((await buyer.post(`${notice}/objections`, { reason }).expect(409)).body.code).toBe('publicNotice.over');
  });

  it('stops for good when the bureau upholds one of two objections', async () => {
    const { path, notice } = await underNotice();
    const reason = '完成人名单遗漏，请核实。';
    const first = await buyer.post(`${notice}/objections`, { reason }).expect(201);
    const second = await (
      await market.member({ roles: ['enterprise'] })
    )
      .post(`${notice}/objections`, { reason })
      .expect(201);
    const reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    const decide = (id: string, decision: string) =>
      reviewer.post(`${notice}/objections/${id}/decision`, { decision, reason: '经调查核实。' }).expect(201);
    await decide(first.body.id, 'dismiss');
    expect(await stateOf(path)).toBe('suspended'); // the other one is still open
    await decide(second.body.id, 'uphold');
    expect([await stateOf(path), await stateOf(notice)]).toEqual(['stopped', 'stopped']);
    market.clock.moveTo(new Date('2026-12-20T02:00:00Z'));
    expect((await buyer.get(`${path}/signability`).expect(409)).body.code).toBe('publicNotice.stopped');
  });

  it('has nobody decide over an objection who is related to who objects, or from outside to who posted it', async () => {
    const { notice } = await underNotice();
    const { body } = await buyer.post(`${notice}/objections`, { reason: '权属尚未约定，请核实。' }).expect(201);
    const decision = `${notice}/objections/${body.id}/decision`;
    const verdict = { decision: 'dismiss', reason: '经核对，成果归公示单位所有。' };
    const office = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    const officeId = office.identity.organizationId;
    const clerk = await market.member({ roles: ['registrar'], organizationId: officeId });
    const relate = async (who: Caller, toKind: string, toId: string, kind: string): Promise<string> => {
      const relation = { fromKind: 'person', fromId: who.identity.personId, toKind, toId, kind, note: '申报' };
      return (await clerk.post('/v1/relations', relation).expect(201)).body.id;
    };
    const seller = university.identity.organizationId;
    for (const [toKind, toId, kind] of [
      ['organization', buyer.identity.organizationId, 'shareholder'],
      ['person', buyer.identity.personId, 'relative'],
      ['organization', seller, 'adviser'],
    ] as const) {
      const id = await relate(office, toKind, toId, kind);
      const refused = await office.post(decision, verdict).expect(403);
      expect(refused.body).toMatchObject({
        code: 'publicNotice.conflict',
        detail: expect.stringContaining('利害关系'),
      });
      await clerk.post(`/v1/relations/${id}/end`).expect(204);
    }
    // Within the unit: a colleague who holds shares of who objects stays away, another colleague decides.
    const colleague = await market.member({ roles: ['researchUnit'], organizationId: seller });
    await relate(colleague, 'organization', buyer.identity.organizationId, 'shareholder');
    expect((await colleague.post(decision, verdict).expect(403)).body.code).toBe('publicNotice.conflict');
    const { body: decided } = await university.post(decision, verdict).expect(201);
    expect(decided.state).toBe('dismissed');
  });

  it('takes many objections at once as one suspension, journaled once', async () => {
    const { id, path, notice } = await underNotice();
    market.clock.moveTo(new Date('2026-12-08T15:00:00Z'));
    await Promise.all(
      Array.from({ length: 4 }, async () =>
        (await market.member({ roles: ['enterprise'] })).post(`${notice}/objections`, { reason: '权属尚有争议。' }),
      ),
    );
    market.clock.moveTo(new Date('2026-12-09T02:00:00Z'));
    await buyer.get(`${path}/signability`).expect(409);
    const { rows } = await market.database.owner.query(
      `SELECT event, to_state FROM transition WHERE subject_id = $1 ORDER BY at, id`,
      [id],
    );
    expect(rows.map((row: { to_state: string }) => row.to_state)).toEqual(['draft', 'underNotice', 'suspended']);
  });

  it('tells a public institution what art. 18 wants, and what the market cannot do yet', async () => {
    const without = await offer(university, { pricingMethod: undefined });
    expect((await university.post(`${without.path}/publication`).expect(422)).body).toMatchObject({
      code: 'listing.pricingMethodMissing',
      article: '促进科技成果转化法第十八条',
    });
    const noPrice = await offer(university, { priceYuan: undefined });
    expect((await university.post(`${noPrice.path}/publication`).expect(422)).body.code).toBe('listing.priceMissing');
    const auction = await offer(university, { pricingMethod: 'auction' });
    expect((await university.post(`${auction.path}/publication`).expect(422)).body.code).toBe('listing.methodNotOpen');
    await university.patch(auction.path, 1, { pricingMethod: 'negotiated', noticeDays: 3 }).expect(200);
    const out = await university.post(`${auction.path}/publication`).expect(201);
    expect(out.body).toMatchObject({ state: 'underNotice', noticeDays: 15 }); // never less than the law's days
    expect((await university.patch(auction.path, 3, { priceYuan: '1.00' }).expect(409)).body.code).toBe(
      'listing.posted',
    );
  });

  it('posts a longer notice, and says why, when it runs into a year whose holidays are unknown', async () => {
    const { path } = await offer();
    market.clock.moveTo(new Date('2026-12-20T02:00:00Z'));
    const { body } = await university.post(`${path}/publication`).expect(201);
    const notice = await market.anonymous.get(`/v1/public-notices/${body.noticeId}`).expect(200);
    // 2027-01-04 is the 15th day, and a Monday that could be given off for 元旦.
    expect(notice.body).toMatchObject({ postedOn: '2026-12-20', days: 15, lastDay: '2027-01-05', provisional: true });
    expect(notice.body.lastDayNote).toContain('放假安排尚未公布');
    expect(notice.body.objectionProcedure).toContain('从宽计算');
    market.clock.moveTo(new Date('2027-01-05T15:59:59Z'));
    expect((await buyer.get(`${path}/signability`).expect(409)).body.code).toBe('publicNotice.stillRunning');
    market.clock.moveTo(new Date('2027-01-05T16:00:00Z'));
    await buyer.get(`${path}/signability`).expect(200);
  });

  it('leaves the market with its achievement: drafts, open listings and their notices', async () => {
    const { path, notice, achievementId } = await underNotice();
    const licence = { achievementId, pricingMethod: 'negotiated', transferMode: 'licence', priceYuan: '1' };
    const draft = (await university.post('/v1/listings', licence).expect(201)).body.id as string;
    await buyer.post(`${notice}/objections`, { reason: '权属尚有争议。' }).expect(201);
    const stranger = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    await stranger.post(`/v1/achievements/${achievementId}/withdrawal`).expect(404);
    expect(await stateOf(path)).toBe('suspended'); // a stranger's attempt left everything as it was
    await university.post(`/v1/achievements/${achievementId}/withdrawal`).expect(201);
    expect(await stateOf(notice)).toBe('cancelled');
    for (const listing of [path, `/v1/listings/${draft}`]) {
      await market.anonymous.get(listing).expect(404);
      expect((await university.get(listing).expect(200)).body.state).toBe('withdrawn');
    }
    await university.post(`/v1/listings/${draft}/publication`).expect(409);
    const { rows } = await market.database.owner.query(`SELECT state FROM objection WHERE notice_id = $1`, [
      notice.split('/').at(-1),
    ]);
    expect(rows).toEqual([{ state: 'dismissed' }]);
  });

  it('takes nothing back when the achievement cannot be withdrawn, and leaves no offer when both come at once', async () => {
    const sold = await underNotice();
    await university.post(`/v1/achievements/${sold.achievementId}/withdrawal`).expect(201);
    const again = await university.post(`/v1/achievements/${sold.achievementId}/withdrawal`).expect(409);
    expect(again.body.code).toBe('state.notAllowed');
    const races = await Promise.all([offer(), offer(), offer(), offer()]);
    await Promise.all(
      races.flatMap(({ path, achievementId }) => [
        university.post(`${path}/publication`).then((answer) => expect([201, 409, 422]).toContain(answer.status)),
        university.post(`/v1/achievements/${achievementId}/withdrawal`).expect(201),
      ]),
    );
    for (const { path } of races) expect((await university.get(path).expect(200)).body.state).toBe('withdrawn');
  });

  it('needs no notice from an enterprise, and expires after its last day', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const { path } = await offer(enterprise, { pricingMethod: undefined, validUntil: '2026-11-30' });
    const listed = await enterprise.post(`${path}/publication`).expect(201);
    expect(listed.body).toMatchObject({ state: 'listed', noticeId: null });
    await buyer.get(`${path}/signability`).expect(200);
    market.clock.moveTo(new Date('2026-11-30T16:00:00Z'));
    await inState(path, 'expired');
    expect((await buyer.get(`${path}/signability`).expect(409)).body.code).toBe('listing.notOpen');
  });

  it('offers an achievement once when it changes hands, and withdraws with its notice', async () => {
    const { path, notice, achievementId } = await underNotice();
    const second = await university
      .post('/v1/listings', {
        achievementId,
        pricingMethod: 'negotiated',
        transferMode: 'equityContribution',
        priceYuan: '1',
      })
      .expect(201);
    expect((await university.post(`/v1/listings/${second.body.id}/publication`).expect(409)).body.code).toBe(
      'listing.alreadyOffered',
    );
    await buyer.post(`${notice}/objections`, { reason: '权属尚有争议。' }).expect(201);
    await university.post(`${path}/withdrawal`).expect(201);
    expect(await stateOf(notice)).toBe('cancelled');
    await market.anonymous.get(path).expect(404);
    await university.post(`/v1/listings/${second.body.id}/publication`).expect(201);
  });

  it('is sold by the buyer’s signature once, and the achievement leaves the market with it', async () => {
    const { id, path, achievementId } = await underNotice();
    await university.post(`/v1/achievements/${achievementId}/publication`).expect(201);
    const actor: PersonActor = {
      kind: 'person',
      ...buyer.identity,
      roles: ['enterprise'],
      countyCode: '621022',
      via: 'session',
      scopes: null,
      origin: { requestId: 'test', address: '' },
    };
    const sell = () => market.api.get(UnitOfWork).run(actor, (tx) => market.api.get(ListingService).markSold(tx, id));
    expect(await sell()).toMatchObject({ refusal: { code: 'publicNotice.stillRunning' } });
    market.clock.moveTo(new Date('2026-12-09T02:00:00Z')); // whether the worker has been there or not
    const sold = await Promise.all([sell(), sell(), sell()]);
    expect(sold.filter((result) => result.ok)).toHaveLength(1);
    expect(await stateOf(path)).toBe('sold');
    await market.anonymous.get(`/v1/achievements/${achievementId}`).expect(404);
  });

  it('is ended once, however many workers come', async () => {
    const notices = await Promise.all([underNotice(), underNotice(), underNotice()]);
    market.clock.moveTo(new Date('2026-12-09T02:00:00Z'));
    const service = market.api.get(PublicNoticeService);
    await Promise.all(Array.from({ length: 4 }, (_unused, i) => service.endDue(systemActor('test', `run-${i}`))));
    for (const { path, noticeId } of notices) {
      await inState(path, 'listed');
      const { rows } = await market.database.owner.query(
        `SELECT 1 FROM transition WHERE subject_id = $1 AND event = 'end'`,
        [noticeId],
      );
      expect(rows).toHaveLength(1);
    }
  });

  it('hides drafts from everybody else, and keeps strangers from writing', async () => {
    const { path, achievementId } = await offer();
    const stranger = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    await market.anonymous.get(path).expect(404);
    await stranger.get(path).expect(404);
    await stranger.get(`${path}/signability`).expect(404);
    await stranger.post(`${path}/publication`).expect(404);
    await stranger.patch(path, 1, { transferMode: 'licence' }).expect(404);
    await stranger.post('/v1/listings', { achievementId, transferMode: 'licence' }).expect(404);
    const registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    await registrar.post(`${path}/publication`).expect(403);
    const { body } = await stranger.get('/v1/listings/mine').expect(200);
    expect(body.items).toEqual([]);
  });
});
