import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { RoyaltyService } from '#application/performance/royalty.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { PlanReasonDto, RoyaltyReportDto } from './performance.dto.js';
import { royaltyReportView, RoyaltyReportView, royaltyStandingView, RoyaltyStandingView } from './performance.view.js';

const sides = ['enterprise', 'researchUnit'] as const;
const deciding = {
  access: sides,
  scope: 'performance.write',
  status: 201,
  answer: RoyaltyReportView,
  errors: ['royaltyReport.notFound', 'royaltyReport.sellerDecides', 'state.notAllowed'],
  idempotency: 'required',
} as const;

@ApiTags('履约')
@Controller('v1')
export class RoyaltyController {
  constructor(private readonly royalties: RoyaltyService) {}

  @Post('contracts/:id/royalty-reports')
  @Operation({
    summary: '提交一个结算期的提成报告',
    access: sides,
    scope: 'performance.write',
    status: 201,
    answer: RoyaltyReportView,
    errors: [
      'contract.notFound',
      'royaltyReport.buyerReports',
      'royaltyReport.noRoyalty',
      'royaltyReport.noSuchPeriod',
      'royaltyReport.periodRunning',
      'royaltyReport.reportedAlready',
    ],
    idempotency: 'required',
  })
  async submit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { periodFrom, baseYuan, paidYuan, statement }: RoyaltyReportDto,
  ): Promise<RoyaltyReportView> {
    const amounts = { base: unwrap(parseYuan(baseYuan)), paid: unwrap(parseYuan(paidYuan)) };
    return royaltyReportView(unwrap(await this.royalties.submit(actor, id, { periodFrom, statement, ...amounts })));
  }

  @Get('contracts/:id/royalty-reports')
  @Operation({
    summary: '查看合同的提成报告',
    access: 'signedIn',
    scope: 'performance.read',
    answer: PageOf(RoyaltyReportView),
    errors: ['contract.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.royalties.list(actor, id, after, limit)),
      royaltyReportView,
    );
  }

  @Get('contracts/:id/royalty-standing')
  @Operation({
    summary: '查看各结算期的报告情况与疑点',
    access: 'signedIn',
    scope: 'performance.read',
    answer: RoyaltyStandingView,
    errors: ['contract.notFound', 'royaltyReport.noRoyalty'],
  })
  async standing(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RoyaltyStandingView> {
    return royaltyStandingView(unwrap(await this.royalties.standing(actor, id)));
  }

  @Get('royalty-reports/:id')
  @Operation({
    summary: '查看一份提成报告',
    access: 'signedIn',
    scope: 'performance.read',
    answer: RoyaltyReportView,
    errors: ['royaltyReport.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RoyaltyReportView> {
    return royaltyReportView(unwrap(await this.royalties.get(actor, id)));
  }

  @Post('royalty-reports/:id/confirmation')
  @Operation({ ...deciding, summary: '确认提成报告' })
  async confirm(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RoyaltyReportView> {
    return royaltyReportView(unwrap(await this.royalties.decide(actor, id, 'confirm', null)));
  }

  @Post('royalty-reports/:id/dispute')
  @Operation({ ...deciding, summary: '对提成报告提出异议' })
  async dispute(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: PlanReasonDto,
  ): Promise<RoyaltyReportView> {
    return royaltyReportView(unwrap(await this.royalties.decide(actor, id, 'dispute', reason)));
  }
}
