import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  cancelRegistration,
  changeRegistration,
  reopen,
  type ContractRegistration,
  type Determination,
} from '#domain/contract-registration/contract-registration.js';
import { needsSecondReview, ruleSetFor } from '#domain/contract-registration/deadline.js';
import {
  decideReexamination,
  mayObject,
  withdrawReexamination,
  type Objector,
  type Reexamination,
  type ReexaminationOutcome,
} from '#domain/contract-registration/reexamination.js';
import { ruleSets } from '#domain/contract-registration/rule-set.policy.js';
import { beijingDate } from '#domain/calendar/local-date.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { maySee, RegistrationDesk, subject, type Outcome, type RegistrationRefusal } from './registration-desk.js';
import { RegistrationProcedureRepository } from './registration-procedure.repository.js';

type ReexaminationRefusal =
  | RegistrationRefusal
  | Refusal<
      | 'reexamination.notFound'
      | 'reexamination.open'
      | 'reexamination.letterMissing'
      | 'reexamination.outcomeWrong'
      | 'reexamination.amountsMissing'
    >;
export type ReexaminationResult = Result<Reexamination, ReexaminationRefusal>;

export interface ReexaminationDecision {
  readonly outcome: ReexaminationOutcome;
  readonly reason: string;
  /** For `changed`. */
  readonly determination: Pick<Determination, 'type' | 'technologyValue'> | null;
}

