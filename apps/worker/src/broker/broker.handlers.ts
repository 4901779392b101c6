import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { BrokerCreditService } from '#application/broker-credit/broker-credit.service.js';
import { BrokerRecognitionService } from '#application/broker-recognition/broker-recognition.service.js';
import { BypassService } from '#application/bypass/bypass.service.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class BrokerHandlers {
  constructor(
    private readonly recognitions: BrokerRecognitionService,
    private readonly credit: BrokerCreditService,
    private readonly bypasses: BypassService,
  ) {}

  @Handles('brokerRecognition.expireDue')
  async expireDue(actor: SystemActor): Promise<void> {
    await this.recognitions.expireDue(actor);
  }

  @Handles('brokerRecognition.remind')
  async remind(actor: SystemActor): Promise<void> {
    await this.recognitions.remind(actor);
  }

  @Handles('brokerCredit.dealCompleted')
  async dealCompleted(actor: SystemActor, { registrationId = '' }: JobPayload): Promise<void> {
    await this.credit.dealCompleted(actor, registrationId);
  }

  @Handles('brokerCredit.dealCancelled')
  async dealCancelled(actor: SystemActor, { registrationId = '' }: JobPayload): Promise<void> {
    await this.credit.sourceGone(actor, registrationId, '合同认定登记已注销');
  }

  @Handles('bypassFinding.look')
  async look(actor: SystemActor): Promise<void> {
    await this.bypasses.look(actor);
  }
}
