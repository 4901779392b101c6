import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import type { Attachment } from '#domain/attachment/attachment.js';
import { auditPath, manifestPath, manifestText, signaturePath, type Manifest } from '#domain/evidence/manifest.js';
import { systemActor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import { AuditService } from '../audit/audit.service.js';
import { CertificateService, type Certificate } from '../certificate/certificate.service.js';
import { presentedText } from '../certificate/presented-certificate.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { EvidenceRepository } from './evidence.repository.js';

const maxAuditRecords = 20_000;

/** A file of the bundle, small and in memory. */
interface Part {
  readonly path: string;
  readonly bytes: Buffer;
}

interface Gathered {
  readonly registrationNumber: string | null;
  readonly auditHead: Manifest['auditHead'];
  readonly parts: readonly Part[];
  readonly attachments: readonly Attachment[];
}

/** Everything that is known of one registration, in one file that proves itself. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationService,
    private readonly certificates: CertificateService,
    private readonly attachments: AttachmentService,
    private readonly audit: AuditService,
    private readonly evidence: EvidenceRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A zip, written while it is read. That it was taken is recorded. */
  async bundle(actor: PersonActor, id: string): Promise<Result<Readable, Refusal<'contractRegistration.notFound'>>> {
    const system = systemActor('evidence', actor.origin.requestId);
    const found = await this.registrations.get(actor, id);
    if (!found.ok) return refuse('contractRegistration.notFound');
    const { contractId, registrationNumber } = found.value;
    const gathered = await this.unitOfWork.run(system, (tx) => this.gather(tx, id, contractId, registrationNumber));
    const printed = await this.printedCertificates(system, gathered.certificates);
    const signed = await this.signed(system, actor, id, { ...gathered, parts: [...gathered.parts, ...printed] });
    await this.unitOfWork.run(actor, (tx) =>
      this.journal.record(tx, {
        subjectKind: 'contractRegistration',
        subjectId: id,
        event: 'exportEvidence',
        from: null,
        to: null,
        parties: [],
        reason: hash('sha256', signed.manifest, 'hex'),
      }),
    );
    return ok(this.zipped(system, signed.parts, gathered.attachments));
  }

  private async gather(tx: Tx, id: string, contractId: string, registrationNumber: string | null) {
    const rows = await this.evidence.keptRows(tx, id, contractId);
    const certificates = await this.certificates.editions(tx, id);
    const attachments = [
      ...(await this.attachments.history(tx, { kind: 'contract', id: contractId })),
      ...(await this.attachments.history(tx, { kind: 'contractRegistration', id })),
    ];
    const subjects = [
      ...new Set([id, contractId, ...rows.flatMap(({ ids }) => ids), ...attachments.map((each) => each.id)]),
    ];
    const head = await this.audit.head();
    const parts = [
      ...rows.map(({ table, json }) => part(`records/${table}.json`, json)),
      part('transitions.json', await this.evidence.transitions(tx, subjects)),
      part('attachments.json', canonicalJson(attachments)),
      ...certificates.map((each) => part(`certificates/${each.edition}.json`, presentedText(each))),
      part(auditPath, canonicalJson(await this.audit.ofSubjects(tx, subjects, maxAuditRecords))),
    ];
    return {
      registrationNumber,
      auditHead: head && { count: String(head.count), head: head.head },
      parts,
      attachments: withContent(attachments),
      certificates,
    };
  }

  /** An edition that no font can print is there as JSON alone, and the bundle says why. */
  private async printedCertificates(actor: SystemActor, certificates: readonly Certificate[]): Promise<Part[]> {
    const parts: Part[] = [];
    for (const certificate of certificates) {
      const printed = await this.certificates.print(actor, certificate);
      const path = `certificates/${certificate.edition}`;
      parts.push(
        printed.ok
          ? { path: `${path}.pdf`, bytes: printed.value }
          : part(`${path}.not-printed.json`, canonicalJson(printed.refusal)),
      );
    }
    return parts;
  }

  private async signed(system: SystemActor, actor: PersonActor, registrationId: string, gathered: Gathered) {
    const keys = await this.certificates.keys();
    const parts = [
      part('README.txt', readme),
      part('keys.json', canonicalJson({ items: keys.map(({ id, publicKey }) => ({ id, publicKey })) })),
      ...gathered.parts,
    ];
    const manifest: Manifest = {
      kind: '技术合同认定登记证据包',
      version: '1',
      registrationId,
      registrationNumber: gathered.registrationNumber,
      exportedAt: this.clock.now().toISOString(),
      exportedBy: actor.personId,
      auditHead: gathered.auditHead,
      files: [
        ...parts.map(({ path, bytes }) => ({
          path,
          sizeBytes: String(bytes.length),
          sha256: hash('sha256', bytes, 'hex'),
        })),
        ...gathered.attachments.map((each) => ({
          path: attachmentPath(each),
          sizeBytes: String(each.sizeBytes),
          sha256: each.sha256,
        })),
      ],
    };
    const text = canonicalJson(manifest);
    const signature = await this.certificates.signText(system, manifestText(text));
    const head = [part(manifestPath, text), part(signaturePath, canonicalJson(signature))];
    return { manifest: text, parts: [...head, ...parts] };
  }

  /** The order of the manifest, and one time for all: what differs between two bundles is what happened between them. */
  private zipped(actor: SystemActor, parts: readonly Part[], attachments: readonly Attachment[]): Readable {
    const zip = new yazl.ZipFile();
    const mtime = this.clock.now();
    const output = new Readable().wrap(zip.outputStream);
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

const part = (path: string, text: string): Part => ({ path, bytes: Buffer.from(text) });

/** By its hash: the name that somebody gave it stands in attachments.json. */
const attachmentPath = ({ sha256, fileName }: Attachment): string =>
  `attachments/${sha256}.${/\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? 'bin'}`;

/** Each content once; of what was taken back only the record is left. */
function withContent(attachments: readonly Attachment[]): Attachment[] {
  const byPath = new Map<string, Attachment>();
  for (const each of attachments) if (each.removedAt === null) byPath.set(attachmentPath(each), each);
  return [...byPath.values()];
}

const readme = `技术合同认定登记证据包

manifest.json            全部文件的大小与 SHA-256，由平台签名（manifest.signature.json，Ed25519）
records/                 数据库中属于本登记及其合同的全部记录，一表一文件（金额单位为分）
transitions.json         状态的每一步：何时、何人、由何到何、为何
audit/records.json       审计记录及其在审计链上的位置：hash = SHA-256(previous + 换行 + text)
certificates/            登记证明各版：JSON 与 PDF
attachments.json         附件说明（含已移除的）；attachments/ 为内容，以 SHA-256 命名，未经病毒扫描
keys.json                公钥，仅供参考：核验时请使用平台公布的公钥

离线核验：npm run cli -- bundle:verify 本文件 --key 公钥文件
审计链的其余部分不在包内；与锚文件的比对由平台的 audit:verify 完成。
`;
