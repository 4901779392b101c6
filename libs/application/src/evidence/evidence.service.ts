import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { auditPath } from '#domain/evidence/manifest.js';
import { systemActor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import { AuditService } from '../audit/audit.service.js';
import { CertificateService, type Certificate } from '../certificate/certificate.service.js';
import { presentedText } from '../certificate/presented-certificate.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { BundleWriter, part, type Part } from './bundle.writer.js';
import { EvidenceRepository } from './evidence.repository.js';

const maxAuditRecords = 20_000;

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
    private readonly writer: BundleWriter,
    private readonly journal: Journal,
  ) {}

  /** A zip, written while it is read. That it was taken is recorded. */
  async bundle(actor: PersonActor, id: string): Promise<Result<Readable, Refusal<'contractRegistration.notFound'>>> {
    const system = systemActor('evidence', actor.origin.requestId);
    const found = await this.registrations.get(actor, id);
    if (!found.ok) return refuse('contractRegistration.notFound');
    const { contractId, registrationNumber } = found.value;
    const gathered = await this.unitOfWork.run(system, (tx) => this.gather(tx, id, contractId));
    const printed = await this.printedCertificates(system, gathered.certificates);
    const written = await this.writer.write(
      system,
      {
        kind: '技术合同认定登记证据包',
        registrationId: id,
        registrationNumber,
        exportedBy: actor.personId,
        auditHead: gathered.auditHead,
      },
      [part('README.txt', readme), ...gathered.parts, ...printed],
      gathered.attachments,
    );
    await this.unitOfWork.run(actor, (tx) =>
      this.journal.record(tx, {
        subjectKind: 'contractRegistration',
        subjectId: id,
        event: 'exportEvidence',
        from: null,
        to: null,
        parties: [],
        reason: written.manifestHash,
      }),
    );
    return ok(written.zip);
  }

  private async gather(tx: Tx, id: string, contractId: string) {
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
      await this.writer.transitions(tx, subjects),
      part('attachments.json', canonicalJson(attachments)),
      ...certificates.map((each) => part(`certificates/${each.edition}.json`, presentedText(each))),
      part(auditPath, canonicalJson(await this.audit.ofSubjects(tx, subjects, maxAuditRecords))),
    ];
    return {
      auditHead: head && { count: String(head.count), head: head.head },
      parts,
      attachments,
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
