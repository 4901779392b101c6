import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { PurchaseReserveService } from '#application/purchase-reserve/purchase-reserve.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  AnswerReserveDto,
  DecideReserveDto,
  DecideWriteOffDto,
  PayReserveDto,
  ProposeReserveDto,
  ReserveReasonDto,
} from './purchase-reserve.dto.js';
import {
  purchaseReserveView,
  PurchaseReserveView,
  reserveDetailView,
  ReserveDetailView,
  stockItemView,
  StockItemView,
} from './purchase-reserve.view.js';

const officers = ['rewardOfficer'] as const;
const approvers = ['rewardOfficer', 'reviewer'] as const;
const write = {
  scope: 'purchaseReserve.write',
  status: 201,
  answer: PurchaseReserveView,
  idempotency: 'required',
} as const;

@ApiTags('成果购买储备')
@Controller('v1')
export class PurchaseReserveController {
  constructor(private readonly reserves: PurchaseReserveService) {}

  @Get('purchase-reserve-stock')
  @Operation({
    summary: '浏览可以转让或许可给企业的储备成果',
    access: 'public',
    scope: 'purchaseReserve.read',
    answer: PageOf(StockItemView),
  })
  async stock(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.reserves.stock(after, limit), stockItemView);
  }

  @Post('purchase-reserves')
  @Operation({
    ...write,
    summary: '提出成果购买储备',
    access: officers,
    errors: [
      'achievement.notFound',
      'evaluation.notFound',
      'purchaseReserve.termsWrong',
      'purchaseReserve.conflict',
      'purchaseReserve.reservedAlready',
      'money.malformed',
    ],
  })
  async propose(@CurrentPerson() actor: PersonActor, @Body() body: ProposeReserveDto): Promise<PurchaseReserveView> {
    const { priceYuan, exercisePriceYuan, optionUntil, evaluationId, ...rest } = body;
    const terms = {
      ...rest,
      price: unwrap(parseYuan(priceYuan)),
      exercisePrice: unwrap(parseYuan(exercisePriceYuan ?? '0')),
      optionUntil: optionUntil ?? null,
      evaluationId: evaluationId ?? null,
    };
    return purchaseReserveView(unwrap(await this.reserves.propose(actor, terms)));
  }

  @Get('purchase-reserves')
  @Operation({
    summary: '查看成果购买储备（成果单位看本单位的；奖补、审定、审计人员看全部）',
    access: 'signedIn',
    scope: 'purchaseReserve.read',
    answer: PageOf(PurchaseReserveView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.reserves.list(actor, after, limit), purchaseReserveView);
  }

  @Get('purchase-reserves/:id')
  @Operation({
    summary: '查看一项成果购买储备及其转出',
    access: 'signedIn',
    scope: 'purchaseReserve.read',
    answer: ReserveDetailView,
    errors: ['purchaseReserve.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ReserveDetailView> {
    return reserveDetailView(unwrap(await this.reserves.get(actor, id)));
  }

  @Post('purchase-reserves/:id/decision')
  @Operation({
    ...write,
    summary: '审批成果购买储备（不能由提出的人审批）',
    description: '同意时从当年专项引导基金预留价款；期权连同行权价一并预留。',
    access: approvers,
    errors: [
      'purchaseReserve.notFound',
      'purchaseReserve.sameEyes',
      'purchaseReserve.conflict',
      'purchaseReserve.budgetShort',
      'state.notAllowed',
    ],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, reason }: DecideReserveDto,
  ): Promise<PurchaseReserveView> {
    return purchaseReserveView(unwrap(await this.reserves[outcome](actor, id, reason)));
  }

  @Post('purchase-reserves/:id/answer')
  @Operation({
    ...write,
    summary: '成果单位答复是否同意',
    access: ['researchUnit', 'enterprise'],
    errors: ['purchaseReserve.notFound', 'state.notAllowed'],
  })
  async answer(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { answer, reason }: AnswerReserveDto,
  ): Promise<PurchaseReserveView> {
    return purchaseReserveView(unwrap(await this.reserves.answer(actor, id, answer === 'accept', reason)));
  }

  @Post('purchase-reserves/:id/withdrawal')
  @Operation({
    ...write,
    summary: '付款前撤回购买储备；预留的款项随之释放',
    access: officers,
    errors: ['purchaseReserve.notFound', 'purchaseReserve.budgetShort', 'state.notAllowed'],
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReserveReasonDto,
  ): Promise<PurchaseReserveView> {
    return purchaseReserveView(unwrap(await this.reserves.withdraw(actor, id, reason)));
  }

  @Post('purchase-reserves/:id/payment')
  @Operation({
    ...write,
    summary: '记录付款：购买入库，或取得期权',
    access: officers,
    errors: [
      'purchaseReserve.notFound',
      'purchaseReserve.amountTooLarge',
      'purchaseReserve.budgetShort',
      'state.notAllowed',
    ],
  })
  async acquire(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { documentNumber }: PayReserveDto,
  ): Promise<PurchaseReserveView> {
    return purchaseReserveView(unwrap(await this.reserves.acquire(actor, id, documentNumber)));
  }

  @Post('purchase-reserves/:id/exercise')
  @Operation({
    ...write,
    summary: '行使期权并记录付款',
    access: officers,
    errors: [
      'purchaseReserve.notFound',
      'purchaseReserve.optionOver',
      'purchaseReserve.amountTooLarge',
      'purchaseReserve.budgetShort',
      'state.notAllowed',
    ],
  })
  async exercise(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { documentNumber }: PayReserveDto,
  ): Promise<PurchaseReserveView> {
    return purchaseReserveView(unwrap(await this.reserves.exercise(actor, id, documentNumber)));
  }

  @Post('purchase-reserves/:id/write-off')
  @Operation({
    ...write,
    summary: '提出核销',
    access: officers,
    errors: ['purchaseReserve.notFound', 'purchaseReserve.moneyOutstanding', 'state.notAllowed'],
  })
  async proposeWriteOff(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReserveReasonDto,
  ): Promise<PurchaseReserveView> {
    return purchaseReserveView(unwrap(await this.reserves.proposeWriteOff(actor, id, reason)));
  }

  @Post('purchase-reserves/:id/write-off/decision')
  @Operation({
    ...write,
    summary: '审批核销（不能由提出的人审批）',
    access: approvers,
    errors: ['purchaseReserve.notFound', 'purchaseReserve.sameEyes', 'state.notAllowed'],
  })
  async decideWriteOff(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, reason }: DecideWriteOffDto,
  ): Promise<PurchaseReserveView> {
    return purchaseReserveView(unwrap(await this.reserves.decideWriteOff(actor, id, outcome === 'writeOff', reason)));
  }
}
