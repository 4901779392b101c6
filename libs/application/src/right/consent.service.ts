import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  advanceConsent,
  type CoOwner,
  type CoOwnership,
  type ConsentGiver,
  type DisposalAct,
  type RightConsent,
} from '#domain/right/co-ownership.js';
import { rests } from '#domain/right/overlay.js';
import type { Right } from '#domain/right/right.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { rightOfficers } from './overlay.service.js';
import { RightChanges } from './right-changes.js';
import { consentTable, overlayTable, RightRepository } from './right.repository.js';

export interface NewConsent {
  readonly acts: readonly DisposalAct[];
  readonly validUntil: LocalDate | null;
  readonly basis: string;
  readonly evidenceId: string | null;
}

type RightNotFound = Refusal<'right.notFound'>;
type ConsentNotFound = Refusal<'right.consentNotFound'>;
export type GiveConsentRefusal = Refusal<
  'right.overlayNotFound' | 'right.coOwnerNotFound' | 'right.notFound' | 'right.evidenceUnknown' | 'right.noPledge'
>;
export type DecideConsentRefusal =
  | ConsentNotFound
  | Refusal<'state.notAllowed' | 'right.samePerson' | 'right.evidenceMissing' | 'right.freeingNeedsHolder'>;
export type CoOwnerRefusal =
  RightNotFound | Refusal<'right.holderUnknown' | 'right.coOwnerTwice' | 'right.holderIsOwner'>;

/** A right that the actor's organization owns together with another. */
export interface CoOwned {
  readonly id: string;
  readonly coOwner: CoOwner;
  readonly right: Right;
}

