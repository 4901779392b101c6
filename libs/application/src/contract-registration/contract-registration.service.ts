import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, fiscalYear } from '#domain/calendar/local-date.js';
import type { Contract } from '#domain/contract/contract.js';
import {
  accept,
  amountsSettled,
  cancelRegistration,
  contractEnded,
  determine,
  examine,
  fileDraft,
  refuseRegistration,
  requestSupplement,
  returnFiling,
  review,
  supplement,
  withdraw,
  type ContractRegistration,
  type Determination,
  type StatedGround,
  type Supplement,
} from '#domain/contract-registration/contract-registration.js';
import { landingGround, type Landing, type LandingGround } from '#domain/contract-registration/landing.js';
import { filedContract, type BrokerageShare } from '#domain/contract-registration/filed-contract.js';
import type { Finding } from '#domain/contract-registration/precheck.js';
import { checkRegistrant, unconfirmedCodes } from '#domain/contract-registration/registrant.js';
import { ruleSets } from '#domain/contract-registration/rule-set.policy.js';
import type { Fen } from '#domain/money/money.js';
import { isParty } from '#domain/contract-registration/filed-contract.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ContractService } from '../contract/contract.service.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import type { QueueFilter } from './work-queue.js';
import {
  entry,
  maySee,
  RegistrationDesk,
  subject,
  type Outcome,
  type RegistrationRefusal,
} from './registration-desk.js';
import { RegistrationPrecheck } from './registration-precheck.js';

export type { RegistrationRefusal } from './registration-desk.js';

export interface Filing {
  readonly contractId: string;
  readonly office: string;
  readonly landing: Landing;
  /** Kept as a draft for now. */
  readonly draft?: boolean;
  readonly technologyImport?: boolean;
  readonly contractTextHash?: string | null;
}

/** What other sides (taxes, rewards, figures) rest on: as it stands now. */
export interface RegistrationFacts {
  readonly registrationId: string;
  readonly contractId: string;
  readonly state: ContractRegistration['state'];
  readonly registrationNumber: string | null;
  readonly registeredOn: string | null;
  /** 公历年度 of the registration, in Beijing. */
  readonly fiscalYear: number | null;
  /** Verified; null before a determination. */
  readonly technologyValue: Fen | null;
  readonly contractValue: Fen;
  readonly revision: number;
  readonly relatedParty: boolean;
  readonly landing: Landing;
  readonly landingGround: LandingGround | null;
  readonly brokerage: readonly BrokerageShare[];
}

