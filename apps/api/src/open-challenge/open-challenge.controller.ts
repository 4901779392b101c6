import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { OpenChallengeService } from '#application/open-challenge/open-challenge.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { challengeChangeOf, challengeContentOf } from './open-challenge.content.js';
import {
  AcceptTermsDto,
  AmendOpenChallengeDto,
  AnswerQuestionDto,
  AskQuestionDto,
  ChallengeReasonDto,
  CreateOpenChallengeDto,
  QuestionParam,
} from './open-challenge.dto.js';
import {
  ChallengeDetailsView,
  challengeQuestionView,
  ChallengeQuestionView,
  challengeStatisticsView,
  ChallengeStatisticsView,
  openChallengeView,
  OpenChallengeView,
} from './open-challenge.view.js';

const callers = ['enterprise', 'researchUnit', 'registrar', 'countyOfficer'] as const;
const bidders = ['enterprise', 'researchUnit'] as const;
const step = { access: callers, scope: 'challenge.write', status: 201, idempotency: 'required' } as const;

@ApiTags('揭榜挂帅')
@Controller('v1/open-challenges')
export class OpenChallengeController {
  constructor(private readonly challenges: OpenChallengeService) {}

  @Post()
  @Operation({
    ...step,
    summary: '起草技术难题征集（依据一条需求，或单独征集）',
    answer: OpenChallengeView,
    errors: ['openChallenge.demandNotFound', 'money.malformed'],
  })
  async draft(@CurrentPerson() actor: PersonActor, @Body() body: CreateOpenChallengeDto): Promise<OpenChallengeView> {
    const content = challengeContentOf(body);
    return openChallengeView(unwrap(await this.challenges.draft(actor, content, body.details, body.demandId ?? null)));
  }

  @Get()
  @Operation({
    summary: '浏览技术难题征集',
    access: 'public',
    scope: 'challenge.read',
    answer: PageOf(OpenChallengeView),
  })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.challenges.listPublic(after, limit), openChallengeView);
  }

  @Get('mine')
  @Operation({
    summary: '查看本单位的技术难题征集',
    access: 'signedIn',
    scope: 'challenge.read',
    answer: PageOf(OpenChallengeView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.challenges.listOwn(actor, after, limit), openChallengeView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一次技术难题征集',
    access: 'public',
    scope: 'challenge.read',
    answer: OpenChallengeView,
    errors: ['openChallenge.notFound'],
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenChallengeView> {
    return withEtag(reply, openChallengeView(unwrap(await this.challenges.get(actor, id))));
  }

  @Patch(':id')
  @Operation({
    summary: '修改征集草稿',
    access: callers,
    scope: 'challenge.write',
    answer: OpenChallengeView,
    errors: [
      'openChallenge.notFound',
      'openChallenge.published',
      'money.malformed',
      'version.required',
      'version.stale',
    ],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: AmendOpenChallengeDto,
  ): Promise<OpenChallengeView> {
    const change = challengeChangeOf(body);
    return openChallengeView(unwrap(await this.challenges.amend(actor, id, version, change, body.details)));
  }

  @Post(':id/publication')
  @Operation({
    ...step,
    summary: '发布征集；知识产权条款、评分项、奖金和日期从此不变',
    answer: OpenChallengeView,
    errors: [
      'organization.unverified',
      'openChallenge.notFound',
      'openChallenge.ipTermsMissing',
      'openChallenge.criteriaWrong',
      'openChallenge.prizesMissing',
      'openChallenge.detailsMissing',
      'openChallenge.datesWrong',
      'state.notAllowed',
    ],
  })
  async publish(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OpenChallengeView> {
    return openChallengeView(unwrap(await this.challenges.publish(actor, id)));
  }

  @Post(':id/cancellation')
  @Operation({
    ...step,
    summary: '取消征集（提交截止之前）',
    answer: OpenChallengeView,
    errors: ['openChallenge.notFound', 'state.notAllowed'],
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ChallengeReasonDto,
  ): Promise<OpenChallengeView> {
    return openChallengeView(unwrap(await this.challenges.cancel(actor, id, reason)));
  }

  @Post(':id/entries')
  @Operation({
    summary: '报名：接受条款，随即取得详细资料',
    access: bidders,
    scope: 'challenge.write',
    status: 201,
    answer: ChallengeDetailsView,
    errors: [
      'organization.unverified',
      'openChallenge.notFound',
      'openChallenge.ownChallenge',
      'openChallenge.commitmentsClosed',
      'openChallenge.termsChanged',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async enter(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { termsHash }: AcceptTermsDto,
  ): Promise<ChallengeDetailsView> {
    return { challengeId: id, details: unwrap(await this.challenges.enter(actor, id, termsHash)) };
  }

  @Get(':id/details')
  @Operation({
    summary: '查看详细资料（征集方，和已接受条款的单位）',
    access: 'signedIn',
    scope: 'challenge.read',
    answer: ChallengeDetailsView,
    errors: ['openChallenge.notFound', 'openChallenge.termsNotAccepted'],
  })
  async details(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ChallengeDetailsView> {
    return { challengeId: id, details: unwrap(await this.challenges.details(actor, id)) };
  }

  @Post(':id/questions')
  @Operation({
    summary: '提问；答复对所有人公开，不公开提问人',
    access: bidders,
    scope: 'challenge.write',
    status: 201,
    answer: ChallengeQuestionView,
    errors: [
      'openChallenge.notFound',
      'openChallenge.termsNotAccepted',
      'openChallenge.questionsClosed',
      'openChallenge.tooManyQuestions',
    ],
    idempotency: 'required',
  })
  async ask(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { text }: AskQuestionDto,
  ): Promise<ChallengeQuestionView> {
    return challengeQuestionView(unwrap(await this.challenges.ask(actor, id, text)));
  }

  @Get(':id/questions')
  @Operation({
    summary: '查看公开答疑（本单位未答复的提问只有自己和征集方可见）',
    access: 'public',
    scope: 'challenge.read',
    answer: PageOf(ChallengeQuestionView),
    errors: ['openChallenge.notFound'],
  })
  async questions(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.challenges.questions(actor, id, after, limit));
    return pageOf(query, read, challengeQuestionView);
  }

  @Post(':id/questions/:questionId/answer')
  @Operation({
    ...step,
    status: 204,
    summary: '公开答复一个问题',
    errors: ['openChallenge.notFound', 'openChallenge.questionNotFound', 'openChallenge.questionsClosed'],
  })
  async answer(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, questionId }: QuestionParam,
    @Body() { answer }: AnswerQuestionDto,
  ): Promise<void> {
    unwrap(await this.challenges.answer(actor, id, questionId, answer));
  }

  @Get(':id/statistics')
  @Operation({
    summary: '查看一次征集的统计：报名、承诺、揭示与逐日走势',
    description: '提交截止之前只公布报名数：知道有多少份方案，会影响怎样写方案。',
    access: 'public',
    scope: 'challenge.read',
    answer: ChallengeStatisticsView,
    errors: ['openChallenge.notFound'],
  })
  async statistics(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ChallengeStatisticsView> {
    return challengeStatisticsView(unwrap(await this.challenges.statistics(actor, id)));
  }
}
