import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { advanceUptake, licensedOn, type OpenLicence, type OpenLicenceUptake } from '#domain/right/open-licence.js';
import type { Right } from '#domain/right/right.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { FilingService } from './filing.service.js';
import { noOverlay, OpenLicenceService, statements, type OfferOverRefusal } from './open-licence.service.js';
import { OverlayService } from './overlay.service.js';
import { rightTable } from './right-table.js';
import { RightRepository } from './right.repository.js';

const uptakes = rightTable<OpenLicenceUptake>('open_licence_uptake', {
  id: 'id',
  openLicenceId: 'open_licence_id',
  patentId: 'patent_id',
  organizationId: 'organization_id',
  licenseeOrganizationId: 'licensee_organization_id',
  licenseeName: 'licensee_name',
  state: 'state',
  notifiedOn: 'notified_on',
  paidOn: 'paid_on',
  paymentEvidenceId: 'payment_evidence_id',
  effectiveOn: 'effective_on',
  until: 'until_on',
  overlayId: 'overlay_id',
  notifiedBy: 'notified_by',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
});

export type TakeUpRefusal = OfferOverRefusal | Refusal<'openLicence.ownPatent' | 'openLicence.takenUp'>;
export type UptakeRefusal =
  | TakeUpRefusal
  | Refusal<'openLicence.uptakeNotFound' | 'state.notAllowed' | 'right.evidenceUnknown' | 'openLicence.payDay'>;

