import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { EscrowService } from '#application/performance/escrow.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { EscrowMoveDto, EscrowReasonDto } from './performance.dto.js';
import { escrowMoveView, EscrowMoveView, escrowNotice, escrowView, EscrowView } from './performance.view.js';

const sides = ['enterprise', 'researchUnit'] as const;
const moveErrors = ['escrow.notFound', 'escrow.notEnough', 'escrow.notAccepted', 'escrow.empty'] as const;
const deciding = {
  description: escrowNotice,
  access: sides,
  scope: 'performance.write',
  status: 201,
  answer: EscrowMoveView,
  errors: [...moveErrors, 'escrow.otherSideDecides', 'escrow.ownSideWithdraws', 'state.notAllowed'],
  idempotency: 'required',
} as const;

@ApiTags('履约')
@Controller('v1')
export class EscrowController {
  constructor(private readonly escrow: EscrowService) {}

  @Get('milestones/:id/escrow')
  @Operation({
    summary: '查看里程碑的资金托管台账',
    description: escrowNotice,
    access: 'signedIn',
    scope: 'performance.read',
    answer: EscrowView,
    errors: ['escrow.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EscrowView> {
    return escrowView(unwrap(await this.escrow.get(actor, id)));
  }

  @Get('milestones/:id/escrow-moves')
  @Operation({
    summary: '查看托管台账的全部申报',
    access: 'signedIn',
    scope: 'performance.read',
    answer: PageOf(EscrowMoveView),
    errors: ['escrow.notFound'],
  })
  async moves(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.escrow.moves(actor, id, after, limit)),
      escrowMoveView,
    );
  }

  @Post('milestones/:id/escrow-moves')
  @Operation({
    summary: '申报托管、放款、退款、冻结或解冻',
    description: `${escrowNotice}冻结由任一方提出即生效，其余须经对方确认。`,
    access: sides,
    scope: 'performance.write',
    status: 201,
    answer: EscrowMoveView,
    errors: [...moveErrors, 'escrow.otherSideStates', 'escrow.referenceMissing'],
    idempotency: 'required',
  })
  async state(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { kind, amountYuan, reference, reason }: EscrowMoveDto,
  ): Promise<EscrowMoveView> {
    const given = { kind, amount: unwrap(parseYuan(amountYuan)), reference: reference ?? null, reason };
    return escrowMoveView(unwrap(await this.escrow.state(actor, id, given)));
  }

  @Post('escrow-moves/:id/confirmation')
  @Operation({ ...deciding, summary: '确认对方的托管申报' })
  async confirm(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EscrowMoveView> {
    return escrowMoveView(unwrap(await this.escrow.decide(actor, id, 'confirm', null)));
  }

  @Post('escrow-moves/:id/rejection')
  @Operation({ ...deciding, summary: '不予确认对方的托管申报' })
  async reject(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EscrowReasonDto,
  ): Promise<EscrowMoveView> {
    return escrowMoveView(unwrap(await this.escrow.decide(actor, id, 'reject', reason)));
  }

  @Post('escrow-moves/:id/withdrawal')
  @Operation({ ...deciding, summary: '撤回本方的托管申报' })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EscrowReasonDto,
  ): Promise<EscrowMoveView> {
    return escrowMoveView(unwrap(await this.escrow.decide(actor, id, 'withdraw', reason)));
  }
}
