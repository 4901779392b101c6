import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { DealChainService } from '#application/deal-room/deal-chain.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { NoteDto, OffersQuery, ReasonSpanQuery } from './deal-room.dto.js';
import {
  chainReportView,
  ChainReportView,
  dealEntryView,
  DealEntryView,
  offerComparisonView,
  OfferComparisonView,
  reasonCountsView,
  ReasonCountsView,
} from './deal-room.view.js';

const sides = ['enterprise', 'researchUnit'] as const;

@ApiTags('洽谈')
@Controller('v1')
export class DealRoomController {
  constructor(private readonly chain: DealChainService) {}

  @Get('deals/:id/entries')
  @Operation({
    summary: '查看洽谈室的全部记录',
    description: '报价、留言、拒绝、文件版次、签约与终止按先后排列，每条含上一条的摘要，不可更改。',
    access: 'signedIn',
    scope: 'deal.read',
    answer: PageOf(DealEntryView),
    errors: ['deal.notFound'],
  })
  async entries(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.chain.entries(actor, id, after, limit)),
      dealEntryView,
    );
  }

  @Post('deals/:id/entries')
  @Operation({
    summary: '在洽谈室留言',
    access: sides,
    scope: 'deal.write',
    status: 201,
    answer: DealEntryView,
    errors: ['deal.notFound', 'deal.logFull', 'state.notAllowed'],
    idempotency: 'required',
  })
  async note(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { text }: NoteDto,
  ): Promise<DealEntryView> {
    return dealEntryView(unwrap(await this.chain.note(actor, id, text)));
  }

  @Get('deals/:id/verification')
  @Operation({
    summary: '核验洽谈记录是否完整',
    access: 'signedIn',
    scope: 'deal.read',
    answer: ChainReportView,
    errors: ['deal.notFound'],
  })
  async verify(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ChainReportView> {
    return chainReportView(unwrap(await this.chain.verify(actor, id)));
  }

  @Get('deals/:id/record')
  @Operation({
    summary: '下载可离线核验的洽谈记录',
    description:
      '一个 JSON 文件：每条记录的摘要是去掉 hash 后规范化 JSON（RFC 8785）的 SHA-256，首尾相连；末条摘要由平台以 Ed25519 签名。可用 scripts/verify-deal.mjs 离线核验。',
    access: 'signedIn',
    scope: 'deal.read',
    errors: ['deal.notFound'],
  })
  @ApiProduces('application/octet-stream')
  async record(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    const bytes = Buffer.from(unwrap(await this.chain.file(actor, id)), 'utf8');
    return new StreamableFile(bytes, {
      type: 'application/octet-stream',
      disposition: `attachment; filename="deal-${id}.json"`,
      length: bytes.length,
    });
  }

  @Get('deals/:id/offer-comparison')
  @Operation({
    summary: '比对两份报价',
    access: 'signedIn',
    scope: 'deal.read',
    answer: OfferComparisonView,
    errors: ['deal.notFound', 'deal.offerNotFound'],
  })
  async compareOffers(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() { from, to }: OffersQuery,
  ): Promise<OfferComparisonView> {
    return offerComparisonView(unwrap(await this.chain.compareOffers(actor, id, from, to)));
  }

  @Get('refusal-reasons')
  @Operation({
    summary: '统计拒绝与终止的原因',
    description: '只有次数，不含单位和内容；用于改进挂牌质量、提出攻关选题。',
    access: ['registrar', 'reviewer', 'rewardOfficer', 'auditor', 'countyOfficer'],
    scope: 'deal.read',
    answer: ReasonCountsView,
  })
  async reasons(
    @CurrentPerson() actor: PersonActor,
    @Query() { from, to }: ReasonSpanQuery,
  ): Promise<ReasonCountsView> {
    return reasonCountsView(await this.chain.refusalReasons(actor, from, to));
  }
}
