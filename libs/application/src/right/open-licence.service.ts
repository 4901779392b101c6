import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import type { Disposal, RightGuardRefusal } from '#domain/right/disposal.js';
import {
  checkStatement,
  closeOpenLicence,
  publishOpenLicence,
  type OpenLicence,
  type OpenLicenceTerms,
  type StatementFinding,
} from '#domain/right/open-licence.js';
import { isPatentRight, type Right } from '#domain/right/right.js';
import { actsFor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { OverlayService } from './overlay.service.js';
import { rightTable } from './right-table.js';
import { RightGuard } from './right-guard.service.js';
import { RightRepository } from './right.repository.js';

export const statements = rightTable<OpenLicence>(
  'open_licence',
  {
    id: 'id',
    patentId: 'patent_id',
    organizationId: 'organization_id',
    patentNumber: 'patent_number',
    patentTitle: 'patent_title',
    holderName: 'holder_name',
    state: 'state',
    feeManner: 'fee_manner',
    fee: 'fee_fen',
    royaltyBasisPoints: 'royalty_basis_points',
    feeBasis: 'fee_basis',
    from: 'from_on',
    until: 'until_on',
    territory: 'territory',
    otherTerms: 'other_terms',
    contact: 'contact',
    evaluationReportId: 'evaluation_report_id',
    overlayId: 'overlay_id',
    draftedBy: 'drafted_by',
    publishedBy: 'published_by',
    publishedAt: 'published_at',
    withdrawnReason: 'withdrawn_reason',
    version: 'version',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  ['fee'],
);

type NotFound = Refusal<'openLicence.notFound'>;
export type DraftStatementRefusal = Refusal<'right.notFound' | 'openLicence.patentsOnly' | 'right.evidenceUnknown'>;
export type PublishStatementRefusal =
  | NotFound
  | RightGuardRefusal
  | Refusal<'state.notAllowed' | 'right.samePerson' | 'openLicence.statementWrong' | 'openLicence.twice'>;
export type OfferOverRefusal = NotFound | RightGuardRefusal | Refusal<'openLicence.over'>;

/** What stops a standing offer although nobody withdrew it. */
const stopping: readonly string[] = ['right.ended', 'right.preserved', 'right.suspended', 'right.assignmentPending'];

/** Open licences (专利开放许可): an owner's offer to everybody, and who takes it. 专利法 arts. 50–52, 细则 arts. 85–88. */
@Injectable()
export class OpenLicenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly guard: RightGuard,
    private readonly overlays: OverlayService,
    private readonly journal: Journal,
    private readonly clock: Clock,
    @Inject(PUBLIC_READER) private readonly publicReader: StatementReader,
  ) {}

  async draft(
    actor: PersonActor,
    patentId: string,
    terms: OpenLicenceTerms,
    evaluationReportId: string | null,
  ): Promise<Result<OpenLicence, DraftStatementRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OpenLicence, DraftStatementRefusal>> => {
      const right = await this.rights.find(tx, patentId, this.today());
      if (!right || !actsFor(actor, right.organizationId)) return refuse('right.notFound');
      if (!isPatentRight(right)) return refuse('openLicence.patentsOnly');
      if (evaluationReportId !== null && !(await this.rights.hasEvidence(tx, patentId, evaluationReportId))) {
        return refuse('right.evidenceUnknown', {}, '/evaluationReportId');
      }
      const now = this.clock.now();
      const statement: OpenLicence = {
        ...terms,
        id: uuid(),
        patentId,
        organizationId: right.organizationId,
        patentNumber: right.number,
        patentTitle: right.title,
        holderName: (await this.rights.organizationName(tx, right.organizationId)) ?? '',
        state: 'draft',
        evaluationReportId,
        overlayId: null,
        draftedBy: actor.personId,
        publishedBy: null,
        publishedAt: null,
        withdrawnReason: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      await statements.insert(tx, statement);
      await this.record(tx, 'draft', null, statement);
      return ok(statement);
    });
  }

  /** What is wrong with the words and numbers, and what bars the statement besides. */
  async check(
    actor: PersonActor,
    id: string,
  ): Promise<
    Result<{ readonly findings: readonly StatementFinding[]; readonly barred: RightGuardRefusal | null }, NotFound>
  > {
    return this.unitOfWork.run(actor, async (tx) => {
      const statement = await statements.one(tx, 'WHERE id = $1', [id]);
      const right = statement && (await this.rights.find(tx, statement.patentId, this.today()));
      if (!statement || !right) return refuse('openLicence.notFound');
      const asked = await this.guard.ask(tx, right, disposalOf(statement));
      const findings = checkStatement(statement, right, statement.evaluationReportId !== null);
      return ok({ findings, barred: asked.ok ? null : asked.refusal });
    });
  }

  /** By a second person of the owner, when words, numbers and register allow it; in one transaction with the overlay. */
  async publish(actor: PersonActor, id: string): Promise<Result<OpenLicence, PublishStatementRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<OpenLicence, PublishStatementRefusal>> => {
        const found = await this.ownLocked(tx, actor, id);
        if (!found) return refuse('openLicence.notFound');
        const { right, statement } = found;
        const now = this.clock.now();
        const may = publishOpenLicence(statement, actor.personId, id, now);
        if (!may.ok) return may;
        const findings = checkStatement(statement, right, statement.evaluationReportId !== null);
        if (findings.length > 0) {
          return refuse('openLicence.statementWrong', {
            findings: findings.map(({ text, article }) => `${text}（${article}）`).join('；'),
          });
        }
        const allowed = await this.guard.mayDispose(tx, [right.id], disposalOf(statement));
        if (!allowed.ok) return allowed;
        const overlay = await this.overlays.lay(
          tx,
          right,
          overlayOf(statement, actor.personId, this.today()),
          'confirmed',
        );
        const published = publishOpenLicence(statement, actor.personId, overlay.id, now);
        if (!published.ok) return published;
        await statements.save(tx, published.value);
        await this.record(tx, 'publish', statement, published.value);
        return published;
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'open_licence_once') throw error;
      return refuse('openLicence.twice');
    }
  }

  /** Who has a licence keeps it (专利法 art. 50 para. 2). A draft is discarded. */
  async withdraw(
    actor: PersonActor,
    id: string,
    reason: string,
  ): Promise<Result<OpenLicence, NotFound | Refusal<'state.notAllowed'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<OpenLicence, NotFound | Refusal<'state.notAllowed'>>> => {
        const found = await this.ownLocked(tx, actor, id);
        if (!found) return refuse('openLicence.notFound');
        const { right, statement } = found;
        const event = statement.state === 'draft' ? 'discard' : 'withdraw';
        const closed = closeOpenLicence(statement, event, reason, this.clock.now());
        if (!closed.ok) return closed;
        await statements.save(tx, closed.value);
        await this.record(tx, event, statement, closed.value, reason);
        const { overlayId } = statement;
        if (overlayId !== null) {
          await this.unitOfWork.asSystem(tx, 'right', (system) => this.overlays.lift(system, right, overlayId));
        }
        return closed;
      },
    );
  }

  async get(actor: PersonActor | null, id: string): Promise<Result<OpenLicence, NotFound>> {
    const [row] = await this.publicReader.query<object>(
      'openLicence.findPublic',
      `SELECT ${statements.select} FROM open_licence WHERE id = $1`,
      [id],
    );
    if (row) return ok(statements.read(row));
    const own = actor && (await this.unitOfWork.run(actor, (tx) => statements.one(tx, 'WHERE id = $1', [id])));
    return own ? ok(own) : refuse('openLicence.notFound');
  }

  async listPublic(after: string | null, limit: number): Promise<OpenLicence[]> {
    const rows = await this.publicReader.query<object>(
      'openLicence.listPublic',
      `SELECT ${statements.select} FROM open_licence WHERE state = 'published' AND ($1::uuid IS NULL OR id < $1)
       ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map((row) => statements.read(row));
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<OpenLicence[]> {
    const where = 'WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3';
    return this.unitOfWork.run(actor, (tx) => statements.many(tx, where, [actor.organizationId, after, limit]));
  }

  /** The worker's turn: a statement whose last day is over ends; its overlay ends by the overlays' own clock. */
  async endDue(actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const due = await statements.many(
        tx,
        `WHERE state = 'published' AND until_on < $1 ORDER BY until_on, id LIMIT 100 FOR UPDATE SKIP LOCKED`,
        [this.today()],
      );
      for (const statement of due) {
        const ended = closeOpenLicence(statement, 'expire', null, this.clock.now());
        if (!ended.ok) throw new Error(`statement ${statement.id} cannot end`);
        await statements.save(tx, ended.value);
        await this.record(tx, 'expire', statement, ended.value);
      }
    });
  }

  /** The patent locked, then the statement; refused when the offer no longer stands. */
  async openLocked(
    system: Tx,
    seen: OpenLicence,
  ): Promise<Result<{ readonly right: Right; readonly statement: OpenLicence }, OfferOverRefusal>> {
    const right = await this.rights.lock(system, seen.patentId, this.today());
    const statement = await statements.one(system, 'WHERE id = $1 FOR UPDATE', [seen.id]);
    if (!right || !statement) return refuse('openLicence.notFound');
    if (statement.state !== 'published' || statement.until < this.today()) return refuse('openLicence.over');
    const asked = await this.guard.ask(system, right, { ...disposalOf(statement), act: 'ordinaryLicence' });
    if (!asked.ok && stopping.includes(asked.refusal.code)) return asked;
    return ok({ right, statement });
  }

  private async ownLocked(tx: Tx, actor: PersonActor, id: string) {
    const seen = await statements.one(tx, 'WHERE id = $1', [id]);
    if (!seen || !actsFor(actor, seen.organizationId)) return null;
    const right = await this.rights.lock(tx, seen.patentId, this.today());
    const statement = await statements.one(tx, 'WHERE id = $1 FOR UPDATE', [id]);
    return right && statement && actsFor(actor, right.organizationId) ? { right, statement } : null;
  }

  private today(): LocalDate {
    return beijingDate(this.clock.now());
  }

  private async record(
    tx: Tx,
    event: string,
    before: OpenLicence | null,
    after: OpenLicence,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'openLicence',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}

export const noOverlay = {
  holderOrganizationId: null,
  manner: null,
  securedAmount: null,
  reference: null,
  evidenceId: null,
  contractId: null,
} as const;

const disposalOf = ({ from, until, territory }: OpenLicenceTerms): Disposal => ({
  act: 'openLicence',
  from,
  until,
  territory,
  counterpartyIds: [],
  foreign: false,
});

const overlayOf = ({ until, territory, evaluationReportId }: OpenLicence, personId: string, today: LocalDate) => ({
  ...noOverlay,
  kind: 'openLicence' as const,
  holderName: '任何单位或者个人',
  territory,
  from: today,
  until,
  basis: '专利开放许可声明',
  evidenceId: evaluationReportId,
  registeredBy: personId,
});
