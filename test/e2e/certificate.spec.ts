import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CertificateService } from '#application/certificate/certificate.service.js';
import { ContractRegistrationService } from '#application/contract-registration/contract-registration.service.js';
import { systemActor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract, type ContractFacts } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { qrCodeOf } from '../support/pdf.js';

const run = promisify(execFile);

/** Who holds a certificate, who is shown one, and who checks it far from the market. */
describe('登记证明', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let registrar: Caller;
  let stranger: Caller;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qy-certificate-'));
    market = await startMarket({ now: '2026-11-02T02:00:00Z', env: { PUBLIC_URL: 'https://market.example/' } });
    [seller, buyer, registrar, stranger] = await Promise.all([
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['registrar'], organizationKind: 'cityBureau', countyCode: '621000' }),
      market.member({ roles: ['enterprise'] }),
    ]);
  });
  afterAll(async () => {
    await market.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function registered(facts: Partial<ContractFacts> = {}): Promise<string> {
    const contractId = await effectiveContract(market.database, {
      seller: seller.identity,
      buyer: buyer.identity,
      ...facts,
    });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${body.id}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    await registrar.post(`${path}/examination`, {}).expect(201);
    const decision = { verifiedTechnologyValueYuan: '1200000.00', type: 'development' };
    await registrar.post(`${path}/determination`, decision).expect(201);
    return path;
  }

  /** A change of the registration, as its use case makes one: the certificate's part of it. */
  async function change(path: string): Promise<void> {
    const unitOfWork = market.api.get(UnitOfWork, { strict: false });
    const registrations = market.api.get(ContractRegistrationService, { strict: false });
    const certificates = market.api.get(CertificateService, { strict: false });
    await unitOfWork.run(systemActor('test', 'test'), async (tx) => {
      const found = await registrations.forReward(tx, path.split('/').at(-1) ?? '');
      if (found) await certificates.renew(tx, found);
    });
  }

  const pdfOf = async (caller: Caller, path: string, query = ''): Promise<Buffer> => {
    const { body } = await caller
      .get(`${path}/certificate.pdf${query}`)
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200)
      .expect('content-type', 'application/pdf')
      .expect('x-content-type-options', 'nosniff');
    return body as Buffer;
  };

  const verify = async (bytes: Buffer, name: string): Promise<{ code: number; text: string }> => {
    const { body: keySet } = await market.anonymous.get('/.well-known/certificate-keys.json').expect(200);
    const [file, key] = [join(folder, name), join(folder, 'keys.json')];
    await writeFile(file, bytes);
    await writeFile(key, JSON.stringify(keySet));
    const args = ['dist/apps/cli/src/main.js', 'certificate:verify', file, '--key', key];
    // Without an environment: no database is named, none can be asked.
    return run(process.execPath, args, { env: {} }).then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, text: error.stdout }),
    );
  };

  it('is a PDF that its holder passes on, anybody scans, and a command verifies without the market', async () => {
    const path = await registered();
    const pdf = await pdfOf(seller, path);
    expect(Buffer.compare(pdf, await pdfOf(buyer, path))).toBe(0);
    await stranger.get(`${path}/certificate.pdf`).expect(404);
    await market.anonymous.get(`${path}/certificate.pdf`).expect(401);

    const { body: certificate } = await seller.get(`${path}/certificate`).expect(200);
    const code = certificate.content.verificationCode as string;
    expect(qrCodeOf(pdf)).toBe(`https://market.example/certificates/${code}`);
    const page = await market.anonymous.get(`/certificates/${code}`).expect(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.text).toContain('有效');
    expect(page.text).toContain(certificate.content.registrationNumber);
    expect(page.text).toContain('甘＊＊＊＊＊＊＊＊院');
    for (const secret of ['羔羊', '1200000', '农业科学']) expect(page.text).not.toContain(secret);

    const genuine = await verify(pdf, 'genuine.pdf');
    expect(genuine).toMatchObject({ code: 0, text: expect.stringContaining('核定技术交易额：人民币 1200000.00 元') });
    const json = await verify(Buffer.from(JSON.stringify(certificate)), 'genuine.json');
    expect(json.code).toBe(0);
    const tampered = { ...certificate, content: { ...certificate.content, title: '另一个项目' } };
    const red = await verify(Buffer.from(JSON.stringify(tampered)), 'tampered.json');
    expect(red.code).toBe(1);
    expect(red.text).toContain('项目：title；签名的是："羔羊代乳料研制"；文件中是："另一个项目"');
    const broken = Buffer.from(pdf);
    broken.writeUInt8((broken[3000] ?? 0) ^ 1, 3000);
    expect(await verify(broken, 'broken.pdf')).toMatchObject({ code: 1, text: expect.stringContaining('fileAltered') });
  });

  it('gets a new edition when the registration is changed, and tells its state at any past date', async () => {
    market.clock.moveTo(new Date('2026-11-02T02:00:00Z'));
    const path = await registered();
    const first = (await seller.get(`${path}/certificate`).expect(200)).body;
    market.clock.moveTo(new Date('2026-11-10T02:00:00Z'));
    await change(path);
    const second = (await seller.get(`${path}/certificate`).expect(200)).body;
    expect(second).toMatchObject({ edition: 2, state: 'valid' });
    expect(second.content).toMatchObject({
      edition: '2',
      replaces: first.content.verificationCode,
      registrationNumber: first.content.registrationNumber,
    });
    const old = (await seller.get(`${path}/certificate?edition=1`).expect(200)).body;
    expect(old).toMatchObject({ state: 'changed', signedText: first.signedText });
    await seller.get(`${path}/certificate?edition=3`).expect(404);
    await seller.get(`${path}/certificate?edition=0`).expect(400);
    expect((await verify(await pdfOf(seller, path, '?edition=1'), 'old.pdf')).code).toBe(0);

    const oldCode = `/v1/certificates/${first.content.verificationCode}`;
    const stateAt = async (on: string): Promise<string> =>
      (await market.anonymous.get(`${oldCode}?on=${on}`).expect(200)).body.stateOn;
    expect(await stateAt('2026-11-01')).toBe('notIssued');
    expect(await stateAt('2026-11-02')).toBe('valid');
    expect(await stateAt('2026-11-10')).toBe('changed');
    const ahead = await market.anonymous.get(`${oldCode}?on=2026-11-11`).expect(422);
    expect(ahead.body.code).toBe('certificate.dayAhead');
    await market.anonymous.get(`${oldCode}?on=2026-02-30`).expect(400);

    market.clock.moveTo(new Date('2026-11-12T02:00:00Z'));
    await registrar.post(`${path}/cancellation`, { reason: '合同解除' }).expect(201);
    expect(await stateAt('2026-11-11')).toBe('changed');
    expect(await stateAt('2026-11-12')).toBe('cancelled');
    for (const code of [first, second].map(({ content }) => content.verificationCode as string)) {
      const page = await market.anonymous.get(`/certificates/${code}`).expect(200);
      expect(page.text).toContain('已注销（2026-11-12）');
    }
    expect((await verify(await pdfOf(seller, path), 'cancelled.pdf')).code).toBe(0);
  });

  it('answers a code that nobody was given by a page that says so', async () => {
    for (const code of ['0'.repeat(26), 'x', encodeURIComponent('<script>alert(1)</script>'), '%E7%A0%81']) {
      const page = await market.anonymous.get(`/certificates/${code}`).expect(404);
      expect(page.text).toContain('查无此证');
      expect(page.text).not.toContain('<script>');
    }
  });

  it('stops at a character that no font has, and names it and where it stands', async () => {
    const path = await registered({ title: '𠮷田法制备羔羊代乳料' });
    const refused = await seller.get(`${path}/certificate.pdf`).expect(422);
    expect(refused.body).toMatchObject({ code: 'document.glyphMissing' });
    expect(refused.body.detail).toBe('「项目名称」中的「𠮷」（U+20BB7）不在所嵌字体之内，文件没有生成。');
    await seller.get(`${path}/certificate`).expect(200); // the registration stands, and so does its signed record
  });
});
