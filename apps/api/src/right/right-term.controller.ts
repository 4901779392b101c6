import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { AnnualFeeService } from '#application/right/annual-fee.service.js';
import { FilingService } from '#application/right/filing.service.js';
import { ListingFreezeService } from '#application/listing/listing-freeze.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { rightOwners, rightParties } from './right.controller.js';
import { DecideFilingDto, FeeQuery, ReportFeeDto, ReportFilingDto } from './right.dto.js';
import {
  feeOverviewView,
  FeeOverviewView,
  feePaymentView,
  FeePaymentView,
  filingView,
  freezeView,
  ListingFreezeView,
  reminderView,
  RightFilingView,
  RightReminderView,
} from './right-term.view.js';

/** Fees, filings, reminders: the terms of rights, and what a listing's rights make of it. */
@ApiTags('知识产权')
@Controller('v1')
export class RightTermController {
  constructor(
    private readonly fees: AnnualFeeService,
    private readonly filings: FilingService,
    private readonly freezes: ListingFreezeService,
  ) {}

  @Get('patents/:id/annual-fees')
  @Operation({
    summary: '查看专利各年度年费、滞纳金与算账结果',
    description: '按公布的收费标准计算，未计费减；建议只是算术结果，供参考。没有登记授权公告日的不能计算。',
    access: 'signedIn',
    scope: 'right.read',
    answer: FeeOverviewView,
    errors: ['right.notFound'],
  })
  async overview(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() { expectedIncomeYuan }: FeeQuery,
  ): Promise<FeeOverviewView> {
    const expected = typeof expectedIncomeYuan === 'string' ? unwrap(parseYuan(expectedIncomeYuan)) : 0n;
    return feeOverviewView(unwrap(await this.fees.overview(actor, id, expected)));
  }

  @Post('patents/:id/annual-fees')
  @Operation({
    summary: '登记已向国家知识产权局缴纳的年费',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: FeePaymentView,
    errors: [
      'right.notFound',
      'right.noFees',
      'right.feeYear',
      'right.feePaidTwice',
      'right.feeTooLow',
      'right.datesWrong',
    ],
    idempotency: 'required',
  })
  async pay(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { year, paidOn, amountYuan, receiptNumber }: ReportFeeDto,
  ): Promise<FeePaymentView> {
    const amount = unwrap(parseYuan(amountYuan));
    return feePaymentView(unwrap(await this.fees.reportPayment(actor, id, { year, paidOn, amount, receiptNumber })));
  }

  @Get('right-reminders')
  @Operation({
    summary: '查看本单位知识产权的期限提醒',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(RightReminderView),
  })
  async reminders(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.fees.reminders(actor, after, limit), reminderView);
  }

  @Get('right-filings')
  @Operation({
    summary: '查看本单位的许可备案与转让登记事项',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(RightFilingView),
  })
  async listFilings(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.filings.list(actor, after, limit), filingView);
  }

  @Get('right-filings/:id')
  @Operation({
    summary: '查看一项许可备案或转让登记',
    access: 'signedIn',
    scope: 'right.read',
    answer: RightFilingView,
    errors: ['right.filingNotFound'],
  })
  async getFiling(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RightFilingView> {
    return filingView(unwrap(await this.filings.get(actor, id)));
  }

  @Post('right-filings/:id/report')
  @Operation({
    summary: '申报已办理的备案或登记',
    access: rightParties,
    scope: 'right.write',
    status: 201,
    answer: RightFilingView,
    errors: ['right.filingNotFound', 'right.filingDay', 'right.evidenceUnknown', 'state.notAllowed'],
    idempotency: 'required',
  })
  async report(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { filedOn, filingNumber, evidenceId }: ReportFilingDto,
  ): Promise<RightFilingView> {
    return filingView(unwrap(await this.filings.report(actor, id, { filedOn, filingNumber, evidenceId })));
  }

  @Post('right-filings/:id/confirmation')
  @Operation({
    summary: '由第二人核对备案或登记证明',
    description: '转让登记核对无误后，权利在本平台归受让人；转让自登记之日起生效（专利法第十条）。',
    access: rightParties,
    scope: 'right.write',
    status: 201,
    answer: RightFilingView,
    errors: ['right.filingNotFound', 'right.samePerson', 'state.notAllowed'],
    idempotency: 'required',
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { agreed }: DecideFilingDto,
  ): Promise<RightFilingView> {
    return filingView(unwrap(await this.filings.decide(actor, id, agreed)));
  }

  @Get('listings/:id/freezes')
  @Operation({
    summary: '查看挂牌因权利状况冻结的经过',
    access: 'public',
    scope: 'listing.read',
    answer: PageOf(ListingFreezeView),
  })
  async freezesOf(@Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.freezes.ofListing(id, after, limit), freezeView);
  }
}
