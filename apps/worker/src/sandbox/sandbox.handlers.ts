import { Injectable } from '@nestjs/common';
import { SandboxService } from '#application/sandbox/sandbox.service.js';
import { SimulatedMatchService } from '#application/sandbox/simulated-match.service.js';
import type { SystemActor } from '#domain/shared/actor.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class SandboxHandlers {
  constructor(
    private readonly sandboxes: SandboxService,
    private readonly matches: SimulatedMatchService,
  ) {}

  @Handles('sandbox.clear')
  async clear(actor: SystemActor): Promise<void> {
    await this.sandboxes.clearExpired(actor);
  }

  @Handles('sandbox.matchDemand')
  async matchDemand(actor: SystemActor, { demandId }: JobPayload): Promise<void> {
    await this.matches.matchDemand(actor, demandId ?? '');
  }

  @Handles('sandbox.matchAchievement')
  async matchAchievement(actor: SystemActor, { achievementId }: JobPayload): Promise<void> {
    await this.matches.matchAchievement(actor, achievementId ?? '');
  }
}
