import { readPublicKeys, verifyCertificateFile } from '#application/certificate/certificate.verification.js';
import { effectiveContract } from '../support/contracts.js';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { qrCodeOf } from '../support/pdf.js';
import { playedStory, type PlayedStory } from '../support/story.js';

/** 交易鉴证书 of a deal at a negotiated price; of an auction's, see auction.spec. */
describe('交易鉴证书', () => {
  let market: TestMarket;
  let story: PlayedStory;
  let registrar: Caller;
  let reviewer: Caller;
  let stranger: Caller;
  let contractId: string;
  let number: string;

  beforeAll(async () => {
    market = await startMarket({ env: { PUBLIC_URL: 'https://market.example' } });
    story = await playedStory(market);
    registrar = story.people.registrar;
    reviewer = story.people.reviewer;
    stranger = await market.member({ roles: ['enterprise'] });
    contractId = story.ids.of('contract')[0] ?? '';
    const { body } = await registrar.post('/v1/trading-certificates', { contractId }).expect(201);
    number = body.number as string;
  });
  afterAll(() => market.close());

  const path = (): string => `/v1/trading-certificates/${number}`;

  it('states what was witnessed of a negotiated price: notice, parties, price, hashes', async () => {
    const { body } = await story.people.buyer.get(`${path()}/full`).expect(200);
    expect(number).toMatch(/^QYJZ-\d{4}-000001$/);
    expect(body.content).toMatchObject({
      kind: '交易鉴证书',
      method: '协议定价',
      bidders: null,
      evidenceKind: '公示与报价记录',
      contractHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      evidenceHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      announcedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    const contract = await story.people.buyer.get(`/v1/contracts/${contractId}`).expect(200);
    expect(body.content.contractHash).toBe(contract.body.textHash);
    expect(body.content.price.yuan).toBe(contract.body.contractValue.yuan);
    expect(body.content.announcedUntil > body.content.announcedOn).toBe(true);
  });

  it('is a PDF that verifies offline, with a code that leads to its check, and not when a byte is changed', async () => {
    const { body } = await story.people.seller.get(`${path()}/certificate.pdf`).responseType('blob').expect(200);
    const pdf = body as Buffer;
    const keys = readPublicKeys(JSON.stringify((await market.anonymous.get('/v1/certificate-keys').expect(200)).body));
    const verdict = verifyCertificateFile(pdf, keys);
    expect(verdict.findings).toEqual([]);
    expect(verdict.content).toMatchObject({ kind: '交易鉴证书', number });
    expect(qrCodeOf(pdf)).toBe(`https://market.example/trading-certificates/${number}`);
    const forged = Buffer.from(pdf);
    forged[Math.floor(forged.length / 2)]! ^= 1;
    expect(verifyCertificateFile(forged, keys).findings).not.toEqual([]);
  });

  it('is checked by anybody by its number, names masked; the whole is for the parties and the bureau', async () => {
    const { body } = await market.anonymous.get(path()).expect(200);
    expect(body).toMatchObject({ number, state: 'valid', stateOn: 'valid', method: '协议定价' });
    expect(body.sellers[0]).toContain('＊');
    expect(Object.keys(body)).not.toContain('content');
    await stranger.get(`${path()}/full`).expect(404);
    await stranger.get(`${path()}/certificate.pdf`).expect(404);
    expect((await stranger.get('/v1/trading-certificates').expect(200)).body.items).toEqual([]);
    expect((await story.people.seller.get('/v1/trading-certificates').expect(200)).body.items).toHaveLength(1);
    await market.anonymous.get('/v1/trading-certificates/QYJZ-2026-999999').expect(404);
    await market.anonymous.get('/v1/trading-certificates/QYJZ-1').expect(400);
    expect((await market.anonymous.get(`${path()}?on=2099-01-01`).expect(422)).body.code).toBe('certificate.dayAhead');
  });

  it('is not issued for what is not in force, by who is related, or by another role', async () => {
    await stranger.post('/v1/trading-certificates', { contractId }).expect(403);
    await reviewer.post('/v1/trading-certificates', { contractId }).expect(403);
    const facts = { seller: story.people.seller.identity, buyer: story.people.buyer.identity };
    const other = await effectiveContract(market.database, facts);
    await market.database.owner.query(`UPDATE contract SET state = 'signing', effective_on = NULL WHERE id = $1`, [
      other,
    ]);
    const early = await registrar.post('/v1/trading-certificates', { contractId: other }).expect(409);
    expect(early.body.code).toBe('tradingCertificate.contractNotInForce');
    const colleague = await market.member({
      roles: ['registrar'],
      organizationId: registrar.identity.organizationId,
    });
    await market.database.owner.query(
      `INSERT INTO membership (person_id, organization_id, roles, since) VALUES ($1, $2, '{enterprise}', now())`,
      [colleague.identity.personId, story.people.buyer.identity.organizationId],
    );
    const related = await colleague.post('/v1/trading-certificates', { contractId: other });
    expect([related.status, related.body.code]).toEqual([409, 'tradingCertificate.contractNotInForce']);
    await market.database.owner.query(
      `UPDATE contract SET state = 'effective', effective_on = signed_on WHERE id = $1`,
      [other],
    );
    const recused = await colleague.post('/v1/trading-certificates', { contractId: other }).expect(422);
    expect(recused.body).toMatchObject({
      code: 'tradingCertificate.officerRelated',
      detail: expect.stringContaining('任职'),
    });
  });

  it('is revoked by another officer with a reason; it verifies on, as revoked from that day, and can be issued anew', async () => {
    const before = market.clock.now();
    const issuedOn = (await market.anonymous.get(path()).expect(200)).body.issuedOn as string;
    market.clock.moveTo(new Date(before.getTime() + 2 * 86_400_000));
    await registrar.post(`${path()}/revocation`, { reason: '试' }).expect(403);
    const { body } = await reviewer.post(`${path()}/revocation`, { reason: '所附公示有误。' }).expect(201);
    expect(body).toMatchObject({ state: 'revoked', revokeReason: '所附公示有误。' });
    await reviewer.post(`${path()}/revocation`, { reason: '再试' }).expect(409);
    expect((await market.anonymous.get(path()).expect(200)).body).toMatchObject({
      state: 'revoked',
      stateOn: 'revoked',
    });
    const then = await market.anonymous.get(`${path()}?on=${issuedOn}`).expect(200);
    expect(then.body).toMatchObject({ state: 'revoked', stateOn: 'valid' });
    expect((await market.anonymous.get(`${path()}?on=2020-01-01`).expect(200)).body.stateOn).toBe('notIssued');
    const pdf = await story.people.seller.get(`${path()}/certificate.pdf`).responseType('blob').expect(200);
    const keys = readPublicKeys(JSON.stringify((await market.anonymous.get('/v1/certificate-keys').expect(200)).body));
    expect(verifyCertificateFile(pdf.body as Buffer, keys).findings).toEqual([]);
    const again = await registrar.post('/v1/trading-certificates', { contractId }).expect(201);
    expect(again.body.number).toMatch(/-000002$/);
  });
});
