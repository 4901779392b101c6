import { readPdf } from '#application/document/pdf-reader.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { unzipped } from '../support/zip.js';

/** A text to sign, made from what the parties agreed. */
describe('合同文本', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let contractId: string;

  beforeAll(async () => {
    market = await startMarket();
    [seller, buyer] = await Promise.all([
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
    ]);
    const items = [{ kind: 'equipment', fen: 35_000_000n, reasonable: false }];
    const facts = { seller: seller.identity, buyer: buyer.identity, technologyFen: 85_000_000n, items };
    contractId = await effectiveContract(market.database, facts);
  });
  afterAll(() => market.close());

  const download = async (caller: Caller, path: string): Promise<Buffer> =>
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

  it.each([
    ['development', 'commissioned', '技术开发合同', '研究开发方'],
    ['transfer', 'patentRight', '技术转让合同', '自登记之日起生效'],
    ['licence', 'patent', '技术许可合同', '普通实施许可'],
    ['consulting', 'feasibilityStudy', '技术咨询合同', '可行性论证'],
    ['service', 'general', '技术服务合同', '一般技术服务'],
  ])('of a %s contract can be read as PDF and worked on in Word', async (type, subType, title, words) => {
    await market.database.owner.query(`UPDATE contract SET type = $2, sub_type = $3 WHERE id = $1`, [
      contractId,
      type,
      subType,
    ]);
    const path = `/v1/contracts/${contractId}/text`;
    const pdf = await download(seller, `${path}.pdf`);
    expect(Buffer.compare(pdf, await download(buyer, `${path}.pdf`))).toBe(0);
    const { text } = readPdf(pdf);
    const docx = await unzipped(await download(buyer, `${path}.docx`));
    const word = docx.get('word/document.xml')?.toString('utf8') ?? '';
    for (const [form, content] of [
      ['pdf', text],
      ['docx', word.replaceAll(/<[^>]+>|\s/g, '')],
    ] as const) {
      for (const part of [title, words, '羔羊代乳料研制', '人民币1200000.00元（大写：壹佰贰拾万元整）', '捌拾伍万元整'])
        expect([form, part, content.includes(part)]).toEqual([form, part, true]);
      expect(content).toContain('待填：标的的内容、范围和技术要求');
      expect(content).toMatch(/尚有\d+处待填/);
    }
    expect(word).toContain('w:highlight');
  });

  it('is for those who may read the contract', async () => {
    const stranger = await market.member({ roles: ['enterprise'] });
    for (const form of ['pdf', 'docx']) {
      await stranger.get(`/v1/contracts/${contractId}/text.${form}`).expect(404);
      await market.anonymous.get(`/v1/contracts/${contractId}/text.${form}`).expect(401);
    }
  });
});
