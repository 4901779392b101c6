import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Caller } from '../support/caller.js';
import { leaksOf, newMark } from '../support/canary.js';
import { openDeal } from '../support/deals.js';
import { startMarket, type TestMarket } from '../support/market.js';

const run = promisify(execFile);

/** From the first offer to the signed contract, with everything that is said and shown on the way on record. */
describe('洽谈室', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let stranger: Caller;
  let reviewer: Caller;

  beforeAll(async () => {
    market = await startMarket();
    seller = await market.member({ roles: ['enterprise'] });
    buyer = await market.member({ roles: ['enterprise'] });
    stranger = await market.member({ roles: ['enterprise'] });
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  const deal = () => openDeal(market, seller, buyer);
  const offer = (priceYuan: string, terms: string) => ({ priceYuan, mode: 'licence', terms });

  const agreedOn = async (documentId: string) => {
    const face = { subjectKind: 'dealDocument', subjectId: documentId, purpose: '评估合同草案' };
    const probe = await seller.post('/v1/non-disclosure-texts', {
      ...{
        title: '本项保密协议',
        body: '接收方对所查看的文件保密，只用于本次洽谈，不向他人披露。',
        confidentialMonths: 24,
      },
    });
    const { body } = await buyer.post('/v1/non-disclosures', { ...face, textHash: probe.body.hash }).expect(201);
    await seller.post(`/v1/non-disclosures/${body.id}/acceptance`, { textHash: probe.body.hash }).expect(201);
  };

  it('goes from offer to contract: a refusal with its reason, a note, a document in two versions, and a whole chain', async () => {
    const id = await deal();
    const path = `/v1/deals/${id}`;
    await seller.post(`${path}/offers`, offer('1200000', '普通许可三年，一次总付。')).expect(201);
    await buyer.post(`${path}/refusals`, { serial: 1, reason: '没有原因代码' }).expect(400);
    await seller.post(`${path}/refusals`, { serial: 1, reasonCode: 'priceTooHigh', reason: '自己的报价' }).expect(422);
    const refused = await buyer
      .post(`${path}/refusals`, { serial: 1, reasonCode: 'priceTooHigh', reason: '超出预算' })
      .expect(201);
    expect(refused.body).toMatchObject({ state: 'negotiating', refusedSerial: 1 });
    const gone = await buyer.post(`${path}/agreement`, { serial: 1 }).expect(409);
    expect(gone.body.code).toBe('deal.offerRefused');
    await buyer.post(`${path}/entries`, { text: '分两期支付可以再谈' }).expect(201);
    await stranger.post(`${path}/entries`, { text: '插话' }).expect(404);
    await seller.post(`${path}/offers`, offer('900000', '普通许可三年，分两期支付。')).expect(201);

    const compared = await buyer.get(`${path}/offer-comparison?from=1&to=2`).expect(200);
    expect(compared.body).toMatchObject({ priceDifference: { yuan: '-300000.00' }, modeChange: null });
    expect(compared.body.terms.parts.some((part: { change: string }) => part.change === 'added')).toBe(true);
    await buyer.get(`${path}/offer-comparison?from=1&to=9`).expect(404);

    const document = (await seller.post(`${path}/documents`, { title: '合同草案', kind: 'contractDraft' }).expect(201))
      .body;
    const versions = `/v1/deal-documents/${document.id}/versions`;
    const first = '第一条 价款：一百二十万元。\n第二条 许可期限三年。\n';
    await seller.post(versions, { body: first, note: '初稿' }).expect(201);
    await seller.post(versions, { body: first.replace('一百二十', '九十'), note: '按第二号报价调整' }).expect(201);
    await buyer.post(versions, { body: '对方不能改' }).expect(404);
    expect((await buyer.get(versions).expect(200)).body.items).toHaveLength(2);
    expect((await buyer.get(`${versions}/1`).expect(403)).body.code).toBe('dealDocument.agreementNeeded');
    await agreedOn(document.id);
    expect((await buyer.get(`${versions}/2`).expect(200)).body.body).toContain('九十');
    const red = await buyer.get(`/v1/deal-documents/${document.id}/comparison?from=1&to=2`).expect(200);
    const changed = red.body.parts.filter((part: { change: string }) => part.change !== 'same');
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.map((part: { text: string }) => part.text).join('')).not.toContain('第二条');
    const readings = (await seller.get(`/v1/deal-documents/${document.id}/readings`).expect(200)).body.items;
    expect(readings.map((read: { part: string }) => read.part)).toEqual([
      '合同草案第 2 版',
      '合同草案第 1 版',
      '合同草案第 2 版',
    ]);

    await buyer.post(`${path}/agreement`, { serial: 2 }).expect(201);
    const contract = await seller
      .post('/v1/contracts', {
        ...{ dealId: id, title: '日粮配制技术许可', type: 'licence', subType: 'technicalSecret' },
        ...{ contractValueYuan: '900000', nonTechnologyItems: [] },
      })
      .expect(201);
    for (const side of [seller, buyer]) {
      await side.post(`/v1/contracts/${contract.body.id}/signatures`, { textHash: contract.body.textHash }).expect(201);
    }
    const entries = (await buyer.get(`${path}/entries`).expect(200)).body.items;
    expect(entries.map((entry: { kind: string }) => entry.kind)).toEqual([
      ...['open', 'offer', 'refusal', 'note', 'offer', 'document', 'documentVersion', 'documentVersion'],
      ...['agreement', 'contract'],
    ]);
    const report = await buyer.get(`${path}/verification`).expect(200);
    expect(report.body).toMatchObject({
      whole: true,
      brokenAt: null,
      offersWhole: true,
      offersLogged: true,
      entries: 10,
    });
    await stranger.get(`${path}/entries`).expect(404);
    await stranger.get(`${path}/record`).expect(404);
  });

  it('gives a record that is checked without the market, and shows what was changed in it', async () => {
    const id = await deal();
    await seller.post(`/v1/deals/${id}/offers`, offer('500000', '一次总付')).expect(201);
    await buyer.post(`/v1/deals/${id}/entries`, { text: '收到，三日内答复' }).expect(201);
    const file = await buyer.get(`/v1/deals/${id}/record`).buffer(true).expect(200);
    const keys = await market.anonymous.get('/v1/certificate-keys').expect(200);
    const text = Buffer.from(file.body as Buffer).toString('utf8');
    const folder = await mkdtemp(join(tmpdir(), 'qy-deal-'));
    try {
      const [record, keyFile] = [join(folder, 'record.json'), join(folder, 'keys.json')];
      await writeFile(keyFile, keys.text);
      const checked = async (content: string) => {
        await writeFile(record, content);
        return run(process.execPath, ['scripts/verify-deal.mjs', record, keyFile]).then(
          ({ stdout }) => stdout,
          (error: { stderr: string }) => error.stderr,
        );
      };
      expect(await checked(text)).toContain('完整：3 条记录，1 份报价，签名相符');
      expect(await checked(text.replace('三日内', '三个月内'))).toContain('第 3 条记录');
      expect(await checked(text.replace('"mode":"licence","offeredAt"', '"mode":"transfer","offeredAt"'))).toContain(
        '不符',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
    await market.database.owner.query(
      `UPDATE deal_entry SET content = '{"text":"改过"}' WHERE deal_id = $1 AND serial = 3`,
      [id],
    );
    const report = await seller.get(`/v1/deals/${id}/verification`).expect(200);
    expect(report.body).toMatchObject({ whole: false, brokenAt: 3 });
  });

  it('keeps a gated file from the other side, the bureau and strangers, until the agreement', async () => {
    const mark = newMark();
    const id = await deal();
    const document = (await seller.post(`/v1/deals/${id}/documents`, { title: '配方', kind: 'technicalFile' })).body;
    const pdf = Buffer.from(`%PDF-1.7\n1 0 obj<<>>endobj\n% ${mark}\ntrailer<<>>\n%%EOF\n`, 'utf8');
    const query = `subjectKind=dealDocument&subjectId=${document.id}&materialKind=other&fileName=${encodeURIComponent('配方.pdf')}`;
    const upload = await seller
      .post(`/v1/attachments?${query}`)
      .set('Content-Type', 'application/octet-stream')
      .send(pdf as never)
      .expect(201);
    await seller
      .post(`/v1/deal-documents/${document.id}/versions`, { attachmentId: upload.body.id, body: `说明 ${mark}` })
      .expect(201);
    const hidden = [
      `/v1/deal-documents/${document.id}/versions/1`,
      `/v1/deal-documents/${document.id}/versions/1/file`,
      `/v1/deal-documents/${document.id}/comparison?from=1&to=1`,
      `/v1/attachments/${upload.body.id}/content`,
      `/v1/attachments/${upload.body.id}`,
      `/v1/deal-documents/${document.id}/versions`,
      `/v1/deals/${id}/entries`,
    ];
    const leaks: string[] = [];
    for (const caller of [buyer, stranger, reviewer, market.anonymous]) {
      for (const path of hidden) {
        const answer = await caller.get(path).buffer(true);
        const text = `${answer.text ?? ''}${Buffer.isBuffer(answer.body) ? answer.body.toString('utf8') : ''}`;
        leaks.push(...leaksOf(mark, text, path));
      }
    }
    expect(leaks).toEqual([]);
    await agreedOn(document.id);
    const file = await buyer.get(`/v1/deal-documents/${document.id}/versions/1/file`).buffer(true).expect(200);
    expect(Buffer.from(file.body as Buffer).equals(pdf)).toBe(true);
    await seller.post(`/v1/deal-documents/${document.id}/withdrawal`, { reason: '洽谈暂停' }).expect(201);
    await buyer.get(`/v1/deal-documents/${document.id}/versions/1`).expect(404);
    await seller.get(`/v1/deal-documents/${document.id}/versions/1`).expect(200);
  });

  it('breaks off with a reason of the list, and counts the reasons without naming anybody', async () => {
    const id = await deal();
    await buyer.post(`/v1/deals/${id}/break-off`, { reason: '没有原因代码' }).expect(400);
    await buyer.post(`/v1/deals/${id}/break-off`, { reasonCode: 'tooEarly', reason: '还在小试阶段' }).expect(201);
    await seller.post(`/v1/deals/${id}/entries`, { text: '再谈谈' }).expect(409);
    await buyer.get('/v1/refusal-reasons?from=2026-11-01&to=2026-11-30').expect(403);
    const counts = await reviewer.get('/v1/refusal-reasons?from=2026-11-01&to=2026-11-30').expect(200);
    expect(counts.body.items).toEqual(
      expect.arrayContaining([
        { of: 'deal', reasonCode: 'priceTooHigh', title: '价格过高', count: 1 },
        { of: 'deal', reasonCode: 'tooEarly', title: '技术成熟度不够', count: 1 },
      ]),
    );
    expect((await reviewer.get('/v1/refusal-reasons?from=2025-01-01&to=2025-12-31').expect(200)).body.items).toEqual(
      [],
    );
  });

  it('writes everything in one order, also when both sides speak at once', async () => {
    const id = await deal();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_unused, i) =>
        (i % 2 ? seller : buyer).post(`/v1/deals/${id}/entries`, { text: `第 ${i} 句` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    expect((await buyer.get(`/v1/deals/${id}/verification`).expect(200)).body).toMatchObject({
      whole: true,
      entries: 13,
    });
  });
});
