import { Injectable } from '@nestjs/common';
import { eventRetentionDays } from '#domain/market-event/market-event.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { ActorReader } from '../identity/actor.reader.js';
import { MarketEventReader } from '../market-event/market-event.reader.js';
import { MarketEventService } from '../market-event/market-event.service.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhookSender } from './webhook.sender.js';

const endpointsAtOnce = 200;
const eventsAtOnce = 500;

/** Writes down what each endpoint is to be sent, from where it was left: in the order of the events, each once. */
@Injectable()
export class WebhookEnqueuer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: WebhookRepository,
    private readonly events: MarketEventService,
    private readonly reader: MarketEventReader,
    private readonly actors: ActorReader,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  async enqueue(system: SystemActor): Promise<void> {
    const behind = await this.unitOfWork.run(system, async (tx) =>
      this.webhooks.behind(tx, await this.events.lastSequence(tx), endpointsAtOnce),
    );
    for (const id of behind) while (await this.step(system, id));
  }

  /** Kept as long as the events themselves. */
  async prune(system: SystemActor): Promise<void> {
    const before = new Date(this.clock.now().getTime() - eventRetentionDays * 86_400_000);
    await this.unitOfWork.run(system, (tx) => this.webhooks.prune(tx, before));
  }

  /** One page of events for one endpoint, as its maker may read them; true when there is more. */
  private async step(system: SystemActor, id: string): Promise<boolean> {
    const seen = await this.unitOfWork.run(system, (tx) => this.webhooks.find(tx, id));
    const actor = seen && (await this.actors.byMembership(seen.personId, seen.organizationId, system.origin));
    if (actor) return this.take(actor, id);
    if (seen) await this.sender.disable(system, id, 'makerLeft');
    return false;
  }

  private take(actor: PersonActor, id: string): Promise<boolean> {
    return this.unitOfWork.run(actor, async (tx) => {
      const endpoint = await this.webhooks.find(tx, id, 'FOR UPDATE SKIP LOCKED');
      if (endpoint?.state !== 'active') return false;
      const { events, next, more } = await this.reader.page(
        tx,
        endpoint.lastSequence,
        endpoint.eventTypes,
        eventsAtOnce,
      );
      await this.webhooks.enqueue(tx, endpoint, events, this.clock.now());
      await this.webhooks.save(tx, { ...endpoint, lastSequence: next });
      return more;
    });
  }
}
