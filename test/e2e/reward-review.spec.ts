import { v7 as uuid } from 'uuid';
import { rewardPolicies } from '#domain/reward/reward.policy.js';
import { systemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { RewardService } from '#application/reward/reward.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** 年度评审: from applications to the archived payment, in the users' words. */
describe('年度评审', () => {
  let market: TestMarket;
  const actor = systemActor('test', 'test');
  const people = new Map<string, Caller>();
  const bureau = { roles: ['rewardOfficer'], organizationKind: 'cityBureau' } as const;
  const agency = { roles: ['agencyManager'], organizationKind: 'transferAgency' } as const;
  const policy = rewardPolicies[0];
  if (!policy) throw new Error('no policy');

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-12-01T02:00:00Z' });
    // Contracts and registrations are bare ids here: the review is what is shown.
    await market.database.owner.query(`
      ALTER TABLE reward_contract DROP CONSTRAINT reward_contract_contract_id_link, DROP CONSTRAINT reward_contract_registration_id_link;
      ALTER TABLE reward_item DROP CONSTRAINT reward_item_contract_id_link, DROP CONSTRAINT reward_item_registration_id_link`);
  });
  afterAll(() => market.close());

  const count = async (caller: Caller, base: bigint): Promise<{ registrationId: string; contractId: string }> => {
    const contract = { registrationId: uuid(), contractId: uuid() };
    const claim = {
      policy,
      beneficiary: { kind: 'organization', id: caller.identity?.organizationId ?? '' },
      fiscalYear: 2026,
      shareBasisPoints: 10_000,
      base,
      disclosure: null,
      refusal: null,
    } as const;
    const unitOfWork = market.api.get(UnitOfWork, { strict: false });
    const rewards = market.api.get(RewardService, { strict: false });
    await unitOfWork.run(actor, (tx) => rewards.settle(tx, [claim], contract));
    return contract;
  };
  /** Sessions end after a quarter of an hour, so people come back after every jump of the clock. */
  const back = async (name: string, over: Partial<Parameters<TestMarket['member']>[0]> & object): Promise<Caller> => {
    const known = people.get(name)?.identity;
    const caller = await market.member({
      roles: ['rewardOfficer'],
      ...over,
      ...(known && { organizationId: known.organizationId }),
    });
    people.set(name, caller);
    return caller;
  };
  const evidenceOf = (caller: Caller, id: string) =>
    caller
      .post(
        `/v1/attachments?subjectKind=rewardApplication&subjectId=${id}&materialKind=userProof&fileName=${encodeURIComponent('用户应用证明.pdf')}`,
      )
      .set('content-type', 'application/octet-stream')
      .send(Buffer.from(`%PDF-1.7\n${uuid()}\n%%EOF\n`));
  const sheet = (points: number) => ({
    scores: ['transfer', 'benefit', 'service'].map((code) => ({ code, score: points })),
  });

  it('awards three of four agencies after a recorded tie, publishes, approves by a second person, pays and archives', async () => {
    const names = ['first', 'second', 'third', 'fourth', 'small'];
    for (const name of names) people.set(name, await market.member(agency));
    const caller = (name: string): Caller => {
      const found = people.get(name);
      if (!found) throw new Error(name);
      return found;
    };
    await count(caller('first'), 25_000_000_000n); // 2.5亿元: the cap binds
    // Second and third are equal in everything but the third contract's time; fourth equals third altogether.
    for (const name of ['second', 'third', 'fourth']) await count(caller(name), 2_000_000_000n);
    await count(caller('small'), 999_999_999n); // one 分 below the threshold

    market.clock.moveTo(new Date('2027-02-01T02:00:00Z'));
    const officer = await back('officer', bureau);
    const reviewId = (
      await officer
        .post('/v1/reward-reviews', { scheme: 'agencyAward', fiscalYear: 2026, applicationsUntil: '2027-02-28' })
        .expect(201)
    ).body.id as string;
    const path = `/v1/reward-reviews/${reviewId}`;
    const twice = { scheme: 'agencyAward', fiscalYear: 2026, applicationsUntil: '2027-03-31' };
    expect((await officer.post('/v1/reward-reviews', twice).expect(409)).body.code).toBe('rewardReview.exists');

    const applications = new Map<string, string>();
    for (const name of names) {
      const applicant = await back(name, agency);
      const application = { statement: '年度促成并落地的技术交易合同及其带动作用。', evidence: ['用户应用证明'] };
      applications.set(name, (await applicant.post(`${path}/applications`, application).expect(201)).body.id);
      expect((await applicant.post(`${path}/applications`, application).expect(409)).body.code).toBe(
        'rewardReview.appliedAlready',
      );
      expect((await applicant.get('/v1/reward-applications').expect(200)).body.items).toHaveLength(1);
    }
    const id = (name: string): string => applications.get(name) ?? '';
    const evidence = await evidenceOf(caller('first'), id('first')).expect(201);
    const files = `/v1/attachments?subjectKind=rewardApplication&subjectId=${id('first')}`;
    expect((await officer.get(files).expect(200)).body.items).toHaveLength(1);
    await caller('second').get(files).expect(404);
    await evidenceOf(caller('second'), id('first')).expect(404);
    await caller('second').get(`/v1/attachments/${evidence.body.id}`).expect(404);
    const returned = { outcome: 'return', findings: '缺少用户应用证明' };
    await officer.post(`/v1/reward-applications/${id('first')}/formal-check`, returned).expect(201);
    expect((await officer.post(`${path}/snapshot`, {}).expect(409)).body.code).toBe(
      'rewardReview.applicationsUnchecked',
    );
    await caller('first')
      .post(`/v1/reward-applications/${id('first')}/resubmission`, { statement: '补正后的申报说明，附用户应用证明。' })
      .expect(201);
    for (const name of names) {
      await officer
        .post(`/v1/reward-applications/${id(name)}/formal-check`, { outcome: 'accept', findings: '齐全' })
        .expect(201);
    }
    expect((await evidenceOf(caller('first'), id('first')).expect(409)).body.code).toBe('attachment.closed');
    const frozen = await officer.post(`${path}/snapshot`, {}).expect(201);
    expect(frozen.body).toMatchObject({ state: 'scoring', snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    // A panel of four; one of them belongs to the first agency and is recused from it by the relations graph.
    const panelists = [
      await market.member({ roles: ['enterprise'] }),
      await market.member({ roles: ['enterprise'] }),
      await market.member({ roles: ['enterprise'] }),
      await market.member({ ...agency, organizationId: caller('first').identity?.organizationId ?? '' }),
    ];
    for (const panelist of panelists) {
      await officer.post(`${path}/panelists`, { personId: panelist.identity?.personId }).expect(201);
    }
    const seen = await officer.get(path).expect(200);
    expect(seen.body.recusals).toEqual([
      { applicationId: id('first'), personId: panelists[3]?.identity?.personId, reason: '任职' },
    ]);
    expect(seen.body.candidates.filter((one: { ineligible: string | null }) => one.ineligible !== null)).toEqual([
      expect.objectContaining({ applicationId: id('small') }),
    ]);
    for (const [index, panelist] of panelists.entries()) {
      const { body } = await panelist.get(`${path}/panel`).expect(200);
      expect(JSON.stringify(body)).not.toContain(caller('second').identity?.organizationId);
      for (const name of ['first', 'second', 'third', 'fourth']) {
        const scored = panelist.post(`/v1/reward-applications/${id(name)}/scores`, sheet(name === 'first' ? 95 : 80));
        if (index === 3 && name === 'first') expect((await scored.expect(422)).body.code).toBe('rewardReview.recused');
        else await scored.expect(201);
      }
      // Blind: nobody sees a sheet before the ranking, the officer neither.
      expect((await officer.get(path).expect(200)).body.sheets).toEqual([]);
    }
    // A relation declared after the appointment counts from then on: the sheet before it is left out, another is refused.
    const late = await market.member({ roles: ['enterprise'] });
    await officer.post(`${path}/panelists`, { personId: late.identity?.personId }).expect(201);
    await late.post(`/v1/reward-applications/${id('third')}/scores`, sheet(100)).expect(201);
    for (const name of ['second', 'third']) {
      const toId = caller(name).identity?.organizationId;
      const from = { fromKind: 'person', fromId: late.identity?.personId, toKind: 'organization', toId };
      await late.post('/v1/relations', { ...from, kind: 'adviser', note: '（测试）任顾问' }).expect(201);
    }
    const refused = await late.post(`/v1/reward-applications/${id('second')}/scores`, sheet(100)).expect(422);
    expect(refused.body.code).toBe('rewardReview.recused');
    const application = (name: string, as = caller(name)) => as.get(`/v1/reward-applications/${id(name)}`);
    expect((await application('first').expect(200)).body).toMatchObject({
      state: 'accepted',
      review: { scheme: 'agencyAward', fiscalYear: 2026, state: 'scoring' },
      outcome: null,
    });
    await application('first', caller('second')).expect(404);
    await application('first', late).expect(404);
    const again = panelists[0]?.post(`/v1/reward-applications/${id('second')}/scores`, sheet(10));
    expect((await again?.expect(409))?.body.code).toBe('rewardReview.scoredAlready');
    await people
      .get('second')
      ?.post(`/v1/reward-applications/${id('second')}/scores`, sheet(100))
      .expect(404);

    // Second to fourth reached the threshold in the same instant of the fixed clock: two awards are left for three.
    const tied = await officer.post(`${path}/ranking`, {}).expect(201);
    expect(tied.body.state).toBe('tied');
    const minutes = '评审组四人讨论后一致排定先后，理由记录在案。';
    const partial = { order: [id('third'), id('second')], minutes };
    expect((await officer.post(`${path}/tie-decision`, partial).expect(422)).body.code).toBe(
      'rewardReview.tieIncomplete',
    );
    const order = [id('third'), id('fourth'), id('second')];
    expect((await officer.post(`${path}/tie-decision`, { order, minutes }).expect(201)).body.state).toBe('ranked');
    const ranking = (await officer.get(path).expect(200)).body.ranking as { applicationId: string; awarded: boolean }[];
    expect(ranking.filter((one) => one.awarded).map((one) => one.applicationId)).toEqual([
      id('first'),
      id('third'),
      id('fourth'),
    ]);

    const found = (await officer.get(path).expect(200)).body.recusals as { personId: string }[];
    expect(found.filter(({ personId }) => personId === late.identity?.personId)).toHaveLength(2);

    const { noticeId } = (await officer.post(`${path}/publication`, {}).expect(201)).body as { noticeId: string };
    const notice = (await market.anonymous.get(`/v1/public-notices/${noticeId}`).expect(200)).body;
    expect(JSON.stringify(notice.items)).toContain('200000.00');
    const [own] = (await caller('first').get('/v1/reward-applications').expect(200)).body.items;
    expect(own).toMatchObject({
      review: { state: 'publicized', noticeId },
      outcome: { rank: 1, awarded: true, award: null },
    });
    const small = (await application('small').expect(200)).body;
    expect(small.outcome).toMatchObject({ rank: null, awarded: false, ineligible: expect.stringContaining('起计额') });
    const waiting = { reason: '同意' };
    const second = await back('approver', bureau);
    expect((await second.post(`${path}/approval`, waiting).expect(409)).body.code).toBe('state.notAllowed');

    market.clock.moveTo(new Date('2027-03-01T02:00:00Z'));
    const approver = await back('approver', bureau);
    const opener = await back('officer', bureau);
    await eventually(async () => {
      const found = (await approver.get(path).expect(200)).body;
      return found.state === 'awaitingApproval' ? found : null;
    });
    await approver.post(`${path}/approval`, waiting).expect(201);
    const awards = (await approver.get(`${path}/awards`).expect(200)).body.items as {
      id: string;
      amount: { yuan: string };
    }[];
    expect(awards.map((award) => award.amount.yuan).sort()).toEqual(['20000.00', '20000.00', '200000.00']);
    for (const [index, award] of awards.entries()) {
      const payment = { documentNumber: `庆财支（测试）${index}`, paidOn: '2027-03-01' };
      await opener.post(`/v1/reward-awards/${award.id}/payment`, payment).expect(201);
      await opener.post(`/v1/reward-awards/${award.id}/payment`, payment).expect(409);
    }
    const paid = (await application('third', await back('third', agency)).expect(200)).body;
    expect(paid.outcome.award).toMatchObject({ state: 'paid', paid: { yuan: '20000.00' }, paidOn: '2027-03-01' });
    const archived = await approver.post(`${path}/archive`, {}).expect(201);
    expect(archived.body).toMatchObject({ state: 'archived', archiveHash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    const [budget] = (await approver.get('/v1/budget-lines').expect(200)).body.items;
    expect(budget).toMatchObject({ fiscalYear: 2026, committed: { yuan: '0.00' }, paid: { yuan: '240000.00' } });
    expect(await market.api.get(LedgerService, { strict: false }).check(actor)).toEqual([]);
  });

  it('cannot be approved by whoever opened or ranked it, not even around the service', async () => {
    const { rows } = await market.database.owner.query(`SELECT id, opened_by FROM reward_review LIMIT 1`);
    await expect(
      market.database.owner.query(`UPDATE reward_review SET approved_by = opened_by WHERE id = $1`, [rows[0].id]),
    ).rejects.toThrow('reward_review_four_eyes');
  });

  it('ends lawfully with no award at all', async () => {
    const opener = await back('officer', bureau);
    const opened = { scheme: 'enterpriseAward', fiscalYear: 2026, applicationsUntil: '2027-03-31' };
    const { id } = (await opener.post('/v1/reward-reviews', opened).expect(201)).body as { id: string };
    for (const stepName of ['snapshot', 'ranking', 'publication']) {
      await opener.post(`/v1/reward-reviews/${id}/${stepName}`, {}).expect(201);
    }
    market.clock.moveTo(new Date('2027-04-01T02:00:00Z'));
    const approver = await back('approver', bureau);
    await eventually(async () => {
      const found = (await approver.get(`/v1/reward-reviews/${id}`).expect(200)).body;
      return found.state === 'awaitingApproval' ? found : null;
    });
    await approver.post(`/v1/reward-reviews/${id}/approval`, { reason: '同意' }).expect(201);
    expect((await approver.post(`/v1/reward-reviews/${id}/completion`, {}).expect(201)).body.state).toBe('paid');
  });
});
