import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { brokerPolicyOn } from '#domain/broker-recognition/broker.policy.js';
import {
  brokerTrainingTransitions,
  sheetWanted,
  type BrokerTraining,
  type CasebookSheet,
} from '#domain/broker-recognition/broker-recognition.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { BrokerCreditService } from '../broker-credit/broker-credit.service.js';
import { RelationService } from '../relation/relation.service.js';
import { BrokerRecognitionRepository } from './broker-recognition.repository.js';

export type TrainingRefusal = Refusal<
  | 'brokerTraining.notFound'
  | 'brokerTraining.inFuture'
  | 'brokerTraining.recordedAlready'
  | 'brokerRecognition.notFound'
  | 'brokerRecognition.conflict'
  | 'casebook.notDue'
  | 'casebook.writtenAlready'
  | 'state.notAllowed'
>;

/** Hours of training with their evidence, and the marks of the casebook paper: each examiner marks without seeing the others. */
@Injectable()
export class BrokerTrainingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recognitions: BrokerRecognitionRepository,
    private readonly relations: RelationService,
    private readonly credit: BrokerCreditService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async submit(
    actor: PersonActor,
    given: Pick<BrokerTraining, 'course' | 'provider' | 'heldOn' | 'hours' | 'evidence'>,
  ): Promise<Result<BrokerTraining, TrainingRefusal>> {
    const now = this.clock.now();
    if (given.heldOn > beijingDate(now)) return refuse('brokerTraining.inFuture', {}, '/heldOn');
    return this.unitOfWork.run(actor, async (tx): Promise<Result<BrokerTraining, TrainingRefusal>> => {
      const training: BrokerTraining = {
        ...given,
        id: uuid(),
        personId: actor.personId,
        state: 'submitted',
        decidedBy: null,
        decisionReason: null,
        createdAt: now,
      };
      if (!(await this.recognitions.insertTraining(tx, training))) return refuse('brokerTraining.recordedAlready');
      await this.record(tx, 'brokerTraining', training.id, 'submit', null, training.state, training);
      return ok(training);
    });
  }

  /** The bureau compares a training with its evidence. */
  async decide(
    actor: PersonActor,
    id: string,
    decision: 'confirm' | 'reject',
    reason: string,
  ): Promise<Result<BrokerTraining, TrainingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<BrokerTraining, TrainingRefusal>> => {
      const found = await this.recognitions.trainingForUpdate(tx, id);
      if (!found) return refuse('brokerTraining.notFound');
      const clear = await this.clear(tx, actor, found.personId);
      if (!clear.ok) return clear;
      const next = transition(brokerTrainingTransitions, found.state, decision);
      if (!next.ok) return next;
      const decided: BrokerTraining = {
        ...found,
        state: next.value,
        decidedBy: actor.personId,
        decisionReason: reason,
      };
      await this.recognitions.decideTraining(tx, decided);
      await this.record(tx, 'brokerTraining', id, decision, found.state, next.value, decided, reason);
      if (decision === 'confirm') {
        await this.credit.recordFact(tx, {
          personId: found.personId,
          kind: 'trainingConfirmed',
          occurredOn: found.heldOn,
          sourceKind: 'brokerTraining',
          sourceId: id,
          reason: `${found.course}（${found.hours} 学时）`,
        });
      }
      return ok(decided);
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<BrokerTraining, TrainingRefusal>> {
    const training = await this.unitOfWork.run(actor, (tx) => this.recognitions.findTraining(tx, id));
    return training ? ok(training) : refuse('brokerTraining.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<BrokerTraining[]> {
    return this.unitOfWork.run(actor, (tx) => this.recognitions.trainings(tx, after, limit));
  }

  /** One examiner's mark. A third is asked for only when two are far apart. */
  async mark(
    actor: PersonActor,
    recognitionId: string,
    given: Omit<CasebookSheet, 'examinerId'>,
  ): Promise<Result<CasebookSheet, TrainingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<CasebookSheet, TrainingRefusal>> => {
      const found = await this.recognitions.forUpdate(tx, recognitionId);
      if (!found) return refuse('brokerRecognition.notFound');
      const clear = await this.clear(tx, actor, found.personId);
      if (!clear.ok) return clear;
      const sheets = await this.unitOfWork.asSystem(tx, 'casebook', (system) =>
        this.recognitions.sheetsOf(system, recognitionId),
      );
      if (sheets.some(({ examinerId }) => examinerId === actor.personId)) return refuse('casebook.writtenAlready');
      const now = this.clock.now();
      const due = found.state === 'submitted' && found.kind !== 'renewal';
      if (!due || !sheetWanted(sheets, brokerPolicyOn(beijingDate(now)))) return refuse('casebook.notDue');
      const sheet: CasebookSheet = { ...given, examinerId: actor.personId };
      if (!(await this.recognitions.insertSheet(tx, found, sheet, now))) return refuse('casebook.writtenAlready');
      await this.record(tx, 'brokerRecognition', recognitionId, 'mark', null, null, { caseCode: sheet.caseCode });
      return ok(sheet);
    });
  }

  private async clear(tx: Tx, actor: PersonActor, personId: string) {
    const party = { kind: 'person' as const, id: personId };
    const reason = await this.relations.conflict(tx, actor.personId, party);
    return reason === null ? ok(null) : refuse('brokerRecognition.conflict', { reason });
  }

  private record(
    tx: Tx,
    subjectKind: string,
    subjectId: string,
    event: string,
    from: string | null,
    to: string | null,
    after: unknown,
    reason?: string,
  ): Promise<void> {
    const parties: string[] = [];
    return this.journal.record(tx, {
      ...{ subjectKind, subjectId, event, from, to, parties, after },
      ...(reason !== undefined && { reason }),
    });
  }
}
