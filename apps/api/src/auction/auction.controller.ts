import { Body, Controller, Get, Param, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { marketRules } from '#domain/auction/market-rule.policy.js';
import { parseYuan, type Fen } from '#domain/money/money.js';
import { AuctionProofService } from '#application/auction/auction-proof.service.js';
import { AuctionService, type NewAuction } from '#application/auction/auction.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { rightGuardErrors } from '../right/right.errors.js';
import { unwrap } from '../http/refusal.exception.js';
import { DraftAuctionDto, AuctionReasonDto, RecordQuery, SetReserveDto } from './auction.dto.js';
import { AuctionStreams } from './auction.streams.js';
import {
  AuctionRulesView,
  auctionRuleView,
  auctionView,
  AuctionView,
  recordEntryView,
  RecordView,
  reserveAdviceView,
  ReserveAdviceView,
  ReserveCommitmentView,
  ReserveView,
  SignalsView,
  signalsView,
} from './auction.view.js';
import { moneyView } from '../http/money.view.js';

const sellers = ['enterprise', 'researchUnit'] as const;
const bureau = ['registrar', 'reviewer', 'auditor'] as const;
const termsErrors = [
  'auction.startPriceMissing',
  'auction.depositTooHigh',
  'auction.ladderWrong',
  'auction.timesWrong',
  'auction.biddingLength',
  'auction.minimumBiddersWrong',
  'auction.extensionWrong',
] as const;
const defaultPageSize = 20;

@ApiTags('竞价（拍卖、挂牌交易）')
@Controller('v1')
export class AuctionController {
  constructor(
    private readonly auctions: AuctionService,
    private readonly proofs: AuctionProofService,
    private readonly streams: AuctionStreams,
  ) {}

  @Get('auction-rules')
  @Operation({
    summary: '查看竞价规则各版本',
    description: '法定条款注明条文；法律没有规定的，是本平台自己的规则，按版本和日期施行。',
    access: 'public',
    answer: AuctionRulesView,
  })
  rules(): AuctionRulesView {
    return { items: marketRules.map(auctionRuleView) };
  }

  @Post('auctions')
  @Operation({
    summary: '起草竞价（拍卖或挂牌交易）',
    access: sellers,
    scope: 'auction.write',
    status: 201,
    answer: AuctionView,
    errors: [
      'listing.notFound',
      'listing.methodDiffers',
      'auction.listingGone',
      'auction.alreadyPlanned',
      'money.malformed',
      ...termsErrors,
    ],
    idempotency: 'required',
  })
  async draft(@CurrentPerson() actor: PersonActor, @Body() body: DraftAuctionDto): Promise<AuctionView> {
    return auctionView(unwrap(await this.auctions.draft(actor, termsOf(body))));
  }

  @Get('auctions')
  @Operation({ summary: '浏览竞价公告', access: 'public', scope: 'auction.read', answer: PageOf(AuctionView) })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.auctions.listPublic(after, limit), auctionView);
  }

  @Get('auctions/mine')
  @Operation({ summary: '查看本单位的竞价', access: 'signedIn', scope: 'auction.read', answer: PageOf(AuctionView) })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.auctions.listOwn(actor, after, limit), auctionView);
  }

  @Get('auctions/:id')
  @Operation({
    summary: '查看一场竞价',
    access: 'public',
    scope: 'auction.read',
    answer: AuctionView,
    errors: ['auction.notFound'],
  })
  async get(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<AuctionView> {
    return auctionView(unwrap(await this.auctions.get(actor, id)));
  }

  @Put('auctions/:id/reserve')
  @Operation({
    summary: '设定或改定保留价（公告前）',
    description:
      '截止前只有转让方可以读，公布的只有加盐的摘要；系统只在竞价截止后读取。保留价决定了成交与否的，截止后在证据包中揭示（规则第 19 条）。',
    access: sellers,
    scope: 'auction.write',
    answer: ReserveCommitmentView,
    errors: ['auction.notFound', 'auction.reserveOnlyAuction', 'auction.reserveFixed', 'auction.reserveZero'],
  })
  async setReserve(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reserveYuan }: SetReserveDto,
  ): Promise<ReserveCommitmentView> {
    return unwrap(await this.auctions.setReserve(actor, id, unwrap(parseYuan(reserveYuan))));
  }

  @Get('auctions/:id/reserve')
  @Operation({
    summary: '查看本单位设定的保留价',
    access: sellers,
    errors: ['auction.notFound', 'auction.reserveMissing'],
    answer: ReserveView,
  })
  async reserve(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ReserveView> {
    const { amount, salt, commitment } = unwrap(await this.auctions.reserve(actor, id));
    return { reserve: moneyView(amount), salt, commitment };
  }

  @Get('auctions/:id/reserve-advice')
  @Operation({
    summary: '查看保留价参考',
    description: '同领域、同转化方式、近五年公开挂牌成交的价格区间及所依据的成交；少于 5 宗不给出。仅供参考。',
    access: sellers,
    scope: 'auction.read',
    answer: ReserveAdviceView,
    errors: ['auction.notFound', 'auction.tooFewDeals'],
  })
  async advice(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ReserveAdviceView> {
    return reserveAdviceView(unwrap(await this.auctions.advice(actor, id)));
  }

  @Post('auctions/:id/announcement')
  @Operation({
    summary: '发布竞价公告，挂牌随之公开',
    description: '拍卖公告应在拍卖日七日前发布；挂牌期不少于平台规则的日数。公告后条件不再改变。',
    access: sellers,
    scope: 'auction.write',
    status: 201,
    answer: AuctionView,
    errors: [
      'auction.notFound',
      'auction.tooEarly',
      'auction.tooFar',
      ...termsErrors,
      'listing.notFound',
      'listing.methodDiffers',
      'listing.achievementNotReady',
      'listing.alreadyOffered',
      ...rightGuardErrors,
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async announce(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<AuctionView> {
    return auctionView(unwrap(await this.auctions.announce(actor, id)));
  }

  @Post('auctions/:id/withdrawal')
  @Operation({
    summary: '撤回竞价（竞价开始前）',
    access: sellers,
    scope: 'auction.write',
    status: 201,
    answer: AuctionView,
    errors: ['auction.notFound', 'auction.alreadyOpen', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: AuctionReasonDto,
  ): Promise<AuctionView> {
    return auctionView(unwrap(await this.auctions.withdraw(actor, id, reason)));
  }

  @Post('auctions/:id/termination')
  @Operation({
    summary: '终止竞价（科技主管部门）',
    access: ['reviewer'],
    status: 201,
    answer: AuctionView,
    errors: ['auction.notFound', 'auction.alreadyOpen', 'auction.conflict', 'state.notAllowed'],
    idempotency: 'required',
  })
  async terminate(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: AuctionReasonDto,
  ): Promise<AuctionView> {
    return auctionView(unwrap(await this.auctions.terminate(actor, id, reason)));
  }

  @Post('auctions/:id/default')
  @Operation({
    summary: '登记买受人逾期未签约',
    access: sellers,
    scope: 'auction.write',
    status: 201,
    answer: AuctionView,
    errors: ['auction.notFound', 'auction.signingNotOver', 'auction.contractDrafted', 'state.notAllowed'],
    idempotency: 'required',
  })
  async declareDefault(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: AuctionReasonDto,
  ): Promise<AuctionView> {
    return auctionView(unwrap(await this.auctions.declareDefault(actor, id, reason)));
  }

  @Get('auctions/:id/record')
  @Operation({
    summary: '查看竞价记录',
    description: '依次编号，逐条链接摘要；竞买人以竞买号列示。',
    access: 'public',
    scope: 'auction.read',
    answer: RecordView,
    errors: ['auction.notFound'],
  })
  async record(@Param() { id }: IdParam, @Query() query: RecordQuery): Promise<RecordView> {
    const limit = query.limit ?? defaultPageSize;
    const { entries } = unwrap(await this.auctions.record(id, query.after ?? 0, limit + 1));
    const shown = entries.slice(0, limit);
    return {
      items: shown.map(recordEntryView),
      nextAfter: entries.length > limit ? (shown.at(-1)?.sequence ?? null) : null,
    };
  }

  @Get('auctions/:id/events')
  @Operation({
    summary: '实时接收竞价记录（text/event-stream）',
    description:
      '每条事件的 id 为记录序号，event 为事项，data 为该条记录。断线后以 Last-Event-ID 请求头（或 after 参数）续传；每 15 秒一次心跳；竞价结束后发送 end 并结束，其后续传答复 204。每个网络地址最多同时 20 路。',
    access: 'public',
    errors: ['auction.notFound', 'auction.tooManyStreams'],
  })
  @ApiProduces('text/event-stream')
  async events(
    @Param() { id }: IdParam,
    @Query() query: RecordQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const last = request.headers['last-event-id'];
    const after = typeof last === 'string' && /^\d{1,9}$/.test(last) ? Number(last) : (query.after ?? 0);
    const { entries, over } = unwrap(await this.auctions.record(id, after, 1));
    if (over && entries.length === 0) return void reply.status(204).send(); // tells a browser not to come back
    unwrap(this.streams.admit(request.ip));
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
    reply.hijack();
    reply.raw.writeHead(200, { ...(headers as Record<string, string>), 'x-accel-buffering': 'no' });
    this.streams.watch(id, reply.raw, request.ip, after);
  }

  @Get('auctions/:id/proof.zip')
  @Operation({
    summary: '下载竞价证据包',
    description:
      '公告的条件、规则全文、完整的竞价记录与签名的清单，任何人可离线核验；竞价截止后可下载。保留价决定了成交与否的，包内揭示保留价和盐值，可与公告的承诺摘要核对。',
    access: 'public',
    errors: ['auction.notFound', 'auction.stillRunning'],
  })
  @ApiProduces('application/zip')
  async proof(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<StreamableFile> {
    return new StreamableFile(unwrap(await this.proofs.bundle(actor, id)), {
      type: 'application/zip',
      disposition: `attachment; filename="auction-${id}.zip"`,
    });
  }

  @Get('auctions/:id/signals')
  @Operation({
    summary: '查看串通线索（科技主管部门）',
    description: '由报名、利害关系和应价记录算出，供核查；只是线索，不是结论。',
    access: bureau,
    answer: SignalsView,
    errors: ['auction.notFound'],
  })
  async signals(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<SignalsView> {
    return signalsView(unwrap(await this.proofs.signals(actor, id)));
  }
}

const fen = (yuan: string): Fen => unwrap(parseYuan(yuan));

const termsOf = (body: DraftAuctionDto): NewAuction => ({
  listingId: body.listingId,
  method: body.method,
  conditions: body.conditions,
  qualification: body.qualification,
  startPrice: fen(body.startPriceYuan),
  deposit: body.depositYuan == null ? 0n : fen(body.depositYuan),
  increments: body.increments?.map(({ fromYuan, stepYuan }) => ({ from: fen(fromYuan), step: fen(stepYuan) })) ?? null,
  registrationClosesAt: new Date(body.registrationClosesAt),
  opensAt: new Date(body.opensAt),
  closesAt: new Date(body.closesAt),
  minimumBidders: body.minimumBidders ?? 1,
  periodExtensionDays: body.periodExtensionDays ?? 0,
  periodExtensionsMax: body.periodExtensionsMax ?? 0,
});
