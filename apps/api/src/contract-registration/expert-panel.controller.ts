import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ExpertPanelService } from '#application/contract-registration/expert-panel.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ExpertOpinionDto, ExpertPanelDto } from './registration-procedure.dto.js';
import { ExpertPanelsView, expertPanelView, ExpertPanelView } from './registration-procedure.view.js';

const write = { scope: 'contractRegistration.write', status: 201, idempotency: 'required' } as const;
const answer = ExpertPanelView;
const officers = ['registrar', 'reviewer'] as const;

@ApiTags('技术合同认定登记')
@Controller('v1/contract-registrations/:id')
export class ExpertPanelController {
  constructor(private readonly panels: ExpertPanelService) {}

  @Post('expert-panels')
  @Operation({
    ...write,
    summary: '组织专家审核（大额或有争议的合同）',
    access: officers,
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.isParty',
      'expertPanel.notDue',
      'expertPanel.tooFew',
      'expertPanel.expertRepeated',
      'state.notAllowed',
    ],
  })
  async call(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ExpertPanelDto) {
    const experts = body.experts.map(({ name, workUnit, recusal }) => ({ name, workUnit, recusal: recusal ?? null }));
    return expertPanelView(unwrap(await this.panels.call(actor, id, { question: body.question, experts })));
  }

  @Get('expert-panels')
  @Operation({
    summary: '查看历次专家审核',
    access: ['registrar', 'reviewer', 'auditor'],
    scope: 'contractRegistration.read',
    answer: ExpertPanelsView,
    errors: ['contractRegistration.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ExpertPanelsView> {
    return { items: unwrap(await this.panels.ofRegistration(actor, id)).map(expertPanelView) };
  }

  @Post('expert-opinions')
  @Operation({
    ...write,
    summary: '记录一位专家的意见',
    access: officers,
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.isParty',
      'expertPanel.closed',
      'expertPanel.noExpert',
      'expertPanel.recused',
      'expertPanel.alreadyGiven',
      'money.malformed',
    ],
  })
  async giveOpinion(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Body() body: ExpertOpinionDto) {
    const opinion = {
      stance: body.stance as 'register' | 'refuse',
      text: body.text,
      technologyValue: body.technologyValueYuan === undefined ? null : unwrap(parseYuan(body.technologyValueYuan)),
    };
    return expertPanelView(unwrap(await this.panels.giveOpinion(actor, id, body.name, opinion)));
  }

  @Post('expert-conclusion')
  @Operation({
    ...write,
    summary: '汇总专家意见，恢复审查',
    access: officers,
    answer,
    errors: [
      'contractRegistration.notFound',
      'contractRegistration.isParty',
      'expertPanel.closed',
      'expertPanel.opinionsMissing',
      'state.notAllowed',
    ],
  })
  async conclude(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam) {
    return expertPanelView(unwrap(await this.panels.conclude(actor, id)));
  }
}
