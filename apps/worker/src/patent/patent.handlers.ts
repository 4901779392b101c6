import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { PatentService } from '#application/patent/patent.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class PatentHandlers {
  constructor(private readonly service: PatentService) {}

  @Handles('patent.expireDue')
  async expireDue(actor: SystemActor): Promise<void> {
    await this.service.expireDue(actor);
  }
}