/** Co-owners, what they agreed, and everybody's consents: of co-owners, pledgees and authorities. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly changes: RightChanges,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async addCoOwner(
    actor: PersonActor,
    rightId: string,
    given: { readonly organizationId: string | null; readonly name: string | null },
  ): Promise<Result<CoOwner, CoOwnerRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<CoOwner, CoOwnerRefusal>> => {
        const right = await this.own(tx, actor, rightId);
        if (!right) return refuse('right.notFound');
        const { organizationId } = given;
        if (organizationId === right.organizationId) return refuse('right.holderIsOwner', {}, '/organizationId');
        const name = organizationId === null ? given.name : await this.rights.organizationName(tx, organizationId);
        if (name === null || name === '') return refuse('right.holderUnknown', {}, '/organizationId');
        const owner = {
          id: uuid(),
          rightId,
          organizationId: right.organizationId,
          coOwnerOrganizationId: organizationId,
          name,
        };
        await this.rights.addCoOwner(tx, owner, this.clock.now());
        await this.note(tx, right, 'addCoOwner', owner);
        await this.changes.changed(tx, right);
        return ok(owner);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'right_co_owner_once') throw error;
      return refuse('right.coOwnerTwice');
    }
  }

  /** 共有人约定: what each may do alone; null: nothing agreed, the law decides. With the agreement as evidence. */
  async agree(
    actor: PersonActor,
    rightId: string,
    given: { readonly soloActs: readonly DisposalAct[] | null; readonly evidenceId: string | null },
  ): Promise<Result<CoOwnership, RightNotFound | Refusal<'right.evidenceMissing' | 'right.evidenceUnknown'>>> {
    return this.unitOfWork.run(
      actor,
      async (
        tx,
      ): Promise<Result<CoOwnership, RightNotFound | Refusal<'right.evidenceMissing' | 'right.evidenceUnknown'>>> => {
        const right = await this.own(tx, actor, rightId);
        if (!right) return refuse('right.notFound');
        // To widen what one may do alone takes the paper that says so; to narrow it takes nothing.
        const { soloActs, evidenceId } = given;
        if (soloActs !== null && soloActs.length > 0 && evidenceId === null) return refuse('right.evidenceMissing');
        if (evidenceId !== null && !(await this.rights.hasEvidence(tx, right.id, evidenceId))) {
          return refuse('right.evidenceUnknown', {}, '/evidenceId');
        }
        const { organizationId } = right;
        const { personId } = actor;
        await this.rights.agree(tx, { rightId, organizationId, soloActs, evidenceId, personId, now: this.clock.now() });
        await this.note(tx, right, 'agreeCoOwnership', given);
        await this.changes.changed(tx, right);
        return ok(await this.rights.coOwnership(tx, rightId));
      },
    );
  }

  async coOwnership(actor: PersonActor, rightId: string): Promise<Result<CoOwnership, RightNotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<CoOwnership, RightNotFound>> => {
      const right = await this.rights.find(tx, rightId, this.today());
      return right ? ok(await this.rights.coOwnership(tx, rightId)) : refuse('right.notFound');
    });
  }

  async coOwnedBy(actor: PersonActor, after: string | null, limit: number): Promise<CoOwned[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const rows = await tx.query<CoOwner>(
        `SELECT id, right_id AS "rightId", organization_id AS "organizationId",
           co_owner_organization_id AS "coOwnerOrganizationId", name FROM right_co_owner
         WHERE co_owner_organization_id = $1 AND removed_at IS NULL AND ($2::uuid IS NULL OR id < $2)
         ORDER BY id DESC LIMIT $3`,
        [actor.organizationId, after, limit],
      );
      // A co-owner may know what he owns, though the entry is another's.
      return this.unitOfWork.asSystem(tx, 'right', async (system) => {
        const found: CoOwned[] = [];
        for (const coOwner of rows) {
          const right = await this.rights.find(system, coOwner.rightId, this.today());
          if (right) found.push({ id: coOwner.id, coOwner, right });
        }
        return found;
      });
    });
  }

  /** Of the pledgee, who says so itself; or stated for it by the owner, to be confirmed with evidence. */
  async ofPledgee(
    actor: PersonActor,
    overlayId: string,
    given: NewConsent,
  ): Promise<Result<RightConsent, GiveConsentRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RightConsent, GiveConsentRefusal>> => {
      const overlay = await overlayTable.one(tx, 'WHERE id = $1', [overlayId]);
      if (!overlay) return refuse('right.overlayNotFound');
      if (overlay.kind !== 'pledge' || !rests(overlay)) return refuse('right.noPledge');
      const { holderOrganizationId, rightId, organizationId } = overlay;
      const itself = holderOrganizationId !== null && actsFor(actor, holderOrganizationId);
      if (!itself && !actsFor(actor, organizationId)) return refuse('right.overlayNotFound');
      return this.give(tx, actor, { rightId, giver: 'pledgee', overlayId, coOwnerId: null, itself }, given);
    });
  }

  async ofCoOwner(
    actor: PersonActor,
    coOwnerId: string,
    given: NewConsent,
  ): Promise<Result<RightConsent, GiveConsentRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RightConsent, GiveConsentRefusal>> => {
      const owner = await this.rights.findCoOwner(tx, coOwnerId);
      if (!owner) return refuse('right.coOwnerNotFound');
      const itself = owner.coOwnerOrganizationId !== null && actsFor(actor, owner.coOwnerOrganizationId);
      if (!itself && !actsFor(actor, owner.organizationId)) return refuse('right.coOwnerNotFound');
      return this.give(
        tx,
        actor,
        { rightId: owner.rightId, giver: 'coOwner', overlayId: null, coOwnerId, itself },
        given,
      );
    });
  }

  /** 技术出口许可证或自由出口技术合同登记证书, approval to hand a variety abroad: stated with the document. */
  async ofAuthority(
    actor: PersonActor,
    rightId: string,
    given: NewConsent,
  ): Promise<Result<RightConsent, GiveConsentRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RightConsent, GiveConsentRefusal>> => {
      const right = await this.rights.find(tx, rightId, this.today());
      if (!right || !actsFor(actor, right.organizationId)) return refuse('right.notFound');
      return this.give(
        tx,
        actor,
        { rightId, giver: 'authority', overlayId: null, coOwnerId: null, itself: false },
        given,
      );
    });
  }

  /** A paper that frees the owner is looked at by the bureau, not by the owner. */
  async confirm(actor: PersonActor, id: string): Promise<Result<RightConsent, DecideConsentRefusal>> {
    return this.decide(
      actor,
      id,
      'confirm',
      (consent) => hasRole(actor, ...rightOfficers) && !actsFor(actor, consent.organizationId),
    );
  }

  /** By whoever gave it; of a stated one, also by the owner. */
  async withdraw(actor: PersonActor, id: string, reason: string): Promise<Result<RightConsent, DecideConsentRefusal>> {
    const may = ({ givenByOrganizationId, organizationId }: RightConsent) =>
      actsFor(actor, givenByOrganizationId ?? organizationId) || hasRole(actor, ...rightOfficers);
    return this.decide(actor, id, 'withdraw', may, reason);
  }

  async list(actor: PersonActor, rightId: string | null, after: string | null, limit: number): Promise<RightConsent[]> {
    const where = `WHERE ($1::uuid IS NULL OR right_id = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`;
    return this.unitOfWork.run(actor, (tx) => consentTable.many(tx, where, [rightId, after, limit]));
  }

  private async give(
    tx: Tx,
    actor: PersonActor,
    on: {
      readonly rightId: string;
      readonly giver: ConsentGiver;
      readonly overlayId: string | null;
      readonly coOwnerId: string | null;
      readonly itself: boolean;
    },
    given: NewConsent,
  ): Promise<Result<RightConsent, GiveConsentRefusal>> {
    return this.unitOfWork.asSystem(tx, 'right', async (system): Promise<Result<RightConsent, GiveConsentRefusal>> => {
      const right = await this.rights.lock(system, on.rightId, this.today());
      if (!right) return refuse('right.notFound');
      if (given.evidenceId !== null && !(await this.rights.hasEvidence(system, right.id, given.evidenceId))) {
        return refuse('right.evidenceUnknown', {}, '/evidenceId');
      }
      const now = this.clock.now();
      const { itself, ...subject } = on;
      const consent: RightConsent = {
        ...given,
        ...subject,
        id: uuid(),
        organizationId: right.organizationId,
        givenByOrganizationId: itself ? actor.organizationId : null,
        state: itself ? 'given' : 'stated',
        statedBy: actor.personId,
        confirmedBy: null,
        createdAt: now,
        updatedAt: now,
      };
      await consentTable.insert(system, consent);
      await this.record(tx, 'give', null, consent);
      await this.changes.changed(system, right);
      return ok(consent);
    });
  }

  private async decide(
    actor: PersonActor,
    id: string,
    event: 'confirm' | 'withdraw',
    may: (consent: RightConsent) => boolean,
    reason?: string,
  ): Promise<Result<RightConsent, DecideConsentRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RightConsent, DecideConsentRefusal>> => {
      const seen = await consentTable.one(tx, 'WHERE id = $1', [id]);
      if (!seen) return refuse('right.consentNotFound');
      if (!may(seen)) return refuse('right.freeingNeedsHolder');
      return this.unitOfWork.asSystem(
        tx,
        'right',
        async (system): Promise<Result<RightConsent, DecideConsentRefusal>> => {
          const right = await this.rights.lock(system, seen.rightId, this.today());
          const before = await consentTable.one(system, 'WHERE id = $1 FOR UPDATE', [id]);
          if (!right || !before) return refuse('right.consentNotFound');
          const after = advanceConsent(before, event, actor.personId, this.clock.now());
          if (!after.ok) return after;
          await consentTable.save(system, after.value);
          await this.record(tx, event, before, after.value, reason);
          await this.changes.changed(system, right);
          return after;
        },
      );
    });
  }

  private async own(tx: Tx, actor: PersonActor, rightId: string): Promise<Right | null> {
    const right = await this.rights.lock(tx, rightId, this.today());
    return right && actsFor(actor, right.organizationId) ? right : null;
  }

  private today(): LocalDate {
    return beijingDate(this.clock.now());
  }

  private async note(tx: Tx, right: Right, event: string, after: unknown): Promise<void> {
    const subject = { subjectKind: 'right', subjectId: right.id, parties: [right.organizationId] };
    await this.journal.record(tx, { ...subject, event, from: null, to: null, after });
  }

  private async record(
    tx: Tx,
    event: string,
    before: RightConsent | null,
    after: RightConsent,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'rightConsent',
      subjectId: after.id,
      parties: [after.organizationId, ...(after.givenByOrganizationId === null ? [] : [after.givenByOrganizationId])],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}
