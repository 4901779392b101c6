import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import { MatchModelRepository } from '#application/matching/match-model.repository.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** From a match to a signed contract: who may do what, what is refused, and what happens when two do it at once. */
describe('委托、引荐、洽谈与合同', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let broker: Caller;
  let stranger: Caller;

  beforeAll(async () => {
    market = await startMarket();
    // An enterprise sells: art. 18 does not bind it, so its listing needs no public notice.
    seller = await market.member({ roles: ['enterprise'] });
    buyer = await market.member({ roles: ['enterprise'] });
    broker = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
    stranger = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());

  const publishedAchievement = async (): Promise<string> => {
    const { body } = await seller
      .post('/v1/achievements', {
        title: '肉牛全混合日粮配制技术',
        summary: '以玉米秸秆青贮为主的全混合日粮配方与饲喂规程。',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    await seller.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await seller.post(`/v1/achievements/${body.id}/publication`).expect(201);
    return body.id;
  };

  const publishedDemand = async (): Promise<string> => {
    const need = { title: '肉牛育肥慢', summary: '育肥牛日增重低，求日粮配方与饲喂技术。', countyCode: '621022' };
    const { body } = await buyer.post('/v1/demands', need).expect(201);
    await buyer.post(`/v1/demands/${body.id}/publication`).expect(201);
    return body.id;
  };

  /** A match as the engine would propose it; the engine itself has its own specs. */
  const matched = async (achievementId?: string) => {
    const id = uuid();
    const demandId = await publishedDemand();
    const offeredId = achievementId ?? (await publishedAchievement());
    await market.database.owner.query(
      `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'proposed', 60, 'strong', $6, 'test', now(), now())`,
      [
        id,
        demandId,
        offeredId,
        buyer.identity.organizationId,
        seller.identity.organizationId,
        { summary: '', agreements: [], gaps: [], signals: [] },
      ],
    );
    return { id, demandId, achievementId: offeredId };
  };

  const introduced = async (matchId: string): Promise<string> => {
    const { body } = await buyer.post('/v1/introductions', { matchId, message: '想与贵方洽谈' }).expect(201);
    await buyer.post(`/v1/introductions/${body.id}/acceptances`, { contact: '买方电话' }).expect(201);
    await seller.post(`/v1/introductions/${body.id}/acceptances`, { contact: '卖方电话' }).expect(201);
    return body.id;
  };

  const listed = async (achievementId: string): Promise<string> => {
    const { body } = await seller
      .post('/v1/listings', { achievementId, transferMode: 'licence', priceYuan: '1200000' })
      .expect(201);
    await seller.post(`/v1/listings/${body.id}/publication`).expect(201);
    return body.id;
  };

  const offer = { priceYuan: '1200000', mode: 'licence', terms: '普通许可三年' };
  const agreedDeal = async (matchId: string, listingId?: string): Promise<string> => {
    const introductionId = await introduced(matchId);
    const { body } = await buyer.post('/v1/deals', { introductionId, ...(listingId && { listingId }) }).expect(201);
    await seller.post(`/v1/deals/${body.id}/offers`, offer).expect(201);
    await buyer.post(`/v1/deals/${body.id}/agreement`, { serial: 1 }).expect(201);
    return body.id;
  };

  const content = {
    title: '肉牛全混合日粮技术许可',
    type: 'licence',
    subType: 'technicalSecret',
    contractValueYuan: '1200000',
    nonTechnologyItems: [
      { kind: 'equipment', amountYuan: '350000', withinReasonableCarrier: false },
      { kind: 'rawMaterial', amountYuan: '20000', withinReasonableCarrier: true },
    ],
  };
  const drafted = async (dealId: string) =>
    (await seller.post('/v1/contracts', { ...content, dealId }).expect(201)).body;

  describe('委托', () => {
    const terms = (match: { demandId: string }) => ({
      subject: { kind: 'demand', id: match.demandId },
      fee: { kind: 'percent', basisPoints: 300, base: 'technologyValue' },
      expiresOn: '2027-06-30',
    });

    it('is proposed by the broker and accepted by the principal; nobody else sees it', async () => {
      const match = await matched();
      const { body } = await broker.post('/v1/mandates', terms(match)).expect(201);
      expect(body).toMatchObject({ state: 'proposed', principalOrganizationId: buyer.identity.organizationId });
      await stranger.get(`/v1/mandates/${body.id}`).expect(404);
      await seller.post(`/v1/mandates/${body.id}/acceptance`).expect(404);
      await buyer.post(`/v1/mandates/${body.id}/acceptance`).expect(201);
      const again = await broker.post('/v1/mandates', terms(match)).expect(409);
      expect(again.body.code).toBe('mandate.proposedAlready');
    });

    it('is blocked when the broker belongs to a side', async () => {
      const match = await matched();
      await market.database.owner.query(
        `INSERT INTO membership (person_id, organization_id, roles, since) VALUES ($1, $2, '{enterprise}', now())`,
        [broker.identity.personId, seller.identity.organizationId],
      );
      const refused = await broker.post('/v1/mandates', { ...terms(match), matchId: match.id }).expect(422);
      expect(refused.body.code).toBe('mandate.conflictOfInterest');
      await market.database.owner.query(
        `UPDATE membership SET ended_at = now() WHERE person_id = $1 AND organization_id = $2`,
        [broker.identity.personId, seller.identity.organizationId],
      );
      await broker.post('/v1/mandates', { ...terms(match), matchId: match.id }).expect(201);
    });

    it('of the one side without the other side’s consent does not let an agency introduce for both', async () => {
      const match = await matched();
      const first = await broker.post('/v1/mandates', terms(match)).expect(201);
      await buyer.post(`/v1/mandates/${first.body.id}/acceptance`).expect(201);
      const other = { ...terms(match), subject: { kind: 'achievement', id: match.achievementId } };
      const second = await broker.post('/v1/mandates', other).expect(201); // not given for a match: allowed as such
      await seller.post(`/v1/mandates/${second.body.id}/acceptance`).expect(201);
      const introduce = { matchId: match.id, message: '引荐双方' };
      const refused = await broker.post('/v1/introductions', introduce).expect(422);
      expect(refused.body.code).toBe('mandate.dualConsentMissing');
      const consent = {
        matchId: match.id,
        agencyOrganizationId: broker.identity.organizationId,
        statement: '我单位同意该机构同时为双方提供中介服务。',
      };
      await buyer.post('/v1/dual-agency-consents', consent).expect(201);
      await broker.post('/v1/introductions', introduce).expect(422);
      await stranger.post('/v1/dual-agency-consents', consent).expect(404);
      await seller.post('/v1/dual-agency-consents', consent).expect(201);
      const made = await broker.post('/v1/introductions', introduce).expect(201);
      expect(made.body.introducer).toMatchObject({ kind: 'broker' });
      expect(made.body.introducer.mandateIds).toHaveLength(2);
    });
  });

  it('gives contacts to the two sides only after both accepted', async () => {
    const match = await matched();
    await stranger.post('/v1/introductions', { matchId: match.id, message: '我来引荐' }).expect(404);
    await broker.post('/v1/introductions', { matchId: match.id, message: '没有委托' }).expect(404);
    const { body } = await buyer.post('/v1/introductions', { matchId: match.id, message: '想洽谈' }).expect(201);
    const path = `/v1/introductions/${body.id}`;
    await buyer.post(`${path}/acceptances`, { contact: '买方电话' }).expect(201);
    const before = await seller.get(path).expect(200);
    expect(before.body.acceptances).toMatchObject([{ contact: null }]);
    await stranger.get(path).expect(404);
    const after = await seller.post(`${path}/acceptances`, { contact: '卖方电话' }).expect(201);
    expect(after.body.acceptances.map((given: { contact: string }) => given.contact).sort()).toEqual([
      '买方电话',
      '卖方电话',
    ]);
    const auditor = await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' });
    const audited = await auditor.get(path).expect(200);
    expect(audited.body.acceptances).toMatchObject([{ contact: null }, { contact: null }]);
  });

  it('negotiates in offers that answer each other and never change', async () => {
    const match = await matched();
    const introductionId = await introduced(match.id);
    const { body: deal } = await buyer.post('/v1/deals', { introductionId }).expect(201);
    const path = `/v1/deals/${deal.id}`;
    await buyer.post(`${path}/offers`, { ...offer, priceYuan: '900000' }).expect(201);
    expect((await buyer.post(`${path}/agreement`, { serial: 1 }).expect(422)).body.code).toBe('deal.ownOffer');
    await seller.post(`${path}/offers`, offer).expect(201);
    expect((await seller.post(`${path}/agreement`, { serial: 1 }).expect(409)).body.code).toBe('deal.offerOutdated');
    await stranger.post(`${path}/offers`, offer).expect(404);
    await buyer.post(`${path}/agreement`, { serial: 2 }).expect(201);
    expect((await buyer.get(`${path}/offers`).expect(200)).body).toMatchObject({ whole: true });
    await market.database.owner.query(`UPDATE deal_offer SET price_fen = 1 WHERE deal_id = $1 AND serial = 1`, [
      deal.id,
    ]);
    expect((await buyer.get(`${path}/offers`).expect(200)).body).toMatchObject({ whole: false });
  });

  describe('合同', () => {
    it('splits its amounts, keeps to the agreed price, and is amended in its draft only', async () => {
      const match = await matched();
      const dealId = await agreedDeal(match.id);
      const wrong = await seller.post('/v1/contracts', { ...content, dealId, contractValueYuan: '1' }).expect(422);
      expect(wrong.body.code).toBe('contract.priceNotAgreed');
      const contract = await drafted(dealId);
      expect(contract).toMatchObject({ state: 'draft', declaredTechnologyValue: { yuan: '850000.00' } });
      await stranger.get(`/v1/contracts/${contract.id}`).expect(404);
      const path = `/v1/contracts/${contract.id}`;
      const amended = await buyer.patch(path, 1, { nonTechnologyItems: [] }).expect(200);
      expect(amended.body.declaredTechnologyValue.yuan).toBe('1200000.00');
      await seller.patch(path, 1, { title: '另一个名称' }).expect(412);
      const old = await seller.post(`${path}/signatures`, { textHash: contract.textHash }).expect(409);
      expect(old.body.code).toBe('contract.textChanged');
      await seller.post(`${path}/signatures`, { textHash: amended.body.textHash }).expect(201);
      expect((await buyer.patch(path, 3, { title: '又一个名称' }).expect(409)).body.code).toBe('contract.notDraft');
      await buyer.post(`${path}/cancellation`, { reason: '不再需要' }).expect(201);
      await drafted(dealId); // the deal is free again
    });

    it('takes effect once when both sign at the same time', async () => {
      const contract = await drafted(await agreedDeal((await matched()).id));
      const path = `/v1/contracts/${contract.id}/signatures`;
      const { textHash } = contract;
      const answers = await Promise.all([seller.post(path, { textHash }), buyer.post(path, { textHash })]);
      expect(answers.map((answer) => answer.body.state).sort()).toEqual(['effective', 'signing']);
      const { rows } = await market.database.owner.query(
        `SELECT count(*)::int AS n FROM transition WHERE subject_id = $1 AND to_state = 'effective'`,
        [contract.id],
      );
      expect(rows[0]).toEqual({ n: 1 });
    });

    it('meets the demand with the last signature, which leaves the market in the same transaction', async () => {
      const { id: matchId, demandId } = await matched();
      const { id, textHash } = await drafted(await agreedDeal(matchId));
      const demand = `/v1/demands/${demandId}`;
      await buyer.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
      await market.anonymous.get(demand).expect(200); // one signature alone meets nothing
      await seller.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
      await market.anonymous.get(demand).expect(404);
      expect((await buyer.get(demand).expect(200)).body.state).toBe('met');
      await buyer.post(`${demand}/withdrawal`).expect(409);
      const { rows } = await market.database.owner.query(
        `SELECT t.event, (SELECT count(*)::int FROM outbox_event o WHERE o.topic = 'demand.closed'
           AND o.payload ->> 'demandId' = t.subject_id::text) AS told
         FROM transition t WHERE t.subject_id = $1 AND t.to_state = 'met'`,
        [demandId],
      );
      expect(rows).toEqual([{ event: 'meet', told: 1 }]);
    });

    it('is the best answer that a match can get: learning hears of it', async () => {
      const { id: matchId, demandId } = await matched();
      const { id, textHash } = await drafted(await agreedDeal(matchId));
      const stateOf = async () =>
        (await market.database.owner.query(`SELECT state FROM match WHERE id = $1`, [matchId])).rows[0].state;
      const verdicts = async () => {
        const [models, unitOfWork] = [MatchModelRepository, UnitOfWork].map((part) =>
          market.api.get<MatchModelRepository & UnitOfWork>(part, { strict: false }),
        );
        const lists = await unitOfWork?.run(systemActor('test', 'test'), (tx) => models!.shownLists(tx, 100));
        return lists
          ?.find(({ needId }) => needId === demandId)
          ?.pairs.map(({ verdict, decidedBy }) => [verdict, decidedBy]);
      };
      await buyer.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
      expect(await stateOf()).toBe('introduced');
      await seller.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
      expect(await stateOf()).toBe('contracted');
      expect(await verdicts()).toEqual([['contracted', buyer.identity.organizationId]]);
    });

    it('tells the broker his commission as the money comes in, with the articles, and takes it away for concealment', async () => {
      const match = await matched();
      const fee = { kind: 'percent', basisPoints: 300, base: 'technologyValue' };
      const terms = { subject: { kind: 'demand', id: match.demandId }, fee, expiresOn: '2027-06-30', tailDays: 90 };
      const mandateId = (await broker.post('/v1/mandates', terms).expect(201)).body.id as string;
      await buyer.post(`/v1/mandates/${mandateId}/acceptance`).expect(201);
      const path = `/v1/mandates/${mandateId}/commission`;
      const before = (await broker.get(path).expect(200)).body.items;
      expect(before).toEqual([expect.objectContaining({ due: { yuan: '0.00', fen: '0' }, contractId: null })]);
      expect(before[0].reasons.join('')).toContain('第九百六十四条');

      const made = await broker.post('/v1/introductions', { matchId: match.id, message: '为双方引见' }).expect(201);
      for (const side of [buyer, seller]) {
        await side.post(`/v1/introductions/${made.body.id}/acceptances`, { contact: '电话' }).expect(201);
      }
      const deal = (await buyer.post('/v1/deals', { introductionId: made.body.id }).expect(201)).body.id as string;
      await seller.post(`/v1/deals/${deal}/offers`, offer).expect(201);
      await buyer.post(`/v1/deals/${deal}/agreement`, { serial: 1 }).expect(201);
      const { id, textHash } = await drafted(deal);
      for (const side of [buyer, seller]) await side.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
      const receipt = { receivedOn: '2026-11-23', amountYuan: '425000.00', kind: 'lumpSum', evidence: '银行回单' };
      await seller.post(`/v1/contracts/${id}/receipts`, { ...receipt, reference: '甲-1' }).expect(201);

      // 3% of the technology value 850,000.00 is 25,500.00; half of it has come in.
      const [half] = (await broker.get(path).expect(200)).body.items;
      expect(half).toMatchObject({ contractId: id, due: { yuan: '12750.00' }, expected: { yuan: '25500.00' } });
      expect((await buyer.get(path).expect(200)).body.items).toHaveLength(1);
      await stranger.get(path).expect(404);
      const reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
      const finding = { reason: '隐瞒技术秘密已被公开的事实，有往来函件为证' };
      await broker.post(`/v1/mandates/${mandateId}/conduct-finding`, finding).expect(403);
      const tie = { fromKind: 'person', fromId: reviewer.identity.personId, toKind: 'organization', kind: 'adviser' };
      const declared = { ...tie, toId: buyer.identity.organizationId, note: '本人申报' };
      const { body: relation } = await reviewer.post('/v1/relations', declared).expect(201);
      const kept = await reviewer.post(`/v1/mandates/${mandateId}/conduct-finding`, finding).expect(403);
      expect(kept.body.code).toBe('commission.conflict');
      await reviewer.post(`/v1/relations/${relation.id}/end`).expect(204);
      await reviewer.post(`/v1/mandates/${mandateId}/conduct-finding`, finding).expect(204);
      const [lost] = (await broker.get(path).expect(200)).body.items;
      expect(lost).toMatchObject({ due: { yuan: '0.00' } });
      expect(lost.reasons.join('')).toContain('第九百六十二条');
    });

    it('pays the broker for what is signed in the tail after the mandate, and nothing after the tail', async () => {
      const today = market.clock.now();
      const earned = async (signedOn: string, reference: string) => {
        market.clock.moveTo(today);
        const match = await matched();
        const fee = { kind: 'percent', basisPoints: 300, base: 'technologyValue' };
        const terms = { subject: { kind: 'demand', id: match.demandId }, fee, expiresOn: '2026-12-31', tailDays: 60 };
        const mandateId = (await broker.post('/v1/mandates', terms).expect(201)).body.id as string;
        await buyer.post(`/v1/mandates/${mandateId}/acceptance`).expect(201);
        const made = await broker.post('/v1/introductions', { matchId: match.id, message: '为双方引见' }).expect(201);
        for (const side of [buyer, seller])
          await side.post(`/v1/introductions/${made.body.id}/acceptances`, { contact: '电话' }).expect(201);
        const deal = (await buyer.post('/v1/deals', { introductionId: made.body.id }).expect(201)).body.id as string;
        market.clock.moveTo(new Date(`${signedOn}T02:00:00Z`));
        await seller.post(`/v1/deals/${deal}/offers`, offer).expect(201);
        await buyer.post(`/v1/deals/${deal}/agreement`, { serial: 1 }).expect(201);
        const { id, textHash } = await drafted(deal);
        for (const side of [buyer, seller]) await side.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
        const receipt = { receivedOn: signedOn, amountYuan: '850000.00', kind: 'lumpSum', evidence: '银行回单' };
        await seller.post(`/v1/contracts/${id}/receipts`, { ...receipt, reference }).expect(201);
        return (await broker.get(`/v1/mandates/${mandateId}/commission`).expect(200)).body.items[0];
      };
      // The mandate ends on 2026-12-31, its tail on 2027-03-01.
      expect(await earned('2027-03-01', '延-1')).toMatchObject({ due: { yuan: '25500.00' } });
      const after = await earned('2027-03-02', '延-2');
      expect(after).toMatchObject({ due: { yuan: '0.00' } });
      expect(after.reasons.join('')).toContain('延续期');
      market.clock.moveTo(today);
    });

    it('lets exactly one of two contracts on one listing take effect', async () => {
      const first = await matched();
      const listingId = await listed(first.achievementId);
      const second = await matched(first.achievementId);
      const contracts = [
        await drafted(await agreedDeal(first.id, listingId)),
        await drafted(await agreedDeal(second.id, listingId)),
      ];
      for (const { id, textHash } of contracts) {
        await seller.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
      }
      const answers = await Promise.all(
        contracts.map(({ id, textHash }) => buyer.post(`/v1/contracts/${id}/signatures`, { textHash })),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('listing.notOpen');
      await buyer
        .get(`/v1/listings/${listingId}`)
        .expect(200)
        .expect(/"state":"sold"/);
    });
  });
});