/** Who takes an open licence: told in writing, paid as announced, licensed (专利法 art. 51); filed by 细则 art. 87. */
@Injectable()
export class OpenLicenceUptakeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly offers: OpenLicenceService,
    private readonly overlays: OverlayService,
    private readonly filings: FilingService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Anybody but the owner tells that he uses the offer. What is not paid in advance is licensed with that. */
  async takeUp(actor: PersonActor, id: string): Promise<Result<OpenLicenceUptake, TakeUpRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<OpenLicenceUptake, TakeUpRefusal>> => {
        const seen = await statements.one(tx, 'WHERE id = $1', [id]);
        if (!seen || seen.state === 'draft' || seen.state === 'discarded') return refuse('openLicence.notFound');
        if (actsFor(actor, seen.organizationId)) return refuse('openLicence.ownPatent');
        return this.unitOfWork.asSystem(
          tx,
          'right',
          async (system): Promise<Result<OpenLicenceUptake, TakeUpRefusal>> => {
            const open = await this.offers.openLocked(system, seen);
            if (!open.ok) return open;
            const now = this.clock.now();
            const uptake: OpenLicenceUptake = {
              id: uuid(),
              openLicenceId: id,
              patentId: seen.patentId,
              organizationId: seen.organizationId,
              licenseeOrganizationId: actor.organizationId,
              licenseeName: (await this.rights.organizationName(system, actor.organizationId)) ?? '',
              state: 'notified',
              notifiedOn: this.today(),
              paidOn: null,
              paymentEvidenceId: null,
              effectiveOn: null,
              until: open.value.statement.until,
              overlayId: null,
              notifiedBy: actor.personId,
              version: 1,
              createdAt: now,
              updatedAt: now,
            };
            await uptakes.insert(system, uptake);
            await this.recordUptake(tx, 'notify', null, uptake);
            return ok(await this.licensed(system, open.value.right, open.value.statement, uptake));
          },
        );
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'open_licence_uptake_once') throw error;
      return refuse('openLicence.takenUp');
    }
  }

  /** The fee was paid as announced: with that the licence is had, whatever the owner says. */
  async reportPayment(
    actor: PersonActor,
    uptakeId: string,
    given: { readonly paidOn: LocalDate; readonly evidenceId: string },
  ): Promise<Result<OpenLicenceUptake, UptakeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OpenLicenceUptake, UptakeRefusal>> => {
      const seen = await uptakes.one(tx, 'WHERE id = $1', [uptakeId]);
      if (!seen || !actsFor(actor, seen.licenseeOrganizationId)) return refuse('openLicence.uptakeNotFound');
      return this.unitOfWork.asSystem(
        tx,
        'right',
        async (system): Promise<Result<OpenLicenceUptake, UptakeRefusal>> => {
          const seenStatement = await statements.one(system, 'WHERE id = $1', [seen.openLicenceId]);
          if (!seenStatement) return refuse('openLicence.notFound');
          const open = await this.offers.openLocked(system, seenStatement);
          if (!open.ok) return open;
          const uptake = await uptakes.one(system, 'WHERE id = $1 FOR UPDATE', [uptakeId]);
          if (uptake?.state !== 'notified') {
            return refuse('state.notAllowed', { state: uptake?.state ?? '', event: 'license', allowed: '无' });
          }
          if (!(await this.rights.hasEvidence(system, seen.patentId, given.evidenceId))) {
            return refuse('right.evidenceUnknown', {}, '/evidenceId');
          }
          if (given.paidOn > this.today()) return refuse('openLicence.payDay', {}, '/paidOn');
          const paid = { ...uptake, paidOn: given.paidOn, paymentEvidenceId: given.evidenceId };
          return ok(await this.licensed(system, open.value.right, open.value.statement, paid));
        },
      );
    });
  }

  /** The owner says the fee did not come; the licence stands until the two settle it, or a court does (art. 52). */
  async contest(
    actor: PersonActor,
    uptakeId: string,
    settled: boolean,
    reason: string,
  ): Promise<Result<OpenLicenceUptake, UptakeRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OpenLicenceUptake, UptakeRefusal>> => {
      const before = await uptakes.one(tx, 'WHERE id = $1 FOR UPDATE', [uptakeId]);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('openLicence.uptakeNotFound');
      const event = settled ? 'settle' : 'contest';
      const after = advanceUptake(before, event, {}, this.clock.now());
      if (!after.ok) return after;
      await uptakes.save(tx, after.value);
      await this.recordUptake(tx, event, before, after.value, reason);
      return after;
    });
  }

  /** Of the actor's organization, on either side. */
  async listUptakes(actor: PersonActor, after: string | null, limit: number): Promise<OpenLicenceUptake[]> {
    const where = `WHERE $1 IN (organization_id, licensee_organization_id) AND ($2::uuid IS NULL OR id < $2)
      ORDER BY id DESC LIMIT $3`;
    return this.unitOfWork.run(actor, (tx) => uptakes.many(tx, where, [actor.organizationId, after, limit]));
  }

  async getUptake(
    actor: PersonActor,
    id: string,
  ): Promise<Result<OpenLicenceUptake, Refusal<'openLicence.uptakeNotFound'>>> {
    const uptake = await this.unitOfWork.run(actor, (tx) => uptakes.one(tx, 'WHERE id = $1', [id]));
    return uptake ? ok(uptake) : refuse('openLicence.uptakeNotFound');
  }

  /** Lays the licence and opens its filing as soon as told and paid as announced; else the uptake waits. */
  private async licensed(
    system: Tx,
    right: Right,
    statement: OpenLicence,
    uptake: OpenLicenceUptake,
  ): Promise<OpenLicenceUptake> {
    const effectiveOn = licensedOn(statement, uptake.notifiedOn, uptake.paidOn);
    if (effectiveOn === null) return uptake;
    const { licenseeOrganizationId, licenseeName, id, notifiedBy, paymentEvidenceId } = uptake;
    const overlay = await this.overlays.lay(
      system,
      right,
      {
        ...noOverlay,
        kind: 'licence',
        manner: 'ordinary',
        holderOrganizationId: licenseeOrganizationId,
        holderName: licenseeName,
        territory: statement.territory,
        from: effectiveOn,
        until: statement.until,
        basis: '专利开放许可',
        evidenceId: paymentEvidenceId,
        registeredBy: notifiedBy,
      },
      'confirmed',
    );
    const advanced = advanceUptake(uptake, 'license', { effectiveOn, overlayId: overlay.id }, this.clock.now());
    if (!advanced.ok) throw new Error(`uptake ${id} cannot be licensed`);
    await uptakes.save(system, advanced.value);
    await this.recordUptake(system, 'license', uptake, advanced.value);
    await this.filings.open(system, right, overlay.id, {
      kind: 'licenceFiling',
      counterpartOrganizationId: licenseeOrganizationId,
      contractId: null,
      uptakeId: id,
      startedOn: effectiveOn,
    });
    return advanced.value;
  }

  private today(): LocalDate {
    return beijingDate(this.clock.now());
  }

  private async recordUptake(
    tx: Tx,
    event: string,
    before: OpenLicenceUptake | null,
    after: OpenLicenceUptake,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'openLicenceUptake',
      subjectId: after.id,
      parties: [after.organizationId, after.licenseeOrganizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}
