import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A contract from its questionnaire to its last receipt: what it says, what it may not say, what it brings in. */
describe('技术合同：条款、版本、收入与税收资料', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let stranger: Caller;
  let registrar: Caller;

  beforeAll(async () => {
    market = await startMarket();
    [seller, buyer, stranger, registrar] = await Promise.all([
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['registrar'], organizationKind: 'cityBureau' }),
    ]);
  });
  afterAll(() => market.close());

  const achievement = async (): Promise<string> => {
    const { body } = await seller.post('/v1/achievements', {
      title: '羔羊代乳料配方',
      summary: '羔羊早期断奶代乳料配方与饲喂规程。',
      inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
    });
    await seller.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await seller.post(`/v1/achievements/${body.id}/publication`).expect(201);
    return body.id;
  };
  const demand = async (): Promise<string> => {
    const need = { title: '羔羊断奶后生长慢', summary: '求代乳料配方与饲喂技术。', countyCode: '621022' };
    const { body } = await buyer.post('/v1/demands', need).expect(201);
    await buyer.post(`/v1/demands/${body.id}/publication`).expect(201);
    return body.id;
  };

  /** A deal agreed on 120万元, as introductions and offers would make it; they have their own spec. */
  async function agreedDeal(mode = 'licence'): Promise<string> {
    const matchId = uuid();
    const sides = [await demand(), await achievement(), buyer.identity.organizationId, seller.identity.organizationId];
    await market.database.owner.query(
      `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'proposed', 60, 'strong', $6, 'test', now(), now())`,
      [matchId, ...sides, { summary: '', agreements: [], gaps: [], signals: [] }],
    );
    const { body } = await buyer.post('/v1/introductions', { matchId, message: '想与贵方洽谈' }).expect(201);
    for (const side of [buyer, seller]) {
      await side.post(`/v1/introductions/${body.id}/acceptances`, { contact: '电话' }).expect(201);
    }
    const deal = await buyer.post('/v1/deals', { introductionId: body.id }).expect(201);
    const offer = { priceYuan: '1200000', mode, terms: '按约定' };
    await seller.post(`/v1/deals/${deal.body.id}/offers`, offer).expect(201);
    await buyer.post(`/v1/deals/${deal.body.id}/agreement`, { serial: 1 }).expect(201);
    return deal.body.id;
  }

  const content = {
    title: '羔羊代乳料技术许可',
    type: 'licence',
    subType: 'patent',
    contractValueYuan: '1200000',
    nonTechnologyItems: [{ kind: 'equipment', amountYuan: '350000', withinReasonableCarrier: false }],
  };
  const right = { kind: 'inventionPatent', title: '一种羔羊代乳料', number: 'ZL 2017 1 0601862.3', state: 'inForce' };
  const draft = (dealId: string, terms: object = {}) => seller.post('/v1/contracts', { ...content, ...terms, dealId });
  const codeOf = async (answer: ReturnType<typeof draft>): Promise<string> => (await answer.expect(422)).body.code;

  it('says what is licensed, how it is paid and how it is classified, and refuses what cannot be', async () => {
    const dealId = await agreedDeal();
    const licence = { manner: 'exclusive', territory: '甘肃省', until: '2037-07-21' };
    const dated = { ...right, filedOn: '2017-07-21' };
    expect(await codeOf(draft(dealId, { secret: true }))).toBe('contract.secretNotOnline');
    const outlasting = await draft(dealId, { rights: [dated], licence }).expect(422);
    expect(outlasting.body).toMatchObject({ code: 'contract.licenceOutlastsPatent' });
    expect(JSON.stringify(outlasting.body)).toContain('第八百六十五条');
    const typo = { ...dated, number: 'ZL201710601862.4' };
    expect(await codeOf(draft(dealId, { rights: [typo] }))).toBe('contract.patentNumberWrong');
    const halves = [{ amountYuan: '600000' }, { amountYuan: '599999.99' }];
    const unequal = { payment: { manner: 'instalments', instalments: halves } };
    expect(await codeOf(draft(dealId, unequal))).toBe('contract.instalmentsWrong');
    expect(await codeOf(draft(dealId, { classification: { technologyField: '99' } }))).toBe('contract.codeUnknown');
    const currency = { code: 'USD', originalAmount: '168000', rate: '7.125', ratedOn: '2026-11-20' };
    expect(await codeOf(draft(dealId, { currency }))).toBe('contract.currencyEquivalentWrong');
    const made = await draft(dealId, {
      rights: [dated],
      licence: { ...licence, until: '2037-07-20' },
      payment: { manner: 'instalments', instalments: [{ amountYuan: '600000' }, { amountYuan: '600000.00' }] },
      classification: { technologyField: '09', planCategory: '90', socioEconomicGoal: '09', industry: 'A' },
    }).expect(201);
    expect(made.body).toMatchObject({
      rights: [{ number: '2017106018623', expiresOn: '2037-07-20', patentId: null }],
      licence: { manner: 'exclusive', until: '2037-07-20' },
      payment: { manner: 'instalments', royalty: null },
      classification: { industry: 'A' },
      amountsProvisional: false,
    });
  });

  it('joins a patent to the register, and does not let a lapsed one be signed', async () => {
    const { body: patent } = await seller
      .post('/v1/patents', {
        number: 'ZL201080063196.9',
        title: '一种饲喂装置',
        state: 'granted',
        filedOn: '2010-12-01',
      })
      .expect(201);
    const given = { ...right, number: '201080063196.9', filedOn: '2015-01-01', expiresOn: '2020-01-01' };
    const { body: contract } = await draft(await agreedDeal(), { rights: [given] }).expect(201);
    expect(contract.rights[0]).toMatchObject({ patentId: patent.id, filedOn: '2010-12-01', state: 'inForce' });
    await seller.post(`/v1/patents/${patent.id}/legal-events`, { event: 'lapse', reason: '未缴年费' }).expect(201);
    const path = `/v1/contracts/${contract.id}/signatures`;
    const refused = await buyer.post(path, { textHash: contract.textHash }).expect(422);
    expect(refused.body.code).toBe('contract.patentEnded');
  });

  it('takes several parties a side, and takes effect when all have signed', async () => {
    const joint = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const party = (role: string, { identity }: Caller) => ({ role, organizationId: identity.organizationId });
    const dealId = await agreedDeal();
    const parties = [party('seller', seller), party('buyer', buyer), { ...party('seller', joint), natureCode: '021' }];
    expect(await codeOf(draft(dealId, { parties: parties.slice(1) }))).toBe('contract.sideMissing');
    expect(await codeOf(draft(dealId, { parties: [...parties, parties[2]] }))).toBe('contract.partyTwice');
    const abroad = [{ ...parties[0], countryCode: '304' }, parties[1]];
    expect(await codeOf(draft(dealId, { parties: abroad }))).toBe('contract.foreignUnstated');
    const { body } = await draft(dealId, { parties }).expect(201);
    await stranger.get(`/v1/contracts/${body.id}`).expect(404);
    const path = `/v1/contracts/${body.id}`;
    const amended = await joint.patch(path, 1, { title: '羔羊代乳料联合许可' }).expect(200);
    expect((await joint.patch(path, 2, { parties: parties.slice(0, 2) }).expect(403)).body.code).toBe(
      'contract.partiesFixed',
    );
    const { textHash } = amended.body;
    for (const [signer, state] of [
      [seller, 'signing'],
      [buyer, 'signing'],
      [joint, 'effective'],
    ] as const) {
      const signed = await signer.post(`${path}/signatures`, { textHash }).expect(201);
      expect(signed.body.state).toBe(state);
    }
  });

  it('asks for the expected figures of a transfer, which may be filled in after signing', async () => {
    const terms = { title: '羔羊代乳料配方转让', type: 'transfer', subType: 'technicalSecret' };
    const { body } = await draft(await agreedDeal('transfer'), terms).expect(201);
    const path = `/v1/contracts/${body.id}`;
    for (const side of [seller, buyer]) {
      await side.post(`${path}/signatures`, { textHash: body.textHash }).expect(201);
    }
    const codes = async (): Promise<string[]> =>
      (await seller.get(`${path}/registration-precheck`).expect(200)).body.findings.map(
        (finding: { code: string }) => finding.code,
      );
    expect(await codes()).toContain('expectedFiguresMissing');
    expect((await seller.patch(path, 3, { title: '另一个名称' }).expect(409)).body.code).toBe('contract.notDraft');
    const figures = { expectedInvestmentYuan: '300000', expectedOutputYuan: '5000000' };
    const filled = await seller.patch(path, 3, figures).expect(200);
    expect(filled.body).toMatchObject({ state: 'effective', textHash: body.textHash });
    expect(await codes()).not.toContain('expectedFiguresMissing');
  });

  it('keeps every text before signing, and tells two of them apart to the fen and to the phrase', async () => {
    const clause = (days: string) => ({
      clauses: [{ kind: 'acceptance', text: `按双方确认的技术指标由买方组织验收，验收期为${days}日，逾期书面催告。` }],
    });
    const { body } = await draft(await agreedDeal(), clause('三十')).expect(201);
    const path = `/v1/contracts/${body.id}`;
    await buyer.patch(path, 1, { nonTechnologyItems: [], ...clause('六十') }).expect(200);
    const kept = await registrar.get(`${path}/versions`).expect(200);
    expect(kept.body.items.map((item: { version: number }) => item.version)).toEqual([2, 1]);
    expect(kept.body.items[1].textHash).toBe(body.textHash);
    const { changes } = (await buyer.get(`${path}/versions/comparison?from=1&to=2`).expect(200)).body;
    const at = (end: string) => changes.find((change: { path: string }) => change.path === end);
    expect(at('/declaredTechnologyValue')).toMatchObject({ amount: { difference: { yuan: '350000.00' } } });
    expect(at('/nonTechnologyItems/equipment/amount')).toMatchObject({ kind: 'removed', before: '35000000' });
    expect(at('/clauses/acceptance/text').redLine).toEqual([
      { kind: 'same', text: '按双方确认的技术指标由买方组织验收，' },
      { kind: 'removed', text: '验收期为三十日，' },
      { kind: 'added', text: '验收期为六十日，' },
      { kind: 'same', text: '逾期书面催告。' },
    ]);
    await buyer.get(`${path}/versions/comparison?from=1&to=3`).expect(404);
    await stranger.get(`${path}/versions`).expect(404);
    await stranger.get(`${path}/versions/comparison?from=1&to=2`).expect(404);
  });

  it('finds missing clauses and unlawful monopoly, each with its article, and keeps a suggested type', async () => {
    const text = '被许可方改进的技术成果应当无偿归许可方所有。';
    const { body } = await draft(await agreedDeal(), { clauses: [{ kind: 'improvement', text }] }).expect(201);
    const path = `/v1/contracts/${body.id}`;
    const { findings } = (await buyer.get(`${path}/clause-check`).expect(200)).body;
    const codes = findings.map((finding: { code: string }) => finding.code);
    expect(codes).toEqual(
      expect.arrayContaining(['improvementRestricted', 'missing.acceptance', 'form.classification']),
    );
    expect(codes).not.toContain('missing.improvement');
    expect(findings[0].article).toMatch(/《.+》第.+条/);
    const loose = await market.anonymous.post('/v1/clause-checks', { type: 'licence', text }).expect(200);
    expect(loose.body.findings.map((finding: { code: string }) => finding.code)).toContain('improvementRestricted');
    const answers = [
      { question: 'purpose', answer: 'letUse' },
      { question: 'mastered', answer: 'yes' },
      { question: 'right', answer: 'patent' },
    ];
    const kept = await seller.post(`${path}/type-suggestions`, { answers }).expect(201);
    expect(kept.body.suggestion).toMatchObject({ standing: 'suggested', type: 'licence', subType: 'patent' });
    await stranger.post(`${path}/type-suggestions`, { answers }).expect(404);
    const wrong = { answers: [{ question: 'purpose', answer: 'constructor' }] };
    expect((await seller.post(`${path}/type-suggestions`, wrong).expect(422)).body.code).toBe('contract.answerUnknown');
    const listed = await registrar.get(`${path}/type-suggestions`).expect(200);
    expect(listed.body.items).toMatchObject([{ decidedType: null, suggestion: { type: 'licence' } }]);
  });

  const receipt = (reference: string, amountYuan: string, kind = 'lumpSum') => ({
    ...{ receivedOn: '2026-11-20', amountYuan, kind, reference, evidence: '银行回单' },
  });
  const effective = () =>
    effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity, technologyFen: 85_000_000n });

  it('adds up what came in, once a voucher, and never above the technology value', async () => {
    const path = `/v1/contracts/${await effective()}`;
    const first = await seller.post(`${path}/receipts`, receipt('0001', '500000')).expect(201);
    const again = await seller.post(`${path}/receipts`, receipt('0001', '500000')).expect(201);
    expect(again.body.id).toBe(first.body.id);
    const other = await seller.post(`${path}/receipts`, receipt('0001', '400000')).expect(409);
    expect(other.body.code).toBe('contract.receiptReferenceTaken');
    await buyer.post(`${path}/receipts`, receipt('0002', '1')).expect(403);
    await stranger.post(`${path}/receipts`, receipt('0002', '1')).expect(404);
    const over = await seller.post(`${path}/receipts`, receipt('0002', '350000.01')).expect(422);
    expect(over.body.code).toBe('contract.incomeAboveTechnologyValue');
    const race = await Promise.all(
      ['0003', '0004'].map((reference) => seller.post(`${path}/receipts`, receipt(reference, '350000'))),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await buyer.get(`${path}/income`).expect(200)).body).toMatchObject({
      income: { yuan: '850000.00' },
      technologyValue: { yuan: '850000.00' },
      amountsOpen: false,
    });
    await seller.post(`${path}/receipts/${first.body.id}/voidance`, { reason: '重复登记' }).expect(201);
    await seller.post(`${path}/receipts/${first.body.id}/voidance`, { reason: '重复登记' }).expect(409);
    expect((await buyer.get(`${path}/income`)).body.income.yuan).toBe('350000.00');
    expect((await registrar.get(`${path}/receipts`).expect(200)).body.items).toHaveLength(2);
  });

  it('lets royalties come in before the amounts are known, and asks both sides for the amounts', async () => {
    const steps = [
      { fromYuan: '0', rateBasisPoints: 500 },
      { fromYuan: '10000000', rateBasisPoints: 300 },
    ];
    const royalty = { base: 'sales', steps, settlement: 'yearly', auditRight: false };
    const payment = { manner: 'entryFeeAndRoyalty', instalments: [{ amountYuan: '200000' }], royalty };
    const { body } = await draft(await agreedDeal(), { payment }).expect(201);
    const path = `/v1/contracts/${body.id}`;
    for (const side of [seller, buyer]) {
      await side.post(`${path}/signatures`, { textHash: body.textHash }).expect(201);
    }
    const pack = await seller.get(`${path}/tax-pack`).expect(200);
    expect(pack.body).toMatchObject({ stampDuty: null });
    market.clock.moveTo(new Date('2026-11-24T02:00:00Z'));
    const sold = { ...receipt('R1', '800000', 'royalty'), receivedOn: '2026-11-24', royaltyBaseYuan: '20000000' };
    await seller.post(`${path}/receipts`, sold).expect(201);
    const fee = { ...receipt('E1', '850000', 'entryFee'), receivedOn: '2026-11-24' };
    await seller.post(`${path}/receipts`, fee).expect(201);
    const listed = await buyer.get(`${path}/receipts`).expect(200);
    expect(listed.body.items[0].royaltyDue.yuan).toBe('800000.00');
    const amounts = { contractValueYuan: '2000000', technologyValueYuan: '1649999.99', reason: '提成结算完毕' };
    const low = await seller.post(`${path}/amount-supplements`, amounts).expect(422);
    expect(low.body.code).toBe('contract.settlementBelowIncome');
    const exact = { ...amounts, technologyValueYuan: '1650000' };
    const stated = await seller.post(`${path}/amount-supplements`, exact).expect(201);
    await buyer.post(`${path}/amount-supplements`, exact).expect(409);
    const confirmation = `${path}/amount-supplements/${stated.body.id}/confirmation`;
    expect((await seller.post(confirmation).expect(422)).body.code).toBe('contract.ownSupplement');
    await stranger.post(confirmation).expect(404);
    await buyer.post(confirmation).expect(201);
    await buyer.post(confirmation).expect(409);
    const settled = await buyer.get(path).expect(200);
    expect(settled.body.settled).toMatchObject({ technologyValue: { yuan: '1650000.00' } });
    expect(settled.body.textHash).toBe(body.textHash); // what was signed stays
    expect((await seller.get(`${path}/tax-pack`).expect(200)).body.stampDuty.yuan).toBe('495.00');
  });

  it('tells what each relief needs and what is on file, as information', async () => {
    const path = `/v1/contracts/${await effective()}/tax-pack`;
    const { body } = await seller.get(`${path}?transferIncomeYuan=5000001`).expect(200);
    expect(body.disclaimer).toContain('不是税务意见');
    expect(body.transferTaxes.map(({ tax }: { tax: { yuan: string } }) => tax.yuan)).toEqual([
      '0.13',
      '0.00',
      '200000.00',
      '625000.00',
    ]);
    const of = (relief: string, items = body.items) => items.find((item: { relief: string }) => item.relief === relief);
    expect(of('corporateIncome')).toMatchObject({ standing: 'notOfType' });
    expect(of('valueAdded')).toMatchObject({ evidence: 'unverified', standing: 'incomplete' });
    expect(of('valueAdded').needs).toContainEqual(expect.objectContaining({ fact: 'registered', standing: 'missing' }));
    const before = await seller.get(`${path}?on=2025-12-31`).expect(200);
    expect(of('valueAdded', before.body.items)).toMatchObject({ evidence: 'secondary', effectiveTo: '2025-12-31' });
    await stranger.get(path).expect(404);
    await seller.get(`${path}?on=2025-02-30`).expect(400);
  });

  it('serves the code lists and the questionnaire with their sources to everybody', async () => {
    const { body } = await market.anonymous.get('/v1/contract-code-lists').expect(200);
    expect(body.items).toHaveLength(9);
    for (const list of body.items)
      expect([list.id, list.source !== '', list.codes.length > 2]).toEqual([list.id, true, true]);
    const { body: questionnaire } = await market.anonymous.get('/v1/contract-questionnaire').expect(200);
    expect(questionnaire.questions[0].id).toBe('purpose');
    const suggested = await market.anonymous
      .post('/v1/contract-type-suggestions', { answers: [{ question: 'purpose', answer: 'goods' }] })
      .expect(200);
    expect(suggested.body).toMatchObject({ standing: 'notTechnology', type: null });
  });
});
