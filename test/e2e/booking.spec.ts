import type { Caller } from '../support/caller.js';
import { newKey, startMarket, type TestMarket } from '../support/market.js';

/** Space and instruments are booked without ever being given out twice. */
describe('空间与仪器预约', () => {
  let market: TestMarket;
  let home: Caller;
  let company: Caller;
  beforeAll(async () => {
    market = await startMarket({ env: { DATABASE_POOL_MAX: '12' } });
    home = await market.member({ roles: ['incubatorManager'], organizationKind: 'incubator' });
    company = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());

  const content = {
    kind: 'instrument',
    name: '近红外饲料成分分析仪',
    description: '可测粗蛋白、粗纤维与水分。',
    place: '西峰区兰州路 12 号',
    countyCode: '621002',
    capacity: 1,
    mode: 'instant',
    priceYuan: '50.00',
    priceUnit: '每小时',
    opening: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: '18:00' })),
    slotMinutes: 30,
    longestMinutes: 240,
    aheadDays: 30,
    cancellationHours: 24,
  };
  const opened = async (over: object = {}) => {
    const { body } = await home.post('/v1/facilities', { ...content, ...over }).expect(201);
    await home.post(`/v1/facilities/${body.id}/opening`).expect(201);
    return `/v1/facilities/${body.id}`;
  };
  const at = (from: string, until: string, over: object = {}) => ({
    startsAt: `2026-11-25T${from}:00+08:00`,
    endsAt: `2026-11-25T${until}:00+08:00`,
    purpose: '测定苜蓿青贮样品。',
    ...over,
  });
  const codeOf = (answer: { body: { code: string } }) => answer.body.code;

  it('is a draft, then open to all; a booking is the two sides’ business, the time that is taken is not', async () => {
    const { body } = await home.post('/v1/facilities', content).expect(201);
    await market.anonymous.get(`/v1/facilities/${body.id}`).expect(404);
    expect(codeOf(await company.post(`/v1/facilities/${body.id}/bookings`, at('09:00', '10:00')).expect(404))).toBe(
      'facility.notFound',
    );
    const path = await opened();
    const booking = await company.post(`${path}/bookings`, at('09:00', '10:00')).expect(201);
    expect(booking.body).toMatchObject({ state: 'confirmed', unit: 1 });
    const stranger = await market.member({ roles: ['enterprise'] });
    await stranger.get(`/v1/bookings/${booking.body.id}`).expect(404);
    await stranger.post(`/v1/bookings/${booking.body.id}/cancellation`, { reason: '不是我的' }).expect(404);
    expect(codeOf(await stranger.post(`${path}/bookings`, at('09:30', '10:30')).expect(409))).toBe('booking.full');
    await stranger.post(`${path}/bookings`, at('10:00', '11:00')).expect(201); // half-open: one ends, the next begins
    const shown = await market.anonymous.get(`${path}/availability?from=2026-11-25&until=2026-11-25`).expect(200);
    expect(shown.body.held).toHaveLength(2);
    expect(shown.text).not.toContain(company.identity.organizationId);
    await stranger.get(`${path}/bookings`).expect(404);
    expect((await home.get(`${path}/bookings`).expect(200)).body.items).toHaveLength(2);
    expect(codeOf(await company.post(`${path}/bookings`, at('07:00', '08:00')).expect(422))).toBe('booking.notOpen');
  });

  it('gives 3 places to exactly 3 of 200 at once, and books once for one Idempotency-Key', async () => {
    const path = await opened({ capacity: 3 });
    const callers = await Promise.all(Array.from({ length: 4 }, () => market.member({ roles: ['enterprise'] })));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_unused, i) => callers[i % 4]!.post(`${path}/bookings`, at('14:00', '15:00'))),
    );
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses.filter((status) => status === 201)).toHaveLength(3);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.unit))).toEqual(
      new Set([1, 2, 3]),
    );
    const key = newKey();
    const same = await Promise.all(
      Array.from({ length: 5 }, () => company.post(`${path}/bookings`, at('16:00', '17:00'), key)),
    );
    expect(new Set(same.map(({ body }) => body.id)).size).toBe(1);
  }, 60_000);

  it('cannot be overbooked even by who goes around the service', async () => {
    const path = await opened();
    const { body } = await company.post(`${path}/bookings`, at('09:00', '11:00')).expect(201);
    const copy = market.database.owner.query(
      `INSERT INTO booking SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(),
         'starts_at', b.starts_at + interval '1 hour', 'ends_at', b.ends_at + interval '1 hour'))).* FROM booking b WHERE id = $1`,
      [body.id],
    );
    await expect(copy).rejects.toMatchObject({ code: '23P01', constraint: 'booking_no_overlap' });
  });

  it('lets who waits move up in order, and marks a late cancellation', async () => {
    const path = await opened({ mode: 'approval' });
    const waiters = [await market.member({ roles: ['enterprise'] }), await market.member({ roles: ['enterprise'] })];
    const first = await company.post(`${path}/bookings`, at('09:00', '11:00')).expect(201);
    expect(first.body.state).toBe('requested');
    await company.post(`/v1/bookings/${first.body.id}/decision`, { decision: 'approve', reason: '自批' }).expect(404);
    await home.post(`/v1/bookings/${first.body.id}/decision`, { decision: 'approve', reason: '同意。' }).expect(201);
    const waiting: { id: string; state: string }[] = [];
    for (const waiter of waiters) {
      waiting.push((await waiter.post(`${path}/bookings`, at('10:00', '12:00', { wait: true })).expect(201)).body);
    }
    expect(waiting.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    market.clock.moveTo(new Date('2026-11-24T02:00:00Z')); // 23 hours before
    const cancelled = await company
      .post(`/v1/bookings/${first.body.id}/cancellation`, { reason: '样品未到。' })
      .expect(201);
    expect(cancelled.body).toMatchObject({ state: 'cancelled', unit: null, lateCancellation: true });
    const states = async () =>
      Promise.all(
        waiting.map(
          async ({ id }, i) => (await waiters[i]!.get(`/v1/bookings/${id}`).expect(200)).body.state as string,
        ),
      );
    expect(await states()).toEqual(['requested', 'waiting']);
    await home
      .post(`/v1/bookings/${waiting[0]!.id}/decision`, { decision: 'refuse', reason: '用途不符。' })
      .expect(201);
    expect(await states()).toEqual(['refused', 'requested']);
  });

  it('keeps places that are held when the number is lowered, tells its use, and goes into a calendar', async () => {
    const path = await opened({ capacity: 2 });
    for (const caller of [company, home]) await caller.post(`${path}/bookings`, at('09:00', '10:30')).expect(201);
    const { body } = await home.get(path).expect(200);
    expect(codeOf(await home.patch(path, body.version, { capacity: 1 }).expect(409))).toBe('facility.unitsHeld');
    const usage = await home.get(`${path}/usage?from=2026-11-25&until=2026-11-25`).expect(200);
    expect(usage.body).toMatchObject({ openMinutes: 1140, heldMinutes: 180, held: 2, utilisationBasisPoints: 1579 });
    await company.get(`${path}/usage?from=2026-11-25&until=2026-11-25`).expect(404);
    const calendar = await company
      .get('/v1/booking-calendar')
      .expect(200)
      .expect('content-type', /text\/calendar/);
    expect(calendar.text).toContain('SUMMARY:近红外饲料成分分析仪');
  });
});
