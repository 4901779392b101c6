import { beijingDate } from '#domain/calendar/local-date.js';
import { blanksOf } from '#domain/contract-text/contract-text.js';
import { blankText, type ContractText, type Paragraph } from '#domain/contract-text/text-model.js';
import type { PrintedField } from '#domain/document/printed-field.js';
import { ok, type Result } from '#domain/shared/result.js';
import { glyphMissing, type GlyphRefusal } from '../document/chinese-font.js';
import { drawPdf } from '../document/pdf-file.js';

/** What a text rests on: printed at its end. */
export interface TextOrigin {
  /** Hash of the data that the parties sign. */
  readonly textHash: string;
  readonly version: number;
  /** When the contract's data last changed: the same data give the same file. */
  readonly at: Date;
}

const plain = (paragraph: Paragraph): string =>
  paragraph.map(({ kind, text }) => (kind === 'blank' ? blankText(text) : text)).join('');

export const originText = (text: ContractText, { textHash, version }: TextOrigin): string => {
  const blanks = blanksOf(text).length;
  return [
    `本文本由庆阳科技大市场依合同第 ${version} 版数据生成，不是官方示范文本，由双方审阅、补充后使用。`,
    ...(blanks === 0 ? [] : [`尚有 ${blanks} 处待填。`]),
    `合同数据摘要（SHA-256）：${textHash}`,
  ].join('');
};

export const signatureText = (name: string, role: string, signed: Date | null): string =>
  signed === null
    ? `${role}（盖章）：${name}　　代表（签字）：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿`
    : `${role}：${name}，${beijingDate(signed)} 在平台确认签署`;

/** The text as a PDF with the Chinese font embedded. */
export async function textAsPdf(text: ContractText, origin: TextOrigin): Promise<Result<Buffer, GlyphRefusal>> {
  const missing = glyphMissing(fieldsOf(text));
  if (missing) return missing;
  const bytes = await drawPdf({ title: text.title, at: origin.at }, (page) => {
    page.fontSize(20).text(text.title, { align: 'center', characterSpacing: 4 });
    page.fontSize(11).text(text.subtitle, { align: 'center' }).moveDown(1);
    for (const { role, name, creditCode } of text.parties)
      page.text(`${role}：${name}（统一社会信用代码 ${creditCode}）`, { lineGap: 4 });
    for (const { heading, paragraphs } of text.articles) {
      page.moveDown(0.6).fontSize(12).text(heading, { lineGap: 3 });
      for (const paragraph of paragraphs) drawParagraph(page, paragraph);
    }
    page.moveDown(1.5).fontSize(11).fillColor('#000');
    for (const { role, name, signed } of text.parties) page.text(signatureText(name, role, signed), { lineGap: 10 });
    page.moveDown(1).fontSize(8).fillColor('#555').text(originText(text, origin));
  });
  return ok(bytes);
}

/** Blanks in another colour, and in words: a copy in black and white says the same. */
function drawParagraph(page: PDFKit.PDFDocument, paragraph: Paragraph): void {
  page.fontSize(11);
  paragraph.forEach(({ kind, text }, index) => {
    page.fillColor(kind === 'blank' ? '#b00020' : '#000').text(kind === 'blank' ? blankText(text) : text, {
      continued: index < paragraph.length - 1,
      lineGap: 3,
      ...(index === 0 && { indent: 22 }),
    });
  });
  page.fillColor('#000');
}

const fieldsOf = (text: ContractText): PrintedField[] => [
  ...text.parties.map(({ role, name, creditCode }) => ({ label: role, value: `${name}${creditCode}` })),
  ...text.articles.flatMap(({ heading, paragraphs }) =>
    paragraphs.map((paragraph) => ({ label: heading.replace('　', ' '), value: plain(paragraph) })),
  ),
];
