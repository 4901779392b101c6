import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  amendDemand,
  clearEnough,
  freezeDemand,
  meetDemand,
  publishCollectedDemand,
  publishDemand,
  renewDemand,
  withdrawDemand,
  type Demand,
  type DemandContent,
} from '#domain/demand/demand.js';
import { demandQuality, type DemandQuality } from '#domain/demand/demand-quality.js';
import { mayPublish, screeningNeeded } from '#domain/demand-screening/screening.policy.js';
import type { Upserted } from '#domain/import/import.js';
import { actsFor, systemActor, type Actor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { changedMembers } from '#platform/text/canonical.js';
import { OrganizationService } from '../identity/organization.service.js';
import { DescriptionService } from '../matching/description.service.js';
import { demandClosed, demandHandedOver, demandPublished } from './demand.jobs.js';
import { DemandRepository } from './demand.repository.js';
import { DemandTemplates, type TemplateRefusal } from './demand.templates.js';

export type DemandRefusal =
  | TemplateRefusal
  | Refusal<
      | 'organization.unverified'
      | 'demand.notFound'
      | 'demand.externalKeyTaken'
      | 'demand.tooVague'
      | 'demand.fieldsUnclear'
      | 'demand.screeningNeeded'
      | 'demand.screenedFixed'
      | 'demand.expired'
      | 'demand.closed'
      | 'state.notAllowed'
      | 'version.stale'
    >;

const maxFrozenPerRun = 200;

/** Use cases of technology needs. */
@Injectable()
export class DemandService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly demands: DemandRepository,
    private readonly organizations: OrganizationService,
    private readonly descriptions: DescriptionService,
    private readonly templates: DemandTemplates,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async create(actor: PersonActor, content: DemandContent): Promise<Result<Demand, DemandRefusal>> {
    const demand: Demand = { ...newDemand(actor.organizationId, this.clock.now()), ...content };
    const answered = this.templates.check(content.template);
    if (!answered.ok) return answered;
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
    const answered = this.templates.check(change.template ?? null);
    if (!answered.ok) return answered;
    const amended = this.change(actor, id, 'amend', async (demand, tx): Promise<Result<Demand, DemandRefusal>> => {
      if (demand.version !== expectedVersion) return refuse('version.stale', { current: String(demand.version) });
      const after = amendDemand(demand, change, this.clock.now());
      if (!after.ok || demand.state !== 'published') return after;
      return this.stillPublishable(tx, demand, after.value);
    });
    return keyRefused(amended);
  }

  async publish(actor: PersonActor, id: string): Promise<Result<Demand, DemandRefusal>> {
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Demand, DemandRefusal>> => {
      if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
      return this.change(actor, id, 'publish', async (demand) => {
        const published = publishDemand(demand, this.templates.of(demand.template), now, beijingDate(now));
        if (published.ok) return this.screened(tx, published.value);
        return published.refusal.code === 'demand.tooVague' ? this.tooVague(demand) : published;
      });
    });
  }

  /** Another term, also for what was frozen: its owner need not write it again. */
  async renew(actor: PersonActor, id: string, validUntil: string | null): Promise<Result<Demand, DemandRefusal>> {
    const now = this.clock.now();
    return this.change(actor, id, 'renew', async (demand) => renewDemand(demand, validUntil, now, beijingDate(now)));
  }

  /** The worker's turn: every demand whose last day is over freezes, each in a transaction of its own. */
  async freezeDue(actor: SystemActor): Promise<number> {
    const now = this.clock.now();
    for (let frozen = 0; frozen < maxFrozenPerRun; frozen += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const before = await this.demands.claimOver(tx, beijingDate(now));
        const after = before && freezeDemand(before, now);
        if (!before || !after?.ok) return false;
        await this.demands.save(tx, after.value);
        await this.record(tx, 'expire', before, after.value);
        return true;
      });
      if (!found) return frozen;
    }
    return maxFrozenPerRun;
  }

  /** How well it is described, what is missing by name, and what keeps it from being published. */
  async quality(actor: PersonActor, id: string): Promise<Result<DemandQuality, Refusal<'demand.notFound'>>> {
    const found = await this.get(actor, id);
    if (!found.ok) return found;
    const { present } = this.descriptions.check({ kind: 'demand', ...found.value });
    return ok(demandQuality(found.value, this.templates.of(found.value.template), present));
  }

  async withdraw(actor: PersonActor, id: string): Promise<Result<Demand, DemandRefusal>> {
    return this.change(actor, id, 'withdraw', async (demand) => withdrawDemand(demand, this.clock.now()));
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

  /** Another organization goes on with it, as the system: what was filed for it becomes its own. */
  async handOver(tx: Tx, id: string, organizationId: string): Promise<Result<Demand, DemandRefusal>> {
    const before = await this.demands.forUpdate(tx, id);
    if (!before) return refuse('demand.notFound');
    const after = { ...before, organizationId, updatedAt: this.clock.now(), version: before.version + 1 };
    await this.demands.save(tx, after);
    await this.record(tx, 'handOver', before, after);
    await this.outbox.append(tx, { topic: demandHandedOver, payload: { demandId: id } });
    return ok(after);
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
    const published = publish ? await this.publishCollected(tx, draft, now) : ok(draft);
    if (!published.ok) return published;
    const stored = { ...published.value, version: 1 };
    await this.demands.insert(tx, stored);
    await this.journal.record(tx, { ...subject(draft), event: 'create', from: null, to: 'draft', after: draft });
    if (publish) await this.record(tx, 'publish', draft, stored);
    return ok({ id: stored.id, outcome: 'created' });
  }

  private async publishCollected(tx: Tx, demand: Demand, now: Date): Promise<Result<Demand, DemandRefusal>> {
    const published = publishCollectedDemand(demand, now, beijingDate(now));
    return published.ok ? this.screened(tx, published.value) : published;
  }

  private async update(
    tx: Tx,
    before: Demand,
    change: DemandEntry,
    publish: boolean,
  ): Promise<Result<Upserted, DemandRefusal>> {
    const changed = changedMembers(before, keepingKey(before, change));
    const publishes = publish && before.state === 'draft';
    if (changed === null && !publishes) return ok({ id: before.id, outcome: 'unchanged' });
    const now = this.clock.now();
    const amended = amendDemand(before, changed ?? {}, now);
    if (!amended.ok) return amended;
    const after = publishes ? await this.publishCollected(tx, amended.value, now) : amended;
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

  /** Text that anybody reads stays clear, and what was screened stays what was screened. */
  private async stillPublishable(tx: Tx, before: Demand, after: Demand): Promise<Result<Demand, DemandRefusal>> {
    const standing = await this.demands.standing(tx, after);
    const was = await this.demands.standing(tx, before);
    const bound = screeningNeeded(standing, beijingDate(this.clock.now()));
    if (bound && standing.hash !== was.hash) return refuse('demand.screenedFixed');
    const clear = clearEnough(after, this.templates.of(after.template));
    return clear.ok || clear.refusal.code === 'demand.tooVague' ? ok(after) : clear;
  }

  private async screened(tx: Tx, demand: Demand): Promise<Result<Demand, DemandRefusal>> {
    const allowed = mayPublish(await this.demands.standing(tx, demand), beijingDate(this.clock.now()));
    return allowed.ok ? ok(demand) : allowed;
  }

  private tooVague(demand: Demand): Result<Demand, DemandRefusal> {
    const { industry, example } = this.descriptions.check({ kind: 'demand', ...demand });
    return refuse('demand.tooVague', { industry, example }, '/summary');
  }

  private change(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (demand: Demand, tx: Tx) => Promise<Result<Demand, DemandRefusal>>,
  ): Promise<Result<Demand, DemandRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.forUpdate(tx, id);
      if (!demand || !actsFor(actor, demand.organizationId)) return refuse('demand.notFound');
      const changed = await decide(demand, tx);
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
  aliveUntil: null,
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
  template: null,
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

/** What was found by its id keeps the key that it has, or has none. */
const keepingKey = (before: Demand, change: DemandEntry): Partial<DemandContent> =>
  change.externalKey === before.id ? { ...change, externalKey: before.externalKey } : change;
