import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate } from '#domain/calendar/local-date.js';
import {
  brokerGrades,
  brokerGradeTitles,
  brokerPolicyOn,
  type BrokerGrade,
} from '#domain/broker-recognition/broker.policy.js';
import {
  brokerRecognitionTransitions,
  casebookScore,
  meetsConditions,
  termOf,
  type BrokerRecognition,
  type BrokerRecognitionEvent,
  type ConditionRefusal,
} from '#domain/broker-recognition/broker-recognition.js';
import type { PublicNotice } from '#domain/public-notice/public-notice.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { PublicNoticeService, type NoticeFollower } from '../public-notice/public-notice.service.js';
import { RelationService } from '../relation/relation.service.js';
import { brokerChanged } from '../search/search.jobs.js';
import { BrokerRecognitionRepository } from './broker-recognition.repository.js';

export type RecognitionRefusal =
  | ConditionRefusal
  | Refusal<
      | 'brokerRecognition.notFound'
      | 'brokerRecognition.openAlready'
      | 'brokerRecognition.standsAlready'
      | 'brokerRecognition.gradeNotHigher'
      | 'brokerRecognition.gradeDiffers'
      | 'brokerRecognition.certificateInFuture'
      | 'brokerRecognition.sameEyes'
      | 'brokerRecognition.conflict'
      | 'state.notAllowed'
    >;
type Outcome = Result<BrokerRecognition, RecognitionRefusal>;
export type NewRecognition = Pick<
  BrokerRecognition,
  | 'kind'
  | 'grade'
  | 'certificateNumber'
  | 'certificateIssuer'
  | 'certificateIssuedOn'
  | 'statement'
  | 'publicConsent'
  | 'creditConsent'
>;
/** A recognition with what is known of its paper: null until all its sheets are there. */
export interface RecognitionWithScore {
  readonly recognition: BrokerRecognition;
  readonly casebookScore: number | null;
}

const maxPerRun = 200;

