import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import {
  draftContract,
  draftListing,
  evidenceFor,
  layOn,
  newPatent,
  newPatentNumber,
  pledgeTo,
} from '../support/rights.js';

/** Intellectual property as its owners, banks, co-owners and takers live with it. */
describe('知识产权', () => {
  let market: TestMarket;
  let firm: Caller;
  let colleague: Caller;
  let bank: Caller;
  let buyer: Caller;
  let stranger: Caller;
  let registrar: Caller;
  const startOfTest = new Date('2026-11-23T02:00:00Z');

  beforeAll(async () => {
    market = await startMarket();
    firm = await market.member({ roles: ['enterprise'] });
    colleague = await market.member({ roles: ['enterprise'], organizationId: firm.identity.organizationId });
    const member = () => market.member({ roles: ['enterprise'] });
    [bank, buyer, stranger] = await Promise.all([member(), member(), member()]);
    registrar = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());
  afterEach(() => market.clock.moveTo(startOfTest));

  const freezes = async (listing: string) =>
    (await market.anonymous.get(`/v1/listings/${listing}/freezes`).expect(200)).body.items;
  const ask = async (caller: Caller, right: string, act: string) =>
    (await caller.get(`/v1/rights/${right}/disposal-check?act=${act}`).expect(200)).body;

  it('a pledged patent cannot be sold until the bank agrees, and is free when the bank releases it', async () => {
    const { id, achievementId } = await draftListing(firm);
    const patent = await newPatent(firm, { achievementId });
    await firm.post(`/v1/listings/${id}/publication`).expect(201);
    expect((await buyer.get(`/v1/listings/${id}/signability`).expect(200)).body).toBeDefined();

    const pledge = await layOn(firm, patent, pledgeTo(bank));
    expect(await freezes(id)).toMatchObject([{ code: 'right.pledged', title: '权利已质押', liftedAt: null }]);
    const refused = await buyer.get(`/v1/listings/${id}/signability`).expect(422);
    expect(refused.body).toMatchObject({ code: 'right.pledged', article: '民法典第四百四十四条' });

    // The bank sees its pledge though not the firm's register; a stranger sees neither.
    expect((await bank.get('/v1/right-overlays?kind=pledge').expect(200)).body.items).toMatchObject([
      { id: pledge, securedAmount: { yuan: '500000.00' }, confirmed: false },
    ]);
    await bank.get(`/v1/rights/${patent}`).expect(404);
    await stranger.get(`/v1/right-overlays/${pledge}`).expect(404);

    // The firm cannot agree for the bank: what it states waits for the bureau, and for a paper.
    const stated = await firm
      .post(`/v1/right-overlays/${pledge}/consents`, { acts: ['transfer'], basis: '银行口头同意' })
      .expect(201);
    expect(stated.body.state).toBe('stated');
    expect((await ask(firm, patent, 'transfer')).code).toBe('right.pledged');
    const unproved = await registrar.post(`/v1/right-consents/${stated.body.id}/confirmation`).expect(422);
    expect(unproved.body.code).toBe('right.evidenceMissing');

    const given = await bank
      .post(`/v1/right-overlays/${pledge}/consents`, { acts: ['transfer'], basis: '同意函〔2026〕1 号（示例）' })
      .expect(201);
    expect(given.body.state).toBe('given');
    expect(await freezes(id)).toMatchObject([{ liftedAt: expect.any(String) }]);
    await buyer.get(`/v1/listings/${id}/signability`).expect(200);
    await bank.post(`/v1/right-consents/${given.body.id}/withdrawal`, { reason: '借款展期' }).expect(201);
    await buyer.get(`/v1/listings/${id}/signability`).expect(422);
    expect((await freezes(id)).filter(({ liftedAt }: { liftedAt: unknown }) => liftedAt === null)).toHaveLength(1);

    // Released with a paper and by the bank, never by the firm alone.
    const evidenceId = await evidenceFor(firm, patent);
    const path = `/v1/right-overlays/${pledge}`;
    await firm.post(`${path}/release-request`, { basis: '注销通知书（示例）', evidenceId }).expect(201);
    for (const one of [firm, colleague]) {
      const own = await one.post(`${path}/release`, { agreed: true, reason: '已还清' }).expect(403);
      expect(own.body.code).toBe('right.freeingNeedsHolder');
    }
    await stranger.post(`${path}/release`, { agreed: true, reason: '已还清' }).expect(404);
    expect((await bank.post(`${path}/release`, { agreed: true, reason: '已还清' }).expect(201)).body.state).toBe(
      'released',
    );
    await buyer.get(`/v1/listings/${id}/signability`).expect(200);
    const history = (await firm.get(`/v1/rights/${patent}/overlays`).expect(200)).body.items;
    expect(history).toMatchObject([{ id: pledge, state: 'released', endedOn: '2026-11-23' }]);
  });

  it('confirms an overlay by a second person with its paper, and annuls what was entered by mistake', async () => {
    const patent = await newPatent(firm);
    const bare = await layOn(firm, patent, { kind: 'dispute' });
    expect((await colleague.post(`/v1/right-overlays/${bare}/confirmation`).expect(422)).body.code).toBe(
      'right.evidenceMissing',
    );
    await firm.post(`/v1/right-overlays/${bare}/annulment`, { reason: '录入有误' }).expect(403);
    expect(
      (await registrar.post(`/v1/right-overlays/${bare}/annulment`, { reason: '录入有误' }).expect(201)).body.state,
    ).toBe('annulled');
    const evidenceId = await evidenceFor(firm, patent);
    const proved = await layOn(firm, patent, { kind: 'invalidationRequest', evidenceId });
    expect((await firm.post(`/v1/right-overlays/${proved}/confirmation`).expect(422)).body.code).toBe(
      'right.samePerson',
    );
    expect((await colleague.post(`/v1/right-overlays/${proved}/confirmation`).expect(201)).body).toMatchObject({
      state: 'confirmed',
      confirmed: true,
    });
    const elsewhere = await newPatent(firm);
    const stray = { kind: 'dispute', from: '2026-11-01', basis: '示例', evidenceId };
    expect((await firm.post(`/v1/rights/${elsewhere}/overlays`, stray).expect(422)).body.code).toBe(
      'right.evidenceUnknown',
    );
    const verification = { source: 'registerCopy', agrees: true, evidenceId };
    expect((await firm.post(`/v1/rights/${patent}/verifications`, verification).expect(422)).body.code).toBe(
      'right.samePerson',
    );
    await colleague.post(`/v1/rights/${patent}/verifications`, verification).expect(201);
    expect((await firm.get(`/v1/rights/${patent}`).expect(200)).body).toMatchObject({
      verification: { source: 'registerCopy', agrees: true },
      overlays: [{ kind: 'invalidationRequest' }],
    });
  });

  it.each([
    ['a licence without its manner', { kind: 'licence', holderName: '甲' }, 'right.overlayIncomplete'],
    ['a pledge without its amount', { kind: 'pledge', holderName: '银行' }, 'right.overlayIncomplete'],
    ['a pledge to itself', 'self', 'right.holderIsOwner'],
    [
      'a preservation of more than six months',
      { kind: 'preservation', until: '2027-05-02' },
      'right.preservationTooLong',
    ],
    ['an overlay that begins tomorrow', { kind: 'dispute', from: '2026-11-24' }, 'right.overlayPeriod'],
    [
      'an unknown holder',
      { ...pledgeTo('x'), holderName: undefined, holderOrganizationId: '0193f0a2-7c1e-7000-8000-00000000dead' },
      'right.holderUnknown',
    ],
  ])('refuses %s', async (_name, given, code) => {
    const patent = await newPatent(firm);
    const overlay = given === 'self' ? pledgeTo(firm) : (given as object);
    const answer = await firm.post(`/v1/rights/${patent}/overlays`, { from: '2026-11-01', basis: '示例', ...overlay });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('two co-owners: one licenses alone, both sell', async () => {
    const partner = buyer;
    const number = newPatentNumber(2017, 1);
    const patent = await newPatent(firm, { number });
    const { organizationId } = partner.identity;
    const share = (await firm.post(`/v1/rights/${patent}/co-owners`, { organizationId }).expect(201)).body;
    expect((await firm.post(`/v1/rights/${patent}/co-owners`, { organizationId }).expect(409)).body.code).toBe(
      'right.coOwnerTwice',
    );
    expect((await partner.get('/v1/co-owned-rights').expect(200)).body.items).toMatchObject([
      { coOwnerId: share.id, right: { id: patent } },
    ]);
    expect(await ask(firm, patent, 'ordinaryLicence')).toMatchObject({
      allowed: true,
      flags: ['incomeShared', 'filingNeeded'],
    });
    expect(await ask(firm, patent, 'transfer')).toMatchObject({
      code: 'right.coOwnerConsentMissing',
      detail: expect.stringContaining('同意'),
    });

    const sale = await draftContract(market, firm, stranger, { mode: 'transfer', number });
    const sign = (caller: Caller) => caller.post(`/v1/contracts/${sale.id}/signatures`, { textHash: sale.textHash });
    expect((await sign(firm).expect(422)).body.code).toBe('right.coOwnerConsentMissing');
    await partner
      .post(`/v1/right-co-owners/${share.id}/consents`, { acts: ['transfer'], basis: '同意转让' })
      .expect(201);
    await sign(firm).expect(201);
    await sign(stranger).expect(201);

    // Sold, but not yet its: the register decides (专利法第十条).
    expect((await firm.get(`/v1/rights/${patent}`).expect(200)).body.overlays).toMatchObject([{ kind: 'assignment' }]);
    expect((await ask(firm, patent, 'pledge')).code).toBe('right.assignmentPending');
    const [filing] = (await stranger.get('/v1/right-filings').expect(200)).body.items;
    expect(filing).toMatchObject({ kind: 'assignmentRegistration', state: 'due', dueOn: null, rightId: patent });
    await stranger.get(`/v1/rights/${patent}`).expect(404);
    const evidenceId = await evidenceFor(stranger, patent);
    const report = { filedOn: '2026-11-23', filingNumber: '手续合格通知书（示例）', evidenceId };
    const early = await stranger.post(`/v1/right-filings/${filing.id}/report`, { ...report, filedOn: '2026-11-22' });
    expect([early.status, early.body.code]).toEqual([422, 'right.filingDay']);
    await stranger.post(`/v1/right-filings/${filing.id}/report`, report).expect(201);
    const alone = await stranger.post(`/v1/right-filings/${filing.id}/confirmation`, { agreed: true }).expect(422);
    expect(alone.body.code).toBe('right.samePerson');
    await bank.post(`/v1/right-filings/${filing.id}/confirmation`, { agreed: true }).expect(404);
    await firm.post(`/v1/right-filings/${filing.id}/confirmation`, { agreed: true }).expect(201);
    await firm.get(`/v1/rights/${patent}`).expect(404);
    expect((await stranger.get(`/v1/rights/${patent}`).expect(200)).body).toMatchObject({
      organizationId: stranger.identity.organizationId,
      overlays: [],
    });
  });

  it('a university states an open licence and a firm takes it', async () => {
    const university = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const second = await market.member({ roles: ['researchUnit'], organizationId: university.identity.organizationId });
    const patent = await newPatent(university, { number: newPatentNumber(2020, 2), filedOn: '2020-05-06' });
    const terms = {
      patentId: patent,
      feeManner: 'perYear',
      feeYuan: '20000.00',
      feeBasis: '每年 1 月 31 日前支付，本专利国内领先，包赚。',
      from: '2026-12-01',
      until: '2030-05-06',
      otherTerms: '只许可本市企业独家使用。',
      contact: '技术转移中心',
    };
    const wrong = (await university.post('/v1/open-licences', terms).expect(201)).body;
    const checked = (await university.get(`/v1/open-licences/${wrong.id}/check`).expect(200)).body;
    expect(checked.findings.map(({ code }: { code: string }) => code).sort()).toEqual([
      'openLicence.advertising',
      'openLicence.advertising',
      'openLicence.evaluationReportMissing',
      'openLicence.exclusivityClaimed',
      'openLicence.outlastsPatent',
      'openLicence.restrictsLicensees',
    ]);
    const refused = await second.post(`/v1/open-licences/${wrong.id}/publication`).expect(422);
    expect(refused.body).toMatchObject({
      code: 'openLicence.statementWrong',
      detail: expect.stringContaining('第八十五条'),
    });
    await firm.get(`/v1/open-licences/${wrong.id}`).expect(404);
    await university.post(`/v1/open-licences/${wrong.id}/withdrawal`, { reason: '重拟' }).expect(201);

    const evaluationReportId = await evidenceFor(university, patent);
    const right = {
      ...terms,
      feeBasis: '每年 1 月 31 日前转账支付当年使用费，首年于通知时支付。',
      until: '2030-05-05',
      otherTerms: '被许可人每年提供实施情况。',
      evaluationReportId,
    };
    const { id } = (await university.post('/v1/open-licences', right).expect(201)).body;
    expect((await university.post(`/v1/open-licences/${id}/publication`).expect(422)).body.code).toBe(
      'right.samePerson',
    );
    await second.post(`/v1/open-licences/${id}/publication`).expect(201);
    expect((await market.anonymous.get('/v1/open-licences').expect(200)).body.items).toMatchObject([
      { id, patentTitle: '一种羔羊代乳料', fee: { yuan: '20000.00' } },
    ]);
    expect((await ask(university, patent, 'exclusiveLicence')).code).toBe('right.openLicenceInForce');

    expect((await university.post(`/v1/open-licences/${id}/uptakes`).expect(422)).body.code).toBe(
      'openLicence.ownPatent',
    );
    const uptake = (await firm.post(`/v1/open-licences/${id}/uptakes`).expect(201)).body;
    expect(uptake).toMatchObject({ state: 'notified', notifiedOn: '2026-11-23', effectiveOn: null });
    expect((await firm.post(`/v1/open-licences/${id}/uptakes`).expect(409)).body.code).toBe('openLicence.takenUp');
    const evidenceId = await evidenceFor(firm, patent);
    const paid = await firm
      .post(`/v1/open-licence-uptakes/${uptake.id}/payment`, { paidOn: '2026-11-23', evidenceId })
      .expect(201);
    expect(paid.body).toMatchObject({ state: 'licensed', effectiveOn: '2026-11-23', until: '2030-05-05' });
    expect((await firm.get('/v1/right-overlays?kind=licence').expect(200)).body.items).toMatchObject([
      { rightId: patent, manner: 'ordinary', state: 'confirmed' },
    ]);
    expect((await firm.get('/v1/right-filings').expect(200)).body.items).toContainEqual(
      expect.objectContaining({ kind: 'licenceFiling', dueOn: '2027-02-23', uptakeId: uptake.id, state: 'due' }),
    );

    // Withdrawn, the offer is over; who has a licence keeps it (专利法第五十条).
    await university.post(`/v1/open-licences/${id}/withdrawal`, { reason: '拟作独占许可' }).expect(201);
    expect((await buyer.post(`/v1/open-licences/${id}/uptakes`).expect(422)).body.code).toBe('openLicence.over');
    expect((await ask(university, patent, 'exclusiveLicence')).code).toBe('right.licensedOrdinarily');
    const contested = await university
      .post(`/v1/open-licence-uptakes/${uptake.id}/contest`, { settled: false, reason: '未到账' })
      .expect(201);
    expect(contested.body.state).toBe('contested');
  });

  it.each([
    [
      'software of a unit',
      { kind: 'softwareCopyright', number: '2023SR0123456', firstUsedOn: '2023-02-01' },
      '2073-12-31',
    ],
    [
      'a variety granted before 2025',
      { kind: 'newVariety', number: 'CNA20191001234', grantedOn: '2024-03-01' },
      '2039-02-28',
    ],
    [
      'a variety granted since',
      { kind: 'newVariety', number: 'CNA20201000123', grantedOn: '2025-06-01' },
      '2045-05-31',
    ],
    ['a layout design', { kind: 'layoutDesign', number: 'BS.205014852' }, '2033-01-09'],
  ])('registers %s with its own term', async (_name, given, expiresOn) => {
    const body = { title: '示例权利', state: 'granted', filedOn: '2023-01-10', ...given };
    const made = (await firm.post('/v1/rights', body).expect(201)).body;
    expect(made).toMatchObject({ standing: 'inForce', expiresOn });
    expect((await firm.post('/v1/rights', body).expect(409)).body.code).toBe('right.numberTaken');
    await stranger.get(`/v1/rights/${made.id}`).expect(404);
    const listed = (await firm.get('/v1/rights?limit=100').expect(200)).body.items;
    expect(listed.map(({ id }: { id: string }) => id)).toContain(made.id);
  });

  it.each([
    ['a number of another shape', { number: '2023SR12' }, 'right.numberMalformed'],
    ['a day to come', { firstUsedOn: '2026-11-24' }, 'right.datesWrong'],
    ['a term of its own', { expiresOn: '2080-01-01' }, 'right.termStated'],
    ['a granted variety without its day', { kind: 'newVariety', number: '20190123' }, 'right.grantMissing'],
  ])('refuses to register %s', async (_name, given, code) => {
    const body = {
      kind: 'softwareCopyright',
      number: '2022SR0000001',
      title: '示例权利',
      state: 'granted',
      filedOn: '2023-01-10',
    };
    const answer = await firm.post('/v1/rights', { ...body, ...given });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('freezes the listing of a variety that lapsed', async () => {
    const { id, achievementId } = await draftListing(firm, 'licence');
    const variety = { kind: 'newVariety', number: 'CNA20191009999', title: '陇示1号', state: 'granted', achievementId };
    const made = (
      await firm.post('/v1/rights', { ...variety, filedOn: '2019-05-01', grantedOn: '2022-03-01' }).expect(201)
    ).body;
    await firm.post(`/v1/listings/${id}/publication`).expect(201);
    const lapse = { event: 'lapse', reason: '未缴年费' };
    await firm.post(`/v1/rights/${made.id}/legal-events`, lapse).expect(201);
    expect(await freezes(id)).toMatchObject([{ code: 'right.ended', liftedAt: null }]);
  });

  it('hands software over with the contract: its copyright waits for no register', async () => {
    const number = '2021SR7654321';
    const entry = { kind: 'softwareCopyright', number, title: '饲喂软件', state: 'granted', filedOn: '2021-01-10' };
    const software = (await firm.post('/v1/rights', entry).expect(201)).body;
    const { id, textHash } = await draftContract(market, firm, buyer, {
      mode: 'transfer',
      number,
      kind: 'softwareCopyright',
    });
    for (const side of [firm, buyer]) await side.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
    await firm.get(`/v1/rights/${software.id}`).expect(404);
    expect((await buyer.get(`/v1/rights/${software.id}`).expect(200)).body).toMatchObject({
      organizationId: buyer.identity.organizationId,
      overlays: [],
    });
  });

  it('lets go of a right when both sides end the contract before its assignment is registered', async () => {
    const number = newPatentNumber(2017, 1);
    const patent = await newPatent(firm, { number });
    const { id, textHash } = await draftContract(market, firm, buyer, { mode: 'transfer', number });
    for (const side of [firm, buyer]) await side.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
    expect((await ask(firm, patent, 'transfer')).code).toBe('right.assignmentPending');
    for (const side of [firm, buyer]) {
      await side.post(`/v1/contracts/${id}/cancellation`, { reason: '协商一致解除' }).expect(201);
    }
    expect((await ask(firm, patent, 'transfer')).allowed).toBe(true);
    const filings = (await buyer.get('/v1/right-filings').expect(200)).body.items;
    expect(filings.find(({ contractId }: { contractId: string }) => contractId === id)).toMatchObject({
      state: 'cancelled',
    });
  });

  it('lets only the bureau agree to a sale abroad, on the paper that allows it', async () => {
    const patent = await newPatent(firm);
    const abroad = `/v1/rights/${patent}/disposal-check?act=transfer&foreign=true`;
    expect((await firm.get(abroad).expect(200)).body.code).toBe('right.exportNotApproved');
    const evidenceId = await evidenceFor(firm, patent);
    const approval = { acts: ['transfer'], basis: '技术出口合同登记证书（示例）', evidenceId };
    const { body } = await firm.post(`/v1/rights/${patent}/export-approvals`, approval).expect(201);
    expect((await firm.get(abroad).expect(200)).body.code).toBe('right.exportNotApproved');
    await firm.post(`/v1/right-consents/${body.id}/confirmation`).expect(403);
    await registrar.post(`/v1/right-consents/${body.id}/confirmation`).expect(201);
    expect((await firm.get(abroad).expect(200)).body).toMatchObject({ allowed: true });
  });
});
