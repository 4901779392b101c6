import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { diligenceConditions, type DiligenceCondition } from '#domain/diligence-pack/diligence-pack.js';
import { auditPath } from '#domain/evidence/manifest.js';
import { systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { AttachmentService } from '../attachment/attachment.service.js';
import { AuditService } from '../audit/audit.service.js';
import { BundleWriter, part } from '../evidence/bundle.writer.js';
import { ShareAgreementService } from '../share-agreement/share-agreement.service.js';
import { TransferProcedureService, type ProcedureDetail } from '../transfer-procedure/transfer-procedure.service.js';
import { DiligencePackRepository } from './diligence-pack.repository.js';

type NotFound = Refusal<'transferProcedure.notFound'>;
const maxAuditRecords = 20_000;

/** 尽职免责: what is missing, and everything that is there in one file that proves itself. */
@Injectable()
export class DiligencePackService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly procedures: TransferProcedureService,
    private readonly agreements: ShareAgreementService,
    private readonly attachments: AttachmentService,
    private readonly audit: AuditService,
    private readonly packs: DiligencePackRepository,
    private readonly writer: BundleWriter,
    private readonly journal: Journal,
  ) {}

  /** Condition by condition, with the article. */
  async check(actor: PersonActor, id: string): Promise<Result<readonly DiligenceCondition[], NotFound>> {
    const found = await this.procedures.get(actor, id);
    if (!found.ok) return found;
    const system = systemActor('diligencePack', actor.origin.requestId);
    return ok(await this.unitOfWork.run(system, (tx) => this.conditions(tx, found.value)));
  }

  /** A zip, written while it is read; an incomplete case says in it what is missing. That it was taken is recorded. */
  async pack(actor: PersonActor, id: string): Promise<Result<Readable, NotFound>> {
    const found = await this.procedures.get(actor, id);
    if (!found.ok) return found;
    const { procedure, minutes, names } = found.value;
    const system = systemActor('diligencePack', actor.origin.requestId);
    const gathered = await this.unitOfWork.run(system, async (tx) => {
      const records = await this.packs.records(tx, procedure);
      const attachments = await this.attachments.history(tx, { kind: 'transferProcedure', id });
      const subjects = [...new Set([id, ...records.flatMap(({ ids }) => ids), ...attachments.map((each) => each.id)])];
      return {
        attachments,
        auditHead: await this.audit.head(),
        parts: [
          part('README.txt', readme),
          part('completeness.json', canonicalJson(await this.conditions(tx, found.value))),
          part('people.json', canonicalJson(Object.fromEntries(names))),
          ...records.map(({ path, json }) => part(path, json)),
          ...minutes.map((one) =>
            part(
              `minutes/${one.content.step}.json`,
              canonicalJson({ content: one.content, contentHash: one.contentHash, signatures: one.signatures }),
            ),
          ),
          await this.writer.transitions(tx, subjects),
          part('attachments.json', canonicalJson(attachments)),
          part(auditPath, canonicalJson(await this.audit.ofSubjects(tx, subjects, maxAuditRecords))),
        ],
      };
    });
    const { auditHead: head } = gathered;
    const written = await this.writer.write(
      system,
      {
        kind: '尽职免责证据包',
        procedureId: id,
        title: procedure.title,
        exportedBy: actor.personId,
        auditHead: head && { count: String(head.count), head: head.head },
      },
      gathered.parts,
      gathered.attachments,
    );
    await this.unitOfWork.run(actor, (tx) =>
      this.journal.record(tx, {
        subjectKind: 'transferProcedure',
        subjectId: id,
        event: 'exportDiligencePack',
        from: null,
        to: null,
        parties: [procedure.organizationId],
        reason: written.manifestHash,
      }),
    );
    return ok(written.zip);
  }

  private async conditions(
    tx: Tx,
    { procedure, steps, minutes }: ProcedureDetail,
  ): Promise<readonly DiligenceCondition[]> {
    const files = await this.attachments.history(tx, { kind: 'transferProcedure', id: procedure.id });
    return diligenceConditions({
      procedure,
      steps,
      minutes,
      notices: await this.packs.notices(tx, procedure.id),
      materialKinds: files.filter(({ removedAt }) => removedAt === null).map(({ materialKind }) => materialKind),
      contract: await this.packs.contract(tx, procedure.contractId),
      priceDifference: await this.packs.priceDifference(tx, procedure.id),
      hasAgreement: (await this.agreements.inForce(tx, procedure.achievementId)) !== null,
      hasRewardPlan: procedure.rewardPlanId !== null,
    });
  }
}

const readme = `尽职免责证据包

manifest.json            全部文件的大小与 SHA-256，由平台签名（manifest.signature.json，Ed25519）
completeness.json        按条文逐项核对：哪些具备，哪些还缺
records/                 流程、环节、表决与回避、公示、异议及答复、份额约定、合同、奖酬方案（金额单位为分）
minutes/                 会议纪要：contentHash = SHA-256(content 的规范 JSON)，签署即签此值
transitions.json         状态的每一步：何时、何人、由何到何、为何
audit/records.json       审计记录及其在审计链上的位置：hash = SHA-256(previous + 换行 + text)
attachments.json         附件说明（含已移除的）；attachments/ 为内容，以 SHA-256 命名，未经病毒扫描
people.json              人员编号与姓名
keys.json                公钥，仅供参考：核验时请使用平台公布的公钥

离线核验：npm run cli -- bundle:verify 本文件 --key 公钥文件
是否存在牟取非法利益的情形，平台不作判断。
`;
