import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { ProcedureStageService } from '#application/transfer-procedure/procedure-stage.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  DraftMinutesDto,
  PassDto,
  ProcedureReasonDto,
  RecuseDto,
  SendBackDto,
  SignMinutesDto,
  VoteDto,
} from './transfer-procedure.dto.js';
import { transferProcedureView, TransferProcedureView } from './transfer-procedure.view.js';

const change = {
  scope: 'transferProcedure.write',
  status: 201,
  idempotency: 'required',
  answer: TransferProcedureView,
  access: 'signedIn',
} as const;
const always = ['transferProcedure.notFound', 'transferProcedure.over', 'transferProcedure.notActor'] as const;

@ApiTags('成果转化流程')
@Controller('v1/transfer-procedures/:id')
export class ProcedureStageController {
  constructor(private readonly stages: ProcedureStageService) {}

  @Post('votes')
  @Operation({
    ...change,
    summary: '在本环节表决并发表意见',
    errors: [
      ...always,
      'transferProcedure.fourEyes',
      'transferProcedure.recused',
      'transferProcedure.minutesDrafted',
      'transferProcedure.votedAlready',
    ],
  })
  async vote(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { vote, opinion }: VoteDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.stages.vote(actor, id, vote, opinion)));
  }

  @Post('recusals')
  @Operation({
    ...change,
    summary: '登记回避',
    errors: [...always, 'transferProcedure.minutesDrafted', 'transferProcedure.votedAlready'],
  })
  async recuse(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { personId, reason }: RecuseDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.stages.recuse(actor, id, personId ?? null, reason)));
  }

  @Post('minutes')
  @Operation({
    ...change,
    summary: '形成会议纪要（表决结果自动载入）',
    errors: [
      ...always,
      'transferProcedure.notHere',
      'transferProcedure.nobodyVoted',
      'transferProcedure.minutesSigned',
    ],
  })
  async draftMinutes(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: DraftMinutesDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.stages.draftMinutes(actor, id, body)));
  }

  @Post('minutes-signatures')
  @Operation({
    ...change,
    summary: '签署会议纪要；全部签署后封存，不能再改',
    errors: [
      'transferProcedure.notFound',
      'transferProcedure.over',
      'transferProcedure.minutesNotFound',
      'transferProcedure.notPresent',
      'transferProcedure.otherMinutes',
      'transferProcedure.minutesSigned',
    ],
  })
  async signMinutes(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { contentHash }: SignMinutesDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.stages.signMinutes(actor, id, contentHash)));
  }

  @Post('passage')
  @Operation({
    ...change,
    summary: '通过本环节，进入下一环节（决策通过即公示）',
    errors: [
      ...always,
      'transferProcedure.notHere',
      'transferProcedure.documentsMissing',
      'transferProcedure.pricingMissing',
      'transferProcedure.quorumMissing',
      'transferProcedure.notCarried',
      'transferProcedure.minutesOpen',
      'transferProcedure.recused',
      'state.notAllowed',
    ],
  })
  async pass(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { remark }: PassDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.stages.pass(actor, id, remark ?? null)));
  }

  @Post('returns')
  @Operation({
    ...change,
    summary: '说明理由，退回较早环节',
    errors: [...always, 'transferProcedure.notEarlier', 'transferProcedure.recused', 'state.notAllowed'],
  })
  async sendBack(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { stage, reason }: SendBackDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.stages.sendBack(actor, id, stage, reason)));
  }

  @Post('rejection')
  @Operation({
    ...change,
    summary: '表决未通过，不予转化',
    errors: [...always, 'transferProcedure.quorumMissing', 'transferProcedure.recused', 'state.notAllowed'],
  })
  async reject(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ProcedureReasonDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.stages.reject(actor, id, reason)));
  }
}
