import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { BidderService } from '#application/auction/bidder.service.js';
import { BiddingService } from '#application/auction/bidding.service.js';
import { DepositService } from '#application/auction/deposit.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { BidDto, AuctionReasonDto, RecordDepositDto, RegisterBidderDto, RegistrationParam } from './auction.dto.js';
import { AcceptedBidView, acceptedBidView, AuctionRegistrationView, auctionRegistrationView } from './auction.view.js';

const units = ['enterprise', 'researchUnit'] as const;

@ApiTags('竞价（拍卖、挂牌交易）')
@Controller('v1')
export class BidderController {
  constructor(
    private readonly bidders: BidderService,
    private readonly deposits: DepositService,
    private readonly bidding: BiddingService,
  ) {}

  @Post('auctions/:id/registrations')
  @Operation({
    summary: '报名参加竞价',
    description: '转让方及与其有利害关系的单位和人员不得报名。报名挂牌交易即承诺以不低于挂牌价受让。',
    access: units,
    scope: 'auction.write',
    status: 201,
    answer: AuctionRegistrationView,
    errors: [
      'auction.notFound',
      'organization.unverified',
      'auction.ownAuction',
      'auction.relatedBidder',
      'auction.registrationOver',
      'auction.alreadyRegistered',
    ],
    idempotency: 'required',
  })
  async register(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: RegisterBidderDto,
  ): Promise<AuctionRegistrationView> {
    return auctionRegistrationView(unwrap(await this.bidders.register(actor, id, { ...body })));
  }

  @Get('auctions/:id/registrations')
  @Operation({
    summary: '查看竞价的报名（转让方和主管部门看全部，报名单位看自己的）',
    access: 'signedIn',
    scope: 'auction.read',
    answer: PageOf(AuctionRegistrationView),
    errors: ['auction.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.bidders.list(actor, id, after, limit));
    return pageOf(query, read, auctionRegistrationView);
  }

  @Get('auction-registrations/mine')
  @Operation({
    summary: '查看本单位的竞价报名',
    access: 'signedIn',
    scope: 'auction.read',
    answer: PageOf(AuctionRegistrationView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.bidders.listOwn(actor, after, limit), auctionRegistrationView);
  }

  @Post('auctions/:id/registrations/:registrationId/deposit')
  @Operation({
    summary: '登记保证金到账（交易机构）',
    access: ['registrar'],
    status: 201,
    answer: AuctionRegistrationView,
    errors: [
      'auction.registrationNotFound',
      'auction.depositNotAsked',
      'auction.depositDiffers',
      'auction.depositRecorded',
      'auction.depositAhead',
      'auction.referenceUsed',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async deposit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, registrationId }: RegistrationParam,
    @Body() { amountYuan, reference, receivedOn }: RecordDepositDto,
  ): Promise<AuctionRegistrationView> {
    const received = { amount: unwrap(parseYuan(amountYuan)), reference, receivedOn };
    return auctionRegistrationView(unwrap(await this.deposits.record(actor, id, registrationId, received)));
  }

  @Post('auctions/:id/registrations/:registrationId/qualification')
  @Operation({
    summary: '确认竞买人资格并给竞买号（转让方）',
    access: units,
    scope: 'auction.write',
    status: 201,
    answer: AuctionRegistrationView,
    errors: [
      'auction.notFound',
      'auction.registrationNotFound',
      'auction.registrationOver',
      'auction.depositMissing',
      'auction.relatedBidder',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async qualify(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, registrationId }: RegistrationParam,
  ): Promise<AuctionRegistrationView> {
    return auctionRegistrationView(unwrap(await this.bidders.qualify(actor, id, registrationId)));
  }

  @Post('auctions/:id/registrations/:registrationId/rejection')
  @Operation({
    summary: '不予确认竞买人资格（转让方），说明理由',
    access: units,
    scope: 'auction.write',
    status: 201,
    answer: AuctionRegistrationView,
    errors: ['auction.notFound', 'auction.registrationNotFound', 'auction.registrationOver', 'state.notAllowed'],
    idempotency: 'required',
  })
  async reject(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, registrationId }: RegistrationParam,
    @Body() { reason }: AuctionReasonDto,
  ): Promise<AuctionRegistrationView> {
    return auctionRegistrationView(unwrap(await this.bidders.reject(actor, id, registrationId, reason)));
  }

  @Post('auctions/:id/registrations/:registrationId/withdrawal')
  @Operation({
    summary: '退出竞价（竞价开始前）',
    access: units,
    scope: 'auction.write',
    status: 201,
    answer: AuctionRegistrationView,
    errors: ['auction.registrationNotFound', 'auction.registrationBinds', 'auction.alreadyOpen', 'state.notAllowed'],
    idempotency: 'required',
  })
  async leave(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, registrationId }: RegistrationParam,
  ): Promise<AuctionRegistrationView> {
    return auctionRegistrationView(unwrap(await this.bidders.leave(actor, id, registrationId)));
  }

  @Post('auctions/:id/bids')
  @Operation({
    summary: '报价或应价',
    description:
      '挂牌期内为报价（不低于挂牌价，可以提高自己的报价）；竞价开始后为应价（不低于当前价加加价幅度）。以服务器收到并排定次序的时刻为准，截止后到达的不接受。应价不得撤回。',
    access: units,
    scope: 'auction.write',
    status: 201,
    answer: AcceptedBidView,
    errors: [
      'auction.notFound',
      'auction.notQualified',
      'auction.notOpenYet',
      'auction.closed',
      'auction.bidTooLow',
      'auction.offerTooLow',
      'auction.alreadyHighest',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async bid(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { amountYuan }: BidDto,
  ): Promise<AcceptedBidView> {
    return acceptedBidView(unwrap(await this.bidding.bid(actor, id, unwrap(parseYuan(amountYuan)))));
  }
}
