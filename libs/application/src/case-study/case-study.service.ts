import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { caseStudyTransitions, consentTo, type CaseStudy, type ConsentRefusal } from '#domain/case-study/case-study.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { contentHash } from '#platform/text/canonical.js';
import { ContractService } from '../contract/contract.service.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { RelationService } from '../relation/relation.service.js';
import { caseStudyChanged } from '../search/search.jobs.js';
import { CaseStudyRepository, type PublicCase } from './case-study.repository.js';

export type { PublicCase } from './case-study.repository.js';

export type CaseRefusal =
  | ConsentRefusal
  | Refusal<
      | 'caseStudy.notFound'
      | 'caseStudy.contractUnknown'
      | 'caseStudy.unproved'
      | 'caseStudy.sameEyes'
      | 'caseStudy.conflict'
      | 'state.notAllowed'
    >;
export type CaseText = Pick<CaseStudy, 'title' | 'story' | 'effect'>;
type Outcome = Result<CaseStudy, CaseRefusal>;

const bureauReaders = ['registrar', 'reviewer', 'auditor'] as const;

/** Good cases: proved by a registered contract, consented to by every party, checked for secrets, then public. */
@Injectable()
export class CaseStudyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseStudyRepository,
    private readonly contracts: ContractService,
    private readonly registrations: ContractRegistrationService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A party or the bureau tells the case of a contract that it may read and that is registered. */
  async draft(actor: PersonActor, contractId: string, text: CaseText): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const contract = await this.contracts.forRegistration(tx, contractId);
      if (!contract) return refuse('caseStudy.contractUnknown', {}, '/contractId');
      if (!(await this.isProved(tx, contractId))) return refuse('caseStudy.unproved');
      const now = this.clock.now();
      const study: CaseStudy = {
        ...text,
        id: uuid(),
        organizationId: actor.organizationId,
        contractId,
        partyIds: [...new Set(contract.parties.map(({ organizationId }) => organizationId))],
        state: 'draft',
        consentedIds: [],
        textHash: contentHash(text),
        authorId: actor.personId,
        checkedBy: null,
        checkNote: null,
        stateReason: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
        publishedAt: null,
      };
      await this.cases.insert(tx, study);
      await this.record(tx, 'create', null, study);
      return ok(study);
    });
  }

  /** Sends the text, as it is now, to the parties: consents to an earlier text are void. */
  async submit(actor: PersonActor, id: string, { title, story, effect }: CaseText): Promise<Outcome> {
    return this.change(actor, id, 'submit', null, async (_tx, study) => {
      if (!actsFor(actor, study.organizationId)) return refuse('caseStudy.notFound');
      const text = { title, story, effect };
      return moved({ ...study, ...text, textHash: contentHash(text), consentedIds: [] }, 'submit');
    });
  }

  async consent(actor: PersonActor, id: string, textHash: string): Promise<Outcome> {
    return this.change(actor, id, 'agree', null, async (_tx, study) =>
      study.partyIds.includes(actor.organizationId)
        ? consentTo(study, actor.organizationId, textHash)
        : refuse('caseStudy.notFound'),
    );
  }

  async decline(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'decline', reason, async (_tx, study) =>
      study.partyIds.includes(actor.organizationId) ? moved(study, 'decline') : refuse('caseStudy.notFound'),
    );
  }

  /** Somebody of the bureau who did not write it and is related to no party has read it for secrets of state and trade. */
  async check(actor: PersonActor, id: string, clear: boolean, note: string): Promise<Outcome> {
    return this.change(actor, id, clear ? 'publish' : 'return', note, async (tx, study) => {
      if (study.authorId === actor.personId) return refuse('caseStudy.sameEyes');
      for (const partyId of study.partyIds) {
        const party = { kind: 'organization' as const, id: partyId };
        const reason = await this.relations.conflict(tx, actor.personId, party);
        if (reason !== null) return refuse('caseStudy.conflict', { reason });
      }
      if (!clear) return moved({ ...study, checkNote: note, consentedIds: [] }, 'return');
      if (!(await this.isProved(tx, study.contractId))) return refuse('caseStudy.unproved');
      const checked = { ...study, checkedBy: actor.personId, checkNote: note, publishedAt: this.clock.now() };
      return moved(checked, 'publish');
    });
  }

  /** By its author, by a party who takes its consent back, or by the bureau. */
  async withdraw(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'withdraw', reason, async (_tx, study) => {
      const may =
        [study.organizationId, ...study.partyIds].includes(actor.organizationId) || hasRole(actor, 'reviewer');
      return may ? moved(study, 'withdraw') : refuse('caseStudy.notFound');
    });
  }

  /** The registration was cancelled: what it proved is not told any more. Quiet when another one proves it. */
  async registrationCancelled(actor: SystemActor, registrationId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const facts = await this.registrations.facts(tx, registrationId);
      if (!facts || (await this.cases.isRegistered(tx, facts.contractId))) return;
      for (const before of await this.cases.ofContract(tx, facts.contractId)) {
        const after = moved({ ...before, stateReason: '合同认定登记已注销' }, 'withdraw');
        if (after.ok) await this.save(tx, 'withdraw', before, after.value);
      }
    });
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    const study = await this.unitOfWork.run(actor, (tx) => this.cases.find(tx, id));
    return study ? ok(study) : refuse('caseStudy.notFound');
  }

  /** The organization's own and those of its contracts; all for the bureau. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<CaseStudy[]> {
    const whose = hasRole(actor, ...bureauReaders) ? null : actor.organizationId;
    return this.unitOfWork.run(actor, (tx) => this.cases.list(tx, whose, after, limit));
  }

  async listPublic(after: string | null, limit: number): Promise<PublicCase[]> {
    return this.cases.listPublic(after, limit);
  }

  async getPublic(id: string): Promise<Result<PublicCase, Refusal<'caseStudy.notFound'>>> {
    const study = await this.cases.findPublic(id);
    return study ? ok(study) : refuse('caseStudy.notFound');
  }

  private isProved(tx: Tx, contractId: string): Promise<boolean> {
    return this.unitOfWork.asSystem(tx, 'caseStudy', (system) => this.cases.isRegistered(system, contractId));
  }

  private change(
    actor: PersonActor,
    id: string,
    event: string,
    reason: string | null,
    decide: (tx: Tx, study: CaseStudy) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const before = await this.cases.forUpdate(tx, id);
      if (!before) return refuse('caseStudy.notFound');
      const decided = await decide(tx, before);
      if (!decided.ok) return decided;
      return ok(await this.save(tx, event, before, { ...decided.value, stateReason: reason }));
    });
  }

  private async save(tx: Tx, event: string, before: CaseStudy, changed: CaseStudy): Promise<CaseStudy> {
    const after = { ...changed, version: before.version + 1, updatedAt: this.clock.now() };
    await this.cases.save(tx, after);
    await this.record(tx, event, before, after);
    if ([before.state, after.state].includes('published'))
      await this.outbox.append(tx, { topic: caseStudyChanged, payload: { caseStudyId: after.id } });
    return after;
  }

  private async record(tx: Tx, event: string, before: CaseStudy | null, after: CaseStudy): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'caseStudy',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.stateReason !== null && { reason: after.stateReason }),
      parties: [after.organizationId, ...after.partyIds],
      before,
      after,
    });
  }
}

function moved(study: CaseStudy, event: 'submit' | 'decline' | 'publish' | 'return' | 'withdraw'): Outcome {
  const next = transition(caseStudyTransitions, study.state, event);
  return next.ok ? ok({ ...study, state: next.value }) : next;
}
