import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Contract } from '#domain/contract/contract.js';
import {
  accept,
  cancelRegistration,
  contractEnded,
  determine,
  refuseRegistration,
  requestSupplement,
  returnFiling,
  review,
  supplement,
  type ContractRegistration,
  type Determination,
  type DeterminationRefusal,
  type StatedGround,
  type Supplement,
} from '#domain/contract-registration/contract-registration.js';
import { ruleSetFor } from '#domain/contract-registration/deadline.js';
import { isParty, partiesOf, type FiledContract } from '#domain/contract-registration/filed-contract.js';
import type { Landing } from '#domain/contract-registration/landing.js';
import { precheck, type Finding } from '#domain/contract-registration/precheck.js';
import { registrationNumber } from '#domain/contract-registration/registration-number.js';
import { ruleSets } from '#domain/contract-registration/rule-set.policy.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { CertificateService } from '../certificate/certificate.service.js';
import { ContractService } from '../contract/contract.service.js';
import { contractRegistrationCancelled, contractRegistrationRegistered } from './contract-registration.jobs.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';

export type RegistrationRefusal = Refusal<
  | 'contractRegistration.notFound'
  | 'contractRegistration.contractNotFound'
  | 'contractRegistration.notSeller'
  | 'contractRegistration.notReady'
  | 'contractRegistration.alreadyFiled'
  | 'contractRegistration.noRuleSet'
  | 'contractRegistration.isParty'
  | 'contractRegistration.samePerson'
  | 'contractRegistration.groundRepeated'
  | 'contractRegistration.tooManySupplements'
  | 'contractRegistration.numbersExhausted'
  | DeterminationRefusal
  | 'state.notAllowed'
>;

export interface Filing {
  readonly contractId: string;
  readonly office: string;
  readonly landing: Landing;
}

type Outcome = Result<ContractRegistration, RegistrationRefusal>;

