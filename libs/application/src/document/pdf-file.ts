import PDFDocument from 'pdfkit';
import { chineseFontFile } from './chinese-font.js';

export interface PdfOptions {
  readonly title: string;
  /** Stands for the time of making: the same data give the same bytes. */
  readonly at: Date;
  readonly embedded?: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };
  /** An entry of the document's information dictionary, in ASCII. */
  readonly info?: Readonly<Record<string, string>>;
}

export const pageMargin = 56;

/** Draws a document on A4 with the Chinese font embedded, and gives its bytes. No clock and no chance goes into them. */
export async function drawPdf(options: PdfOptions, draw: (page: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: pageMargin,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b', // kept to as far as the library does; not validated by a third party
    lang: 'zh-CN',
    font: chineseFontFile,
    info: { Title: options.title, CreationDate: options.at, ModDate: options.at, ...options.info },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  if (options.embedded) {
    const { name, mediaType, bytes } = options.embedded;
    const file = { name, type: mediaType, creationDate: options.at, modifiedDate: options.at, relationship: 'Source' };
    document.file(bytes, file);
  }
  draw(document);
  document.end();
  return finished;
}
