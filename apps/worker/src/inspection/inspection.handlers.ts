import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { InspectionFindingService } from '#application/inspection/inspection-finding.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class InspectionHandlers {
  constructor(private readonly findings: InspectionFindingService) {}

  @Handles('inspection.remind')
  async remind(actor: SystemActor): Promise<void> {
    await this.findings.remindDue(actor);
  }
}