/** Recognition of brokers: applied for, examined, decided by other eyes, posted, in force for a term, reminded, ended. */
@Injectable()
export class BrokerRecognitionService implements NoticeFollower {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recognitions: BrokerRecognitionRepository,
    private readonly notices: PublicNoticeService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    this.notices.follow('brokerRecognition', this);
  }

  async draft(actor: PersonActor, given: NewRecognition): Promise<Outcome> {
    if (given.certificateIssuedOn > this.today()) {
      return refuse('brokerRecognition.certificateInFuture', {}, '/certificateIssuedOn');
    }
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
        const fits = await this.fitsStanding(tx, actor.personId, given);
        if (!fits.ok) return fits;
        const now = this.clock.now();
        const recognition: BrokerRecognition = {
          ...given,
          id: uuid(),
          personId: actor.personId,
          personName: await this.recognitions.personName(tx, actor.personId),
          organizationId: actor.organizationId,
          state: 'draft',
          recognitionNumber: null,
          validFrom: null,
          validUntil: null,
          noticeId: null,
          examinedBy: null,
          decidedBy: null,
          stateReason: null,
          version: 1,
          createdAt: now,
          updatedAt: now,
        };
        await this.recognitions.insert(tx, recognition);
        await this.record(tx, 'create', null, recognition);
        return ok(recognition);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'broker_recognition_open_once') throw error;
      return refuse('brokerRecognition.openAlready');
    }
  }

  async submit(actor: PersonActor, id: string): Promise<Outcome> {
    return this.own(actor, id, 'submit', null);
  }

  async withdraw(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.own(actor, id, 'withdraw', reason);
  }

  /** Whether the public register names the person, and shows a level of credit: theirs to say, at any time. */
  async consent(
    actor: PersonActor,
    id: string,
    given: { publicConsent: boolean; creditConsent: boolean },
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.recognitions.forUpdate(tx, id);
      if (found?.personId !== actor.personId) return refuse('brokerRecognition.notFound');
      return ok(await this.save(tx, 'consent', found, { ...found, ...given }));
    });
  }

  /** The first officer: everything is there, the paper is passed; or it goes back, or is refused with a reason. */
  async examine(
    actor: PersonActor,
    id: string,
    decision: 'examine' | 'return' | 'refuse',
    reason: string,
  ): Promise<Outcome> {
    return this.officer(actor, id, decision, reason, async (tx, found) => {
      if (decision !== 'examine') return ok({});
      const today = this.today();
      const facts = await this.unitOfWork.asSystem(tx, 'brokerRecognition', async (system) => ({
        trainings: await this.recognitions.trainingsOf(system, found.personId),
        sheets: await this.recognitions.sheetsOf(system, id),
        current: (await this.recognitions.standingOf(system, found.personId))[0] ?? null,
      }));
      const met = meetsConditions(found, facts, brokerPolicyOn(today), today);
      return met.ok ? ok({ examinedBy: actor.personId }) : met;
    });
  }

  /** The second officer: posts the notice, or sends it back to the first. */
  async decide(actor: PersonActor, id: string, decision: 'publicize' | 'sendBack', reason: string): Promise<Outcome> {
    return this.officer(actor, id, decision, reason, async (tx, found) => {
      if (found.examinedBy === actor.personId) return refuse('brokerRecognition.sameEyes');
      if (decision === 'sendBack') return ok({ examinedBy: null });
      const notice = await this.unitOfWork.asSystem(tx, 'brokerRecognition', (system) =>
        this.notices.post(system, {
          organizationId: actor.organizationId,
          subjectKind: 'brokerRecognition',
          subjectId: id,
          title: `拟认定${brokerGradeTitles[found.grade]}公示`,
          items: [
            { label: '姓名', value: found.personName },
            { label: '拟认定等级', value: brokerGradeTitles[found.grade] },
            { label: '培训证书', value: `${found.certificateIssuer} ${found.certificateNumber}` },
          ],
          days: brokerPolicyOn(this.today()).noticeDays,
        }),
      );
      return ok({ decidedBy: actor.personId, noticeId: notice.id });
    });
  }

  /** A person of the bureau suspends, restores or withdraws what was recognized: nothing of it happens by itself. */
  async rule(
    actor: PersonActor,
    id: string,
    event: 'suspend' | 'restore' | 'revoke',
    reason: string,
  ): Promise<Outcome> {
    return this.officer(actor, id, event, reason, async () => ok({}));
  }

  async get(actor: PersonActor, id: string): Promise<Result<RecognitionWithScore, RecognitionRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RecognitionWithScore, RecognitionRefusal>> => {
      const recognition = await this.recognitions.find(tx, id);
      if (!recognition) return refuse('brokerRecognition.notFound');
      const sheets = await this.unitOfWork.asSystem(tx, 'brokerRecognition', (system) =>
        this.recognitions.sheetsOf(system, id),
      );
      return ok({ recognition, casebookScore: casebookScore(sheets, brokerPolicyOn(this.today())) });
    });
  }

  async list(
    actor: PersonActor,
    state: string | null,
    after: string | null,
    limit: number,
  ): Promise<BrokerRecognition[]> {
    return this.unitOfWork.run(actor, (tx) => this.recognitions.list(tx, state, after, limit));
  }

  async noticeSuspended(): Promise<void> {
    // Its end is told by noticeEnded or noticeStopped.
  }

  async noticeResumed(): Promise<void> {
    // As above.
  }

  async noticeStopped(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    const found = await this.posted(tx, subjectId);
    await this.save(tx, 'stopNotice', found, {
      ...found,
      ...{ state: 'submitted', examinedBy: null, decidedBy: null, noticeId: null, stateReason: '异议成立，退回审查' },
    });
  }

  async noticeEnded(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    const found = await this.posted(tx, subjectId);
    const today = this.today();
    const standing = await this.recognitions.standingOf(tx, found.personId);
    const policy = brokerPolicyOn(today);
    // An upgrade takes the place of what stands; anything else follows what is still running, whatever it was meant to be.
    const kind = found.kind !== 'upgrade' && standing.length > 0 ? 'renewal' : found.kind;
    if (kind === 'upgrade') for (const one of standing) await this.supersede(tx, one);
    const serial = await this.recognitions.nextSerial(tx, today.slice(0, 4));
    await this.save(tx, 'endNotice', found, {
      ...found,
      ...termOf(kind, standing[0] ?? null, policy, today),
      state: 'recognized',
      stateReason: '公示期满无未决异议',
      recognitionNumber: `QYJJ-${today.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    });
  }

  /** Ends terms that are over. */
  async expireDue(actor: SystemActor): Promise<number> {
    for (let ended = 0; ended < maxPerRun; ended += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const one = await this.recognitions.claimOver(tx, this.today());
        if (one) await this.save(tx, 'expire', one, { ...one, state: 'expired', stateReason: '有效期届满' });
        return one;
      });
      if (!found) return ended;
    }
    return maxPerRun;
  }

  /** Reminds each broker of the end of their term, once for each step of the policy. */
  async remind(actor: SystemActor): Promise<number> {
    const today = this.today();
    let reminded = 0;
    for (const days of [...brokerPolicyOn(today).remindDaysBefore].sort((a, b) => a - b)) {
      reminded += await this.unitOfWork.run(actor, async (tx) => {
        const ending = await this.recognitions.claimEnding(tx, days, today, addDays(today, days), maxPerRun);
        for (const one of ending) {
          await this.recognitions.reminded(tx, one.id, days);
          const reason = `认定有效期至 ${one.validUntil ?? ''}，请于届满前申请续期`;
          await this.record(tx, 'remind', one, { ...one, stateReason: reason });
        }
        return ending.length;
      });
    }
    return reminded;
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }

  private async fitsStanding(
    tx: Tx,
    personId: string,
    given: NewRecognition,
  ): Promise<Result<null, RecognitionRefusal>> {
    const [current] = await this.recognitions.standingOf(tx, personId);
    if (!current) return given.kind === 'first' ? ok(null) : refuse('brokerRecognition.nothingToRenew', {}, '/kind');
    if (given.kind === 'first') return refuse('brokerRecognition.standsAlready', {}, '/kind');
    const higher = rankOf(given.grade) > rankOf(current.grade);
    if (given.kind === 'upgrade' && !higher) return refuse('brokerRecognition.gradeNotHigher', {}, '/grade');
    if (given.kind === 'renewal' && given.grade !== current.grade) {
      return refuse('brokerRecognition.gradeDiffers', {}, '/grade');
    }
    return ok(null);
  }

  private own(actor: PersonActor, id: string, event: 'submit' | 'withdraw', reason: string | null): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.recognitions.forUpdate(tx, id);
      if (found?.personId !== actor.personId) return refuse('brokerRecognition.notFound');
      return this.step(tx, found, event, reason, {});
    });
  }

  /** A step of the bureau: never in one's own matter, never with an interest. */
  private officer(
    actor: PersonActor,
    id: string,
    event: BrokerRecognitionEvent,
    reason: string,
    change: (tx: Tx, found: BrokerRecognition) => Promise<Result<Partial<BrokerRecognition>, RecognitionRefusal>>,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.recognitions.forUpdate(tx, id);
      if (!found) return refuse('brokerRecognition.notFound');
      const next = transition(brokerRecognitionTransitions, found.state, event);
      if (!next.ok) return next;
      const related = await this.relations.conflict(tx, actor.personId, [
        { kind: 'person', id: found.personId },
        { kind: 'organization', id: found.organizationId },
      ]);
      if (related !== null) return refuse('brokerRecognition.conflict', { reason: related });
      const changed = await change(tx, found);
      return changed.ok ? this.step(tx, found, event, reason, changed.value) : changed;
    });
  }

  private async step(
    tx: Tx,
    found: BrokerRecognition,
    event: BrokerRecognitionEvent,
    reason: string | null,
    change: Partial<BrokerRecognition>,
  ): Promise<Outcome> {
    const next = transition(brokerRecognitionTransitions, found.state, event);
    if (!next.ok) return next;
    return ok(await this.save(tx, event, found, { ...found, ...change, state: next.value, stateReason: reason }));
  }

  private async supersede(tx: Tx, one: BrokerRecognition): Promise<void> {
    const event = one.state === 'suspended' ? 'revoke' : 'supersede';
    const next = transition(brokerRecognitionTransitions, one.state, event);
    if (!next.ok) throw new Error(`recognition ${one.id} does not stand`);
    await this.save(tx, event, one, { ...one, state: next.value, stateReason: '已认定更高等级' });
  }

  private async posted(tx: Tx, id: string): Promise<BrokerRecognition> {
    const found = await this.recognitions.forUpdate(tx, id);
    if (found?.state !== 'publicized') throw new Error(`recognition ${id} has no running notice`);
    return found;
  }

  private async save(tx: Tx, event: string, before: BrokerRecognition, changed: BrokerRecognition) {
    const after = { ...changed, version: before.version + 1, updatedAt: this.clock.now() };
    const write = (by: Tx): Promise<void> => this.recognitions.save(by, after);
    // A draft is out of the bureau's sight, so the officer who returns one cannot write it under his own eyes.
    await (after.state === 'draft' ? this.unitOfWork.asSystem(tx, 'brokerRecognition', write) : write(tx));
    await this.record(tx, event, before, after);
    await this.outbox.append(tx, { topic: brokerChanged, payload: { personId: after.personId } });
    return after;
  }

  private async record(
    tx: Tx,
    event: string,
    before: BrokerRecognition | null,
    after: BrokerRecognition,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'brokerRecognition',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.stateReason !== null && { reason: after.stateReason }),
      parties: [after.organizationId],
      ...(before && { before }),
      after,
    });
  }
}

const rankOf = (grade: BrokerGrade): number => brokerGrades.indexOf(grade);
