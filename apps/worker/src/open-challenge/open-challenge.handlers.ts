import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { OpenChallengeService } from '#application/open-challenge/open-challenge.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class OpenChallengeHandlers {
  constructor(private readonly service: OpenChallengeService) {}

  @Handles('openChallenge.settleDue')
  async settleDue(actor: SystemActor): Promise<void> {
    await this.service.settleDue(actor);
  }
}
