import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  decideFiling,
  licenceFilingDue,
  reportFiling,
  type FilingReport,
  type RightFiling,
} from '#domain/right/filing.js';
import type { Right } from '#domain/right/right.js';
import { hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { OverlayService, rightOfficers } from './overlay.service.js';
import { rightTable } from './right-table.js';
import { RightRepository } from './right.repository.js';

export const filingTable = rightTable<RightFiling>('right_filing', {
  id: 'id',
  rightId: 'right_id',
  rightKind: 'right_kind',
  rightNumber: 'right_number',
  rightTitle: 'right_title',
  kind: 'kind',
  state: 'state',
  organizationId: 'organization_id',
  counterpartOrganizationId: 'counterpart_organization_id',
  contractId: 'contract_id',
  uptakeId: 'uptake_id',
  overlayId: 'overlay_id',
  startedOn: 'started_on',
  dueOn: 'due_on',
  provisional: 'provisional',
  filedOn: 'filed_on',
  filingNumber: 'filing_number',
  evidenceId: 'evidence_id',
  reportedBy: 'reported_by',
  confirmedBy: 'confirmed_by',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
});

type NotFound = Refusal<'right.filingNotFound'>;
export type FilingRefusal =
  NotFound | Refusal<'state.notAllowed' | 'right.filingDay' | 'right.samePerson' | 'right.evidenceUnknown'>;

/**
 * What is to be put on the official register after a contract, and what its evidence brings about: a licence is filed
 * within three months, an assignment takes effect with its registration and not before (专利法 art. 10 para. 3).
 */
@Injectable()
export class FilingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly overlays: OverlayService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** As the system, in the transaction of what makes it due; the right is locked. */
  async open(
    system: Tx,
    right: Right,
    overlayId: string,
    given: Pick<RightFiling, 'kind' | 'counterpartOrganizationId' | 'contractId' | 'uptakeId' | 'startedOn'>,
  ): Promise<RightFiling> {
    const now = this.clock.now();
    const term =
      given.kind === 'licenceFiling' ? licenceFilingDue(given.startedOn) : { dueOn: null, provisional: false };
    const filing: RightFiling = {
      ...given,
      ...term,
      id: uuid(),
      rightId: right.id,
      rightKind: right.kind,
      rightNumber: right.number,
      rightTitle: right.title,
      state: 'due',
      organizationId: right.organizationId,
      overlayId,
      filedOn: null,
      filingNumber: null,
      evidenceId: null,
      reportedBy: null,
      confirmedBy: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await filingTable.insert(system, filing);
    await this.record(system, 'open', null, filing);
    return filing;
  }

  /** One side says what was filed, with the paper. */
  async report(actor: PersonActor, id: string, given: FilingReport): Promise<Result<RightFiling, FilingRefusal>> {
    return this.change(actor, id, 'report', async (filing, now, system) => {
      const known = await this.rights.hasEvidence(system, filing.rightId, given.evidenceId);
      if (!known) return refuse('right.evidenceUnknown', {}, '/evidenceId');
      return reportFiling(filing, given, actor.personId, beijingDate(now), now);
    });
  }

  /** A second person, of either side or the bureau. With it an assignment takes effect. */
  async decide(actor: PersonActor, id: string, agreed: boolean): Promise<Result<RightFiling, FilingRefusal>> {
    return this.change(
      actor,
      id,
      agreed ? 'confirm' : 'reject',
      (filing, now) => decideFiling(filing, actor.personId, agreed, now),
      async (system, right, filing) => {
        if (filing.state === 'filed' && filing.kind === 'assignmentRegistration')
          await this.assign(system, right, filing);
      },
    );
  }

  async get(actor: PersonActor, id: string): Promise<Result<RightFiling, NotFound>> {
    const filing = await this.unitOfWork.run(actor, (tx) => filingTable.one(tx, 'WHERE id = $1', [id]));
    return filing ? ok(filing) : refuse('right.filingNotFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<RightFiling[]> {
    const where = `WHERE $1 IN (organization_id, counterpart_organization_id) AND ($2::uuid IS NULL OR id < $2)
      ORDER BY id DESC LIMIT $3`;
    return this.unitOfWork.run(actor, (tx) => filingTable.many(tx, where, [actor.organizationId, after, limit]));
  }

  /** The contract was ended: what it laid on rights is lifted, what is not filed yet need not be. */
  async contractEnded(tx: Tx, contractId: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'right', async (system) => {
      const open = await filingTable.many(
        system,
        `WHERE contract_id = $1 AND state IN ('due', 'reported') ORDER BY id`,
        [contractId],
      );
      for (const filing of open) {
        const cancelled = {
          ...filing,
          state: 'cancelled' as const,
          version: filing.version + 1,
          updatedAt: this.clock.now(),
        };
        await filingTable.save(system, cancelled);
        await this.record(system, 'cancel', filing, cancelled);
      }
      const lying = await system.query<{ id: string; rightId: string }>(
        `SELECT id, right_id AS "rightId" FROM right_overlay WHERE contract_id = $1 AND state = 'confirmed' ORDER BY id`,
        [contractId],
      );
      for (const { id, rightId } of lying) {
        const right = await this.rights.lock(system, rightId, this.today());
        if (right) await this.overlays.lift(system, right, id);
      }
    });
  }

  /** Hands the right over to the first buyer; others who bought with him own it with him. */
  async handOver(system: Tx, right: Right, buyerIds: readonly string[]): Promise<void> {
    const [first, ...others] = buyerIds;
    if (first === undefined) throw new Error(`right ${right.id} has no buyer`);
    const now = this.clock.now();
    await this.rights.handOver(system, right, first, now);
    for (const organizationId of others) {
      const name = (await this.rights.organizationName(system, organizationId)) ?? organizationId;
      const owner = {
        id: uuid(),
        rightId: right.id,
        organizationId: first,
        coOwnerOrganizationId: organizationId,
        name,
      };
      await this.rights.addCoOwner(system, owner, now);
    }
    const parties = [right.organizationId, ...buyerIds];
    const subject = { subjectKind: 'right', subjectId: right.id, parties };
    const handed = { from: right.organizationId, to: first };
    await this.journal.record(system, { ...subject, event: 'assign', from: null, to: null, after: handed });
  }

  private async assign(system: Tx, right: Right, filing: RightFiling): Promise<void> {
    await this.overlays.lift(system, right, filing.overlayId);
    const buyers = await system.query<{ id: string }>(
      `SELECT organization_id AS id FROM contract_party WHERE contract_id = $1 AND role = 'buyer' AND organization_id <> $2
       ORDER BY organization_id`,
      [filing.contractId, filing.counterpartOrganizationId],
    );
    await this.handOver(system, right, [filing.counterpartOrganizationId, ...buyers.map(({ id }) => id)]);
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (
      filing: RightFiling,
      now: Date,
      system: Tx,
    ) => Result<RightFiling, FilingRefusal> | Promise<Result<RightFiling, FilingRefusal>>,
    follow: (system: Tx, right: Right, filing: RightFiling) => Promise<void> = async () => undefined,
  ): Promise<Result<RightFiling, FilingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RightFiling, FilingRefusal>> => {
      const seen = await filingTable.one(tx, 'WHERE id = $1', [id]);
      const takesPart =
        seen &&
        ([seen.organizationId, seen.counterpartOrganizationId].includes(actor.organizationId) ||
          hasRole(actor, ...rightOfficers));
      if (!takesPart) return refuse('right.filingNotFound');
      return this.unitOfWork.asSystem(tx, 'right', async (system): Promise<Result<RightFiling, FilingRefusal>> => {
        const right = await this.rights.lock(system, seen.rightId, this.today());
        const filing = await filingTable.one(system, 'WHERE id = $1 FOR UPDATE', [id]);
        if (!right || !filing) return refuse('right.filingNotFound');
        const changed = await decide(filing, this.clock.now(), system);
        if (!changed.ok) return changed;
        await filingTable.save(system, changed.value);
        await this.record(tx, event, filing, changed.value);
        await follow(system, right, changed.value);
        return changed;
      });
    });
  }

  private today(): LocalDate {
    return beijingDate(this.clock.now());
  }

  private async record(tx: Tx, event: string, before: RightFiling | null, after: RightFiling): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'rightFiling',
      subjectId: after.id,
      parties: [after.organizationId, after.counterpartOrganizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(before && { before }),
      after,
    });
  }
}
