import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { BypassService } from '#application/bypass/bypass.service.js';
import { ChoiceField, TextField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { BypassCaseView, bypassCaseView, BypassFindingView, bypassFindingView } from './bypass.view.js';

export class BypassStatementDto {
  @TextField({ title: '意见', min: 4, max: 5000, example: '双方此前已有合作，与该次引荐无关，附往来邮件。' })
  text!: string;
}

export class DecideBypassDto {
  @ChoiceField({
    title: '认定：uphold 属于绕开中介人，dismiss 不属于',
    values: ['uphold', 'dismiss'],
    example: 'uphold',
  })
  decision!: 'uphold' | 'dismiss';
  @TextField({ title: '理由', min: 4, max: 5000, example: '标的相同，订立于引荐后二十日，各方未提出此前往来的证据。' })
  reason!: string;
}

const parties = ['enterprise', 'researchUnit', 'broker', 'agencyManager'] as const;
const write = {
  scope: 'bypassFinding.write',
  status: 201,
  answer: BypassCaseView,
  idempotency: 'required',
} as const;

@ApiTags('经纪委托')
@Controller('v1/bypass-findings')
export class BypassController {
  constructor(private readonly bypasses: BypassService) {}

  @Get()
  @Operation({
    summary: '查看绕开中介的线索（与本单位有关的；科技部门看全部）',
    access: [...parties, 'reviewer', 'auditor'],
    scope: 'bypassFinding.read',
    answer: PageOf(BypassFindingView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.bypasses.list(actor, after, limit), bypassFindingView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一条绕开中介的线索与各方意见',
    access: [...parties, 'reviewer', 'auditor'],
    scope: 'bypassFinding.read',
    answer: BypassCaseView,
    errors: ['bypassFinding.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<BypassCaseView> {
    return bypassCaseView(unwrap(await this.bypasses.get(actor, id)));
  }

  @Post(':id/statements')
  @Operation({
    ...write,
    summary: '当事人对线索陈述意见',
    access: parties,
    errors: ['bypassFinding.notFound', 'bypassFinding.closed', 'bypassFinding.statedAlready'],
  })
  async state(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { text }: BypassStatementDto,
  ): Promise<BypassCaseView> {
    return bypassCaseView(unwrap(await this.bypasses.state(actor, id, text)));
  }

  @Post(':id/decision')
  @Operation({
    ...write,
    summary: '科技部门认定是否绕开中介人',
    access: ['reviewer'],
    errors: ['bypassFinding.notFound', 'bypassFinding.conflict', 'state.notAllowed'],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: DecideBypassDto,
  ): Promise<BypassCaseView> {
    return bypassCaseView(unwrap(await this.bypasses.decide(actor, id, decision, reason)));
  }
}
