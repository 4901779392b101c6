import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import { examine, type ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import type { DeterminationRefusal } from '#domain/contract-registration/contract-registration.js';
import { isParty } from '#domain/contract-registration/filed-contract.js';
import { registrationNumber } from '#domain/contract-registration/registration-number.js';
import { sandboxOffice } from '#domain/sandbox/simulation.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal, type JournalEntry } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { RelationService } from '../relation/relation.service.js';
import { CertificateService } from '../certificate/certificate.service.js';
import {
  contractRegistrationCancelled,
  contractRegistrationChanged,
  contractRegistrationRegistered,
} from './contract-registration.jobs.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { RegistrationRevisionRepository, type RevisionKind } from './registration-revision.repository.js';

export type RegistrationRefusal = Refusal<
  | 'contractRegistration.notFound'
  | 'contractRegistration.contractNotFound'
  | 'contractRegistration.notSeller'
  | 'contractRegistration.notBuyer'
  | 'contractRegistration.notImport'
  | 'contractRegistration.notReady'
  | 'contractRegistration.alreadyFiled'
  | 'contractRegistration.sameText'
  | 'contractRegistration.noRuleSet'
  | 'contractRegistration.isParty'
  | 'contractRegistration.samePerson'
  | 'contractRegistration.groundRepeated'
  | 'contractRegistration.evidenceIncomplete'
  | 'contractRegistration.tooManySupplements'
  | 'contractRegistration.numbersExhausted'
  | 'contractRegistration.creditCodeUnconfirmed'
  | 'contractRegistration.creditCodeNotInDoubt'
  | DeterminationRefusal
  | 'state.notAllowed'
>;

export type Outcome = Result<ContractRegistration, RegistrationRefusal>;

type Decided<R extends Refusal> = Result<ContractRegistration, RegistrationRefusal | R>;

export const bureauRoles = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** What a step of the procedure is; `officer` keeps people of a party away, `examining` takes an accepted case first. */
export interface Step {
  readonly event: string;
  readonly by: 'officer' | 'anybody';
  readonly examining?: boolean;
  readonly reason?: string | undefined;
}

/** Loads a case, lets the domain decide, and keeps what follows: number, revision, certificate, journal, outbox. */
@Injectable()
export class RegistrationDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly revisions: RegistrationRevisionRepository,
    private readonly certificates: CertificateService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  change<R extends Refusal = never>(
    actor: PersonActor,
    id: string,
    step: Step,
    decide: (registration: ContractRegistration, tx: Tx) => Decided<R> | Promise<Decided<R>>,
  ): Promise<Decided<R>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Decided<R>> => {
      const found = await this.registrations.forUpdate(tx, id);
      if (!found || !maySee(actor, found)) return refuse('contractRegistration.notFound');
      if (step.by === 'officer' && (await this.isInterested(tx, actor, found))) {
        return refuse('contractRegistration.isParty');
      }
      const taken = this.taken(found, actor, step);
      if (!taken.ok) return taken;
      const decided = await decide(taken.value, tx);
      if (!decided.ok) return decided;
      return this.keep(tx, step, [found, taken.value], decided.value);
    });
  }

  /** Of a party, or related to one: such an officer stays away (回避). */
  private async isInterested(tx: Tx, actor: PersonActor, { contract }: ContractRegistration): Promise<boolean> {
    if (isParty(contract, actor.organizationId)) return true;
    const parties = [...new Set(contract.parties.map(({ organizationId }) => organizationId))];
    const nodes = parties.map((id) => ({ kind: 'organization' as const, id }));
    return (await this.relations.verdict(tx, 'decider', actor.personId, nodes)).verdict === 'blocked';
  }

  /** The case as an officer works on it: one that is accepted is taken under review by who acts first. */
  private taken(found: ContractRegistration, actor: PersonActor, { examining }: Step): Outcome {
    if (!examining || found.state !== 'accepted') return ok(found);
    return examine(found, actor.personId, this.clock.now());
  }

  /** Saves the case as decided, with everything that follows from it in the same transaction. */
  async keep(
    tx: Tx,
    step: Step,
    before: readonly [ContractRegistration, ContractRegistration],
    decided: ContractRegistration,
  ): Promise<Outcome> {
    const [found, taken] = before;
    const entries = (after: ContractRegistration): JournalEntry[] => [
      ...(taken === found ? [] : [entry('examine', found, taken)]),
      entry(step.event, taken, after, step.reason),
    ];
    if (decided.state === 'registered' && decided.registrationNumber === null) {
      return this.register(tx, decided, entries);
    }
    await this.registrations.save(tx, decided);
    await this.journal.recordAll(tx, entries(decided));
    await this.consequences(tx, taken, decided);
    return ok(decided);
  }

  /**
   * A case that has just become registered. Whoever takes a number keeps all others of its office waiting until the
   * transaction ends, so that comes after all that can be done without; what states the number follows in as few
   * statements as there are tables.
   */
  private async register(
    tx: Tx,
    decided: ContractRegistration,
    entries: (after: ContractRegistration) => JournalEntry[],
  ): Promise<Outcome> {
    await this.revise(tx, decided, 'registered', decided.revision);
    await this.outbox.append(tx, {
      topic: contractRegistrationRegistered,
      payload: { registrationId: decided.id },
    });
    if (tx.sandbox) return this.registerInSandbox(tx, decided, entries);
    const issuing = await this.certificates.prepare(tx, decided);
    const numbered = await this.numbered(tx, decided);
    if (!numbered.ok) return numbered;
    await this.registrations.save(tx, numbered.value);
    const issued = await this.certificates.issue(tx, numbered.value, issuing);
    await this.journal.recordAll(tx, [...entries(numbered.value), issued]);
    return numbered;
  }

  /** A number that no office gives, out of no counter of theirs, and nothing signed: a sandbox proves nothing to anybody. */
  private async registerInSandbox(
    tx: Tx,
    decided: ContractRegistration,
    entries: (after: ContractRegistration) => JournalEntry[],
  ): Promise<Outcome> {
    if (decided.registeredAt === null) throw new Error('registered without an instant');
    const serial = await this.revisions.takeSandboxSerial(tx);
    const number = registrationNumber(beijingDate(decided.registeredAt), sandboxOffice, serial);
    const numbered = { ...decided, registrationNumber: number };
    await this.registrations.save(tx, numbered);
    await this.journal.recordAll(tx, entries(numbered));
    return ok(numbered);
  }

  private async numbered(tx: Tx, registration: ContractRegistration): Promise<Outcome> {
    const { office, registeredAt } = registration;
    if (registeredAt === null) throw new Error('registered without an instant');
    const day = beijingDate(registeredAt);
    for (;;) {
      const taken = await this.registrations.takeNumber(tx, registration, day, registeredAt);
      if (!taken) return refuse('contractRegistration.numbersExhausted', { office, year: day.slice(0, 4) });
      // A number that was imported from the national system is not issued again: its own row explains the gap.
      if (taken.number === null) continue;
      return ok({ ...registration, registrationNumber: registrationNumber(day, office, taken.serial) });
    }
  }

  private async consequences(tx: Tx, before: ContractRegistration, after: ContractRegistration): Promise<void> {
    const payload = { registrationId: after.id };
    if (after.state === 'registered' && after.revision > before.revision) {
      await this.revise(tx, after, 'changed', after.revision);
      await this.certificates.renew(tx, after);
      await this.outbox.append(tx, { topic: contractRegistrationChanged, payload });
    } else if (after.state === 'cancelled' && before.state !== 'cancelled') {
      await this.revise(tx, after, 'cancelled', after.revision + 1);
      await this.certificates.cancel(tx, after.id);
      await this.outbox.append(tx, { topic: contractRegistrationCancelled, payload });
    }
  }

  private async revise(
    tx: Tx,
    registration: ContractRegistration,
    kind: RevisionKind,
    revision: number,
  ): Promise<void> {
    const { determination, contract } = registration;
    if (!determination) throw new Error('only what was determined has revisions');
    const at = this.clock.now();
    await this.revisions.insert(tx, {
      registrationId: registration.id,
      revision,
      kind,
      effectiveOn: beijingDate(at),
      title: contract.title,
      type: determination.type,
      contractValue: contract.contractValue,
      technologyValue: determination.technologyValue,
      landingConfirmed: determination.landingConfirmed,
      reason: kind === 'cancelled' ? registration.closingReason : determination.reason,
      determinedBy: determination.determinedBy,
      reviewedBy: registration.reviewedBy,
      partyIds: subject(registration).parties,
      at,
    });
  }
}

/** Parties and bureau; a draft, or one taken back, is its applicant's alone. */
export const maySee = (actor: PersonActor, registration: ContractRegistration): boolean =>
  actsFor(actor, registration.organizationId) ||
  (registration.state !== 'draft' &&
    registration.state !== 'withdrawn' &&
    (isParty(registration.contract, actor.organizationId) || hasRole(actor, ...bureauRoles)));

export const subject = (registration: ContractRegistration) => ({
  subjectKind: 'contractRegistration',
  subjectId: registration.id,
  parties: [...new Set(registration.contract.parties.map((party) => party.organizationId))],
});

export const entry = (
  event: string,
  before: ContractRegistration,
  after: ContractRegistration,
  reason?: string,
): JournalEntry => ({
  ...subject(after),
  event,
  from: before.state,
  to: after.state,
  before,
  after,
  ...(reason !== undefined && { reason }),
});
