import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { testEventType } from '#domain/market-event/market-event.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { isSandboxId } from '#domain/shared/sandbox-id.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import {
  maxEndpoints,
  secretOverlapMs,
  unknownEventType,
  webhookDeliveryTransitions,
  webhookEndpointTransitions,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookEndpoint,
} from '#domain/webhook/webhook.js';
import { Clock } from '#platform/clock/clock.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { mayPostTo } from '#platform/outbound/outbound-post.js';
import { MarketEventService } from '../market-event/market-event.service.js';
import { WebhookRepository, type StoredEndpoint } from './webhook.repository.js';
import { isSimulated } from './webhook.simulator.js';
import { WebhookSigner } from './webhook.signer.js';

export interface EndpointContent {
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly string[];
}

type NotFound = Refusal<'webhook.notFound'>;
type ContentRefusal = Refusal<'webhook.addressForbidden' | 'webhook.unknownEventType'>;
type Changed = Result<WebhookEndpoint, NotFound | Refusal<'state.notAllowed'>>;

/** Use cases of webhook endpoints that a person calls; what the worker does is WebhookSender. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: WebhookRepository,
    private readonly signer: WebhookSigner,
    private readonly events: MarketEventService,
    private readonly journal: Journal,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `secret` is told here and never again. Events from now on are sent. */
  async create(
    actor: PersonActor,
    content: EndpointContent,
  ): Promise<Result<WebhookEndpoint & { readonly secret: string }, ContentRefusal | Refusal<'webhook.tooMany'>>> {
    const refused = this.refusedContent(actor, content);
    if (refused) return refused;
    const secret = this.signer.newSecret();
    const now = this.clock.now();
    const id = uuid();
    return this.unitOfWork.run(actor, async (tx) => {
      if ((await this.webhooks.countOf(tx, actor.organizationId)) >= maxEndpoints)
        return refuse('webhook.tooMany', { max: String(maxEndpoints) });
      const endpoint: StoredEndpoint = {
        ...content,
        ...{
          id,
          organizationId: actor.organizationId,
          personId: actor.personId,
          state: 'active',
          disabledReason: null,
        },
        ...{
          secret: this.signer.seal(id, secret),
          previousSecret: null,
          previousSecretUntil: null,
          failingSince: null,
        },
        ...{ lastSequence: await this.events.lastSequence(tx), version: 1, createdAt: now, updatedAt: now },
      };
      await this.webhooks.insert(tx, endpoint);
      await this.journal.record(tx, {
        ...subject(endpoint),
        event: 'create',
        from: null,
        to: 'active',
        after: content,
      });
      return ok({ ...endpoint, secret });
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<WebhookEndpoint[]> {
    return this.unitOfWork.run(actor, (tx) => this.webhooks.listOf(tx, actor.organizationId, after, limit));
  }

  async get(actor: PersonActor, id: string): Promise<Result<WebhookEndpoint, NotFound>> {
    return this.unitOfWork.run(actor, (tx) => this.own(tx, actor, id, ''));
  }

  /** `expectedVersion` is the version the editor saw (If-Match). */
  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    change: Partial<EndpointContent>,
  ): Promise<Result<WebhookEndpoint, NotFound | ContentRefusal | Refusal<'version.stale'>>> {
    const refused = this.refusedContent(actor, change);
    if (refused) return refused;
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.own(tx, actor, id);
      if (!found.ok) return found;
      if (found.value.version !== expectedVersion)
        return refuse('version.stale', { current: String(found.value.version) });
      const after = this.next(found.value, change);
      await this.webhooks.save(tx, after);
      await this.journal.record(tx, { ...subject(after), event: 'amend', from: null, to: null, after: change });
      return ok(after);
    });
  }

  /** Nothing is sent until it is enabled again; the events wait. */
  async disable(actor: PersonActor, id: string): Promise<Changed> {
    return this.move(actor, id, 'disable', () => ({ disabledReason: 'owner' }));
  }

  /** Goes on from the event where it stopped, on behalf of whoever enables it. */
  async enable(actor: PersonActor, id: string): Promise<Changed> {
    return this.move(actor, id, 'enable', () => ({
      ...{ disabledReason: null, failingSince: null, personId: actor.personId },
    }));
  }

  async remove(actor: PersonActor, id: string): Promise<Result<null, NotFound | Refusal<'state.notAllowed'>>> {
    const removed = await this.move(actor, id, 'remove', () => ({ disabledReason: null }));
    return removed.ok ? ok(null) : removed;
  }

  /** A new secret; the one before it signs beside it for a day, so that the receiver can change over. */
  async rotateSecret(
    actor: PersonActor,
    id: string,
  ): Promise<Result<WebhookEndpoint & { readonly secret: string }, NotFound>> {
    const secret = this.signer.newSecret();
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.own(tx, actor, id);
      if (!found.ok) return found;
      const after = this.next(found.value, {
        ...{ secret: this.signer.seal(id, secret), previousSecret: found.value.secret },
        previousSecretUntil: new Date(now.getTime() + secretOverlapMs),
      });
      await this.webhooks.save(tx, after);
      await this.journal.record(tx, { ...subject(after), event: 'rotateSecret', from: null, to: null });
      return ok({ ...after, secret });
    });
  }

  /** Sends a message of no event, to try the receiver. */
  async test(actor: PersonActor, id: string): Promise<Result<WebhookDelivery, NotFound | Refusal<'webhook.disabled'>>> {
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.own(tx, actor, id);
      if (!found.ok) return found;
      if (found.value.state !== 'active') return refuse('webhook.disabled');
      const delivery: WebhookDelivery = {
        ...{ id: uuid(), endpointId: id, messageId: uuid(), eventType: testEventType, sequence: null },
        ...{ state: 'pending', attempts: 0, nextAttemptAt: now, createdAt: now },
      };
      await this.webhooks.insertDelivery(tx, actor.organizationId, delivery);
      return ok(delivery);
    });
  }

  async deliveries(
    actor: PersonActor,
    id: string,
    state: string | null,
    after: string | null,
    limit: number,
  ): Promise<Result<WebhookDelivery[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.own(tx, actor, id, '');
      return found.ok ? ok(await this.webhooks.deliveriesOf(tx, id, state, after, limit)) : found;
    });
  }

  async delivery(
    actor: PersonActor,
    id: string,
    deliveryId: string,
  ): Promise<
    Result<
      WebhookDelivery & { readonly log: readonly WebhookAttempt[] },
      NotFound | Refusal<'webhook.deliveryNotFound'>
    >
  > {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.own(tx, actor, id, '');
      if (!found.ok) return found;
      const delivery = await this.webhooks.findDelivery(tx, id, deliveryId);
      if (!delivery) return refuse('webhook.deliveryNotFound');
      return ok({ ...delivery, log: await this.webhooks.attemptsOf(tx, deliveryId) });
    });
  }

  /** Sends one delivery again, or all whose events are not older than `since`; the same message ids. How many. */
  async replay(
    actor: PersonActor,
    id: string,
    what: { readonly deliveryId: string } | { readonly since: Date },
  ): Promise<Result<number, NotFound | Refusal<'webhook.deliveryNotFound' | 'webhook.disabled'>>> {
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.own(tx, actor, id);
      if (!found.ok) return found;
      if (found.value.state !== 'active') return refuse('webhook.disabled');
      await this.journal.record(tx, { ...subject(found.value), event: 'replay', from: null, to: null, after: what });
      // The events of others are joined by number alone: as the system, since a delivery is the endpoint's own.
      if ('since' in what)
        return ok(
          await this.unitOfWork.asSystem(tx, 'webhook', (all) => this.webhooks.replaySince(all, id, what.since, now)),
        );
      const delivery = await this.webhooks.findDelivery(tx, id, what.deliveryId, 'FOR UPDATE');
      if (!delivery) return refuse('webhook.deliveryNotFound');
      const next = transition(webhookDeliveryTransitions, delivery.state, 'replay');
      // One that is pending comes by itself; it is only brought forward.
      const state = next.ok ? next.value : delivery.state;
      await this.webhooks.saveDelivery(tx, { ...delivery, state, attempts: 0, nextAttemptAt: now });
      return ok(1);
    });
  }

  private async move(
    actor: PersonActor,
    id: string,
    event: 'disable' | 'enable' | 'remove',
    change: () => Partial<StoredEndpoint>,
  ): Promise<Changed> {
    return this.unitOfWork.run(actor, async (tx): Promise<Changed> => {
      const found = await this.own(tx, actor, id);
      if (!found.ok) return found;
      const before = found.value;
      const state = transition(webhookEndpointTransitions, before.state, event);
      if (!state.ok) return state;
      const after = this.next(before, { ...change(), state: state.value });
      await this.webhooks.save(tx, after);
      await this.journal.record(tx, { ...subject(after), event, from: before.state, to: after.state });
      return ok(after);
    });
  }

  private next(before: StoredEndpoint, change: Partial<StoredEndpoint>): StoredEndpoint {
    return { ...before, ...change, version: before.version + 1, updatedAt: this.clock.now() };
  }

  private async own(
    tx: Tx,
    actor: PersonActor,
    id: string,
    lock: '' | 'FOR UPDATE' = 'FOR UPDATE',
  ): Promise<Result<StoredEndpoint, NotFound>> {
    const found = await this.webhooks.find(tx, id, lock);
    return found?.organizationId === actor.organizationId ? ok(found) : refuse('webhook.notFound');
  }

  private refusedContent(
    actor: PersonActor,
    { url, eventTypes }: Partial<EndpointContent>,
  ): ReturnType<typeof refuse<'webhook.addressForbidden' | 'webhook.unknownEventType'>> | null {
    const unknown = unknownEventType(eventTypes ?? []);
    if (unknown !== undefined) return refuse('webhook.unknownEventType', { type: unknown }, '/eventTypes');
    const simulated = url !== undefined && isSandboxId(actor.organizationId) && isSimulated(url);
    if (url === undefined || simulated || mayPostTo(url, { loopback: this.config.webhookLoopback })) return null;
    return refuse('webhook.addressForbidden', {}, '/url');
  }
}

export const subject = (endpoint: WebhookEndpoint) => ({
  ...{ subjectKind: 'webhookEndpoint', subjectId: endpoint.id, parties: [endpoint.organizationId] },
});
