import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { DealService } from '#application/deal/deal.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AgreeDto, BreakOffDto, OfferDto, OpenDealDto, RefuseOfferDto } from './deal.dto.js';
import { dealView, DealView, offerChainView, OfferChainView, offerView, OfferView } from './deal.view.js';

const sides = ['enterprise', 'researchUnit'] as const;

const answerErrors = [
  'deal.notFound',
  'deal.noOffer',
  'deal.offerOutdated',
  'deal.offerRefused',
  'deal.ownOffer',
  'state.notAllowed',
] as const;

@ApiTags('洽谈')
@Controller('v1/deals')
export class DealController {
  constructor(private readonly deals: DealService) {}

  @Post()
  @Operation({
    summary: '就已达成的引荐开始洽谈',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: DealView,
    errors: ['deal.introductionNotFound', 'deal.introductionNotAccepted', 'deal.listingNotFound', 'deal.alreadyOpen'],
    idempotency: 'required',
  })
  async open(@CurrentPerson() actor: PersonActor, @Body() body: OpenDealDto): Promise<DealView> {
    return dealView(unwrap(await this.deals.open(actor, body.introductionId, body.listingId ?? null)));
  }

  @Get()
  @Operation({ summary: '查看与本单位有关的洽谈', access: 'signedIn', scope: 'deal.read', answer: PageOf(DealView) })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.deals.list(actor, after, limit), dealView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一项洽谈',
    access: 'signedIn',
    scope: 'deal.read',
    answer: DealView,
    errors: ['deal.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<DealView> {
    return dealView(unwrap(await this.deals.get(actor, id)));
  }

  @Get(':id/offers')
  @Operation({
    summary: '查看洽谈的全部报价',
    access: 'signedIn',
    scope: 'deal.read',
    answer: OfferChainView,
    errors: ['deal.notFound'],
  })
  async offers(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OfferChainView> {
    return offerChainView(unwrap(await this.deals.offersOf(actor, id)));
  }

  @Post(':id/offers')
  @Operation({
    summary: '报价或还价',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: OfferView,
    errors: ['deal.notFound', 'deal.tooManyOffers', 'deal.offerWithoutPrice', 'deal.priceFixed', 'state.notAllowed'],
    idempotency: 'required',
  })
  async offer(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: OfferDto,
  ): Promise<OfferView> {
    const { mode, terms } = body;
    const made = await this.deals.offer(actor, id, { price: unwrap(parseYuan(body.priceYuan)), mode, terms });
    return offerView(unwrap(made).offer);
  }

  @Post(':id/agreement')
  @Operation({
    summary: '接受对方的最新报价',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: DealView,
    errors: answerErrors,
    idempotency: 'required',
  })
  async agree(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { serial }: AgreeDto,
  ): Promise<DealView> {
    return dealView(unwrap(await this.deals.agree(actor, id, serial)));
  }

  @Post(':id/refusals')
  @Operation({
    summary: '拒绝对方的最新报价并说明原因',
    description: '洽谈继续；被拒绝的报价不能再被接受。',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: DealView,
    errors: answerErrors,
    idempotency: 'required',
  })
  async refuseOffer(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { serial, ...why }: RefuseOfferDto,
  ): Promise<DealView> {
    return dealView(unwrap(await this.deals.refuseOffer(actor, id, serial, why)));
  }

  @Post(':id/break-off')
  @Operation({
    summary: '终止洽谈',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: DealView,
    errors: ['deal.notFound', 'deal.priceFixed', 'state.notAllowed'],
    idempotency: 'required',
  })
  async breakOff(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: BreakOffDto,
  ): Promise<DealView> {
    return dealView(unwrap(await this.deals.breakOff(actor, id, body)));
  }
}
