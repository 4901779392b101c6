import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ContractType } from '#domain/contract/contract.js';
import { parseYuan, type Fen } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { RegistrationChangeService } from '#application/contract-registration/registration-change.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ContractRegistrationReasonDto } from './contract-registration.dto.js';
import { ChangeRequestDto, ChangeVerificationDto } from './registration-procedure.dto.js';
import {
  RegistrationChangesView,
  registrationChangeView,
  RegistrationChangeView,
} from './registration-procedure.view.js';

const write = { scope: 'contractRegistration.write', status: 201, idempotency: 'required' } as const;
const answer = RegistrationChangeView;

@ApiTags('技术合同认定登记')
@Controller('v1')
export class RegistrationChangeController {
  constructor(private readonly changes: RegistrationChangeService) {}

  @Post('contract-registrations/:id/changes')
  @Operation({
    ...write,
    summary: '申请变更登记（登记主体）',
    access: ['enterprise', 'researchUnit'],
    answer,
    errors: [
      'contractRegistration.notFound',
      'registrationChange.open',
      'registrationChange.nothing',
      'registrationChange.amountsNotSettled',
      'money.malformed',
      'state.notAllowed',
    ],
  })
  async request(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ChangeRequestDto) {
    const terms = {
      title: body.title ?? null,
      contractValue: fenOrNull(body.contractValueYuan),
      declaredTechnologyValue: fenOrNull(body.declaredTechnologyValueYuan),
      nonTechnologyItems:
        body.nonTechnologyItems?.map(({ kind, amountYuan, withinReasonableCarrier }) => ({
          kind,
          amount: unwrap(parseYuan(amountYuan)),
          withinReasonableCarrier,
        })) ?? null,
      validUntil: body.validUntil ?? null,
      relatedParty: body.relatedParty ?? null,
    };
    const { reason, evidence } = body;
    return registrationChangeView(unwrap(await this.changes.request(actor, id, { terms, reason, evidence })));
  }

  @Get('contract-registrations/:id/changes')
  @Operation({
    summary: '查看历次变更申请',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    answer: RegistrationChangesView,
    errors: ['contractRegistration.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RegistrationChangesView> {
    return { items: unwrap(await this.changes.ofRegistration(actor, id)).map(registrationChangeView) };
  }

  @Post('registration-changes/:id/verification')
  @Operation({
    ...write,
    summary: '核定变更后的类型与技术交易额',
    access: ['registrar'],
    answer,
    errors: [
      'registrationChange.notFound',
      'contractRegistration.isParty',
      'contractRegistration.amountWrong',
      'contractRegistration.reasonMissing',
      'contractRegistration.noRuleSet',
      'money.malformed',
      'state.notAllowed',
    ],
  })
  async verify(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ChangeVerificationDto) {
    const decision = {
      type: body.type as ContractType,
      technologyValue: unwrap(parseYuan(body.verifiedTechnologyValueYuan)),
      reason: body.reason ?? null,
      landingConfirmed: false,
    };
    return registrationChangeView(unwrap(await this.changes.verify(actor, id, decision)));
  }

  @Post('registration-changes/:id/approval')
  @Operation({
    ...write,
    summary: '复核大额或有争议的变更（第二人）',
    access: ['reviewer', 'registrar'],
    answer,
    errors: [
      'registrationChange.notFound',
      'contractRegistration.isParty',
      'contractRegistration.samePerson',
      'contractRegistration.amountWrong',
      'contractRegistration.reasonMissing',
      'state.notAllowed',
    ],
  })
  async approve(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam) {
    return registrationChangeView(unwrap(await this.changes.approve(actor, id)));
  }

  @Post('registration-changes/:id/refusal')
  @Operation({
    ...write,
    summary: '不予变更',
    access: ['registrar', 'reviewer'],
    answer,
    errors: [
      'registrationChange.notFound',
      'contractRegistration.isParty',
      'contractRegistration.samePerson',
      'state.notAllowed',
    ],
  })
  async refuse(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: ContractRegistrationReasonDto,
  ) {
    return registrationChangeView(unwrap(await this.changes.refuse(actor, id, body.reason)));
  }
}

const fenOrNull = (yuan: string | undefined): Fen | null => (yuan === undefined ? null : unwrap(parseYuan(yuan)));
