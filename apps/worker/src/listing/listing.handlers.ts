import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { ListingService } from '#application/listing/listing.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class ListingHandlers {
  constructor(private readonly service: ListingService) {}

  @Handles('listing.expireDue')
  async expireDue(actor: SystemActor): Promise<void> {
    await this.service.expireDue(actor);
  }
}
