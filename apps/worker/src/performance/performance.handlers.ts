import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { MilestoneService } from '#application/performance/milestone.service.js';
import { OverdueService } from '#application/performance/overdue.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class PerformanceHandlers {
  constructor(
    private readonly overdue: OverdueService,
    private readonly milestones: MilestoneService,
  ) {}

  @Handles('performance.remind')
  async remind(actor: SystemActor): Promise<void> {
    await this.overdue.remind(actor);
  }

  @Handles('performance.acceptSilent')
  async acceptSilent(actor: SystemActor): Promise<void> {
    await this.milestones.acceptSilent(actor);
  }
}
