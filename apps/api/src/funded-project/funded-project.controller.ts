import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { beijingDate } from '#domain/calendar/local-date.js';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { FundedProjectService } from '#application/funded-project/funded-project.service.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  ProjectQuery,
  ProjectReasonDto,
  RegisterProjectDto,
  SubmitResultsDto,
  TakeMeasureDto,
} from './funded-project.dto.js';
import { changedProjectView, fundedProjectView, FundedProjectView, ProjectFiguresView } from './funded-project.view.js';

const units = ['enterprise', 'researchUnit'] as const;
const bureau = ['registrar', 'reviewer'] as const;
const write = {
  scope: 'fundedProject.write',
  status: 201,
  idempotency: 'required',
  answer: FundedProjectView,
} as const;
const decide = { ...write, access: bureau, errors: ['fundedProject.notFound', 'state.notAllowed'] } as const;

@ApiTags('财政资金项目')
@Controller('v1/funded-projects')
export class FundedProjectController {
  constructor(
    private readonly projects: FundedProjectService,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Operation({
    ...write,
    summary: '登记利用财政资金设立的科技项目',
    access: [...units, ...bureau],
    errors: [
      'fundedProject.foreignUnit',
      'fundedProject.unknownUnit',
      'fundedProject.datesWrong',
      'fundedProject.unitBarred',
      'fundedProject.numberTaken',
      'money.malformed',
    ],
  })
  async register(
    @CurrentPerson() actor: PersonActor,
    @Body() { fiscalYuan, dueOn, ...body }: RegisterProjectDto,
  ): Promise<FundedProjectView> {
    const given = { ...body, dueOn: dueOn ?? null, fiscal: unwrap(parseYuan(fiscalYuan)) };
    return changedProjectView(this.today(), unwrap(await this.projects.register(actor, given)));
  }

  @Get()
  @Operation({
    summary: '查看财政资金项目；可只看逾期未汇交的',
    access: [...units, ...bureau, 'auditor'],
    scope: 'fundedProject.read',
    answer: PageOf(FundedProjectView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { overdue, ...page }: ProjectQuery) {
    const view = fundedProjectView(this.today());
    return pageOf(
      page,
      async (after, limit) =>
        (await this.projects.list(actor, overdue === 'true', after, limit)).map((detail) => ({
          id: detail.project.id,
          detail,
        })),
      ({ detail }) => view(detail),
    );
  }

  @Get('figures')
  @Operation({
    summary: '财政资金项目的汇总数据（供指标使用）',
    access: [...bureau, 'auditor'],
    scope: 'fundedProject.read',
    answer: ProjectFiguresView,
  })
  async figures(@CurrentPerson() actor: PersonActor): Promise<ProjectFiguresView> {
    return this.projects.figures(actor);
  }

  @Get(':id')
  @Operation({
    summary: '查看一个财政资金项目',
    access: [...units, ...bureau, 'auditor'],
    scope: 'fundedProject.read',
    answer: FundedProjectView,
    errors: ['fundedProject.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FundedProjectView> {
    return fundedProjectView(this.today())(unwrap(await this.projects.get(actor, id)));
  }

  @Post(':id/submission')
  @Operation({
    ...write,
    summary: '汇交科技报告、科技成果和知识产权信息',
    access: units,
    errors: [
      'fundedProject.notFound',
      'fundedProject.notYourAchievement',
      'fundedProject.reportMissing',
      'fundedProject.shortfallUnexplained',
      'state.notAllowed',
    ],
  })
  async submit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: SubmitResultsDto,
  ): Promise<FundedProjectView> {
    const given = {
      reportNumber: body.reportNumber ?? null,
      achievementIds: body.achievementIds,
      others: body.others ?? [],
      shortfallReason: body.shortfallReason ?? null,
    };
    return this.after(actor, unwrap(await this.projects.submit(actor, id, given)).id);
  }

  @Post(':id/acceptance')
  @Operation({ ...decide, summary: '确认汇交，项目办结' })
  async accept(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ProjectReasonDto,
  ): Promise<FundedProjectView> {
    return this.after(actor, unwrap(await this.projects.accept(actor, id, reason)).id);
  }

  @Post(':id/return')
  @Operation({ ...decide, summary: '退回汇交' })
  async sendBack(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ProjectReasonDto,
  ): Promise<FundedProjectView> {
    return this.after(actor, unwrap(await this.projects.sendBack(actor, id, reason)).id);
  }

  @Post(':id/termination')
  @Operation({ ...decide, summary: '终止项目' })
  async terminate(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ProjectReasonDto,
  ): Promise<FundedProjectView> {
    return this.after(actor, unwrap(await this.projects.terminate(actor, id, reason)).id);
  }

  @Post(':id/measures')
  @Operation({
    ...write,
    summary: '对逾期未汇交的采取措施（责令改正、通报批评、禁止承担）',
    access: bureau,
    errors: [
      'fundedProject.notFound',
      'fundedProject.notOverdue',
      'fundedProject.orderFirst',
      'fundedProject.orderRunning',
      'fundedProject.measureTaken',
      'fundedProject.untilMissing',
    ],
  })
  async measure(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { kind, reason, until }: TakeMeasureDto,
  ): Promise<FundedProjectView> {
    const taken = await this.projects.measure(actor, id, { kind, reason, until: until ?? null });
    return fundedProjectView(this.today())(unwrap(taken));
  }

  private today = () => beijingDate(this.clock.now());

  private async after(actor: PersonActor, id: string): Promise<FundedProjectView> {
    return fundedProjectView(this.today())(unwrap(await this.projects.get(actor, id)));
  }
}
