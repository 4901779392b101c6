import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Contract } from '#domain/contract/contract.js';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ReceiptService } from '#application/contract/receipt.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ReceiptParam, RecordReceiptDto, StateAmountsDto, SupplementParam, VoidReceiptDto } from './receipt.dto.js';
import {
  AmountSupplementView,
  amountSupplementView,
  IncomeView,
  incomeView,
  ListedReceiptView,
  listedReceiptView,
  ReceiptView,
  receiptView,
} from './receipt.view.js';

const sides = ['enterprise', 'researchUnit'] as const;

@ApiTags('技术合同')
@Controller('v1/contracts/:id')
export class ReceiptController {
  constructor(private readonly receipts: ReceiptService) {}

  @Post('receipts')
  @Operation({
    summary: '登记取得的技术性收入',
    description: '由卖方登记，同一凭证号重复登记返回原记录。除待补充金额的提成外，合计不超过技术交易额。',
    access: sides,
    scope: 'contract.write',
    status: 201,
    answer: ReceiptView,
    errors: [
      'contract.notFound',
      'contract.notSeller',
      'contract.notEffective',
      'contract.receiptKindNotAgreed',
      'contract.receiptEmpty',
      'contract.receiptInFuture',
      'contract.receiptTooEarly',
      'contract.receiptReferenceTaken',
      'contract.tooManyReceipts',
      'contract.incomeAboveTechnologyValue',
    ],
    idempotency: 'required',
  })
  async record(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: RecordReceiptDto,
  ): Promise<ReceiptView> {
    const { receivedOn, kind, reference, evidence, royaltyBaseYuan } = body;
    const amount = unwrap(parseYuan(body.amountYuan));
    const royaltyBase =
      royaltyBaseYuan === undefined || royaltyBaseYuan === null ? null : unwrap(parseYuan(royaltyBaseYuan));
    const given = { receivedOn, kind, reference, evidence, amount, royaltyBase };
    return receiptView(unwrap(await this.receipts.record(actor, id, given)));
  }

  @Get('receipts')
  @Operation({
    summary: '查看一份合同的技术性收入记录',
    access: 'signedIn',
    scope: 'contract.read',
    answer: PageOf(ListedReceiptView),
    errors: ['contract.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    let contract: Contract | null = null;
    const read = async (after: string | null, limit: number) => {
      const found = unwrap(await this.receipts.list(actor, id, after, limit));
      contract = found.contract;
      return found.receipts;
    };
    return pageOf(query, read, (receipt) => listedReceiptView(contract, receipt));
  }

  @Get('income')
  @Operation({
    summary: '查看一份合同的技术性收入合计',
    access: 'signedIn',
    scope: 'contract.read',
    answer: IncomeView,
    errors: ['contract.notFound'],
  })
  async income(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<IncomeView> {
    return incomeView(unwrap(await this.receipts.income(actor, id)));
  }

  @Post('receipts/:receiptId/voidance')
  @Operation({
    summary: '作废一笔收入记录',
    access: sides,
    scope: 'contract.write',
    status: 201,
    answer: ReceiptView,
    errors: ['contract.notFound', 'contract.notSeller', 'contract.receiptNotFound', 'contract.receiptVoided'],
    idempotency: 'required',
  })
  async void(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, receiptId }: ReceiptParam,
    @Body() { reason }: VoidReceiptDto,
  ): Promise<ReceiptView> {
    return receiptView(unwrap(await this.receipts.void(actor, id, receiptId, reason)));
  }

  @Post('amount-supplements')
  @Operation({
    summary: '补充提成合同的金额',
    description: '一方提出，另一方确认后计入；享受税收优惠、奖酬前须补充。',
    access: sides,
    scope: 'contract.write',
    status: 201,
    answer: AmountSupplementView,
    errors: [
      'contract.notFound',
      'contract.notEffective',
      'contract.amountsNotOpen',
      'contract.settlementSplit',
      'contract.settlementBelowIncome',
      'contract.settlementRunning',
    ],
    idempotency: 'required',
  })
  async stateAmounts(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: StateAmountsDto,
  ): Promise<AmountSupplementView> {
    const amounts = {
      contractValue: unwrap(parseYuan(body.contractValueYuan)),
      technologyValue: unwrap(parseYuan(body.technologyValueYuan)),
    };
    return amountSupplementView(unwrap(await this.receipts.stateAmounts(actor, id, amounts, body.reason)));
  }

  @Get('amount-supplements')
  @Operation({
    summary: '查看一份合同的金额补充',
    access: 'signedIn',
    scope: 'contract.read',
    answer: PageOf(AmountSupplementView),
    errors: ['contract.notFound'],
  })
  async supplements(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.receipts.supplements(actor, id, after, limit));
    return pageOf(query, read, amountSupplementView);
  }

  @Post('amount-supplements/:supplementId/confirmation')
  @Operation({
    summary: '确认对方补充的金额',
    access: sides,
    scope: 'contract.write',
    status: 201,
    answer: AmountSupplementView,
    errors: [
      'contract.notFound',
      'contract.notEffective',
      'contract.amountsNotOpen',
      'contract.settlementSplit',
      'contract.settlementBelowIncome',
      'contract.supplementNotFound',
      'contract.supplementConfirmed',
      'contract.ownSupplement',
    ],
    idempotency: 'required',
  })
  async confirmAmounts(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, supplementId }: SupplementParam,
  ): Promise<AmountSupplementView> {
    return amountSupplementView(unwrap(await this.receipts.confirmAmounts(actor, id, supplementId)));
  }
}
