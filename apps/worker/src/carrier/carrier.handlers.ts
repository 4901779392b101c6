import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { CarrierReviewService } from '#application/carrier/carrier-review.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class CarrierHandlers {
  constructor(private readonly service: CarrierReviewService) {}

  @Handles('carrier.followDue')
  async followDue(actor: SystemActor): Promise<void> {
    await this.service.followDue(actor);
  }
}
