import { AlignmentType, Document, HeadingLevel, Packer, Paragraph as DocxParagraph, TextRun } from 'docx';
import { blankText, type ContractText, type Paragraph, type Run } from '#domain/contract-text/text-model.js';
import { originText, signatureText, type TextOrigin } from './contract-text.pdf.js';

const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
/** Half points. */
const bodySize = 24;

/** The text as a Word document, to be worked on: blanks are highlighted. */
export async function textAsDocx(text: ContractText, origin: TextOrigin): Promise<Buffer> {
  const document = new Document({
    title: text.title,
    creator: '庆阳科技大市场',
    styles: { default: { document: { run: { font, size: bodySize } } } },
    sections: [
      {
        children: [
          new DocxParagraph({ text: text.title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
          new DocxParagraph({ text: text.subtitle, alignment: AlignmentType.CENTER }),
          ...text.parties.map(({ role, name, creditCode }) =>
            plain(`${role}：${name}（统一社会信用代码 ${creditCode}）`),
          ),
          ...text.articles.flatMap(({ heading, paragraphs }) => [
            new DocxParagraph({ text: clean(heading), heading: HeadingLevel.HEADING_2 }),
            ...paragraphs.map(paragraphOf),
          ]),
          ...text.parties.map(({ role, name, signed }) => plain(signatureText(name, role, signed))),
          new DocxParagraph({ children: [new TextRun({ text: originText(text, origin), size: 16 })] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const plain = (text: string): DocxParagraph =>
  new DocxParagraph({ children: [new TextRun(clean(text))], spacing: { before: 120, after: 120 } });

const paragraphOf = (paragraph: Paragraph): DocxParagraph =>
  new DocxParagraph({ children: paragraph.map(runOf), indent: { firstLine: 480 }, spacing: { line: 360 } });

const runOf = ({ kind, text }: Run): TextRun =>
  kind === 'blank' ? new TextRun({ text: blankText(text), highlight: 'yellow' }) : new TextRun({ text: clean(text) });

/** XML 1.0 has no place for these two, which may stand in a text of ours. */
const clean = (text: string): string => text.replace(/[\uFFFE\uFFFF]/g, '');
