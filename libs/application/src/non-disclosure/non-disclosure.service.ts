import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  acceptAgreement,
  agreementSides,
  closeAgreement,
  expireAgreement,
  opensOn,
  refuseAgreement,
  withdrawAgreement,
  type AcceptRefusal as DomainAcceptRefusal,
  type NonDisclosure,
  type ProtectedKind,
  type ProtectedSubject,
  type Signature,
} from '#domain/non-disclosure/non-disclosure.js';
import type { NonDisclosureRefusalReason } from '#domain/non-disclosure/refusal-reasons.policy.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { OrganizationService } from '../identity/organization.service.js';
import { NonDisclosureTextService } from './non-disclosure-text.service.js';
import { NonDisclosureRepository, type Reading, type ReadingBasis } from './non-disclosure.repository.js';

type NotFound = Refusal<'nonDisclosure.notFound'>;
export type RequestRefusal = Refusal<
  | 'organization.unverified'
  | 'nonDisclosure.subjectNotFound'
  | 'nonDisclosure.nothingProtected'
  | 'nonDisclosure.recipientMissing'
  | 'nonDisclosure.textChanged'
  | 'nonDisclosure.alreadyOpen'
>;
export type AcceptRefusal = NotFound | DomainAcceptRefusal;
export type RefuseRefusal = NotFound | Refusal<'state.notAllowed' | 'nonDisclosure.ownRequest'>;
export type EndRefusal =
  NotFound | Refusal<'state.notAllowed' | 'nonDisclosure.notRequester' | 'nonDisclosure.notOwner'>;

/** What a concept says of a thing of its own that has something to protect. */
export interface Protected {
  readonly ownerOrganizationId: string;
  readonly title: string;
  /** False when there is nothing behind the public face. */
  readonly holdsDetails: boolean;
  /** Organizations that may ask at all; null: anybody who sees the public face. */
  readonly circle: readonly string[] | null;
}

/** A concept with protected things. */
export interface ProtectedSource {
  /** What the actor of the transaction sees of it, or null. */
  protectedSubject(tx: Tx, id: string): Promise<Protected | null>;
}

export interface NewRequest {
  readonly subject: ProtectedSubject;
  readonly textHash: string;
  readonly purpose: string;
  /** Whom an owner invites; left out by readers. */
  readonly recipientOrganizationId: string | null;
}

/** One part of a subject that is about to be shown. */
export interface Shown {
  readonly subject: ProtectedSubject;
  readonly ownerOrganizationId: string;
  readonly part: string;
  readonly contentHash: string;
  readonly basis: ReadingBasis;
  readonly agreementId: string | null;
}

const maxExpiredPerRun = 200;

/** Use cases of non-disclosure agreements, and the one answer to: may this organization read that? */
@Injectable()
export class NonDisclosureService {
  private readonly sources = new Map<ProtectedKind, ProtectedSource>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: NonDisclosureRepository,
    private readonly texts: NonDisclosureTextService,
    private readonly organizations: OrganizationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A concept with protected things says so once, when its module starts. */
  protect(kind: ProtectedKind, source: ProtectedSource): void {
    this.sources.set(kind, source);
  }

