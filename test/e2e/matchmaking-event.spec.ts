import { systemActor } from '#domain/shared/actor.js';
import { EventFollowUpService } from '#application/matchmaking-event/event-follow-up.service.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { publishedAchievement } from '../support/evaluations.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A county calls enterprises and universities together; nobody is asked to be in two places, and it is asked what came of it. */
describe('对接会', () => {
  let market: TestMarket;
  let organizer: Caller;
  let firms: Caller[];
  let universities: Caller[];
  let stranger: Caller;
  const demands: string[] = [];
  const achievements: string[] = [];
  const start = '2026-12-15T01:00:00.000Z';

  beforeAll(async () => {
    market = await startMarket();
    organizer = await market.member({ roles: ['countyOfficer'], organizationKind: 'countyBureau' });
    firms = [await market.member({ roles: ['enterprise'] }), await market.member({ roles: ['enterprise'] })];
    universities = [
      await market.member({ roles: ['researchUnit'], organizationKind: 'university' }),
      await market.member({ roles: ['researchUnit'], organizationKind: 'university' }),
    ];
    stranger = await market.member({ roles: ['enterprise'] });
    for (const firm of firms) {
      const need = { title: '羔羊断奶死亡率偏高', summary: '羔羊断奶后腹泻多，死亡率约 12%。', countyCode: '621022' };
      const { body } = await firm.post('/v1/demands', need).expect(201);
      demands.push(body.id);
      await market.database.owner.query(`UPDATE demand SET state = 'published', published_at = now() WHERE id = $1`, [
        body.id,
      ]);
    }
    for (const university of universities) achievements.push(await publishedAchievement(university));
  });
  afterAll(() => market.close());

  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const plan = (change: object = {}) => ({
    title: '环县肉羊产业院企对接会',
    introduction: '围绕肉羊养殖的技术难题一对一洽谈。',
    venue: '庆阳科技大市场, 一楼',
    countyCode: '621022',
    startsAt: start,
    slotMinutes: 30,
    slots: 2,
    rooms: 2,
    ...change,
  });
  const opened = async (change: object = {}): Promise<string> => {
    const { body } = await organizer.post('/v1/matchmaking-events', plan(change)).expect(201);
    await organizer.post(`/v1/matchmaking-events/${body.id}/opening`).expect(201);
    return `/v1/matchmaking-events/${body.id}`;
  };
  const invited = async (event: string, d: number, a: number): Promise<string> => {
    const pair = { demandId: demands[d], achievementId: achievements[a] };
    return `/v1/event-meetings/${(await organizer.post(`${event}/meetings`, pair).expect(201)).body.id}`;
  };
  const accept = (caller: Caller | undefined, meeting: string) =>
    (caller as Caller).post(`${meeting}/acceptance`, { attendee: '示例人员' });
  const seatOf = async (meeting: string) => {
    const { body } = await organizer.get(meeting).expect(200);
    return [body.state, body.slot, body.room] as const;
  };

  it('is a draft of its organizer, then open to everybody; times must be sound', async () => {
    expect(codeOf(await organizer.post('/v1/matchmaking-events', plan({ slotMinutes: 7 })).expect(422))).toBe(
      'matchmakingEvent.timesWrong',
    );
    const { body } = await organizer.post('/v1/matchmaking-events', plan()).expect(201);
    await market.anonymous.get(`/v1/matchmaking-events/${body.id}`).expect(404);
    await stranger.get(`/v1/matchmaking-events/${body.id}`).expect(404);
    const other = await market.member({ roles: ['countyOfficer'], organizationKind: 'countyBureau' });
    await other.post(`/v1/matchmaking-events/${body.id}/opening`).expect(404);
    await organizer.post(`/v1/matchmaking-events/${body.id}/opening`).expect(201);
    await market.anonymous.get(`/v1/matchmaking-events/${body.id}`).expect(200);
    await organizer.post(`/v1/matchmaking-events/${body.id}/cancellation`, { reason: '改期' }).expect(201);
  });

  it('invites from the matches, within the caps', async () => {
    const event = await opened();
    for (const [d, demandId] of demands.entries()) {
      for (const [a, achievementId] of achievements.entries()) {
        await market.database.owner.query(
          `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
             grade, reasons, model_version, created_at, updated_at)
           VALUES (gen_random_uuid(), $1, $2, $3, $4, 'proposed', $5, 'strong', '{}', 'test', now(), now())`,
          [
            demandId,
            achievementId,
            firms[d]?.identity.organizationId,
            universities[a]?.identity.organizationId,
            90 - 10 * d - a,
          ],
        );
      }
    }
    const caps = { meetingsPerDemand: 1, meetingsPerTeam: 1 };
    const round = (await organizer.post(`${event}/invitations`, caps).expect(201)).body;
    expect(round.invited).toHaveLength(2);
    expect(new Set(round.invited.map((one: { demandId: string }) => one.demandId)).size).toBe(2);
    expect(new Set(round.invited.map((one: { achievementId: string }) => one.achievementId)).size).toBe(2);
    expect(round.invited.every((one: { matchId: string | null }) => one.matchId !== null)).toBe(true);
    expect((await organizer.post(`${event}/invitations`, caps).expect(201)).body).toMatchObject({
      invited: [],
      alreadyInvited: 2,
    });
    await organizer.post(`${event}/cancellation`, { reason: '另行筹办' }).expect(201);
  });

  it('seats whom both sides want, nobody in two places, and gives a free seat to who waits', async () => {
    const event = await opened({ slots: 1 });
    const [first, second, third] = [await invited(event, 0, 0), await invited(event, 0, 1), await invited(event, 1, 1)];
    if (!first || !second || !third) throw new Error('three');
    await stranger.get(first).expect(404);
    await accept(stranger, first).expect(404);
    await accept(firms[0], first).expect(201);
    expect(codeOf(await accept(firms[0], first).expect(409))).toBe('eventMeeting.answeredAlready');
    expect((await accept(universities[0], first).expect(201)).body).toMatchObject({
      state: 'seated',
      slot: 1,
      room: 1,
    });
    await accept(firms[0], second).expect(201);
    await accept(universities[1], second).expect(201);
    expect(await seatOf(second)).toEqual(['waiting', null, null]);
    await firms[1]?.post(`${third}/declination`, { reason: '当天另有安排' }).expect(201);
    await universities[0]?.post(`${first}/cancellation`, { reason: '临时有课' }).expect(201);
    expect(await seatOf(first)).toEqual(['cancelled', null, null]);
    expect(await seatOf(second)).toEqual(['seated', 1, 1]);

    const elsewhere = await opened({ startsAt: '2026-12-15T01:15:00.000Z', slots: 1 });
    const clash = await invited(elsewhere, 0, 0);
    await Promise.all([accept(firms[0], clash).expect(201), accept(universities[0], clash).expect(201)]);
    expect(await seatOf(clash)).toEqual(['waiting', null, null]);
    await organizer.post(`${event}/cancellation`, { reason: '改到另一场' }).expect(201);
    await universities[0]?.post(`${clash}/cancellation`, { reason: '不来了' }).expect(201);
    await organizer.post(`${elsewhere}/cancellation`, { reason: '改期' }).expect(201);
  });

  it('seats at most one when both could take the last place at the same time', async () => {
    const events = [await opened({ slots: 1, startsAt: '2026-12-16T01:00:00.000Z' })];
    events.push(await opened({ slots: 1, startsAt: '2026-12-16T01:00:00.000Z' }));
    const meetings = [await invited(events[0] ?? '', 0, 0), await invited(events[1] ?? '', 0, 1)];
    for (const meeting of meetings) await accept(firms[0], meeting).expect(201);
    await Promise.all(meetings.map((meeting, at) => accept(universities[at], meeting).expect(201)));
    const states = await Promise.all(meetings.map(async (meeting) => (await seatOf(meeting))[0]));
    expect(states.sort()).toEqual(['seated', 'waiting']);
    const { rows } = await market.database.owner.query(
      `SELECT 1 FROM event_seat GROUP BY organization_id, tick HAVING count(*) > 1`,
    );
    expect(rows).toEqual([]);
    for (const event of events) await organizer.post(`${event}/cancellation`, { reason: '结束测试' }).expect(201);
  });

  it('is checked in, concluded, asked about after 30, 90 and 180 days, and counted for the year', async () => {
    const event = await opened();
    const meeting = await invited(event, 0, 0);
    await accept(firms[0], meeting).expect(201);
    await accept(universities[0], meeting).expect(201);
    const file = await (firms[0] as Caller).get('/v1/event-calendar').expect(200);
    expect(file.headers['content-type']).toContain('text/calendar');
    expect(file.text).toContain('DTSTART:20261215T010000Z');
    expect(file.text).toContain('LOCATION:庆阳科技大市场\\, 一楼');
    expect((await stranger.get('/v1/event-calendar').expect(200)).text).not.toContain('BEGIN:VEVENT');

    expect(codeOf(await (firms[0] as Caller).post(`${meeting}/check-in`).expect(409))).toBe('eventMeeting.notToday');
    expect(codeOf(await organizer.post(`${event}/closing`).expect(409))).toBe('matchmakingEvent.notOver');
    market.clock.moveTo(new Date('2026-12-15T03:00:00Z'));
    await (firms[0] as Caller).post(`${meeting}/check-in`).expect(201);
    await (firms[0] as Caller).post(`${meeting}/check-in`).expect(409);
    await organizer.post(`${meeting}/outcome`, { outcome: 'cooperate', note: '约定试喂' }).expect(201);
    await organizer.post(`${meeting}/outcome`, { outcome: 'noFit', note: '改口' }).expect(409);
    await organizer.post(`${event}/closing`).expect(201);

    const followUps = market.api.get(EventFollowUpService, { strict: false });
    const ask = () => followUps.askDue(systemActor('test', 'test'));
    const own = async () =>
      (
        (await (firms[0] as Caller).get('/v1/event-follow-ups').expect(200)).body.items as {
          id: string;
          days: number;
          state: string;
          dueOn: string;
        }[]
      ).sort((a, b) => a.days - b.days);
    await ask();
    expect((await own()).map(({ days, state, dueOn }) => [days, state, dueOn])).toEqual([
      [30, 'scheduled', '2027-01-14'],
      [90, 'scheduled', '2027-03-15'],
      [180, 'scheduled', '2027-06-13'],
    ]);
    market.clock.moveTo(new Date('2027-03-15T01:00:00Z'));
    await ask();
    await ask();
    const [month, quarter, half] = await own();
    expect([month?.state, quarter?.state, half?.state]).toEqual(['asked', 'asked', 'scheduled']);
    await stranger.get(`/v1/event-follow-ups/${month?.id}`).expect(404);
    const answer = (id: string | undefined, body: object) =>
      (firms[0] as Caller).post(`/v1/event-follow-ups/${id}/answer`, { note: '进展顺利', ...body });
    await answer(month?.id, { status: 'talking' }).expect(201);
    await answer(month?.id, { status: 'ended' }).expect(409);
    expect(codeOf(await answer(quarter?.id, { status: 'contracted' }).expect(422))).toBe('eventFollowUp.linkMissing');
    const parties = { buyer: (firms[0] as Caller).identity, seller: (universities[0] as Caller).identity };
    const contractId = await effectiveContract(market.database, parties);
    const foreign = await effectiveContract(market.database, { ...parties, seller: stranger.identity });
    expect(codeOf(await answer(quarter?.id, { status: 'contracted', contractId: foreign }).expect(422))).toBe(
      'eventFollowUp.linkUnfit',
    );
    const told = await answer(quarter?.id, { status: 'contracted', contractId }).expect(201);
    expect(told.body).toMatchObject({ state: 'answered', status: 'contracted', contractId });
    await answer(half?.id, { status: 'talking' }).expect(409);

    const duties = (await market.anonymous.get('/v1/exchange-duties?year=2026').expect(200)).body.items;
    expect(duties.find(({ code }: { code: string }) => code === 'matchmakingEvents')).toMatchObject({
      leastPerYear: 2,
      count: 1,
      met: false,
      byCounty: [{ countyCode: '621022', count: 1, met: false }],
    });
    const next = (await market.anonymous.get('/v1/exchange-duties?year=2027').expect(200)).body.items;
    expect(next.map(({ count }: { count: number }) => count)).toEqual([0, 0]);
  });
});
