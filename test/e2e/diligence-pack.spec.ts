import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import yazl from 'yazl';
import { AuditService } from '#application/audit/audit.service.js';
import { readPublicKeys } from '#application/certificate/certificate.verification.js';
import { verifyBundle } from '#application/evidence/bundle.verification.js';
import { systemActor } from '#domain/shared/actor.js';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import {
  agreedAchievement,
  procedureUnit,
  stagesOf,
  untilNotice,
  type ProcedureUnit,
} from '../support/transfer-procedure.js';
import { unzipped } from '../support/zip.js';

/** 尽职免责: what a leader shows years later, and what a stranger makes of it without us. */
describe('尽职免责证据包', () => {
  let market: TestMarket;
  let people: ProcedureUnit;
  let id: string;
  let folder: string;
  let pack: Buffer;
  let keys: string;

  const download = async (caller: Caller): Promise<Buffer> =>
    (
      await caller
        .get(`/v1/transfer-procedures/${id}/diligence-pack.zip`)
        .buffer(true)
        .parse((answer, done) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200)
    ).body as Buffer;
  const zipped = async (files: ReadonlyMap<string, Buffer>): Promise<Buffer> => {
    const zip = new yazl.ZipFile();
    for (const [name, bytes] of files) zip.addBuffer(bytes, name);
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const verdict = async (bytes: Buffer) => {
    const file = join(folder, 'pack.zip');
    await writeFile(file, bytes);
    return verifyBundle(file, readPublicKeys(keys));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qy-diligence-'));
    market = await startMarket({ now: '2026-11-23T02:00:00Z' });
    people = await procedureUnit(market);
    await people.unit.post('/v1/transfer-rules', { stages: stagesOf(people), note: '校长办公会通过。' }).expect(201);
    const { body } = await people.unit
      .post('/v1/transfer-procedures', {
        achievementId: await agreedAchievement(people),
        way: 'transfer',
        summary: '企业有明确需求，拟整体转让。',
        relatedParty: false,
      })
      .expect(201);
    id = body.id;
    await untilNotice(people, id);
    await market.api.get(AuditService, { strict: false }).seal(systemActor('test', 'test'));
    pack = await download(people.unit);
    keys = JSON.stringify((await market.anonymous.get('/.well-known/certificate-keys.json').expect(200)).body);
  });
  afterAll(async () => {
    await market.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('says first what is missing, by article', async () => {
    const { body } = await people.unit.get(`/v1/transfer-procedures/${id}/diligence`).expect(200);
    expect(body.complete).toBe(false);
    const open = body.items.filter(({ met }: { met: boolean }) => !met);
    expect(open.map(({ code }: { code: string }) => code)).toEqual(['procedure', 'notice', 'contract', 'reward']);
    expect(open[1]).toMatchObject({ article: expect.stringContaining('第十八条'), missing: '没有期满的公示' });
  });

  it('holds price, notice, votes, minutes and papers, and verifies offline', async () => {
    const files = await unzipped(pack);
    const names = [...files.keys()];
    for (const name of [
      'completeness.json',
      'records/transfer_procedure.json',
      'records/procedure_vote.json',
      'records/public_notice.json',
      'records/share_agreement.json',
      'minutes/4.json',
      'minutes/5.json',
      'transitions.json',
      'audit/records.json',
    ])
      expect(names).toContain(name);
    expect(names.some((name) => name.startsWith('attachments/'))).toBe(true);
    expect(files.get('records/transfer_procedure.json')?.toString()).toContain('"price_fen": 120000000');
    const { findings, manifest, chained } = await verdict(pack);
    expect(findings).toEqual([]);
    expect(manifest).toMatchObject({ kind: '尽职免责证据包', procedureId: id });
    expect(chained).toBeGreaterThan(10);
  });

  it('is broken by every change: a vote, the minutes, a missing or an added file', async () => {
    const files = await unzipped(pack);
    const changed = (name: string, from: string, to: string) => {
      const text = files.get(name)?.toString() ?? '';
      expect(text).toContain(from);
      return new Map([...files, [name, Buffer.from(text.replace(from, to))]]);
    };
    const codes = async (altered: ReadonlyMap<string, Buffer>) =>
      [...new Set((await verdict(await zipped(altered))).findings.map(({ code }) => code))].sort();
    expect(await codes(files)).toEqual([]);
    expect(await codes(changed('records/procedure_vote.json', 'approve', 'abstain'))).toEqual(['fileChanged']);
    expect(await codes(changed('minutes/5.json', '逐项讨论', '没有讨论'))).toEqual(['fileChanged', 'minutesWrong']);
    expect(await codes(changed('audit/records.json', 'transferProcedure.vote', 'transferProcedure.note'))).toEqual([
      'chainWrong',
      'fileChanged',
    ]);
    expect(await codes(new Map([...files].filter(([name]) => name !== 'minutes/4.json')))).toEqual(['fileMissing']);
    expect(await codes(new Map([...files, ['minutes/9.txt', Buffer.from('x')]]))).toEqual([
      'fileExtra',
      'minutesWrong',
    ]);
    expect(await codes(changed('manifest.json', '湖羊', '山羊'))).toEqual(['signatureWrong']);
  });

  it('is for the unit and the bureau; every taking is recorded', async () => {
    const stranger = await market.member({ roles: ['researchUnit'] });
    await stranger.get(`/v1/transfer-procedures/${id}/diligence-pack.zip`).expect(404);
    await stranger.get(`/v1/transfer-procedures/${id}/diligence`).expect(404);
    const auditor = await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' });
    await download(auditor);
    const { rows } = await market.database.owner.query(
      `SELECT count(*)::int AS n FROM audit_record WHERE subject_id = $1 AND action = 'transferProcedure.exportDiligencePack'`,
      [id],
    );
    expect(rows[0].n).toBe(2);
  });
});
