import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { ContractRegistrationService } from '#application/contract-registration/contract-registration.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { landingOf, PrecheckDto } from './contract-registration.dto.js';
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

  @Post()
  @Operation({
    summary: '登记预审：连同拟填报的落地情况与合同文本自查，不留痕迹',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    answer: PrecheckView,
    errors: ['contractRegistration.contractNotFound', 'contractRegistration.noRuleSet'],
  })
  async tryFiling(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { landing, contractTextSha256 }: PrecheckDto,
  ): Promise<PrecheckView> {
    const filing = { ...(landing && { landing: landingOf(landing) }), contractTextHash: contractTextSha256 ?? null };
    return precheckView(unwrap(await this.registrations.precheck(actor, id, filing)));
  }
}
