import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { PilotProjectService } from '#application/pilot-project/pilot-project.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  DecideGateDto,
  GateParam,
  PilotReasonDto,
  PlanPilotDto,
  RecordSpendingDto,
  SubmitGateDto,
} from './pilot-project.dto.js';
import { pilotProjectView, PilotProjectView, pilotSpendingView, PilotSpendingView } from './pilot-project.view.js';

const owners = ['enterprise', 'researchUnit'] as const;
const write = {
  scope: 'pilotProject.write',
  status: 201,
  answer: PilotProjectView,
  idempotency: 'required',
} as const;

@ApiTags('中试熟化')
@Controller('v1/pilot-projects')
export class PilotProjectController {
  constructor(private readonly pilots: PilotProjectService) {}

  @Post()
  @Operation({
    ...write,
    summary: '建立中试项目',
    description: '从已证明的成熟度开始，每升一级设一个阶段门。',
    access: owners,
    errors: [
      'achievement.notFound',
      'pilotProject.gatesWrong',
      'pilotProject.daysWrong',
      'pilotProject.startUnproven',
      'money.malformed',
    ],
  })
  async plan(
    @CurrentPerson() actor: PersonActor,
    @Body() { budgetYuan, equipment, carrierId, farming, gates, ...body }: PlanPilotDto,
  ): Promise<PilotProjectView> {
    const given = {
      ...body,
      budget: unwrap(parseYuan(budgetYuan)),
      equipment: equipment ?? null,
      carrierId: carrierId ?? null,
      farming: farming ?? false,
      gates: gates.map(({ level, criteria, dueOn }) => ({ level, criteria, dueOn })),
    };
    return pilotProjectView(unwrap(await this.pilots.plan(actor, given)));
  }

  @Get()
  @Operation({
    summary: '查看中试项目（本单位的；科技主管部门看全部）',
    access: 'signedIn',
    scope: 'pilotProject.read',
    answer: PageOf(PilotProjectView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.pilots.list(actor, after, limit), pilotProjectView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一个中试项目',
    access: 'signedIn',
    scope: 'pilotProject.read',
    answer: PilotProjectView,
    errors: ['pilotProject.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<PilotProjectView> {
    return pilotProjectView(unwrap(await this.pilots.get(actor, id)));
  }

  @Post(':id/start')
  @Operation({
    ...write,
    summary: '启动中试项目',
    access: owners,
    errors: ['pilotProject.notFound', 'state.notAllowed'],
  })
  async start(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<PilotProjectView> {
    return pilotProjectView(unwrap(await this.pilots.start(actor, id)));
  }

  @Post(':id/resumption')
  @Operation({
    ...write,
    summary: '暂缓后恢复中试项目',
    access: owners,
    errors: ['pilotProject.notFound', 'state.notAllowed'],
  })
  async resume(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<PilotProjectView> {
    return pilotProjectView(unwrap(await this.pilots.resume(actor, id)));
  }

  @Post(':id/stop')
  @Operation({
    ...write,
    summary: '终止中试项目',
    access: owners,
    errors: ['pilotProject.notFound', 'state.notAllowed'],
  })
  async stop(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: PilotReasonDto,
  ): Promise<PilotProjectView> {
    return pilotProjectView(unwrap(await this.pilots.stop(actor, id, reason)));
  }

  @Post(':id/gates/:level/submission')
  @Operation({
    ...write,
    summary: '提交阶段门的报告与证据',
    access: owners,
    errors: [
      'pilotProject.notFound',
      'pilotProject.gateUnknown',
      'pilotProject.gateNotInTurn',
      'readinessClaim.levelsMissing',
      'readinessClaim.evidenceUnfit',
      'readinessClaim.evidenceAhead',
      'readinessClaim.attachmentUnknown',
      'state.notAllowed',
    ],
  })
  async submitGate(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, level }: GateParam,
    @Body() { report, evidence }: SubmitGateDto,
  ): Promise<PilotProjectView> {
    const items = evidence.map(({ attachmentId, ...item }) => ({ ...item, attachmentId: attachmentId ?? null }));
    return pilotProjectView(
      unwrap(await this.pilots.submitGate(actor, id, Number(level), { report, evidence: items })),
    );
  }

  @Post(':id/gates/:level/decision')
  @Operation({
    ...write,
    summary: '评审阶段门：通过、暂缓或终止',
    description: '通过后自动提出相应等级的成熟度申报。与项目单位有利害关系的人员不能评审。',
    access: ['reviewer'],
    errors: [
      'pilotProject.notFound',
      'pilotProject.gateUnknown',
      'pilotProject.gateNotInTurn',
      'pilotProject.conflict',
      'state.notAllowed',
    ],
  })
  async decideGate(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, level }: GateParam,
    @Body() { decision, reason }: DecideGateDto,
  ): Promise<PilotProjectView> {
    return pilotProjectView(unwrap(await this.pilots.decideGate(actor, id, Number(level), decision, reason)));
  }

  @Post(':id/spendings')
  @Operation({
    ...write,
    answer: PilotSpendingView,
    summary: '记录中试支出',
    access: owners,
    errors: [
      'pilotProject.notFound',
      'pilotProject.overBudget',
      'pilotProject.spentAhead',
      'pilotProject.amountZero',
      'money.malformed',
      'state.notAllowed',
    ],
  })
  async spend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { amountYuan, ...body }: RecordSpendingDto,
  ): Promise<PilotSpendingView> {
    const amount = unwrap(parseYuan(amountYuan));
    return pilotSpendingView(unwrap(await this.pilots.spend(actor, id, { ...body, amount })));
  }

  @Get(':id/spendings')
  @Operation({
    summary: '查看中试支出',
    access: 'signedIn',
    scope: 'pilotProject.read',
    answer: PageOf(PilotSpendingView),
    errors: ['pilotProject.notFound'],
  })
  async spendings(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.pilots.spendings(actor, id, after, limit)),
      pilotSpendingView,
    );
  }
}
