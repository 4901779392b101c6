import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ListingContent } from '#domain/listing/listing.js';
import { parseYuan, type Fen } from '#domain/money/money.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ListingService, type NewListing } from '#application/listing/listing.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { RenewalDto } from '../vitality/vitality.dto.js';
import { rightGuardErrors } from '../right/right.errors.js';
import { AmendListingDto, CreateListingDto, ListingsQuery } from './listing.dto.js';
import { listingView, ListingView, SignabilityView } from './listing.view.js';

const writers = ['enterprise', 'researchUnit'] as const;
const patentErrors = rightGuardErrors;

@ApiTags('挂牌')
@Controller('v1/listings')
export class ListingController {
  constructor(private readonly listings: ListingService) {}

  @Post()
  @Operation({
    summary: '起草成果挂牌',
    access: writers,
    scope: 'listing.write',
    status: 201,
    answer: ListingView,
    errors: ['achievement.notFound', 'listing.achievementNotReady'],
    idempotency: 'required',
  })
  async create(@CurrentPerson() actor: PersonActor, @Body() body: CreateListingDto): Promise<ListingView> {
    return listingView(unwrap(await this.listings.create(actor, body.achievementId, contentOf(body))));
  }

  @Get()
  @Operation({ summary: '浏览挂牌', access: 'public', scope: 'listing.read', answer: PageOf(ListingView) })
  async list(@Query() query: ListingsQuery) {
    const { achievementId = null } = query;
    return pageOf(query, (after, limit) => this.listings.listPublic(achievementId, after, limit), listingView);
  }

  @Get('mine')
  @Operation({ summary: '查看本单位的挂牌', access: 'signedIn', scope: 'listing.read', answer: PageOf(ListingView) })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.listings.listOwn(actor, after, limit), listingView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一条挂牌',
    access: 'public',
    scope: 'listing.read',
    answer: ListingView,
    errors: ['listing.notFound'],
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListingView> {
    return withEtag(reply, listingView(unwrap(await this.listings.get(actor, id))));
  }

  @Get(':id/signability')
  @Operation({
    summary: '查询挂牌现在能否签约',
    description: '公示期未满、有异议未处理或权利有瑕疵时，以问题答复说明依据、最后一日和办法。',
    access: 'signedIn',
    scope: 'listing.read',
    answer: SignabilityView,
    errors: [
      'listing.notFound',
      'publicNotice.stillRunning',
      'publicNotice.objectionOpen',
      'publicNotice.stopped',
      'listing.notOpen',
      'listing.soldByBids',
      'listing.achievementNotReady',
      ...patentErrors,
    ],
  })
  async signability(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<SignabilityView> {
    const listing = unwrap(await this.listings.checkSignability(actor, id));
    return { listingId: listing.id, signable: true };
  }

  @Patch(':id')
  @Operation({
    summary: '修改挂牌草稿',
    access: writers,
    scope: 'listing.write',
    answer: ListingView,
    errors: ['listing.notFound', 'listing.posted', 'version.required', 'version.stale'],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: AmendListingDto,
  ): Promise<ListingView> {
    return listingView(unwrap(await this.listings.amend(actor, id, version, changeOf(body))));
  }

  @Post(':id/publication')
  @Operation({
    summary: '发布挂牌',
    description: '国家设立的研发机构、高等院校以协议定价的，即开始不少于 15 日的公示；其他单位即时挂牌。',
    access: writers,
    scope: 'listing.write',
    status: 201,
    answer: ListingView,
    errors: [
      'listing.notFound',
      'listing.pricingMethodMissing',
      'listing.priceMissing',
      'listing.methodNotOpen',
      'listing.expired',
      'listing.achievementNotReady',
      'listing.alreadyOffered',
      'listing.statementUnclear',
      'listing.scoreTooLow',
      'state.notAllowed',
      ...patentErrors,
    ],
    idempotency: 'required',
  })
  async publish(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ListingView> {
    return listingView(unwrap(await this.listings.publish(actor, id)));
  }

  @Post(':id/renewal')
  @Operation({
    summary: '续期挂牌：在架的延长，到期冻结的重新上架',
    access: writers,
    scope: 'listing.write',
    status: 201,
    answer: ListingView,
    errors: [
      'listing.notFound',
      'listing.expired',
      'listing.methodNotOpen',
      'listing.achievementNotReady',
      'listing.alreadyOffered',
      'state.notAllowed',
      ...patentErrors,
    ],
    idempotency: 'required',
  })
  async renew(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: RenewalDto,
  ): Promise<ListingView> {
    return listingView(unwrap(await this.listings.renew(actor, id, body.validUntil ?? null)));
  }

  @Post(':id/withdrawal')
  @Operation({
    summary: '撤回挂牌',
    access: writers,
    scope: 'listing.write',
    status: 201,
    answer: ListingView,
    errors: ['listing.notFound', 'listing.inBidding', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ListingView> {
    return listingView(unwrap(await this.listings.withdraw(actor, id)));
  }
}

const contentOf = (body: CreateListingDto): NewListing => ({
  pricingMethod: body.pricingMethod ?? null,
  transferMode: body.transferMode,
  price: priceOf(body.priceYuan ?? null),
  relatedParty: body.relatedParty ?? false,
  noticeDays: body.noticeDays ?? null,
  validUntil: body.validUntil ?? null,
});

/** Members that the caller sent; null clears. */
function changeOf({ priceYuan, noticeDays, relatedParty, ...rest }: AmendListingDto): Partial<ListingContent> {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(relatedParty !== undefined && { relatedParty: relatedParty ?? false }),
    ...(noticeDays !== undefined && { noticeDays: noticeDays ?? 0 }),
    ...(priceYuan !== undefined && { price: priceOf(priceYuan) }),
  };
}

/** Null when the caller cleared it. */
const priceOf = (yuan: string | null): Fen | null => (yuan === null ? null : unwrap(parseYuan(yuan)));
