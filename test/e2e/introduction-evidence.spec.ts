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
import { startMarket, type TestMarket } from '../support/market.js';
import { playedStory, type PlayedStory } from '../support/story.js';
import { unzipped } from '../support/zip.js';

const run = promisify(execFile);

/** 民法典 art. 965: what a broker holds in his hand when the two that he introduced signed behind his back. */
describe('引荐证据包', () => {
  let market: TestMarket;
  let story: PlayedStory;
  let id: string;
  let path: string;
  let folder: string;
  let bundle: Buffer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qy-introduction-'));
    market = await startMarket();
    story = await playedStory(market);
    id = story.ids.of('introduction')[0] ?? '';
    path = `/v1/introductions/${id}/evidence.zip`;
    await market.api.get(AuditService, { strict: false }).seal(systemActor('test', 'test'));
    bundle = await download(story.people.broker);
  }, 180_000);
  afterAll(async () => {
    await market.close();
    await rm(folder, { recursive: true, force: true });
  });

  const download = async (caller: Caller): Promise<Buffer> =>
    (
      await caller
        .get(path)
        .buffer(true)
        .parse((answer, done) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200)
    ).body as Buffer;

  const keys = async (): Promise<string> =>
    JSON.stringify((await market.anonymous.get('/.well-known/certificate-keys.json').expect(200)).body);

  async function verified(bytes: Buffer) {
    const file = join(folder, 'bundle.zip');
    await writeFile(file, bytes);
    return verifyBundle(file, readPublicKeys(await keys()));
  }

  async function changed(change: Readonly<Record<string, Buffer>>): Promise<Buffer> {
    const zip = new yazl.ZipFile();
    for (const [name, bytes] of Object.entries({ ...Object.fromEntries(await unzipped(bundle)), ...change }))
      zip.addBuffer(bytes, name);
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  it('proves without the market who introduced whom, when, and under which mandates', async () => {
    const files = await unzipped(bundle);
    expect([...files.keys()]).toEqual([
      'manifest.json',
      'manifest.signature.json',
      'README.txt',
      'introduction/proposed.json',
      'introduction/log.json',
      'parties.json',
      'mandates.json',
      'transitions.json',
      'audit/records.json',
      'keys.json',
    ]);
    const { findings, chained, unsealed, manifest } = await verified(bundle);
    expect(findings).toEqual([]);
    expect(chained).toBeGreaterThanOrEqual(1);
    expect(unsealed).toBe(0);
    expect(manifest).toMatchObject({ introductionId: id, exportedBy: story.people.broker.identity.personId });
    const proposed = JSON.parse(files.get('introduction/proposed.json')?.toString() ?? '{}') as object;
    expect(proposed).toMatchObject({ introducer: { personId: story.people.broker.identity.personId } });
    const { mandates } = JSON.parse(files.get('mandates.json')?.toString() ?? '{}') as { mandates: object[] };
    expect(mandates).toHaveLength(2);
    const keyFile = join(folder, 'keys.json');
    await writeFile(keyFile, await keys());
    const args = ['dist/apps/cli/src/main.js', 'bundle:verify', join(folder, 'bundle.zip'), '--key', keyFile];
    const { stdout } = await run(process.execPath, args, { env: {} });
    expect(stdout).toContain(`引荐 ${id}`);
    expect(stdout).toContain('完好');
  });

  it('tells no contact, and of what others did only the place in the chain', async () => {
    const all = [...(await unzipped(bundle)).values()].map(String).join();
    expect(all).not.toContain('0934-');
    const { withheld, findings } = await verified(bundle);
    expect(withheld).toBeGreaterThanOrEqual(2);
    expect(findings).toEqual([]);
    const whole = await verified(await download(story.people.auditor));
    expect(whole).toMatchObject({ findings: [], withheld: 0 });
  });

  it('shows another introducer, another time, or a record put in', async () => {
    const files = await unzipped(bundle);
    const text = files.get('introduction/proposed.json')?.toString() ?? '';
    const forged = Buffer.from(text.replace(/"message":"[^"]*"/, '"message":"早在一年前已经引荐"'));
    const { findings } = await verified(await changed({ 'introduction/proposed.json': forged }));
    expect(findings).toEqual([
      { code: 'fileChanged', place: 'introduction/proposed.json' },
      { code: 'introductionWrong', place: 'introduction/proposed.json' },
    ]);
    const records = JSON.parse(files.get('audit/records.json')?.toString() ?? '[]') as { text: string | null }[];
    const own = records.find((record) => record.text !== null);
    if (own?.text) own.text = own.text.replace('2026', '2025');
    const chain = await verified(await changed({ 'audit/records.json': Buffer.from(JSON.stringify(records)) }));
    expect(chain.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['fileChanged', 'chainWrong']));
  });

  it('is for who introduced and for the bureau; the sides and strangers get none; each export is on record', async () => {
    const stranger = await market.member({ roles: ['broker'], organizationKind: 'transferAgency' });
    await stranger.get(path).expect(404);
    const { body } = await story.people.buyer.get(path).expect(403);
    expect((body as { code: string }).code).toBe('introduction.notIntroducer');
    await story.people.seller.get(path).expect(403);
    const { body: page } = await story.people.auditor
      .get(`/v1/audit-records?subjectKind=introduction&subjectId=${id}`)
      .expect(200);
    const exports = (page as { items: { action: string }[] }).items.filter(({ action }) =>
      action.endsWith('exportEvidence'),
    );
    expect(exports.length).toBeGreaterThanOrEqual(2);
  });
});
