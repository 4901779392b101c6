import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { FundedProjectService } from '#application/funded-project/funded-project.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class FundedProjectHandlers {
  constructor(private readonly service: FundedProjectService) {}

  @Handles('fundedProject.remind')
  async remind(actor: SystemActor): Promise<void> {
    await this.service.remind(actor);
  }
}
