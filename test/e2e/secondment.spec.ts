import { startMarket, type TestMarket } from '../support/market.js';

/** 人才互派: post, rank and pay are kept for three years, by the unit that sends. */
describe('人才互派', () => {
  let market: TestMarket;
  beforeAll(async () => (market = await startMarket({ now: '2026-03-10T02:00:00Z' })));
  afterAll(() => market.close());

  it('is recorded by the home unit, alerts before it ends, and hides from everybody else', async () => {
    const home = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const host = await market.member({ roles: ['enterprise'] });
    const stranger = await market.member({ roles: ['enterprise'] });
    const organizationId = home.identity?.organizationId ?? '';
    const colleague = await market.member({ roles: ['researchUnit'], organizationId });
    const personId = colleague.identity?.personId;
    const sent = {
      personId,
      hostOrganizationId: host.identity?.organizationId,
      post: '副教授',
      startsOn: '2026-03-10',
    };
    const unlike = async (change: object, code: string, status = 422) =>
      expect((await home.post('/v1/secondments', { ...sent, ...change }).expect(status)).body.code).toBe(code);
    await unlike({ personId: stranger.identity?.personId }, 'secondment.notAMember');
    await unlike({ hostOrganizationId: organizationId }, 'secondment.ownUnit');
    await unlike({ hostOrganizationId: '0190a000-0000-7000-8000-00000000dead' }, 'secondment.unknownHost');

    const { body } = await home.post('/v1/secondments', sent).expect(201);
    expect(body).toMatchObject({ keptUntil: '2029-03-10', state: 'seconded', standing: 'kept', daysLeft: 1097 });
    await unlike({}, 'secondment.secondedAlready', 409);
    for (const caller of [home, host, colleague]) {
      expect((await caller.get('/v1/secondments').expect(200)).body.items).toHaveLength(1);
    }
    expect((await stranger.get('/v1/secondments').expect(200)).body.items).toEqual([]);
    for (const caller of [stranger, host]) {
      await caller.post(`/v1/secondments/${body.id}/return`, { returnedOn: '2027-01-01' }).expect(404);
    }
    const early = await home.post(`/v1/secondments/${body.id}/return`, { returnedOn: '2026-03-09' }).expect(422);
    expect(early.body.code).toBe('secondment.returnBeforeStart');

    for (const [now, standing] of [
      ['2028-12-09T15:59:59Z', 'kept'],
      ['2028-12-09T16:00:00Z', 'endsSoon'],
      ['2029-03-10T15:59:59Z', 'endsSoon'],
      ['2029-03-10T16:00:00Z', 'over'],
    ] as const) {
      market.clock.moveTo(new Date(now));
      const reader = await market.member({ roles: ['researchUnit'], organizationId });
      expect((await reader.get('/v1/secondments').expect(200)).body.items).toMatchObject([{ standing }]);
    }
    const again = await market.member({ roles: ['researchUnit'], organizationId });
    const back = await again.post(`/v1/secondments/${body.id}/return`, { returnedOn: '2029-03-01' }).expect(201);
    expect(back.body).toMatchObject({ state: 'returned', standing: 'returned', returnedOn: '2029-03-01', daysLeft: 0 });
    await again.post(`/v1/secondments/${body.id}/return`, { returnedOn: '2029-03-02' }).expect(409);
  });
});
