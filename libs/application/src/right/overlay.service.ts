import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import type { DisposalAct } from '#domain/right/co-ownership.js';
import type { Disposal, RightGuardRefusal } from '#domain/right/disposal.js';
import {
  annulOverlay,
  checkOverlay,
  confirmOverlay,
  decideRelease,
  endOverlay,
  requestRelease,
  type AdvanceRefusal,
  type OverlayKind,
  type OverlayRefusal,
  type reportedOverlayKinds,
  type RightOverlay,
} from '#domain/right/overlay.js';
import type { Right } from '#domain/right/right.js';
import type { LicenceManner } from '#domain/contract/contract-terms.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { RightChanges } from './right-changes.js';
import { RightGuard } from './right-guard.service.js';
import { overlayTable, RightRepository } from './right.repository.js';

export interface NewOverlay {
  readonly kind: (typeof reportedOverlayKinds)[number];
  readonly holderOrganizationId: string | null;
  readonly holderName: string | null;
  readonly manner: LicenceManner | null;
  readonly territory: readonly string[];
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly securedAmount: Fen | null;
  readonly reference: string | null;
  readonly basis: string;
  readonly evidenceId: string | null;
}

type NotFound = Refusal<'right.overlayNotFound'>;
type EvidenceRefusal = Refusal<'right.evidenceUnknown'>;
export type RegisterOverlayRefusal =
  | OverlayRefusal
  | RightGuardRefusal
  | EvidenceRefusal
  | Refusal<'right.notFound' | 'right.holderUnknown' | 'right.holderIsOwner'>;
export type ConfirmOverlayRefusal = NotFound | AdvanceRefusal | EvidenceRefusal | Refusal<'right.freeingNeedsHolder'>;

const maxEndedPerRun = 200;
export const rightOfficers = ['registrar', 'reviewer'] as const;
const licenceActs: Readonly<Record<LicenceManner, DisposalAct>> = {
  exclusive: 'exclusiveLicence',
  sole: 'soleLicence',
  ordinary: 'ordinaryLicence',
};
export const actOfManner = (manner: LicenceManner): DisposalAct => licenceActs[manner];

