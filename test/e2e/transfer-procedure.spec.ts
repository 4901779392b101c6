import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import {
  agreedAchievement,
  approve,
  meet,
  procedureUnit,
  stagesOf,
  untilNotice,
  upload,
  type ProcedureUnit,
} from '../support/transfer-procedure.js';

/** 发起、初审、评估、论证、决策、公示、实施: a university puts an achievement to use. */
describe('成果转化流程', () => {
  let market: TestMarket;
  let people: ProcedureUnit;
  let buyer: Caller;
  const signedInAgain = (caller: Caller, organizationId = caller.identity.organizationId) => ({ organizationId });

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-23T02:00:00Z' });
    people = await procedureUnit(market);
    buyer = await market.member({ roles: ['enterprise'] });
    await people.unit.post('/v1/transfer-rules', { stages: stagesOf(people), note: '校长办公会通过。' }).expect(201);
  });
  afterAll(() => market.close());

  const begin = async (over: object = {}) =>
    people.unit.post('/v1/transfer-procedures', {
      achievementId: await agreedAchievement(people),
      way: 'transfer',
      summary: '企业有明确需求，拟整体转让。',
      counterpartyId: buyer.identity.organizationId,
      counterpartyName: '示例羊业',
      relatedParty: false,
      ...over,
    });
  const pass = (caller: Caller, id: string) => caller.post(`/v1/transfer-procedures/${id}/passage`, {});
  const detail = async (id: string) => (await people.unit.get(`/v1/transfer-procedures/${id}`).expect(200)).body;

  it('saves a rule only when it is sound, and says everything that is wrong with it', async () => {
    const { unit, examiner, leaders } = people;
    const faulty = stagesOf(people)
      .filter(({ stage }) => stage !== 'evaluation')
      .map((one) => {
        if (one.stage === 'decision') return { ...one, quorum: 9 };
        if (one.stage === 'publicity') return { ...one, days: 7 };
        return one.stage === 'initiation' ? { ...one, personIds: [examiner.identity.personId] } : one;
      });
    const refused = await unit.post('/v1/transfer-rules', { stages: faulty, note: '草案。' }).expect(422);
    expect(refused.body.code).toBe('transferRule.unsound');
    for (const text of ['评估：没有规定', '法定人数 9', '不得少于 15 日', '与发起是同一人'])
      expect(refused.body.detail).toContain(text);
    const stranger = '0193f0a2-7c1e-7000-8000-000000000000';
    const unknown = stagesOf(people).map((one) =>
      one.stage === 'decision' ? { ...one, personIds: [stranger, leaders[0]?.identity.personId] } : one,
    );
    expect((await unit.post('/v1/transfer-rules', { stages: unknown, note: '草案。' }).expect(422)).body.code).toBe(
      'transferRule.unknownPerson',
    );
  });

  it('goes the whole way: prices, votes, sealed minutes, fifteen days of notice, the contract, the end', async () => {
    const { unit, panel } = people;
    const { body: begun } = await begin();
    expect(begun).toMatchObject({ state: 'initiation' });
    const noticeId = await untilNotice(people, begun.id);
    const notice = await market.anonymous.get(`/v1/public-notices/${noticeId}`).expect(200);
    expect(notice.body).toMatchObject({ postedOn: '2026-11-23', lastDay: '2026-12-08' });
    expect(notice.body.items).toEqual(
      expect.arrayContaining([
        { label: '成果名称', value: '湖羊代乳料配方' },
        { label: '拟交易价格', value: '1200000.00 元' },
        { label: '是否与完成人或其关联方交易', value: '否' },
      ]),
    );
    // Nothing signs or passes early.
    expect((await pass(unit, begun.id).expect(403)).body.code).toBe('transferProcedure.notActor');
    market.clock.moveTo(new Date('2026-12-09T02:00:00Z'));
    const again = await market.member({ roles: ['researchUnit'], ...signedInAgain(unit) });
    await eventually(async () =>
      (await again.get(`/v1/transfer-procedures/${begun.id}`).expect(200)).body.state === 'implementation'
        ? true
        : null,
    );
    market.clock.moveTo(new Date('2026-11-23T02:00:00Z'));
    expect(
      (await unit.post(`/v1/transfer-procedures/${begun.id}/completion`, { outcome: '已经办完。' }).expect(422)).body
        .code,
    ).toBe('transferProcedure.contractMissing');
    const contractId = await effectiveContract(market.database, { seller: unit.identity, buyer: buyer.identity });
    expect((await unit.post(`/v1/transfer-procedures/${begun.id}/links`, { contractId }).expect(422)).body.code).toBe(
      'transferProcedure.notYourContract',
    );
    await market.database.owner.query(
      `UPDATE contract SET achievement_id = $2, contract_value_fen = 119000000, declared_technology_value_fen = 100 WHERE id = $1`,
      [contractId, begun.achievementId],
    );
    expect((await unit.post(`/v1/transfer-procedures/${begun.id}/links`, { contractId }).expect(422)).body.code).toBe(
      'transferProcedure.priceDiffers',
    );
    await unit
      .post(`/v1/transfer-procedures/${begun.id}/links`, { contractId, priceDifference: '扣除先期支付的一万元。' })
      .expect(201);
    const done = await unit
      .post(`/v1/transfer-procedures/${begun.id}/completion`, { outcome: '合同生效并完成技术交底。' })
      .expect(201);
    expect(done.body).toMatchObject({ state: 'completed', contractId });

    const { steps } = await detail(begun.id);
    expect(steps.map(({ stage, event }: { stage: string; event: string }) => `${stage} ${event}`)).toEqual([
      'initiation pass',
      'preliminaryReview pass',
      'evaluation pass',
      'argumentation pass',
      'decision pass',
      'publicity endNotice',
      'implementation complete',
    ]);
    expect(steps[3].minutes).toMatchObject({ sealed: true });
    expect(steps[3].minutes.signatures).toHaveLength(3);
    expect(steps[0].dueOn).toBe('2026-12-03');
    // The outside expert reads what he took part in; other units read nothing.
    await panel[2]?.get(`/v1/transfer-procedures/${begun.id}`).expect(200);
    await buyer.get(`/v1/transfer-procedures/${begun.id}`).expect(404);
  });

  it('skips no stage, and lets only those act whom the rule names', async () => {
    const { unit, examiner, evaluator, leaders } = people;
    const { body } = await begin();
    expect((await pass(unit, body.id).expect(422)).body.code).toBe('transferProcedure.quorumMissing');
    expect((await approve(examiner, body.id).expect(403)).body.code).toBe('transferProcedure.notActor');
    expect((await approve(leaders[0] as Caller, body.id).expect(403)).body.code).toBe('transferProcedure.notActor');
    await approve(unit, body.id).expect(201);
    await pass(unit, body.id).expect(201);
    expect(
      (
        await evaluator
          .post(`/v1/transfer-procedures/${body.id}/pricing`, {
            method: 'listed',
            priceYuan: '1',
            basis: '依据依据依据依据依据',
            appraisal: 'appraised',
            appraisalReason: '见评估报告',
          })
          .expect(409)
      ).body.code,
    ).toBe('transferProcedure.notHere');
    await approve(examiner, body.id).expect(201);
    await pass(examiner, body.id).expect(201);
    await approve(evaluator, body.id).expect(201);
    expect((await pass(evaluator, body.id).expect(422)).body.code).toBe('transferProcedure.documentsMissing');
    await upload(unit, 'transferProcedure', body.id, 'appraisalReport');
    expect((await pass(evaluator, body.id).expect(422)).body.code).toBe('transferProcedure.pricingMissing');
    const stranger = await market.member({ roles: ['researchUnit'] });
    await stranger.get(`/v1/transfer-procedures/${body.id}`).expect(404);
    await approve(stranger, body.id).expect(404);
    await market.anonymous.get('/v1/transfer-procedures').expect(401);
  });

  it('goes back to a named earlier stage with the reason, and is examined anew from there', async () => {
    const { unit, examiner } = people;
    const { body } = await begin();
    await approve(unit, body.id).expect(201);
    await pass(unit, body.id).expect(201);
    const back = (stage: string) =>
      examiner.post(`/v1/transfer-procedures/${body.id}/returns`, { stage, reason: '方案概要缺少市场分析。' });
    expect((await back('decision').expect(422)).body.code).toBe('transferProcedure.notEarlier');
    expect((await back('initiation').expect(201)).body.state).toBe('initiation');
    expect((await pass(unit, body.id).expect(422)).body.code).toBe('transferProcedure.quorumMissing');
    const { steps } = await detail(body.id);
    expect(steps[1]).toMatchObject({ event: 'returnToInitiation', reason: '方案概要缺少市场分析。' });
    expect(steps).toHaveLength(3);
  });

  it('keeps out who is concerned: the inventor, and who is related to the buyer', async () => {
    const { unit, inventor, evaluator, panel } = people;
    const own = stagesOf(people).map((one) =>
      one.stage === 'preliminaryReview'
        ? { ...one, personIds: [inventor.identity.personId, evaluator.identity.personId] }
        : one.stage === 'evaluation'
          ? { ...one, personIds: [panel[0]?.identity.personId] }
          : one,
    );
    await unit.post('/v1/transfer-rules', { stages: own, note: '临时。' }).expect(201);
    const { body } = await begin();
    await unit.post('/v1/transfer-rules', { stages: stagesOf(people), note: '恢复。' }).expect(201);
    await approve(unit, body.id).expect(201);
    await pass(unit, body.id).expect(201);
    const refused = await approve(inventor, body.id).expect(409);
    expect(refused.body).toMatchObject({
      code: 'transferProcedure.recused',
      detail: expect.stringContaining('成果完成人'),
    });
    const bureau = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    await bureau
      .post('/v1/relations', {
        fromKind: 'person',
        fromId: evaluator.identity.personId,
        toKind: 'organization',
        toId: buyer.identity.organizationId,
        kind: 'shareholder',
        note: '持有受让方股份',
      })
      .expect(201);
    const related = await approve(evaluator, body.id).expect(409);
    expect(related.body.detail).toContain('持股');
    await evaluator.post(`/v1/transfer-procedures/${body.id}/recusals`, { reason: '持有受让方股份。' }).expect(201);
    expect((await pass(evaluator, body.id).expect(422)).body.code).toBe('transferProcedure.quorumMissing');
    await market.database.owner.query(`UPDATE relation SET ended_at = now() WHERE from_id = $1`, [
      evaluator.identity.personId,
    ]);
  });

  it('seals the minutes: no vote after the draft, no other text after a signature, no edit in the database', async () => {
    const { unit, examiner, evaluator, panel } = people;
    const { body } = await begin();
    for (const one of [unit, examiner]) {
      await approve(one, body.id).expect(201);
      await pass(one, body.id).expect(201);
    }
    await evaluator
      .post(`/v1/transfer-procedures/${body.id}/pricing`, {
        method: 'negotiated',
        priceYuan: '10.00',
        basis: '参照同类成果的成交价。',
        appraisal: 'notAppraised',
        appraisalReason: '集体研究决定。',
      })
      .expect(201);
    await upload(unit, 'transferProcedure', body.id, 'appraisalReport');
    await approve(evaluator, body.id).expect(201);
    await pass(evaluator, body.id).expect(201);
    const [one, two, three] = panel as [Caller, Caller, Caller];
    await approve(one, body.id).expect(201);
    expect((await approve(one, body.id).expect(409)).body.code).toBe('transferProcedure.votedAlready');
    await approve(two, body.id).expect(201);
    const draft = { heldOn: '2026-11-23', place: '会议室', text: '两人参加，讨论如下。' };
    await one.post(`/v1/transfer-procedures/${body.id}/minutes`, draft).expect(201);
    expect((await approve(three, body.id).expect(409)).body.code).toBe('transferProcedure.minutesDrafted');
    await two
      .post(`/v1/transfer-procedures/${body.id}/minutes`, { ...draft, text: '两人参加，更正如下所记。' })
      .expect(201);
    const { steps } = await detail(body.id);
    const { contentHash, id: minutesId } = steps.at(-1).minutes;
    const sign = (caller: Caller, hash = contentHash) =>
      caller.post(`/v1/transfer-procedures/${body.id}/minutes-signatures`, { contentHash: hash });
    expect((await sign(one, 'f'.repeat(64)).expect(409)).body.code).toBe('transferProcedure.otherMinutes');
    expect((await sign(three).expect(403)).body.code).toBe('transferProcedure.notPresent');
    await sign(one).expect(201);
    expect((await two.post(`/v1/transfer-procedures/${body.id}/minutes`, draft).expect(409)).body.code).toBe(
      'transferProcedure.minutesSigned',
    );
    await sign(two).expect(201);
    // Two of three: the quorum is three, so the case goes back and all is done anew.
    expect((await pass(one, body.id).expect(422)).body.code).toBe('transferProcedure.quorumMissing');
    await one
      .post(`/v1/transfer-procedures/${body.id}/returns`, { stage: 'evaluation', reason: '参加人数不足，重新论证。' })
      .expect(201);
    const client = await market.database.owner.connect();
    try {
      for (const change of [
        `UPDATE procedure_minutes SET content = '{}' WHERE id = '${minutesId}'`,
        `DELETE FROM minutes_signature WHERE minutes_id = '${minutesId}'`,
        `UPDATE procedure_vote SET vote = 'object'`,
        `UPDATE transfer_procedure SET stages = '[]'`,
        `UPDATE transfer_rule SET stages = '[]'`,
      ]) {
        await client.query('BEGIN; SET LOCAL ROLE qy_app');
        await client.query(`SELECT set_config('app.actor_kind', 'system', true)`);
        await expect(client.query(change)).rejects.toThrow(/permission denied/);
        await client.query('ROLLBACK');
      }
    } finally {
      client.release();
    }
  });

  it('goes back to the decision when an objection is upheld, and stops its notice when it is withdrawn', async () => {
    const { unit, leaders } = people;
    const { body } = await begin();
    const noticeId = await untilNotice(people, body.id);
    const objection = await buyer
      .post(`/v1/public-notices/${noticeId}/objections`, { reason: '成果系与我单位合作完成。' })
      .expect(201);
    await unit
      .post(`/v1/public-notices/${noticeId}/objections/${objection.body.id}/decision`, {
        decision: 'uphold',
        reason: '经核对合作协议属实。',
      })
      .expect(201);
    const returned = await detail(body.id);
    expect(returned).toMatchObject({ state: 'decision' });
    expect(returned.steps.at(-2)).toMatchObject({
      stage: 'publicity',
      event: 'returnToDecision',
      reason: expect.stringContaining('异议成立'),
    });
    await meet(leaders.slice(1), body.id);
    const { body: posted } = await pass(leaders[1] as Caller, body.id).expect(201);
    expect(posted.noticeId).not.toBe(noticeId);
    await unit.post(`/v1/transfer-procedures/${body.id}/withdrawal`, { reason: '受让方放弃，暂不转化。' }).expect(201);
    expect((await market.anonymous.get(`/v1/public-notices/${posted.noticeId}`).expect(200)).body.state).toBe(
      'cancelled',
    );
  });

  it('shows where everything stands and for how long', async () => {
    const { unit } = people;
    await begin();
    market.clock.moveTo(new Date('2026-12-10T02:00:00Z'));
    const again = await market.member({ roles: ['researchUnit'], ...signedInAgain(unit) });
    const { body } = await again.get('/v1/transfer-procedures/board').expect(200);
    expect(body.items.map(({ title }: { title: string }) => title).join('、')).toBe(
      '发起、初审、评估、论证、决策、公示、实施',
    );
    const [waiting] = body.items[0].cases;
    expect(waiting).toMatchObject({ enteredOn: '2026-11-23', days: 17, dueOn: '2026-12-03', overdue: true });
    market.clock.moveTo(new Date('2026-11-23T02:00:00Z'));
    const stranger = await market.member({ roles: ['researchUnit'] });
    const { body: nothing } = await stranger.get('/v1/transfer-procedures/board').expect(200);
    expect(nothing.items.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(0);
  });

  it('does not begin before the inventors have signed, or without a rule', async () => {
    const { unit } = people;
    const made = await unit.post('/v1/achievements', {
      title: '未签署的成果',
      inventors: [{ name: '甲', shareBasisPoints: 10_000 }],
    });
    expect((await begin({ achievementId: made.body.id })).body.code).toBe('shareAgreement.notAgreed');
    const other = await procedureUnit(market);
    const refused = await other.unit
      .post('/v1/transfer-procedures', {
        achievementId: await agreedAchievement(other),
        way: 'licence',
        summary: '许可给多家合作社使用。',
        relatedParty: false,
      })
      .expect(422);
    expect(refused.body.code).toBe('transferRule.none');
    expect((await begin({ relatedParty: true })).body.code).toBe('transferProcedure.relatedUnexplained');
  });
});
