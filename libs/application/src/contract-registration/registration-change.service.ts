import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  changeRegistration,
  type ContractRegistration,
  type Determination,
} from '#domain/contract-registration/contract-registration.js';
import { isParty } from '#domain/contract-registration/filed-contract.js';
import {
  approveChange,
  checkSettledAmounts,
  contractAfter,
  refuseChange,
  verifyChange,
  type ChangedTerms,
  type RegistrationChange,
} from '#domain/contract-registration/registration-change.js';
import { ruleSetFor } from '#domain/contract-registration/deadline.js';
import { ruleSets } from '#domain/contract-registration/rule-set.policy.js';
import { beijingDate } from '#domain/calendar/local-date.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { maySee, RegistrationDesk, subject, type RegistrationRefusal } from './registration-desk.js';
import { RegistrationProcedureRepository } from './registration-procedure.repository.js';

type ChangeRefusal =
  | RegistrationRefusal
  | Refusal<
      | 'registrationChange.notFound'
      | 'registrationChange.open'
      | 'registrationChange.nothing'
      | 'registrationChange.amountsNotSettled'
    >;
export type ChangeOutcome = Result<RegistrationChange, ChangeRefusal>;

/** Use cases of 变更登记: asked for by the registrant, verified again by the office, four eyes where the rules demand. */
@Injectable()
export class RegistrationChangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly procedure: RegistrationProcedureRepository,
    private readonly desk: RegistrationDesk,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async request(
    actor: PersonActor,
    registrationId: string,
    asked: { readonly terms: ChangedTerms; readonly reason: string; readonly evidence: readonly string[] },
  ): Promise<ChangeOutcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<ChangeOutcome> => {
      const registration = await this.registrations.forUpdate(tx, registrationId);
      if (!registration || !actsFor(actor, registration.organizationId)) return refuse('contractRegistration.notFound');
      const { state } = registration;
      if (state !== 'registered') return refuse('state.notAllowed', { state, event: 'change', allowed: '登记之后' });
      if (Object.values(asked.terms).every((term) => term === null)) return refuse('registrationChange.nothing');
      const settled = checkSettledAmounts(registration.contract, registration.settled, asked.terms);
      if (!settled.ok) return settled;
      const change: RegistrationChange = {
        id: uuid(),
        registrationId,
        state: 'requested',
        ...asked,
        verifiedType: null,
        verifiedTechnologyValue: null,
        decisionReason: null,
        determinedBy: null,
        reviewedBy: null,
        requestedAt: this.clock.now(),
        decidedAt: null,
      };
      if (!(await this.procedure.insertChange(tx, change, registration))) return refuse('registrationChange.open');
      await this.registrations.save(tx, this.withChange(registration, change));
      await this.record(tx, 'request', null, change, registration);
      return ok(change);
    });
  }

  /** The first officer verifies the amounts of the changed contract. */
  async verify(actor: PersonActor, id: string, decision: Omit<Determination, 'determinedBy'>): Promise<ChangeOutcome> {
    return this.decide(actor, id, 'verify', (change, registration) => {
      const rules = ruleSets.find((set) => set.id === registration.ruleSetId) ?? this.rulesNow();
      if (!rules) return refuse('contractRegistration.noRuleSet', { acceptedOn: registration.acceptedOn ?? '' });
      const determination = { ...decision, determinedBy: actor.personId };
      return verifyChange(change, registration.contract, rules, registration.disputed, determination, this.clock.now());
    });
  }

  async approve(actor: PersonActor, id: string): Promise<ChangeOutcome> {
    return this.decide(actor, id, 'approve', (change) => approveChange(change, actor.personId, this.clock.now()));
  }

  async refuse(actor: PersonActor, id: string, reason: string): Promise<ChangeOutcome> {
    return this.decide(actor, id, 'refuse', (change) => refuseChange(change, actor.personId, reason, this.clock.now()));
  }

  async ofRegistration(actor: PersonActor, id: string): Promise<Result<RegistrationChange[], RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const registration = await this.registrations.find(tx, id);
      if (!registration || !maySee(actor, registration)) return refuse('contractRegistration.notFound');
      return ok(await this.procedure.changesOf(tx, id));
    });
  }

  private rulesNow() {
    const rules = ruleSetFor(beijingDate(this.clock.now()));
    return rules.ok ? rules.value : null;
  }

  private decide(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (change: RegistrationChange, registration: ContractRegistration) => ChangeOutcome,
  ): Promise<ChangeOutcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<ChangeOutcome> => {
      const registrationId = await this.procedure.registrationOfChange(tx, id);
      const registration = registrationId && (await this.registrations.forUpdate(tx, registrationId));
      const change = registration && (await this.procedure.findChange(tx, id)); // the case is locked: it stands still
      if (!change || !registration) return refuse('registrationChange.notFound');
      if (isParty(registration.contract, actor.organizationId)) return refuse('contractRegistration.isParty');
      const decided = decide(change, registration);
      if (!decided.ok) return decided;
      await this.procedure.saveChange(tx, decided.value);
      // Verified with no second person to wait for is approved, and told as that.
      const step = decided.value.state === 'approved' ? 'approve' : event;
      await this.record(tx, step, change, decided.value, registration);
      if (decided.value.state === 'approved') {
        const applied = await this.apply(tx, this.withChange(registration, decided.value), decided.value);
        if (!applied.ok) return applied;
      } else {
        await this.registrations.save(tx, this.withChange(registration, decided.value));
      }
      return decided;
    });
  }

  /** Whose desk the case is on follows from its change. */
  private withChange(registration: ContractRegistration, { state }: RegistrationChange): ContractRegistration {
    const openChange = state === 'requested' || state === 'verified' ? state : null;
    const now = this.clock.now();
    return { ...registration, openChange, heldSince: now, updatedAt: now, version: registration.version + 1 };
  }

  private async apply(tx: Tx, registration: ContractRegistration, change: RegistrationChange) {
    const { verifiedType, verifiedTechnologyValue, determinedBy } = change;
    if (verifiedType === null || verifiedTechnologyValue === null || determinedBy === null) {
      throw new Error('an approved change was verified');
    }
    const determination = {
      type: verifiedType,
      technologyValue: verifiedTechnologyValue,
      reason: change.decisionReason ?? change.reason,
      landingConfirmed: registration.determination?.landingConfirmed ?? false,
      determinedBy,
    };
    const contract = contractAfter(registration.contract, change.terms);
    const changed = changeRegistration(registration, contract, determination, change.reviewedBy, this.clock.now());
    if (!changed.ok) return changed;
    const step = { event: 'change', by: 'officer', reason: change.reason } as const;
    return this.desk.keep(tx, step, [registration, registration], changed.value);
  }

  private async record(
    tx: Tx,
    event: string,
    before: RegistrationChange | null,
    after: RegistrationChange,
    registration: ContractRegistration,
  ): Promise<void> {
    await this.journal.record(tx, {
      ...subject(registration),
      subjectKind: 'registrationChange',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(before && { before }),
      after,
    });
  }
}