  /** The reader asks, or the owner invites one; whoever asks signs the text by asking. */
  async request(actor: PersonActor, wanted: NewRequest): Promise<Result<NonDisclosure, RequestRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<NonDisclosure, RequestRefusal>> => {
        if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
        const subject = await this.subject(tx, wanted.subject);
        if (!subject) return refuse('nonDisclosure.subjectNotFound', {}, '/subjectId');
        const recipient = await this.recipientOf(tx, actor, subject, wanted.recipientOrganizationId);
        if (!recipient.ok) return recipient;
        if (!subject.holdsDetails) return refuse('nonDisclosure.nothingProtected', {}, '/subjectId');
        const text = await this.texts.inForce(tx, subject.ownerOrganizationId);
        if (text.hash !== wanted.textHash) return refuse('nonDisclosure.textChanged', {}, '/textHash');
        const now = this.clock.now();
        const agreement: NonDisclosure = {
          id: uuid(),
          subject: wanted.subject,
          subjectTitle: subject.title,
          ownerOrganizationId: subject.ownerOrganizationId,
          recipientOrganizationId: recipient.value,
          state: 'requested',
          text,
          purpose: wanted.purpose,
          requested: signature(actor, now),
          accepted: null,
          confidentialUntil: null,
          refusalReason: null,
          closeReason: null,
          version: 1,
          createdAt: now,
          updatedAt: now,
        };
        await this.agreements.insert(tx, agreement);
        await this.record(tx, 'request', null, agreement);
        return ok(agreement);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'non_disclosure_open_once') throw error;
      return refuse('nonDisclosure.alreadyOpen');
    }
  }

  async accept(actor: PersonActor, id: string, textHash: string): Promise<Result<NonDisclosure, AcceptRefusal>> {
    const now = this.clock.now();
    return this.change<DomainAcceptRefusal>(actor, id, 'accept', (agreement) =>
      acceptAgreement(agreement, signature(actor, now), textHash, beijingDate(now)),
    );
  }

  async refuse(
    actor: PersonActor,
    id: string,
    code: NonDisclosureRefusalReason,
    reason: string,
  ): Promise<Result<NonDisclosure, RefuseRefusal>> {
    return this.change<Refusal<'state.notAllowed' | 'nonDisclosure.ownRequest'>>(actor, id, 'refuse', (agreement) =>
      refuseAgreement(agreement, actor.organizationId, code, reason, this.clock.now()),
    );
  }

  /** Before it is answered who asked withdraws; after that the owner closes. */
  async end(
    actor: PersonActor,
    id: string,
    event: 'withdraw' | 'close',
    reason: string,
  ): Promise<Result<NonDisclosure, EndRefusal>> {
    const decide = event === 'withdraw' ? withdrawAgreement : closeAgreement;
    return this.change<Refusal<'state.notAllowed' | 'nonDisclosure.notRequester' | 'nonDisclosure.notOwner'>>(
      actor,
      id,
      event,
      (agreement) => decide(agreement, actor.organizationId, reason, this.clock.now()),
    );
  }

  async get(actor: PersonActor, id: string): Promise<Result<NonDisclosure, NotFound>> {
    const agreement = await this.unitOfWork.run(actor, (tx) => this.agreements.find(tx, id));
    return agreement ? ok(agreement) : refuse('nonDisclosure.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<NonDisclosure[]> {
    return this.unitOfWork.run(actor, (tx) => this.agreements.list(tx, actor.organizationId, after, limit));
  }

  /** The agreement by which the organization may read the subject today, or null. */
  async opens(tx: Tx, subject: ProtectedSubject, organizationId: string): Promise<NonDisclosure | null> {
    const agreement = await this.current(tx, subject, organizationId);
    return agreement && opensOn(agreement, beijingDate(this.clock.now())) ? agreement : null;
  }

  /** What was asked for or stands between a subject and a reader. */
  async current(tx: Tx, subject: ProtectedSubject, organizationId: string): Promise<NonDisclosure | null> {
    return this.unitOfWork.asSystem(tx, 'nonDisclosure', (system) =>
      this.agreements.current(system, subject, organizationId),
    );
  }

  /** Written in the transaction that reads: nobody sees what is not on record. The owner's own readings are not. */
  async recordReading(tx: Tx, actor: PersonActor, shown: Shown): Promise<void> {
    if (actor.organizationId === shown.ownerOrganizationId) return;
    const reading: Reading = {
      ...shown,
      id: uuid(),
      readerOrganizationId: actor.organizationId,
      personId: actor.personId,
      address: actor.origin.address,
      readAt: this.clock.now(),
    };
    await this.agreements.insertReading(tx, reading);
  }

  /** Who read what of a subject, as far as the actor may know: owners all of it, readers their own. */
  async readings(actor: PersonActor, subject: ProtectedSubject, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.agreements.readings(tx, subject, after, limit));
  }

  /** The worker's turn. */
  async expireDue(actor: SystemActor): Promise<number> {
    const today = beijingDate(this.clock.now());
    for (let expired = 0; expired < maxExpiredPerRun; expired += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const before = await this.agreements.claimExpired(tx, today);
        if (!before) return false;
        const after = expireAgreement(before, this.clock.now());
        if (!after.ok) throw new Error(`agreement ${before.id} in state ${before.state} cannot expire`);
        await this.agreements.save(tx, after.value);
        await this.record(tx, 'expire', before, after.value);
        return true;
      });
      if (!found) return expired;
    }
    return maxExpiredPerRun;
  }

  private async subject(tx: Tx, { kind, id }: ProtectedSubject): Promise<Protected | null> {
    const source = this.sources.get(kind);
    return source ? source.protectedSubject(tx, id) : null;
  }

  private async recipientOf(
    tx: Tx,
    actor: PersonActor,
    { ownerOrganizationId, circle }: Protected,
    invited: string | null,
  ): Promise<Result<string, Refusal<'nonDisclosure.recipientMissing' | 'nonDisclosure.subjectNotFound'>>> {
    const recipient = actor.organizationId === ownerOrganizationId ? invited : actor.organizationId;
    if (
      recipient === null ||
      recipient === ownerOrganizationId ||
      !(await this.organizations.isVerified(tx, recipient))
    ) {
      return refuse('nonDisclosure.recipientMissing', {}, '/recipientOrganizationId');
    }
    if (circle !== null && !circle.includes(recipient))
      return refuse('nonDisclosure.subjectNotFound', {}, '/subjectId');
    return ok(recipient);
  }

  private async change<R extends Refusal>(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (agreement: NonDisclosure) => Result<NonDisclosure, R>,
  ): Promise<Result<NonDisclosure, NotFound | R>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<NonDisclosure, NotFound | R>> => {
      const before = await this.agreements.forUpdate(tx, id);
      if (!before || !agreementSides(before).includes(actor.organizationId)) return refuse('nonDisclosure.notFound');
      const after = decide(before);
      if (!after.ok) return after;
      await this.agreements.save(tx, after.value);
      await this.record(tx, event, before, after.value);
      return after;
    });
  }

  private async record(tx: Tx, event: string, before: NonDisclosure | null, after: NonDisclosure): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'nonDisclosure',
      subjectId: after.id,
      parties: agreementSides(after),
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.closeReason !== null && { reason: after.closeReason }),
      ...(before && { before }),
      after,
    });
  }
}

/** Whose word a signature is. */
const signature = (actor: PersonActor, at: Date): Signature => ({
  organizationId: actor.organizationId,
  personId: actor.personId,
  address: actor.origin.address,
  at,
});
