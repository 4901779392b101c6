import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** A competition with published rules, blind judges, an explicit tie, and an answer to every entrant. */
describe('创新创业大赛', () => {
  let market: TestMarket;
  let organizer: Caller;
  let colleague: Caller;
  let judges: Caller[];
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    organizer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    colleague = await market.member({ roles: ['reviewer'], organizationId: organizer.identity.organizationId });
    judges = [];
    for (let i = 0; i < 4; i += 1)
      judges.push(await market.member({ roles: ['researchUnit'], organizationKind: 'university' }));
  });
  afterAll(() => market.close());

  const rules = {
    tracks: ['现代农业'],
    criteria: [
      { code: 'innovation', title: '创新性', weight: 60 },
      { code: 'market', title: '市场前景', weight: 40 },
    ],
    method: 'mean',
    judgesPerEntry: 3,
    finalists: 2,
    prizes: [{ title: '一等奖', count: 1, words: '证书' }],
  };
  const entry = (over: object = {}) => ({
    track: '现代农业',
    title: '羔羊早期断奶代乳料',
    summary: '以本地苜蓿为原料的羔羊代乳料，死亡率由 12% 降到 4%。',
    consent: 'agreed',
    ...over,
  });
  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const nameOf = async ({ identity }: Caller): Promise<string> =>
    (await market.database.owner.query('SELECT name FROM organization WHERE id = $1', [identity.organizationId]))
      .rows[0].name;

  it('runs from the published rules to the notice and the feedback', async () => {
    const wrong = { ...rules, criteria: [rules.criteria[0]] };
    const base = {
      title: '2026 年庆阳市创新创业大赛',
      description: '面向科技型企业和创业团队的比赛。',
      entriesUntil: '2026-11-30',
    };
    expect(codeOf(await organizer.post('/v1/competitions', { ...base, rules: wrong }).expect(422))).toBe(
      'competition.rules',
    );
    const { body } = await organizer.post('/v1/competitions', { ...base, rules }).expect(201);
    const path = `/v1/competitions/${body.id}`;
    await market.anonymous.get(path).expect(404);
    for (const judge of judges)
      await organizer.post(`${path}/judges`, { personId: judge.identity.personId }).expect(201);
    await organizer.post(`${path}/opening`).expect(201);
    expect((await market.anonymous.get(path).expect(200)).body.rulesHash).toMatch(/^[0-9a-f]{64}$/);

    const companies: Caller[] = [];
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const company = await market.member({ roles: ['enterprise'] });
      companies.push(company);
      const own = `由${await nameOf(company)}研制的代乳料，效果很好。`;
      expect(codeOf(await company.post(`${path}/entries`, entry({ summary: own })).expect(422))).toBe(
        'competitionEntry.notBlind',
      );
      ids.push((await company.post(`${path}/entries`, entry({ title: `作品题目${i}` })).expect(201)).body.id);
      await organizer
        .post(`/v1/competition-entries/${ids[i]}/check`, { decision: 'accept', reason: '符合条件。' })
        .expect(201);
    }
    await companies[0]!.get(`/v1/competition-entries/${ids[1]}`).expect(404);
    expect(codeOf(await organizer.post(`${path}/preliminary`).expect(409))).toBe('competition.stillOpen');
    market.clock.moveTo(new Date('2026-12-01T02:00:00Z'));
    await declare(judges[0]!, companies[0]!);
    await organizer.post(`${path}/preliminary`).expect(201);
    expect(codeOf(await companies[0]!.post(`${path}/entries`, entry({ title: '迟到' })).expect(409))).toBe(
      'competitionEntry.over',
    );

    const names = await Promise.all(companies.map(nameOf));
    const loads: number[] = [];
    const assigned = new Map<Caller, { entryId: string }[]>();
    for (const judge of judges) {
      const desk = await judge.get(`${path}/desk`).expect(200);
      for (const name of names) expect(desk.text).not.toContain(name);
      for (const { identity } of companies) expect(desk.text).not.toContain(identity.organizationId);
      loads.push(desk.body.entries.length);
      assigned.set(judge, desk.body.entries);
    }
    expect(loads.reduce((sum, load) => sum + load, 0)).toBe(9);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    expect(assigned.get(judges[0]!)!.map(({ entryId }) => entryId)).not.toContain(ids[0]);

    const sheet = (innovation: number, words = 5) => ({
      scores: [
        { code: 'innovation', score: innovation },
        { code: 'market', score: innovation },
      ],
      comment: `评语${innovation}：数据扎实${'。'.repeat(words)}`,
    });
    const points = [80, 80, 40];
    const scoreAll = async () => {
      for (const judge of judges) {
        const { body: desk } = await judge.get(`${path}/desk`).expect(200);
        for (const { entryId } of desk.entries) {
          await judge
            .post(`/v1/competition-entries/${entryId}/sheet`, sheet(points[ids.indexOf(entryId)]!))
            .expect(201);
        }
      }
    };
    const [first] = assigned.get(judges[1]!)!;
    const short = { ...sheet(80), scores: [{ code: 'innovation', score: 80 }] };
    expect(codeOf(await judges[1]!.post(`/v1/competition-entries/${first!.entryId}/sheet`, short).expect(422))).toBe(
      'competitionEntry.sheetIncomplete',
    );
    expect(codeOf(await organizer.post(`${path}/shortlist`).expect(409))).toBe('competition.sheetsMissing');
    await companies[0]!.post(`/v1/competition-entries/${ids[0]}/sheet`, sheet(100)).expect(404);
    await scoreAll();
    const again = await judges[1]!.post(`/v1/competition-entries/${first!.entryId}/sheet`, sheet(10)).expect(409);
    expect(codeOf(again)).toBe('competitionEntry.scoredAlready');
    await organizer.post(`${path}/shortlist`).expect(201);
    expect((await companies[2]!.get(`/v1/competition-entries/${ids[2]}`).expect(200)).body).toMatchObject({
      entry: { state: 'notShortlisted' },
      stages: [], // told when the result is known
    });

    await organizer.post(`${path}/final`).expect(201);
    await scoreAll();
    expect((await organizer.post(`${path}/ranking`).expect(201)).body.state).toBe('tied');
    const results = await organizer.get(`${path}/results`).expect(200);
    const final = results.body.stages[1];
    expect([...final.openTie].sort()).toEqual([ids[0], ids[1]].sort());
    expect(final.ranked.map(({ place, prize }: { place: number; prize: null }) => [place, prize])).toEqual([
      [1, null],
      [1, null],
    ]);
    await market.anonymous.get(`${path}/results`).expect(401);
    const decision = { order: [ids[1], ids[0]], minutes: '评审组合议，就市场前景一项投票，四比一。' };
    expect(codeOf(await organizer.post(`${path}/tie-decision`, decision).expect(403))).toBe('competition.sameOfficer');
    await colleague.post(`${path}/tie-decision`, { ...decision, order: [ids[1], ids[1]] }).expect(422);
    await colleague.post(`${path}/tie-decision`, decision).expect(201);

    const posted = await organizer.post(`${path}/notice`).expect(201);
    const notice = await market.anonymous.get(`/v1/public-notices/${posted.body.noticeId}`).expect(200);
    expect(notice.text).toContain(`作品题目1（${names[1]}）`);
    expect(notice.text).not.toContain(names[0]);
    const feedback = await companies[2]!.get(`/v1/competition-entries/${ids[2]}`).expect(200);
    expect(feedback.body.stages).toHaveLength(1);
    expect(feedback.body.stages[0]).toMatchObject({ place: 3, of: 3, criteria: [{ mean: 40 }, { mean: 40 }] });
    expect(feedback.body.stages[0].comments).toHaveLength(3);
    for (const judge of judges) expect(feedback.text).not.toContain(judge.identity.personId);

    market.clock.moveTo(new Date('2026-12-20T02:00:00Z'));
    await eventually(async () => {
      const { body: now } = await market.anonymous.get(path).expect(200);
      return now.state === 'concluded' ? now : null;
    });
  }, 60_000);

  const declare = (judge: Caller, company: Caller) =>
    organizer
      .post('/v1/relations', {
        fromKind: 'person',
        fromId: judge.identity.personId,
        toKind: 'organization',
        toId: company.identity.organizationId,
        kind: 'shareholder',
        note: '持股 5%',
      })
      .expect(201);
});
