import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import type { Attachment } from '#domain/attachment/attachment.js';
import { manifestPath, manifestText, signaturePath, type Manifest } from '#domain/evidence/manifest.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import { CertificateService } from '../certificate/certificate.service.js';
import { EvidenceRepository } from './evidence.repository.js';

/** A file of the bundle, small and in memory. */
export interface Part {
  readonly path: string;
  readonly bytes: Buffer;
}

export const part = (path: string, text: string): Part => ({ path, bytes: Buffer.from(text) });

export interface WrittenBundle {
  readonly manifestHash: string;
  /** Written while it is read. */
  readonly zip: Readable;
}

/** Puts a bundle together: manifest of every file, signature, zip. What stands in it is its caller's. */
@Injectable()
export class BundleWriter {
  constructor(
    private readonly certificates: CertificateService,
    private readonly attachments: AttachmentService,
    private readonly clock: Clock,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** What happened to these subjects, first to last, as a file. */
  async transitions(tx: Tx, subjectIds: readonly string[]): Promise<Part> {
    return part('transitions.json', await this.evidence.transitions(tx, subjectIds));
  }

  async write(
    system: SystemActor,
    head: Omit<Manifest, 'version' | 'exportedAt' | 'files'>,
    given: readonly Part[],
    history: readonly Attachment[],
  ): Promise<WrittenBundle> {
    const attachments = withContent(history);
    const keys = await this.certificates.keys();
    const parts = [
      ...given,
      part('keys.json', canonicalJson({ items: keys.map(({ id, publicKey }) => ({ id, publicKey })) })),
    ];
    const manifest: Manifest = {
      ...head,
      version: '1',
      exportedAt: this.clock.now().toISOString(),
      files: [
        ...parts.map(({ path, bytes }) => ({
          path,
          sizeBytes: String(bytes.length),
          sha256: hash('sha256', bytes, 'hex'),
        })),
        ...attachments.map((each) => ({
          path: attachmentPath(each),
          sizeBytes: String(each.sizeBytes),
          sha256: each.sha256,
        })),
      ],
    };
    const text = canonicalJson(manifest);
    const signature = await this.certificates.signText(system, manifestText(text));
    const first = [part(manifestPath, text), part(signaturePath, canonicalJson(signature))];
    return { manifestHash: hash('sha256', text, 'hex'), zip: this.zipped(system, [...first, ...parts], attachments) };
  }

  /** The order of the manifest, and one time for all: what differs between two bundles is what happened between them. */
  private zipped(actor: SystemActor, parts: readonly Part[], attachments: readonly Attachment[]): Readable {
    const zip = new yazl.ZipFile();
    const mtime = this.clock.now();
    // The stream itself: wrapped, a bundle that was complete before anybody read it was cut off ("Premature close").
    const output = zip.outputStream as Readable;
    zip.on('error', (error: Error) => output.destroy(error));
    for (const { path, bytes } of parts) zip.addBuffer(bytes, path, { mtime, forceDosTimestamp: true });
    for (const attachment of attachments) {
      const options = { mtime, forceDosTimestamp: true, compress: false, size: attachment.sizeBytes };
      zip.addReadStreamLazy(attachmentPath(attachment), options, (give) => {
        give(null, Readable.from(this.attachments.contentOf(actor, attachment.sha256)));
      });
    }
    zip.end();
    return output;
  }
}

/** By its hash: the name that somebody gave it stands in attachments.json. */
const attachmentPath = ({ sha256, fileName }: Attachment): string =>
  `attachments/${sha256}.${/\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? 'bin'}`;

/** Each content once; of what was taken back only the record is left. */
function withContent(attachments: readonly Attachment[]): Attachment[] {
  const byPath = new Map<string, Attachment>();
  for (const each of attachments) if (each.removedAt === null) byPath.set(attachmentPath(each), each);
  return [...byPath.values()];
}
