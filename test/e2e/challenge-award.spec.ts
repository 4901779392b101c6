import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/text/canonical.js';
import { sealedText } from '#domain/open-challenge/sealed-bid.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** Two teams are level to the last figure; the panel decides, a loser objects, the bureau sends it back, it is awarded in the end. */
describe('揭榜的并列裁定与异议', () => {
  let market: TestMarket;
  let company: Caller;
  let colleague: Caller;
  let teams: Caller[];
  let judges: Caller[];
  let bureau: Caller;
  let path: string;
  let bids: string[];
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    const institute = () => market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    company = await market.member({ roles: ['enterprise'] });
    colleague = await market.member({ roles: ['enterprise'], organizationId: company.identity.organizationId });
    teams = await Promise.all([institute(), institute(), institute()]);
    judges = await Promise.all([institute(), institute(), institute(), institute()]);
    bureau = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  const nonce = '00112233445566778899aabbccddeeff';
  const call = {
    title: '苹果采后损失减半',
    summary: '全县苹果入库三个月损失约一成二，征集能降到百分之六以下的采后处理与贮藏技术。',
    details: '保密资料：三座冷库的温湿度记录、历年损失台账、现用药剂清单。',
    field: '现代农业',
    countyCode: '621022',
    budgetYuan: '400000.00',
    ipTerms: {
      ...{ ownership: 'bidder', licenceBack: 'callerFree', secretUse: 'both', confidentialityMonths: 24 },
      note: '揭榜方申请专利，征集方在本企业内免费实施。',
    },
    criteria: [
      { code: 'plan', title: '技术可行性', weight: 50 },
      { code: 'cost', title: '经济性', weight: 50 },
    ],
    prizesYuan: ['100000.00'],
    questionsUntil: '2026-12-02T10:00:00+08:00',
    commitUntil: '2026-12-04T10:00:00+08:00',
    revealUntil: '2026-12-07T10:00:00+08:00',
    scoringUntil: '2027-02-20',
  };
  const at = (instant: string): void => market.clock.moveTo(new Date(instant));
  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const stateOf = async () => (await company.get(path).expect(200)).body.state as string;
  const bidOf = (i: number) => ({
    ...{
      plan: `第 ${i} 组：产地预冷、气调贮藏与可食涂膜组合，先在一座冷库试三个月，再推广到三座。`,
      priceYuan: '300000.00',
      termMonths: 12,
    },
    ...{ team: '示例贮藏工艺组', attachments: [] },
  });
  const team = (i: number): Caller => teams[i] as Caller;
  const relate = async (who: Caller, toId: string, kind: string): Promise<string> => {
    const ends = { fromKind: 'person', fromId: who.identity.personId, toKind: 'organization', toId };
    return (await bureau.post('/v1/relations', { ...ends, kind, note: '申报' }).expect(201)).body.id;
  };

  it('is called, committed to, opened and scored level', async () => {
    at('2026-11-23T02:00:00Z');
    const { body: drafted } = await company.post('/v1/open-challenges', call).expect(201);
    path = `/v1/open-challenges/${drafted.id}`;
    const { termsHash } = (await company.post(`${path}/publication`).expect(201)).body;
    bids = [];
    for (const [i, who] of teams.entries()) {
      await who.post(`${path}/entries`, { termsHash }).expect(201);
      const bound = { challengeId: drafted.id as string, organizationId: who.identity.organizationId };
      const commitment = createHash('sha256')
        .update(sealedText(bound, nonce, canonicalJson(bidOf(i))))
        .digest('hex');
      bids.push((await who.post(`${path}/bids`, { algorithm: 'sha256', commitment }).expect(201)).body.id);
    }
    at('2026-12-04T02:00:00Z');
    for (const [i, who] of teams.entries())
      await who.post(`/v1/open-challenge-bids/${bids[i]}/reveal`, { content: bidOf(i), nonce }).expect(201);
    at('2026-12-07T02:00:00Z');
    await eventually(async () => ((await stateOf()) === 'scoring' ? true : null));
    for (const judge of judges) await company.post(`${path}/judges`, { personId: judge.identity.personId }).expect(201);
  });

  it('leaves out the sheet of a judge whose tie to a bidder comes to light afterwards', async () => {
    const [first, , , last] = judges as [Caller, Caller, Caller, Caller];
    // Known before the sheet is written: refused at the pen.
    await relate(last, team(2).identity.organizationId, 'adviser');
    const sheet = (points: number) => ({
      scores: [
        { criterion: 'plan', points },
        { criterion: 'cost', points },
      ],
    });
    expect(codeOf(await last.post(`${path}/bids/${bids[2]}/sheets`, sheet(100)).expect(409))).toBe(
      'openChallenge.recused',
    );
    for (const judge of judges.slice(0, 3))
      for (const [i, points] of [80, 80, 70].entries())
        await judge.post(`${path}/bids/${bids[i]}/sheets`, sheet(points)).expect(201);
    for (const i of [0, 1]) await last.post(`${path}/bids/${bids[i]}/sheets`, sheet(80)).expect(201);
    // Known only after it: three sheets are left of four for the first bid, and they count.
    await relate(first, team(0).identity.organizationId, 'shareholder');
    const { body } = await company.post(`${path}/ranking`).expect(201);
    expect([...body.openTie].sort()).toEqual([bids[0], bids[1]].sort());
    expect(await stateOf()).toBe('tied');
    const { body: panel } = await company.get(`${path}/judges`).expect(200);
    expect(panel.recusals).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ bidId: bids[0], personId: first.identity.personId, reason: '持股' }),
      ]),
    );
  });

  it('waits for the panel, whose decision orders those who are level and is made by nobody tied to them', async () => {
    expect(codeOf(await company.post(`${path}/notice`).expect(409))).toBe('state.notAllowed');
    const decision = { order: [bids[1], bids[0]], minutes: '评审组三人合议：第二份方案贮期试验更充分。' };
    const other = { ...decision, order: [bids[1], bids[2]] };
    expect(codeOf(await company.post(`${path}/tie-decision`, other).expect(422))).toBe('openChallenge.tieIncomplete');
    await relate(colleague, team(1).identity.organizationId, 'shareholder');
    const kept = await colleague.post(`${path}/tie-decision`, decision).expect(403);
    expect(kept.body).toMatchObject({ code: 'openChallenge.conflict', detail: expect.stringContaining('持股') });
    const { body } = await company.post(`${path}/tie-decision`, decision).expect(201);
    expect(body.ranking.map((line: { bidId: string }) => line.bidId)).toEqual([bids[1], bids[0], bids[2]]);
    await company.post(`${path}/tie-decision`, decision).expect(409);
    await company.post(`${path}/notice`).expect(201);
    const results = await market.anonymous.get(`${path}/results`).expect(200);
    expect(results.body.tieMinutes).toBe(decision.minutes);
    expect(results.body.results[0]).toMatchObject({ rank: 1, awarded: true });
  });

  it('goes back to the panel when an objection is upheld, and on when the next one is dismissed', async () => {
    const objected = async (who: Caller, reason: string): Promise<string> => {
      const { noticeId } = (await company.get(path).expect(200)).body;
      const { body } = await who.post(`/v1/public-notices/${noticeId}/objections`, { reason }).expect(201);
      expect(await stateOf()).toBe('suspended');
      expect(codeOf(await company.post(`${path}/award`).expect(409))).toBe('state.notAllowed');
      return `/v1/public-notices/${noticeId}/objections/${body.id}/decision`;
    };
    const first = await objected(team(0), '中选方案的贮期试验数据系他人数据，请核实。');
    await team(0).post(first, { decision: 'uphold', reason: '自行处理异议。' }).expect(404);
    const tie = await relate(bureau, team(0).identity.organizationId, 'adviser');
    const upheld = { decision: 'uphold', reason: '经查，试验数据不能证明为其所有。' };
    expect(codeOf(await bureau.post(first, upheld).expect(403))).toBe('publicNotice.conflict');
    await bureau.post(`/v1/relations/${tie}/end`).expect(204);
    await bureau.post(first, upheld).expect(201);
    expect(await stateOf()).toBe('scoring');
    await market.anonymous.get(`${path}/results`).expect(409);

    const reason = { reason: '方案所附数据不实，异议成立。' };
    expect(codeOf(await colleague.post(`${path}/bids/${bids[1]}/exclusion`, reason).expect(403))).toBe(
      'openChallenge.conflict',
    );
    await company.post(`${path}/bids/${bids[1]}/exclusion`, reason).expect(201);
    const { body } = await company.post(`${path}/ranking`).expect(201);
    expect(body.ranking.map((line: { bidId: string }) => line.bidId)).toEqual([bids[0], bids[2]]);
    expect(await stateOf()).toBe('ranked');
    await company.post(`${path}/notice`).expect(201);
    const second = await objected(team(1), '剔除理由不成立。');
    await bureau.post(second, { decision: 'dismiss', reason: '剔除有据，维持评审结果。' }).expect(201);
    expect(await stateOf()).toBe('underNotice');
  });

  it('is awarded after the second notice; who was left out and who lost are told why', async () => {
    at('2027-01-15T02:00:00Z');
    await eventually(async () => ((await stateOf()) === 'cleared' ? true : null));
    const texts = [
      { criterion: 'plan', text: '没有给出贮期三个月的损失率数据。' },
      { criterion: 'cost', text: '吨果处理成本高于现行办法。' },
    ];
    for (const bid of [bids[1], bids[2]]) {
      const given = await company.post(`${path}/bids/${bid}/feedback`, { reason: 'immature', texts });
      expect([201, 409]).toContain(given.status);
    }
    const { body } = await company.post(`${path}/award`).expect(201);
    expect(body.items).toMatchObject([{ bidId: bids[0], rank: 1, prize: { yuan: '100000.00' } }]);
    const out = await team(1).get(`/v1/open-challenge-bids/${bids[1]}/answer`).expect(200);
    expect(out.body).toMatchObject({ state: 'excluded', outReason: '方案所附数据不实，异议成立。' });
    expect(
      (await team(2).get(`/v1/open-challenge-bids/${bids[2]}/answer`).expect(200)).body.feedback.texts,
    ).toHaveLength(2);
    await team(0).get(`/v1/deals/${body.items[0].dealId}`).expect(200);
  });
});