/** Use cases of 重新认定: an objection to what was decided, decided by somebody else. */
@Injectable()
export class ReexaminationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly procedure: RegistrationProcedureRepository,
    private readonly desk: RegistrationDesk,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The registrant objects, or an officer enters the letter of a tax or finance authority. */
  async request(
    actor: PersonActor,
    registrationId: string,
    asked: { readonly objector: Objector; readonly letter: string | null; readonly reason: string },
  ): Promise<ReexaminationResult> {
    return this.unitOfWork.run(actor, async (tx): Promise<ReexaminationResult> => {
      const registration = await this.registrations.forUpdate(tx, registrationId);
      if (!registration || !maySee(actor, registration)) return refuse('contractRegistration.notFound');
      const byRegistrant = asked.objector === 'registrant';
      const may = byRegistrant ? actsFor(actor, registration.organizationId) : hasRole(actor, 'registrar', 'reviewer');
      if (!may) return refuse('contractRegistration.notFound');
      if (byRegistrant !== (asked.letter === null)) return refuse('reexamination.letterMissing', {}, '/letter');
      const allowed = mayObject(registration);
      if (!allowed.ok) return allowed;
      const made: Reexamination = {
        id: uuid(),
        registrationId,
        state: 'requested',
        ...asked,
        firstDeterminedBy: registration.determination?.determinedBy ?? registration.examinerId,
        firstReviewedBy: registration.reviewedBy,
        requestedBy: actor.personId,
        outcome: null,
        decisionReason: null,
        decidedBy: null,
        requestedAt: this.clock.now(),
        decidedAt: null,
      };
      const inserted = await this.procedure.insertReexamination(tx, made, actor.organizationId, registration);
      if (!inserted) return refuse('reexamination.open');
      await this.record(tx, 'request', null, made, registration);
      return ok(made);
    });
  }

  async decide(actor: PersonActor, id: string, decision: ReexaminationDecision): Promise<ReexaminationResult> {
    return this.unitOfWork.run(actor, async (tx): Promise<ReexaminationResult> => {
      const registrationId = await this.procedure.registrationOfReexamination(tx, id);
      const registration = registrationId && (await this.registrations.forUpdate(tx, registrationId));
      const found = registration && (await this.procedure.findReexamination(tx, id));
      if (!found || !registration) return refuse('reexamination.notFound');
      const decided = decideReexamination(found, registration, decision, actor, this.clock.now());
      if (!decided.ok) return decided;
      await this.procedure.saveReexamination(tx, decided.value);
      await this.record(tx, 'decide', found, decided.value, registration);
      const followed = await this.follow(tx, registration, decided.value, decision);
      return followed.ok ? decided : followed;
    });
  }

  /** Who objected takes it back before it is decided. */
  async withdraw(actor: PersonActor, id: string): Promise<ReexaminationResult> {
    return this.unitOfWork.run(actor, async (tx): Promise<ReexaminationResult> => {
      const registrationId = await this.procedure.registrationOfReexamination(tx, id);
      const registration = registrationId && (await this.registrations.forUpdate(tx, registrationId));
      const found = registration && (await this.procedure.findReexamination(tx, id));
      if (!found || !registration || found.requestedBy !== actor.personId) return refuse('reexamination.notFound');
      const withdrawn = withdrawReexamination(found);
      if (!withdrawn.ok) return withdrawn;
      await this.procedure.saveReexamination(tx, withdrawn.value);
      await this.record(tx, 'withdraw', found, withdrawn.value, registration);
      return withdrawn;
    });
  }

  async ofRegistration(actor: PersonActor, id: string): Promise<Result<Reexamination[], RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const registration = await this.registrations.find(tx, id);
      if (!registration || !maySee(actor, registration)) return refuse('contractRegistration.notFound');
      return ok(await this.procedure.reexaminationsOf(tx, id));
    });
  }

  /** What the outcome does to the registration, in the same transaction. */
  private async follow(
    tx: Tx,
    registration: ContractRegistration,
    reexamination: Reexamination,
    { outcome, reason, determination }: ReexaminationDecision,
  ): Promise<Result<unknown, ReexaminationRefusal>> {
    const now = this.clock.now();
    const keep = (event: string, after: ContractRegistration): Promise<Outcome> =>
      this.desk.keep(tx, { event, by: 'officer', reason }, [registration, registration], after);
    if (outcome === 'upheld') return ok(true);
    if (outcome === 'cancelled') {
      const cancelled = cancelRegistration(registration, reason, now);
      return cancelled.ok ? keep('cancel', cancelled.value) : cancelled;
    }
    if (outcome === 'reopened') return this.reopen(tx, registration, keep, now);
    if (determination === null) return refuse('reexamination.amountsMissing', {}, '/verifiedTechnologyValueYuan');
    const decidedBy = reexamination.decidedBy ?? '';
    const made = {
      ...determination,
      reason,
      landingConfirmed: registration.determination?.landingConfirmed ?? false,
      determinedBy: decidedBy,
    };
    const changed = changeRegistration(registration, registration.contract, made, this.second(registration, made), now);
    return changed.ok ? keep('change', changed.value) : changed;
  }

  /** A large or disputed amount keeps two people on record: the one who decides anew, and one of those before. */
  private second(registration: ContractRegistration, { technologyValue }: Determination): string | null {
    const rules =
      ruleSets.find((set) => set.id === registration.ruleSetId) ?? valueOf(ruleSetFor(beijingDate(this.clock.now())));
    if (!rules || !needsSecondReview(rules, technologyValue, registration.disputed)) return registration.reviewedBy;
    return registration.reviewedBy ?? registration.determination?.determinedBy ?? null;
  }

  private async reopen(
    tx: Tx,
    registration: ContractRegistration,
    keep: (event: string, after: ContractRegistration) => Promise<Outcome>,
    now: Date,
  ): Promise<Outcome> {
    if (await this.registrations.isFiled(tx, registration.contractId))
      return refuse('contractRegistration.alreadyFiled');
    const reopened = reopen(registration, now);
    return reopened.ok ? keep('reopen', reopened.value) : reopened;
  }

  private async record(
    tx: Tx,
    event: string,
    before: Reexamination | null,
    after: Reexamination,
    registration: ContractRegistration,
  ): Promise<void> {
    await this.journal.record(tx, {
      ...subject(registration),
      subjectKind: 'reexamination',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(before && { before }),
      after,
    });
  }
}

const valueOf = <T>(result: Result<T>): T | null => (result.ok ? result.value : null);
