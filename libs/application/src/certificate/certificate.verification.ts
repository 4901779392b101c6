import { createHash, createPublicKey } from 'node:crypto';
import type { CertificateContent } from '#domain/certificate/certificate.js';
import { certificateFields } from '#domain/certificate/certificate-sheet.js';
import type { PrintedField } from '#domain/document/printed-field.js';
import {
  tradingCertificateFields,
  type TradingCertificateContent,
} from '#domain/trading-certificate/trading-certificate.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { readPdf, type PdfContent } from '../document/pdf-reader.js';
import { fileText, unsignedMark } from './certificate.printer.js';
import { keyIdOf, signatureHolds } from './certificate.signer.js';
import { readPresented, type PresentedCertificate } from './presented-certificate.js';

/** Published keys by their id: PEM. The id is computed, so that nobody can pass a key off as another. */
export type PublicKeys = ReadonlyMap<string, string>;

export type FileFindingCode =
  'unreadable' | 'keyUnknown' | 'signatureWrong' | 'hashWrong' | 'contentDiffers' | 'pageDiffers' | 'fileAltered';

/** One thing that is not as it was signed. `expected` is what was signed, where that is known. */
export interface FileFinding {
  readonly code: FileFindingCode;
  readonly field?: string;
  readonly expected?: string;
  readonly found?: string;
}

export interface FileVerdict {
  readonly findings: readonly FileFinding[];
  /** What was signed; null when nothing of the kind holds. */
  readonly content: SignedContent | null;
}

/** Whatever is signed and printed as a certificate; `kind` says which. */
export type SignedContent = CertificateContent | TradingCertificateContent;

/** What the page of a signed content prints. */
export const signedFields = (content: SignedContent): readonly PrintedField[] =>
  content.kind === '交易鉴证书' ? tradingCertificateFields(content) : certificateFields(content);

/** Checks a certificate's file, PDF or JSON, with nothing but the published keys. */
export function verifyCertificateFile(bytes: Buffer, keys: PublicKeys): FileVerdict {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return verifyText(bytes.toString('utf8'), keys);
  const pdf = readPdf(bytes);
  const inside = pdf.files.map((file) => file.toString('utf8')).find((text) => readPresented(text) !== null);
  if (inside === undefined) return { findings: [{ code: 'unreadable' }], content: null };
  const { content, findings } = verifyText(inside, keys);
  const page = content === null ? [] : pageFindings(content, pdf);
  return { content, findings: [...findings, ...page, ...fileFindings(bytes, keys)] };
}

function verifyText(text: string, keys: PublicKeys): FileVerdict {
  const presented = readPresented(text);
  if (!presented) return { findings: [{ code: 'unreadable' }], content: null };
  const key = keys.get(presented.keyId);
  if (key === undefined) return { findings: [{ code: 'keyUnknown', found: presented.keyId }], content: null };
  const content = contentOf(presented.signedText);
  if (!content || !signatureHolds(presented.signedText, presented.signature, key)) {
    // What was signed is not known: the members that contradict each other are the best hint.
    return { findings: [{ code: 'signatureWrong' }, ...inconsistencies(presented)], content: null };
  }
  return { findings: inconsistencies(presented), content };
}

/** Members beside the signed text that say something else. */
function inconsistencies({ signedText, contentHash, content }: PresentedCertificate): FileFinding[] {
  const findings: FileFinding[] = [];
  const hash = createHash('sha256').update(signedText).digest('hex');
  if (hash !== contentHash) findings.push({ code: 'hashWrong', expected: hash, found: contentHash });
  const signed = contentOf(signedText) as Record<string, unknown> | null;
  if (content === undefined || signed === null) return findings;
  const shown = (typeof content === 'object' && content !== null ? content : {}) as Record<string, unknown>;
  for (const field of [...new Set([...Object.keys(signed), ...Object.keys(shown)])].sort()) {
    const [expected, found] = [canonicalJson(signed[field]), canonicalJson(shown[field])];
    if (expected !== found) findings.push({ code: 'contentDiffers', field, expected, found });
  }
  return findings;
}

function contentOf(signedText: string): SignedContent | null {
  try {
    const value: unknown = JSON.parse(signedText);
    return typeof value === 'object' && value !== null ? (value as SignedContent) : null;
  } catch {
    return null;
  }
}

/** Every field that the page should print and does not. */
function pageFindings(content: SignedContent, pdf: PdfContent): FileFinding[] {
  return signedFields(content)
    .filter(({ label, value }) => !pdf.text.includes(`${label}${value}`.replace(/\s+/g, '')))
    .map(({ label, value }) => ({ code: 'pageDiffers', field: label, expected: value }));
}

/** The signature over every byte of the file but its own. */
function fileFindings(bytes: Buffer, keys: PublicKeys): FileFinding[] {
  const found = [...bytes.toString('latin1').matchAll(/\(([0-9a-f]{16})\.([A-Za-z0-9_-]{86})\)/g)];
  const [match] = found;
  if (!match || found.length > 1) return [{ code: 'fileAltered' }];
  const [, keyId = '', signature = ''] = match;
  const key = keys.get(keyId);
  if (key === undefined) return [{ code: 'keyUnknown', found: keyId }];
  const unsigned = withMark(bytes, match.index + 1, unsignedMark);
  return signatureHolds(fileText(unsigned), signature, key) ? [] : [{ code: 'fileAltered' }];
}

/** Puts the signature in its place. */
export function signedFile(unsigned: Buffer, keyId: string, signature: string): Buffer {
  const place = unsigned.indexOf(`(${unsignedMark})`, 0, 'latin1');
  if (place < 0) throw new Error('no place for the signature');
  return withMark(unsigned, place + 1, `${keyId}.${signature}`);
}

function withMark(bytes: Buffer, at: number, mark: string): Buffer {
  const copy = Buffer.from(bytes);
  copy.write(mark, at, 'latin1');
  return copy;
}

/** Keys from a PEM text, a JWK Set as /.well-known publishes it, or the answer of /v1/certificate-keys. */
export function readPublicKeys(text: string): PublicKeys {
  const pems = text.includes('-----BEGIN') && !text.trimStart().startsWith('{') ? pemsOf(text) : fromJson(text);
  return new Map(pems.map((pem) => [keyIdOf(pem), pem]));
}

const pemsOf = (text: string): string[] =>
  (text.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? []).map(normalised);

function fromJson(text: string): string[] {
  const { keys, items } = JSON.parse(text) as { keys?: unknown[]; items?: { publicKey?: unknown }[] };
  if (Array.isArray(keys)) return keys.map((jwk) => normalised({ key: jwk as never, format: 'jwk' }));
  return (items ?? []).map(({ publicKey }) => normalised(String(publicKey)));
}

const normalised = (key: Parameters<typeof createPublicKey>[0]): string =>
  createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