const bureauRoles = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** Use cases of 技术合同认定登记. */
@Injectable()
export class ContractRegistrationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly contracts: ContractService,
    private readonly certificates: CertificateService,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What a filing would meet now. Nothing is kept. */
  async precheck(actor: PersonActor, contractId: string): Promise<Result<readonly Finding[], RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const contract = await this.contracts.forRegistration(tx, contractId);
      const mayLook = contract && (isParty(contract, actor.organizationId) || hasRole(actor, 'registrar', 'reviewer'));
      if (!contract || !mayLook) return refuse('contractRegistration.contractNotFound');
      return this.findings(tx, contract, null);
    });
  }

  /** The seller files (卖方登记). */
  async file(actor: PersonActor, filing: Filing): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const contract = await this.contracts.forRegistration(tx, filing.contractId);
      if (!contract || !isParty(contract, actor.organizationId)) {
        return refuse('contractRegistration.contractNotFound');
      }
      if (!partiesOf(contract, 'seller').some((seller) => actsFor(actor, seller.organizationId))) {
        return refuse('contractRegistration.notSeller');
      }
      const found = await this.findings(tx, contract, filing.landing);
      if (!found.ok) return found;
      if (found.value.some((finding) => finding.code === 'alreadyFiled')) {
        return refuse('contractRegistration.alreadyFiled');
      }
      const blocking = found.value.filter((finding) => finding.severity === 'blocking');
      if (blocking.length > 0) {
        return refuse('contractRegistration.notReady', { findings: blocking.map(({ text }) => text).join('') });
      }
      const registration = newRegistration(actor.organizationId, contract, filing, this.clock.now());
      if (!(await this.registrations.insert(tx, registration))) return refuse('contractRegistration.alreadyFiled');
      await this.journal.record(tx, {
        ...subject(registration),
        event: 'file',
        from: null,
        to: 'filed',
        after: registration,
      });
      return ok(registration);
    });
  }

  async accept(actor: PersonActor, id: string, disputed: boolean): Promise<Outcome> {
    return this.change(actor, id, 'accept', (found) => accept(found, disputed, this.clock.now()));
  }

  async return(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'return', (found) => returnFiling(found, reason, this.clock.now()), reason);
  }

  async requestSupplement(actor: PersonActor, id: string, request: string): Promise<Outcome> {
    const decide = (found: ContractRegistration) => requestSupplement(found, request, this.clock.now());
    return this.change(actor, id, 'requestSupplement', decide, request);
  }

  /** The seller hands in what was asked for. */
  async supplement(actor: PersonActor, id: string, supplied: Omit<Supplement, 'suppliedAt'>): Promise<Outcome> {
    return this.change(actor, id, 'supplement', (found) => {
      if (!actsFor(actor, found.organizationId)) return refuse('contractRegistration.notFound');
      return supplement(found, supplied, this.clock.now());
    });
  }

  async determine(actor: PersonActor, id: string, decision: Omit<Determination, 'determinedBy'>): Promise<Outcome> {
    return this.change(actor, id, 'determine', (found) => {
      const rules = ruleSets.find((set) => set.id === found.ruleSetId);
      if (isParty(found.contract, actor.organizationId)) return refuse('contractRegistration.isParty');
      if (!rules)
        return refuse('state.notAllowed', { state: found.state, event: 'determine', allowed: 'accept、return' });
      return determine(found, rules, { ...decision, determinedBy: actor.personId }, this.clock.now());
    });
  }

  async review(actor: PersonActor, id: string, decision: 'approve' | 'sendBack', reason: string | null) {
    const decide = (found: ContractRegistration) => review(found, actor, decision, reason, this.clock.now());
    return this.change(actor, id, decision, decide, reason ?? undefined);
  }

  async refuse(actor: PersonActor, id: string, grounds: readonly StatedGround[]): Promise<Outcome> {
    const reason = grounds.map((ground) => ground.code).join('、');
    return this.change(actor, id, 'refuse', (found) => refuseRegistration(found, grounds, this.clock.now()), reason);
  }

  /** 注销: the number stays spent, the certificate says so, and what was accrued is taken back by the worker. */
  async cancel(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'cancel', (found) => cancelRegistration(found, reason, this.clock.now()), reason);
  }

  /**
   * The parties have ended the contract: its case comes to the office's desk, and the office cancels the registration
   * (技术合同认定登记管理办法, 国科发政字〔2000〕063号, art. 18; draft of 2026, art. 16). Quiet when there is no case, or the
   * end is known already.
   */
  async contractEnded(actor: SystemActor, contractId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const before = await this.registrations.ofContractForUpdate(tx, contractId);
      const after = before && contractEnded(before, this.clock.now());
      if (!before || !after) return;
      await this.registrations.save(tx, after);
      await this.record(tx, 'contractEnded', before, after, undefined);
    });
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.registrations.find(tx, id);
      return found && maySee(actor, found) ? ok(found) : refuse('contractRegistration.notFound');
    });
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<ContractRegistration[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.registrations.listOfOrganization(tx, actor.organizationId, after, limit),
    );
  }

  async listOpen(actor: PersonActor, after: string | null, limit: number): Promise<ContractRegistration[]> {
    return this.unitOfWork.run(actor, (tx) => this.registrations.listOpen(tx, after, limit));
  }

  /** The registration locked, for what follows from it; null when there is none. */
  async forReward(tx: Tx, id: string): Promise<ContractRegistration | null> {
    return this.registrations.forUpdate(tx, id);
  }

  private async findings(
    tx: Tx,
    contract: Contract,
    landing: Landing | null,
  ): Promise<Result<readonly Finding[], RegistrationRefusal>> {
    const today = beijingDate(this.clock.now());
    const rules = ruleSetFor(today);
    if (!rules.ok) return rules;
    const alreadyFiled = await this.registrations.isFiled(tx, contract.id);
    return ok(precheck({ contract, state: contract.state, rules: rules.value, today, landing, alreadyFiled }));
  }

  private change(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (registration: ContractRegistration) => Outcome,
    reason?: string,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.registrations.forUpdate(tx, id);
      if (!found || !maySee(actor, found)) return refuse('contractRegistration.notFound');
      const decided = decide(found);
      if (!decided.ok) return decided;
      const numbered = await this.numbered(tx, decided.value);
      if (!numbered.ok) return numbered;
      await this.registrations.save(tx, numbered.value);
      await this.record(tx, event, found, numbered.value, reason);
      return numbered;
    });
  }

  /** A registration that has just become registered gets its number, last of all so that the counter is held shortly. */
  private async numbered(tx: Tx, registration: ContractRegistration): Promise<Outcome> {
    const { state, registeredAt, office } = registration;
    if (state !== 'registered' || registeredAt === null || registration.registrationNumber !== null) {
      return ok(registration);
    }
    const day = beijingDate(registeredAt);
    const serial = await this.registrations.nextSerial(tx, Number(day.slice(0, 4)), office);
    if (!serial.ok) return serial;
    return ok({ ...registration, registrationNumber: registrationNumber(day, office, serial.value) });
  }

  private async record(
    tx: Tx,
    event: string,
    before: ContractRegistration,
    after: ContractRegistration,
    reason: string | undefined,
  ): Promise<void> {
    await this.journal.record(tx, {
      ...subject(after),
      event,
      from: before.state,
      to: after.state,
      before,
      after,
      ...(reason !== undefined && { reason }),
    });
    const payload = { registrationId: after.id };
    if (after.state === 'registered' && before.state !== 'registered') {
      await this.certificates.issue(tx, after);
      await this.outbox.append(tx, { topic: contractRegistrationRegistered, payload });
    }
    if (after.state === 'cancelled') {
      await this.certificates.cancel(tx, after.id);
      await this.outbox.append(tx, { topic: contractRegistrationCancelled, payload });
    }
  }
}

const maySee = (actor: PersonActor, registration: ContractRegistration): boolean =>
  actsFor(actor, registration.organizationId) ||
  isParty(registration.contract, actor.organizationId) ||
  hasRole(actor, ...bureauRoles);

const subject = (registration: ContractRegistration) => ({
  subjectKind: 'contractRegistration',
  subjectId: registration.id,
  parties: registration.contract.parties.map((party) => party.organizationId),
});

function newRegistration(
  organizationId: string,
  contract: Contract,
  { contractId, office, landing }: Filing,
  now: Date,
): ContractRegistration {
  return {
    id: uuid(),
    organizationId,
    contractId,
    contract: filed(contract),
    state: 'filed',
    office,
    landing,
    disputed: false,
    ruleSetId: null,
    acceptedOn: null,
    dueOn: null,
    dueNote: null,
    supplementRequest: null,
    supplements: [],
    determination: null,
    reviewedBy: null,
    registeredAt: null,
    registrationNumber: null,
    refusalGrounds: [],
    closingReason: null,
    contractEndedAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

/** The contract as filed: a later change of the contract does not change what was examined. */
const filed = (contract: Contract): FiledContract => ({
  title: contract.title,
  type: contract.type,
  subType: contract.subType,
  parties: contract.parties.map(({ role, organizationId, name, creditCode, countyCode }) => ({
    role,
    organizationId,
    name,
    creditCode,
    countyCode,
  })),
  contractValue: contract.contractValue,
  nonTechnologyItems: contract.nonTechnologyItems,
  declaredTechnologyValue: contract.declaredTechnologyValue,
  signedOn: contract.signedOn,
  effectiveOn: contract.effectiveOn,
  validUntil: contract.validUntil,
  relatedParty: contract.relatedParty,
  brokerage: contract.brokerage,
});
