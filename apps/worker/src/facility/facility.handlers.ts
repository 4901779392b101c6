import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { BookingService } from '#application/facility/booking.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class FacilityHandlers {
  constructor(private readonly service: BookingService) {}

  @Handles('booking.lapseDue')
  async lapseDue(actor: SystemActor): Promise<void> {
    await this.service.lapseDue(actor);
  }
}
