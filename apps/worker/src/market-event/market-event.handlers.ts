import { Injectable } from '@nestjs/common';
import { MarketEventService } from '#application/market-event/market-event.service.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class MarketEventHandlers {
  constructor(private readonly events: MarketEventService) {}

  @Handles('marketEvent.number')
  async number(actor: SystemActor): Promise<void> {
    await this.events.number(actor);
  }

  @Handles('marketEvent.prune')
  async prune(actor: SystemActor): Promise<void> {
    await this.events.prune(actor);
  }
}
