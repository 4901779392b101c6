import { Injectable } from '@nestjs/common';
import { housekeepingClear } from '#application/housekeeping/housekeeping.jobs.js';
import { HousekeepingService } from '#application/housekeeping/housekeeping.service.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class HousekeepingHandlers {
  constructor(private readonly housekeeping: HousekeepingService) {}

  @Handles(housekeepingClear)
  async clear(actor: SystemActor): Promise<void> {
    await this.housekeeping.clear(actor);
  }
}
