import { createHash, hash } from 'node:crypto';
import yauzl from 'yauzl';
import { linkHash } from '#domain/audit/audit-chain.js';
import { readAnnouncedTerms, readRecord, verifyRecord } from '#domain/auction/auction-record.js';
import {
  readReserveOpening,
  recordPath,
  reservePath,
  termsPath,
  verifyReserve,
} from '#domain/auction/auction-proof.js';
import { auditPath, manifestPath, manifestText, readManifest, signaturePath } from '#domain/evidence/manifest.js';
import type { Manifest, ManifestFile } from '#domain/evidence/manifest.js';
import { isOnRecord, proposedPath } from '#domain/introduction/introduction-proof.js';
import { contentHash } from '#platform/text/canonical.js';
import type { ChainedRecord as KeptRecord } from '../audit/audit.service.js';
import { signatureHolds } from '../certificate/certificate.signer.js';
import { verifyCertificateFile, type PublicKeys } from '../certificate/certificate.verification.js';

export type BundleFindingCode =
  | 'unreadable'
  | 'keyUnknown'
  | 'signatureWrong'
  | 'fileMissing'
  | 'fileChanged'
  | 'fileExtra'
  | 'chainWrong'
  | 'recordWrong'
  | 'reserveMissing'
  | 'reserveWrong'
  | 'certificateWrong'
  | 'minutesWrong'
  | 'introductionWrong';

export interface BundleFinding {
  readonly code: BundleFindingCode;
  /** The file, or the place in the chain. */
  readonly place?: string;
}

export interface BundleVerdict {
  readonly findings: readonly BundleFinding[];
  readonly manifest: Manifest | null;
  /** Audit records whose link was computed again, and those that were not sealed yet. */
  readonly chained: number;
  readonly unsealed: number;
  /** Records of other units, of which the bundle shows the place in the chain alone. */
  readonly withheld: number;
}

/** As a bundle has it: without its words where they are another unit's. */
type ChainedRecord = Omit<KeptRecord, 'text'> & { readonly text: string | null };

/** Files that are read whole: the rest is only hashed, however large. */
const maxReadBytes = 64 * 1024 * 1024;

/** Checks a bundle with nothing but the published keys: no database, no network; memory does not grow with its size. */
export async function verifyBundle(path: string, keys: PublicKeys): Promise<BundleVerdict> {
  const entries = await readEntries(path);
  const nothing = { manifest: null, chained: 0, unsealed: 0, withheld: 0 };
  const text = entries?.get(manifestPath)?.text;
  if (!entries || text === undefined) return { ...nothing, findings: [{ code: 'unreadable' }] };
  const unsigned = signatureFinding(text, entries.get(signaturePath)?.text ?? '', keys);
  const manifest = readManifest(text);
  if (unsigned || !manifest) return { ...nothing, findings: [unsigned ?? { code: 'unreadable' }] };
  const records = recordsOf(entries.get(auditPath)?.text ?? '');
  return {
    manifest,
    findings: [
      ...fileFindings(manifest, entries),
      ...chainFindings(records),
      ...certificateFindings(entries, keys),
      ...(manifest.auctionId === undefined ? [] : recordFindings(entries)),
      ...(manifest.procedureId === undefined ? [] : minutesFindings(entries)),
      ...(manifest.introductionId === undefined ? [] : introductionFindings(entries, records)),
    ],
    chained: records.filter(({ sequence, text: words }) => sequence !== null && words !== null).length,
    unsealed: records.filter(({ sequence }) => sequence === null).length,
    withheld: records.filter(({ text: words }) => words === null).length,
  };
}

interface ReadEntry {
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Of the files that are looked into. */
  readonly bytes: Buffer | null;
  readonly text: string | undefined;
}

const isRead = (name: string): boolean =>
  [manifestPath, signaturePath, auditPath, termsPath, recordPath, reservePath, proposedPath].includes(name) ||
  name.startsWith('certificates/') ||
  name.startsWith('minutes/');

