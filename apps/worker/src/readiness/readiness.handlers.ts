import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { ReadinessService } from '#application/readiness/readiness.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class ReadinessHandlers {
  constructor(private readonly readiness: ReadinessService) {}

  @Handles('readiness.decay')
  async decay(actor: SystemActor): Promise<void> {
    await this.readiness.decay(actor);
  }
}
