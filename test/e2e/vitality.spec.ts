import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** A listing that nobody renews is frozen, stays readable and marked, and comes back in one step. */
describe('挂牌的到期与续期', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
  });
  afterAll(() => market.close());

  it('reminds, freezes, and renews; honest counts say what is alive', async () => {
    const owner = await market.member({ roles: ['enterprise'] });
    const achievement = await owner
      .post('/v1/achievements', {
        title: '羔羊代乳料配方',
        summary: '以本地饲草与乳清粉配制的代乳料，35 日龄断奶成活率由 88% 提高到 96%。',
        inventors: [{ name: '示例完成人甲', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    await owner.post(`/v1/achievements/${achievement.body.id}/registration`, { kind: 'applied' }).expect(201);
    const draft = { achievementId: achievement.body.id, transferMode: 'licence', priceYuan: '100000.00' };
    const made = await owner.post('/v1/listings', draft).expect(201);
    const path = `/v1/listings/${made.body.id}`;
    expect(made.body.aliveUntil).toBeNull();
    const listed = await owner.post(`${path}/publication`).expect(201);
    expect(listed.body).toMatchObject({ state: 'listed', aliveUntil: '2027-11-23' });

    market.clock.moveTo(new Date('2027-11-22T02:00:00Z'));
    const told = await eventually(async () => (await owner.get('/v1/alive-reminders')).body.items[0]);
    expect(told).toMatchObject({ subjectKind: 'listing', daysBefore: 1, title: '羔羊代乳料配方' });
    market.clock.moveTo(new Date('2027-11-24T02:00:00Z'));
    await eventually(async () => ((await market.anonymous.get(path)).body.state === 'expired' ? true : null));
    expect((await market.anonymous.get('/v1/listings')).body.items).toEqual([]);
    expect((await market.anonymous.get('/v1/vitality')).body.listing).toMatchObject({ alive: 0, frozen: 1 });

    const stranger = await market.member({ roles: ['enterprise'] });
    await stranger.post(`${path}/renewal`, {}).expect(404);
    const past = await owner.post(`${path}/renewal`, { validUntil: '2027-11-23' }).expect(422);
    expect(past.body.code).toBe('listing.expired');
    const renewed = await owner.post(`${path}/renewal`, { validUntil: '2028-01-31' }).expect(201);
    expect(renewed.body).toMatchObject({ state: 'listed', aliveUntil: '2028-01-31' });
    expect((await market.anonymous.get('/v1/listings')).body.items).toHaveLength(1);
    expect((await market.anonymous.get('/v1/vitality')).body.listing).toMatchObject({ alive: 1, frozen: 0 });
  });
});