/** Use cases of what lies on a right. The right is locked first, then the overlay. */
@Injectable()
export class OverlayService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly guard: RightGuard,
    private readonly changes: RightChanges,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The owner reports it. A pledge and a licence are its own acts, and are held against the law like any other. */
  async register(
    actor: PersonActor,
    rightId: string,
    given: NewOverlay,
  ): Promise<Result<RightOverlay, RegisterOverlayRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RightOverlay, RegisterOverlayRefusal>> => {
      const today = beijingDate(this.clock.now());
      const right = await this.rights.lock(tx, rightId, today);
      if (!right || !actsFor(actor, right.organizationId)) return refuse('right.notFound');
      const holderName = await this.holderName(tx, given);
      if (holderName === null) return refuse('right.holderUnknown', {}, '/holderOrganizationId');
      if (given.holderOrganizationId === right.organizationId) {
        return refuse('right.holderIsOwner', {}, '/holderOrganizationId');
      }
      const complete = { ...given, holderName };
      const fits = checkOverlay(complete, today);
      if (!fits.ok) return fits;
      if (given.evidenceId !== null && !(await this.rights.hasEvidence(tx, right.id, given.evidenceId))) {
        return refuse('right.evidenceUnknown', {}, '/evidenceId');
      }
      const disposal = disposalOf(given);
      const allowed = disposal && (await this.guard.mayDispose(tx, [right.id], disposal));
      if (allowed && !allowed.ok) return allowed;
      return ok(
        await this.lay(tx, right, { ...complete, contractId: null, registeredBy: actor.personId }, 'registered'),
      );
    });
  }

  /** Lays something on a locked right: what somebody reports, or what follows from an act on the market. */
  async lay(
    tx: Tx,
    right: Right,
    content: Omit<NewOverlay, 'kind' | 'holderName'> &
      Pick<RightOverlay, 'kind' | 'holderName' | 'contractId' | 'registeredBy'>,
    state: 'registered' | 'confirmed',
  ): Promise<RightOverlay> {
    const now = this.clock.now();
    const overlay: RightOverlay = {
      ...content,
      id: uuid(),
      rightId: right.id,
      rightKind: right.kind,
      rightNumber: right.number,
      rightTitle: right.title,
      organizationId: right.organizationId,
      state,
      confirmedBy: null,
      releaseBasis: null,
      releaseEvidenceId: null,
      releaseRequestedBy: null,
      releasedBy: null,
      endedOn: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await overlayTable.insert(tx, overlay);
    await this.record(tx, 'register', null, overlay);
    await this.changes.changed(tx, right);
    return overlay;
  }

  /** A second person has seen the evidence: of the owner, of the holder, or the bureau's. */
  async confirm(actor: PersonActor, id: string): Promise<Result<RightOverlay, ConfirmOverlayRefusal>> {
    return this.change(actor, id, 'confirm', null, (overlay, now) => confirmOverlay(overlay, actor.personId, now));
  }

  /** Entered by mistake. */
  async annul(actor: PersonActor, id: string, reason: string): Promise<Result<RightOverlay, ConfirmOverlayRefusal>> {
    return this.change(actor, id, 'annul', reason, (overlay, now) =>
      mayFree(actor, overlay)
        ? annulOverlay(overlay, actor.personId, reason, beijingDate(now), now)
        : refuse('right.freeingNeedsHolder'),
    );
  }

  async requestRelease(
    actor: PersonActor,
    id: string,
    given: { readonly basis: string; readonly evidenceId: string },
  ): Promise<Result<RightOverlay, ConfirmOverlayRefusal>> {
    return this.change(actor, id, 'requestRelease', given.basis, async (overlay, now, tx) => {
      const known = await this.rights.hasEvidence(tx, overlay.rightId, given.evidenceId);
      if (!known) return refuse('right.evidenceUnknown', {}, '/evidenceId');
      return requestRelease(overlay, actor.personId, given, now);
    });
  }

  /** Never the owner alone: the holder, or the bureau. */
  async decideRelease(
    actor: PersonActor,
    id: string,
    agreed: boolean,
    reason: string,
  ): Promise<Result<RightOverlay, ConfirmOverlayRefusal>> {
    return this.change(actor, id, agreed ? 'release' : 'keep', reason, (overlay, now) =>
      mayFree(actor, overlay)
        ? decideRelease(overlay, actor.personId, agreed, beijingDate(now), now)
        : refuse('right.freeingNeedsHolder'),
    );
  }

  async get(actor: PersonActor, id: string): Promise<Result<RightOverlay, NotFound>> {
    const overlay = await this.unitOfWork.run(actor, (tx) => overlayTable.one(tx, 'WHERE id = $1', [id]));
    return overlay ? ok(overlay) : refuse('right.overlayNotFound');
  }

  /** All that ever lay on a right, oldest last. */
  async history(
    actor: PersonActor,
    rightId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<readonly RightOverlay[], Refusal<'right.notFound'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<readonly RightOverlay[], Refusal<'right.notFound'>>> => {
        if (!(await this.rights.find(tx, rightId, beijingDate(this.clock.now())))) return refuse('right.notFound');
        const where = 'WHERE right_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3';
        return ok(await overlayTable.many(tx, where, [rightId, after, limit]));
      },
    );
  }

  /** What the actor's organization holds on others' rights: pledges to a bank, licences to a licensee. */
  async held(
    actor: PersonActor,
    kind: OverlayKind | null,
    after: string | null,
    limit: number,
  ): Promise<RightOverlay[]> {
    const where = `WHERE holder_organization_id = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::uuid IS NULL OR id < $3)
      ORDER BY id DESC LIMIT $4`;
    return this.unitOfWork.run(actor, (tx) => overlayTable.many(tx, where, [actor.organizationId, kind, after, limit]));
  }

  /** Lifts what lies on a locked right, for a reason that arose on the market. */
  async lift(system: Tx, right: Right, overlayId: string): Promise<void> {
    const overlay = await overlayTable.one(system, 'WHERE id = $1 FOR UPDATE', [overlayId]);
    if (!overlay) throw new Error(`no overlay ${overlayId}`);
    await this.end(system, right, overlay, 'release');
  }

  /** The worker's turn: licences, preservations and open licences whose last day is over. */
  async endDue(actor: SystemActor): Promise<number> {
    const now = this.clock.now();
    for (let ended = 0; ended < maxEndedPerRun; ended += 1) {
      const found = await this.unitOfWork.run(actor, (tx) => this.endOne(tx, beijingDate(now)));
      if (!found) return ended;
    }
    return maxEndedPerRun;
  }

  private async endOne(tx: Tx, today: LocalDate): Promise<boolean> {
    const due = `state IN ('registered', 'confirmed', 'releasing') AND until_on < $1
      AND kind IN ('licence', 'preservation', 'openLicence')`;
    const seen = await overlayTable.one(tx, `WHERE ${due} ORDER BY until_on, id LIMIT 1`, [today]);
    if (!seen) return false;
    const right = await this.rights.lock(tx, seen.rightId, today);
    const overlay = await overlayTable.one(tx, `WHERE id = $2 AND ${due} FOR UPDATE`, [today, seen.id]);
    // Another worker was first: it has the right's lock behind it.
    if (right && overlay) await this.end(tx, right, overlay, 'expire');
    return true;
  }

  private async end(tx: Tx, right: Right, overlay: RightOverlay, event: 'expire' | 'release'): Promise<void> {
    const now = this.clock.now();
    const ended = endOverlay(overlay, event, beijingDate(now), now);
    if (!ended.ok) throw new Error(`overlay ${overlay.id} in state ${overlay.state} cannot ${event}`);
    await overlayTable.save(tx, ended.value);
    await this.record(tx, event, overlay, ended.value);
    await this.changes.changed(tx, right);
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: string,
    reason: string | null,
    decide: (
      overlay: RightOverlay,
      now: Date,
      tx: Tx,
    ) => Result<RightOverlay, ConfirmOverlayRefusal> | Promise<Result<RightOverlay, ConfirmOverlayRefusal>>,
  ): Promise<Result<RightOverlay, ConfirmOverlayRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RightOverlay, ConfirmOverlayRefusal>> => {
      const seen = await overlayTable.one(tx, 'WHERE id = $1', [id]);
      if (!seen || !takesPart(actor, seen)) return refuse('right.overlayNotFound');
      return this.unitOfWork.asSystem(
        tx,
        'right',
        async (system): Promise<Result<RightOverlay, ConfirmOverlayRefusal>> => {
          const now = this.clock.now();
          const right = await this.rights.lock(system, seen.rightId, beijingDate(now));
          const overlay = await overlayTable.one(system, 'WHERE id = $1 FOR UPDATE', [id]);
          if (!right || !overlay) return refuse('right.overlayNotFound');
          const changed = await decide(overlay, now, system);
          if (!changed.ok) return changed;
          await overlayTable.save(system, changed.value);
          await this.record(tx, event, overlay, changed.value, reason);
          await this.changes.changed(system, right);
          return changed;
        },
      );
    });
  }

  private async holderName(tx: Tx, { holderOrganizationId, holderName }: NewOverlay): Promise<string | null> {
    if (holderOrganizationId === null) return holderName ?? '';
    return this.rights.organizationName(tx, holderOrganizationId);
  }

  private async record(
    tx: Tx,
    event: string,
    before: RightOverlay | null,
    after: RightOverlay,
    reason?: string | null,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'rightOverlay',
      subjectId: after.id,
      parties: [after.organizationId, ...(after.holderOrganizationId === null ? [] : [after.holderOrganizationId])],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(typeof reason === 'string' && { reason }),
      ...(before && { before }),
      after,
    });
  }
}

const isHolder = (actor: PersonActor, { holderOrganizationId }: RightOverlay): boolean =>
  holderOrganizationId !== null && actsFor(actor, holderOrganizationId);

const takesPart = (actor: PersonActor, overlay: RightOverlay): boolean =>
  actsFor(actor, overlay.organizationId) || isHolder(actor, overlay) || hasRole(actor, ...rightOfficers);

/** Whoever is bound does not free himself: the one in whose favour it lies does, or the bureau. */
const mayFree = (actor: PersonActor, overlay: RightOverlay): boolean =>
  isHolder(actor, overlay) || (hasRole(actor, ...rightOfficers) && !actsFor(actor, overlay.organizationId));

function disposalOf({ kind, manner, from, until, territory, holderOrganizationId }: NewOverlay): Disposal | null {
  const rest = {
    from,
    until,
    territory,
    counterpartyIds: holderOrganizationId === null ? [] : [holderOrganizationId],
    foreign: false,
  };
  if (kind === 'pledge') return { act: 'pledge', ...rest };
  return kind === 'licence' && manner !== null ? { act: actOfManner(manner), ...rest } : null;
}
