import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { DemandService } from '#application/demand/demand.service.js';
import { VitalityService } from '#application/vitality/vitality.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class VitalityHandlers {
  constructor(
    private readonly vitality: VitalityService,
    private readonly demands: DemandService,
  ) {}

  @Handles('vitality.remind')
  async remind(actor: SystemActor): Promise<void> {
    await this.vitality.remind(actor);
  }

  @Handles('demand.freezeDue')
  async freezeDemands(actor: SystemActor): Promise<void> {
    await this.demands.freezeDue(actor);
  }
}
