import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { signatureHolds } from '#application/certificate/certificate.signer.js';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** A company looks for money, and lets one bank see what it chose, for as long as it wants. */
describe('科技金融', () => {
  let market: TestMarket;
  let company: Caller;
  let bank: Caller;
  let otherBank: Caller;
  beforeAll(async () => {
    market = await startMarket();
    company = await market.member({ roles: ['enterprise'] });
    bank = await market.member({ roles: ['financeManager'], organizationKind: 'bank' });
    otherBank = await market.member({ roles: ['financeManager'], organizationKind: 'guarantor' });
    for (const [number, pledged] of [
      ['2020101234560', false],
      ['2020101234561', true],
    ] as const) {
      await market.database.owner.query(
        `INSERT INTO patent (id, organization_id, state, number, kind, title, filed_on, expires_on, pledged, pledgee_consents, secret,
           licence, created_at, updated_at)
         VALUES ($1, $2, 'granted', $3, 'invention', '羔羊代乳料及其制备方法', '2020-01-01', '2040-01-01', $4, false, false, 'none', now(), now())`,
        [uuid(), company.identity.organizationId, number, pledged],
      );
    }
  });
  afterAll(() => market.close());

  const product = {
    kind: 'ipPledge',
    title: '专利质押贷',
    description: '以有效发明专利质押。',
    rateText: 'LPR+50 个基点',
    minYuan: '100000',
    maxYuan: '5000000',
    longestMonths: 36,
    conditions: { cityOnly: true, leastFreePatents: 1 },
  };
  const need = { amountYuan: '1000000', months: 24, purpose: '采购羔羊代乳料中试生产线。' };
  const codeOf = (answer: { body: { code: string } }) => answer.body.code;
  const published = async (owner: Caller, over: object = {}) => {
    const { body } = await owner.post('/v1/finance-schemes', { ...product, ...over }).expect(201);
    await owner.post(`/v1/finance-schemes/${body.id}/publication`).expect(201);
    return body.id as string;
  };

  it('matches by hard conditions with reasons, and takes no application that does not fit', async () => {
    const fitting = await published(bank);
    const strict = await published(otherBank, { title: '大额担保', conditions: { leastFreePatents: 2 } });
    const { body } = await company.post('/v1/finance-needs', need).expect(201);
    const { body: matches } = await company.get(`/v1/finance-needs/${body.id}/matches`).expect(200);
    expect(matches.items.map((one: { product: { id: string }; fits: boolean }) => [one.product.id, one.fits])).toEqual([
      [fitting, true],
      [strict, false],
    ]);
    expect(JSON.stringify(matches.items[1].findings)).toContain('未质押的有效专利不少于 2 件，现有 1 件（共 2 件）');
    const refused = await company.post('/v1/finance-applications', { needId: body.id, productId: strict }).expect(422);
    expect(codeOf(refused)).toBe('finance.notFitting');
    await bank.get(`/v1/finance-needs/${body.id}`).expect(404);
    await bank.post('/v1/finance-needs', need).expect(403);
    await company.post('/v1/finance-schemes', product).expect(403);
  });

  it('lets one bank read what the company chose, signed; writes every reading down; ends on the day or at once', async () => {
    const productId = await published(bank);
    const { body: wanted } = await company.post('/v1/finance-needs', need).expect(201);
    const application = { needId: wanted.id, productId };
    const { body } = await company.post('/v1/finance-applications', application).expect(201);
    expect(codeOf(await company.post('/v1/finance-applications', application).expect(409))).toBe(
      'finance.appliedAlready',
    );
    const path = `/v1/finance-applications/${body.id}`;
    await otherBank.get(path).expect(404);
    await otherBank.post(`${path}/decision`, { decision: 'examine', reason: '越权' }).expect(404);
    const grant = { contents: ['patents'], days: 30, consent: '同意贵行为审查本次申请查阅所列资料。' };
    await bank.post(`${path}/pack`, grant).expect(403);
    const pack = (await company.post(`${path}/pack`, grant).expect(201)).body;
    expect((await bank.get(path).expect(200)).body.packId).toBe(pack.id);
    const packPath = `/v1/finance-packs/${pack.id}`;
    await otherBank.get(packPath).expect(404);
    const read = (await bank.get(packPath).expect(200)).body;
    expect(read.files.map((file: { path: string }) => file.path)).toEqual(['patents.json']); // and nothing it did not choose
    expect(JSON.parse(read.files[0].text).map((one: { pledged: boolean }) => one.pledged)).toEqual([false, true]);
    const [file] = JSON.parse(read.manifest).files;
    expect(file.sha256).toBe(createHash('sha256').update(read.files[0].text).digest('hex'));
    const { rows } = await market.database.owner.query('SELECT public_key FROM certificate_key WHERE id = $1', [
      read.keyId,
    ]);
    expect(signatureHolds(`qingyang-finance-pack\n${read.manifest}`, read.signature, rows[0].public_key)).toBe(true);
    expect(signatureHolds(`qingyang-finance-pack\n${read.manifest} `, read.signature, rows[0].public_key)).toBe(false);
    await bank.get(packPath).expect(200);
    const readings = (await company.get(`${packPath}/readings`).expect(200)).body.items;
    expect(readings).toHaveLength(2);
    expect(readings[0]).toMatchObject({
      personId: bank.identity.personId,
      organizationId: bank.identity.organizationId,
    });

    await company.post(`${packPath}/withdrawal`, { reason: '改向他行申请。' }).expect(201);
    expect(codeOf(await bank.get(packPath).expect(409))).toBe('finance.packClosed');
    const second = (await company.post(`${path}/pack`, grant).expect(201)).body;
    market.clock.moveTo(new Date('2026-12-24T02:00:00Z'));
    expect(codeOf(await bank.get(`/v1/finance-packs/${second.id}`).expect(409))).toBe('finance.packClosed');
    await company.get(`/v1/finance-packs/${second.id}`).expect(200);
  });

  it('is decided with a reason and an amount no higher than asked for', async () => {
    const productId = await published(bank, { conditions: {} });
    const { body: wanted } = await company.post('/v1/finance-needs', need).expect(201);
    const { body } = await company.post('/v1/finance-applications', { needId: wanted.id, productId }).expect(201);
    const decide = (over: object) =>
      bank.post(`/v1/finance-applications/${body.id}/decision`, { reason: '资料齐全，符合授信条件。', ...over });
    await decide({ decision: 'approve', amountYuan: '800000' }).expect(409);
    await decide({ decision: 'examine' }).expect(201);
    expect(codeOf(await decide({ decision: 'approve', amountYuan: '1000000.01' }).expect(422))).toBe(
      'finance.approvedAmount',
    );
    await decide({ decision: 'approve' }).expect(422);
    await decide({ decision: 'approve', amountYuan: '800000' }).expect(201);
    await decide({ decision: 'disburse', amountYuan: '800000.01' }).expect(422);
    const paid = await decide({ decision: 'disburse', amountYuan: '800000' }).expect(201);
    expect(paid.body).toMatchObject({
      state: 'disbursed',
      approved: { yuan: '800000.00' },
      disbursed: { yuan: '800000.00' },
    });
  });
});
