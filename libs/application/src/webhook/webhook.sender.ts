import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { eventBody, testEventType } from '#domain/market-event/market-event.js';
import { systemActor, type SystemActor } from '#domain/shared/actor.js';
import { isSandboxId } from '#domain/shared/sandbox-id.js';
import {
  failedForGood,
  meaningOf,
  nextAttemptAt,
  redactAnswer,
  type DisabledReason,
  type WebhookDelivery,
} from '#domain/webhook/webhook.js';
import { Clock } from '#platform/clock/clock.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { postOutbound, type Posted } from '#platform/outbound/outbound-post.js';
import { ActorReader } from '../identity/actor.reader.js';
import { MarketEventReader } from '../market-event/market-event.reader.js';
import { WebhookRepository, type StoredEndpoint } from './webhook.repository.js';
import { subject } from './webhook.service.js';
import { WebhookSigner } from './webhook.signer.js';
import { simulated } from './webhook.simulator.js';

const limits = { timeoutMs: 15_000, maxAnswerBytes: 65_536, keptAnswerBytes: 4_096 };
const leaseSeconds = 40; // more than one attempt can take
const endpointsAtOnce = 32;
/** Sent to one endpoint before others have their turn. */
const deliveriesInATurn = 50;

interface Message {
  readonly endpoint: StoredEndpoint;
  readonly delivery: WebhookDelivery;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Sends what is due. One sender at a time serves an endpoint, in the order of the events; a slow receiver holds up
 * nobody but itself. What was sent and that it was sent are two facts: killed between them, a message is sent again.
 */
@Injectable()
export class WebhookSender implements BeforeApplicationShutdown {
  private readonly logger = new Logger('webhook');
  private readonly turns = new Map<string, Promise<void>>();
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: WebhookRepository,
    private readonly reader: MarketEventReader,
    private readonly signer: WebhookSigner,
    private readonly actors: ActorReader,
    private readonly journal: Journal,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Begins a turn for every endpoint with something due, and does not wait for their ends. */
  async send(system: SystemActor): Promise<void> {
    const room = endpointsAtOnce - this.turns.size;
    if (room <= 0 || this.stopping) return;
    const due = await this.unitOfWork.run(system, (tx) =>
      this.webhooks.takeDue(tx, this.clock.now(), leaseSeconds, room),
    );
    for (const id of due) {
      const turn = this.turn(id)
        .catch((error: unknown) => this.logger.warn(`endpoint ${id}: ${String(error)}`))
        .finally(() => this.turns.delete(id));
      this.turns.set(id, turn);
    }
  }

  /** Waits for what is on its way: its lease would only delay it for the next worker. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.turns.values());
  }

  private async turn(endpointId: string): Promise<void> {
    const system = systemActor('webhook.send', uuid());
    for (let sent = 0; sent < deliveriesInATurn && !this.stopping; sent += 1) {
      const message = await this.prepare(system, endpointId);
      if (message === 'nothing') break;
      if (message === 'skipped') continue;
      const posted = await this.post(message);
      await this.settle(system, message, posted);
    }
    await this.unitOfWork.run(system, (tx) => this.webhooks.letGo(tx, endpointId));
  }

  /** What is to be sent next. Whether the endpoint may still be told of it is asked now, not when it happened. */
  private async prepare(system: SystemActor, endpointId: string): Promise<Message | 'skipped' | 'nothing'> {
    const found = await this.unitOfWork.run(system, async (tx) => {
      await this.webhooks.renewLease(tx, endpointId, leaseSeconds);
      const endpoint = await this.webhooks.find(tx, endpointId);
      const delivery = endpoint && (await this.webhooks.nextDue(tx, endpointId, this.clock.now()));
      return endpoint?.state === 'active' && delivery ? { endpoint, delivery } : null;
    });
    if (!found) return 'nothing';
    const { endpoint, delivery } = found;
    const actor = await this.actors.byMembership(endpoint.personId, endpoint.organizationId, system.origin);
    if (!actor) return this.disable(system, endpointId, 'makerLeft');
    const { sequence } = delivery;
    const event = sequence === null ? null : await this.unitOfWork.run(actor, (tx) => this.reader.find(tx, sequence));
    if (sequence !== null && !event) return this.skip(system, delivery);
    const body = event ? eventBody(event) : testBody(delivery);
    // The machine's own time, not the market's: receivers hold it against theirs.
    const headers = this.signer.headers(endpoint, delivery.messageId, body, this.machineNow());
    if (headers === null) return this.disable(system, endpointId, 'secretUnreadable');
    return { endpoint, delivery, body, headers };
  }

