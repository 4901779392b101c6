import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  amendDemand,
  meetDemand,
  publishCollectedDemand,
  publishDemand,
  withdrawDemand,
  type Demand,
  type DemandContent,
} from '#domain/demand/demand.js';
import type { Upserted } from '#domain/import/import.js';
import { actsFor, systemActor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { changedMembers } from '#platform/text/canonical.js';
import { OrganizationService } from '../identity/organization.service.js';
import { DescriptionService } from '../matching/description.service.js';
import { demandClosed, demandPublished } from './demand.jobs.js';
import { DemandRepository } from './demand.repository.js';

export type DemandRefusal = Refusal<
  | 'organization.unverified'
  | 'demand.notFound'
  | 'demand.externalKeyTaken'
  | 'demand.tooVague'
  | 'demand.expired'
  | 'demand.closed'
  | 'state.notAllowed'
  | 'version.stale'
>;

/** Use cases of technology needs. */
@Injectable()
export class DemandService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: DemandRepository,
    private readonly organizations: OrganizationService,
    private readonly descriptions: DescriptionService,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async create(actor: PersonActor, content: DemandContent): Promise<Result<Demand, DemandRefusal>> {
    const now = this.clock.now();
    const demand: Demand = {
      ...content,
      id: uuid(),
      organizationId: actor.organizationId,
      state: 'draft',
      version: 1,
      createdAt: now,
      updatedAt: now,
      publishedAt: null,
    };
    return keyRefused(
      this.unitOfWork.run(actor, async (tx) => {
        await this.demands.insert(tx, demand);
        await this.journal.record(tx, { ...subject(demand), event: 'create', from: null, to: 'draft', after: demand });
        return ok(demand);
      }),
    );
  }

  /** `expectedVersion` is the version the editor saw (If-Match). */
  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    change: Partial<DemandContent>,
  ): Promise<Result<Demand, DemandRefusal>> {
    const amended = this.change(actor, id, 'amend', (demand) => {
      if (demand.version !== expectedVersion) return refuse('version.stale', { current: String(demand.version) });
      return amendDemand(demand, change, this.clock.now());
    });
    return keyRefused(amended);
  }

  async publish(actor: PersonActor, id: string): Promise<Result<Demand, DemandRefusal>> {
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Demand, DemandRefusal>> => {
      if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
      return this.change(actor, id, 'publish', (demand) => {
        const published = publishDemand(demand, now, beijingDate(now));
        if (published.ok || published.refusal.code !== 'demand.tooVague') return published;
        const { industry, example } = this.descriptions.check({ kind: 'demand', ...demand });
        return refuse('demand.tooVague', { industry, example }, '/summary');
      });
    });
  }

  async withdraw(actor: PersonActor, id: string): Promise<Result<Demand, DemandRefusal>> {
    return this.change(actor, id, 'withdraw', (demand) => withdrawDemand(demand, this.clock.now()));
  }

  /**
   * A contract on the demand has taken effect, in its transaction: the need is met and leaves the market, and its open
   * matches with it. Quiet when it left before. Whoever signs last need not own the demand.
   */
  async markMet(tx: Tx, id: string): Promise<void> {
    await this.unitOfWork.run(systemActor('demand', tx.actor.origin.requestId), async (system) => {
      const before = await this.demands.forUpdate(system, id);
      if (!before) return;
      const after = meetDemand(before, this.clock.now());
      if (!after.ok) return;
      await this.demands.save(system, after.value);
      await this.record(system, 'meet', before, after.value);
    });
  }

  /**
   * Creates or updates demands by the organization's own keys; a member left out stays as it is. A refused entry
   * wrote nothing. A demand of which no more than a title is known has its title as description.
   */
  async upsertByKeys(
    tx: Tx,
    organizationId: string,
    entries: readonly DemandEntry[],
    options: { readonly publish: boolean; readonly countyCode: string },
  ): Promise<readonly Result<Upserted, DemandRefusal>[]> {
    const keys = entries.map((entry) => entry.externalKey);
    const known = await this.demands.byKeys(tx, organizationId, keys);
    const results: Result<Upserted, DemandRefusal>[] = [];
    for (const entry of entries) {
      const before = known.get(entry.externalKey);
      results.push(
        before
          ? await this.update(tx, before, entry, options.publish)
          : await this.takeIn(
              tx,
              { ...newDemand(organizationId, this.clock.now()), ...unknownDemand(options), ...entry },
              options,
            ),
      );
    }
    return results;
  }

  private async takeIn(
    tx: Tx,
    given: Demand,
    { publish }: { readonly publish: boolean },
  ): Promise<Result<Upserted, DemandRefusal>> {
    const now = this.clock.now();
    const draft = { ...given, summary: given.summary || given.title };
    const published = publish ? publishCollectedDemand(draft, now, beijingDate(now)) : ok(draft);
    if (!published.ok) return published;
    const stored = { ...published.value, version: 1 };
    await this.demands.insert(tx, stored);
    await this.journal.record(tx, { ...subject(draft), event: 'create', from: null, to: 'draft', after: draft });
    if (publish) await this.record(tx, 'publish', draft, stored);
    return ok({ id: stored.id, outcome: 'created' });
  }

  private async update(
    tx: Tx,
    before: Demand,
    change: DemandEntry,
    publish: boolean,
  ): Promise<Result<Upserted, DemandRefusal>> {
    const changed = changedMembers(before, change);
    const publishes = publish && before.state === 'draft';
    if (changed === null && !publishes) return ok({ id: before.id, outcome: 'unchanged' });
    const now = this.clock.now();
    const amended = amendDemand(before, changed ?? {}, now);
    if (!amended.ok) return amended;
    const after = publishes ? publishCollectedDemand(amended.value, now, beijingDate(now)) : amended;
    if (!after.ok) return after;
    await this.demands.save(tx, after.value);
    await this.record(tx, publishes ? 'publish' : 'amend', before, after.value);
    return ok({ id: before.id, outcome: 'updated' });
  }

  /** A public demand for anyone; a draft for its own organization. */
  async get(actor: Actor, id: string): Promise<Result<Demand, Refusal<'demand.notFound'>>> {
    const demand =
      (await this.demands.findPublic(id)) ??
      (actor.kind === 'anonymous' ? null : await this.unitOfWork.run(actor, (tx) => this.demands.find(tx, id)));
    return demand ? ok(demand) : refuse('demand.notFound');
  }

  async listPublic(after: string | null, limit: number): Promise<Demand[]> {
    return this.demands.listPublic(after, limit);
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Demand[]> {
    return this.unitOfWork.run(actor, (tx) => this.demands.listOfOrganization(tx, actor.organizationId, after, limit));
  }

  /** What the actor of the transaction may see of a demand, or null. */
  async find(tx: Tx, id: string): Promise<Demand | null> {
    return this.demands.find(tx, id);
  }

  /** Those of these ids that the actor of the transaction may see. */
  async findAll(tx: Tx, ids: readonly string[]): Promise<Demand[]> {
    return this.demands.findAll(tx, ids);
  }

  /** Public demands by id ascending, after `afterId`. */
  async publishedBatch(tx: Tx, afterId: string | null, limit: number): Promise<Demand[]> {
    return this.demands.publishedBatch(tx, afterId, limit);
  }

  private change(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (demand: Demand) => Result<Demand, DemandRefusal>,
  ): Promise<Result<Demand, DemandRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.forUpdate(tx, id);
      if (!demand || !actsFor(actor, demand.organizationId)) return refuse('demand.notFound');
      const changed = decide(demand);
      if (!changed.ok) return changed;
      await this.demands.save(tx, changed.value);
      await this.record(tx, event, demand, changed.value);
      return changed;
    });
  }

  private async record(tx: Tx, event: string, before: Demand, after: Demand): Promise<void> {
    await this.journal.record(tx, { ...subject(after), event, from: before.state, to: after.state, before, after });
    const payload = { demandId: after.id };
    if (after.state === 'published') await this.outbox.append(tx, { topic: demandPublished, payload });
    else if (before.state === 'published') await this.outbox.append(tx, { topic: demandClosed, payload });
  }
}

/** What a bulk source says of one demand. */
export type DemandEntry = Partial<DemandContent> & { readonly title: string; readonly externalKey: string };

const newDemand = (organizationId: string, now: Date) => ({
  id: uuid(),
  organizationId,
  state: 'draft' as const,
  version: 1,
  createdAt: now,
  updatedAt: now,
  publishedAt: null,
});

const unknownDemand = ({ countyCode }: { readonly countyCode: string }) => ({
  summary: '',
  field: null,
  countyCode,
  zoneCode: null,
  budget: null,
  transferModes: [],
  neededBy: null,
  leastReadinessLevel: null,
  excludedRegionCodes: [],
  validUntil: null,
});

/** Another demand of the organization may have the importer's key already. */
async function keyRefused(written: Promise<Result<Demand, DemandRefusal>>): Promise<Result<Demand, DemandRefusal>> {
  try {
    return await written;
  } catch (error) {
    if (uniqueViolation(error) !== 'demand_external_key_once') throw error;
    return refuse('demand.externalKeyTaken', {}, '/externalKey');
  }
}

const subject = (demand: Demand) => ({ subjectKind: 'demand', subjectId: demand.id, parties: [demand.organizationId] });
