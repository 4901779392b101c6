import { Injectable } from '@nestjs/common';
import { seal, type Anchor } from '#domain/audit/audit-chain.js';
import { systemActor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AnchorFile } from './anchor.file.js';
import { AuditRepository, type AuditFilter, type AuditRecord, type ChainedRecord } from './audit.repository.js';
import { sha256, verifyChain, type ChainRange, type ChainReport, type ChainSource } from './verify-chain.js';

export type { ChainedRecord };

const sealBatch = 5_000;
const anchorBatch = 1_000;

/** Sealing, reading and verifying the audit trail. */
@Injectable()
export class AuditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditRepository,
    private readonly anchorFile: AnchorFile,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Seals all records that wait, in batches, and anchors each batch. Returns how many were sealed; another sealer at work: 0. */
  async seal(actor: SystemActor): Promise<number> {
    let sealed = 0;
    for (;;) {
      const batch = await this.unitOfWork.run(actor, (tx) => this.sealBatch(tx));
      await this.unitOfWork.run(actor, (tx) => this.anchor(tx));
      sealed += batch;
      if (batch < sealBatch) return sealed;
    }
  }

  private async sealBatch(tx: Tx): Promise<number> {
    if (!(await this.audit.lockForSealing(tx))) return 0;
    await this.refuseForeignChain(tx, await this.anchorFile.last());
    const head = await this.audit.head(tx);
    const settled = await this.audit.settledRecordId(tx);
    const oldestRunning = await this.audit.oldestRunning(tx);
    const records = await this.audit.unsealed(tx, settled, sealBatch);
    const links = seal(sha256, head, records);
    const last = links.at(-1);
    if (!last) return 0;
    await this.audit.insertLinks(tx, links);
    await this.audit.insertSeal(tx, {
      count: last.sequence,
      head: last.hash,
      at: this.clock.now(),
      lastRecordId: last.recordId,
      settled,
      readUpTo: records.length < sealBatch ? null : last.recordId,
      oldestRunning,
    });
    return links.length;
  }

  /** Writes the anchors that are missing: those of this run, and those of a run that died between commit and file. */
  private async anchor(tx: Tx): Promise<void> {
    if (!(await this.audit.lockForSealing(tx))) return;
    for (;;) {
      const last = await this.anchorFile.last();
      const missing = await this.audit.sealsAfter(tx, last?.count ?? 0, anchorBatch);
      if (missing.length > 0) await this.anchorFile.append(missing);
      if (missing.length < anchorBatch) return;
    }
  }

  /** Nothing is sealed on top of a chain that its own anchor denies: the evidence stays as it was found. */
  private async refuseForeignChain(tx: Tx, anchor: Anchor | null): Promise<void> {
    if (anchor === null || (await this.audit.hashAt(tx, anchor.count)) === anchor.head) return;
    throw new Error(
      `the audit chain does not agree with ${this.anchorFile.path} at ${anchor.count}: run "npm run audit:verify"`,
    );
  }

  /** Reading the trail is itself recorded: one record a page, after the page was read. */
  async read(actor: PersonActor, filter: AuditFilter, before: string | null, limit: number): Promise<AuditRecord[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const records = await this.audit.list(tx, filter, before, limit);
      await this.note(tx, actor, 'read', { ...filter, before, limit });
      return records;
    });
  }

  /** Checks a range on an auditor's demand, and records that and what was found. */
  async verifyRange(actor: PersonActor, range: ChainRange): Promise<ChainReport> {
    const report = await this.check(systemActor('audit.verify', actor.origin.requestId), range);
    await this.unitOfWork.run(actor, (tx) => this.note(tx, actor, 'verify', { ...range, fault: report.fault }));
    return report;
  }

  async verify(actor: SystemActor): Promise<ChainReport> {
    return this.check(actor);
  }

  async head(): Promise<Anchor | null> {
    return this.audit.publicHead();
  }

  /** Records of these subjects with their links, for a bundle of evidence; the reading is recorded by who puts it together. */
  async ofSubjects(tx: Tx, subjectIds: readonly string[], limit: number): Promise<readonly ChainedRecord[]> {
    return this.audit.ofSubjects(tx, subjectIds, limit);
  }

  /** The subject of a reading is the reader: an audit trail has no id of its own. */
  private async note(tx: Tx, actor: PersonActor, event: string, what: object): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'auditRecord',
      subjectId: actor.personId,
      event,
      from: null,
      to: null,
      reason: JSON.stringify(what),
      parties: [],
    });
  }

  /**
   * In one transaction, so that the next page is asked for in one message. Each statement has its own snapshot, as
   * everywhere in this house, so that a long check holds up no cleaning.
   */
  private check(actor: SystemActor, range?: ChainRange): Promise<ChainReport> {
    return this.unitOfWork.run(actor, (tx) => verifyChain(this.source(tx), range));
  }

  private source(tx: Tx): ChainSource {
    return {
      links: (after, limit) => this.audit.links(tx, after, limit),
      hashAt: (sequence) => this.audit.hashAt(tx, sequence),
      settledRecordId: () => this.audit.settledRecordId(tx),
      lastRecordId: () => this.audit.lastRecordId(tx),
      withoutLink: (after, through) => this.audit.withoutLink(tx, after, through),
      anchors: () => this.anchorFile.read(),
    };
  }
}
