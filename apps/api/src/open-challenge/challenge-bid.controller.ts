import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { ChallengeAwardService } from '#application/open-challenge/challenge-award.service.js';
import { OpenChallengeBidService } from '#application/open-challenge/open-challenge-bid.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  BidAnswerView,
  bidAnswerView,
  bidView,
  bidWithFilesView,
  OpenChallengeBidListView,
  OpenChallengeBidView,
} from './challenge-bid.view.js';
import { CommitBidDto, RevealBidDto } from './open-challenge.dto.js';

const bidders = ['enterprise', 'researchUnit'] as const;
const callers = ['enterprise', 'researchUnit', 'registrar', 'countyOfficer'] as const;

const sealing =
  '承诺 = 摘要算法（UTF-8 文本）的小写十六进制。文本为以换行（\\n）连接的五段：qingyang-open-challenge-bid/1、征集编号、' +
  '本单位编号、随机数、方案内容的规范 JSON（RFC 8785，成员 attachments、plan、priceYuan、team、termMonths，文字去首尾空白）。' +
  '随机数自己生成并保存；截止前平台只保存承诺，任何人都看不到方案。';

@ApiTags('揭榜挂帅')
@Controller('v1')
export class ChallengeBidController {
  constructor(
    private readonly bids: OpenChallengeBidService,
    private readonly awards: ChallengeAwardService,
  ) {}

  @Post('open-challenges/:id/bids')
  @Operation({
    summary: '提交或替换密封承诺（截止之前）',
    description: sealing,
    access: bidders,
    scope: 'challenge.write',
    status: 201,
    answer: OpenChallengeBidView,
    errors: [
      'openChallenge.notFound',
      'openChallenge.termsNotAccepted',
      'openChallenge.commitmentsClosed',
      'openChallenge.tooManyBids',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async commit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { algorithm, commitment }: CommitBidDto,
  ): Promise<OpenChallengeBidView> {
    return bidView(unwrap(await this.bids.commit(actor, id, algorithm, commitment)));
  }

  @Get('open-challenges/:id/bids')
  @Operation({
    summary: '征集方查看各方案（揭示期满之后；此前为空）',
    access: callers,
    scope: 'challenge.read',
    answer: OpenChallengeBidListView,
    errors: ['openChallenge.notFound'],
  })
  async listOf(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OpenChallengeBidListView> {
    return { items: unwrap(await this.bids.listOf(actor, id)).map((bid) => bidView(bid)) };
  }

  @Get('open-challenge-bids')
  @Operation({
    summary: '查看本单位的揭榜方案',
    access: 'signedIn',
    scope: 'challenge.read',
    answer: PageOf(OpenChallengeBidView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(
      query,
      (after, limit) => this.bids.listMine(actor, after, limit),
      (bid) => bidView(bid),
    );
  }

  @Get('open-challenge-bids/:id')
  @Operation({
    summary: '查看一份揭榜方案（自己的；征集方在揭示期满之后）',
    access: 'signedIn',
    scope: 'challenge.read',
    answer: OpenChallengeBidView,
    errors: ['openChallenge.bidNotFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OpenChallengeBidView> {
    return bidWithFilesView(unwrap(await this.bids.get(actor, id)));
  }

  @Post('open-challenge-bids/:id/withdrawal')
  @Operation({
    summary: '撤回承诺（截止之前，可再次提交）',
    access: bidders,
    scope: 'challenge.write',
    status: 201,
    answer: OpenChallengeBidView,
    errors: [
      'openChallenge.bidNotFound',
      'openChallenge.notFound',
      'openChallenge.termsNotAccepted',
      'openChallenge.commitmentsClosed',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OpenChallengeBidView> {
    return bidView(unwrap(await this.bids.withdraw(actor, id)));
  }

  @Post('open-challenge-bids/:id/reveal')
  @Operation({
    summary: '揭示方案：内容和随机数须与承诺完全一致',
    description: sealing,
    access: bidders,
    scope: 'challenge.write',
    status: 201,
    answer: OpenChallengeBidView,
    errors: [
      'openChallenge.bidNotFound',
      'openChallenge.notRevealing',
      'openChallenge.revealMismatch',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async reveal(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { content, nonce }: RevealBidDto,
  ): Promise<OpenChallengeBidView> {
    const { plan, priceYuan, termMonths, team } = content;
    const attachments = content.attachments.map(({ fileName, sizeBytes, sha256 }) => ({ fileName, sizeBytes, sha256 }));
    const reveal = { content: { plan, priceYuan, termMonths, team, attachments }, nonce };
    return bidWithFilesView(unwrap(await this.bids.reveal(actor, id, reveal)));
  }

  @Get('open-challenge-bids/:id/answer')
  @Operation({
    summary: '查看本方案的结果与逐项意见（办结之后）',
    access: 'signedIn',
    scope: 'challenge.read',
    answer: BidAnswerView,
    errors: ['openChallenge.bidNotFound', 'openChallenge.resultNotPublic'],
  })
  async answer(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<BidAnswerView> {
    return bidAnswerView(unwrap(await this.awards.answerTo(actor, id)));
  }
}
