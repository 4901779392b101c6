import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Attachment } from '#domain/attachment/attachment.js';
import { dealReaders, type Deal } from '#domain/deal/deal.js';
import {
  dealDocumentTransitions,
  maxDocumentsPerDeal,
  maxVersionsPerDocument,
  type DealDocument,
  type DocumentVersion,
} from '#domain/deal-room/deal-room.js';
import { actsFor, systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { DealLog } from '../deal/deal.log.js';
import { DealService } from '../deal/deal.service.js';
import { NonDisclosureService, type Protected, type Shown } from '../non-disclosure/non-disclosure.service.js';
import { DealRoomRepository } from './deal-room.repository.js';
import { redLine, type RedLine } from './red-line.js';

type NotFound = Refusal<'deal.notFound' | 'dealDocument.notFound'>;
type Closed = Refusal<'state.notAllowed' | 'deal.logFull'>;
export type AddRefusal = NotFound | Closed | Refusal<'dealDocument.tooMany'>;
export type VersionRefusal =
  | NotFound
  | Closed
  | Refusal<'dealDocument.tooMany' | 'dealDocument.contentMissing' | 'dealDocument.attachmentNotFound'>;
type GateRefusal = NotFound | Refusal<'dealDocument.agreementNeeded' | 'dealDocument.versionNotFound'>;
export type ReadRefusal = GateRefusal;
export type FileRefusal = GateRefusal | Refusal<'dealDocument.noFile'>;
export type CompareRefusal = GateRefusal | Refusal<'dealDocument.noText'>;

export type NewDocument = Pick<DealDocument, 'title' | 'kind' | 'gated'>;
export type NewVersion = Pick<DocumentVersion, 'attachmentId' | 'body' | 'note'>;

/** A version as it is shown: with what is known of its file. */
export interface ShownVersion {
  readonly version: DocumentVersion;
  readonly file: Pick<Attachment, 'fileName' | 'mediaType' | 'sizeBytes' | 'sha256'> | null;
}

interface Gate {
  readonly document: DealDocument;
  readonly basis: Shown['basis'];
  readonly agreementId: string | null;
}

/** Use cases of the documents in a negotiation room: versions, the gate before them, and what changed. */
@Injectable()
export class DealDocumentService implements OnModuleInit, AttachmentHost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly room: DealRoomRepository,
    private readonly deals: DealService,
    private readonly log: DealLog,
    private readonly attachments: AttachmentService,
    private readonly agreements: NonDisclosureService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('dealDocument', this);
    this.agreements.protect('dealDocument', { protectedSubject: (tx, id) => this.protectedSubject(tx, id) });
  }

  /** One side puts a document into the room; gated, unless it says otherwise. */
  async add(actor: PersonActor, dealId: string, given: NewDocument): Promise<Result<DealDocument, AddRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DealDocument, AddRefusal>> => {
      const deal = await this.openDeal(tx, actor, dealId);
      if (!deal.ok) return deal;
      if ((await this.room.countOfDeal(tx, dealId)) >= maxDocumentsPerDeal) {
        return refuse('dealDocument.tooMany', { max: String(maxDocumentsPerDeal) });
      }
      const document: DealDocument = {
        ...given,
        ...{ id: uuid(), dealId, organizationId: actor.organizationId, personId: actor.personId, state: 'open' },
        createdAt: this.clock.now(),
      };
      await this.room.insert(tx, document);
      await this.record(tx, 'create', deal.value, null, document);
      const { id, title, kind, gated } = document;
      const logged = await this.log.append(tx, dealId, 'document', { documentId: id, title, kind, gated });
      return logged.ok ? ok(document) : logged;
    });
  }

  /** Its side adds the next version: a file handed in for the document, a text, or both. */
  async addVersion(
    actor: PersonActor,
    id: string,
    given: NewVersion,
  ): Promise<Result<DocumentVersion, VersionRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DocumentVersion, VersionRefusal>> => {
      const seen = await this.room.find(tx, id);
      if (!seen || !actsFor(actor, seen.organizationId)) return refuse('dealDocument.notFound');
      const deal = await this.openDeal(tx, actor, seen.dealId);
      if (!deal.ok) return deal;
      const document = await this.room.find(tx, id);
      if (document?.state !== 'open') return refuse('state.notAllowed', closed('addVersion'));
      const file = await this.fileOf(actor, id, given.attachmentId);
      if (!file.ok) return file;
      if (given.body === null && file.value === null) return refuse('dealDocument.contentMissing', {}, '/body');
      const last = await this.room.lastSerial(tx, id);
      if (last >= maxVersionsPerDocument)
        return refuse('dealDocument.tooMany', { max: String(maxVersionsPerDocument) });
      const sha256 = file.value?.sha256 ?? null;
      const version: DocumentVersion = {
        ...given,
        ...{ id: uuid(), documentId: id, organizationId: actor.organizationId, serial: last + 1 },
        ...{ contentHash: contentHash({ sha256, body: given.body }), personId: actor.personId },
        createdAt: this.clock.now(),
      };
      await this.room.insertVersion(tx, version);
      const { serial, contentHash: hash } = version;
      const content = { documentId: id, versionSerial: serial, contentHash: hash, fileSha256: sha256 };
      const logged = await this.log.append(tx, document.dealId, 'documentVersion', content);
      return logged.ok ? ok(version) : logged;
    });
  }

  /** Nobody reads it from now on but its own side; that it was there, and who read it, stays. */
  async withdraw(actor: PersonActor, id: string, reason: string): Promise<Result<DealDocument, NotFound | Closed>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DealDocument, NotFound | Closed>> => {
      const seen = await this.room.find(tx, id);
      if (!seen || !actsFor(actor, seen.organizationId)) return refuse('dealDocument.notFound');
      const deal = await this.deals.sideForUpdate(tx, actor, seen.dealId);
      const before = await this.room.find(tx, id);
      if (!deal || !before) return refuse('dealDocument.notFound');
      const next = transition(dealDocumentTransitions, before.state, 'withdraw');
      if (!next.ok) return next;
      const after: DealDocument = { ...before, state: next.value };
      await this.room.withdraw(tx, id);
      await this.record(tx, 'withdraw', deal, before, after, reason);
      const logged = await this.log.append(tx, deal.id, 'documentWithdrawal', { documentId: id, reason });
      return logged.ok ? ok(after) : logged;
    });
  }

  /** What there is, for whoever sees the deal; not what it says. */
  async list(actor: PersonActor, dealId: string, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DealDocument[], Refusal<'deal.notFound'>>> => {
      if (!(await this.deals.find(tx, dealId))) return refuse('deal.notFound');
      return ok(await this.room.list(tx, dealId, after, limit));
    });
  }

  async versions(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<DocumentVersion[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DocumentVersion[], NotFound>> => {
      if (!(await this.room.find(tx, id))) return refuse('dealDocument.notFound');
      return ok(
        await this.unitOfWork.asSystem(tx, 'dealDocument', (system) => this.room.versions(system, id, after, limit)),
      );
    });
  }

  async read(actor: PersonActor, id: string, serial: number): Promise<Result<ShownVersion, ReadRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ShownVersion, ReadRefusal>> => {
      const gate = await this.gate(tx, actor, id);
      if (!gate.ok) return gate;
      const version = await this.shown(tx, actor, gate.value, serial);
      if (!version.ok) return version;
      return ok({ version: version.value, file: await this.attached(tx, version.value) });
    });
  }

  /** The file of a version, streamed as the system once the gate opened. */
  async file(
    actor: PersonActor,
    id: string,
    serial: number,
  ): Promise<Result<{ readonly attachment: Attachment; readonly content: AsyncIterable<Buffer> }, FileRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const gate = await this.gate(tx, actor, id);
      if (!gate.ok) return gate;
      const version = await this.shown(tx, actor, gate.value, serial);
      if (!version.ok) return version;
      const attachment = await this.attached(tx, version.value);
      if (!attachment) return refuse('dealDocument.noFile');
      const reader = systemActor('dealDocument', actor.origin.requestId);
      return ok({ attachment, content: this.attachments.contentOf(reader, attachment.sha256) });
    });
  }

  /** Red line between two versions: both are read by it, and on record. */
  async compare(actor: PersonActor, id: string, from: number, to: number): Promise<Result<RedLine, CompareRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RedLine, CompareRefusal>> => {
      const gate = await this.gate(tx, actor, id);
      if (!gate.ok) return gate;
      const before = await this.shown(tx, actor, gate.value, from);
      if (!before.ok) return before;
      const after = await this.shown(tx, actor, gate.value, to);
      if (!after.ok) return after;
      if (before.value.body === null || after.value.body === null) return refuse('dealDocument.noText');
      return ok(redLine(before.value.body, after.value.body));
    });
  }

  async readings(actor: PersonActor, id: string, after: string | null, limit: number) {
    const document = await this.unitOfWork.run(actor, (tx) => this.room.find(tx, id));
    if (!document) return refuse('dealDocument.notFound');
    return ok(await this.agreements.readings(actor, { kind: 'dealDocument', id }, after, limit));
  }

  async attachmentStanding(tx: Tx, actor: PersonActor, id: string): Promise<Standing | null> {
    const document = await this.room.find(tx, id);
    if (!document || !actsFor(actor, document.organizationId)) return null;
    const open = document.state === 'open';
    return { readerIds: [document.organizationId], open, provisional: false };
  }

  private async protectedSubject(tx: Tx, id: string): Promise<Protected | null> {
    const document = await this.room.find(tx, id);
    const deal = document && (await this.deals.find(tx, document.dealId));
    if (!document || !deal) return null;
    const { organizationId, title, gated, state } = document;
    return {
      ...{ ownerOrganizationId: organizationId, title, holdsDetails: gated && state === 'open' },
      circle: dealReaders(deal),
    };
  }

  /** Its own side; the other side and the brokers of the deal when it is open to them. Not the bureau: it only sees the list. */
  private async gate(tx: Tx, actor: PersonActor, id: string): Promise<Result<Gate, GateRefusal>> {
    const document = await this.room.find(tx, id);
    const deal = document && (await this.deals.find(tx, document.dealId));
    if (!document || !deal || !dealReaders(deal).includes(actor.organizationId)) return refuse('dealDocument.notFound');
    if (actsFor(actor, document.organizationId)) return ok({ document, basis: 'open', agreementId: null });
    if (document.state !== 'open') return refuse('dealDocument.notFound');
    if (!document.gated) return ok({ document, basis: 'open', agreementId: null });
    const agreement = await this.agreements.opens(tx, { kind: 'dealDocument', id }, actor.organizationId);
    if (!agreement) return refuse('dealDocument.agreementNeeded');
    return ok({ document, basis: 'agreement', agreementId: agreement.id });
  }

  private async shown(
    tx: Tx,
    actor: PersonActor,
    { document, basis, agreementId }: Gate,
    serial: number,
  ): Promise<Result<DocumentVersion, Refusal<'dealDocument.versionNotFound'>>> {
    const version = await this.unitOfWork.asSystem(tx, 'dealDocument', (system) =>
      this.room.version(system, document.id, serial),
    );
    if (!version) return refuse('dealDocument.versionNotFound', { serial: String(serial) });
    await this.agreements.recordReading(tx, actor, {
      ...{ subject: { kind: 'dealDocument', id: document.id }, ownerOrganizationId: document.organizationId },
      ...{ part: `${document.title}第 ${serial} 版`, contentHash: version.contentHash, basis, agreementId },
    });
    return ok(version);
  }

  private async attached(tx: Tx, { attachmentId, organizationId }: DocumentVersion): Promise<Attachment | null> {
    if (attachmentId === null) return null;
    const found = await this.unitOfWork.asSystem(tx, 'dealDocument', (system) =>
      this.attachments.find(system, attachmentId),
    );
    return found?.organizationId === organizationId ? found : null;
  }

  private async fileOf(
    actor: PersonActor,
    documentId: string,
    attachmentId: string | null,
  ): Promise<Result<Attachment | null, Refusal<'dealDocument.attachmentNotFound'>>> {
    if (attachmentId === null) return ok(null);
    const found = await this.attachments.get(actor, attachmentId);
    const ours = found.ok && found.value.subjectKind === 'dealDocument' && found.value.subjectId === documentId;
    return ours && found.value.removedAt === null
      ? ok(found.value)
      : refuse('dealDocument.attachmentNotFound', {}, '/attachmentId');
  }

  private async openDeal(tx: Tx, actor: PersonActor, id: string): Promise<Result<Deal, NotFound | Closed>> {
    const deal = await this.deals.sideForUpdate(tx, actor, id);
    if (!deal) return refuse('deal.notFound');
    return deal.state === 'brokenOff' ? refuse('state.notAllowed', closed('addDocument', deal.state)) : ok(deal);
  }

  private async record(
    tx: Tx,
    event: string,
    deal: Deal,
    before: DealDocument | null,
    after: DealDocument,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      ...{ subjectKind: 'dealDocument', subjectId: after.id, parties: dealReaders(deal), event },
      ...{ from: before?.state ?? null, to: after.state, after },
      ...(before && { before }),
      ...(reason !== undefined && { reason }),
    });
  }
}

const closed = (event: string, state = 'withdrawn') => ({ state, event, allowed: '无' });
