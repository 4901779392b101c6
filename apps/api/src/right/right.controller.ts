import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { beijingDate } from '#domain/calendar/local-date.js';
import { areasOf } from '#domain/right/disposal.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { RightService } from '#application/right/right.service.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CreateRightDto, DisposalQuery, LinkRightDto, ReportRightEventDto, VerifyRightDto } from './right.dto.js';
import {
  answerView,
  DisposalAnswerView,
  rightInFullView,
  RightInFullView,
  rightView,
  RightView,
  verificationView,
  RightVerificationView,
} from './right.view.js';

export const rightOwners = ['enterprise', 'researchUnit'] as const;
export const rightParties = ['enterprise', 'researchUnit', 'registrar', 'reviewer'] as const;

@ApiTags('知识产权')
@Controller('v1/rights')
export class RightController {
  constructor(
    private readonly rights: RightService,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Operation({
    summary: '登记软件著作权、植物新品种权或布图设计专有权',
    description:
      '核对登记号格式，按权利种类所适用的法律计算期限。专利在「专利」中登记。平台不与登记机关联网，以单位申报为准。',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: RightView,
    errors: [
      'right.numberMalformed',
      'right.datesWrong',
      'right.grantMissing',
      'right.termStated',
      'right.numberTaken',
      'achievement.notFound',
    ],
    idempotency: 'required',
  })
  async create(@CurrentPerson() actor: PersonActor, @Body() body: CreateRightDto): Promise<RightView> {
    const { kind, number, title, state, filedOn } = body;
    const given = {
      grantedOn: body.grantedOn ?? null,
      firstUsedOn: body.firstUsedOn ?? null,
      ownerKind: body.ownerKind ?? 'organization',
      woody: body.woody ?? false,
      expiresOn: body.expiresOn ?? null,
      achievementId: body.achievementId ?? null,
    };
    return rightView(unwrap(await this.rights.create(actor, { kind, number, title, state, filedOn, ...given })));
  }

  @Get()
  @Operation({
    summary: '查看本单位的全部知识产权（含专利）',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(RightView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.rights.listOwn(actor, after, limit), rightView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一项知识产权及其负担、共有与核对情况',
    access: 'signedIn',
    scope: 'right.read',
    answer: RightInFullView,
    errors: ['right.notFound'],
  })
  async get(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RightInFullView> {
    return withEtag(reply, rightInFullView(unwrap(await this.rights.get(actor, id))));
  }

  @Patch(':id')
  @Operation({
    summary: '修改专利以外的知识产权所关联的成果',
    access: rightOwners,
    scope: 'right.write',
    answer: RightView,
    errors: ['right.notFound', 'achievement.notFound', 'version.required', 'version.stale'],
  })
  async link(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() { achievementId = null }: LinkRightDto,
  ): Promise<RightView> {
    return rightView(unwrap(await this.rights.link(actor, id, version, achievementId)));
  }

  @Post(':id/legal-events')
  @Operation({
    summary: '申报专利以外的知识产权的状态变化',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: RightView,
    errors: ['right.notFound', 'right.neverLapses', 'right.datesWrong', 'state.notAllowed'],
    idempotency: 'required',
  })
  async report(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { event, reason, occurredOn }: ReportRightEventDto,
  ): Promise<RightView> {
    return rightView(unwrap(await this.rights.report(actor, id, event, { reason, on: occurredOn ?? null })));
  }

  @Get(':id/disposal-check')
  @Operation({
    summary: '查询某种处分依法是否可以',
    description: '只作答复，不作登记。办理时会在同一事务中再次核对。',
    access: 'signedIn',
    scope: 'right.read',
    answer: DisposalAnswerView,
    errors: ['right.notFound'],
  })
  async ask(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() query: DisposalQuery,
  ): Promise<DisposalAnswerView> {
    const { act, from, until = null, territory = null, counterpartId, foreign = false } = query;
    const disposal = {
      act,
      from: from ?? beijingDate(this.clock.now()),
      until,
      territory: areasOf(territory),
      counterpartyIds: counterpartId === undefined ? [] : [counterpartId],
      foreign,
    };
    return answerView(unwrap(await this.rights.ask(actor, id, disposal)));
  }

  @Post(':id/verifications')
  @Operation({
    summary: '由第二人核对登记与证书、登记簿副本是否一致',
    access: rightParties,
    scope: 'right.write',
    status: 201,
    answer: RightVerificationView,
    errors: ['right.notFound', 'right.evidenceUnknown', 'right.samePerson'],
    idempotency: 'required',
  })
  async verify(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { source, agrees, note, evidenceId }: VerifyRightDto,
  ): Promise<RightVerificationView> {
    const given = { source, agrees, note: note ?? null, evidenceId };
    return verificationView(unwrap(await this.rights.verify(actor, id, given)));
  }

  @Get(':id/verifications')
  @Operation({
    summary: '查看历次核对',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(RightVerificationView),
    errors: ['right.notFound'],
  })
  async verifications(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.rights.verifications(actor, id, after, limit)),
      verificationView,
    );
  }
}
