import { Injectable } from '@nestjs/common';
import { WebhookEnqueuer } from '#application/webhook/webhook.enqueuer.js';
import { WebhookSender } from '#application/webhook/webhook.sender.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class WebhookHandlers {
  constructor(
    private readonly enqueuer: WebhookEnqueuer,
    private readonly sender: WebhookSender,
  ) {}

  @Handles('webhook.enqueue')
  async enqueue(actor: SystemActor): Promise<void> {
    await this.enqueuer.enqueue(actor);
  }

  @Handles('webhook.send')
  async send(actor: SystemActor): Promise<void> {
    await this.sender.send(actor);
  }

  @Handles('webhook.prune')
  async prune(actor: SystemActor): Promise<void> {
    await this.enqueuer.prune(actor);
  }
}
