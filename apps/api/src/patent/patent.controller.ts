import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '#domain/shared/actor.js';
import { PatentService, type PatentChange } from '#application/patent/patent.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AmendPatentDto, CreatePatentDto, ReportPatentEventDto } from './patent.dto.js';
import { patentView, PatentView } from './patent.view.js';

const owners = ['enterprise', 'researchUnit'] as const;

@ApiTags('专利')
@Controller('v1/patents')
export class PatentController {
  constructor(private readonly patents: PatentService) {}

  @Post()
  @Operation({
    summary: '登记专利',
    description:
      '核对专利号校验位与申请年份，按申请日所适用的法律计算期限。平台不与国家知识产权局联网，以单位申报为准。',
    access: owners,
    scope: 'patent.write',
    status: 201,
    answer: PatentView,
    errors: [
      'patentNumber.malformed',
      'patentNumber.checkDigit',
      'patent.kindUnknown',
      'patent.filingDay',
      'patent.filingYear',
      'patent.termShorter',
      'patent.numberTaken',
      'patent.designNotPublished',
      'patent.notCompensable',
      'publicationNumber.malformed',
      'achievement.notFound',
    ],
    idempotency: 'required',
  })
  async create(@CurrentPerson() actor: PersonActor, @Body() body: CreatePatentDto): Promise<PatentView> {
    const { expiresOn = null, achievementId = null, publicationNumber = null, grantedOn = null, ...rest } = body;
    const { secret = false } = body;
    const given = { ...rest, expiresOn, achievementId, publicationNumber, grantedOn, secret };
    return patentView(unwrap(await this.patents.create(actor, given)));
  }

  @Get()
  @Operation({
    summary: '查看本单位的专利',
    access: 'signedIn',
    scope: 'patent.read',
    answer: PageOf(PatentView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.patents.listOwn(actor, after, limit), patentView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一项专利',
    access: 'signedIn',
    scope: 'patent.read',
    answer: PatentView,
    errors: ['patent.notFound'],
  })
  async get(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PatentView> {
    return withEtag(reply, patentView(unwrap(await this.patents.get(actor, id))));
  }

  @Patch(':id')
  @Operation({
    summary: '修改专利的关联成果、公告号与授权公告日',
    description: '质押、许可、保全等权利负担在「知识产权」中逐项登记。',
    access: owners,
    scope: 'patent.write',
    answer: PatentView,
    errors: [
      'patent.notFound',
      'patent.filingDay',
      'publicationNumber.malformed',
      'achievement.notFound',
      'version.required',
      'version.stale',
    ],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: AmendPatentDto,
  ): Promise<PatentView> {
    return patentView(unwrap(await this.patents.amend(actor, id, version, changeOf(body))));
  }

  @Post(':id/legal-events')
  @Operation({
    summary: '申报专利法律状态变化',
    access: owners,
    scope: 'patent.write',
    status: 201,
    answer: PatentView,
    errors: ['patent.notFound', 'patent.designNotPublished', 'patent.filingDay', 'state.notAllowed'],
    idempotency: 'required',
  })
  async report(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { event, reason, occurredOn }: ReportPatentEventDto,
  ): Promise<PatentView> {
    return patentView(unwrap(await this.patents.report(actor, id, event, { reason, occurredOn: occurredOn ?? null })));
  }
}

/** Members that the caller sent; null unlinks the achievement, clears the number, and says nothing of the day. */
const changeOf = ({ achievementId, publicationNumber, grantedOn }: AmendPatentDto): PatentChange => ({
  ...(achievementId !== undefined && { achievementId }),
  ...(publicationNumber !== undefined && { publicationNumber }),
  ...(typeof grantedOn === 'string' && { grantedOn }),
});
