import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { brokerAffiliationTransitions, type BrokerAffiliation } from '#domain/broker-affiliation/broker-affiliation.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition, type EventOf } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { brokerChanged } from '../search/search.jobs.js';
import { BrokerAffiliationRepository } from './broker-affiliation.repository.js';

export type AffiliationRefusal = Refusal<
  | 'brokerAffiliation.notFound'
  | 'brokerAffiliation.notMember'
  | 'brokerAffiliation.sameAgency'
  | 'brokerAffiliation.requestedAlready'
  | 'brokerAffiliation.ownRequest'
  | 'state.notAllowed'
>;
type Outcome = Result<BrokerAffiliation, AffiliationRefusal>;
type AffiliationEvent = EventOf<typeof brokerAffiliationTransitions>;

/** Practice of brokers for agencies: asked for, confirmed by the agency, one at a time; the next one ends the one before. */
@Injectable()
export class BrokerAffiliationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly affiliations: BrokerAffiliationRepository,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async request(actor: PersonActor): Promise<Outcome> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
        const { personId, organizationId } = actor;
        const works = await this.unitOfWork.asSystem(tx, 'brokerAffiliation', (system) =>
          this.affiliations.worksAt(system, personId, organizationId),
        );
        if (!works) return refuse('brokerAffiliation.notMember');
        if ((await this.affiliations.agencyOf(tx, personId)) === organizationId) {
          return refuse('brokerAffiliation.sameAgency');
        }
        const affiliation: BrokerAffiliation = {
          ...{ id: uuid(), personId, agencyOrganizationId: organizationId, state: 'requested' as const },
          ...{ since: null, endedAt: null, reason: null, version: 1, createdAt: this.clock.now() },
        };
        await this.affiliations.insert(tx, affiliation);
        await this.record(tx, 'request', null, affiliation);
        return ok(affiliation);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'broker_affiliation_request_once') throw error;
      return refuse('brokerAffiliation.requestedAlready');
    }
  }

  /** The agency's manager takes the broker on; what they practised for before ends at the same moment (转所). */
  async confirm(actor: PersonActor, id: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.affiliations.forUpdate(tx, id);
      if (!found || !manages(actor, found)) return refuse('brokerAffiliation.notFound');
      if (found.personId === actor.personId) return refuse('brokerAffiliation.ownRequest');
      const next = transition(brokerAffiliationTransitions, found.state, 'confirm');
      if (!next.ok) return next;
      const now = this.clock.now();
      await this.unitOfWork.asSystem(tx, 'brokerAffiliation', async (system) => {
        const before = await this.affiliations.activeOf(system, found.personId);
        if (!before) return;
        const ended = { ...before, state: 'ended' as const, endedAt: now, reason: '转到其他机构执业' };
        await this.save(system, 'end', before, ended);
      });
      return ok(await this.save(tx, 'confirm', found, { ...found, state: next.value, since: now }));
    });
  }

  async refuse(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.step(actor, id, 'refuse', reason, (found) => manages(actor, found));
  }

  async withdraw(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.step(actor, id, 'withdraw', reason, (found) => found.personId === actor.personId);
  }

  /** Either of them ends it. */
  async end(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    const may = (found: BrokerAffiliation) => found.personId === actor.personId || manages(actor, found);
    return this.step(actor, id, 'end', reason, may);
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    const found = await this.unitOfWork.run(actor, (tx) => this.affiliations.find(tx, id));
    return found ? ok(found) : refuse('brokerAffiliation.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<BrokerAffiliation[]> {
    return this.unitOfWork.run(actor, (tx) => this.affiliations.list(tx, after, limit));
  }

  /** Where a person practises now; null: nowhere. */
  async agencyOf(tx: Tx, personId: string): Promise<string | null> {
    return this.unitOfWork.asSystem(tx, 'brokerAffiliation', (system) => this.affiliations.agencyOf(system, personId));
  }

  private step(
    actor: PersonActor,
    id: string,
    event: AffiliationEvent,
    reason: string,
    may: (found: BrokerAffiliation) => boolean,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.affiliations.forUpdate(tx, id);
      if (!found || !may(found)) return refuse('brokerAffiliation.notFound');
      const next = transition(brokerAffiliationTransitions, found.state, event);
      if (!next.ok) return next;
      const endedAt = event === 'end' ? this.clock.now() : null;
      return ok(await this.save(tx, event, found, { ...found, state: next.value, reason, endedAt }));
    });
  }

  private async save(tx: Tx, event: string, before: BrokerAffiliation, changed: BrokerAffiliation) {
    const after = { ...changed, version: before.version + 1 };
    await this.affiliations.save(tx, after);
    await this.record(tx, event, before, after);
    await this.outbox.append(tx, { topic: brokerChanged, payload: { personId: after.personId } });
    return after;
  }

  private async record(tx: Tx, event: string, before: BrokerAffiliation | null, after: BrokerAffiliation) {
    await this.journal.record(tx, {
      subjectKind: 'brokerAffiliation',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.reason !== null && { reason: after.reason }),
      parties: [after.agencyOrganizationId],
      ...(before && { before }),
      after,
    });
  }
}

const manages = (actor: PersonActor, { agencyOrganizationId }: BrokerAffiliation): boolean =>
  actsFor(actor, agencyOrganizationId) && hasRole(actor, 'agencyManager');
