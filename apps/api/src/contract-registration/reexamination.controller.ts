import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Objector, ReexaminationOutcome } from '#domain/contract-registration/reexamination.js';
import type { ContractType } from '#domain/contract/contract.js';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ReexaminationService } from '#application/contract-registration/reexamination.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ReexaminationDecisionDto, ReexaminationRequestDto } from './registration-procedure.dto.js';
import { ReexaminationsView, reexaminationView, ReexaminationView } from './registration-procedure.view.js';

const write = { scope: 'contractRegistration.write', status: 201, idempotency: 'required' } as const;
const answer = ReexaminationView;

@ApiTags('技术合同认定登记')
@Controller('v1')
export class ReexaminationController {
  constructor(private readonly reexaminations: ReexaminationService) {}

  @Post('contract-registrations/:id/reexaminations')
  @Operation({
    ...write,
    summary: '对登记或不予登记提出异议（登记主体；登记机构代录税务、财政机关来函）',
    access: ['enterprise', 'researchUnit', 'registrar', 'reviewer'],
    answer,
    errors: ['contractRegistration.notFound', 'reexamination.open', 'reexamination.letterMissing', 'state.notAllowed'],
  })
  async request(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ReexaminationRequestDto) {
    const asked = { objector: body.objector as Objector, letter: body.letter ?? null, reason: body.reason };
    return reexaminationView(unwrap(await this.reexaminations.request(actor, id, asked)));
  }

  @Get('contract-registrations/:id/reexaminations')
  @Operation({
    summary: '查看历次异议与结论',
    access: 'signedIn',
    scope: 'contractRegistration.read',
    answer: ReexaminationsView,
    errors: ['contractRegistration.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ReexaminationsView> {
    return { items: unwrap(await this.reexaminations.ofRegistration(actor, id)).map(reexaminationView) };
  }

  @Post('reexaminations/:id/decision')
  @Operation({
    ...write,
    summary: '作出重新认定的结论（由原经办人以外的登记员）',
    access: ['registrar', 'reviewer'],
    answer,
    errors: [
      'reexamination.notFound',
      'reexamination.outcomeWrong',
      'reexamination.amountsMissing',
      'contractRegistration.isParty',
      'contractRegistration.samePerson',
      'contractRegistration.amountWrong',
      'contractRegistration.reasonMissing',
      'contractRegistration.alreadyFiled',
      'contractRegistration.noRuleSet',
      'money.malformed',
      'state.notAllowed',
    ],
  })
  async decide(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ReexaminationDecisionDto) {
    const { verifiedTechnologyValueYuan: yuan, type } = body;
    const decision = {
      outcome: body.outcome as ReexaminationOutcome,
      reason: body.reason,
      determination:
        yuan === undefined || type === undefined
          ? null
          : { type: type as ContractType, technologyValue: unwrap(parseYuan(yuan)) },
    };
    return reexaminationView(unwrap(await this.reexaminations.decide(actor, id, decision)));
  }

  @Post('reexaminations/:id/withdrawal')
  @Operation({
    ...write,
    summary: '撤回异议（提出人）',
    access: ['enterprise', 'researchUnit', 'registrar', 'reviewer'],
    answer,
    errors: ['reexamination.notFound', 'state.notAllowed'],
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam) {
    return reexaminationView(unwrap(await this.reexaminations.withdraw(actor, id)));
  }
}
