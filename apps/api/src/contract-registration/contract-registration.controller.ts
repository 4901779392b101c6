import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RefusalGroundCode } from '#domain/contract-registration/refusal-grounds.policy.js';
import { registrationOffices } from '#domain/contract-registration/rule-set.policy.js';
import type { ContractType } from '#domain/contract/contract.js';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ContractRegistrationService } from '#application/contract-registration/contract-registration.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  AcceptanceDto,
  DeterminationDto,
  FileRegistrationDto,
  ReasonDto,
  RefusalDto,
  SecondReviewDto,
  SupplementDto,
  SupplementRequestDto,
} from './contract-registration.dto.js';
import { contractRegistrationView, ContractRegistrationView } from './contract-registration.view.js';

const sellers = ['enterprise', 'researchUnit'] as const;
const bureau = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;
const write = { scope: 'contractRegistration.write', status: 201, idempotency: 'required' } as const;
const answer = ContractRegistrationView;

@ApiTags('技术合同认定登记')
@Controller('v1/contract-registrations')
export class ContractRegistrationController {
  constructor(private readonly registrations: ContractRegistrationService) {}

  @Post()
  @Operation({
    ...write,
    summary: '申请技术合同认定登记（卖方）',
    access: sellers,
    answer,
    errors: [
      'contractRegistration.contractNotFound',
      'contractRegistration.notSeller',
      'contractRegistration.notReady',
      'contractRegistration.alreadyFiled',
      'contractRegistration.noRuleSet',
    ],
  })
  async file(@CurrentPerson() actor: PersonActor, @Body() body: FileRegistrationDto) {
    const { countyCode, zoneCode, site, evidence } = body.landing;
    const landing = { countyCode, zoneCode: zoneCode ?? null, site: site ?? null, evidence };
    const filing = { contractId: body.contractId, office: body.office ?? registrationOffices[0].code, landing };
    return contractRegistrationView(unwrap(await this.registrations.file(actor, filing)));
  }

  @Get()
  @Operation({
    summary: '查看在办登记（按期限先后）',
    access: bureau,
    scope: 'contractRegistration.read',
    answer: PageOf(answer),
  })
  async listOpen(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.registrations.listOpen(actor, after, limit), contractRegistrationView);
  }

  @Get('mine')
  @Operation({
    summary: '查看本单位有关的登记',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    answer: PageOf(answer),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.registrations.listOwn(actor, after, limit), contractRegistrationView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一项登记',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    answer,
    errors: ['contractRegistration.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam) {
    return contractRegistrationView(unwrap(await this.registrations.get(actor, id)));
  }

  @Post(':id/acceptance')
  @Operation({
    ...write,
    summary: '受理登记申请',
    access: ['registrar'],
    answer,
    errors: ['contractRegistration.notFound', 'contractRegistration.noRuleSet', 'state.notAllowed'],
  })
  async accept(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: AcceptanceDto) {
    return contractRegistrationView(unwrap(await this.registrations.accept(actor, id, body.disputed ?? false)));
  }

  @Post(':id/return')
  @Operation({
    ...write,
    summary: '退回登记申请',
    access: ['registrar'],
    answer,
    errors: ['contractRegistration.notFound', 'state.notAllowed'],
  })
  async return(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ReasonDto) {
    return contractRegistrationView(unwrap(await this.registrations.return(actor, id, body.reason)));
  }

  @Post(':id/supplement-requests')
  @Operation({
    ...write,
    summary: '要求补正',
    access: ['registrar'],
    answer,
    errors: ['contractRegistration.notFound', 'state.notAllowed'],
  })
  async requestSupplement(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: SupplementRequestDto,
  ) {
    return contractRegistrationView(unwrap(await this.registrations.requestSupplement(actor, id, body.request)));
  }

  @Post(':id/supplements')
  @Operation({
    ...write,
    summary: '提交补正材料（期限重新起算）',
    access: sellers,
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.noRuleSet',
      'contractRegistration.tooManySupplements',
      'state.notAllowed',
    ],
  })
  async supplement(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: SupplementDto) {
    const { note, documents } = body;
    return contractRegistrationView(unwrap(await this.registrations.supplement(actor, id, { note, documents })));
  }

  @Post(':id/determination')
  @Operation({
    ...write,
    summary: '认定合同类型与技术交易额',
    access: ['registrar'],
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.isParty',
      'contractRegistration.amountWrong',
      'contractRegistration.reasonMissing',
      'contractRegistration.numbersExhausted',
      'money.malformed',
      'state.notAllowed',
    ],
  })
  async determine(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: DeterminationDto) {
    const decision = {
      type: body.type as ContractType,
      technologyValue: unwrap(parseYuan(body.verifiedTechnologyValueYuan)),
      reason: body.reason ?? null,
      landingConfirmed: body.landingConfirmed ?? false,
    };
    return contractRegistrationView(unwrap(await this.registrations.determine(actor, id, decision)));
  }

  @Post(':id/second-review')
  @Operation({
    ...write,
    summary: '复核大额或有争议的认定（第二人）',
    access: ['reviewer', 'registrar'],
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.samePerson',
      'contractRegistration.isParty',
      'contractRegistration.reasonMissing',
      'contractRegistration.numbersExhausted',
      'state.notAllowed',
    ],
  })
  async review(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: SecondReviewDto) {
    const decision = body.decision === 'approve' ? 'approve' : 'sendBack';
    return contractRegistrationView(unwrap(await this.registrations.review(actor, id, decision, body.reason ?? null)));
  }

  @Post(':id/refusal')
  @Operation({
    ...write,
    summary: '不予登记',
    access: ['registrar', 'reviewer'],
    answer,
    errors: ['contractRegistration.notFound', 'contractRegistration.groundRepeated', 'state.notAllowed'],
  })
  async refuse(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: RefusalDto) {
    const grounds = body.grounds.map(({ code, evidence }) => ({ code: code as RefusalGroundCode, evidence }));
    return contractRegistrationView(unwrap(await this.registrations.refuse(actor, id, grounds)));
  }

  @Post(':id/cancellation')
  @Operation({
    ...write,
    summary: '注销登记',
    access: ['registrar'],
    answer,
    errors: ['contractRegistration.notFound', 'state.notAllowed'],
  })
  async cancel(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ReasonDto) {
    return contractRegistrationView(unwrap(await this.registrations.cancel(actor, id, body.reason)));
  }
}
