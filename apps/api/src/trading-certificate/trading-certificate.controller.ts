import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { TradingCertificateService } from '#application/trading-certificate/trading-certificate.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  IssueTradingCertificateDto,
  RevokeTradingCertificateDto,
  StateDayQuery,
  TradingCertificateParam,
} from './trading-certificate.dto.js';
import {
  DatedTradingCertificateView,
  datedTradingCertificateView,
  TradingCertificateView,
  tradingCertificateView,
} from './trading-certificate.view.js';

@ApiTags('交易鉴证书')
@Controller('v1/trading-certificates')
export class TradingCertificateController {
  constructor(private readonly certificates: TradingCertificateService) {}

  @Post()
  @Operation({
    summary: '出具交易鉴证书',
    description:
      '就已生效的合同，鉴证其定价方式、公示公告、价格与当事人，并写入定价证据的摘要。经办人与当事人有利害关系的应回避。',
    access: ['registrar'],
    status: 201,
    answer: TradingCertificateView,
    errors: [
      'tradingCertificate.contractNotFound',
      'tradingCertificate.contractNotInForce',
      'tradingCertificate.alreadyIssued',
      'tradingCertificate.officerRelated',
    ],
    idempotency: 'required',
  })
  async issue(
    @CurrentPerson() actor: PersonActor,
    @Body() { contractId }: IssueTradingCertificateDto,
  ): Promise<TradingCertificateView> {
    return tradingCertificateView(unwrap(await this.certificates.issue(actor, contractId)));
  }

  @Get()
  @Operation({
    summary: '查看交易鉴证书（当事人看自己的，主管部门看全部）',
    access: 'signedIn',
    scope: 'tradingCertificate.read',
    answer: PageOf(TradingCertificateView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.certificates.list(actor, after, limit), tradingCertificateView);
  }

  @Get(':number')
  @Operation({
    summary: '凭鉴证编号查验交易鉴证书',
    description: '当事人名称部分隐去。on 为过去某日时，stateOn 说明当日结束时的状态。',
    access: 'public',
    answer: DatedTradingCertificateView,
    errors: ['tradingCertificate.notFound', 'certificate.dayAhead'],
  })
  async find(
    @Param() { number }: TradingCertificateParam,
    @Query() { on }: StateDayQuery,
  ): Promise<DatedTradingCertificateView> {
    return datedTradingCertificateView(unwrap(await this.certificates.findPublicOn(number, on ?? null)));
  }

  @Get(':number/full')
  @Operation({
    summary: '查看交易鉴证书全文（当事人、主管部门）',
    access: 'signedIn',
    scope: 'tradingCertificate.read',
    answer: TradingCertificateView,
    errors: ['tradingCertificate.notFound'],
  })
  async full(
    @CurrentPerson() actor: PersonActor,
    @Param() { number }: TradingCertificateParam,
  ): Promise<TradingCertificateView> {
    return tradingCertificateView(unwrap(await this.certificates.get(actor, number)));
  }

  @Get(':number/certificate.pdf')
  @Operation({
    summary: '下载交易鉴证书（PDF）',
    access: 'signedIn',
    scope: 'tradingCertificate.read',
    errors: ['tradingCertificate.notFound', 'document.glyphMissing'],
  })
  @ApiProduces('application/pdf')
  async pdf(
    @CurrentPerson() actor: PersonActor,
    @Param() { number }: TradingCertificateParam,
  ): Promise<StreamableFile> {
    const bytes = unwrap(await this.certificates.pdf(actor, number));
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${number}.pdf"` });
  }

  @Post(':number/revocation')
  @Operation({
    summary: '撤销交易鉴证书',
    access: ['reviewer'],
    status: 201,
    answer: TradingCertificateView,
    errors: ['tradingCertificate.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async revoke(
    @CurrentPerson() actor: PersonActor,
    @Param() { number }: TradingCertificateParam,
    @Body() { reason }: RevokeTradingCertificateDto,
  ): Promise<TradingCertificateView> {
    return tradingCertificateView(unwrap(await this.certificates.revoke(actor, number, reason)));
  }
}
