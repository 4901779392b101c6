import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { IntroductionService } from '#application/introduction/introduction.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AcceptIntroductionDto, DeclineIntroductionDto, IntroduceDto } from './introduction.dto.js';
import { introductionView, IntroductionView } from './introduction.view.js';

const sides = ['enterprise', 'researchUnit'] as const;

@ApiTags('引荐')
@Controller('v1/introductions')
export class IntroductionController {
  constructor(private readonly introductions: IntroductionService) {}

  @Post()
  @Operation({
    summary: '把一项撮合的双方引荐给彼此',
    access: [...sides, 'broker'],
    scope: 'introduction.write',
    status: 201,
    answer: IntroductionView,
    errors: [
      'introduction.matchNotFound',
      'introduction.matchClosed',
      'introduction.sameOrganization',
      'introduction.alreadyMade',
      'mandate.conflictOfInterest',
      'mandate.dualConsentMissing',
    ],
    idempotency: 'required',
  })
  async introduce(@CurrentPerson() actor: PersonActor, @Body() body: IntroduceDto): Promise<IntroductionView> {
    return introductionView(actor)(unwrap(await this.introductions.introduce(actor, body.matchId, body.message)));
  }

  @Get()
  @Operation({
    summary: '查看与本单位有关的引荐',
    access: 'signedIn',
    scope: 'introduction.read',
    answer: PageOf(IntroductionView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.introductions.list(actor, after, limit), introductionView(actor));
  }

  @Get(':id')
  @Operation({
    summary: '查看一次引荐',
    access: 'signedIn',
    scope: 'introduction.read',
    answer: IntroductionView,
    errors: ['introduction.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<IntroductionView> {
    return introductionView(actor)(unwrap(await this.introductions.get(actor, id)));
  }

  @Post(':id/acceptances')
  @Operation({
    summary: '接受引荐',
    access: sides,
    scope: 'introduction.write',
    status: 201,
    answer: IntroductionView,
    errors: ['introduction.notFound', 'introduction.notSide', 'introduction.alreadyAccepted', 'state.notAllowed'],
    idempotency: 'required',
  })
  async accept(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { contact }: AcceptIntroductionDto,
  ): Promise<IntroductionView> {
    return introductionView(actor)(unwrap(await this.introductions.accept(actor, id, contact)));
  }

  @Post(':id/refusal')
  @Operation({
    summary: '谢绝引荐',
    access: sides,
    scope: 'introduction.write',
    status: 201,
    answer: IntroductionView,
    errors: ['introduction.notFound', 'introduction.notSide', 'state.notAllowed'],
    idempotency: 'required',
  })
  async decline(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: DeclineIntroductionDto,
  ): Promise<IntroductionView> {
    return introductionView(actor)(unwrap(await this.introductions.decline(actor, id, reason)));
  }
}
