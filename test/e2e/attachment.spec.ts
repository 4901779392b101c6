import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import yazl from 'yazl';
import { attachmentLimits } from '#domain/attachment/attachment.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { newKey, startMarket, type TestMarket } from '../support/market.js';

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A zip as Word writes one, and what an attacker makes of it. */
async function docx(parts: Readonly<Record<string, Buffer>> = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  zip.addBuffer(Buffer.from(types), '[Content_Types].xml');
  zip.addBuffer(Buffer.from('<w:document/>'), 'word/document.xml');
  for (const [name, bytes] of Object.entries(parts)) zip.addBuffer(bytes, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What the parties and the office hand in, and what others try to. */
describe('附件', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let stranger: Caller;
  let registrar: Caller;
  let contractId: string;

  beforeAll(async () => {
    market = await startMarket();
    [seller, buyer, stranger, registrar] = await Promise.all([
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['registrar'], organizationKind: 'cityBureau', countyCode: '621000' }),
    ]);
    contractId = await newContract();
  });
  afterAll(() => market.close());

  const newContract = () => effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
  const address = (fileName: string, subjectId = contractId, subjectKind = 'contract', kind = 'contractText') =>
    `/v1/attachments?subjectKind=${subjectKind}&subjectId=${subjectId}&materialKind=${kind}&fileName=${encodeURIComponent(fileName)}`;
  const upload = (caller: Caller, bytes: Buffer, fileName = '合同.pdf', subjectId = contractId, key = newKey()) =>
    caller
      .post(address(fileName, subjectId), undefined, key)
      .set('content-type', 'application/octet-stream')
      .send(bytes);
  const download = (caller: Caller, id: string) =>
    caller
      .get(`/v1/attachments/${id}/content`)
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      });
  const stored = async (hash: string): Promise<number> =>
    (await market.database.owner.query(`SELECT FROM attachment_content WHERE sha256 = $1`, [hash])).rowCount ?? 0;

  it('keeps a file for its parties and the bureau, by its hash, and gives it back byte by byte', async () => {
    const bytes = Buffer.concat([pdf('正文'), randomBytes(700_000)]);
    const added = await upload(seller, bytes, '技术开发合同.pdf').expect(201);
    expect(added.body).toMatchObject({
      fileName: '技术开发合同.pdf',
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      scanState: 'unscanned',
    });
    for (const reader of [seller, buyer, registrar]) {
      const got = await download(reader, added.body.id).expect(200);
      expect(Buffer.compare(got.body as Buffer, bytes)).toBe(0);
      expect(got.headers['content-disposition']).toBe(
        `attachment; filename*=UTF-8''${encodeURIComponent('技术开发合同.pdf')}`,
      );
      expect(got.headers['x-content-type-options']).toBe('nosniff');
      expect(got.headers['content-type']).toBe('application/octet-stream');
    }
    for (const path of [`/v1/attachments/${added.body.id}`, `/v1/attachments/${added.body.id}/content`])
      await stranger.get(path).expect(404);
    const page = await buyer.get(`/v1/attachments?subjectKind=contract&subjectId=${contractId}&limit=1`).expect(200);
    expect(page.body.items).toHaveLength(1);
    await stranger.get(`/v1/attachments?subjectKind=contract&subjectId=${contractId}`).expect(404);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('qy-upload-'))).toEqual([]);
  });

  it('answers a repeated upload with the first answer, and another file under its key not at all', async () => {
    const [bytes, key, subject] = [pdf('重传'), newKey(), await newContract()];
    const first = await upload(seller, bytes, '合同.pdf', subject, key).expect(201);
    const again = await upload(seller, bytes, '合同.pdf', subject, key).expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    await upload(seller, pdf('别的'), '合同.pdf', subject, key).expect(422);
  });

  it('keeps equal content once, also when two upload it at once', async () => {
    const bytes = pdf('双方同时上传');
    const subject = await newContract();
    const answers = await Promise.all([
      upload(seller, bytes, '合同.pdf', subject),
      upload(buyer, bytes, '合同副本.pdf', subject),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await upload(seller, bytes, '合同.pdf', await newContract()).expect(201);
    expect(await stored(sha256(bytes))).toBe(1);
  });

  it.each([
    ['a program called PDF', '说明.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'typeNotAllowed'],
    ['a web page called PDF', '说明.pdf', Buffer.from('<html><script>1</script></html>'), 'typeNotAllowed'],
    ['a picture with a script', '图.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'typeNotAllowed'],
    ['a PDF called a picture', '图.png', pdf('x'), 'extensionDiffers'],
    ['a PDF behind a page', '合同.pdf', Buffer.concat([Buffer.from('<html>'), pdf('x')]), 'typeNotAllowed'],
    ['a PDF that needs a password', '合同.pdf', pdf('/Encrypt 5 0 R'), 'contentUnsafe'],
    ['nothing at all', '合同.pdf', Buffer.alloc(0), null],
  ])('refuses %s', async (_name, fileName, bytes, code) => {
    const refused = await upload(seller, bytes, fileName);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    if (code !== null) expect(refused.body.code).toBe(`attachment.${code}`);
  });

  it.each(['../../../etc/cron.d/x.pdf', '..\\x.pdf', '/x.pdf', '.x.pdf', 'a\r\nb.pdf', 'x\u202Efdp.exe', 'nul.pdf'])(
    'refuses the name %j, and writes nothing anywhere',
    async (name) => {
      const refused = await upload(seller, pdf('x'), name).expect(422);
      expect(refused.body.code).toBe('attachment.nameUnsafe');
    },
  );

  it('looks into a document before it takes it', async () => {
    await upload(seller, await docx(), '合同.docx').expect(201);
    const bomb = await upload(seller, await docx({ 'word/media/a.bin': Buffer.alloc(4_000_000) }), '合同.docx');
    expect([bomb.status, bomb.body.detail]).toEqual([422, '压缩比异常。']);
    const macro = await upload(seller, await docx({ 'word/vbaProject.bin': Buffer.from('x') }), '合同.docx');
    expect([macro.status, macro.body.detail]).toEqual([422, '含有宏。']);
  });

  it('refuses what is too large before it is received, and while it is', async () => {
    const { fileBytes } = attachmentLimits;
    const declared = await send({ 'content-length': String(fileBytes + 1) }, [pdf('x')]);
    expect(declared).toBe(413);
    const piece = Buffer.alloc(1024 * 1024, 1);
    const streamed = await send({}, [pdf('x'), ...Array.from({ length: fileBytes / piece.length + 1 }, () => piece)]);
    expect(streamed).toBe(413);
  });

  /** A request built by hand, in pieces; gives the status. */
  async function send(headers: Record<string, string>, pieces: readonly Buffer[]): Promise<number> {
    const url = new URL(address('大.pdf'), await market.api.getUrl());
    return new Promise((resolve, reject) => {
      const call = request(
        url,
        {
          method: 'POST',
          headers: {
            ...seller.authorization,
            'idempotency-key': newKey(),
            'content-type': 'application/octet-stream',
            ...headers,
          },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
          call.destroy();
        },
      );
      call.on('error', reject);
      for (const piece of pieces) call.write(piece);
      if (headers['content-length'] === undefined) call.end();
    });
  }

  it('takes nothing from strangers, of other routes or kinds', async () => {
    await upload(stranger, pdf('x')).expect(404);
    await upload(registrar, pdf('x')).expect(403);
    await upload(market.anonymous, pdf('x')).expect(401);
    await seller.post('/v1/demands').set('content-type', 'application/octet-stream').send(pdf('x')).expect(415);
    await seller.post(address('合同.pdf')).set('content-type', 'application/json').send('{}').expect(415);
    await upload(seller, pdf('x'), '合同.pdf', newKey()).expect(404);
  });

  it('lets its own organization take back what nobody relies on yet, and the content goes with it', async () => {
    const draft = await newContract();
    await market.database.owner.query(`UPDATE contract SET state = 'draft' WHERE id = $1`, [draft]);
    const bytes = pdf('传错了');
    const added = await upload(seller, bytes, '合同.pdf', draft).expect(201);
    const path = `/v1/attachments/${added.body.id}`;
    await buyer.post(`${path}/removal`, { reason: '不是我传的' }).expect(404);
    await seller.post(`${path}/removal`, { reason: '传错了' }).expect(201);
    await seller.get(`${path}/content`).expect(404);
    expect((await seller.get(path).expect(200)).body.removedAt).not.toBeNull();
    expect(await stored(sha256(bytes))).toBe(0);
    await upload(seller, bytes, '合同.pdf', draft).expect(201); // and may be handed in again
    const relied = await upload(seller, pdf('已签署'), '合同.pdf').expect(201);
    const refused = await seller.post(`/v1/attachments/${relied.body.id}/removal`, { reason: '想收回' }).expect(409);
    expect(refused.body.code).toBe('attachment.inUse');
  });

  it('holds to the number of files also when many come at once', async () => {
    const subject = await newContract();
    await market.database.owner.query(
      `INSERT INTO attachment (id, organization_id, subject_kind, subject_id, reader_ids, material_kind, file_name,
         media_type, size_bytes, sha256, uploaded_by, created_at)
       SELECT gen_random_uuid(), $1, 'contract', $2, '{}', 'other', 'a.pdf', 'application/pdf', 1,
         encode(sha256(i::text::bytea), 'hex'), $1, now() FROM generate_series(1, $3) AS i`,
      [seller.identity.organizationId, subject, attachmentLimits.filesPerSubject - 1],
    );
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((text) => upload(seller, pdf(text), `${text}.pdf`, subject)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  it('does not hand out content that was altered where it is kept', async () => {
    const added = await upload(seller, pdf('原文'), '合同.pdf', await newContract()).expect(201);
    await market.database.owner.query(`UPDATE attachment_chunk SET bytes = '\\x00'::bytea WHERE sha256 = $1`, [
      added.body.sha256,
    ]);
    const { status, text } = await seller.get(`/v1/attachments/${added.body.id}/content`);
    expect([status, text]).toEqual([500, expect.not.stringContaining('%PDF')]);
  });

  it('tells which materials are asked for, and where that is from', async () => {
    const { body } = await market.anonymous.get('/v1/material-kinds').expect(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({ code: 'registrationForm', occasion: 'always', evidence: 'secondary' }),
    );
  });
});
