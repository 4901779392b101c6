import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { EventFollowUpService } from '#application/matchmaking-event/event-follow-up.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class MatchmakingEventHandlers {
  constructor(private readonly followUps: EventFollowUpService) {}

  @Handles('matchmakingEvent.followUp')
  async ask(actor: SystemActor): Promise<void> {
    await this.followUps.askDue(actor);
  }
}
