import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { DemandService } from '#application/demand/demand.service.js';
import { DescriptionService } from '#application/matching/description.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { RenewalDto } from '../vitality/vitality.dto.js';
import { AmendDemandDto, CreateDemandDto } from './demand.dto.js';
import { changeOf, contentOf } from './demand.content.js';
import { descriptionAdviceView } from '../matching/description.view.js';
import { demandQualityView, DemandQualityView, demandView, DemandView, PublishedDemandView } from './demand.view.js';

const templateErrors = ['demand.templateUnknown', 'demand.answerUnknown', 'demand.answerMalformed'] as const;
const writers = ['enterprise', 'researchUnit', 'broker', 'countyOfficer'] as const;

@ApiTags('技术需求')
@Controller('v1/demands')
export class DemandController {
  constructor(
    private readonly demands: DemandService,
    private readonly descriptions: DescriptionService,
  ) {}

  @Post()
  @Operation({
    summary: '登记技术需求（草稿）',
    access: writers,
    scope: 'demand.write',
    status: 201,
    answer: DemandView,
    errors: ['demand.externalKeyTaken', ...templateErrors],
    idempotency: 'required',
  })
  async create(@CurrentPerson() actor: PersonActor, @Body() body: CreateDemandDto): Promise<DemandView> {
    return demandView(unwrap(await this.demands.create(actor, contentOf(body))));
  }

  @Get()
  @Operation({ summary: '浏览已发布的技术需求', access: 'public', scope: 'demand.read', answer: PageOf(DemandView) })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.demands.listPublic(after, limit), demandView);
  }

  @Get('mine')
  @Operation({ summary: '查看本单位的技术需求', access: 'signedIn', scope: 'demand.read', answer: PageOf(DemandView) })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.demands.listOwn(actor, after, limit), demandView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一条技术需求',
    access: 'public',
    scope: 'demand.read',
    answer: DemandView,
    errors: ['demand.notFound'],
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DemandView> {
    return withEtag(reply, demandView(unwrap(await this.demands.get(actor, id))));
  }

  @Patch(':id')
  @Operation({
    summary: '修改技术需求',
    access: writers,
    scope: 'demand.write',
    answer: DemandView,
    errors: [
      'demand.notFound',
      'demand.externalKeyTaken',
      'demand.closed',
      'demand.fieldsUnclear',
      'demand.screenedFixed',
      ...templateErrors,
      'version.required',
      'version.stale',
    ],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: AmendDemandDto,
  ): Promise<DemandView> {
    return demandView(unwrap(await this.demands.amend(actor, id, version, changeOf(body))));
  }

  @Post(':id/publication')
  @Operation({
    summary: '发布技术需求',
    access: writers,
    scope: 'demand.write',
    status: 201,
    answer: PublishedDemandView,
    errors: [
      'organization.unverified',
      'demand.notFound',
      'demand.tooVague',
      'demand.fieldsUnclear',
      'demand.screeningNeeded',
      'demand.expired',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async publish(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<PublishedDemandView> {
    const demand = unwrap(await this.demands.publish(actor, id));
    const { advice } = this.descriptions.check({ kind: 'demand', ...demand });
    return { ...demandView(demand), advice: advice.map(descriptionAdviceView) };
  }

  @Get(':id/quality')
  @Operation({
    summary: '查看需求的质量分、缺项与不明确的字段',
    access: 'signedIn',
    scope: 'demand.read',
    answer: DemandQualityView,
    errors: ['demand.notFound'],
  })
  async quality(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<DemandQualityView> {
    return demandQualityView(unwrap(await this.demands.quality(actor, id)));
  }

  @Post(':id/renewal')
  @Operation({
    summary: '续期技术需求：在架的延长，到期冻结的重新上架',
    access: writers,
    scope: 'demand.write',
    status: 201,
    answer: DemandView,
    errors: ['demand.notFound', 'demand.expired', 'state.notAllowed'],
    idempotency: 'required',
  })
  async renew(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: RenewalDto,
  ): Promise<DemandView> {
    return demandView(unwrap(await this.demands.renew(actor, id, body.validUntil ?? null)));
  }

  @Post(':id/withdrawal')
  @Operation({
    summary: '撤回技术需求',
    access: writers,
    scope: 'demand.write',
    status: 201,
    answer: DemandView,
    errors: ['demand.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<DemandView> {
    return demandView(unwrap(await this.demands.withdraw(actor, id)));
  }
}
