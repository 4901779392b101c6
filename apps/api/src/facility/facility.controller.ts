import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { addDays, startOfBeijingDay } from '#domain/calendar/local-date.js';
import { parseYuan } from '#domain/money/money.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { FacilityService, type FacilityContent } from '#application/facility/facility.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  AmendFacilityDto,
  CreateFacilityDto,
  FacilityQuery,
  FacilitySpanQuery,
  type OpeningSpanDto,
} from './facility.dto.js';
import {
  AvailabilityView,
  availabilityView,
  FacilityView,
  facilityView,
  usageView,
  UsageView,
} from './facility.view.js';

const providers = ['enterprise', 'researchUnit', 'agencyManager', 'incubatorManager'] as const;
const step = { access: providers, scope: 'facility.write', status: 201, idempotency: 'required' } as const;

@ApiTags('空间与仪器预约')
@Controller('v1/facilities')
export class FacilityController {
  constructor(private readonly facilities: FacilityService) {}

  @Post()
  @Operation({
    ...step,
    summary: '登记可预约的空间或仪器（草稿）',
    answer: FacilityView,
    errors: ['facility.opening', 'money.malformed'],
  })
  async create(@CurrentPerson() actor: PersonActor, @Body() body: CreateFacilityDto): Promise<FacilityView> {
    const { priceYuan, opening, ...rest } = body;
    const content: FacilityContent = {
      ...rest,
      priceUnit: rest.priceUnit ?? null,
      price: priceOf(priceYuan ?? null),
      opening: openingOf(opening),
    };
    return facilityView(unwrap(await this.facilities.create(actor, content)));
  }

  @Get()
  @Operation({
    summary: '浏览可预约的空间与仪器',
    access: 'public',
    scope: 'facility.read',
    answer: PageOf(FacilityView),
  })
  async list(@CurrentActor() actor: Actor, @Query() query: FacilityQuery) {
    const { kind, countyCode } = query;
    return pageOf(
      query,
      (after, limit) => this.facilities.list(actor, kind ?? null, countyCode ?? null, after, limit),
      facilityView,
    );
  }

  @Get('mine')
  @Operation({
    summary: '查看本单位的空间与仪器',
    access: 'signedIn',
    scope: 'facility.read',
    answer: PageOf(FacilityView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.facilities.listOwn(actor, after, limit), facilityView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一项空间或仪器',
    access: 'public',
    scope: 'facility.read',
    answer: FacilityView,
    errors: ['facility.notFound'],
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FacilityView> {
    return withEtag(reply, facilityView(unwrap(await this.facilities.get(actor, id))));
  }

  @Patch(':id')
  @Operation({
    summary: '修改空间或仪器；已有的预约不变',
    access: providers,
    scope: 'facility.write',
    answer: FacilityView,
    errors: [
      'facility.notFound',
      'facility.opening',
      'facility.unitsHeld',
      'money.malformed',
      'version.required',
      'version.stale',
    ],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() { priceYuan, opening, ...rest }: AmendFacilityDto,
  ): Promise<FacilityView> {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const change: Partial<FacilityContent> = {
      ...given,
      ...(priceYuan !== undefined && { price: priceOf(priceYuan) }),
      ...(opening !== undefined && { opening: openingOf(opening) }),
    };
    return facilityView(unwrap(await this.facilities.amend(actor, id, version, change)));
  }

  @Post(':id/opening')
  @Operation({ ...step, summary: '开放预约', answer: FacilityView, errors: ['facility.notFound', 'state.notAllowed'] })
  async open(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FacilityView> {
    return facilityView(unwrap(await this.facilities.move(actor, id, 'open')));
  }

  @Post(':id/closure')
  @Operation({
    ...step,
    summary: '停止开放；已确认的预约仍有效',
    answer: FacilityView,
    errors: ['facility.notFound', 'state.notAllowed'],
  })
  async close(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FacilityView> {
    return facilityView(unwrap(await this.facilities.move(actor, id, 'close')));
  }

  @Get(':id/availability')
  @Operation({
    summary: '查看已占用的时段（不含预约单位）',
    access: 'public',
    scope: 'facility.read',
    answer: AvailabilityView,
    errors: ['facility.notFound', 'facility.span'],
  })
  async availability(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: FacilitySpanQuery,
  ): Promise<AvailabilityView> {
    const { facility, held } = unwrap(await this.facilities.availability(actor, id, spanOf(query)));
    return availabilityView(facility, held);
  }

  @Get(':id/usage')
  @Operation({
    summary: '查看本单位空间或仪器的使用统计',
    access: providers,
    scope: 'facility.read',
    answer: UsageView,
    errors: ['facility.notFound', 'facility.span'],
  })
  async usage(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() query: FacilitySpanQuery,
  ): Promise<UsageView> {
    return usageView(unwrap(await this.facilities.usage(actor, id, spanOf(query))));
  }
}

const priceOf = (yuan: string | null) => (yuan === null ? null : unwrap(parseYuan(yuan)));
const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const openingOf = (opening: readonly OpeningSpanDto[]) =>
  opening.map(({ weekday, from, until }) => ({ weekday, from: minuteOf(from), until: minuteOf(until) }));
const spanOf = ({ from, until }: FacilitySpanQuery) => ({
  startsAt: startOfBeijingDay(from),
  endsAt: startOfBeijingDay(addDays(until, 1)),
});
