import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { TechEnvoyService } from '#application/tech-envoy/tech-envoy.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { DecideLogDto, EndEnvoyDto, LogServiceDto, PayMonthDto, PostEnvoyDto, RunMonthDto } from './tech-envoy.dto.js';
import {
  CoverageListView,
  envoyLogView,
  EnvoyLogView,
  envoyMonthView,
  EnvoyMonthView,
  MonthPaymentView,
  MonthRunView,
  techEnvoyView,
  TechEnvoyView,
} from './tech-envoy.view.js';

const officers = ['rewardOfficer'] as const;
const write = { scope: 'techEnvoy.write', status: 201, idempotency: 'required' } as const;

@ApiTags('科技特派员')
@Controller('v1')
export class TechEnvoyController {
  constructor(private readonly envoys: TechEnvoyService) {}

  @Get('tech-envoy-coverage')
  @Operation({ summary: '查看各村的科技特派员覆盖', access: 'public', answer: CoverageListView })
  async coverage(@CurrentActor() actor: Actor): Promise<CoverageListView> {
    return { items: [...(await this.envoys.coverage(actor))] };
  }

  @Get('tech-envoys')
  @Operation({
    summary: '查看科技特派员岗位（本人的；县区人员看本县区，奖补与审计人员看全部）',
    access: 'signedIn',
    scope: 'techEnvoy.read',
    answer: PageOf(TechEnvoyView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.envoys.list(actor, after, limit), techEnvoyView);
  }

  @Post('tech-envoys')
  @Operation({
    ...write,
    summary: '选派科技特派员',
    access: officers,
    answer: TechEnvoyView,
    errors: ['techEnvoy.unknownPerson'],
  })
  async post(@CurrentPerson() actor: PersonActor, @Body() body: PostEnvoyDto): Promise<TechEnvoyView> {
    return techEnvoyView(unwrap(await this.envoys.post(actor, body)));
  }

  @Post('tech-envoys/:id/end')
  @Operation({
    ...write,
    summary: '结束科技特派员岗位',
    access: officers,
    answer: TechEnvoyView,
    errors: ['techEnvoy.notFound', 'techEnvoy.endBeforeStart', 'state.notAllowed'],
  })
  async end(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { postedTo }: EndEnvoyDto,
  ): Promise<TechEnvoyView> {
    return techEnvoyView(unwrap(await this.envoys.end(actor, id, postedTo)));
  }

  @Post('tech-envoys/:id/logs')
  @Operation({
    ...write,
    summary: '填写服务记录（特派员本人）',
    access: 'signedIn',
    answer: EnvoyLogView,
    errors: [
      'techEnvoy.notFound',
      'techEnvoy.notOnPost',
      'techEnvoy.otherVillage',
      'techEnvoy.inFuture',
      'techEnvoy.loggedAlready',
    ],
  })
  async log(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: LogServiceDto,
  ): Promise<EnvoyLogView> {
    return envoyLogView(unwrap(await this.envoys.log(actor, id, body)));
  }

  @Get('envoy-logs')
  @Operation({
    summary: '查看服务记录（本人的；县区人员看本县区，奖补与审计人员看全部）',
    access: 'signedIn',
    scope: 'techEnvoy.read',
    answer: PageOf(EnvoyLogView),
  })
  async logs(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.envoys.logs(actor, after, limit), envoyLogView);
  }

  @Post('envoy-logs/:id/decision')
  @Operation({
    ...write,
    summary: '县区确认服务记录',
    access: ['countyOfficer'],
    answer: EnvoyLogView,
    errors: ['techEnvoy.logNotFound', 'techEnvoy.ownLog', 'state.notAllowed'],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, reason }: DecideLogDto,
  ): Promise<EnvoyLogView> {
    return envoyLogView(unwrap(await this.envoys.decide(actor, id, outcome, reason)));
  }

  @Post('envoy-months')
  @Operation({
    ...write,
    summary: '计提某月的补助（可重复办理，每人每月只计一次）',
    access: officers,
    answer: MonthRunView,
    errors: ['techEnvoy.monthRunning'],
  })
  async run(@CurrentPerson() actor: PersonActor, @Body() { month }: RunMonthDto): Promise<MonthRunView> {
    return unwrap(await this.envoys.runMonth(actor, month));
  }

  @Post('envoy-months/payment')
  @Operation({ ...write, summary: '记录某月的补助已支付', access: officers, answer: MonthPaymentView })
  async pay(@CurrentPerson() actor: PersonActor, @Body() body: PayMonthDto): Promise<MonthPaymentView> {
    const paid = await this.envoys.payMonth(actor, body.month, body.documentNumber, body.paidOn);
    return { month: body.month, paid: paid.length };
  }

  @Get('envoy-months')
  @Operation({
    summary: '查看补助（本人的；奖补与审计人员看全部）',
    access: 'signedIn',
    scope: 'techEnvoy.read',
    answer: PageOf(EnvoyMonthView),
  })
  async months(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.envoys.months(actor, null, after, limit), envoyMonthView);
  }
}
