import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { RegisterBook } from '#application/statistics/entry.book.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class StatisticsHandlers {
  constructor(private readonly register: RegisterBook) {}

  @Handles('statistics.enterRegistered')
  async registered(actor: SystemActor, { registrationId }: JobPayload): Promise<void> {
    await this.register.enter(actor, registrationId ?? '');
  }

  @Handles('statistics.enterChanged')
  async changed(actor: SystemActor, { registrationId }: JobPayload): Promise<void> {
    await this.register.enter(actor, registrationId ?? '');
  }

  @Handles('statistics.enterIncome')
  async income(actor: SystemActor, { contractId }: JobPayload): Promise<void> {
    await this.register.enterIncome(actor, contractId ?? '');
  }

  @Handles('statistics.enterCancelled')
  async cancelled(actor: SystemActor, { registrationId }: JobPayload): Promise<void> {
    await this.register.enter(actor, registrationId ?? '');
  }
}
