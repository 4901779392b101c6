import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  checkQuota,
  safeFileName,
  type Attachment,
  type AttachmentSubject,
  type NameRefusal,
  type QuotaRefusal,
} from '#domain/attachment/attachment.js';
import type { MaterialKind } from '#domain/attachment/material-kinds.policy.js';
import { contractReaders } from '#domain/contract/contract.js';
import { actsFor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ContractService } from '../contract/contract.service.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { AttachmentRepository, type Subject } from './attachment.repository.js';
import { AttachmentStore, type ReceivedFile } from './attachment.store.js';
import { inspectFile, type ContentRefusal } from './file-inspection.js';

export interface NewAttachment {
  readonly subjectKind: AttachmentSubject;
  readonly subjectId: string;
  readonly materialKind: MaterialKind;
  readonly fileName: string;
}

type NotFound = Refusal<'attachment.notFound'>;
type SubjectNotFound = Refusal<'attachment.subjectNotFound'>;
export type AddRefusal =
  | NameRefusal
  | ContentRefusal
  | QuotaRefusal
  | SubjectNotFound
  | Refusal<'attachment.closed' | 'attachment.alreadyThere'>;

/** What of a subject decides over its attachments. */
export interface Standing {
  readonly readerIds: readonly string[];
  readonly open: boolean;
  /** Nobody has relied on it yet: what was handed in by mistake may be taken back. */
  readonly provisional: boolean;
}

/** A concept whose objects take attachments. */
export interface AttachmentHost {
  /** Null when there is no such object for the actor. */
  attachmentStanding(tx: Tx, actor: PersonActor, id: string): Promise<Standing | null>;
}

/** No file is added to a contract or registration that is over. */
const overStates: readonly string[] = ['withdrawn', 'returned', 'cancelled'];
const provisionalStates: readonly string[] = ['draft', 'filed', 'supplementRequested'];

/** Use cases of attachments. */
@Injectable()
export class AttachmentService {
  private readonly hosts = new Map<AttachmentSubject, AttachmentHost>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attachments: AttachmentRepository,
    private readonly store: AttachmentStore,
    private readonly contracts: ContractService,
    private readonly registrations: ContractRegistrationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A concept that takes attachments says so once, when its module starts. */
  host(kind: AttachmentSubject, host: AttachmentHost): void {
    this.hosts.set(kind, host);
  }

  /** `file` was received whole; it is examined before anything is kept of it. */
  async add(actor: PersonActor, given: NewAttachment, file: ReceivedFile): Promise<Result<Attachment, AddRefusal>> {
    const name = safeFileName(given.fileName);
    if (!name.ok) return name;
    const type = await inspectFile(file.path, name.value);
    if (!type.ok) return type;
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Attachment, AddRefusal>> => {
      const subject = { kind: given.subjectKind, id: given.subjectId };
      const standing = await this.standing(tx, actor, subject);
      if (!standing?.readerIds.includes(actor.organizationId)) return refuse('attachment.subjectNotFound');
      if (!standing.open) return refuse('attachment.closed');
      const fits = checkQuota(await this.attachments.usage(tx, subject, actor.organizationId), file.sizeBytes);
      if (!fits.ok) return fits;
      const attachment: Attachment = {
        ...given,
        id: uuid(),
        organizationId: actor.organizationId,
        readerIds: standing.readerIds,
        fileName: name.value,
        mediaType: type.value.mediaType,
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
        scanState: 'unscanned',
        uploadedBy: actor.personId,
        createdAt: this.clock.now(),
        removedAt: null,
      };
      if (!(await this.attachments.insert(tx, attachment))) return refuse('attachment.alreadyThere');
      await this.store.keep(tx, file);
      await this.record(tx, attachment, 'add');
      return ok(attachment);
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<Attachment, NotFound>> {
    const found = await this.unitOfWork.run(actor, (tx) => this.attachments.find(tx, id));
    return found ? ok(found) : refuse('attachment.notFound');
  }

  async list(
    actor: PersonActor,
    subject: Subject,
    after: string | null,
    limit: number,
  ): Promise<Result<readonly Attachment[], SubjectNotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<readonly Attachment[], SubjectNotFound>> => {
      if (!(await this.standing(tx, actor, subject))) return refuse('attachment.subjectNotFound');
      return ok(await this.attachments.list(tx, subject, after, limit));
    });
  }

