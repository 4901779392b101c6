import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ReservePlacementService } from '#application/purchase-reserve/reserve-placement.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  DecideReserveDto,
  LinkReserveContractDto,
  ProposePlacementDto,
  ReceivePlacementDto,
  ReserveReasonDto,
} from './purchase-reserve.dto.js';
import { reservePlacementView, ReservePlacementView } from './purchase-reserve.view.js';

const officers = ['rewardOfficer'] as const;
const write = {
  scope: 'purchaseReserve.write',
  status: 201,
  answer: ReservePlacementView,
  idempotency: 'required',
} as const;

@ApiTags('成果购买储备')
@Controller('v1')
export class ReservePlacementController {
  constructor(private readonly placements: ReservePlacementService) {}

  @Post('purchase-reserves/:id/placements')
  @Operation({
    ...write,
    summary: '提出把储备成果转让或许可给企业',
    access: officers,
    errors: [
      'purchaseReserve.notFound',
      'purchaseReserve.conflict',
      'purchaseReserve.amountZero',
      'reservePlacement.buyerUnknown',
      'money.malformed',
      'state.notAllowed',
    ],
  })
  async propose(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { priceYuan, ...body }: ProposePlacementDto,
  ): Promise<ReservePlacementView> {
    const given = { ...body, price: unwrap(parseYuan(priceYuan)) };
    return reservePlacementView(unwrap(await this.placements.propose(actor, id, given)));
  }

  @Post('reserve-placements/:id/decision')
  @Operation({
    ...write,
    summary: '审批储备转出（不能由提出的人审批）',
    description: '同意时，价款中收回成本的部分转为应收回。',
    access: ['rewardOfficer', 'reviewer'],
    errors: [
      'reservePlacement.notFound',
      'reservePlacement.soldAlready',
      'purchaseReserve.sameEyes',
      'purchaseReserve.conflict',
      'purchaseReserve.amountTooLarge',
      'purchaseReserve.budgetShort',
      'state.notAllowed',
    ],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, reason }: DecideReserveDto,
  ): Promise<ReservePlacementView> {
    return reservePlacementView(unwrap(await this.placements[outcome](actor, id, reason)));
  }

  @Post('reserve-placements/:id/receipts')
  @Operation({
    ...write,
    summary: '记录企业付款：先收回成本，余下为增值',
    access: officers,
    errors: [
      'reservePlacement.notFound',
      'purchaseReserve.receiptTooLarge',
      'purchaseReserve.amountZero',
      'purchaseReserve.amountTooLarge',
      'purchaseReserve.budgetShort',
      'money.malformed',
      'state.notAllowed',
    ],
  })
  async receive(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { amountYuan, documentNumber }: ReceivePlacementDto,
  ): Promise<ReservePlacementView> {
    const amount = unwrap(parseYuan(amountYuan));
    return reservePlacementView(unwrap(await this.placements.receive(actor, id, amount, documentNumber)));
  }

  @Post('reserve-placements/:id/cancellation')
  @Operation({
    ...write,
    summary: '取消储备转出',
    access: officers,
    errors: [
      'reservePlacement.notFound',
      'purchaseReserve.amountTooLarge',
      'purchaseReserve.budgetShort',
      'state.notAllowed',
    ],
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ReserveReasonDto,
  ): Promise<ReservePlacementView> {
    return reservePlacementView(unwrap(await this.placements.cancel(actor, id, reason)));
  }

  @Post('reserve-placements/:id/contract')
  @Operation({
    ...write,
    summary: '关联转出所依据的技术合同',
    access: officers,
    errors: ['reservePlacement.notFound', 'reservePlacement.contractUnfit'],
  })
  async linkContract(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { contractId }: LinkReserveContractDto,
  ): Promise<ReservePlacementView> {
    return reservePlacementView(unwrap(await this.placements.linkContract(actor, id, contractId)));
  }
}
