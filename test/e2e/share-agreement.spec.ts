import type { Caller } from '../support/caller.js';
import { newKey, startMarket, type TestMarket } from '../support/market.js';

/** 职务科技成果披露: who made it, with which share, signed by each. */
describe('完成人份额约定', () => {
  let market: TestMarket;
  let unit: Caller;
  let outside: Caller;
  let colleague: Caller;
  let achievementId: string;

  beforeAll(async () => {
    market = await startMarket();
    unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    colleague = await market.member({ roles: ['researchUnit'], organizationId: unit.identity.organizationId });
    outside = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    const { body } = await unit.post('/v1/achievements', {
      title: '黄花菜节水栽培技术',
      summary: '膜下滴灌，亩均节水 35%，增产 12%。',
      inventors: [{ name: '甲', shareBasisPoints: 10_000 }],
    });
    achievementId = body.id as string;
  });

  const inventors = () => [
    { name: '甲', personId: colleague.identity.personId, shareBasisPoints: 5_000 },
    { name: '乙', personId: outside.identity.personId, shareBasisPoints: 3_000 },
    { name: '丙', shareBasisPoints: 2_000 },
  ];
  const propose = (over: object = {}, caller = unit) =>
    caller.post(`/v1/achievements/${achievementId}/share-agreements`, {
      basis: 'agreed',
      statement: '按各人实际贡献商定。',
      inventors: inventors(),
      ...over,
    });
  const paper = async (text: string) =>
    (
      await unit
        .post(
          `/v1/attachments?subjectKind=achievement&subjectId=${achievementId}&materialKind=paperConsent&fileName=consent.pdf`,
          undefined,
          newKey(),
        )
        .set('content-type', 'application/octet-stream')
        .send(Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`))
        .expect(201)
    ).body.id as string;
  const sign = (caller: Caller, agreement: { id: string; contentHash: string }, over: object = {}) =>
    caller.post(`/v1/share-agreements/${agreement.id}/confirmations`, {
      answer: 'agreed',
      contentHash: agreement.contentHash,
      ...over,
    });

  it('is agreed when everybody has signed, by account or on paper, and a change needs all again', async () => {
    const first = (await propose().expect(201)).body;
    expect(first).toMatchObject({ state: 'collecting', round: 1, silent: ['甲', '乙', '丙'] });
    await sign(colleague, first).expect(201);
    expect((await sign(colleague, first).expect(409)).body.code).toBe('shareAgreement.answered');
    // 乙 works elsewhere and still finds what waits for him.
    const waiting = await outside.get('/v1/share-agreements?state=collecting').expect(200);
    expect(waiting.body.items.map(({ id }: { id: string }) => id)).toContain(first.id);
    expect((await sign(outside, first).expect(201)).body.state).toBe('collecting');
    // Somebody must bring 丙's paper; the unit's word for him is not one.
    const missing = await unit.post(`/v1/share-agreements/${first.id}/paper-confirmations`, {
      name: '丙',
      attachmentId: '0193f0a2-7c1e-7000-8000-000000000000',
    });
    expect(missing.body.code).toBe('shareAgreement.paperMissing');
    const attachmentId = await paper('丙 签名');
    const own = await colleague
      .post(`/v1/share-agreements/${first.id}/paper-confirmations`, { name: '丙', attachmentId })
      .expect(409);
    expect(own.body.code).toBe('shareAgreement.ownPaper');
    const done = await unit
      .post(`/v1/share-agreements/${first.id}/paper-confirmations`, { name: '丙', attachmentId })
      .expect(201);
    expect(done.body).toMatchObject({ state: 'agreed', silent: [] });
    const { body } = await unit.get(`/v1/achievements/${achievementId}`).expect(200);
    expect(body.disclosure.inventors).toEqual([
      { name: '甲', shareBasisPoints: 5_000 },
      { name: '乙', shareBasisPoints: 3_000 },
      { name: '丙', shareBasisPoints: 2_000 },
    ]);

    const change = { inventors: [{ name: '甲', shareBasisPoints: 10_000 }] };
    const refused = await unit.patch(`/v1/achievements/${achievementId}`, body.version, change).expect(409);
    expect(refused.body.code).toBe('shareAgreement.changeByRound');
    const second = (await propose({ statement: '中试后调整份额，重新签署。' }).expect(201)).body;
    expect(second).toMatchObject({ round: 2, silent: ['甲', '乙', '丙'] });
    const before = await unit.get(`/v1/share-agreements/${first.id}`).expect(200);
    expect(before.body.state).toBe('superseded');
    expect((await sign(colleague, first).expect(409)).body.code).toBe('state.notAllowed');
    expect((await sign(colleague, { ...second, contentHash: 'f'.repeat(64) }).expect(409)).body.code).toBe(
      'shareAgreement.otherContent',
    );
  });

  it('ends with one refusal, with its reason', async () => {
    const agreement = (await propose().expect(201)).body;
    expect((await sign(outside, agreement, { answer: 'declined' }).expect(422)).body.code).toBe(
      'shareAgreement.reasonMissing',
    );
    const declined = await sign(outside, agreement, { answer: 'declined', reason: '本人贡献未计入' }).expect(201);
    expect(declined.body).toMatchObject({ state: 'declined' });
    expect((await sign(colleague, agreement).expect(409)).body.code).toBe('state.notAllowed');
  });

  it.each<[string, object, string]>([
    ['99.99 %', { inventors: [{ name: '甲', shareBasisPoints: 9_999 }] }, 'shareAgreement.sharesNotWhole'],
    ['a share that nobody told', { inventors: [{ name: '甲' }] }, 'shareAgreement.shareMissing'],
    [
      'a chief who does not say what he did',
      { inventors: [{ name: '甲', leader: 'chief', shareBasisPoints: 10_000 }] },
      'shareAgreement.leaderUnexplained',
    ],
    [
      'an account that is none',
      { inventors: [{ name: '甲', personId: '0193f0a2-7c1e-7000-8000-000000000000', shareBasisPoints: 10_000 }] },
      'shareAgreement.unknownPerson',
    ],
  ])('refuses %s', async (_name, over, code) => {
    expect((await propose(over).expect(422)).body.code).toBe(code);
  });

  it('divides equally when the inventors state that they do', async () => {
    const { body } = await propose({
      basis: 'equalDefault',
      inventors: [{ name: '甲' }, { name: '乙' }, { name: '丙' }],
    }).expect(201);
    expect(body.inventors.map((one: { shareBasisPoints: number }) => one.shareBasisPoints)).toEqual([3334, 3333, 3333]);
  });

  it('is nobody else’s: a stranger finds nothing, and may not sign', async () => {
    const agreement = (await propose().expect(201)).body;
    const stranger = await market.member({ roles: ['researchUnit'] });
    await stranger.get(`/v1/share-agreements/${agreement.id}`).expect(404);
    await sign(stranger, agreement).expect(404);
    await propose({}, stranger).expect(404);
    expect((await sign(unit, agreement).expect(403)).body.code).toBe('shareAgreement.notInventor');
    await market.anonymous.get(`/v1/share-agreements/${agreement.id}`).expect(401);
  });

  it('binds the reward plan that comes later: another division is refused, or explained on its notice', async () => {
    const agreement = (
      await propose({
        inventors: inventors()
          .slice(0, 2)
          .map((one) => ({ ...one, shareBasisPoints: 5_000 })),
      }).expect(201)
    ).body;
    await sign(colleague, agreement).expect(201);
    await sign(outside, agreement).expect(201);
    const plan = {
      achievementId,
      mode: 'profit',
      poolBasisPoints: 500,
      years: 3,
      basis: 'agreement',
      participants: [
        { name: '甲', personId: colleague.identity.personId, main: true, leader: 'none', shareBasisPoints: 7_000 },
        { name: '乙', personId: outside.identity.personId, main: false, leader: 'none', shareBasisPoints: 3_000 },
      ],
    };
    const refused = await unit.post('/v1/achievement-reward-plans', plan).expect(422);
    expect(refused.body.code).toBe('achievementReward.differsFromAgreement');
    expect(refused.body.detail).toContain('甲约定 50%，方案 70%');
    const explained = await unit
      .post('/v1/achievement-reward-plans', { ...plan, deviationReason: '甲另行承担了全部推广工作，乙书面同意。' })
      .expect(201);
    expect(explained.body).toMatchObject({
      agreementId: agreement.id,
      deviationReason: expect.stringContaining('甲另行'),
    });
    const { body } = await unit.post(`/v1/achievement-reward-plans/${explained.body.id}/publication`, {}).expect(201);
    const notice = await market.anonymous.get(`/v1/public-notices/${body.noticeId}`).expect(200);
    expect(JSON.stringify(notice.body.items)).toContain('甲另行承担了全部推广工作');
  });
});
