import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { ContractRegistrationService } from '#application/contract-registration/contract-registration.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { precheckView, PrecheckView } from './contract-registration.view.js';

@ApiTags('技术合同认定登记')
@Controller('v1/contracts/:id/registration-precheck')
export class PrecheckController {
  constructor(private readonly registrations: ContractRegistrationService) {}

  @Get()
  @Operation({
    summary: '登记预审：申请前自查，不留痕迹',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    answer: PrecheckView,
    errors: ['contractRegistration.contractNotFound', 'contractRegistration.noRuleSet'],
  })
  async precheck(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<PrecheckView> {
    return precheckView(unwrap(await this.registrations.precheck(actor, id)));
  }
}
