import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { auditPath } from '#domain/evidence/manifest.js';
import { asProposed, isOfUnit, logPath, proposedPath } from '#domain/introduction/introduction-proof.js';
import { introductionReaders, sidesOf, type Introduction } from '#domain/introduction/introduction.js';
import { hasRole, systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { AuditService, type ChainedRecord } from '../audit/audit.service.js';
import { BundleWriter, part } from '../evidence/bundle.writer.js';
import { IntroductionService } from './introduction.service.js';

const maxAuditRecords = 1_000;

/** What a broker proves an introduction with when his principal goes around him (民法典 art. 965): one file, offline. */
@Injectable()
export class IntroductionEvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly introductions: IntroductionService,
    private readonly audit: AuditService,
    private readonly writer: BundleWriter,
    private readonly journal: Journal,
  ) {}

  /** For the unit that introduced, and the bureau. A zip, written while it is read; that it was taken is recorded. */
  async bundle(
    actor: PersonActor,
    id: string,
  ): Promise<Result<Readable, Refusal<'introduction.notFound' | 'introduction.notIntroducer'>>> {
    const found = await this.introductions.get(actor, id);
    if (!found.ok) return found;
    const introduction = found.value;
    const officer = hasRole(actor, 'registrar', 'reviewer', 'rewardOfficer', 'auditor');
    if (!officer && introduction.introducer.organizationId !== actor.organizationId)
      return refuse('introduction.notIntroducer');
    const system = systemActor('introductionEvidence', actor.origin.requestId);
    const gathered = await this.unitOfWork.run(system, (tx) => this.gather(tx, introduction, officer ? null : actor));
    const written = await this.writer.write(
      system,
      { kind: '引荐证据包', introductionId: id, exportedBy: actor.personId, auditHead: gathered.auditHead },
      gathered.parts,
      [],
    );
    await this.unitOfWork.run(actor, (tx) =>
      this.journal.record(tx, {
        ...{ subjectKind: 'introduction', subjectId: id, event: 'exportEvidence', from: null, to: null },
        ...{ parties: introductionReaders(introduction), reason: written.manifestHash },
      }),
    );
    return ok(written.zip);
  }

  private async gather(tx: Tx, introduction: Introduction, holder: PersonActor | null) {
    const { id, matchId, introducer } = introduction;
    const subjects = [id, matchId, ...introducer.mandateIds];
    const head = await this.audit.head();
    const records = await this.audit.ofSubjects(tx, subjects, maxAuditRecords);
    return {
      auditHead: head && { count: String(head.count), head: head.head },
      parts: [
        part('README.txt', readme),
        part(proposedPath, canonicalJson(asProposed(introduction))),
        part(logPath, canonicalJson(logOf(introduction))),
        part('parties.json', await this.parties(tx, introduction)),
        part('mandates.json', await this.mandates(tx, introduction)),
        await this.writer.transitions(tx, [id, ...introducer.mandateIds]),
        part(auditPath, canonicalJson(holder ? records.map((record) => shownTo(holder, record)) : records)),
      ],
    };
  }

  /** Whom the ids mean. */
  private async parties(tx: Tx, introduction: Introduction): Promise<string> {
    const ids = [...new Set([...sidesOf(introduction), introduction.introducer.organizationId])];
    const rows = await tx.query<object>(
      `SELECT id, name, credit_code AS "creditCode" FROM organization WHERE id = ANY ($1::uuid[]) ORDER BY id`,
      [ids],
    );
    return canonicalJson(rows);
  }

  /** The introducer's own mandates and the consents to acting for both sides, as PostgreSQL writes them. */
  private async mandates(tx: Tx, { introducer, matchId }: Introduction): Promise<string> {
    const [row] = await tx.query<{ json: string }>(
      `SELECT json_build_object(
         'mandates', (SELECT coalesce(json_agg(to_jsonb(m) ORDER BY m.id), '[]') FROM mandate m WHERE m.id = ANY ($1::uuid[])),
         'consents', (SELECT coalesce(json_agg(to_jsonb(c) ORDER BY c.id), '[]') FROM dual_agency_consent c
           WHERE c.match_id = $2 AND c.agency_organization_id = $3))::text AS json`,
      [introducer.mandateIds, matchId, introducer.organizationId],
    );
    return row?.json ?? '{}';
  }
}

/** Who said yes or no, and when. Contacts are between the two sides and stand in no evidence. */
const logOf = (introduction: Introduction) => ({
  id: introduction.id,
  state: introduction.state,
  proposedAt: introduction.createdAt,
  acceptances: introduction.acceptances.map(({ organizationId, personId, acceptedAt }) => ({
    ...{ organizationId, personId, acceptedAt },
  })),
  declineReason: introduction.declineReason,
  updatedAt: introduction.updatedAt,
});

/** Records of other units hold their people and addresses: their place in the chain is shown without the words. */
const shownTo = ({ organizationId }: PersonActor, record: ChainedRecord) =>
  isOfUnit(record.text, organizationId) ? record : { ...record, text: null };

const readme = `引荐证据包（民法典第九百六十五条：委托人接受中介服务后绕开中介人直接订约的，应当支付报酬）

manifest.json            全部文件的大小与 SHA-256，由平台签名（manifest.signature.json，Ed25519）
introduction/proposed.json  提出引荐时的内容：何人、何时、把何需求与何成果的双方引荐给彼此；其 SHA-256 写在审计记录 introduction.propose 中
introduction/log.json    双方接受或谢绝的时间（不含联系方式）
parties.json             各单位名称与统一社会信用代码
mandates.json            引荐所依据的委托，以及双方对双方代理的书面同意
transitions.json         状态的每一步：何时、何人、由何到何、为何
audit/records.json       审计记录及其在审计链上的位置：hash = SHA-256(previous + 换行 + text)；其他单位的记录只有位置与散列，text 为 null
keys.json                公钥，仅供参考：核验时请使用平台公布的公钥

离线核验：npm run cli -- bundle:verify 本文件 --key 公钥文件
审计链的其余部分不在包内；与锚文件的比对由平台的 audit:verify 完成。
`;
