import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import yazl from 'yazl';
import { AuditService } from '#application/audit/audit.service.js';
import { readPublicKeys } from '#application/certificate/certificate.verification.js';
import { verifyBundle } from '#application/evidence/bundle.verification.js';
import { systemActor } from '#domain/shared/actor.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { unzipped } from '../support/zip.js';

const run = promisify(execFile);

/** What the bureau hands to a court or an auditor, and what they make of it without us. */
describe('证据包', () => {
  let market: TestMarket;
  let seller: Caller;
  let registrar: Caller;
  let auditor: Caller;
  let registrationId: string;
  let bundle: Buffer;
  let folder: string;
  let keyFile: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qy-evidence-'));
    market = await startMarket({ now: '2026-11-02T02:00:00Z' });
    const bureau = { organizationKind: 'cityBureau', countyCode: '621000' };
    let buyer: Caller;
    [seller, buyer, registrar, auditor] = await Promise.all([
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['registrar'], ...bureau }),
      market.member({ roles: ['auditor'], ...bureau }),
    ]);
    const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    registrationId = body.id as string;
    for (const [kind, id] of [
      ['contract', contractId],
      ['contractRegistration', registrationId],
    ] as const)
      await seller
        .post(`/v1/attachments?subjectKind=${kind}&subjectId=${id}&materialKind=contractText&fileName=a.pdf`)
        .set('content-type', 'application/octet-stream')
        .send(Buffer.concat([Buffer.from(`%PDF-1.7\n${kind}\n`), Buffer.alloc(600_000, 7)]))
        .expect(201);
    await registered();
    await market.api.get(AuditService, { strict: false }).seal(systemActor('test', 'test'));
    bundle = await download(auditor);
    const { body: keys } = await market.anonymous.get('/.well-known/certificate-keys.json').expect(200);
    keyFile = join(folder, 'keys.json');
    await writeFile(keyFile, JSON.stringify(keys));
  });
  afterAll(async () => {
    await market.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Through the office's own steps, whatever they are called. */
  async function registered(): Promise<void> {
    const path = `/v1/contract-registrations/${registrationId}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    await registrar.post(`${path}/examination`, {}).expect(201);
    const decision = { verifiedTechnologyValueYuan: '1200000.00', type: 'development' };
    await registrar.post(`${path}/determination`, decision).expect(201);
  }

  const download = async (caller: Caller): Promise<Buffer> =>
    (
      await caller
        .get(`/v1/contract-registrations/${registrationId}/evidence.zip`)
        .buffer(true)
        .parse((answer, done) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200)
    ).body as Buffer;

  const verified = async (bytes: Buffer) => {
    const file = join(folder, 'bundle.zip');
    await writeFile(file, bytes);
    const { body: keys } = await market.anonymous.get('/.well-known/certificate-keys.json');
    return verifyBundle(file, readPublicKeys(JSON.stringify(keys)));
  };

  /** The bundle with some files replaced, added or (null) left out. */
  async function changed(change: Readonly<Record<string, Buffer | null>>): Promise<Buffer> {
    const zip = new yazl.ZipFile();
    for (const [name, bytes] of Object.entries({ ...Object.fromEntries(await unzipped(bundle)), ...change }))
      if (bytes) zip.addBuffer(bytes, name);
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  it('holds the whole case and proves itself without the market', async () => {
    const files = await unzipped(bundle);
    const names = [...files.keys()];
    expect(names.slice(0, 2)).toEqual(['manifest.json', 'manifest.signature.json']);
    expect(names).toEqual(
      expect.arrayContaining([
        'records/contract.json',
        'records/contract_party.json',
        'records/contract_registration.json',
        'transitions.json',
        'audit/records.json',
        'certificates/1.json',
        'certificates/1.pdf',
        'attachments.json',
      ]),
    );
    expect(names.filter((name) => name.startsWith('attachments/'))).toHaveLength(2);
    expect(files.get('records/contract_registration.json')?.toString()).toContain('"registration_number": "2026621001');
    const { findings, chained, unsealed, manifest } = await verified(bundle);
    expect(findings).toEqual([]);
    expect(chained).toBeGreaterThanOrEqual(5);
    expect(unsealed).toBe(0);
    expect(manifest).toMatchObject({ registrationId, exportedBy: auditor.identity.personId });
    const args = ['dist/apps/cli/src/main.js', 'bundle:verify', join(folder, 'bundle.zip'), '--key', keyFile];
    const { stdout } = await run(process.execPath, args, { env: {} });
    expect(stdout).toContain('完好');
  });

  it('shows what was changed, left out or put in', async () => {
    const name = 'records/contract_registration.json';
    const original = (await unzipped(bundle)).get(name)?.toString() ?? '';
    const bigger = Buffer.from(original.replace('120000000', '920000000'));
    expect((await verified(await changed({ [name]: bigger }))).findings).toEqual([
      { code: 'fileChanged', place: name },
    ]);
    expect((await verified(await changed({ [name]: null }))).findings).toEqual([{ code: 'fileMissing', place: name }]);
    expect((await verified(await changed({ 'records/extra.json': Buffer.from('[]') }))).findings).toEqual([
      { code: 'fileExtra', place: 'records/extra.json' },
    ]);
    const records = JSON.parse((await unzipped(bundle)).get('audit/records.json')?.toString() ?? '[]') as {
      text: string;
      sequence: number;
    }[];
    const [first] = records;
    if (first) first.text = first.text.replace('contract', 'c0ntract');
    const forged = await changed({ 'audit/records.json': Buffer.from(JSON.stringify(records)) });
    expect((await verified(forged)).findings).toContainEqual({
      code: 'chainWrong',
      place: `audit/records.json #${first?.sequence}`,
    });
    const manifest = (await unzipped(bundle)).get('manifest.json')?.toString() ?? '';
    const other = Buffer.from(manifest.replace(registrationId, '0193f0a2-7c1e-7000-8000-000000000000'));
    expect((await verified(await changed({ 'manifest.json': other }))).findings).toEqual([{ code: 'signatureWrong' }]);
    for (const broken of [Buffer.from('no zip'), bundle.subarray(0, bundle.length - 100)])
      expect((await verified(broken)).findings).toEqual([{ code: 'unreadable' }]);
  });

  it('is for the office and the auditor, and every export is on record', async () => {
    await seller.get(`/v1/contract-registrations/${registrationId}/evidence.zip`).expect(403);
    await download(registrar);
    const { body } = await auditor
      .get(`/v1/audit-records?subjectKind=contractRegistration&subjectId=${registrationId}`)
      .expect(200);
    const exports = body.items.filter((item: { action: string }) => item.action.endsWith('.exportEvidence'));
    expect(exports.map((item: { personId: string }) => item.personId)).toEqual([
      registrar.identity.personId,
      auditor.identity.personId,
    ]);
  });
});
