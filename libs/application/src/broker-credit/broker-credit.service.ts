import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  brokerCreditEventTransitions,
  contestEvent,
  creditOf,
  decideAppeal,
  type BrokerCredit,
  type BrokerCreditEvent,
} from '#domain/broker-credit/broker-credit.js';
import { creditPolicyOn } from '#domain/broker-credit/broker-credit.policy.js';
import { systemActor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { RelationService } from '../relation/relation.service.js';
import { BrokerCreditRepository } from './broker-credit.repository.js';

export type CreditRefusal = Refusal<
  | 'brokerCredit.notFound'
  | 'brokerCredit.notBroker'
  | 'brokerCredit.recordedAlready'
  | 'brokerCredit.inFuture'
  | 'brokerCredit.appealLate'
  | 'brokerCredit.sameEyes'
  | 'brokerCredit.conflict'
  | 'state.notAllowed'
>;
export type CreditFact = Pick<
  BrokerCreditEvent,
  'personId' | 'kind' | 'occurredOn' | 'sourceKind' | 'sourceId' | 'reason'
>;
type Outcome = Result<BrokerCreditEvent, CreditRefusal>;

export interface CreditStatement {
  readonly personId: string;
  readonly credit: BrokerCredit;
  readonly events: readonly BrokerCreditEvent[];
}

/** Credit of brokers: events with their source, seen by the person, contested, corrected. It suspends nobody: a person does. */
@Injectable()
export class BrokerCreditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credit: BrokerCreditRepository,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A fact of the market's own registers, in the transaction that makes it one. Told twice it counts once. */
  async recordFact(tx: Tx, fact: CreditFact): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'brokerCredit', async (system) => void (await this.insert(system, fact, null)));
  }

  /** What an officer found in the transaction that records it: the same officer does not decide the appeal. */
  async recordFinding(tx: Tx, officerId: string, fact: CreditFact): Promise<void> {
    await this.unitOfWork.asSystem(
      tx,
      'brokerCredit',
      async (system) => void (await this.insert(system, fact, officerId)),
    );
  }

  /** An officer records what was found of a broker, with where that is on record. */
  async record(actor: PersonActor, fact: CreditFact): Promise<Outcome> {
    if (fact.occurredOn > this.today()) return refuse('brokerCredit.inFuture', {}, '/occurredOn');
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const known = await this.unitOfWork.asSystem(tx, 'brokerCredit', (system) =>
        this.credit.isBroker(system, fact.personId),
      );
      if (!known) return refuse('brokerCredit.notBroker', {}, '/personId');
      const clear = await this.clear(tx, actor, fact.personId);
      if (!clear.ok) return clear;
      const event = await this.insert(tx, fact, actor.personId);
      return event ? ok(event) : refuse('brokerCredit.recordedAlready');
    });
  }

  async contest(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.credit.forUpdate(tx, id);
      if (found?.personId !== actor.personId) return refuse('brokerCredit.notFound');
      const today = this.today();
      const contested = contestEvent(found, reason, creditPolicyOn(today), beijingDate(found.recordedAt), today);
      return contested.ok ? ok(await this.save(tx, 'contest', found, contested.value, reason)) : contested;
    });
  }

  /** Another officer decides an appeal; upheld, the event weighs nothing any more and stays on record as corrected. */
  async decide(actor: PersonActor, id: string, decision: 'uphold' | 'dismiss', reason: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.credit.forUpdate(tx, id);
      if (!found) return refuse('brokerCredit.notFound');
      const decided = decideAppeal(found, decision, actor.personId, reason);
      if (!decided.ok) return decided;
      const clear = await this.clear(tx, actor, found.personId);
      return clear.ok ? ok(await this.save(tx, decision, found, decided.value, reason)) : clear;
    });
  }

  async mine(actor: PersonActor): Promise<CreditStatement> {
    return this.unitOfWork.run(actor, (tx) => this.statement(tx, actor.personId));
  }

  /** For the bureau; a person without events and without practice does not exist here. */
  async of(actor: PersonActor, personId: string): Promise<Result<CreditStatement, CreditRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<CreditStatement, CreditRefusal>> => {
      const known = await this.unitOfWork.asSystem(tx, 'brokerCredit', (system) =>
        this.credit.isBroker(system, personId),
      );
      return known ? ok(await this.statement(tx, personId)) : refuse('brokerCredit.notFound');
    });
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    const event = await this.unitOfWork.run(actor, (tx) => this.credit.find(tx, id));
    return event ? ok(event) : refuse('brokerCredit.notFound');
  }

  /** Row-level security leaves a broker their own. */
  async list(actor: PersonActor, contested: boolean, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.credit.list(tx, contested, after, limit));
  }

  /** Levels that may be shown: nobody's while an appeal is open. */
  async publicLevels(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map();
    const events = await this.unitOfWork.run(systemActor('brokerCredit', 'public'), (tx) =>
      this.credit.ofPersons(tx, personIds),
    );
    const today = this.today();
    const levels = personIds.map((personId): [string, BrokerCredit] => [
      personId,
      creditOf(
        events.filter((event) => event.personId === personId),
        creditPolicyOn(today),
        today,
      ),
    ]);
    return new Map(levels.filter(([, { contested }]) => !contested).map(([personId, { level }]) => [personId, level]));
  }

  /** A contract with brokers was registered. */
  async dealCompleted(actor: SystemActor, registrationId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      for (const { personId, registeredOn } of await this.credit.brokersOf(tx, registrationId)) {
        const source = { sourceKind: 'contractRegistration', sourceId: registrationId };
        const reason = '促成的技术合同已认定登记';
        await this.insert(tx, { personId, kind: 'dealCompleted', occurredOn: registeredOn, ...source, reason }, null);
      }
    });
  }

  /** What an event stood on is gone: the event is corrected. */
  async sourceGone(actor: SystemActor, sourceId: string, reason: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      for (const event of await this.credit.ofSource(tx, sourceId)) {
        const next = transition(brokerCreditEventTransitions, event.state, 'annul');
        if (next.ok)
          await this.save(tx, 'annul', event, { ...event, state: next.value, decisionReason: reason }, reason);
      }
    });
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }

  private async statement(tx: Tx, personId: string): Promise<CreditStatement> {
    const events = await this.credit.ofPersons(tx, [personId]);
    const today = this.today();
    return { personId, events, credit: creditOf(events, creditPolicyOn(today), today) };
  }

  private async insert(tx: Tx, fact: CreditFact, recordedBy: string | null): Promise<BrokerCreditEvent | null> {
    const policy = creditPolicyOn(this.today());
    const event: BrokerCreditEvent = {
      ...fact,
      id: uuid(),
      state: 'recorded',
      points: policy.points[fact.kind],
      policyId: policy.id,
      recordedBy,
      recordedAt: this.clock.now(),
      appealReason: null,
      decidedBy: null,
      decisionReason: null,
      version: 1,
    };
    if (!(await this.credit.insert(tx, event))) return null;
    await this.note(tx, 'record', null, event, fact.reason);
    return event;
  }

  private async save(tx: Tx, event: string, before: BrokerCreditEvent, changed: BrokerCreditEvent, reason: string) {
    const after = { ...changed, version: before.version + 1 };
    await this.credit.save(tx, after);
    await this.note(tx, event, before, after, reason);
    return after;
  }

  private async clear(tx: Tx, actor: PersonActor, personId: string) {
    const party = { kind: 'person' as const, id: personId };
    const reason = await this.relations.conflict(tx, actor.personId, party);
    return reason === null ? ok(null) : refuse('brokerCredit.conflict', { reason });
  }

  private async note(
    tx: Tx,
    event: string,
    before: BrokerCreditEvent | null,
    after: BrokerCreditEvent,
    reason: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'brokerCreditEvent',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      reason,
      parties: [],
      ...(before && { before }),
      after,
    });
  }
}
