import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { MatchModels } from '#application/matching/match-models.js';
import { MatchRunService } from '#application/matching/match-run.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { RequestMatchRunDto, SwitchMatchModelDto } from './match.dto.js';
import { matchModelView, MatchModelView, matchRunView, MatchRunView } from './match-engine.view.js';

const readers = ['systemAdmin', 'registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

@ApiTags('撮合引擎')
@Controller('v1')
export class MatchEngineController {
  constructor(
    private readonly runs: MatchRunService,
    private readonly models: MatchModels,
  ) {}

  @Get('match-runs')
  @Operation({ summary: '查看重新撮合的进度', access: readers, scope: 'matchRun.read', answer: PageOf(MatchRunView) })
  async listRuns(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.runs.list(actor, after, limit), matchRunView);
  }

  @Get('match-runs/:id')
  @Operation({
    summary: '查看一次重新撮合的进度',
    access: readers,
    scope: 'matchRun.read',
    answer: MatchRunView,
    errors: ['matchRun.notFound'],
  })
  async getRun(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MatchRunView> {
    return matchRunView(unwrap(await this.runs.get(actor, id)));
  }

  @Post('match-runs')
  @Operation({
    summary: '发起一次重新撮合',
    access: ['systemAdmin'],
    scope: 'matchRun.write',
    status: 201,
    answer: MatchRunView,
    idempotency: 'required',
  })
  async requestRun(@CurrentPerson() actor: PersonActor, @Body() body: RequestMatchRunDto): Promise<MatchRunView> {
    return matchRunView(await this.runs.request(actor, body.scope));
  }

  @Get('match-models')
  @Operation({
    summary: '查看撮合模型的各个版本及其重放成绩',
    access: readers,
    scope: 'matchModel.read',
    answer: PageOf(MatchModelView),
  })
  async listModels(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.models.list(actor, after, limit), matchModelView);
  }

  @Post('match-models/:id/activation')
  @Operation({
    summary: '切换到一个曾通过重放的撮合模型版本',
    access: ['systemAdmin'],
    scope: 'matchModel.write',
    status: 201,
    answer: MatchModelView,
    errors: ['matchModel.notFound', 'matchModel.otherBase', 'state.notAllowed'],
    idempotency: 'required',
  })
  async switchModel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: SwitchMatchModelDto,
  ): Promise<MatchModelView> {
    return matchModelView(unwrap(await this.models.switchTo(actor, id, body.reason)));
  }

  @Post('match-model-rollbacks')
  @Operation({
    summary: '停用学得的撮合模型，恢复出厂模型',
    access: ['systemAdmin'],
    scope: 'matchModel.write',
    status: 201,
    answer: MatchModelView,
    errors: ['matchModel.notFound', 'matchModel.otherBase', 'state.notAllowed'],
    idempotency: 'required',
  })
  async rollBack(@CurrentPerson() actor: PersonActor, @Body() body: SwitchMatchModelDto): Promise<MatchModelView> {
    return matchModelView(unwrap(await this.models.switchBack(actor, body.reason)));
  }
}
