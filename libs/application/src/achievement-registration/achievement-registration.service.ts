import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { registrationNumber, type AchievementKind } from '#domain/achievement/achievement.js';
import {
  checkForm,
  gapsOf,
  moveRegistration,
  registrationFormChangeTransitions,
  type AchievementRegistration,
  type AchievementRegistrationEvent,
  type FormGap,
  type FormRefusal,
  type RefusalGround,
  type RegistrationFormChange,
} from '#domain/achievement-registration/achievement-registration.js';
import type { RegistrationForm } from '#domain/achievement-registration/registration-form.js';
import { beijingDate, fiscalYear } from '#domain/calendar/local-date.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { RelationService } from '../relation/relation.service.js';
import { ShareAgreementService } from '../share-agreement/share-agreement.service.js';
import { AchievementRegistrationRepository, type RegisterLine } from './achievement-registration.repository.js';

export type { RegisterLine } from './achievement-registration.repository.js';

type NotFound = Refusal<'achievementRegistration.notFound'>;
export type RegistrationRefusal =
  | NotFound
  | FormRefusal
  | Refusal<
      | 'achievement.notFound'
      | 'achievement.secret'
      | 'shareAgreement.notAgreed'
      | 'achievementRegistration.openAlready'
      | 'achievementRegistration.notOpen'
      | 'achievementRegistration.inventorsDiffer'
      | 'achievementRegistration.evaluationNegative'
      | 'achievementRegistration.recused'
      | 'achievementRegistration.duplicateUnexplained'
      | 'achievementRegistration.changeOpen'
      | 'achievementRegistration.changeNotFound'
      | 'achievement.numbersExhausted'
      | 'state.notAllowed'
      | 'version.stale'
    >;

export interface RegistrationDetail {
  readonly registration: AchievementRegistration;
  readonly gaps: readonly FormGap[];
  /** For the bureau: others with the same title. */
  readonly duplicates: readonly AchievementRegistration[];
}

type Answer = Result<AchievementRegistration, RegistrationRefusal>;

