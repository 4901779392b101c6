import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import type { RefusalGroundCode } from '#domain/contract-registration/refusal-grounds.policy.js';
import { registrationOffices } from '#domain/contract-registration/rule-set.policy.js';
import type { ContractType } from '#domain/contract/contract.js';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ContractRegistrationService } from '#application/contract-registration/contract-registration.service.js';
import { queueFilter } from '#application/contract-registration/work-queue.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  AcceptanceDto,
  CodeConfirmationDto,
  DeterminationDto,
  FileDraftDto,
  FileRegistrationDto,
  ContractRegistrationReasonDto,
  RefusalDto,
  SecondReviewDto,
  SupplementDto,
  SupplementRequestDto,
  WorkQueueQuery,
  landingOf,
} from './contract-registration.dto.js';
import { contractRegistrationView, ContractRegistrationView } from './contract-registration.view.js';

const sellers = ['enterprise', 'researchUnit'] as const;
const bureau = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;
const write = { scope: 'contractRegistration.write', status: 201, idempotency: 'required' } as const;
const answer = ContractRegistrationView;

@ApiTags('技术合同认定登记')
@Controller('v1/contract-registrations')
export class ContractRegistrationController {
  constructor(
    private readonly registrations: ContractRegistrationService,
    private readonly clock: Clock,
  ) {}

  private readonly view = (registration: ContractRegistration): ContractRegistrationView =>
    contractRegistrationView(registration, this.clock.now());

  @Post()
  @Operation({
    ...write,
    summary: '申请技术合同认定登记（卖方；技术进口由买方），可先存草稿',
    access: sellers,
    answer,
    errors: [
      'contractRegistration.contractNotFound',
      'contractRegistration.notSeller',
      'contractRegistration.notBuyer',
      'contractRegistration.notImport',
      'contractRegistration.notReady',
      'contractRegistration.alreadyFiled',
      'contractRegistration.sameText',
      'contractRegistration.noRuleSet',
    ],
  })
  async file(@CurrentPerson() actor: PersonActor, @Body() body: FileRegistrationDto) {
    const filing = {
      contractId: body.contractId,
      office: body.office ?? registrationOffices[0].code,
      landing: landingOf(body.landing),
      draft: body.draft ?? false,
      technologyImport: body.technologyImport ?? false,
      contractTextHash: body.contractTextSha256 ?? null,
    };
    return this.view(unwrap(await this.registrations.file(actor, filing)));
  }

  @Get()
  @Operation({
    summary: '查看在办登记（按期限先后，可按状态、办理方、登记点、经办人筛选）',
    access: bureau,
    scope: 'contractRegistration.read',
    answer: PageOf(answer),
  })
  async listOpen(@CurrentPerson() actor: PersonActor, @Query() query: WorkQueueQuery) {
    const filter = queueFilter(query);
    return pageOf(query, (after, limit) => this.registrations.listOpen(actor, filter, after, limit), this.view);
  }

  @Get('mine')
  @Operation({
    summary: '查看本单位有关的登记',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    answer: PageOf(answer),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.registrations.listOwn(actor, after, limit), this.view);
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
    return this.view(unwrap(await this.registrations.get(actor, id)));
  }

  @Post(':id/filing')
  @Operation({
    ...write,
    summary: '提交登记草稿',
    access: sellers,
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.contractNotFound',
      'contractRegistration.notReady',
      'contractRegistration.alreadyFiled',
      'contractRegistration.sameText',
      'contractRegistration.noRuleSet',
      'state.notAllowed',
    ],
  })
  async fileDraft(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: FileDraftDto) {
    const landing = body.landing ? landingOf(body.landing) : null;
    return this.view(unwrap(await this.registrations.fileDraft(actor, id, landing)));
  }

  @Post(':id/withdrawal')
  @Operation({
    ...write,
    summary: '撤回草稿或尚未受理的申请',
    access: sellers,
    answer,
    errors: ['contractRegistration.notFound', 'state.notAllowed'],
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam) {
    return this.view(unwrap(await this.registrations.withdraw(actor, id)));
  }

  @Post(':id/examination')
  @Operation({
    ...write,
    summary: '领取已受理的登记进行审查',
    access: ['registrar'],
    answer,
    errors: ['contractRegistration.notFound', 'contractRegistration.isParty', 'state.notAllowed'],
  })
  async examine(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam) {
    return this.view(unwrap(await this.registrations.examine(actor, id)));
  }

  @Post(':id/credit-code-confirmations')
  @Operation({
    ...write,
    summary: '记录统一社会信用代码的核实依据（校验不通过但确属真实）',
    access: ['registrar'],
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.isParty',
      'contractRegistration.creditCodeNotInDoubt',
    ],
  })
  async confirmCode(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: CodeConfirmationDto) {
    const { creditCode, evidence } = body;
    return this.view(unwrap(await this.registrations.confirmCode(actor, id, creditCode, evidence)));
  }

  @Post(':id/acceptance')
  @Operation({
    ...write,
    summary: '受理登记申请',
    access: ['registrar'],
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.isParty',
      'contractRegistration.noRuleSet',
      'state.notAllowed',
    ],
  })
  async accept(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: AcceptanceDto) {
    return this.view(unwrap(await this.registrations.accept(actor, id, body.disputed ?? false)));
  }

  @Post(':id/return')
  @Operation({
    ...write,
    summary: '退回登记申请',
    access: ['registrar'],
    answer,
    errors: ['contractRegistration.notFound', 'contractRegistration.isParty', 'state.notAllowed'],
  })
  async return(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: ContractRegistrationReasonDto,
  ) {
    return this.view(unwrap(await this.registrations.return(actor, id, body.reason)));
  }

  @Post(':id/supplement-requests')
  @Operation({
    ...write,
    summary: '要求补正',
    access: ['registrar'],
    answer,
    errors: ['contractRegistration.notFound', 'contractRegistration.isParty', 'state.notAllowed'],
  })
  async requestSupplement(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: SupplementRequestDto,
  ) {
    return this.view(unwrap(await this.registrations.requestSupplement(actor, id, body.request)));
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
    return this.view(unwrap(await this.registrations.supplement(actor, id, { note, documents })));
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
      'contractRegistration.creditCodeUnconfirmed',
      'contractRegistration.contractEnded',
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
    return this.view(unwrap(await this.registrations.determine(actor, id, decision)));
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
      'contractRegistration.contractEnded',
      'contractRegistration.numbersExhausted',
      'state.notAllowed',
    ],
  })
  async review(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: SecondReviewDto) {
    const decision = body.decision === 'approve' ? 'approve' : 'sendBack';
    return this.view(unwrap(await this.registrations.review(actor, id, decision, body.reason ?? null)));
  }

  @Post(':id/refusal')
  @Operation({
    ...write,
    summary: '不予登记',
    access: ['registrar', 'reviewer'],
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.isParty',
      'contractRegistration.groundRepeated',
      'contractRegistration.evidenceIncomplete',
      'state.notAllowed',
    ],
  })
  async refuse(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: RefusalDto) {
    const grounds = body.grounds.map(({ code, evidence }) => ({ code: code as RefusalGroundCode, evidence }));
    return this.view(unwrap(await this.registrations.refuse(actor, id, grounds)));
  }

  @Post(':id/cancellation')
  @Operation({
    ...write,
    summary: '注销登记',
    access: ['registrar'],
    answer,
    errors: ['contractRegistration.notFound', 'contractRegistration.isParty', 'state.notAllowed'],
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: ContractRegistrationReasonDto,
  ) {
    return this.view(unwrap(await this.registrations.cancel(actor, id, body.reason)));
  }
}