/** Use cases of 技术合同认定登记: from the draft to the number, or to the refusal. */
@Injectable()
export class ContractRegistrationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly desk: RegistrationDesk,
    private readonly prechecks: RegistrationPrecheck,
    private readonly contracts: ContractService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** What a filing would meet now. Nothing is kept. */
  async precheck(
    actor: PersonActor,
    contractId: string,
    filing: Partial<Omit<Filing, 'contractId'>> = {},
  ): Promise<Result<readonly Finding[], RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const contract = await this.contracts.forRegistration(tx, contractId);
      const mayLook = contract && (isParty(contract, actor.organizationId) || hasRole(actor, 'registrar', 'reviewer'));
      if (!contract || !mayLook) return refuse('contractRegistration.contractNotFound');
      return this.prechecks.findings(tx, contract, filing);
    });
  }

  /** The seller files (卖方登记), or the buyer of imported technology; or keeps a draft. */
  async file(actor: PersonActor, filing: Filing): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const contract = await this.contracts.forFiling(tx, filing.contractId);
      if (!contract || !isParty(contract, actor.organizationId)) {
        return refuse('contractRegistration.contractNotFound');
      }
      const side = checkRegistrant(contract, filing.technologyImport ?? false, (id) => actsFor(actor, id));
      if (!side.ok) return side;
      if (!filing.draft) {
        const ready = await this.prechecks.ready(tx, contract, filing);
        if (!ready.ok) return ready;
      }
      const now = this.clock.now();
      const number = await this.registrations.provisionalNumber(tx, fiscalYear(now));
      const registration = newRegistration(actor.organizationId, contract, filing, number, now);
      if (!(await this.registrations.insert(tx, registration))) return this.whyNotInserted(tx, registration);
      await this.journal.record(tx, {
        ...subject(registration),
        event: filing.draft ? 'draft' : 'file',
        from: null,
        to: registration.state,
        after: registration,
      });
      return ok(registration);
    });
  }

  /** Two filings at once: the unique indexes let one stand. */
  private async whyNotInserted(tx: Tx, { contractId }: ContractRegistration): Promise<Outcome> {
    const filed = await this.registrations.isFiled(tx, contractId);
    return refuse(filed ? 'contractRegistration.alreadyFiled' : 'contractRegistration.sameText');
  }

  /** A draft is filed with the contract as it reads today. */
  async fileDraft(actor: PersonActor, id: string, landing: Landing | null): Promise<Outcome> {
    return this.desk.change(actor, id, { event: 'file', by: 'anybody' }, async (found, tx): Promise<Outcome> => {
      if (!actsFor(actor, found.organizationId)) return refuse('contractRegistration.notFound');
      const contract = await this.contracts.forFiling(tx, found.contractId);
      if (!contract) return refuse('contractRegistration.contractNotFound');
      const filed = fileDraft(
        { ...found, contract: filedContract(contract) },
        landing ?? found.landing,
        this.clock.now(),
      );
      if (!filed.ok) return filed;
      const ready = await this.prechecks.ready(tx, contract, filed.value);
      return ready.ok ? filed : ready;
    });
  }

  /** The applicant takes a draft or an unaccepted filing back. */
  async withdraw(actor: PersonActor, id: string): Promise<Outcome> {
    return this.desk.change(actor, id, { event: 'withdraw', by: 'anybody' }, (found) => {
      if (!actsFor(actor, found.organizationId)) return refuse('contractRegistration.notFound');
      return withdraw(found, this.clock.now());
    });
  }

  async accept(actor: PersonActor, id: string, disputed: boolean): Promise<Outcome> {
    return this.desk.change(actor, id, { event: 'accept', by: 'officer' }, (found) =>
      accept(found, disputed, this.clock.now()),
    );
  }

  async return(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.desk.change(actor, id, { event: 'return', by: 'officer', reason }, (found) =>
      returnFiling(found, reason, this.clock.now()),
    );
  }

  /** An officer takes the case: from now on it is known who examines. */
  async examine(actor: PersonActor, id: string): Promise<Outcome> {
    return this.desk.change(actor, id, { event: 'examine', by: 'officer' }, (found) =>
      examine(found, actor.personId, this.clock.now()),
    );
  }

  async requestSupplement(actor: PersonActor, id: string, request: string): Promise<Outcome> {
    const step = { event: 'requestSupplement', by: 'officer', examining: true, reason: request } as const;
    return this.desk.change(actor, id, step, (found) => requestSupplement(found, request, this.clock.now()));
  }

  /** The applicant hands in what was asked for. */
  async supplement(actor: PersonActor, id: string, supplied: Omit<Supplement, 'suppliedAt'>): Promise<Outcome> {
    return this.desk.change(actor, id, { event: 'supplement', by: 'anybody' }, (found) => {
      if (!actsFor(actor, found.organizationId)) return refuse('contractRegistration.notFound');
      return supplement(found, supplied, this.clock.now());
    });
  }

  /** 核对统一社会信用代码: a code that fails its check is real all the same, and what shows it is on record. */
  async confirmCode(actor: PersonActor, id: string, creditCode: string, evidence: string): Promise<Outcome> {
    const step = { event: 'confirmCode', by: 'officer', reason: `${creditCode}：${evidence}` } as const;
    return this.desk.change(actor, id, step, (found) => {
      const known = found.codeConfirmations.map((one) => one.creditCode);
      if (!unconfirmedCodes(found.contract, known).some((party) => party.creditCode === creditCode)) {
        return refuse('contractRegistration.creditCodeNotInDoubt', {}, '/creditCode');
      }
      const now = this.clock.now();
      const made = { creditCode, evidence, confirmedBy: actor.personId, confirmedAt: now.toISOString() };
      const codeConfirmations = [...found.codeConfirmations, made];
      return ok({ ...found, codeConfirmations, updatedAt: now, version: found.version + 1 });
    });
  }

  async determine(actor: PersonActor, id: string, decision: Omit<Determination, 'determinedBy'>): Promise<Outcome> {
    const step = { event: 'determine', by: 'officer', examining: true } as const;
    return this.desk.change(actor, id, step, (found) => {
      const rules = ruleSets.find((set) => set.id === found.ruleSetId);
      if (!rules)
        return refuse('state.notAllowed', { state: found.state, event: 'determine', allowed: 'accept、return' });
      const confirmed = found.codeConfirmations.map((one) => one.creditCode);
      const [doubtful] = unconfirmedCodes(found.contract, confirmed);
      if (doubtful) {
        const { name, creditCode } = doubtful;
        return refuse('contractRegistration.creditCodeUnconfirmed', { name, creditCode });
      }
      return determine(found, rules, { ...decision, determinedBy: actor.personId }, this.clock.now());
    });
  }

  async review(actor: PersonActor, id: string, decision: 'approve' | 'sendBack', reason: string | null) {
    const step = { event: decision, by: 'officer', reason: reason ?? undefined } as const;
    return this.desk.change(actor, id, step, (found) => review(found, actor, decision, reason, this.clock.now()));
  }

  async refuse(actor: PersonActor, id: string, grounds: readonly StatedGround[]): Promise<Outcome> {
    const reason = grounds.map((ground) => ground.code).join('、');
    const step = { event: 'refuse', by: 'officer', examining: true, reason } as const;
    return this.desk.change(actor, id, step, (found) => refuseRegistration(found, grounds, this.clock.now()));
  }

  /** 注销: the number stays spent, the certificate says so, and what was accrued is taken back by the worker. */
  async cancel(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.desk.change(actor, id, { event: 'cancel', by: 'officer', reason }, (found) =>
      cancelRegistration(found, reason, this.clock.now()),
    );
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
      await this.journal.record(tx, entry('contractEnded', before, after));
    });
  }

  /** The amounts of a royalty contract were settled: its registration is to be changed. Quiet like the above. */
  async amountsSettled(actor: SystemActor, contractId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const before = await this.registrations.ofContractForUpdate(tx, contractId);
      const settled = before && (await this.contracts.forRegistration(tx, contractId))?.settled;
      const after = settled && amountsSettled(before, settled, this.clock.now());
      if (!before || !after) return;
      await this.registrations.save(tx, after);
      await this.journal.record(tx, entry('amountsSettled', before, after));
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

  /** The work queue of the offices, the case due first on top. */
  async listOpen(
    actor: PersonActor,
    filter: QueueFilter,
    after: string | null,
    limit: number,
  ): Promise<ContractRegistration[]> {
    return this.unitOfWork.run(actor, (tx) => this.registrations.listOpen(tx, filter, after, limit));
  }

  /** The registration locked, for what follows from it; null when there is none. */
  async forReward(tx: Tx, id: string): Promise<ContractRegistration | null> {
    return this.registrations.forUpdate(tx, id);
  }

  /** What others may rest on, the row locked; null when there is none. */
  async facts(tx: Tx, id: string): Promise<RegistrationFacts | null> {
    const found = await this.registrations.forUpdate(tx, id);
    if (!found) return null;
    const { contract, determination, landing, registeredAt } = found;
    return {
      registrationId: id,
      contractId: found.contractId,
      state: found.state,
      registrationNumber: found.registrationNumber,
      registeredOn: registeredAt && beijingDate(registeredAt),
      fiscalYear: registeredAt && fiscalYear(registeredAt),
      technologyValue: determination?.technologyValue ?? null,
      contractValue: contract.contractValue,
      revision: found.revision,
      relatedParty: contract.relatedParty,
      landing,
      landingGround: landingGround(contract, landing, determination?.landingConfirmed ?? false),
      brokerage: contract.brokerage,
    };
  }

  /** Registrations that stand, for figures over a span of time: `from` included, `to` not. */
  async registeredBetween(
    tx: Tx,
    span: { readonly from: Date; readonly to: Date },
    after: string | null,
    limit: number,
  ): Promise<ContractRegistration[]> {
    return this.registrations.listRegistered(tx, span, after, limit);
  }
}

function newRegistration(
  organizationId: string,
  contract: Contract,
  { contractId, office, landing, draft, technologyImport, contractTextHash }: Filing,
  provisionalNumber: string,
  now: Date,
): ContractRegistration {
  return {
    id: uuid(),
    provisionalNumber,
    organizationId,
    contractId,
    contract: filedContract(contract),
    state: draft ? 'draft' : 'filed',
    office,
    landing,
    disputed: false,
    technologyImport: technologyImport ?? false,
    contractTextHash: contractTextHash ?? null,
    codeConfirmations: [],
    ruleSetId: null,
    acceptedOn: null,
    dueOn: null,
    dueNote: null,
    reminderOn: null,
    examinerId: null,
    heldSince: now,
    supplementRequest: null,
    supplements: [],
    determination: null,
    reviewedBy: null,
    registeredAt: null,
    registrationNumber: null,
    revision: 0,
    changedAt: null,
    refusalGrounds: [],
    closingReason: null,
    contractEndedAt: null,
    settled: null,
    openChange: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