  /** The content of one that the actor may read; what is read is measured against its hash to the end. */
  async open(
    actor: PersonActor,
    id: string,
  ): Promise<Result<{ readonly attachment: Attachment; readonly content: AsyncIterable<Buffer> }, NotFound>> {
    const found = await this.get(actor, id);
    if (!found.ok) return found;
    if (found.value.removedAt !== null) return refuse('attachment.notFound');
    return ok({ attachment: found.value, content: this.contentOf(actor, found.value.sha256) });
  }

  /** Fails at the end, before it is complete, when storage gave other bytes than were handed in. */
  async *contentOf(actor: Actor, sha256: string): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let held: Buffer | null = null;
    for await (const chunk of this.store.read(actor, sha256)) {
      if (held) yield held;
      hash.update(chunk);
      held = chunk;
    }
    if (hash.digest('hex') !== sha256) throw new Error(`the content of ${sha256} is damaged or missing`);
    if (held) yield held;
  }

  /** Its own organization takes back what nobody has relied on yet; that it was there stays on record. */
  async remove(
    actor: PersonActor,
    id: string,
    reason: string,
  ): Promise<Result<Attachment, NotFound | Refusal<'attachment.inUse'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<Attachment, NotFound | Refusal<'attachment.inUse'>>> => {
        const found = await this.attachments.find(tx, id);
        if (!found || found.removedAt !== null || !actsFor(actor, found.organizationId)) {
          return refuse('attachment.notFound');
        }
        const locked = await this.attachments.forUpdate(tx, id);
        if (!locked || locked.removedAt !== null) return refuse('attachment.notFound');
        const standing = await this.standing(tx, actor, { kind: found.subjectKind, id: found.subjectId });
        if (!standing?.provisional) return refuse('attachment.inUse');
        const removed = { ...found, removedAt: this.clock.now() };
        await this.attachments.remove(tx, id, removed.removedAt);
        await this.store.release(tx, found.sha256);
        await this.record(tx, removed, 'remove', reason);
        return ok(removed);
      },
    );
  }

  /** What the actor of the transaction may see of one, or null. */
  async find(tx: Tx, id: string): Promise<Attachment | null> {
    return this.attachments.find(tx, id);
  }

  /** All that was ever handed in, for evidence, as the actor of the transaction may see it. */
  async history(tx: Tx, subject: Subject): Promise<readonly Attachment[]> {
    return this.attachments.history(tx, subject);
  }

  /** Null when there is no such subject for the actor. */
  private async standing(tx: Tx, actor: PersonActor, { kind, id }: Subject): Promise<Standing | null> {
    const host = this.hosts.get(kind);
    if (host) return host.attachmentStanding(tx, actor, id);
    if (kind === 'contract') {
      const contract = await this.contracts.forRegistration(tx, id);
      return contract && standingOf(contract.state, contractReaders(contract));
    }
    if (kind !== 'contractRegistration') return null;
    const found = await this.registrations.get(actor, id);
    if (!found.ok) return null;
    const { state, organizationId, contract } = found.value;
    return standingOf(state, [organizationId, ...contract.parties.map((party) => party.organizationId)]);
  }

  private async record(tx: Tx, attachment: Attachment, event: string, reason?: string): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'attachment',
      subjectId: attachment.id,
      parties: attachment.readerIds,
      event,
      from: null,
      to: null,
      after: attachment,
      ...(reason !== undefined && { reason }),
    });
  }
}

const standingOf = (state: string, readerIds: readonly (string | null)[]): Standing => ({
  readerIds: [...new Set(readerIds.filter((id) => id !== null))],
  open: !overStates.includes(state),
  provisional: provisionalStates.includes(state),
});
