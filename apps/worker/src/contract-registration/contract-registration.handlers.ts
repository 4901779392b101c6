import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { ContractRegistrationService } from '#application/contract-registration/contract-registration.service.js';
import { RegistrationOfficeService } from '#application/contract-registration/registration-office.service.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class ContractRegistrationHandlers {
  constructor(
    private readonly registrations: ContractRegistrationService,
    private readonly offices: RegistrationOfficeService,
  ) {}

  @Handles('contractRegistration.contractEnded')
  async contractEnded(actor: SystemActor, payload: JobPayload): Promise<void> {
    await this.registrations.contractEnded(actor, payload['contractId'] ?? '');
  }

  @Handles('contractRegistration.amountsSettled')
  async amountsSettled(actor: SystemActor, payload: JobPayload): Promise<void> {
    await this.registrations.amountsSettled(actor, payload['contractId'] ?? '');
  }

  @Handles('contractRegistration.remind')
  async remind(actor: SystemActor): Promise<void> {
    await this.offices.remind(actor);
  }
}
