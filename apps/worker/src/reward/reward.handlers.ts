import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { RewardService } from '#application/reward/reward.service.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class RewardHandlers {
  constructor(private readonly rewards: RewardService) {}

  @Handles('reward.accrue')
  async accrue(actor: SystemActor, payload: JobPayload): Promise<void> {
    await this.rewards.accrue(actor, payload['registrationId'] ?? '');
  }

  @Handles('reward.adjust')
  async adjust(actor: SystemActor, payload: JobPayload): Promise<void> {
    await this.rewards.adjust(actor, payload['registrationId'] ?? '');
  }

  @Handles('reward.reverse')
  async reverse(actor: SystemActor, payload: JobPayload): Promise<void> {
    await this.rewards.reverse(actor, payload['registrationId'] ?? '');
  }

  @Handles('reward.retry')
  async retry(actor: SystemActor, payload: JobPayload): Promise<void> {
    await this.rewards.retry(actor, Number(payload['fiscalYear']));
  }
}