/** Every entry, hashed as it streams by; null when it is no zip, or a name is there twice. */
function readEntries(path: string): Promise<ReadonlyMap<string, ReadEntry> | null> {
  return new Promise((resolve) => {
    yauzl.open(path, { lazyEntries: true }, (error, zip) => {
      if (error) return resolve(null);
      const entries = new Map<string, ReadEntry>();
      zip.on('error', () => resolve(null));
      zip.on('end', () => resolve(entries));
      zip.on('entry', (entry: yauzl.Entry) => {
        void readEntry(zip, entry).then((read) => {
          if (read === null || entries.has(entry.fileName)) return resolve(null);
          entries.set(entry.fileName, read);
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<ReadEntry | null> {
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    const digest = createHash('sha256');
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      digest.update(chunk);
      sizeBytes += chunk.length;
      if (isRead(entry.fileName)) chunks.push(chunk);
      if (isRead(entry.fileName) && sizeBytes > maxReadBytes) return null;
    }
    const bytes = isRead(entry.fileName) ? Buffer.concat(chunks) : null;
    return { sizeBytes, sha256: digest.digest('hex'), bytes, text: bytes?.toString('utf8') };
  } catch {
    return null; // damaged
  }
}

function signatureFinding(manifest: string, signatureFile: string, keys: PublicKeys): BundleFinding | null {
  const given = signatureOf(signatureFile);
  const key = keys.get(String(given?.keyId));
  if (key === undefined) return { code: 'keyUnknown', place: String(given?.keyId) };
  const holds = signatureHolds(manifestText(manifest), String(given?.signature), key);
  return holds ? null : { code: 'signatureWrong' };
}

function signatureOf(text: string): { readonly keyId?: unknown; readonly signature?: unknown } | null {
  try {
    return JSON.parse(text) as { readonly keyId?: unknown; readonly signature?: unknown } | null;
  } catch {
    return null;
  }
}

function fileFindings(manifest: Manifest, entries: ReadonlyMap<string, ReadEntry>): BundleFinding[] {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const extra = [...entries.keys()].filter(
    (name) => name !== manifestPath && name !== signaturePath && !listed.has(name),
  );
  return [
    ...manifest.files.flatMap((file): BundleFinding[] => {
      const entry = entries.get(file.path);
      if (!entry) return [{ code: 'fileMissing', place: file.path }];
      return same(entry, file) ? [] : [{ code: 'fileChanged', place: file.path }];
    }),
    ...extra.map((place): BundleFinding => ({ code: 'fileExtra', place })),
  ];
}

const same = (entry: ReadEntry, file: ManifestFile): boolean =>
  entry.sha256 === file.sha256 && String(entry.sizeBytes) === file.sizeBytes;

function recordsOf(text: string): readonly ChainedRecord[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as ChainedRecord[]) : [];
  } catch {
    return [];
  }
}

/** Each link computed again, and each that follows another in the bundle tied to it. */
function chainFindings(records: readonly ChainedRecord[]): BundleFinding[] {
  const hashes = new Map(records.map(({ sequence, hash: link }) => [sequence, link]));
  return records.flatMap(({ sequence, previous, hash: link, text }): BundleFinding[] => {
    if (sequence === null) return [];
    const before = hashes.get(sequence - 1) ?? previous;
    const holds =
      previous !== null &&
      before === previous &&
      (text === null || linkHash((each) => hash('sha256', each), previous, text) === link);
    return holds ? [] : [{ code: 'chainWrong', place: `${auditPath} #${sequence}` }];
  });
}

/** The record of an auction, gone through again by its rules. */
function recordFindings(entries: ReadonlyMap<string, ReadEntry>): BundleFinding[] {
  const terms = readAnnouncedTerms(entries.get(termsPath)?.text ?? '');
  const record = readRecord(entries.get(recordPath)?.text ?? '');
  if (!terms || !record) return [{ code: 'recordWrong', place: terms ? recordPath : termsPath }];
  const opened = entries.get(reservePath)?.text;
  const opening = opened === undefined ? null : readReserveOpening(opened);
  const fault =
    opened !== undefined && opening === null
      ? ('reserveWrong' as const)
      : verifyReserve(terms, record, opening, (text) => hash('sha256', text));
  return [
    ...verifyRecord(terms, record, contentHash).map(({ sequence, code }): BundleFinding => ({
      code: 'recordWrong',
      place: `${recordPath} #${sequence} ${code}`,
    })),
    ...(fault === null ? [] : [{ code: fault, place: reservePath }]),
  ];
}

function certificateFindings(entries: ReadonlyMap<string, ReadEntry>, keys: PublicKeys): BundleFinding[] {
  return [...entries].flatMap(([name, { bytes }]): BundleFinding[] => {
    if (!/^certificates\/\d+\.(json|pdf)$/.test(name) || bytes === null) return [];
    return verifyCertificateFile(bytes, keys).findings.length === 0 ? [] : [{ code: 'certificateWrong', place: name }];
  });
}

/** Sealed minutes: their hash computed again, and every signature is of this hash. */
function minutesFindings(entries: ReadonlyMap<string, ReadEntry>): BundleFinding[] {
  return [...entries].flatMap(([name, { text }]): BundleFinding[] => {
    if (!name.startsWith('minutes/')) return [];
    const minutes = jsonOf(text ?? '') as {
      content?: unknown;
      contentHash?: unknown;
      signatures?: readonly { contentHash?: unknown }[];
    } | null;
    const holds =
      minutes !== null &&
      contentHash(minutes.content) === minutes.contentHash &&
      (minutes.signatures ?? []).every((one) => one.contentHash === minutes.contentHash);
    return holds ? [] : [{ code: 'minutesWrong', place: name }];
  });
}

/** What was proposed, word for word, is what the sealed record of that moment has the hash of. */
function introductionFindings(
  entries: ReadonlyMap<string, ReadEntry>,
  records: readonly ChainedRecord[],
): BundleFinding[] {
  const proposed = jsonOf(entries.get(proposedPath)?.text ?? '') as { id?: unknown } | null;
  const holds = proposed !== null && isOnRecord(proposed, contentHash(proposed), records);
  return holds ? [] : [{ code: 'introductionWrong', place: proposedPath }];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
