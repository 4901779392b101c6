import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { NonDisclosureService } from '#application/non-disclosure/non-disclosure.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class NonDisclosureHandlers {
  constructor(private readonly service: NonDisclosureService) {}

  @Handles('nonDisclosure.expireDue')
  async expireDue(actor: SystemActor): Promise<void> {
    await this.service.expireDue(actor);
  }
}