/** 成果登记: the unit drafts and submits, the bureau reviews and numbers; later changes and revocations. */
@Injectable()
export class AchievementRegistrationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: AchievementRegistrationRepository,
    private readonly achievements: AchievementService,
    private readonly agreements: ShareAgreementService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async draft(
    actor: PersonActor,
    achievementId: string,
    kind: AchievementKind,
    form: RegistrationForm,
  ): Promise<Answer> {
    return this.unitOfWork.run(actor, async (tx): Promise<Answer> => {
      const achievement = await this.achievements.find(tx, achievementId);
      if (!achievement || !actsFor(actor, achievement.organizationId)) return refuse('achievement.notFound');
      if (achievement.secret) return refuse('achievement.secret');
      const now = this.clock.now();
      const registration: AchievementRegistration = {
        id: uuid(),
        achievementId,
        organizationId: actor.organizationId,
        origin: 'filed',
        kind,
        form,
        state: 'draft',
        number: null,
        registeredOn: null,
        revision: 1,
        findings: [],
        refusalGround: null,
        reason: null,
        filedBy: actor.personId,
        reviewedBy: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      if (!(await this.registrations.insert(tx, registration))) return refuse('achievementRegistration.openAlready');
      await this.record(tx, 'draft', null, registration);
      return ok(registration);
    });
  }

  /** The unit writes the form anew, as long as it is not before the bureau. */
  async rewrite(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    kind: AchievementKind,
    form: RegistrationForm,
  ): Promise<Answer> {
    return this.own(actor, id, async (tx, before): Promise<Answer> => {
      if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
      if (before.state !== 'draft' && before.state !== 'returned') {
        return refuse('achievementRegistration.notOpen', { state: before.state });
      }
      return ok(await this.keep(tx, 'rewrite', before, { ...this.touched(before), kind, form }));
    });
  }

  async submit(actor: PersonActor, id: string): Promise<Answer> {
    return this.own(actor, id, async (tx, before): Promise<Answer> => {
      const moved = this.moved(before, 'submit');
      if (!moved.ok) return moved;
      const sound = await this.sound(tx, before, before.form);
      if (!sound.ok) return sound;
      return ok(await this.keep(tx, 'submit', before, { ...moved.value, findings: [], reason: null }));
    });
  }

  async withdraw(actor: PersonActor, id: string): Promise<Answer> {
    return this.own(actor, id, async (tx, before): Promise<Answer> => {
      const moved = this.moved(before, 'withdraw');
      return moved.ok ? ok(await this.keep(tx, 'withdraw', before, moved.value)) : moved;
    });
  }

  /** Back to the unit with everything that is wrong. */
  async sendBack(actor: PersonActor, id: string, findings: readonly string[]): Promise<Answer> {
    return this.review(actor, id, 'return', async (tx, before, moved) =>
      ok(await this.keep(tx, 'return', before, { ...moved, findings }, findings.join('；'))),
    );
  }

  async refuse(actor: PersonActor, id: string, ground: RefusalGround, reason: string): Promise<Answer> {
    return this.review(actor, id, 'refuse', async (tx, before, moved) =>
      ok(await this.keep(tx, 'refuse', before, { ...moved, refusalGround: ground, reason }, reason)),
    );
  }

  /** The number is issued in this transaction: one that rolls back takes it back, so that there are no gaps. */
  async accept(actor: PersonActor, id: string, duplicateNote: string | null): Promise<Answer> {
    return this.review(actor, id, 'accept', async (tx, before, moved): Promise<Answer> => {
      const sound = await this.sound(tx, before, before.form);
      if (!sound.ok) return sound;
      const duplicates = await this.registrations.duplicates(tx, before);
      if (duplicates.length > 0 && duplicateNote === null) {
        const known = duplicates.map(({ number, form }) => number ?? `${form.firstUnit}（审核中）`);
        return refuse('achievementRegistration.duplicateUnexplained', { known: known.join('、') }, '/duplicateNote');
      }
      const now = this.clock.now();
      const year = fiscalYear(now);
      const serial = await this.registrations.nextSerial(tx, year, before.kind);
      if (serial === null) return refuse('achievement.numbersExhausted', { year: String(year) });
      const number = registrationNumber(year, before.kind, serial);
      const after = { ...moved, number, registeredOn: beijingDate(now), reason: duplicateNote };
      await this.keep(tx, 'accept', before, after, duplicateNote ?? undefined);
      await this.number(tx, after, number);
      return ok(after);
    });
  }

  /** Found wrong later: the number stays on record and is never issued again. */
  async revoke(actor: PersonActor, id: string, reason: string): Promise<Answer> {
    return this.review(actor, id, 'revoke', async (tx, before, moved): Promise<Answer> => {
      await this.keep(tx, 'revoke', before, { ...moved, reason }, reason);
      await this.number(tx, before, null);
      return ok({ ...moved, reason });
    });
  }

  async askChange(
    actor: PersonActor,
    id: string,
    form: RegistrationForm,
    reason: string,
  ): Promise<Result<RegistrationFormChange, RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RegistrationFormChange, RegistrationRefusal>> => {
      const registration = await this.registrations.forUpdate(tx, id);
      if (!registration || !actsFor(actor, registration.organizationId))
        return refuse('achievementRegistration.notFound');
      if (registration.state !== 'registered' || registration.achievementId === null) {
        return refuse('achievementRegistration.notOpen', { state: registration.state });
      }
      const sound = await this.sound(tx, registration, form);
      if (!sound.ok) return sound;
      const change: RegistrationFormChange = {
        id: uuid(),
        registrationId: id,
        organizationId: registration.organizationId,
        form,
        before: registration.form,
        reason,
        state: 'asked',
        decisionReason: null,
        askedBy: actor.personId,
        decidedBy: null,
        createdAt: this.clock.now(),
        decidedAt: null,
      };
      if (!(await this.registrations.insertChange(tx, change))) return refuse('achievementRegistration.changeOpen');
      await this.recordChange(tx, 'ask', null, change, reason);
      return ok(change);
    });
  }

  async decideChange(
    actor: PersonActor,
    changeId: string,
    decision: 'approve' | 'refuse',
    reason: string,
  ): Promise<Result<RegistrationFormChange, RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RegistrationFormChange, RegistrationRefusal>> => {
      const change = await this.registrations.changeForUpdate(tx, changeId);
      if (!change) return refuse('achievementRegistration.changeNotFound');
      const next = transition(registrationFormChangeTransitions, change.state, decision);
      if (!next.ok) return next;
      const registration = await this.registrations.forUpdate(tx, change.registrationId);
      if (registration?.state !== 'registered') return refuse('achievementRegistration.notOpen', { state: 'revoked' });
      const concerned = await this.concerned(tx, actor, registration);
      if (concerned !== null) return refuse('achievementRegistration.recused', { reason: concerned });
      const decided: RegistrationFormChange = {
        ...change,
        state: next.value,
        decisionReason: reason,
        decidedBy: actor.personId,
        decidedAt: this.clock.now(),
      };
      await this.registrations.saveChange(tx, decided);
      await this.recordChange(tx, decision, change, decided, reason);
      if (decision === 'approve') {
        const after = { ...this.touched(registration), form: change.form, revision: registration.revision + 1 };
        await this.keep(tx, 'change', registration, after, change.reason);
      }
      return ok(decided);
    });
  }

  async changes(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<readonly RegistrationFormChange[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<readonly RegistrationFormChange[], NotFound>> => {
      if (!(await this.registrations.find(tx, id))) return refuse('achievementRegistration.notFound');
      return ok(await this.registrations.changes(tx, id, after, limit));
    });
  }

  async list(actor: PersonActor, state: string | null, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.registrations.list(tx, state, after, limit));
  }

  async get(actor: PersonActor, id: string): Promise<Result<RegistrationDetail, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RegistrationDetail, NotFound>> => {
      const registration = await this.registrations.find(tx, id);
      if (!registration) return refuse('achievementRegistration.notFound');
      const { achievementId, kind, form } = registration;
      const materials = achievementId === null ? [] : await this.registrations.materialKinds(tx, achievementId);
      const open = registration.origin === 'filed' && registration.state !== 'registered';
      return ok({
        registration,
        gaps: open ? gapsOf(kind, form, materials, beijingDate(this.clock.now())) : [],
        // Row-level security shows a unit its own only.
        duplicates: await this.registrations.duplicates(tx, registration),
      });
    });
  }

  async register(after: string | null, limit: number): Promise<RegisterLine[]> {
    return this.registrations.publicList(after, limit);
  }

  async findPublic(number: string): Promise<Result<RegisterLine, NotFound>> {
    const found = await this.registrations.publicByNumber(number);
    return found ? ok(found) : refuse('achievementRegistration.notFound');
  }

  /** Complete, of agreed inventors, and with no evaluation against it. */
  private async sound(
    tx: Tx,
    { achievementId, kind }: AchievementRegistration,
    form: RegistrationForm,
  ): Promise<Result<null, RegistrationRefusal>> {
    const id = achievementId ?? '';
    const agreement = await this.agreements.inForce(tx, id);
    if (!agreement) return refuse('shareAgreement.notAgreed', { silent: '尚未发起或尚未签完' });
    const agreed = agreement.inventors.map(({ name }) => name);
    const same = agreed.length === form.inventors.length && agreed.every((name) => form.inventors.includes(name));
    if (!same) {
      return refuse('achievementRegistration.inventorsDiffer', { agreed: agreed.join('、') }, '/form/inventors');
    }
    if (form.evaluationPositive === false) return refuse('achievementRegistration.evaluationNegative');
    const materials = await this.registrations.materialKinds(tx, id);
    const complete = checkForm(kind, form, materials, beijingDate(this.clock.now()));
    return complete.ok ? ok(null) : complete;
  }

  private own(
    actor: PersonActor,
    id: string,
    work: (tx: Tx, before: AchievementRegistration) => Promise<Answer>,
  ): Promise<Answer> {
    return this.unitOfWork.run(actor, async (tx): Promise<Answer> => {
      const before = await this.registrations.forUpdate(tx, id);
      if (!before || before.origin !== 'filed' || !actsFor(actor, before.organizationId)) {
        return refuse('achievementRegistration.notFound');
      }
      return work(tx, before);
    });
  }

  /** A step of the bureau: never by who made the achievement or is related to its unit. */
  private review(
    actor: PersonActor,
    id: string,
    event: AchievementRegistrationEvent,
    work: (tx: Tx, before: AchievementRegistration, moved: AchievementRegistration) => Promise<Answer>,
  ): Promise<Answer> {
    return this.unitOfWork.run(actor, async (tx): Promise<Answer> => {
      const before = await this.registrations.forUpdate(tx, id);
      if (!before || before.state === 'draft') return refuse('achievementRegistration.notFound');
      const moved = this.moved(before, event);
      if (!moved.ok) return moved;
      const concerned = await this.concerned(tx, actor, before);
      if (concerned !== null) return refuse('achievementRegistration.recused', { reason: concerned });
      return work(tx, before, { ...moved.value, reviewedBy: actor.personId });
    });
  }

  private async concerned(tx: Tx, actor: PersonActor, registration: AchievementRegistration): Promise<string | null> {
    if (registration.origin === 'oldRegister') return null;
    const agreement = await this.agreements.inForce(tx, registration.achievementId ?? '');
    if (agreement?.inventors.some(({ personId }) => personId === actor.personId)) return '成果完成人';
    return this.relations.conflict(tx, actor.personId, { kind: 'organization', id: registration.organizationId });
  }

  private async number(tx: Tx, { achievementId, kind }: AchievementRegistration, number: string | null): Promise<void> {
    if (achievementId === null) return;
    await this.unitOfWork.asSystem(tx, 'achievementRegistration', (system) =>
      this.achievements.setNumber(system, achievementId, kind, number),
    );
  }

  private moved = (before: AchievementRegistration, event: AchievementRegistrationEvent) =>
    moveRegistration(before, event, this.clock.now());

  private touched = (before: AchievementRegistration): AchievementRegistration => ({
    ...before,
    updatedAt: this.clock.now(),
    version: before.version + 1,
  });

  private async keep(
    tx: Tx,
    event: string,
    before: AchievementRegistration,
    after: AchievementRegistration,
    reason?: string,
  ): Promise<AchievementRegistration> {
    await this.registrations.save(tx, after);
    await this.record(tx, event, before, after, reason);
    return after;
  }

  private record(
    tx: Tx,
    event: string,
    before: AchievementRegistration | null,
    after: AchievementRegistration,
    reason?: string,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'achievementRegistration',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      parties: [after.organizationId],
      before,
      after,
    });
  }

  private recordChange(
    tx: Tx,
    event: string,
    before: RegistrationFormChange | null,
    after: RegistrationFormChange,
    reason: string,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'registrationFormChange',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      reason,
      parties: [after.organizationId],
      before,
      after,
    });
  }
}