  private async post({ endpoint, body, headers }: Message): Promise<Posted> {
    const pretended = isSandboxId(endpoint.organizationId) ? simulated(endpoint.url) : null;
    return pretended ?? postOutbound(endpoint.url, headers, body, limits, { loopback: this.config.webhookLoopback });
  }

  /** Writes down the attempt and what follows from it. */
  private async settle(system: SystemActor, { endpoint, delivery }: Message, posted: Posted): Promise<void> {
    const meaning = meaningOf(posted.status);
    await this.unitOfWork.run(system, async (tx) => {
      const now = this.clock.now();
      const attempts = delivery.attempts + 1;
      await this.webhooks.insertAttempt(tx, endpoint.organizationId, delivery.id, {
        ...{ id: uuid(), attempt: attempts, at: now, status: posted.status, error: posted.error },
        ...{ durationMs: posted.durationMs, answer: redactAnswer(posted.answer) },
      });
      const next = meaning === 'delivered' ? null : nextAttemptAt(attempts, now, Math.random());
      const state = meaning === 'delivered' ? 'delivered' : next === null ? 'failed' : 'pending';
      await this.webhooks.saveDelivery(tx, { ...delivery, state, attempts, nextAttemptAt: next });
      const current = await this.webhooks.find(tx, endpoint.id, 'FOR UPDATE');
      if (!current) return;
      const failingSince = meaning === 'delivered' ? null : (current.failingSince ?? now);
      if (failingSince?.getTime() !== current.failingSince?.getTime())
        await this.webhooks.save(tx, { ...current, failingSince });
      if (meaning === 'gone') await this.switchOff(tx, { ...current, failingSince }, 'gone');
      else if (state === 'failed' && failedForGood(failingSince, now))
        await this.switchOff(tx, { ...current, failingSince }, 'failing');
    });
  }

  private async skip(system: SystemActor, delivery: WebhookDelivery): Promise<'skipped'> {
    await this.unitOfWork.run(system, (tx) =>
      this.webhooks.saveDelivery(tx, { ...delivery, state: 'skipped', nextAttemptAt: null }),
    );
    return 'skipped';
  }

  async disable(system: SystemActor, endpointId: string, reason: DisabledReason): Promise<'nothing'> {
    await this.unitOfWork.run(system, async (tx) => {
      const endpoint = await this.webhooks.find(tx, endpointId, 'FOR UPDATE');
      if (endpoint) await this.switchOff(tx, endpoint, reason);
    });
    return 'nothing';
  }

  /** The unit is told by an event of its feed, and in the list of its endpoints. */
  private async switchOff(tx: Tx, endpoint: StoredEndpoint, reason: DisabledReason): Promise<void> {
    if (endpoint.state !== 'active') return;
    const after: StoredEndpoint = {
      ...endpoint,
      ...{ state: 'disabled', disabledReason: reason, version: endpoint.version + 1, updatedAt: this.clock.now() },
    };
    await this.webhooks.save(tx, after);
    await this.journal.record(tx, { ...subject(after), event: 'disable', from: 'active', to: 'disabled', reason });
  }

  private machineNow(): Date {
    return new Date(this.clock.now().getTime() - this.clock.offset);
  }
}

const testBody = ({ messageId, createdAt }: WebhookDelivery): string =>
  JSON.stringify({ type: testEventType, timestamp: createdAt.toISOString(), data: { id: messageId } });
