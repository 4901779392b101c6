import { hash } from 'node:crypto';
import QRCode from 'qrcode';
import { certificateFields, stateText } from '#domain/certificate/certificate-sheet.js';
import type { PrintedField } from '#domain/document/printed-field.js';
import { ok, type Result } from '#domain/shared/result.js';
import { glyphMissing, type GlyphRefusal } from '../document/chinese-font.js';
import { drawPdf, pageMargin } from '../document/pdf-file.js';
import type { Certificate } from './certificate.repository.js';
import { presentedText } from './presented-certificate.js';

/** Addresses that a certificate points to. */
export interface CertificateAddresses {
  readonly verification: string;
  readonly keys: string;
}

/** Where the file's own signature stands: in the information dictionary, as long as key id, point and signature. */
export const unsignedMark = `${'0'.repeat(16)}.${'0'.repeat(86)}`;
/** Name of the signed record inside the PDF. */
export const embeddedName = 'certificate.json';

const labelWidth = 96;
const qrSize = 112;
const textSize = 10.5;
const smallSize = 8;

/** What is signed of a file: its bytes with the place of the signature blank. */
export const fileText = (unsignedBytes: Buffer): string =>
  `qingyang-certificate-file\n${hash('sha256', unsignedBytes, 'hex')}`;

/** A signed record as a page: of a registration, or of a deal that the market witnessed. */
export interface Sheet {
  readonly heading: string;
  readonly number: string;
  readonly fields: readonly PrintedField[];
  readonly state: string;
  /** The time of its last change: stands for the time of printing. */
  readonly at: Date;
  readonly record: Pick<Certificate, 'signedText' | 'signature' | 'keyId' | 'contentHash'> & {
    readonly content: object;
  };
}

export const certificateSheet = (certificate: Certificate): Sheet => ({
  heading: '技术合同登记证明',
  number: certificate.registrationNumber,
  fields: certificateFields(certificate.content),
  state: stateText(certificate),
  at: certificate.cancelledAt ?? certificate.changedAt ?? certificate.createdAt,
  record: certificate,
});

/** The sheet as a PDF that is not signed yet; the same record gives the same bytes. */
export async function printSheet(sheet: Sheet, addresses: CertificateAddresses): Promise<Result<Buffer, GlyphRefusal>> {
  const fields = [...sheet.fields, { label: '状态', value: sheet.state }];
  const missing = glyphMissing(fields);
  if (missing) return missing;
  const options = {
    title: `${sheet.heading} ${sheet.number}`,
    at: sheet.at,
    info: { QYSignature: unsignedMark },
    embedded: {
      name: embeddedName,
      mediaType: 'application/json',
      bytes: Buffer.from(presentedText(sheet.record)),
    },
  };
  const bytes = await drawPdf(options, (page) => {
    heading(page, sheet.heading);
    for (const { label, value } of fields) row(page, label, value);
    proof(page, sheet.record, addresses);
  });
  return ok(bytes);
}

function heading(page: PDFKit.PDFDocument, text: string): void {
  page.fontSize(22).text(text, { align: 'center', characterSpacing: 4 });
  page.moveDown(1);
}

function row(page: PDFKit.PDFDocument, label: string, value: string): void {
  const { left, width, bottom } = area(page);
  page.fontSize(textSize);
  const height = page.heightOfString(value, { width: width - labelWidth, lineGap: 2 }) + 8;
  if (page.y + height > bottom) page.addPage();
  const top = page.y;
  page.fillColor('#555').text(label, left, top + 4, { width: labelWidth });
  page.fillColor('#000').text(value, left + labelWidth, top + 4, { width: width - labelWidth, lineGap: 2 });
  page
    .moveTo(left, top + height)
    .lineTo(left + width, top + height)
    .lineWidth(0.5)
    .strokeColor('#bbb')
    .stroke();
  page.x = left;
  page.y = top + height;
}

/** The code to scan, and what a program needs to verify the page without us. */
function proof(page: PDFKit.PDFDocument, certificate: Sheet['record'], addresses: CertificateAddresses): void {
  const { left, width, bottom } = area(page);
  if (page.y + qrSize + 40 > bottom) page.addPage();
  const top = page.y + 16;
  qrCode(page, addresses.verification, left, top);
  const lines = [
    `扫码或访问查验：${addresses.verification}`,
    `内容摘要（SHA-256）：${certificate.contentHash}`,
    `内容签名（Ed25519）：${certificate.signature}`,
    `公钥编号：${certificate.keyId}；公钥公布于 ${addresses.keys}`,
    '本证明的现状以查验页为准。签名的内容随附于本文件，可离线核验；本页未加盖印章。',
  ];
  page.fillColor('#000').fontSize(smallSize);
  page.text(lines.join('\n'), left + qrSize + 16, top, { width: width - qrSize - 16, lineGap: 3 });
}

/** One rectangle a run of dark modules, with the quiet zone of four modules that ISO/IEC 18004 asks for. */
function qrCode(page: PDFKit.PDFDocument, text: string, left: number, top: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const unit = qrSize / (modules.size + 8);
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      const from = x;
      while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1;
      page.rect(left + (from + 4) * unit, top + (y + 4) * unit, (x - from + 1) * unit, unit);
    }
  }
  page.fill('#000');
}

const area = (page: PDFKit.PDFDocument) => ({
  left: pageMargin,
  width: page.page.width - 2 * pageMargin,
  bottom: page.page.height - pageMargin,
});
